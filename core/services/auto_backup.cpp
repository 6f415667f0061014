#include "core/services/auto_backup.hpp"

#include <algorithm>
#include <array>

#include "core/codec/bounded_archive.hpp"
#include "core/services/settings_service.hpp"

namespace kindling {
namespace {

constexpr std::string_view kLabel = "kindling/auto-backup";
constexpr std::string_view kStateHead = "kindling-auto-backup 1\n";
constexpr std::size_t kSmallFile = 64 * 1024;
constexpr std::size_t kMostSalts = 64;

SecretKey key_of(const SecretKey& home_key) { return home_key.derive(kLabel); }

bool is_within(const std::string& folder, const std::string& home) {
  return folder == home || folder.starts_with(home + "/");
}

}  // namespace

// How backups are written into a folder. Salts are not secret: each names the backups that were made under its key.
struct AutoBackup::Setup {
  std::string folder;  // empty: turned off
  bool encrypted = false;
  BackupSeal seal;
  std::vector<Salt> earlier;  // of setups before this one: their backups are ours too

  [[nodiscard]] std::optional<BackupSeal> backup_seal() const { return encrypted ? std::optional(seal) : std::nullopt; }

  template <class Archive>
  void save(Archive& archive) const {
    archive(std::uint8_t{1}, folder, encrypted, seal.salt, seal.cost.operations, seal.cost.memory_bytes,
            seal.key.bytes(), earlier);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t version = 0;
    std::array<std::uint8_t, SecretKey::kSize> key{};
    archive(version);
    if (version != 1) throw cereal::Exception("version");
    archive(folder, encrypted, seal.salt, seal.cost.operations, seal.cost.memory_bytes, key, earlier);
    seal.key = SecretKey(key);
  }
};

// What the runs on this device came to. Plain text: times, and a sentence of ours.
struct AutoBackup::State {
  BackupTimes times;
  std::string problem;  // of the last failure

