// Several processes on one home at once: fork()ed, each with connections of its own.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>
#include <map>
#include <set>

#include "core/storage/key_ring.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/common/system_clock.hpp"
#include "tests/support/bare_home.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

constexpr int kProcesses = 4;
constexpr int kActs = 100;
constexpr FieldNumber kCounter = 30;
const Uuid kCounted{0xC0};

// The children wait for each other at a pipe and begin at once.
class Race {
 public:
  Race() {
    if (::pipe(gate_) != 0) std::abort();
  }
  Race(const Race&) = delete;
  Race& operator=(const Race&) = delete;
  ~Race() {
    ::close(gate_[0]);
    ::close(gate_[1]);
  }
  // `body` returns a sentence where something went wrong.
  void child(const std::function<std::string()>& body) {
    int report[2] = {-1, -1};
    if (::pipe(report) != 0) std::abort();
    const pid_t pid = ::fork();
    if (pid == 0) {
      ::close(gate_[1]);
      char byte = 0;
      (void)!::read(gate_[0], &byte, 1);
      const std::string trouble = body();
      (void)!::write(report[1], trouble.data(), trouble.size());
      ::_exit(trouble.empty() ? 0 : 1);
    }
    ::close(report[1]);
    children_.push_back({pid, report[0]});
  }
  // All sentences of all children.
  std::string run() {
    ::close(std::exchange(gate_[1], -1));
    std::string troubles;
    for (const auto& [pid, report] : children_) {
      char buffer[4096];
      for (ssize_t got = 0; (got = ::read(report, buffer, sizeof buffer)) > 0;)
        troubles.append(buffer, static_cast<std::size_t>(got));
      ::close(report);
      int status = 0;
      ::waitpid(pid, &status, 0);
      if (!WIFEXITED(status)) troubles += "a process ended by signal " + std::to_string(WTERMSIG(status));
    }
    return troubles;
  }

 private:
  struct Child {
    pid_t pid;
    int report;
  };
  int gate_[2] = {-1, -1};
  std::vector<Child> children_;
};

class SeveralProcesses : public ::testing::Test {
 protected:
  // As the façade opens a home: the key first, made where there is nothing yet.
  Result<std::unique_ptr<BareHome>> open() {
    const bool has_data = files_.exists(folder_.path() + "/self.db") || files_.exists(folder_.path() + "/couple.db");
    auto keys = KeyRing::open(files_, random_, folder_.path(), "", has_data);
    if (!keys) return keys.error();
    return BareHome::open({.folder = folder_.path()}, keys->home_key(), clock_, random_);
  }

  std::string act(int process) {
    auto home = open();
    if (!home) return "open: " + home.error().message;
    for (int i = 0; i < kActs; ++i) {
      const std::string mine = std::to_string(process) + "." + std::to_string(i);
      Result<Changes> done = failed("");
      switch (i % 4) {
        case 0: done = (*home)->reminders.add({.title = mine, .rule = "FREQ=DAILY"}); break;
        case 1: done = (*home)->check_ins.add({1, 1, {}, mine, "", Share::mood, std::nullopt}); break;
        case 2: done = (*home)->settings.set_comfort(ComfortKind::talk, i % 7); break;
        default:
          done = (*home)->self->transact(Verb::mark_idea, [](Writer& writer) -> Result<void> {
            writer.add_count(EntityKind::mark, kCounted, kCounter, 1);
            return {};
          });
      }
      if (!done) return mine + ": " + done.error().message;
    }
    return "";
  }

  void check(BareHome& home, int processes) {
    std::set<std::string> titles;
    const auto reminders = home.reminders.list();
    ASSERT_TRUE(reminders.has_value());
    for (const Reminder& reminder : *reminders) titles.insert(reminder.title);
    EXPECT_EQ(titles.size(), static_cast<std::size_t>(processes * kActs / 4));
    EXPECT_EQ(home.check_ins.list(std::nullopt, std::nullopt)->size(), static_cast<std::size_t>(processes * kActs / 4));
    EXPECT_EQ(home.couple->tables().count(EntityKind::check_in), static_cast<std::uint64_t>(processes * kActs / 4));
    EXPECT_EQ(home.self->tables().total(kCounted, kCounter), processes * kActs / 4);
    for (Space* space : {home.self.get(), home.couple.get()}) {
      std::map<Uuid, std::uint64_t> next;
      std::map<Uuid, Stamp> last;
      std::map<Uuid, std::map<std::uint64_t, Stamp>> stamps;
      space->log().for_each([&](const LoggedOperation& logged) {
        const OperationRef& ref = logged.operation.ref;
        EXPECT_TRUE(stamps[ref.stream].emplace(ref.seq, logged.operation.stamp).second);
        return true;
      });
      EXPECT_EQ(stamps.size(), 1U) << "one device, one stream";
      for (const auto& [stream, of_stream] : stamps) {
        EXPECT_EQ(of_stream.begin()->first, 1U);
        EXPECT_EQ(of_stream.rbegin()->first, of_stream.size()) << "sequence numbers are dense";
        Stamp before;
        for (const auto& [seq, stamp] : of_stream) {
          EXPECT_GT(stamp, before) << "stamps go on";
          before = stamp;
        }
      }
      EXPECT_TRUE(space->rebuild()->equal);
      EXPECT_TRUE(space->take_status().has_value());
    }
  }

