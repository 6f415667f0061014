// Judges what assets/content offers to whoever chooses from it. The form of each field is checked while Kindling is
// built, by core/codec/content_json.cpp, and the words by tests/content/content_test.py.
#include "assets/content.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <random>
#include <set>

#include "core/domain/settings.hpp"
#include "core/library/catalogue.hpp"
#include "core/library/content_rules.hpp"
#include "core/library/cooking.hpp"
#include "core/library/gesture_filter.hpp"
#include "core/recurrence/rule.hpp"
#include "core/talk/gentle_start.hpp"

namespace kindling {
namespace {

const Catalogue& library() {
  static const Catalogue kCatalogue = *Catalogue::load(packed_content());
  return kCatalogue;
}

// Of the filter's kinds; it names one at least.
std::size_t how_many(const ContentFilter& filter) {
  std::size_t count = 0;
  for (const ContentKind kind : filter.kinds) {
    const std::vector<Content>& items = library().of(kind);
    count += static_cast<std::size_t>(
        std::count_if(items.begin(), items.end(), [&](const Content& item) { return fits(item, filter); }));
  }
  return count;
}

TEST(Content, HoldsSomethingForWhoeverAsks) {
  const ContentFilter date{.kinds = {ContentKind::date}};
  ContentFilter cheap_evening = date;
  cheap_evening.place = Where::home;
  cheap_evening.most_minutes = 90;
  cheap_evening.most_cost = Cost::low;
  EXPECT_GE(how_many(cheap_evening), 5U);
  for (const Season season : {Season::spring, Season::summer, Season::autumn, Season::winter}) {
    ContentFilter filter = date;
    filter.season = season;
    EXPECT_GE(how_many(filter), 5U) << name_of(season);
    filter.place = Where::out;
    EXPECT_GE(how_many(filter), 3U) << name_of(season);
  }
  for (const Kids kids : {Kids::asleep, Kids::along, Kids::sitter}) {
    ContentFilter filter = date;
    filter.kids = kids;
    EXPECT_GE(how_many(filter), 5U) << name_of(kids);
  }
  ContentFilter apart = date;
  apart.afar = true;
  EXPECT_GE(how_many(apart), 5U);
}

std::vector<const Content*> of_kind(ContentKind kind) {
  std::vector<const Content*> pieces;
  for (const Content& piece : library().of(kind)) pieces.push_back(&piece);
  return pieces;
}

// Each combination of the first filters of the deck gives something, of which most fits as it stands.
TEST(Content, LeavesNoFilterWithoutAnIdea) {
  const std::array<std::optional<Where>, 3> places{std::nullopt, Where::home, Where::out};
  const std::array<std::optional<int>, 4> lengths{std::nullopt, 30, 60, 120};
  const std::array<std::optional<Cost>, 4> costs{std::nullopt, Cost::free, Cost::low, Cost::mid};
  const std::array<std::optional<Season>, 5> seasons{std::nullopt, Season::spring, Season::summer, Season::autumn,
                                                     Season::winter};
  const std::array<std::optional<Kids>, 4> children{std::nullopt, Kids::asleep, Kids::along, Kids::sitter};
  for (const ContentKind kind : {ContentKind::date, ContentKind::cooking, ContentKind::getaway}) {
    const auto pieces = of_kind(kind);
    int as_it_stands = 0;
    int all = 0;
    for (const auto& place : places)
      for (const auto& minutes : lengths)
        for (const auto& cost : costs)
          for (const auto& season : seasons)
            for (const auto& kids : children)
              for (const bool afar : {false, true}) {
                const ContentFilter filter{.kinds = {kind},
                                           .most_cost = cost,
                                           .most_minutes = minutes,
                                           .place = place,
                                           .season = season,
                                           .kids = kids,
                                           .afar = afar,
                                           .most_comfort = kComfortDefault};
                const auto found = nearest(filter, pieces);
                ASSERT_TRUE(found.has_value());
                ++all;
                as_it_stands += static_cast<int>(found->given_up.empty());
              }
    // Only going out while the children sleep next door is nothing for a date.
    if (kind == ContentKind::date) {
      EXPECT_EQ(all - as_it_stands, 160);
    }
  }
}

// One of what the deck's filters offer, drawn at random: each group of chips is empty more often than not.
class RandomWishes {
 public:
  template <class Value>
  std::optional<Value> one_of(std::initializer_list<Value> values) {
    if (choose(5) < 3) return std::nullopt;
    return *(values.begin() + choose(values.size()));
  }
  bool flag() { return choose(5) == 0; }
  std::size_t choose(std::size_t count) { return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_); }

