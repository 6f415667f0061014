// Every scenario, every kind of fault, every I/O index: a command fails with a sentence or succeeds; what was
// acknowledged stays, nothing is half done, and the next command works.
#include <gtest/gtest.h>

#include <functional>

#include "tests/support/bare_home.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/faulty_vfs.hpp"

namespace kindling {
namespace {

constexpr std::uint64_t kAllIndices = 300;  // more are sampled with a stride

using Step = std::function<Result<void>(BareHome&)>;

Result<void> plain(const Result<Changes>& changes) { return changes ? Result<void>() : changes.error(); }

struct Scenario {
  std::string name;
  std::vector<Step> before;  // without faults
  std::vector<Step> steps;   // under faults: each is whole or not at all
  bool opens = false;        // the opening happens under the fault too
};

EntityRef first_reminder(BareHome& home) {
  const auto reminders = home.reminders.list();
  if (!reminders || reminders->empty()) return {};
  return {reminders->front().space, EntityKind::reminder, reminders->front().id.bytes};
}

Step add_reminder(std::string title) {
  return [title](BareHome& home) {
    return plain(home.reminders.add({.title = title,
                                     .at = LocalTime{std::chrono::minutes(465)},
                                     .rule = "FREQ=DAILY",
                                     .cue = "when I put on my shoes"}));
  };
}
Step add_check_in(Share share, std::string note) {
  return [share, note](BareHome& home) {
    return plain(home.check_ins.add({2, -1, {"Secretcalm"}, note, "a walk", share, std::nullopt}));
  };
}
Result<void> undo(BareHome& home) {
  const auto undone = home.history.undo();
  return undone ? Result<void>() : undone.error();
}
Result<void> edit(BareHome& home) {
  return plain(home.reminders.edit(first_reminder(home), {.title = "Secretkiss", .cue = "at the door"}));
}
Result<void> finish(BareHome& home) {
  return plain(home.reminders.finish(first_reminder(home), *parse_date("2026-11-23")));
}
Result<void> add_plan(BareHome& home) {
  return plain(home.plans.add({.title = "Secretramen night",
                               .start = *parse_date_time("2026-11-27T19:00"),
                               .zone = "UTC",
                               .place = "Home",
                               .tasks = {"Buy noodles", "Chill the sake", "Candles"}}));
}
Result<void> rebuild(BareHome& home) {
  for (Space* space : {home.self.get(), home.couple.get()}) {
    const auto rebuilt = space->rebuild();
    if (!rebuilt) return rebuilt.error();
    if (!rebuilt->equal) return failed("the tables weren't equal");
  }
  return {};
}
Result<void> set_quiet(BareHome& home) { return plain(home.settings.set_quiet(*parse_time_range("22:00-07:00"))); }
Result<void> set_comfort(BareHome& home) { return plain(home.settings.set_comfort(ComfortKind::touch, 5)); }
Result<void> keep_memory(BareHome& home) { return plain(home.keepsakes.add_memory("Secretfirst snow", std::nullopt)); }
Result<void> add_ritual(BareHome& home) {
  return plain(
      home.rituals.add({.title = "Secrettea at ten", .kind = RitualKind::bedtime, .steps = {"Kettle", "Sofa"}}));
}

// Puts the operations of the couple's space into Self, as a restore does.
Result<void> restore(BareHome& home) {
  std::vector<LoggedOperation> operations;
  home.couple->log().for_each([&](const LoggedOperation& logged) {
    operations.push_back(logged);
    return true;
  });
  if (auto status = home.couple->take_status(); !status) return status;
  std::size_t next = 0;
  const auto count = home.self->replace_with(Uuid{9}, [&]() -> std::optional<LoggedOperation> {
    if (next == operations.size()) return std::nullopt;
    return operations[next++];
  });
  return count ? Result<void>() : count.error();
}

std::vector<Scenario> scenarios() {
  const Step hug = add_reminder("Secrethug");
  // SQLite folds its log in every 1,000 pages; here nearly every act does, so that few acts show all of it.
  std::vector<Step> folding{[](BareHome& home) -> Result<void> {
    home.self->database().execute("PRAGMA wal_autocheckpoint=12");
    return home.self->take_status();
  }};
  for (int i = 0; i < 5; ++i) folding.push_back(add_check_in(Share::none, "Secretnote " + std::string(3000, 'x')));
  return {{"FirstOpening", {}, {}, true},
          {"Opening", {hug, add_check_in(Share::all, "Secretnote")}, {}, true},
          {"AddReminder", {hug}, {add_reminder("Secretcall")}},
          {"EditReminder", {hug}, {edit}},
          {"FinishReminder", {hug}, {finish}},
          {"AddCheckIn", {}, {add_check_in(Share::none, "Secretnote")}},
          {"ShareCheckIn", {hug}, {add_check_in(Share::mood, "Secretnote")}},
          {"AddPlan", {add_plan}, {add_plan}},
          {"UndoEdit", {hug, edit}, {undo}},
          {"UndoSharedCheckIn", {add_check_in(Share::all, "Secretnote")}, {undo}},
          {"Rebuild", {hug, add_plan, add_ritual, keep_memory}, {rebuild}},
          {"Settings", {set_quiet}, {set_comfort}},
          {"KeepMemoryAndRitual", {}, {keep_memory, add_ritual}},
          {"Checkpoint", {hug}, folding},
          {"Restore", {hug, add_plan, add_ritual, add_plan}, {restore}}};
}

class FaultInjection : public ::testing::Test {
 protected:
  // What happened under a fault.
  struct Run {
    std::size_t acknowledged = 0;
    std::optional<Error> error;
    std::string after;  // what the same connection says once the fault is over
    std::uint64_t calls = 0;
  };

