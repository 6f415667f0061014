#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

Result<ReminderView> view_of(Kindling& home, const EntityRef& ref) {
  auto reminder = home.reminders().get(ref);
  if (!reminder) return reminder.error();
  auto next = home.reminders().next(ref, 1);
  if (!next) return next.error();
  ReminderView view{std::move(*reminder), std::nullopt};
  if (!view.reminder.paused && !next->empty()) view.next = next->front();
  return view;
}

std::string time_text(const Session& session, const Reminder& reminder) {
  std::string words = phrase_of(reminder.schedule, current_date(session)) + ", ";
  words += reminder.window ? "between " + to_string(reminder.window->start) + " and " + to_string(reminder.window->end)
                           : to_string(time_of(reminder.schedule.start));
  if (!reminder.schedule.zone.empty()) words += ", " + reminder.schedule.zone + " time";
  return words;
}

std::string next_text(const Session& session, const ReminderView& view) {
  if (view.reminder.paused) return "paused";
  return view.next ? time_words(view.next->local, current_date(session)) : "nothing to come";
}

void print_one(Session& session, Kindling& home, const ReminderView& view) {
  if (session.json()) return session.print_json(reminder_json(home.context(), view));
  const Style& style = session.style();
  session.print(style.strong(view.reminder.title) + "  " + style.faint(short_id(view.reminder.id.bytes)) + "\n");
  Columns rows;
  rows.add({"when", time_text(session, view.reminder)});
  if (!view.reminder.cue.empty()) rows.add({"cue", view.reminder.cue});
  rows.add({"next", next_text(session, view)});
  if (view.reminder.space == SpaceKind::couple) rows.add({"for", "both of you"});
  session.print(rows.text("  "));
}

Result<void> show_ref(Session& session, Kindling& home, const EntityRef& ref) {
  const auto view = view_of(home, ref);
  if (!view) return view.error();
  print_one(session, home, *view);
  return {};
}

Result<void> show_changed(Session& session, Kindling& home, const Result<Changes>& changes) {
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::reminder);
  if (!ref) return ref.error();
  return show_ref(session, home, *ref);
}

Result<void> add(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  AddReminder command;
  command.title = arguments.text("TITLE");
  command.rule = arguments.text("--repeat");
  command.from = read.optional("--from", parse_date);
  auto time = read.optional("--at", parse_time);
  if (auto when = read_when(read, session, arguments)) {
    command.rule = std::move(when->rule);
    if (!command.from) command.from = when->from;
    if (!time) time = when->at;
  }
  if (read.ok() && !time)
    return Error{ErrorCode::usage, "a reminder needs its time: --at 07:45 or --when \"weekdays at 07:45\""};
  command.at = time.value_or(LocalTime{});
  command.cue = arguments.text("--cue");
  command.kind = read.choice<ReminderKind>("--kind").value_or(ReminderKind::affection);
  command.zone = arguments.text("--in");
  command.window = read.optional("--window", parse_time_range);
  const std::string& whom = arguments.text("--for");
  if (arguments.has("--for") && whom != "me" && whom != "both") read.refuse("--for", invalid("it is me or both"));
  command.for_both = whom == "both";
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return show_changed(session, **home, (*home)->reminders().add(command));
}

// Which part of a series is meant; neither: all of it.
struct SeriesPart {
  std::optional<LocalDate> only;
  std::optional<LocalDate> following;
};
SeriesPart read_part(ArgumentReader& read, const Arguments& arguments) {
  if (arguments.has("--only") && arguments.has("--following"))
    read.refuse("--only", invalid("give either one day or the first of those that follow"));
  return {read.optional("--only", parse_date), read.optional("--following", parse_date)};
}

Result<void> edit(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditReminder command;
  command.title = arguments.optional_text("--title");
  command.at = read.optional("--at", parse_time);
  command.rule = arguments.optional_text("--repeat");
  command.from = read.optional("--from", parse_date);
  command.cue = arguments.optional_text("--cue");
  command.kind = read.choice<ReminderKind>("--kind");
  command.zone = arguments.optional_text("--in");
  command.no_window = arguments.has("--no-window");
  command.window = read.optional("--window", parse_time_range);
  if (auto when = read_when(read, session, arguments)) {
    command.rule = std::move(when->rule);
    if (!command.from) command.from = when->from;
    if (!command.at) command.at = when->at;
  }
  const auto part = read_part(read, arguments);
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  if (arguments.has("--for") && (arguments.text("--for") == "both") != (ref->space == SpaceKind::couple))
    return invalid("--for: whom a reminder is for stays as it was made; remove it and add it anew");
  ReminderService& reminders = (*home)->reminders();
  const auto changes = part.only        ? reminders.edit_occurrence(*ref, *part.only, command)
                       : part.following ? reminders.edit_following(*ref, *part.following, command)
                                        : reminders.edit(*ref, command);
  if (!changes) return changes.error();
  // Where the series was cut, what was changed is the new one, made last.
  return show_ref(session, **home, changes->touched.empty() ? *ref : changes->touched.back());
}