  ContentFilter filter(ContentKind kind) {
    ContentFilter filter{.kinds = {kind}};
    filter.place = one_of({Where::home, Where::out});
    filter.afar = flag();
    filter.most_minutes = one_of({30, 60, 120});
    filter.most_cost = one_of({Cost::free, Cost::low, Cost::mid});
    filter.new_to_us = flag();
    filter.most_lead = one_of({0, 3, 7, 14});
    filter.nothing_needed = flag();
    filter.kids = one_of({Kids::asleep, Kids::along, Kids::sitter});
    filter.setting = one_of({Setting::indoor, Setting::outdoor});
    filter.season = one_of({Season::spring, Season::summer, Season::autumn, Season::winter});
    filter.weather = one_of({Weather::dry, Weather::warm, Weather::rain, Weather::snow});
    filter.time_of_day = one_of({TimeOfDay::morning, TimeOfDay::afternoon, TimeOfDay::evening, TimeOfDay::night});
    filter.daylight = one_of({Daylight::day, Daylight::night});
    filter.most_travel = one_of({0, 15, 30, 60});
    filter.most_noise = one_of({Noise::quiet, Noise::medium});
    filter.step_free = flag();
    filter.most_comfort = static_cast<int>(choose(7));
    return filter;
  }

 private:
  std::mt19937 random_{20261122};
};

// Twelve thousand combinations of all of them, below every ceiling: none leads to an empty list, and what is left out
// was wished, is as little as can be, and is all of what stood in the way.
TEST(Content, LeavesNoCombinationOfAllFiltersWithoutAnIdea) {
  RandomWishes random;
  for (const ContentKind kind : {ContentKind::date, ContentKind::cooking, ContentKind::getaway}) {
    const auto pieces = of_kind(kind);
    for (int round = 0; round < 4'000; ++round) {
      const ContentFilter filter = random.filter(kind);
      const auto found = nearest(filter, pieces);
      ASSERT_TRUE(found.has_value()) << name_of(kind) << " in round " << round;
      ASSERT_GE(how_many(found->filter), 1U) << name_of(kind) << " in round " << round;
      if (how_many(filter) > 0) {
        ASSERT_TRUE(found->given_up.empty());
        continue;
      }
      // With any one of them kept, nothing fits.
      for (const Wish kept : found->given_up) {
        ContentFilter less = filter;
        for (const Wish wish : found->given_up) {
          if (wish != kept) less = without(less, wish);
        }
        ASSERT_EQ(how_many(less), 0U) << name_of(kind) << " in round " << round;
      }
    }
  }
}

// Each chip alone leads to something of each suit that is offered to most, and none of them is for show.
TEST(Content, HasADateForEveryFilterAlone) {
  const auto dates = [](auto&& wish) {
    ContentFilter filter{.kinds = {ContentKind::date}, .most_comfort = kComfortDefault};
    wish(filter);
    return how_many(filter);
  };
  const std::size_t all = dates([](ContentFilter&) {});
  const auto narrows = [&](auto&& wish) {
    const std::size_t left = dates(wish);
    EXPECT_GE(left, 5U);
    EXPECT_LT(left, all);
  };
  for (const Setting value : {Setting::indoor, Setting::outdoor}) narrows([&](ContentFilter& f) { f.setting = value; });
  for (const Weather value : {Weather::dry, Weather::warm, Weather::snow, Weather::rain})
    narrows([&](ContentFilter& f) { f.weather = value; });
  for (const Daylight value : {Daylight::day, Daylight::night}) narrows([&](ContentFilter& f) { f.daylight = value; });
  for (const TimeOfDay value : {TimeOfDay::morning, TimeOfDay::afternoon, TimeOfDay::evening, TimeOfDay::night})
    narrows([&](ContentFilter& f) { f.time_of_day = value; });
  for (const int value : {0, 15, 30}) narrows([&](ContentFilter& f) { f.most_travel = value; });
  for (const int value : {0, 3, 7, 14}) narrows([&](ContentFilter& f) { f.most_lead = value; });
  for (const Noise value : {Noise::quiet, Noise::medium}) narrows([&](ContentFilter& f) { f.most_noise = value; });
  narrows([](ContentFilter& f) { f.new_to_us = true; });
  narrows([](ContentFilter& f) { f.nothing_needed = true; });
  narrows([](ContentFilter& f) { f.step_free = true; });
}

// The steps of a cooking evening keep both busy, and a getaway says what to see to in good time.
TEST(Content, GivesBothSomethingToCookAndTimeToBook) {
  for (const Content& item : library().of(ContentKind::cooking)) {
    EXPECT_TRUE(item.minutes >= 15 && item.minutes <= 90) << item.id;
    ASSERT_EQ(item.steps.size(), item.hands.size()) << item.id;
    const auto stages = stages_of(item);
    EXPECT_GE(stages.size(), 3U) << item.id;
    const auto beside = std::count_if(stages.begin(), stages.end(), [](const CookingStage& stage) {
      return !stage.one.empty() && !stage.other.empty();
    });
    EXPECT_GE(beside, 1) << item.id << " never has both at work";
  }
  for (const Content& item : library().of(ContentKind::getaway)) {
    ASSERT_GE(item.errands.size(), 2U) << item.id;
    EXPECT_GE(item.errands.front().days_before, item.lead_days) << item.id;
  }
  for (const Content& item : library().of(ContentKind::date))
    EXPECT_EQ(item.errands.empty(), item.lead_days == 0) << item.id;
}

TEST(Content, HoldsSomethingBelowEveryCeiling) {
  for (int ceiling = 0; ceiling <= 6; ++ceiling) {
    for (const ContentKind kind : {ContentKind::date, ContentKind::gesture, ContentKind::prompt})
      EXPECT_GE(how_many({.kinds = {kind}, .most_comfort = ceiling}), 1U) << name_of(kind) << " " << ceiling;
  }
}

// All decks but the one that both have to switch on.
TEST(Content, HoldsDecksOfTwoDepthsBelowTheUsualCeiling) {
  for (const std::string_view deck : categories_of(ContentKind::prompt)) {
    const bool opt_in = deck == kIntimacyDeck;
    std::set<int> depths;
    for (const Content& prompt : library().of(ContentKind::prompt)) {
      if (prompt.category == deck && (opt_in || prompt.comfort <= 3)) depths.insert(prompt.depth);
    }
    EXPECT_GE(depths.size(), 2U) << deck;
  }
}

TEST(Content, HoldsSomethingInEveryCategory) {
  for (std::size_t number = 0; number < kContentKinds; ++number) {
    const auto kind = static_cast<ContentKind>(number);
    for (const std::string_view category : categories_of(kind)) {
      if (category == "other") continue;
      EXPECT_GE(how_many({.kinds = {kind}, .category = std::string(category), .adult = true}), 3U)
          << name_of(kind) << " " << category;
    }
  }
}

// Each of the moments that the screen offers has gestures of every closeness that is common, and every touch says
// which sorts it is.
TEST(Content, TiesGesturesToMomentsAndTouchesToSorts) {
  for (std::size_t i = 0; i < EnumNames<Moment>::kNames.size(); ++i) {
    const auto moment = static_cast<Moment>(i);
    EXPECT_GE(how_many({.kinds = {ContentKind::gesture}, .moment = moment}), 20U) << name_of(moment);
    for (const Privacy privacy : {Privacy::alone, Privacy::among_others}) {
      // Before sleep nobody else is there.
      if (moment == Moment::bedtime && privacy == Privacy::among_others) continue;
      EXPECT_GE(how_many({.kinds = {ContentKind::gesture}, .moment = moment, .privacy = privacy}), 3U)
          << name_of(moment) << " " << name_of(privacy);
    }
  }
  std::set<TouchKind> sorts;
  for (const ContentKind kind : {ContentKind::gesture, ContentKind::rung, ContentKind::session}) {
    for (const Content& item : library().of(kind)) {
      sorts.insert(item.touch.begin(), item.touch.end());
      // A ceiling of 0 for a sort means none of it at all.
      EXPECT_TRUE(item.touch.empty() || item.comfort > 0) << item.id;
      const bool touches = (kind == ContentKind::gesture && item.category == "touch") ||
                           (kind == ContentKind::rung && item.comfort > 0) ||
                           (kind == ContentKind::session && item.step == Step::touch);
      EXPECT_EQ(touches, !item.touch.empty()) << item.id;
    }
  }
  EXPECT_EQ(sorts.size(), kTouchKinds);
}

// Each combination that Touch offers, below each ceiling, gives something, or the nearest and never anything closer.
TEST(Content, LeavesNoGestureFilterWithoutAGesture) {
  int all = 0;
  int as_it_stands = 0;
  for (int ceiling = 0; ceiling < kAdultComfort; ++ceiling) {
    for (int moment = -1; moment < static_cast<int>(EnumNames<Moment>::kNames.size()); ++moment) {
      for (int closeness = -1; closeness <= ceiling; ++closeness) {
        for (int privacy = -1; privacy < 2; ++privacy) {
          ContentFilter filter{.kinds = {ContentKind::gesture}, .most_comfort = closeness < 0 ? ceiling : closeness};
          if (closeness >= 0) filter.least_comfort = closeness;
          if (moment >= 0) filter.moment = static_cast<Moment>(moment);
          if (privacy >= 0) filter.privacy = static_cast<Privacy>(privacy);
          const auto found = nearest_gestures(filter, [](const ContentFilter& some) { return how_many(some) > 0; });
          ASSERT_TRUE(found.has_value()) << ceiling << " " << moment << " " << closeness << " " << privacy;
          EXPECT_EQ(found->filter.most_comfort, filter.most_comfort) << "never closer than was asked for";
          EXPECT_EQ(found->given_up.empty(), how_many(filter) > 0);
          ++all;
          as_it_stands += static_cast<int>(found->given_up.empty());
        }
      }
    }
  }
  std::cout << as_it_stands << " of " << all << " combinations fit as they stand\n";
  EXPECT_GT(as_it_stands, all * 7 / 10);
}

// Each rung is one step closer than the one before, and only the last two are for adults.
TEST(Content, GradesTheLadder) {
  const auto rungs = categories_of(ContentKind::rung);
  for (const Content& item : library().of(ContentKind::rung)) {
    const auto rung = std::find(rungs.begin(), rungs.end(), item.category) - rungs.begin();
    EXPECT_EQ(item.comfort, rung) << item.id;
    EXPECT_EQ(item.adult, rung >= kAdultComfort) << item.id;
  }
}

// A day of a programme for each day of its weeks, in order; each step comes in each week of the long one.
TEST(Content, HasADayForEachDayOfAProgramme) {
  std::map<std::string, std::vector<const Content*>> programmes;
  for (const Content& item : library().of(ContentKind::session)) programmes[item.category].push_back(&item);
  EXPECT_EQ(programmes["four-first-steps"].size(), 28U);
  EXPECT_EQ(programmes["small-touches"].size(), 21U);
  for (const auto& [name, sessions] : programmes) {
    for (std::size_t i = 0; i < sessions.size(); ++i) {
      const std::string number = (i < 9 ? "0" : "") + std::to_string(i + 1);
      EXPECT_TRUE(sessions[i]->id.starts_with("session." + name + ".day-" + number + "-")) << sessions[i]->id;
      EXPECT_TRUE(sessions[i]->minutes >= 5 && sessions[i]->minutes <= 20) << sessions[i]->id;
    }
  }
  const auto& long_one = programmes["four-first-steps"];
  for (std::size_t week = 0; week < 4; ++week) {
    std::set<Step> steps;
    for (std::size_t day = 0; day < 7; ++day) steps.insert(long_one[week * 7 + day]->step);
    EXPECT_EQ(steps.size(), 4U) << week;
  }
}

TEST(Content, GivesRitualsRulesThatAreWrittenAsTheyAreKept) {
  for (const Content& ritual : library().of(ContentKind::ritual)) {
    const auto rule = parse_rule(ritual.rule);
    ASSERT_TRUE(rule.has_value()) << ritual.id;
    EXPECT_EQ(parse_rule(to_string(*rule)).value(), *rule) << ritual.id;
    EXPECT_EQ(ritual.ritual_kind, ritual.category) << ritual.id;
    EXPECT_EQ(rule->frequency == Frequency::yearly, ritual.category == "yearly") << ritual.id;
  }
}

// What is offered as kind passes the rules that the composer goes by.
TEST(Content, OffersNoStartThatItsOwnRulesCallHarsh) {
  for (const Content& start : library().of(ContentKind::start)) {
    const SpeechCheck check = check_speech(start.text);
    EXPECT_TRUE(check.flags.empty()) << start.id << ": " << start.text.substr(check.flags.front().start, 30);
  }
}

}  // namespace
}  // namespace kindling
