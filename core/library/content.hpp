// A piece of the library: a prompt, gesture, idea, ritual or phrase, with what is needed to choose it. Value types, no
// I/O.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/names.hpp"

namespace kindling {

enum class ContentKind {
  prompt,
  gesture,
  reply,
  date,
  cooking,
  getaway,
  ritual,
  start,
  rung,
  article,
  session,
  practice
};
template <>
struct EnumNames<ContentKind> {
  static constexpr std::array<std::string_view, 12> kNames{"prompt",  "gesture", "reply",   "date",
                                                           "cooking", "getaway", "ritual",  "start",
                                                           "rung",    "article", "session", "practice"};
};
inline constexpr std::size_t kContentKinds = EnumNames<ContentKind>::kNames.size();
enum class Step { talk, feel, touch, time };
template <>
struct EnumNames<Step> {
  static constexpr std::array<std::string_view, 4> kNames{"talk", "feel", "touch", "time"};
};
enum class Cost { free, low, mid, high };
template <>
struct EnumNames<Cost> {
  static constexpr std::array<std::string_view, 4> kNames{"free", "low", "mid", "high"};
};
enum class Where { anywhere, home, out };
template <>
struct EnumNames<Where> {
  static constexpr std::array<std::string_view, 3> kNames{"anywhere", "home", "out"};
};
enum class Season { spring, summer, autumn, winter };
template <>
struct EnumNames<Season> {
  static constexpr std::array<std::string_view, 4> kNames{"spring", "summer", "autumn", "winter"};
};
enum class Kids { asleep, along, sitter };
template <>
struct EnumNames<Kids> {
  static constexpr std::array<std::string_view, 3> kNames{"asleep", "along", "sitter"};
};

// See assets/content/README.md for what each field means. Empty lists of seasons or kids mean any.
struct Content {
  std::string id;  // "date.home.candle-map", or a text id of the couple's own idea
  ContentKind kind = ContentKind::date;
  std::string category;
  std::string title;
  std::string text;
  Step step = Step::time;
  int depth = 1;
  int comfort = 0;
  int effort = 1;
  int minutes = 30;
  std::string audience = "pair";  // pair, solo or either
  bool adult = false;
  std::vector<std::string> sensitive;
  int repeat_days = 365;

  // Dates, cooking and getaways.
  Cost cost = Cost::free;
  Where place = Where::anywhere;
  std::string setting, weather, daylight, noise, span;
  std::vector<Season> seasons;
  std::vector<std::string> time_of_day, materials;
  std::vector<Kids> kids;
  bool afar = false;
  int travel_minutes = 0;
  int lead_days = 0;
  int novelty = 1;
  bool step_free = false;

  std::string cue;                    // gestures: "when I put on my shoes"; setting: private, public or any
  std::string situation;              // replies
  std::string ritual_kind, at, rule;  // rituals
  std::vector<std::string> steps;     // rituals, rungs, articles and sessions

  std::string harsh, feeling, fact, need, request;  // gentle starts; their text is the kind wording
  std::vector<std::string> body;                    // articles: paragraphs
  // Practice: what one might answer to the moment in `text`, a kind line about each in the same order, and good
  // replies.
  std::vector<std::string> choices, feedback, replies;

  // What names it to a person: the title, or the text where it has none.
  [[nodiscard]] const std::string& name() const noexcept { return title.empty() ? text : title; }

  friend bool operator==(const Content&, const Content&) = default;
};

}  // namespace kindling