Result<void> list(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto reminders = (*home)->reminders().list();
  if (!reminders) return reminders.error();
  std::vector<ReminderView> views;
  for (const Reminder& reminder : *reminders) {
    auto view = view_of(**home, {reminder.space, EntityKind::reminder, reminder.id.bytes});
    if (!view) return view.error();
    views.push_back(std::move(*view));
  }
  if (session.json()) return session.print_json(reminders_json((*home)->context(), views)), Result<void>();
  Columns rows;
  for (const ReminderView& view : views) {
    rows.add({session.style().faint(short_id(view.reminder.id.bytes)), one_line(view.reminder.title, 40),
              time_text(session, view.reminder), next_text(session, view)});
  }
  session.print(rows.empty() ? "No reminders yet. `kindling reminder add \"Hug before work\" --at 07:45` makes one.\n"
                             : rows.text());
  return {};
}

Result<void> show(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  return show_ref(session, **home, *ref);
}

using ActOnDate = Result<Changes> (ReminderService::*)(const EntityRef&, std::optional<LocalDate>, std::optional<int>);
template <ActOnDate act>
Result<void> act_on_date(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto date = read.optional("--date", parse_date);
  const auto time = read.optional("--time", parse_time);
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  ReminderService& reminders = (*home)->reminders();
  std::optional<int> ordinal;
  if (time) {
    const auto found = reminders.ordinal_at(*ref, date, *time);
    if (!found) return found.error();
    ordinal = *found;
  }
  const auto changes = (reminders.*act)(*ref, date, ordinal);
  if (!changes) return changes.error();
  return show_ref(session, **home, *ref);
}

using Act = Result<Changes> (ReminderService::*)(const EntityRef&);
template <Act act>
Result<void> act_on_it(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  const auto changes = ((*home)->reminders().*act)(*ref);
  if (!changes) return changes.error();
  return show_ref(session, **home, *ref);
}

Result<void> remove(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto part = read_part(read, arguments);
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  auto view = view_of(**home, *ref);
  if (!view) return view.error();
  ReminderService& reminders = (*home)->reminders();
  const auto changes = part.only        ? reminders.remove_occurrence(*ref, *part.only)
                       : part.following ? reminders.remove_following(*ref, *part.following)
                                        : reminders.remove(*ref);
  if (!changes) return changes.error();
  // What is left of a series.
  if (reminders.get(*ref)) {
    if (!session.json()) session.print("Removed. `kindling undo` brings it back.\n");
    return show_ref(session, **home, *ref);
  }
  view->next.reset();
  if (!session.json()) return session.print("Removed. `kindling undo` brings it back.\n"), Result<void>();
  print_one(session, **home, *view);
  return {};
}

Result<void> snooze(Session& session, const Arguments& arguments) {
  if (arguments.has("--for") == arguments.has("--until"))
    return Error{ErrorCode::usage, "`kindling reminder snooze` takes either --for 10m or --until 19:00"};
  ArgumentReader read(arguments);
  const auto length = read.optional("--for", parse_length);
  if (!read.ok()) return read.error();
  Instant until = session.now();
  if (length) {
    until += *length;
  } else {
    const auto moment = parse_moment(session, arguments.text("--until"));
    if (!moment) return invalid("--until: " + moment.error().message);
    until = *moment;
  }
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  const auto changes = (*home)->reminders().snooze(*ref, until);
  if (!changes) return changes.error();
  if (session.json()) return show_ref(session, **home, *ref);
  session.print("It comes again " + time_words(local_of(session, until), current_date(session)) + ".\n");
  return {};
}

Result<void> next(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto count = read.number("--count", 1, 1000);
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::reminder, arguments);
  if (!ref) return ref.error();
  const auto coming = (*home)->reminders().next(*ref, static_cast<std::size_t>(count.value_or(5)));
  if (!coming) return coming.error();
  if (session.json()) return session.print_json(occurrences_json((*home)->context(), *coming)), Result<void>();
  for (const Occurrence& occurrence : *coming)
    session.print(time_words(occurrence.local, current_date(session)) + "\n");
  if (coming->empty()) session.print("Nothing to come.\n");
  return {};
}

