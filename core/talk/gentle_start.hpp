// Gentle starts: finding the places in a text that are likely to land as an attack and offering a softer wording, and
// putting a kind sentence together from a feeling, a fact, a need and a request. Everything is done by rules, offline;
// nothing is kept. Pure functions on values; any thread.
//
// The advice rests on one observation: a hard talk tends to end as it starts, and a complaint as an I-statement with a
// request starts softer than "you always". English only.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace kindling {

// What makes a place harsh. `safety` isn't about wording at all: the text speaks of fear, violence or control.
enum class HarshKind {
  always_never,
  why_dont_you,
  you_make_me,
  comparison,
  insult,
  mind_reading,
  threat,
  contempt,
  demand,
  blame,
  safety
};

// The stable name, as printed in JSON: "always-never", "why-dont-you", "you-make-me", "comparison", "insult",
// "mind-reading", "threat", "contempt", "demand", "blame", "safety".
[[nodiscard]] std::string_view name_of(HarshKind kind) noexcept;

// One place: `start` and `length` are bytes in the text, on character boundaries. `suggestion` can stand in its place,
// or is one kind sentence about it; it is never empty.
struct HarshFlag {
  std::size_t start = 0;
  std::size_t length = 0;
  HarshKind kind = HarshKind::always_never;
  std::string suggestion;

  friend bool operator==(const HarshFlag&, const HarshFlag&) = default;
};

// `flags` are sorted and don't overlap. `gentle` is the whole text in a softer wording: the sentences without a flag as
// they are, the others replaced by how it feels and a request. It's the text itself when nothing is flagged, and empty
// when a flag is `safety`: then no wording is offered, and the flags are those of safety alone.
struct SpeechCheck {
  std::vector<HarshFlag> flags;
  std::string gentle;

  friend bool operator==(const SpeechCheck&, const SpeechCheck&) = default;
};

// Finds harsh starts. Words in quotation marks (“…”, "…", ‘…’, '…', «…», „…“) and lines that start with ">" are
// somebody else's and aren't looked at. Time grows linearly with the text. REQUIRES: is_valid_utf8(text).
[[nodiscard]] SpeechCheck check_speech(std::string_view text);

inline constexpr std::size_t kGentlePartLimit = 300;  // characters (code points) in each part

// The four parts as people fill them in, with or without their lead-in: "lonely" or "I feel lonely"; "when you come
// home late" or "you came home late twice"; "closeness", "to feel close" or "I need some time with you"; "put the
// phones away at dinner" or "could we put the phones away at dinner?".
struct GentleParts {
  std::string feeling;
  std::string fact;
  std::string need;
  std::string request;
};

// "I feel lonely when we have dinner with the phones on the table. I need closeness. Could we put the phones away at
// dinner?" Always ends as a question. Harsh words in the parts stay; check_speech finds them.
// Fails with ErrorCode::invalid when a part is blank, longer than kGentlePartLimit, or not text.
[[nodiscard]] Result<std::string> compose_gentle_start(const GentleParts& parts);

// The same parts in three full wordings, to choose from: that of compose_gentle_start; the fact first; the need first,
// with a line that says why it is said at all. Each ends as a question. Fails as compose_gentle_start does.
[[nodiscard]] Result<std::vector<std::string>> compose_gentle_wordings(const GentleParts& parts);

// What may stand in the way of a yes to a request: it says what should stop, it can't be done tonight because nobody
// would see it done, or it leaves no room for a no.
enum class RequestHint { none, negative, vague, demand };
// The stable name, as printed in JSON: "none", "negative", "vague", "demand".
[[nodiscard]] std::string_view name_of(RequestHint hint) noexcept;
// By rules, of which the first that fits is given. Blank text has none. REQUIRES: is_valid_utf8(request).
[[nodiscard]] RequestHint look_at_request(std::string_view request);

}  // namespace kindling
