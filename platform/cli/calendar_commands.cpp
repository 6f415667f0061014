#include <array>
#include <filesystem>

#include "core/services/calendar_out.hpp"
#include "platform/cli/calendar_choice.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/session.hpp"

namespace kindling::cli {

Result<CalendarChoice> read_calendar_choice(Kindling& home, const Arguments& arguments, bool all_unless_said) {
  CalendarChoice choice;
  choice.discreet = arguments.has("--discreet");
  choice.rituals.all = all_unless_said && !arguments.has("--rituals");
  std::vector<std::string> words;
  for (const std::string& given : arguments.all("--rituals")) {
    for (std::size_t start = 0; start <= given.size();) {
      const std::size_t end = std::min(given.find(',', start), given.size());
      words.push_back(given.substr(start, end - start));
      start = end + 1;
    }
  }
  for (const std::string& word : words) {
    if (word == "all" || word == "none") {
      if (words.size() > 1) return invalid("--rituals: all and none stand alone; else give ids");
      choice.rituals.all = word == "all";
      continue;
    }
    const auto found = find_by_prefix(home.context(), EntityKind::ritual, word);
    if (!found) return Error{found.error().code, "--rituals: " + found.error().message};
    choice.rituals.ids.push_back(found->id);
  }
  return choice;
}

namespace {

std::string rituals_words(const CalendarChoice& choice) {
  if (choice.rituals.all) return "all rituals";
  if (choice.rituals.ids.empty()) return "no rituals";
  return count_words(choice.rituals.ids.size(), "ritual", "rituals");
}

void print_report(Session& session, const std::string& folder, const CalendarReport& report, bool kept) {
  if (session.json()) {
    session.print_json(object_json({{"folder", folder},
                                    {"things", static_cast<std::int64_t>(report.things)},
                                    {"written", static_cast<std::int64_t>(report.written)},
                                    {"unchanged", static_cast<std::int64_t>(report.unchanged)},
                                    {"removed", static_cast<std::int64_t>(report.removed)},
                                    {"foreign", static_cast<std::int64_t>(report.foreign)},
                                    {"kept", kept}}));
    return;
  }
  session.print(count_words(report.things, "thing", "things") + " in the calendar: " + std::to_string(report.written) +
                " written, " + std::to_string(report.unchanged) + " as they were, " + std::to_string(report.removed) +
                " removed.\n");
  if (report.foreign > 0)
    session.print("Left alone: " + count_words(report.foreign, "file", "files") + " that Kindling didn't write.\n");
  if (kept) session.print("It is kept up to date; `kindling calendar off` ends that.\n");
}

Result<void> write(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  CalendarOut calendar((*home)->context(), session.files());
  if (!arguments.has("DIR")) {
    if (arguments.has("--keep") || arguments.has("--rituals") || arguments.has("--discreet"))
      return Error{ErrorCode::usage, "options of the calendar go with a folder; name it before them"};
    const auto kept = calendar.kept();
    if (!kept) return kept.error();
    if (!*kept) return invalid("no folder is kept up to date; name one, and add --keep to keep it so");
    const auto written = calendar.keep_up();
    if (!written) return written.error();
    print_report(session, (*kept)->folder, **written, true);
    return {};
  }
  if (arguments.text("DIR").empty()) return invalid("DIR: it names the folder for the calendar's files");
  const std::string folder = std::filesystem::absolute(arguments.text("DIR")).lexically_normal().string();
  const auto choice = read_calendar_choice(**home, arguments, false);
  if (!choice) return choice.error();
  const auto written = calendar.write(folder, *choice);
  if (!written) return written.error();
  if (arguments.has("--keep")) {
    if (auto kept = calendar.keep({folder, *choice}); !kept) return kept.error();
  }
  print_report(session, folder, *written, arguments.has("--keep"));
  return {};
}

Result<void> status(Session& session, const Arguments&) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto kept = CalendarOut((*home)->context(), session.files()).kept();
  if (!kept) return kept.error();
  if (session.json()) {
    session.print_json(calendar_json(*kept));
  } else if (!*kept) {
    session.print("No calendar is kept up to date.\n");
  } else {
    session.print("Kept up to date: plans and " + rituals_words((*kept)->choice) +
                  ((*kept)->choice.discreet ? ", without words of yours" : "") + ", in " + (*kept)->folder + "\n");
  }
  return {};
}

Result<void> off(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  if (auto forgotten = CalendarOut((*home)->context(), session.files()).forget(); !forgotten) return forgotten.error();
  return status(session, arguments);
}

constexpr auto kWrite = std::to_array<Parameter>({
    {"DIR", "", "the folder for the files; else the one that is kept", false},
    kRitualsParameter,
    kDiscreetParameter,
    {"--keep", "", "remember the folder and the choice, so that it is kept up to date"},
});
constexpr auto kChildren = std::to_array<Command>({
    {"write",
     "one file for each plan, and for the rituals that you name",
     kWrite,
     write,
     {},
     "The files are for khal, vdirsyncer, a CalDAV server or any program that reads iCalendar. Only what changed is "
     "written, and only what Kindling wrote is ever removed. Anybody who can read the folder can read the titles; "
     "--discreet leaves them out."},
    {"status", "whether a folder is kept up to date", {}, status, {}},
    {"off", "keep it no longer; the files stay", {}, off, {}},
});
constexpr Command kCalendar{"calendar", "your plans in the calendar of other programs", {}, nullptr, kChildren};

}  // namespace

Command calendar_commands() noexcept { return kCalendar; }

}  // namespace kindling::cli