constexpr std::string_view kKinds = "affection|ritual|talk|date|other";
constexpr Parameter kTitle{"TITLE", "", "what it says, at most 200 characters", true};
constexpr Parameter kId{"ID", "", "its id, or the first characters of it", true};
constexpr Parameter kRepeat{"--repeat", "RRULE",
                            "how it recurs (RFC 5545), such as \"FREQ=WEEKLY;BYDAY=MO,TU\"; else once"};
constexpr Parameter kFrom{"--from", "DATE", "the first day"};
constexpr Parameter kCue{"--cue", "TEXT", "the moment it hangs on, such as \"when I put on my shoes\""};
constexpr Parameter kKind{"--kind", "KIND", "affection, ritual, talk, date or other", false, false, kKinds};
constexpr Parameter kIn{"--in", "ZONE", "bind it to a zone; without, it floats with the traveller"};
constexpr Parameter kWindow{"--window", "HH:MM-HH:MM", "spread it over this time, a little differently each day"};
constexpr Parameter kFor{"--for", "WHOM", "me or both; else me", false, false, "me|both"};
constexpr Parameter kDate{"--date", "DATE", "the day that is meant; else today"};
constexpr Parameter kTime{"--time", "HH:MM", "which one is meant, where it comes several times that day"};

constexpr Parameter kWhen{"--when", "WORDS",
                          "when, in words, such as \"weekdays at 07:45\" or \"first Saturday of the month at 10:30\""};
constexpr Parameter kOnly{"--only", "DATE", "that day's alone, out of a series"};
constexpr Parameter kFollowing{"--following", "DATE", "that day's and all that follow"};

constexpr auto kAdd = std::to_array<Parameter>({kTitle,
                                                {"--at", "HH:MM", "the time on the wall clock, unless --when says it"},
                                                kWhen,
                                                kRepeat,
                                                kFrom,
                                                kCue,
                                                kKind,
                                                kIn,
                                                kWindow,
                                                kFor});
constexpr auto kEdit = std::to_array<Parameter>({kId,
                                                 {"--title", "TEXT", "a new title"},
                                                 {"--at", "HH:MM", "the time on the wall clock"},
                                                 kWhen,
                                                 kOnly,
                                                 kFollowing,
                                                 kRepeat,
                                                 kFrom,
                                                 kCue,
                                                 kKind,
                                                 kIn,
                                                 kWindow,
                                                 {"--no-window", "", "at its time again"},
                                                 kFor});
constexpr auto kIdOnly = std::to_array<Parameter>({kId});
constexpr auto kRemove = std::to_array<Parameter>({kId, kOnly, kFollowing});
constexpr auto kIdAndDate = std::to_array<Parameter>({kId, kDate, kTime});
constexpr auto kSnooze = std::to_array<Parameter>(
    {kId, {"--for", "LENGTH", "for how long, such as 10m"}, {"--until", "TIME", "until when, such as 19:00"}});
constexpr auto kNext = std::to_array<Parameter>({kId, {"--count", "N", "how many; else 5"}});

constexpr auto kChildren = std::to_array<Command>({
    {"add", "add a reminder", kAdd, add, {}},
    {"list", "all reminders", {}, list, {}},
    {"show", "one reminder", kIdOnly, show, {}},
    {"edit",
     "change a reminder; an empty --repeat, --in or --cue takes it away",
     kEdit,
     edit,
     {},
     "Without --only and --following all of a series is changed. With one of them the part that is meant becomes a "
     "reminder of its own, and that one is shown."},
    {"done", "mark today's as done", kIdAndDate, act_on_date<&ReminderService::finish>, {}},
    {"undone", "take back that today's was done or skipped", kIdAndDate, act_on_date<&ReminderService::unfinish>, {}},
    {"skip", "leave today's out", kIdAndDate, act_on_date<&ReminderService::skip>, {}},
    {"snooze", "put off the one that is due or comes next", kSnooze, snooze, {}},
    {"pause", "let it rest", kIdOnly, act_on_it<&ReminderService::pause>, {}},
    {"resume", "let it come again", kIdOnly, act_on_it<&ReminderService::resume>, {}},
    {"remove", "remove a reminder, or a part of its series", kRemove, remove, {}},
    {"next", "its coming occurrences", kNext, next, {}},
});

}  // namespace

Command reminder_commands() noexcept {
  return {"reminder", "small things, reminded at the right minute", {}, nullptr, kChildren};
}

}  // namespace kindling::cli
