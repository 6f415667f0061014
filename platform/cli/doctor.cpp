#include "platform/cli/doctor.hpp"

#include "core/storage/integrity.hpp"
#include "platform/cli/auto_backup.hpp"
#include "platform/cli/json_parts.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/autostart.hpp"

namespace kindling::cli {
namespace {

struct SpaceReport {
  std::string_view name;
  SpaceIntegrity integrity;
  std::optional<Space::Rebuilt> rebuilt;
};

Result<SpaceReport> examine(Space& space, std::string_view name) {
  ProgressBar bar("Examining " + std::string(name));
  const auto found = examine_space(space, [&bar](std::uint64_t done, std::uint64_t total) { bar.show(done, total); });
  if (!found) return found.error();
  return SpaceReport{name, *found, std::nullopt};
}

// Reads every operation, so that there is no need to examine the log before.
Result<SpaceReport> rebuild(Space& space, std::string_view name) {
  auto problem = examine_file(space);
  if (!problem) return problem.error();
  ProgressBar bar("Rebuilding " + std::string(name));
  const auto rebuilt = space.rebuild([&bar](std::uint64_t done, std::uint64_t total) { bar.show(done, total); });
  if (!rebuilt) return rebuilt.error();
  return SpaceReport{name, {std::move(*problem), rebuilt->operations + rebuilt->broken, rebuilt->broken}, *rebuilt};
}

bool is_sound(const SpaceReport& report) {
  return report.integrity.problem.empty() && report.integrity.broken == 0 &&
         (!report.rebuilt || report.rebuilt->broken == 0);
}

std::string_view tables_word(const Space::Rebuilt& rebuilt) {
  return rebuilt.broken > 0 ? "unchanged" : rebuilt.equal ? "equal" : "mended";
}

std::uint64_t bytes_in(Session& session, const std::string& folder) {
  const std::string inside = folder + "/";
  std::uint64_t bytes = 0;
  for (const std::string& name : session.files().list(folder)) bytes += session.files().size(inside + name);
  return bytes;
}

std::vector<std::pair<std::string, std::uint64_t>> counts_of(Kindling& home) {
  std::vector<std::pair<std::string, std::uint64_t>> counts;
  for (const EntityTraits& traits : all_entity_traits()) {
    if (traits.kind == EntityKind::settings) continue;
    counts.emplace_back(traits.plural, home.context().self.tables().count(traits.kind) +
                                           home.context().couple.tables().count(traits.kind));
  }
  return counts;
}

struct Report {
  std::string folder;
  std::uint64_t bytes = 0;
  std::string_view holder;
  bool read_only = false;
  std::vector<SpaceReport> spaces;
  std::vector<std::pair<std::string, std::uint64_t>> counts;
  std::optional<Notification> next;
  AutoBackupStatus backup;
  bool sound = true;
};

std::string agent_word(Session& session) {
  return Autostart(session.files()).is_on() ? "starts at login" : "not installed; `kindling agent install` does it";
}

void print_json(Session& session, const Context& context, const Report& report) {
  Json counts = Json::object();
  for (const auto& [name, count] : report.counts) counts[name] = count;
  Json next = nullptr;
  if (report.next) {
    next = {{"at", instant(context, report.next->at)},
            {"utc", to_utc_string(report.next->at)},
            {"id", to_string(report.next->source.id)},
            {"title", report.next->title}};
  }
  session.print_json(dump(Json{
      {"sound", report.sound},
      {"home", report.folder},
      {"bytes", report.bytes},
      {"read_only", report.read_only},
      {"key", report.holder},
      {"spaces", array_of(report.spaces,
                          [](const SpaceReport& one) {
                            return Json{{"name", one.name},
                                        {"operations", one.integrity.operations},
                                        {"broken", one.integrity.broken},
                                        {"integrity", one.integrity.problem.empty() ? "ok" : one.integrity.problem},
                                        {"tables", one.rebuilt ? Json(tables_word(*one.rebuilt)) : Json(nullptr)}};
                          })},
      {"counts", std::move(counts)},
      {"next_reminder", std::move(next)},
      {"backup", to_json(context, report.backup)},
      {"agent", agent_word(session)},
      {"store", nullptr}}));
}

void print_text(Session& session, const Report& report) {
  Columns rows;
  rows.add({"data", report.sound ? "whole" : session.style().warm("broken, see below")});
  rows.add({"place", report.folder + (report.read_only ? "  (can only be read)" : "")});
  rows.add({"size", std::to_string((report.bytes + 1023) / 1024) + " KiB"});
  rows.add({"key", report.holder == "passphrase" ? "a passphrase holds it" : "a key file, readable by you alone"});
  for (const SpaceReport& one : report.spaces) {
    std::string words = std::to_string(one.integrity.operations) + " operations";
    if (one.integrity.broken > 0) words += ", " + std::to_string(one.integrity.broken) + " broken";
    if (!one.integrity.problem.empty()) words += ", the file is damaged";
    if (one.rebuilt) words += ", tables rebuilt from the log: " + std::string(tables_word(*one.rebuilt));
    rows.add({std::string(one.name), words});
  }
  for (const auto& [name, count] : report.counts) {
    if (count > 0) rows.add({name, std::to_string(count)});
  }
  rows.add({"next", report.next ? time_words(local_of(session, report.next->at), current_date(session)) + "  " +
                                      one_line(report.next->title, 50)
                                : "no reminder in the next two weeks"});
  const std::string backup = auto_backup_words(report.backup);
  rows.add({"backups", report.backup.warning.empty() ? backup : session.style().warm(backup)});
  rows.add({"agent", agent_word(session)});
  rows.add({"store", "none"});
  session.print(rows.text());
}

}  // namespace

Result<void> doctor(Session& session, const Arguments& arguments) {
  const auto opened = session.home(HomeNeed::exists);
  if (!opened) return opened.error();
  Kindling& home = **opened;
  Report report;
  report.folder = home.folder();
  report.holder = home.keys().holder() == KeyHolder::passphrase ? "passphrase" : "key-file";
  report.read_only = home.context().self.database().is_read_only();
  for (Space* space : {&home.context().self, &home.context().couple}) {
    const std::string_view name = space->kind() == SpaceKind::self ? "self" : "couple";
    auto one = arguments.has("--rebuild") ? rebuild(*space, name) : examine(*space, name);
    if (!one) return one.error();
    report.sound = report.sound && is_sound(*one);
    report.spaces.push_back(std::move(*one));
  }
  report.bytes = bytes_in(session, report.folder);
  report.counts = counts_of(home);
  const auto backup = auto_backup_of(session, home).status();
  if (!backup) return backup.error();
  report.backup = *backup;
  const auto plan = home.today().upcoming(14, 1);
  if (!plan) return plan.error();
  if (!plan->wanted.empty()) report.next = plan->wanted.front();
  if (session.json())
    print_json(session, home.context(), report);
  else
    print_text(session, report);
  if (!report.sound)
    return failed("something in this home is broken; keep a copy of its folder and restore the newest backup");
  return {};
}

}  // namespace kindling::cli
