#include "tests/support/test_home.hpp"

#include <gtest/gtest.h>

#include "core/domain/entity_types.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::minutes;

void act(Space& space, Verb verb, const std::function<void(Writer&)>& body) {
  const auto done = space.transact(verb, [&](Writer& writer) -> Result<void> {
    body(writer);
    return {};
  });
  ASSERT_TRUE(done.has_value()) << done.error().message;
}

std::string words(const Choose& choose, int least = 1) {
  static const std::vector<std::string> kWords{"hug",          "Küsse", "you \"and\" me", "tea; milk", "愛", "a\\b",
                                               "walk, slowly", "🔥",     "=1+1",           "<3"};
  std::string text;
  const int count = choose(least, 4);
  for (int i = 0; i < count; ++i)
    text += (i > 0 ? " " : "") + kWords[static_cast<std::size_t>(choose(0, static_cast<int>(kWords.size()) - 1))];
  return text;
}

std::string note(const Choose& choose) {
  std::string text = words(choose, 0);
  if (choose(0, 2) == 0) text += "\n\ttwo\r\nlines";
  return text;
}

std::vector<std::string> lines(const Choose& choose) {
  std::vector<std::string> found(static_cast<std::size_t>(choose(0, 3)));
  for (std::string& line : found) line = words(choose);
  return found;
}

Bytes any_occurrence(const Choose& choose) {
  return occurrence_key(LocalDate(days(choose(15'000, 21'000))), choose(0, 3) == 0 ? choose(0, 4) : 0);
}
Instant any_instant(const Choose& choose) {
  return Instant(std::chrono::seconds(choose(1'000'000'000, 1'900'000'000))) +
         std::chrono::milliseconds(choose(0, 1) * choose(0, 999));
}

Schedule any_schedule(const Choose& choose) {
  Schedule schedule;
  schedule.start = random_start(choose);
  if (choose(0, 2) == 0) {
    schedule.kind = ScheduleKind::zoned;
    schedule.zone = choose(0, 1) == 0 ? "Europe/Berlin" : "America/New_York";
  }
  if (choose(0, 2) > 0) schedule.rule = *parse_rule(choose(0, 1) == 0 ? "FREQ=WEEKLY;BYDAY=MO,FR" : "FREQ=DAILY");
  if (choose(0, 3) == 0) schedule.excluded.push_back(schedule.start + days(7));
  if (choose(0, 3) == 0) schedule.added.push_back(schedule.start + days(8) + minutes(5));
  auto normal = normalised(schedule);
  return normal ? *normal : any_schedule(choose);
}

void add_reminder(Space& space, const Choose& choose) {
  Reminder reminder;
  reminder.title = words(choose);
  if (choose(0, 1) == 0) reminder.cue = words(choose);
  reminder.schedule = any_schedule(choose);
  if (choose(0, 1) == 0) reminder.window = LocalTimeRange{{minutes(choose(0, 1439))}, {minutes(choose(0, 1439))}};
  reminder.kind = static_cast<ReminderKind>(choose(0, 4));
  reminder.paused = choose(0, 3) == 0;
  act(space, Verb::add_reminder, [&](Writer& w) {
    reminder.id.bytes = w.new_id();
    save(w, reminder);
  });
  for (int i = choose(0, 4); i > 0; --i) {
    act(space, Verb::finish_reminder, [&](Writer& w) {
      w.add_element(Reminder::kKind, reminder.id.bytes, static_cast<FieldNumber>(choose(20, 21)),
                    any_occurrence(choose));
    });
  }
  if (choose(0, 2) == 0) {
    act(space, Verb::snooze_reminder, [&](Writer& w) {
      w.add_element(Reminder::kKind, reminder.id.bytes, Reminder::kSnoozed, any_occurrence(choose),
                    to_field(any_instant(choose)));
    });
  }
  if (choose(0, 5) == 0)
    act(space, Verb::remove_reminder, [&](Writer& w) { w.set_alive(Reminder::kKind, reminder.id.bytes, false); });
}