  TemporaryFolder folder_;
  PosixFiles files_;
  SystemClock clock_;
  SystemRandom random_;
};

TEST_F(SeveralProcesses, LoseNoUpdate) {
  ASSERT_TRUE(open().has_value());
  auto watcher = open();
  ASSERT_TRUE(watcher.has_value());
  Race race;
  for (int process = 0; process < kProcesses; ++process) race.child([this, process] { return act(process); });
  EXPECT_EQ(race.run(), "");
  check(**watcher, kProcesses);  // open since before: it sees the others' changes
}

TEST_F(SeveralProcesses, MakeTheSameNewHomeAtOnce) {
  for (int round = 0; round < 15; ++round) {
    const std::string home = folder_.path() + "/" + std::to_string(round);
    Race race;
    for (int process = 0; process < kProcesses; ++process) {
      race.child([&]() -> std::string {
        const bool has_data = files_.exists(home + "/self.db") || files_.exists(home + "/couple.db");
        auto keys = KeyRing::open(files_, random_, home, "", has_data);
        if (!keys) return keys.error().message;
        auto opened = BareHome::open({.folder = home}, keys->home_key(), clock_, random_);
        if (!opened) return opened.error().message;
        const auto added = (*opened)->reminders.add({.title = "Hug", .rule = "FREQ=DAILY", .for_both = true});
        return added ? "" : added.error().message;
      });
    }
    ASSERT_EQ(race.run(), "") << "round " << round;
    auto keys = KeyRing::open(files_, random_, home, "", true);
    ASSERT_TRUE(keys.has_value());
    auto opened = BareHome::open({.folder = home}, keys->home_key(), clock_, random_);
    ASSERT_TRUE(opened.has_value());
    EXPECT_EQ((*opened)->reminders.list()->size(), static_cast<std::size_t>(kProcesses));
    EXPECT_TRUE((*opened)->couple->rebuild()->equal);
  }
}

TEST_F(SeveralProcesses, ReadWhileOthersWrite) {
  ASSERT_TRUE(open().has_value());
  Race race;
  race.child([this] { return act(0); });
  race.child([this] { return act(1); });
  race.child([this]() -> std::string {
    std::size_t most = 0;
    for (int i = 0; i < 300; ++i) {
      auto home = open();  // like a command that lists
      if (!home) return "open: " + home.error().message;
      const auto reminders = (*home)->reminders.list();
      if (!reminders) return "list: " + reminders.error().message;
      if (reminders->size() < most) return "a reminder went away";
      most = reminders->size();
      for (const Reminder& reminder : *reminders) {
        if (reminder.title.empty() || !reminder.schedule.rule) return "half a reminder was seen";
      }
    }
    return "";
  });
  EXPECT_EQ(race.run(), "");
  auto home = open();
  ASSERT_TRUE(home.has_value());
  check(**home, 2);
}

// Each act depends on what it read in its own transaction: nobody's step is taken twice or lost.
TEST_F(SeveralProcesses, ReadAndWriteInOneTurn) {
  ASSERT_TRUE(open().has_value());
  const Uuid id{1};
  Race race;
  for (int process = 0; process < kProcesses; ++process) {
    race.child([&]() -> std::string {
      auto home = open();
      if (!home) return home.error().message;
      for (int i = 0; i < kActs; ++i) {
        const auto done = (*home)->self->transact(Verb::edit_reminder, [&](Writer& writer) -> Result<void> {
          const auto before = writer.tables().cell(id, 4);
          const std::int64_t number = before ? std::get<std::int64_t>(before->value) : 0;
          writer.set(EntityKind::reminder, id, 4, number + 1);
          return {};
        });
        if (!done) return done.error().message;
      }
      return "";
    });
  }
  EXPECT_EQ(race.run(), "");
  auto home = open();
  ASSERT_TRUE(home.has_value());
  EXPECT_EQ((*home)->self->tables().cell(id, 4)->value, FieldValue(std::int64_t{kProcesses * kActs}));
}

}  // namespace
}  // namespace kindling
