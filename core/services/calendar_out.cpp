#include "core/services/calendar_out.hpp"

#include <algorithm>
#include <set>
#include <vector>

#include "core/codec/ics_writer.hpp"
#include "core/crypto/envelope.hpp"
#include "core/services/settings_service.hpp"

namespace kindling {
namespace {

constexpr std::string_view kHead = "kindling-calendar 1\n";
constexpr std::string_view kEnding = ".ics";
constexpr std::size_t kManifestLimit = 16 * 1024 * 1024;
constexpr std::size_t kFileLimit = 1024 * 1024;  // a thing of ours is far below it
constexpr std::size_t kTemporaryEnding = 7;      // ".XXXXXX", as the port's atomic write names what it is at

std::string short_digest(std::string_view text) { return to_hex(ByteView(digest(bytes_of(text))).first(16)); }

std::string path_in(const std::string& folder, std::string_view name) { return folder + "/" + std::string(name); }

CalendarChoice choice_of(const Settings& settings) {
  CalendarChoice choice;
  choice.discreet = settings.calendar_discreet;
  choice.rituals.all = settings.calendar_rituals == std::vector<std::string>{"all"};
  if (choice.rituals.all) return choice;
  for (const std::string& text : settings.calendar_rituals) {
    if (const auto id = parse_uuid(text)) choice.rituals.ids.push_back(*id);
  }
  return choice;
}

}  // namespace

// Several homes may share a folder; each knows its own file.
std::string CalendarOut::manifest_name() const {
  return "." + to_string(context_.self.id()).substr(0, 8) + ".kindling-calendar";
}

CalendarOut::Digests CalendarOut::read_manifest(const std::string& folder) const {
  Digests written;
  const auto bytes = files_.read(path_in(folder, manifest_name()), kManifestLimit);
  // One that can't be read is as good as none: each file is looked at before it is written over.
  if (!bytes || !text_of(*bytes).starts_with(kHead)) return written;
  std::string_view rest = text_of(*bytes).substr(kHead.size());
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    const std::string_view line = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t space = line.find(' ');
    if (space == std::string_view::npos || !id_of_calendar_uid(line.substr(0, space))) continue;
    written.emplace(line.substr(0, space), line.substr(space + 1));
  }
  return written;
}

Result<void> CalendarOut::write_manifest(const std::string& folder, const Digests& written) {
  std::string text(kHead);
  for (const auto& [uid, hash] : written) ((text += uid) += ' ') += hash + "\n";
  return files_.write(path_in(folder, manifest_name()), bytes_of(text));
}

// Also after another calendar program wrote the event anew.
bool CalendarOut::is_ours(const std::string& path, const std::string& uid) const {
  const auto bytes = files_.read(path, kFileLimit);
  return bytes && text_of(*bytes).find("\nUID:" + uid) != std::string_view::npos;
}

// What a run that was killed was about to write.
void CalendarOut::remove_leftovers(const std::string& folder) {
  const std::string manifest = manifest_name();
  for (const std::string& name : files_.list(folder)) {
    if (name.size() <= kTemporaryEnding || name[name.size() - kTemporaryEnding] != '.') continue;
    const std::string_view whole = std::string_view(name).substr(0, name.size() - kTemporaryEnding);
    bool ours = whole == manifest;
    if (whole.ends_with(kEnding)) {
      const auto id = id_of_calendar_uid(whole.substr(0, whole.size() - kEnding.size()));
      ours = id && (context_.self.tables().is_known(*id) || context_.couple.tables().is_known(*id));
    }
    if (ours) static_cast<void>(files_.remove(path_in(folder, name)));
  }
}

// What a folder lacks, and what its list says before and after.
struct CalendarOut::Work {
  Digests before, after;
  std::map<std::string, std::string> to_write;  // text by uid
  std::vector<std::string> to_remove;           // uids
  CalendarReport report;
};

