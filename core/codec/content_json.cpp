#include "core/codec/content_json.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <set>
#include <span>

#include "core/base/text.hpp"
#include "core/base/time.hpp"
#include "core/library/content_rules.hpp"
#include "core/recurrence/rule.hpp"

namespace kindling {
namespace {

using nlohmann::json;
using Words = std::span<const std::string_view>;

struct Lengths {
  std::size_t least;
  std::size_t most;
};

constexpr std::size_t kLinesLimit = 12;  // entries of a list of short texts
constexpr std::array<std::string_view, 3> kAudiences{"pair", "solo", "either"};
constexpr std::array<std::string_view, 5> kSensitive{"grief", "fertility", "money", "faith", "alcohol"};
constexpr std::array<std::string_view, 3> kGestureSettings{"private", "public", "any"};
constexpr std::array<std::string_view, 3> kIdeaSettings{"indoor", "outdoor", "either"};
constexpr std::array<std::string_view, 5> kWeathers{"any", "dry", "warm", "snow", "rain"};
constexpr std::array<std::string_view, 3> kDaylights{"any", "day", "night"};
constexpr std::array<std::string_view, 4> kTimesOfDay{"morning", "afternoon", "evening", "night"};
constexpr std::array<std::string_view, 3> kNoises{"quiet", "medium", "loud"};
constexpr std::array<std::string_view, 2> kPlaces{"home", "out"};

std::string list(Words words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) text += i + 1 == words.size() ? " or " : ", ";
    text += words[i];
  }
  return text;
}

bool contains(Words words, std::string_view word) { return std::find(words.begin(), words.end(), word) != words.end(); }

// Takes the fields of one piece. The first thing wrong is kept; after it nothing more is looked at.
class ItemReader {
 public:
  explicit ItemReader(const json& item) : item_(item) {
    const auto id = item.is_object() ? item.find("id") : item.end();
    name_ = id != item.end() && id->is_string() ? id->get<std::string>() : "a piece without id";
  }

  void fail(std::string_view field, const std::string& what) {
    if (!error_) error_ = invalid(name_ + ": " + std::string(field) + " " + what);
  }

  void text(std::string_view field, std::string& out, Lengths lengths, bool may_be_empty = false) {
    const json* value = take(field);
    if (value == nullptr) return;
    if (!value->is_string()) return fail(field, "must be a text");
    out = value->get<std::string>();
    if (out.empty() && may_be_empty) return;
    check_line(field, out, lengths);
  }

  void word(std::string_view field, std::string& out, Words allowed) {
    const json* value = take(field);
    if (value == nullptr) return;
    if (!value->is_string() || !contains(allowed, value->get_ref<const std::string&>()))
      return fail(field, "must be " + list(allowed));
    out = value->get<std::string>();
  }
  template <NamedEnum E>
  void word(std::string_view field, E& out) {
    std::string text;
    word(field, text, EnumNames<E>::kNames);
    if (const auto value = parse_name<E>(text)) out = *value;
  }

  void words(std::string_view field, std::vector<std::string>& out, Words allowed) {
    const json* value = take(field);
    if (value == nullptr) return;
    const auto wrong = [&] { fail(field, "must be a list of " + list(allowed) + ", none of them twice"); };
    if (!value->is_array()) return wrong();
    for (const json& entry : *value) {
      if (!entry.is_string() || !contains(allowed, entry.get_ref<const std::string&>())) return wrong();
      if (std::find(out.begin(), out.end(), entry.get<std::string>()) != out.end()) return wrong();
      out.push_back(entry.get<std::string>());
    }
  }
  template <NamedEnum E>
  void words(std::string_view field, std::vector<E>& out) {
    std::vector<std::string> texts;
    words(field, texts, EnumNames<E>::kNames);
    for (const std::string& text : texts) out.push_back(*parse_name<E>(text));
  }

  // Each of the texts has 2 to `longest` bytes.
  void lines(std::string_view field, std::vector<std::string>& out, Lengths count, std::size_t longest = 80) {
    const json* value = take(field);
    if (value == nullptr) return;
    if (!value->is_array() || value->size() < count.least || value->size() > count.most)
      return fail(field,
                  "must be a list of " + std::to_string(count.least) + " to " + std::to_string(count.most) + " texts");
    for (const json& entry : *value) {
      if (!entry.is_string()) return fail(field, "must hold texts only");
      check_line(field, out.emplace_back(entry.get<std::string>()), {2, longest});
    }
  }