void add_ritual(Space& space, const Choose& choose) {
  Ritual ritual;
  ritual.title = words(choose);
  ritual.kind = static_cast<RitualKind>(choose(0, 6));
  ritual.schedule.start = random_start(choose);
  ritual.schedule.rule = *parse_rule("FREQ=DAILY");
  ritual.schedule = *normalised(ritual.schedule);
  ritual.length = minutes(choose(1, 300));
  ritual.steps = lines(choose);
  act(space, Verb::add_ritual, [&](Writer& w) {
    ritual.id.bytes = w.new_id();
    save(w, ritual);
    for (int i = choose(0, 4); i > 0; --i)
      w.add_element(Ritual::kKind, ritual.id.bytes, Ritual::kDone, occurrence_key(LocalDate(days(20'000 + i))));
    if (choose(0, 2) == 0)
      w.add_element(Ritual::kKind, ritual.id.bytes, Ritual::kRests, occurrence_key(LocalDate(days(19'000))),
                    to_field(LocalDate(days(choose(19'000, 19'300)))));
  });
}

void add_plan(TestHome& home, const Choose& choose) {
  Plan plan;
  plan.title = words(choose);
  plan.start = random_start(choose);
  plan.zone = choose(0, 1) == 0 ? "Europe/Berlin" : "UTC";
  plan.at = to_instant(plan.start, *home.zones().find(plan.zone));
  plan.length = minutes(choose(1, 2000));
  plan.state = static_cast<PlanState>(choose(0, 4));
  plan.place = words(choose, 0);
  plan.note = note(choose);
  act(home.couple(), Verb::add_plan, [&](Writer& w) {
    plan.id.bytes = w.new_id();
    save(w, plan);
    for (std::uint8_t number = 1, most = static_cast<std::uint8_t>(choose(0, 3)); number <= most; ++number) {
      w.add_element(Plan::kKind, plan.id.bytes, Plan::kTasks, Bytes{0, number}, words(choose));
      if (choose(0, 1) == 0) w.add_element(Plan::kKind, plan.id.bytes, Plan::kTasksDone, Bytes{0, number});
      if (choose(0, 1) == 0)
        w.add_element(Plan::kKind, plan.id.bytes, Plan::kTaskDays, Bytes{0, number}, to_field(choose(0, 365)));
    }
    for (std::uint8_t number = 1, most = static_cast<std::uint8_t>(choose(0, 3)); number <= most; ++number) {
      w.add_element(Plan::kKind, plan.id.bytes, Plan::kItems, Bytes{0, number}, words(choose));
      if (choose(0, 1) == 0) w.add_element(Plan::kKind, plan.id.bytes, Plan::kItemsDone, Bytes{0, number});
    }
  });
}

void add_check_in(Space& space, const Choose& choose) {
  CheckIn check_in;
  check_in.at = any_instant(choose);
  check_in.zone = "Europe/Berlin";
  check_in.valence = choose(-4, 4);
  check_in.energy = choose(-4, 4);
  check_in.feelings = lines(choose);
  check_in.note = note(choose);
  check_in.need = words(choose, 0);
  check_in.share = static_cast<Share>(choose(0, 2));
  act(space, Verb::add_check_in, [&](Writer& w) {
    check_in.id.bytes = w.new_id();
    append(w, check_in);
  });
}

void add_keepsakes(Space& space, const Choose& choose) {
  act(space, Verb::add_memory, [&](Writer& w) {
    append(w, Memory{{w.new_id()}, LocalDate(days(choose(10'000, 20'000))), words(choose)});
    append(w, Appreciation{{w.new_id()}, any_instant(choose), words(choose)});
    append(w, PromptAnswer{{w.new_id()}, any_instant(choose), "prompt.dreams.first", words(choose)});
  });
}

void add_library(Space& space, const Choose& choose) {
  act(space, Verb::mark_idea, [&](Writer& w) {
    Mark mark;
    mark.id.bytes = w.new_id();
    mark.item = "date.home.candle-map";
    mark.verdict = static_cast<Verdict>(choose(0, 4));
    if (choose(0, 1) == 0) mark.last_shown = LocalDate(days(20'000));
    save(w, mark);
    if (choose(0, 1) == 0) w.add_count(Mark::kKind, mark.id.bytes, Mark::kShown, choose(1, 5));
    Idea idea;
    idea.id.bytes = w.new_id();
    idea.title = words(choose);
    idea.text = note(choose);
    idea.cost = static_cast<Cost>(choose(0, 3));
    idea.afar = choose(0, 1) == 0;
    save(w, idea);
  });
}

void add_settings(Space& space, const Choose& choose) {
  act(space, Verb::change_settings, [&](Writer& w) {
    Settings settings;
    settings.id = settings_id();
    settings.quiet = LocalTimeRange{{minutes(choose(600, 1439))}, {minutes(choose(0, 599))}};
    settings.comfort_touch = choose(0, 6);
    if (choose(0, 1) == 0) settings.budget_talk = choose(0, 200);
    settings.own_name = words(choose, 0);
    if (choose(0, 1) == 0) settings.theme = static_cast<Theme>(choose(0, 3));
    if (choose(0, 1) == 0) settings.text_scale = choose(85, 200);
    settings.discreet_title = choose(0, 1) == 0;
    save(w, settings);
  });
}

}  // namespace

TestHome::TestHome(std::uint64_t seed, bool in_memory)
    : in_memory_(in_memory), random_(seed), key_(SecretKey::random(random_)) {
  reopen();
}

void TestHome::reopen() {
  context_.reset();
  self_.reset();
  couple_.reset();
  const auto open = [&](const char* name, SpaceKind kind) {
    auto space = Space::open({.path = in_memory_ ? ":memory:" : folder_.path() + "/" + name, .kind = kind}, key_,
                             clock_, random_);
    return space ? std::move(*space) : nullptr;
  };
  self_ = open("self.db", SpaceKind::self);
  couple_ = open("couple.db", SpaceKind::couple);
  if (!self_ || !couple_) std::abort();
  context_ =
      std::make_unique<Context>(Context{*self_, *couple_, clock_, random_, zones_, *zones_.find("Europe/Berlin")});
}

std::pair<std::array<std::uint8_t, 32>, std::array<std::uint8_t, 32>> TestHome::digests() {
  return {self_->tables().digest(), couple_->tables().digest()};
}

void fill_by_chance(TestHome& home, const Choose& choose) {
  for (int i = choose(0, 12); i > 0; --i) {
    home.clock().advance(std::chrono::seconds(choose(0, 100'000)));
    switch (choose(0, 7)) {
      case 0: add_reminder(home.self(), choose); break;
      case 1: add_reminder(home.couple(), choose); break;
      case 2: add_ritual(home.couple(), choose); break;
      case 3: add_plan(home, choose); break;
      case 4: add_check_in(choose(0, 3) == 0 ? home.couple() : home.self(), choose); break;
      case 5: add_keepsakes(home.self(), choose); break;
      case 6: add_library(home.self(), choose); break;
      default: add_settings(home.self(), choose); break;
    }
  }
}

void fill_with_years(TestHome& home, int check_ins, int done_marks) {
  const auto least = [](int lowest, int) { return lowest; };
  const Instant first = *parse_instant("2006-11-22T10:00:00Z");
  act(home.self(), Verb::import, [&](Writer& w) {
    for (int i = 0; i < check_ins; ++i) {
      CheckIn check_in;
      check_in.id.bytes = w.new_id();
      check_in.at = first + minutes(105) * i;
      check_in.zone = "Europe/Berlin";
      check_in.valence = i % 9 - 4;
      check_in.energy = i % 7 - 3;
      check_in.feelings = {"calm", "close"};
      if (i % 3 == 0)
        check_in.note = "A quiet evening with tea, and we talked about the summer by the sea " + std::to_string(i);
      append(w, check_in);
    }
  });
  constexpr int kMarksEach = 7'000;
  for (int done = 0; done < done_marks; done += kMarksEach) {
    home.clock().advance(std::chrono::seconds(1));
    add_ritual(home.couple(), least);
    act(home.couple(), Verb::import, [&](Writer& w) {
      const Uuid id = w.tables().ids(EntityKind::ritual).back();
      for (int i = 0; i < kMarksEach; ++i)
        w.add_element(Ritual::kKind, id, Ritual::kDone, occurrence_key(LocalDate(days(13'474 + i))));
    });
  }
}

}  // namespace kindling