  Result<std::unique_ptr<BareHome>> open() {
    return BareHome::open({.folder = "home", .vfs = vfs_.name()}, key_, clock_, random_);
  }

  // Runs the scenario without faults; fills in what the home says after each step.
  void prepare(const Scenario& scenario) {
    if (!scenario.before.empty() || !scenario.opens) {
      auto home = open();
      ASSERT_TRUE(home.has_value()) << home.error().message;
      for (const Step& step : scenario.before) {
        clock_.advance(std::chrono::seconds(1));
        ASSERT_TRUE(step(**home).has_value());
      }
    }
    start_ = vfs_.image();
    random_ = SeededRandom(7);
    auto home = open();
    ASSERT_TRUE(home.has_value());
    expected_.push_back(describe_home(**home));
    for (const Step& step : scenario.steps) {
      const auto done = step(**home);
      ASSERT_TRUE(done.has_value()) << done.error().message;
      expected_.push_back(describe_home(**home));
    }
    for (const std::string& text : expected_) ASSERT_FALSE(text.empty());
    if (scenario.name == "Checkpoint") {
      ASSERT_GT(vfs_.image()["home/self.db"].size(), start_["home/self.db"].size()) << "the log was folded in";
    }
  }

  Run run(const Scenario& scenario, Fault fault, std::uint64_t index) {
    vfs_.load(start_);
    random_ = SeededRandom(7);
    Run run;
    if (scenario.opens) vfs_.arm(fault, index);
    auto home = open();
    if (!home) {
      run.error = home.error();
      vfs_.disarm();
      return run;
    }
    if (!scenario.opens) vfs_.arm(fault, index);
    for (const Step& step : scenario.steps) {
      const auto done = step(**home);
      if (!done) {
        run.error = done.error();
        break;
      }
      ++run.acknowledged;
    }
    run.calls = vfs_.calls(fault);
    if (fault == Fault::power_loss && vfs_.has_struck()) return run;
    vfs_.disarm();
    // A shared twin that couldn't be written comes with the next act at the latest.
    EXPECT_TRUE((*home)->check_ins.publish_pending().has_value());
    run.after = describe_home(**home);
    // The next command works without opening anew.
    const auto next = add_check_in(Share::mood, "next")(**home);
    EXPECT_TRUE(next.has_value()) << next.error().message;
    if (next) {
      EXPECT_TRUE(undo(**home).has_value());
    }
    return run;
  }

  static void check_sentence(const Error& error) {
    EXPECT_GT(error.message.size(), 20U);
    EXPECT_EQ(error.message.find("Secret"), std::string::npos) << error.message;
    EXPECT_EQ(error.message.find('\n'), std::string::npos);
  }