  // Steps of cooking with who does each: objects of "who" and "text".
  void steps_for_two(std::string_view field, std::vector<std::string>& texts, std::vector<Hands>& hands) {
    objects(field, {3, kLinesLimit}, [&](ItemReader& step) {
      step.word("who", hands.emplace_back());
      step.text("text", texts.emplace_back(), {5, 160});
    });
  }

  // What to see to in advance, the earliest first: objects of "days" and "text".
  void errands(std::string_view field, std::vector<Errand>& out) {
    objects(field, {2, kLinesLimit}, [&](ItemReader& entry) {
      Errand& errand = out.emplace_back();
      entry.number("days", errand.days_before);
      entry.text("text", errand.text, {5, 100});
      if (out.size() > 1 && out[out.size() - 2].days_before <= errand.days_before)
        entry.fail("days", "must fall from one to the next");
    });
  }

  void number(std::string_view field, int& out) {
    const json* value = take(field);
    if (value == nullptr) return;
    if (!value->is_number_integer() || *value < 0 || *value > 100'000) return fail(field, "must be a whole number");
    out = value->get<int>();
  }

  void flag(std::string_view field, bool& out) {
    const json* value = take(field);
    if (value == nullptr) return;
    if (!value->is_boolean()) return fail(field, "must be true or false");
    out = value->get<bool>();
  }

  // Call last: a field that nobody asked for is a mistake too.
  [[nodiscard]] std::optional<Error> finish() {
    if (!error_ && item_.is_object()) {
      for (const auto& [field, value] : item_.items()) {
        if (!taken_.contains(field)) fail(field, "is no field of its kind");
      }
    }
    return error_;
  }

 private:
  const json* take(std::string_view field) {
    if (error_) return nullptr;
    const auto found = item_.is_object() ? item_.find(field) : item_.end();
    if (found == item_.end()) {
      fail(field, "is missing");
      return nullptr;
    }
    taken_.emplace(field);
    return &*found;
  }

  template <class Read>
  void objects(std::string_view field, Lengths count, Read&& read) {
    const json* value = take(field);
    if (value == nullptr) return;
    if (!value->is_array() || value->size() < count.least || value->size() > count.most)
      return fail(field, "must be a list of " + std::to_string(count.least) + " to " + std::to_string(count.most));
    for (const json& entry : *value) {
      ItemReader inner(entry);
      inner.name_ = name_;
      read(inner);
      if (auto error = inner.finish()) {
        error_ = *std::move(error);
        return;
      }
    }
  }

  void check_line(std::string_view field, std::string_view line, Lengths lengths) {
    if (line.size() < lengths.least || line.size() > lengths.most) {
      fail(field, "has " + std::to_string(line.size()) + " bytes and must have " + std::to_string(lengths.least) +
                      " to " + std::to_string(lengths.most));
    } else if (!check_note(line, field) || line.find_first_of("\n\t") != std::string_view::npos || trim(line) != line) {
      fail(field, "must be one line without white space at its ends");
    }
  }

  const json& item_;
  std::string name_;
  std::optional<Error> error_;
  std::set<std::string, std::less<>> taken_;
};

// What touches says how; without it nobody could keep it below a ceiling for that sort of touch.
void read_touch(ItemReader& reader, Content& c) {
  reader.words("touch", c.touch);
  if (c.touch.empty()) reader.fail("touch", "must name one at least");
}

void check_id(ItemReader& reader, const Content& c) {
  const auto allowed = [](char letter) {
    return (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') || letter == '.' || letter == '-';
  };
  const std::string start = std::string(name_of(c.kind)) + "." + c.category + ".";
  if (!std::all_of(c.id.begin(), c.id.end(), allowed)) reader.fail("id", "may hold a-z, 0-9, '.' and '-' only");
  if (!c.id.starts_with(start) || c.id.size() == start.size()) reader.fail("id", "must begin with '" + start + "'");
}

void read_common(ItemReader& reader, Content& c) {
  const bool is_short = c.kind == ContentKind::prompt || c.kind == ContentKind::reply;
  const bool may_be_untitled = is_short || c.kind == ContentKind::start;
  int version = 0;
  reader.text("id", c.id, {5, 64});
  reader.number("version", version);
  if (version < 1) reader.fail("version", "must be 1 or more");
  reader.text("title", c.title, {3, 80}, may_be_untitled);
  reader.text("text", c.text, {10, is_short ? kContentShortTextLimit : kContentTextLimit});
  reader.word("category", c.category, categories_of(c.kind));
  check_id(reader, c);
  reader.word("step", c.step);
  reader.number("depth", c.depth);
  reader.number("comfort", c.comfort);
  reader.number("effort", c.effort);
  reader.number("minutes", c.minutes);
  reader.word("for", c.audience, kAudiences);
  reader.flag("adult", c.adult);
  if (c.adult != (c.comfort >= kAdultComfort)) reader.fail("adult", "must be true from comfort 5 on and only then");
  reader.words("sensitive", c.sensitive, kSensitive);
  reader.number("repeat_days", c.repeat_days);
}

void read_gesture(ItemReader& reader, Content& c) {
  reader.text("cue", c.cue, {5, 80});
  if (!c.cue.starts_with("when ")) reader.fail("cue", "must begin with 'when '");
  reader.word("moment", c.moment);
  if (c.category == "touch") read_touch(reader, c);
  reader.word("setting", c.setting, kGestureSettings);
  c.afar = c.category == "afar";
}

void read_idea(ItemReader& reader, Content& c) {
  std::string place;
  reader.word("cost", c.cost);
  reader.word("place", place, kPlaces);
  c.place = parse_name<Where>(place).value_or(Where::anywhere);
  reader.word("setting", c.setting, kIdeaSettings);
  reader.words("seasons", c.seasons);
  reader.word("weather", c.weather, kWeathers);
  reader.word("daylight", c.daylight, kDaylights);
  reader.words("time_of_day", c.time_of_day, kTimesOfDay);
  if (c.time_of_day.empty()) reader.fail("time_of_day", "must name one at least");
  reader.words("kids", c.kids);
  reader.flag("afar", c.afar);
  reader.number("travel_minutes", c.travel_minutes);
  reader.number("lead_days", c.lead_days);
  // A getaway says more of it in its timeline.
  if (c.lead_days > 0 && c.kind != ContentKind::getaway)
    reader.text("ahead", c.errands.emplace_back(Errand{c.lead_days, {}}).text, {5, 100});
  reader.lines("materials", c.materials, {0, kLinesLimit});
  reader.number("novelty", c.novelty);
  reader.word("noise", c.noise, kNoises);
  reader.flag("step_free", c.step_free);
  if (c.kind == ContentKind::cooking) reader.steps_for_two("steps", c.steps, c.hands);
  if (c.kind != ContentKind::getaway) return;
  reader.word("span", c.span, categories_of(c.kind));
  reader.errands("timeline", c.errands);
  if (!c.errands.empty() && c.errands.front().days_before < c.lead_days)
    reader.fail("timeline", "must begin as early as lead_days says");
}

void read_ritual(ItemReader& reader, Content& c) {
  reader.word("ritual_kind", c.ritual_kind, categories_of(c.kind));
  reader.text("at", c.at, {5, 5});
  if (!parse_time(c.at)) reader.fail("at", "must be a time like 07:45");
  reader.text("rule", c.rule, {10, 200});
  if (const auto rule = parse_rule(c.rule); !rule) reader.fail("rule", "cannot be read: " + rule.error().message);
  reader.lines("steps", c.steps, {1, 4});
}

void read_start(ItemReader& reader, Content& c) {
  reader.text("harsh", c.harsh, {10, kContentShortTextLimit});
  reader.text("feeling", c.feeling, {2, 60});
  reader.text("fact", c.fact, {5, 120});
  reader.text("need", c.need, {2, 80});
  reader.text("request", c.request, {5, 120});
}

// The rungs go up by one each, from being side by side to what only adults may see.
void read_rung(ItemReader& reader, Content& c) {
  const auto rungs = categories_of(c.kind);
  const auto rung = std::find(rungs.begin(), rungs.end(), c.category) - rungs.begin();
  if (c.comfort != rung) reader.fail("comfort", "must be " + std::to_string(rung) + " on this rung");
  // Each rung is of one sort; beside each other nobody touches, and the last is of all.
  static constexpr std::array<TouchKind, 5> kSorts{TouchKind::hands, TouchKind::hugs, TouchKind::kisses,
                                                   TouchKind::lying, TouchKind::skin};
  if (rung > 0) c.touch.push_back(kSorts[std::min<std::size_t>(static_cast<std::size_t>(rung), kSorts.size()) - 1]);
  reader.lines("steps", c.steps, {1, 4});
}

void read_session(ItemReader& reader, Content& c) {
  if (c.step == Step::touch) read_touch(reader, c);
  reader.lines("steps", c.steps, {1, 4}, 160);
}

void read_article(ItemReader& reader, Content& c) {
  reader.lines("body", c.body, {2, 8}, kContentParagraphLimit);
  reader.lines("steps", c.steps, {1, 3}, 160);
}

void read_practice(ItemReader& reader, Content& c) {
  reader.lines("choices", c.choices, {3, 3}, 160);
  reader.lines("feedback", c.feedback, {3, 3}, 160);
  reader.lines("replies", c.replies, {2, 3}, 160);
}

Result<Content> read_item(const json& item, ContentKind kind) {
  Content content;
  content.kind = kind;
  ItemReader reader(item);
  read_common(reader, content);
  switch (kind) {
    case ContentKind::prompt: break;
    case ContentKind::gesture: read_gesture(reader, content); break;
    case ContentKind::reply: reader.word("situation", content.situation, categories_of(kind)); break;
    case ContentKind::date:
    case ContentKind::cooking:
    case ContentKind::getaway: read_idea(reader, content); break;
    case ContentKind::ritual: read_ritual(reader, content); break;
    case ContentKind::start: read_start(reader, content); break;
    case ContentKind::rung: read_rung(reader, content); break;
    case ContentKind::article: read_article(reader, content); break;
    case ContentKind::session: read_session(reader, content); break;
    case ContentKind::practice: read_practice(reader, content); break;
  }
  if (const auto field = number_out_of_range(content); !field.empty()) reader.fail(field, "is out of its range");
  if (auto error = reader.finish()) return *std::move(error);
  return content;
}

// JSON lets a name come twice and the parser keeps one of the two: refuse that instead of guessing.
std::optional<json> parse_without_repeats(std::string_view text) {
  std::vector<std::set<std::string>> open;
  bool repeats = false;
  const auto watch = [&](int, json::parse_event_t event, json& value) {
    if (event == json::parse_event_t::object_start) open.emplace_back();
    if (event == json::parse_event_t::object_end && !open.empty()) open.pop_back();
    if (event == json::parse_event_t::key && !open.empty())
      repeats = !open.back().insert(value.get<std::string>()).second || repeats;
    return true;
  };
  json document = json::parse(text, watch, false);
  if (document.is_discarded() || repeats) return std::nullopt;
  return document;
}

Result<ContentKind> read_head(const json& file) {
  const std::set<std::string> expected{"schema", "kind", "locale", "items"};
  std::set<std::string> found;
  if (file.is_object()) {
    for (const auto& [name, value] : file.items()) found.insert(name);
  }
  if (found != expected) return invalid("the file must have exactly schema, kind, locale and items");
  if (file["schema"] != 1) return invalid("the file's schema must be 1");
  if (!file["locale"].is_string() || file["locale"].get<std::string>().size() < 2)
    return invalid("the file's locale must be a language tag such as en");
  if (!file["items"].is_array()) return invalid("the file's items must be a list");
  const auto kind = file["kind"].is_string() ? parse_name<ContentKind>(file["kind"].get<std::string>()) : std::nullopt;
  if (!kind) return invalid("the file's kind must be " + list_of_names<ContentKind>());
  return *kind;
}

}  // namespace

Result<std::vector<Content>> read_content_json(std::string_view text) {
  const auto file = parse_without_repeats(text);
  if (!file) return invalid("the file is no JSON in UTF-8, or names a field twice in one place");
  const auto kind = read_head(*file);
  if (!kind) return kind.error();
  std::vector<Content> items;
  for (const json& item : (*file)["items"]) {
    auto content = read_item(item, *kind);
    if (!content) return content.error();
    items.push_back(*std::move(content));
  }
  return items;
}

}  // namespace kindling