  struct Line {
    std::string_view name;
    std::optional<Instant> BackupTimes::*time;
  };
  static constexpr std::array<Line, 4> kLines{{{"since ", &BackupTimes::since},
                                               {"started ", &BackupTimes::started},
                                               {"success ", &BackupTimes::success},
                                               {"failure ", &BackupTimes::failure}}};
};

std::optional<AutoBackup::Setup> AutoBackup::read_setup() const {
  const auto bytes = files_.read(home_ + "/auto-backup.key", kSmallFile);
  if (!bytes) return std::nullopt;
  const auto plain = open_sealed(key_of(home_key_), bytes_of(kLabel), *bytes);
  if (!plain) return std::nullopt;
  return codec::decode<Setup>(*plain);
}

Result<void> AutoBackup::write_setup(const Setup& setup) {
  const Bytes sealed = seal(key_of(home_key_), bytes_of(kLabel), codec::encode(setup), context_.random);
  return files_.write(home_ + "/auto-backup.key", sealed);
}

AutoBackup::State AutoBackup::read_state() const {
  State state;
  const auto bytes = files_.read(home_ + "/auto-backup.state", kSmallFile);
  if (!bytes || !text_of(*bytes).starts_with(kStateHead)) return state;
  std::string_view rest = text_of(*bytes).substr(kStateHead.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    for (const auto& [name, time] : State::kLines) {
      if (!line.starts_with(name)) continue;
      if (const auto instant = parse_instant(line.substr(name.size()))) state.times.*time = *instant;
    }
    if (line.starts_with("problem ")) state.problem = line.substr(8);
  }
  return state;
}

Result<void> AutoBackup::write_state(const State& state) {
  std::string text(kStateHead);
  for (const auto& [name, time] : State::kLines) {
    if (state.times.*time) (text += name) += to_utc_string(*(state.times.*time)) + "\n";
  }
  if (!state.problem.empty()) text += "problem " + state.problem + "\n";
  return files_.write(home_ + "/auto-backup.state", bytes_of(text));
}

// Whether this home made the backup: under one of its keys, or openly and of the same space.
bool AutoBackup::is_ours(const std::string& path, const Setup& setup) const {
  const auto file = files_.read(path, kBackupLimit);
  if (!file) return false;
  const auto header = read_backup_header(*file);
  if (!header) return false;
  if (header->encrypted) {
    return (setup.encrypted && header->salt == setup.seal.salt) ||
           std::find(setup.earlier.begin(), setup.earlier.end(), header->salt) != setup.earlier.end();
  }
  const auto records = read_backup(*file, std::nullopt);
  bool same = false;
  const RecordVisitor visit{
      [&](SpaceKind kind, const Uuid& id) { same = same || (kind == SpaceKind::self && id == context_.self.id()); },
      {}};
  return records && read_records(*records, visit) && same;
}

Result<AutoBackupReport> AutoBackup::make(const Setup& setup, const Progress& progress) {
  if (!files_.exists(setup.folder))
    return not_found("the folder for automatic backups isn't there; connect its disk, or choose another folder");
  const LocalDate today = date_of(context_.local_now());
  const std::string folder = setup.folder + "/";
  for (const std::string& name : decide_backups(today, context_.clock.now(), {}, files_.list(setup.folder)).unfinished)
    static_cast<void>(files_.remove(folder + name));
  AutoBackupReport report;
  report.name = auto_backup_name(today);
  const std::string path = folder + report.name;
  if (files_.exists(path) && !is_ours(path, setup))
    return invalid("today's file in the backup folder isn't of this home; choose a folder for this home alone");
  const std::string unfinished = folder + unfinished_name(report.name);
  auto made = BackupService(context_, files_, home_key_, home_).backup_under(unfinished, setup.backup_seal(), progress);
  Result<void> done;
  if (!made) done = made.error();
  if (done) done = files_.rename(unfinished, path);
  if (!done) {
    static_cast<void>(files_.remove(unfinished));
    return done.error();
  }
  report.backup = *made;
  const auto decision = decide_backups(today, context_.clock.now(), {}, files_.list(setup.folder));
  report.kept = decision.keep.size();
  for (const std::string& name : decision.remove) {
    // What is damaged here can't be backed up: then the older ones may be all that holds it.
    const bool goes = made->broken == 0 && is_ours(folder + name, setup) && files_.remove(folder + name);
    ++(goes ? report.removed : report.kept);
  }
  return report;
}

Result<AutoBackupReport> AutoBackup::turn_on(const std::string& folder, std::string_view passphrase,
                                             const PassphraseCost& cost, const Progress& progress) {
  if (is_within(folder, home_))
    return invalid("a backup within the home is lost with it; choose a folder elsewhere, best on another disk");
  Setup setup;
  if (const auto last = read_setup()) {
    setup.earlier = last->earlier;
    if (last->encrypted) setup.earlier.push_back(last->seal.salt);
    if (setup.earlier.size() > kMostSalts) setup.earlier.erase(setup.earlier.begin());
  }
  setup.folder = folder;
  setup.encrypted = !passphrase.empty();
  if (setup.encrypted) {
    context_.random.fill(setup.seal.salt);
    setup.seal.cost = cost;
    auto key = key_from_passphrase(passphrase, setup.seal.salt, cost);
    if (!key) return key.error();
    setup.seal.key = *key;
  }
  if (auto made = files_.make_folder(folder); !made) return made.error();
  auto first = make(setup, progress);
  if (!first) return first;
  const auto before = read_setup();
  if (auto kept = write_setup(setup); !kept) return kept.error();
  if (auto chosen = SettingsService(context_).set_auto_backup(folder); !chosen) {
    if (before) static_cast<void>(write_setup(*before));
    return chosen.error();
  }
  State state;
  const Instant now = context_.clock.now();
  state.times = {.since = now, .started = now, .success = now, .failure = {}};
  if (auto kept = write_state(state); !kept) return kept.error();
  return first;
}

Result<void> AutoBackup::turn_off() {
  if (auto chosen = SettingsService(context_).set_auto_backup({}); !chosen) return chosen.error();
  if (auto setup = read_setup()) {
    Setup off;
    off.earlier = std::move(setup->earlier);
    if (setup->encrypted) off.earlier.push_back(setup->seal.salt);
    if (auto kept = write_setup(off); !kept) return kept;
  }
  return files_.remove(home_ + "/auto-backup.state");
}

Result<AutoBackupStatus> AutoBackup::status() {
  const auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  AutoBackupStatus status;
  status.folder = settings->auto_backup_folder;
  status.on = !status.folder.empty();
  if (!status.on) return status;
  const auto setup = read_setup();
  status.here = setup && setup->folder == status.folder;
  if (!status.here) {
    status.warning = "automatic backups aren't set up on this device; `kindling backup auto DIR` does it";
    return status;
  }
  status.encrypted = setup->encrypted;
  const State state = read_state();
  status.success = state.times.success;
  status.failure = state.times.failure;
  const LocalDate today = date_of(context_.local_now());
  const auto date = [&](Instant instant) {
    return date_of(to_local(std::chrono::floor<std::chrono::seconds>(instant), context_.zone));
  };
  const auto decision = decide_backups(today, context_.clock.now(), state.times, files_.list(status.folder));
  status.due = decision.due;
  status.kept = decision.keep.size() + decision.remove.size();
  if (!decision.keep.empty()) status.newest = date_of_auto_backup(decision.keep.front());
  // The disk may be away: then what was written last is what the device remembers.
  std::optional<LocalDate> newest = status.newest;
  if (status.success && date(*status.success) <= today && !files_.exists(status.folder))
    newest = std::max(newest.value_or(LocalDate{}), date(*status.success));
  std::optional<LocalDate> since;
  if (state.times.since) since = date(*state.times.since);
  if (status.failure && (!status.success || *status.failure >= *status.success)) {
    status.warning = "the automatic backup of " + to_string(date(*status.failure)) + " failed: " + state.problem;
  } else if (is_backup_overdue(today, newest, since)) {
    status.warning = (newest ? "the newest automatic backup is of " + to_string(*newest)
                             : "no automatic backup has been made since " + to_string(*since)) +
                     "; `kindling backup auto run` makes one now";
  }
  return status;
}

Result<std::optional<AutoBackupReport>> AutoBackup::run(bool force, const Progress& progress) {
  using Nothing = std::optional<AutoBackupReport>;
  const auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const auto setup = read_setup();
  if (settings->auto_backup_folder.empty() || !setup || setup->folder != settings->auto_backup_folder) return Nothing();
  State state = read_state();
  const Instant now = context_.clock.now();
  const LocalDate today = date_of(context_.local_now());
  if (!force && !decide_backups(today, now, state.times, files_.list(setup->folder)).due) return Nothing();
  // A home that is full or can only be read is backed up all the same; then only the folder tells of it.
  state.times.started = now;
  static_cast<void>(write_state(state));
  auto made = make(*setup, progress);
  state.problem = made ? "" : made.error().message;
  (made ? state.times.success : state.times.failure) = context_.clock.now();
  if (made) state.times.failure.reset();
  static_cast<void>(write_state(state));
  if (!made) return made.error();
  return Nothing(std::move(*made));
}

}  // namespace kindling
