// The rules for gentle starts, as tables of phrases (the language is phrase_pattern.hpp's). Constant data.
#pragma once

#include <span>
#include <string_view>

#include "core/talk/gentle_start.hpp"

namespace kindling::talk {

// What can stand in a phrase's place, and a request to go with it; empty: that of the theme or kind.
struct Said {
  std::string_view instead = {};
  std::string_view request = {};
};

// A phrase that is likely to land as an attack.
struct HarshRule {
  HarshKind kind;
  std::string_view pattern;
  Said said = {};
};

[[nodiscard]] std::span<const HarshRule> pattern_rules() noexcept;    // always/never, questions, feelings made, demands
[[nodiscard]] std::span<const HarshRule> judgement_rules() noexcept;  // comparison, insult, mind-reading, contempt …
[[nodiscard]] std::span<const HarshRule> everyday_rules() noexcept;   // what people say in daily quarrels, all kinds
[[nodiscard]] std::span<const HarshRule> safety_rules() noexcept;     // fear, violence, control

// Phrases that are kind, questions of fact, hedged or about somebody else: a harsh match that lies wholly within one
// of these isn't flagged.
[[nodiscard]] std::span<const std::string_view> kind_phrases() noexcept;

// As kind_phrases, for the safety rules.
[[nodiscard]] std::span<const std::string_view> harmless_phrases() noexcept;

}  // namespace kindling::talk
