#include "core/library/content_rules.hpp"

namespace kindling {
namespace {

using Words = std::string_view;
constexpr std::array<Words, 9> kDecks{"daily-life",  "play", "memories", "appreciation", "dreams",
                                      "inner-world", "home", "stress",   kIntimacyDeck};
constexpr std::array<Words, 5> kGestures{"words", "care", "touch", "surprise", "afar"};
constexpr std::array<Words, 4> kReplies{"apology", "pause", "validation", "good-news"};
constexpr std::array<Words, 5> kDates{"home", "out", "novel", "nature", "afar"};
constexpr std::array<Words, 3> kCooking{"quick", "evening", "project"};
constexpr std::array<Words, 3> kGetaways{"day", "night", "weekend"};
constexpr std::array<Words, 7> kRituals{"parting", "reunion", "meal", "bedtime", "weekly", "yearly", "other"};
constexpr std::array<Words, 10> kStarts{"distance", "listening", "phones", "chores", "time",
                                        "touch",    "promises",  "work",   "family", "money"};
constexpr std::array<Words, 7> kRungs{"beside", "hands", "arms", "faces", "resting", "skin", "whole"};
constexpr std::array<Words, 7> kArticles{"talk", "mood", "closeness", "touch", "time", "rituals", "help"};
constexpr std::array<Words, 2> kPractices{"good-news", "hard-moment"};
constexpr std::array<Words, 2> kProgrammes{"four-first-steps", "small-touches"};

struct Range {
  std::string_view name;
  int value;
  int least;
  int most;
};

}  // namespace

std::span<const std::string_view> categories_of(ContentKind kind) noexcept {
  switch (kind) {
    case ContentKind::prompt: return kDecks;
    case ContentKind::gesture: return kGestures;
    case ContentKind::reply: return kReplies;
    case ContentKind::date: return kDates;
    case ContentKind::cooking: return kCooking;
    case ContentKind::getaway: return kGetaways;
    case ContentKind::start: return kStarts;
    case ContentKind::rung: return kRungs;
    case ContentKind::article: return kArticles;
    case ContentKind::session: return kProgrammes;
    case ContentKind::practice: return kPractices;
    case ContentKind::ritual: break;
  }
  return kRituals;
}

ComfortKind comfort_kind(const Content& content) noexcept {
  switch (content.kind) {
    case ContentKind::prompt:
    case ContentKind::reply:
    case ContentKind::start:
    case ContentKind::practice:
    case ContentKind::article: return ComfortKind::talk;
    case ContentKind::gesture:
    case ContentKind::rung: return ComfortKind::touch;
    case ContentKind::date:
    case ContentKind::cooking:
    case ContentKind::getaway:
    case ContentKind::ritual: return ComfortKind::time;
    case ContentKind::session: break;
  }
  switch (content.step) {
    case Step::touch: return ComfortKind::touch;
    case Step::time: return ComfortKind::time;
    case Step::talk:
    case Step::feel: break;
  }
  return ComfortKind::talk;
}

std::string_view number_out_of_range(const Content& c) noexcept {
  const std::array<Range, 8> ranges{{{"depth", c.depth, 1, 5},
                                     {"comfort", c.comfort, 0, 6},
                                     {"effort", c.effort, 1, 3},
                                     {"minutes", c.minutes, 1, kLongestContentMinutes},
                                     {"repeat_days", c.repeat_days, 0, 3650},
                                     {"travel_minutes", c.travel_minutes, 0, kLongestContentMinutes},
                                     {"lead_days", c.lead_days, 0, 365},
                                     {"novelty", c.novelty, 1, 3}}};
  for (const Range& range : ranges) {
    if (range.value < range.least || range.value > range.most) return range.name;
  }
  for (const Errand& errand : c.errands) {
    if (errand.days_before < 0 || errand.days_before > 365) return "errands";
  }
  if (c.kind == ContentKind::cooking && c.hands.size() != c.steps.size()) return "steps";
  return {};
}

}  // namespace kindling