  void check_after(const Scenario& scenario, const Run& run) {
    auto home = open();
    ASSERT_TRUE(home.has_value()) << home.error().message;
    const std::string now = describe_home(**home);
    bool fits = now == expected_[run.acknowledged];
    if (run.error && run.acknowledged + 1 < expected_.size()) fits = fits || now == expected_[run.acknowledged + 1];
    EXPECT_TRUE(fits) << "acknowledged " << run.acknowledged << " of " << scenario.steps.size() << "\n"
                      << now.substr(0, 2000) << "\ninstead of\n"
                      << expected_[run.acknowledged].substr(0, 2000);
    for (Space* space : {(*home)->self.get(), (*home)->couple.get()}) {
      {
        Query query = space->database().query("PRAGMA integrity_check");
        ASSERT_TRUE(query.step());
        EXPECT_EQ(query.text(0), "ok");
      }
      const auto rebuilt = space->rebuild();
      ASSERT_TRUE(rebuilt.has_value()) << rebuilt.error().message;
      EXPECT_TRUE(rebuilt->equal);
      EXPECT_EQ(rebuilt->broken, 0U);
    }
    EXPECT_TRUE(add_reminder("afterwards")(**home).has_value());
    EXPECT_NE(describe_home(**home).find("afterwards"), std::string::npos);
  }

  void strike_everywhere(const Scenario& scenario, Fault fault, std::uint64_t seed) {
    const Run whole = run(scenario, fault, UINT64_MAX);
    ASSERT_FALSE(whole.error.has_value());
    const std::uint64_t calls = whole.calls;
    const std::uint64_t stride = calls > kAllIndices ? calls / kAllIndices + 1 : 1;
    for (std::uint64_t index = 0; index < calls; index += stride) {
      SCOPED_TRACE(scenario.name + ", fault " + std::to_string(static_cast<int>(fault)) + " at " +
                   std::to_string(index) + ", seed " + std::to_string(seed));
      const Run faulty = run(scenario, fault, index);
      const bool struck = vfs_.has_struck();
      if (faulty.error) check_sentence(*faulty.error);
      EXPECT_TRUE(struck || !faulty.error);
      // A failure that the program lived to tell changed nothing.
      if (!faulty.after.empty() && faulty.error) {
        EXPECT_EQ(faulty.after, expected_[faulty.acknowledged]);
      }
      if (!faulty.after.empty() && !faulty.error) {
        EXPECT_EQ(faulty.after, expected_.back());
      }
      vfs_.restart(fault == Fault::power_loss ? seed : 1);
      check_after(scenario, faulty);
      if (HasFatalFailure() || HasNonfatalFailure()) return;
    }
  }

  FaultyVfs vfs_{"faulty"};
  FakeClock clock_{*parse_instant("2026-11-22T10:00:00Z")};
  SeededRandom random_{7};
  SecretKey key_ = SecretKey(std::array<std::uint8_t, SecretKey::kSize>{5});
  FaultyVfs::Image start_;
  std::vector<std::string> expected_;
};

class FaultInjectionAt : public FaultInjection, public ::testing::WithParamInterface<std::size_t> {};

TEST_P(FaultInjectionAt, LeavesTheHomeWhole) {
  const Scenario scenario = scenarios()[GetParam()];
  prepare(scenario);
  if (HasFatalFailure()) return;
  for (const Fault fault : {Fault::io_error, Fault::full, Fault::short_write}) strike_everywhere(scenario, fault, 1);
  for (const std::uint64_t seed : {0U, 1U, 11U, 12U}) strike_everywhere(scenario, Fault::power_loss, seed);
}

// The disk does lose what nobody synced: without this, nothing above would mean anything.
TEST_F(FaultInjection, LosesAnActThatWasNotSynced) {
  for (const bool synced : {true, false}) {
    vfs_.load({});
    {
      auto home = open();
      ASSERT_TRUE(home.has_value());
      if (!synced) (*home)->self->database().execute("PRAGMA synchronous=OFF");
      ASSERT_TRUE(add_reminder("Secrethug")(**home).has_value());
    }
    vfs_.restart(0);
    auto home = open();
    ASSERT_TRUE(home.has_value());
    EXPECT_EQ((*home)->reminders.list()->size(), synced ? 1U : 0U);
  }
}

INSTANTIATE_TEST_SUITE_P(Scenarios, FaultInjectionAt, ::testing::Range(std::size_t{0}, scenarios().size()),
                         [](const auto& parameter) { return scenarios()[parameter.param].name; });

}  // namespace
}  // namespace kindling
