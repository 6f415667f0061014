// Makes a home as it looks after twenty years: 100,000 check-ins, 200 reminders, 60 rituals with their years of "done",
// 1,500 plans and 5,000 memories, about 250,000 operations. The same seed gives the same life.
//   kindling_make_home FOLDER [SHARE]     SHARE: a fraction such as 0.01 for a small one
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>

#include "assets/content.hpp"
#include "core/kindling.hpp"
#include "core/storage/repository.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/common/system_clock.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::minutes;

constexpr long kYears = 20;
constexpr int kBatch = 2000;  // things of one act

class LifeWriter {
 public:
  LifeWriter(Kindling& home, FakeClock& clock, double share) : home_(home), clock_(clock), share_(share) {}

  bool write() { return reminders() && rituals() && plans() && check_ins() && memories() && last_check_in(); }

 private:
  [[nodiscard]] int scaled(int count) const { return std::max(1, static_cast<int>(count * share_)); }
  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(engine_); }
  LocalDate day(long number) const { return first_day_ + days(number); }
  static constexpr long kDays = kYears * 365 + 5;

  // Runs `one` count times, many in an act; `one` gets its number.
  template <class One>
  bool many(Space& space, Verb verb, int count, One&& one) {
    for (int start = 0; start < count; start += kBatch) {
      const auto done = space.transact(verb, [&](Writer& writer) -> Result<void> {
        for (int i = start; i < std::min(count, start + kBatch); ++i) one(writer, i);
        return {};
      });
      if (!done) return false;
    }
    return true;
  }

  void go_to(long number, int minute) { clock_.set(Instant((day(number).time_since_epoch()) + minutes(minute))); }

  bool reminders() {
    const ReminderKind kinds[] = {ReminderKind::affection, ReminderKind::talk, ReminderKind::other};
    const int count = scaled(200);
    go_to(1, 600);
    for (int i = 0; i < count; ++i) {
      AddReminder command;
      command.title = "A small thing, number " + std::to_string(i);
      command.cue = "when I put the kettle on";
      command.at = {minutes(7 * 60 + below(14 * 60))};
      command.kind = kinds[below(3)];
      command.rule = i % 3 == 0 ? "FREQ=DAILY" : i % 3 == 1 ? "FREQ=WEEKLY;BYDAY=MO,WE,FR" : "FREQ=MONTHLY;BYDAY=1SA";
      auto added = home_.reminders().add(command);
      if (!added) return false;
      const Uuid id = added->touched.front().id;
      if (i % 20 != 0) continue;
      const int times = scaled(4'000);
      if (!many(home_.context().self, Verb::finish_reminder, times, [&](Writer& writer, int n) {
            writer.add_element(Reminder::kKind, id, Reminder::kDone, occurrence_key(day(n + (kDays - times) / 2)));
          })) {
        return false;
      }
    }
    return true;
  }

  bool rituals() {
    const int count = scaled(60);
    for (int i = 0; i < count; ++i) {
      AddRitual command;
      command.title = "Ritual number " + std::to_string(i);
      command.kind = i % 4 == 0 ? RitualKind::weekly : RitualKind::bedtime;
      command.at = {minutes(6 * 60 + below(16 * 60))};
      command.steps = {"Put the phones away", "Make tea"};
      auto added = home_.rituals().add(command);
      if (!added) return false;
      const Uuid id = added->touched.front().id;
      const bool weekly = command.kind == RitualKind::weekly;
      const int times = scaled(weekly ? 900 : 1'800);
      if (!many(home_.context().couple, Verb::finish_ritual, times, [&](Writer& writer, int n) {
            writer.add_element(Ritual::kKind, id, Ritual::kDone,
                               occurrence_key(day(kDays - 1 - n * (weekly ? 7L : 2L))));
          })) {
        return false;
      }
    }
    return true;
  }

  bool plans() {
    const int count = scaled(1500);
    for (int i = 0; i < count; ++i) {
      go_to(static_cast<long>(i) * (kDays - 1) / count, 600);
      AddPlan command;
      command.title = "An evening, number " + std::to_string(i);
      command.zone = "Europe/Berlin";
      command.start = at(day(static_cast<long>(i + 1) * (kDays - 1) / count + 3), {minutes(19 * 60)});
      command.tasks = {"Book a table"};
      plans_.push_back(command);
    }
    go_to(kDays - 2, 600);
    return many(home_.context().couple, Verb::add_plan, count, [&](Writer& writer, int i) {
      const AddPlan& command = plans_[static_cast<std::size_t>(i)];
      Plan plan;
      plan.id.bytes = writer.new_id();
      plan.title = command.title;
      plan.zone = command.zone;
      plan.start = command.start;
      plan.at = Instant(to_instant(command.start, *home_.context().zones.find(command.zone)));
      plan.state = i + 1 < count ? PlanState::done : PlanState::accepted;
      save(writer, plan);
    });
  }

  bool check_ins() {
    const int count = scaled(100'000);
    const char* feelings[] = {"calm", "tired", "tender", "restless", "hopeful", "lonely", "playful"};
    return many(home_.context().self, Verb::add_check_in, count, [&](Writer& writer, int i) {
      CheckIn check_in;
      check_in.id.bytes = writer.new_id();
      check_in.at = Instant(day(static_cast<long>(i) * (kDays - 1) / count).time_since_epoch() +
                            minutes(6 * 60 + below(17 * 60)));
      check_in.zone = "Europe/Berlin";
      check_in.valence = std::clamp(below(9) + below(3) - 5, -4, 4);
      check_in.energy = below(9) - 4;
      check_in.feelings = {feelings[below(7)]};
      if (i % 3 == 0) check_in.note = "A few words about the day, the way one writes them in passing.";
      append(writer, check_in);
    });
  }

  bool last_check_in() {
    go_to(kDays - 1, 600);
    return home_.check_ins().add({.valence = 1, .energy = 0, .feelings = {"calm"}}).has_value();
  }

  bool memories() {
    const int count = scaled(5'000);
    return many(home_.context().self, Verb::add_memory, count, [&](Writer& writer, int i) {
      Memory memory;
      memory.id.bytes = writer.new_id();
      memory.date = day(static_cast<long>(i) * (kDays - 1) / count);
      memory.text = "We walked home in the rain and laughed about memory number " + std::to_string(i) + ".";
      append(writer, memory);
    });
  }

  Kindling& home_;
  FakeClock& clock_;
  double share_;
  std::mt19937 engine_{20061122};
  std::vector<AddPlan> plans_;
  LocalDate first_day_ = *parse_date("2006-11-22");
};

int make_home(const std::string& folder, double share) {
  FakeClock clock(*parse_instant("2006-11-22T08:00:00Z"));
  SystemRandom random;
  TzifZones zones;
  PosixFiles files;
  const auto catalogue = Catalogue::load(packed_content());
  if (!catalogue) return 1;
  const auto home =
      Kindling::open({.folder = folder, .zone = "Europe/Berlin"}, {clock, random, zones, files}, *catalogue);
  if (!home || !LifeWriter(**home, clock, share).write()) {
    std::fprintf(stderr, "the home couldn't be made\n");
    return 1;
  }
  const Context& context = (*home)->context();
  std::printf("%llu operations\n",
              static_cast<unsigned long long>(context.self.log().count() + context.couple.log().count()));
  return 0;
}

}  // namespace
}  // namespace kindling

int main(int argc, char** argv) {
  if (argc < 2) {
    std::fprintf(stderr, "usage: kindling_make_home FOLDER [SHARE]\n");
    return 2;
  }
  return kindling::make_home(argv[1], argc > 2 ? std::atof(argv[2]) : 1.0);
}
