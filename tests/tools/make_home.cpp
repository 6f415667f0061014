// Writes the small home that tests/corpus keeps of the present schema version: make_home FOLDER. Run once for each
// version; the files are never written again.
#include <cstdio>

#include "core/storage/key_ring.hpp"
#include "platform/common/posix_files.hpp"
#include "tests/support/bare_home.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

template <class T>
T must(Result<T> result) {
  if (!result) {
    std::fprintf(stderr, "%s\n", result.error().message.c_str());
    std::exit(1);
  }
  return std::move(*result);
}

void live(BareHome& home, FakeClock& clock) {
  const auto at = [&clock](const char* instant) { clock.set(*parse_instant(instant)); };
  at("2026-11-22T08:30:00Z");
  must(home.settings.set_quiet(*parse_time_range("22:00-07:00")));
  must(home.settings.set_comfort(ComfortKind::touch, 4));
  must(home.check_ins.add({2, -1, {"calm", "close"}, "Slow Sunday", "a walk together", Share::all, std::nullopt}));
  must(home.keepsakes.add_memory("First snow on the balcony", *parse_date("2025-11-22")));
  must(home.keepsakes.appreciate("Thank you for the soup"));
  must(home.keepsakes.answer_prompt("prompt-quiet-place", "The lake, without phones"));
  const EntityRef hug = must(home.reminders.add({.title = "Hug before work",
                                                 .at = *parse_time("07:45"),
                                                 .rule = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
                                                 .cue = "when I put on my shoes"}))
                            .touched.front();
  const EntityRef call =
      must(home.reminders.add({.title = "Call your mum", .at = *parse_time("18:00"), .for_both = true}))
          .touched.front();
  must(home.reminders.edit(call, {.title = "Call your mother"}));
  must(home.reminders.pause(call));
  const EntityRef tea = must(home.rituals.add({.title = "Tea at ten",
                                               .kind = RitualKind::bedtime,
                                               .at = *parse_time("22:00"),
                                               .length = std::chrono::minutes(15),
                                               .steps = {"Kettle", "Sofa"}}))
                            .touched.front();
  const EntityRef ramen = must(home.plans.add({.title = "Ramen night",
                                               .start = *parse_date_time("2026-11-27T19:00"),
                                               .zone = "Europe/Berlin",
                                               .place = "Home",
                                               .tasks = {"Buy noodles", "Candles"}}))
                              .touched.front();
  const EntityRef museum =
      must(home.plans.add({.title = "Museum", .start = *parse_date_time("2026-11-21T14:00"), .zone = "UTC"}))
          .touched.front();
  must(home.plans.finish(museum, "The blue room"));
  must(home.plans.finish_task(ramen, 1));
  must(home.plans.accept(ramen));
  at("2026-11-23T08:30:00Z");
  must(home.reminders.finish(hug, *parse_date("2026-11-23")));
  must(home.rituals.finish(tea, *parse_date("2026-11-22")));
  at("2026-11-24T08:30:00Z");
  must(home.reminders.skip(hug, *parse_date("2026-11-24")));
  must(home.check_ins.add({-2, 1, {"tense"}, "Long day", "", Share::none, std::nullopt}));
  must(home.rituals.rest(tea, *parse_date("2026-12-01")));
  must(home.keepsakes.add_memory("An act that was undone", std::nullopt));
  must(home.history.undo());
  at("2026-11-25T08:30:00Z");
  must(home.check_ins.add({1, 2, {}, "", "", Share::mood, std::nullopt}));
  must(home.reminders.snooze(hug, clock.now() + std::chrono::minutes(30)));
}

}  // namespace
}  // namespace kindling

int main(int argc, char** argv) {
  using namespace kindling;
  if (argc != 2) return 2;
  PosixFiles files;
  SeededRandom random(20261122);
  FakeClock clock(*parse_instant("2026-11-22T08:00:00Z"));
  must(KeyRing::open(files, random, argv[1], "", false));
  const auto keys = must(KeyRing::open(files, random, argv[1], "", true));
  const auto home = must(BareHome::open({.folder = argv[1]}, keys.home_key(), clock, random));
  live(*home, clock);
  // All in one file each: nothing is left in SQLite's log.
  for (Space* space : {home->self.get(), home->couple.get()}) {
    space->database().query("PRAGMA wal_checkpoint(TRUNCATE)").run();
    if (!space->take_status()) return 1;
  }
  return 0;
}
