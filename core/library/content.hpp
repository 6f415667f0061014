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
// The everyday moment that a gesture hangs on; any: another one, wherever the two are.
enum class Moment { any, leaving, coming_home, kitchen, sofa, bedtime, afar };
template <>
struct EnumNames<Moment> {
  static constexpr std::array<std::string_view, 7> kNames{"any",  "leaving", "coming-home", "kitchen",
                                                          "sofa", "bedtime", "afar"};
};
// Where a gesture fits: between the two alone, or among others.
enum class Privacy { alone, among_others };
template <>
struct EnumNames<Privacy> {
  static constexpr std::array<std::string_view, 2> kNames{"private", "public"};
};
// What sort of touch something is: a hand or another light touch; arms around and leaning; faces and kisses; lying
// close; a back, feet or hair stroked, bare skin.
enum class TouchKind { hands, hugs, kisses, lying, skin };
template <>
struct EnumNames<TouchKind> {
  static constexpr std::array<std::string_view, 5> kNames{"hands", "hugs", "kisses", "lying", "skin"};
};
inline constexpr std::size_t kTouchKinds = EnumNames<TouchKind>::kNames.size();
enum class Kids { asleep, along, sitter };
template <>
struct EnumNames<Kids> {
  static constexpr std::array<std::string_view, 3> kNames{"asleep", "along", "sitter"};
};

// What an idea asks of the world around it, as filters name it. A piece may need nothing of the kind.
enum class Setting { indoor, outdoor };
template <>
struct EnumNames<Setting> {
  static constexpr std::array<std::string_view, 2> kNames{"indoor", "outdoor"};
};
enum class Weather { dry, warm, snow, rain };
template <>
struct EnumNames<Weather> {
  static constexpr std::array<std::string_view, 4> kNames{"dry", "warm", "snow", "rain"};
};
enum class Daylight { day, night };
template <>
struct EnumNames<Daylight> {
  static constexpr std::array<std::string_view, 2> kNames{"day", "night"};
};
enum class TimeOfDay { morning, afternoon, evening, night };
template <>
struct EnumNames<TimeOfDay> {
  static constexpr std::array<std::string_view, 4> kNames{"morning", "afternoon", "evening", "night"};
};
enum class Noise { quiet, medium, loud };
template <>
struct EnumNames<Noise> {
  static constexpr std::array<std::string_view, 3> kNames{"quiet", "medium", "loud"};
};

// Whose hands a step of cooking needs.
enum class Hands { both, one, other };
template <>
struct EnumNames<Hands> {
  static constexpr std::array<std::string_view, 3> kNames{"both", "one", "other"};
};

// What has to be booked, asked or packed so many days before.
struct Errand {
  int days_before = 0;
  std::string text;
  friend bool operator==(const Errand&, const Errand&) = default;
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
  std::vector<Errand> errands;  // the earliest first

  std::string cue;                    // gestures: "when I put on my shoes"; setting: private, public or any
  Moment moment = Moment::any;        // gestures
  std::vector<TouchKind> touch;       // gestures, rungs and sessions: all sorts that it may come to
  std::string situation;              // replies
  std::string ritual_kind, at, rule;  // rituals
  std::vector<std::string> steps;     // rituals, rungs, articles, sessions and cooking
  std::vector<Hands> hands;           // cooking: whose each step is; as many as steps

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
