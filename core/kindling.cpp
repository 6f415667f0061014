#include "core/kindling.hpp"

#include <optional>

#include "core/services/backup_service.hpp"

namespace kindling {

namespace {

// The least page of SQLite. It takes a shorter file for one that is still to be begun.
constexpr std::uint64_t kLeastFile = 512;

Error lost() {
  return failed("a data file of this home is missing or empty; put a copy of it back or restore a backup");
}

// SQLite gives a new file the permissions that the process's mask leaves; ours are for their owner alone, and the files
// that SQLite puts beside one take after it.
Result<void> prepare(FileStore& files, const std::string& path) {
  if (files.exists(path)) return {};
  if (auto made = files.create(path, {}); !made) return made.error();
  return {};
}

}  // namespace

struct Kindling::Parts {
  Parts(HomeOptions given_options, const Ports& given_ports, const Catalogue& given_catalogue, KeyRing given_keys,
        const TimeZone& zone, std::unique_ptr<Space> given_self, std::unique_ptr<Space> given_couple)
      : options(std::move(given_options)),
        ports(given_ports),
        keys(std::move(given_keys)),
        self(std::move(given_self)),
        couple(std::move(given_couple)),
        context{*self, *couple, ports.clock, ports.random, ports.zones, zone},
        library(context, given_catalogue),
        today(context, given_catalogue),
        delivery(context, given_catalogue),
        programme(context, given_catalogue),
        cards(context) {}

  HomeOptions options;
  Ports ports;
  KeyRing keys;
  std::unique_ptr<Space> self;
  std::unique_ptr<Space> couple;
  Context context;
  ReminderService reminders{context};
  RitualService rituals{context};
  PlanService plans{context};
  CheckInService check_ins{context};
  KeepsakeService keepsakes{context};
  SettingsService settings{context};
  InsightService insight{context};
  HistoryService history{context};
  QuestionService questions{context};
  SearchService search{context};
  LibraryService library;
  TodayService today;
  DeliveryService delivery;
  ProgrammeService programme;
  CardService cards;
};

Kindling::Kindling(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Kindling::~Kindling() = default;

Result<std::unique_ptr<Kindling>> Kindling::open(const HomeOptions& options, const Ports& ports,
                                                 const Catalogue& catalogue) {
  const TimeZone* zone = ports.zones.find(options.zone);
  if (zone == nullptr) return invalid("there is no such time zone; use an IANA name such as Europe/Berlin");
  const std::string self_path = options.folder + "/self.db";
  const std::string couple_path = options.folder + "/couple.db";
  const bool has_data = ports.files.exists(self_path) || ports.files.exists(couple_path);
  if (!has_data && options.must_exist)
    return not_found("there is no home there yet; any command that keeps something makes one");
  if (auto made = ports.files.make_folder(options.folder); !made) return made.error();
  // The private space is whole before the shared one is begun, so this is no home in the making.
  if (ports.files.size(couple_path) >= kLeastFile && ports.files.size(self_path) < kLeastFile) return lost();
  auto keys = KeyRing::open(ports.files, ports.random, options.folder, options.passphrase, has_data);
  if (!keys) return keys.error();
  if (auto made = prepare(ports.files, self_path); !made) return made.error();
  auto self = Space::open({.path = self_path, .kind = SpaceKind::self, .vfs = options.vfs, .durable = options.durable},
                          keys->home_key(), ports.clock, ports.random);
  if (!self) return self.error();
  // Both are there before anything can be kept.
  if (ports.files.size(couple_path) < kLeastFile && (*self)->log().count() > 0) return lost();
  if (auto made = prepare(ports.files, couple_path); !made) return made.error();
  auto couple =
      Space::open({.path = couple_path, .kind = SpaceKind::couple, .vfs = options.vfs, .durable = options.durable},
                  keys->home_key(), ports.clock, ports.random);
  if (!couple) return couple.error();
  (*self)->come_after(**couple);
  (*couple)->come_after(**self);
  const bool read_only = (*self)->database().is_read_only() || (*couple)->database().is_read_only();
  if (!read_only) {
    auto finished = finish_pending_restore(**self, **couple, ports.files, keys->home_key(), options.folder);
    if (!finished) return finished.error();
  }
  auto parts =
      std::make_unique<Parts>(options, ports, catalogue, std::move(*keys), *zone, std::move(*self), std::move(*couple));
  std::unique_ptr<Kindling> home(new Kindling(std::move(parts)));
  // A home that can only be read waits with what is to be shared.
  if (!read_only) {
    // A full disk doesn't keep anybody from reading: what is to be shared then waits for the next opening.
    (void)home->check_ins().publish_pending();
    (void)home->insight().keep_up();
  }
  return home;
}

const Context& Kindling::context() const noexcept { return parts_->context; }
KeyRing& Kindling::keys() noexcept { return parts_->keys; }
bool Kindling::changed_elsewhere() {
  const bool self = parts_->context.self.changed_elsewhere();
  return parts_->context.couple.changed_elsewhere() || self;
}
const std::string& Kindling::folder() const noexcept { return parts_->options.folder; }
FileStore& Kindling::files() noexcept { return parts_->ports.files; }
ReminderService& Kindling::reminders() noexcept { return parts_->reminders; }
RitualService& Kindling::rituals() noexcept { return parts_->rituals; }
PlanService& Kindling::plans() noexcept { return parts_->plans; }
CheckInService& Kindling::check_ins() noexcept { return parts_->check_ins; }
KeepsakeService& Kindling::keepsakes() noexcept { return parts_->keepsakes; }
LibraryService& Kindling::library() noexcept { return parts_->library; }
SettingsService& Kindling::settings() noexcept { return parts_->settings; }
InsightService& Kindling::insight() noexcept { return parts_->insight; }
HistoryService& Kindling::history() noexcept { return parts_->history; }
SearchService& Kindling::search() noexcept { return parts_->search; }
TodayService& Kindling::today() noexcept { return parts_->today; }
DeliveryService& Kindling::delivery() noexcept { return parts_->delivery; }
QuestionService& Kindling::questions() noexcept { return parts_->questions; }
ProgrammeService& Kindling::programme() noexcept { return parts_->programme; }
CardService& Kindling::cards() noexcept { return parts_->cards; }

}  // namespace kindling