CalendarOut::Work CalendarOut::compare(const std::string& folder, const std::vector<CalendarEvent>& events) const {
  const std::vector<std::string> listed = files_.list(folder);
  const std::set<std::string, std::less<>> there(listed.begin(), listed.end());
  Work work;
  work.report.things = events.size();
  work.before = work.after = read_manifest(folder);
  std::set<std::string, std::less<>> wanted;
  for (const CalendarEvent& event : events) {
    wanted.insert(event.uid);
    std::string text = write_ics({&event, 1}, context_.zones, {.stamp = context_.clock.now()});
    const std::string name = event.uid + std::string(kEnding);
    const auto known = work.before.find(event.uid);
    const bool exists = there.contains(name);
    if (exists && known != work.before.end() && known->second == short_digest(text)) {
      ++work.report.unchanged;
    } else if (exists && !is_ours(path_in(folder, name), event.uid)) {
      ++work.report.foreign;
      work.after.erase(event.uid);
    } else {
      work.to_write.emplace(event.uid, std::move(text));
    }
  }
  for (const auto& [uid, hash] : work.before) {
    if (wanted.contains(uid)) continue;
    const std::string name = uid + std::string(kEnding);
    if (there.contains(name) && is_ours(path_in(folder, name), uid))
      work.to_remove.push_back(uid);
    else
      work.after.erase(uid);
  }
  return work;
}

Result<CalendarReport> CalendarOut::carry_out(const std::string& folder, Work work) {
  // Named before they are there, so that what a crash leaves is still known as ours.
  bool has_new = false;
  for (const auto& [uid, text] : work.to_write) has_new = work.after.try_emplace(uid, "-").second || has_new;
  if (has_new) {
    if (auto noted = write_manifest(folder, work.after); !noted) return noted.error();
  }
  Result<void> done;
  for (auto entry = work.to_write.begin(); done && entry != work.to_write.end(); ++entry) {
    const auto& [uid, text] = *entry;
    if (done = files_.write(path_in(folder, uid + std::string(kEnding)), bytes_of(text)); !done) break;
    work.after[uid] = short_digest(text);
    ++work.report.written;
  }
  for (auto uid = work.to_remove.begin(); done && uid != work.to_remove.end(); ++uid) {
    if (done = files_.remove(path_in(folder, *uid + std::string(kEnding))); !done) break;
    work.after.erase(*uid);
    ++work.report.removed;
  }
  if (has_new || work.after != work.before) {
    auto noted = write_manifest(folder, work.after);
    if (done && !noted) done = noted;
  }
  if (!done) return done.error();
  return work.report;
}

Result<CalendarReport> CalendarOut::write(const std::string& folder, const CalendarChoice& choice) {
  const auto events = calendar_events(context_, choice);
  if (!events) return events.error();
  if (auto made = files_.make_folder(folder); !made) return made.error();
  remove_leftovers(folder);
  return carry_out(folder, compare(folder, *events));
}

Result<std::optional<CalendarReport>> CalendarOut::keep_up() {
  const auto calendar = kept();
  if (!calendar) return calendar.error();
  if (!*calendar) return std::optional<CalendarReport>();
  if (!files_.exists((*calendar)->folder))
    return not_found(
        "the folder of the calendar isn't there; bring it back, or choose one with `kindling calendar write`");
  auto written = write((*calendar)->folder, (*calendar)->choice);
  if (!written) return written.error();
  return std::optional(*written);
}

Result<std::optional<KeptCalendar>> CalendarOut::kept() {
  const auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  if (settings->calendar_folder.empty()) return std::optional<KeptCalendar>();
  return std::optional(KeptCalendar{settings->calendar_folder, choice_of(*settings)});
}

Result<Changes> CalendarOut::keep(const KeptCalendar& calendar) {
  std::vector<std::string> rituals;
  if (calendar.choice.rituals.all) rituals = {"all"};
  for (const Uuid& id : calendar.choice.rituals.ids) {
    if (!calendar.choice.rituals.all) rituals.push_back(to_string(id));
  }
  return SettingsService(context_).set_calendar(calendar.folder, calendar.choice.discreet, rituals);
}

Result<Changes> CalendarOut::forget() { return SettingsService(context_).set_calendar({}, false, {}); }

}  // namespace kindling
