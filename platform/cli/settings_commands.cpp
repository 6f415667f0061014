#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

using Show = void (*)(Session&, const Settings&);

void show_quiet(Session& session, const Settings& settings) {
  if (session.json()) return session.print_json(quiet_json(settings));
  session.print(settings.quiet
                    ? "Quiet from " + to_string(settings.quiet->start) + " to " + to_string(settings.quiet->end) + ".\n"
                    : "No quiet hours are set.\n");
}

void show_budget(Session& session, const Settings& settings) {
  if (session.json()) return session.print_json(budget_json(settings));
  Settings copy = settings;
  Columns rows;
  for (std::size_t i = 0; i < EnumNames<ReminderKind>::kNames.size(); ++i) {
    const auto kind = static_cast<ReminderKind>(i);
    rows.add({std::string(name_of(kind)),
              "at most " + std::to_string(copy.budget(kind).value_or(default_weekly_budget(kind))) + " a week"});
  }
  session.print(rows.text());
}

void show_day_start(Session& session, const Settings& settings) {
  if (session.json()) return session.print_json(day_start_json(settings));
  session.print("A new day begins at " + to_string(settings.day_start) + ".\n");
}

std::string name_or(const std::string& name) { return name.empty() ? "not told" : name; }
std::string yes_or_no(bool flag) { return flag ? "yes" : "no"; }

void show_window(Session& session, const Settings& settings) {
  if (session.json()) return session.print_json(settings_json(settings));
  Columns rows;
  rows.add({"own-name", name_or(settings.own_name)});
  rows.add({"partner-name", name_or(settings.partner_name)});
  rows.add({"theme", std::string(name_of(settings.theme.value_or(Theme::system)))});
  rows.add({"text-scale", std::to_string(settings.text_scale.value_or(kTextScaleDefault)) + " %"});
  rows.add({"motion", std::string(name_of(settings.motion.value_or(Motion::system)))});
  rows.add({"clock", std::string(name_of(settings.clock.value_or(ClockFace::system)))});
  rows.add({"week-start", std::string(name_of(settings.week_start.value_or(WeekStart::system)))});
  rows.add({"discreet-title", yes_or_no(settings.discreet_title)});
  rows.add({"lock-after", settings.lock_after ? length_words(std::chrono::minutes(*settings.lock_after)) : "never"});
  session.print(rows.text());
}

// What is asked and waits for an answer, with the commands that give one.
std::string question_words(const OpenQuestions& questions) {
  std::string words;
  if (questions.travel) {
    words += "This device came from " + questions.travel->from + " to " + questions.travel->to +
             ". Should reminders follow? `kindling notifications set --travel follow`, or `--travel stay`.\n";
  }
  if (questions.ignored) {
    words += "'" + questions.ignored->title + "' was passed over " + std::to_string(questions.ignored->times) +
             " times in a row. `kindling reminder pause`, `edit` or `rm` " +
             to_string(questions.ignored->reminder.id).substr(0, 8) + " rests it, moves it or lets it go.\n";
  }
  return words;
}

Result<void> show_notifications(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto settings = (*home)->settings().get();
  if (!settings) return settings.error();
  const auto questions = (*home)->questions().open();
  if (!questions) return questions.error();
  if (session.json()) {
    session.print_json(notifications_json(*settings, *questions));
    return {};
  }
  Columns rows;
  rows.add({"words", settings->notification_words == NotificationWords::full ? "full: what it is about"
                                                                             : "neutral: that there is something"});
  rows.add({"when-locked", settings->silent_when_locked ? "wait until the screen is unlocked" : "show"});
  rows.add({"after-quiet", settings->after_quiet == AfterQuiet::digest ? "one message for what fell into quiet hours"
                                                                       : "what falls into quiet hours is dropped"});
  rows.add(
      {"travel", settings->home_zone.empty() ? "reminders follow you" : "reminders stay in " + settings->home_zone});
  const auto on_or_off = [](bool off) { return std::string(off ? "no" : "yes"); };
  rows.add({"evening-before", on_or_off(settings->no_evening_before) + ": of a date, at seven the evening before"});
  rows.add({"hour-before", on_or_off(settings->no_hour_before) + ": of a date, an hour before"});
  rows.add({"task-days", on_or_off(settings->no_task_days) + ": of a date's tasks, at ten on their day"});
  session.print(rows.text() + question_words(*questions));
  return {};
}

template <Show show>
Result<void> show_settings(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto settings = (*home)->settings().get();
  if (!settings) return settings.error();
  show(session, *settings);
  return {};
}

template <Show show>
Result<void> after(Session& session, const Arguments& arguments, const Result<Changes>& changes) {
  if (!changes) return changes.error();
  return show_settings<show>(session, arguments);
}

Result<void> set_quiet(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto range = read.optional("HH:MM-HH:MM", parse_time_range);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after<show_quiet>(session, arguments, (*home)->settings().set_quiet(range));
}
Result<void> no_quiet(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  return after<show_quiet>(session, arguments, (*home)->settings().set_quiet(std::nullopt));
}

Result<void> set_budget(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto kind = read.choice<ReminderKind>("KIND");
  const bool as_before = arguments.text("NUMBER") == "default";
  std::optional<int> a_week;
  if (!as_before) a_week = read.number("NUMBER", 0, 200);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after<show_budget>(session, arguments, (*home)->settings().set_budget(*kind, a_week));
}

Result<void> set_day_start(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto time = read.value("HH:MM", parse_time);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after<show_day_start>(session, arguments, (*home)->settings().set_day_start(time));
}

std::optional<bool> read_yes(ArgumentReader& read, const Arguments& arguments, std::string_view name) {
  if (!arguments.has(name)) return std::nullopt;
  const std::string& text = arguments.text(name);
  if (text != "yes" && text != "no") read.refuse(name, invalid("it is yes or no"));
  return text == "yes";
}

Result<void> set_window(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditSettings command;
  command.own_name = arguments.optional_text("--own-name");
  command.partner_name = arguments.optional_text("--partner-name");
  command.theme = read.choice<Theme>("--theme");
  command.text_scale = read.number("--text-scale", kTextScaleLeast, kTextScaleMost);
  command.motion = read.choice<Motion>("--motion");
  command.clock = read.choice<ClockFace>("--clock");
  command.week_start = read.choice<WeekStart>("--week-start");
  command.discreet_title = read_yes(read, arguments, "--discreet-title");
  if (arguments.text("--lock-after") == "never") {
    command.lock_after = 0;
  } else {
    command.lock_after = read.number("--lock-after", 1, kLockAfterMost);
  }
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after<show_window>(session, arguments, (*home)->settings().edit(command));
}

Result<void> set_notifications(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditSettings command;
  command.notification_words = read.choice<NotificationWords>("--words");
  if (arguments.has("--when-locked")) {
    const std::string& text = arguments.text("--when-locked");
    if (text != "show" && text != "wait") read.refuse("--when-locked", invalid("it is show or wait"));
    command.silent_when_locked = text == "wait";
  }
  command.after_quiet = read.choice<AfterQuiet>("--after-quiet");
  command.tell_evening_before = read_yes(read, arguments, "--evening-before");
  command.tell_hour_before = read_yes(read, arguments, "--hour-before");
  command.tell_task_days = read_yes(read, arguments, "--task-days");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  if (arguments.has("--travel")) {
    const std::string& text = arguments.text("--travel");
    const auto questions = (*home)->questions().open();
    if (!questions) return questions.error();
    command.home_zone = text;
    if (text == "follow") command.home_zone = "";
    if (text == "stay") command.home_zone = questions->travel ? questions->travel->from : session.zone().name();
  }
  const auto changed = (*home)->settings().edit(command);
  if (!changed) return changed.error();
  // What was asked about a journey is answered by now, whatever it was.
  if (command.home_zone) {
    if (auto answered = (*home)->questions().answer_travel(true); !answered) return answered.error();
  }
  return show_notifications(session, arguments);
}

constexpr auto kNotifications = std::to_array<Parameter>({
    {"--words", "WORDS", "neutral (that there is something) or full (what it is)", false, false, "neutral|full"},
    {"--when-locked", "WHAT", "show or wait, while the screen is locked", false, false, "show|wait"},
    {"--after-quiet", "WHAT", "drop or digest what falls into quiet hours", false, false, "drop|digest"},
    {"--evening-before", "YES", "yes or no: tell of a date the evening before", false, false, "yes|no"},
    {"--hour-before", "YES", "yes or no: tell of a date an hour before", false, false, "yes|no"},
    {"--task-days", "YES", "yes or no: tell of a date's tasks on the day they are due", false, false, "yes|no"},
    {"--travel", "ZONE", "follow, stay (in this zone), or the zone to stay in", false, false, "follow|stay"},
});
constexpr auto kWindow = std::to_array<Parameter>({
    {"--own-name", "NAME", "what you are called, at most 60 characters; empty takes it away"},
    {"--partner-name", "NAME", "what your partner is called"},
    {"--theme", "THEME", "system, light, dark or contrast", false, false, "system|light|dark|contrast"},
    {"--text-scale", "85..200", "the size of text in percent"},
    {"--motion", "MOTION", "system, full or reduced", false, false, "system|full|reduced"},
    {"--clock", "CLOCK", "system, h24 or h12", false, false, "system|h24|h12"},
    {"--week-start", "DAY", "system, monday, sunday or saturday", false, false, "system|monday|sunday|saturday"},
    {"--discreet-title", "YES", "yes or no: whether the window's title tells nothing", false, false, "yes|no"},
    {"--lock-after", "MINUTES", "lock after 1 to 120 minutes without input, or never", false, false, "5|15|60|never"},
});
constexpr auto kRange = std::to_array<Parameter>({{"HH:MM-HH:MM", "", "from when to when; may cross midnight", true}});
constexpr auto kBudget = std::to_array<Parameter>(
    {{"KIND", "", "affection, ritual, talk, date or other", true, false, "affection|ritual|talk|date|other"},
     {"NUMBER", "", "notifications a week, 0 to 200, or default", true}});
constexpr auto kDayStart = std::to_array<Parameter>({{"HH:MM", "", "00:00 to 06:00", true}});

constexpr auto kQuietChildren = std::to_array<Command>({
    {"set", "no reminders in these hours", kRange, set_quiet, {}},
    {"show", "the quiet hours", {}, show_settings<show_quiet>, {}},
    {"off", "no quiet hours", {}, no_quiet, {}},
});
constexpr auto kBudgetChildren = std::to_array<Command>({
    {"show", "notifications a week, by kind", {}, show_settings<show_budget>, {}},
    {"set", "at most so many a week", kBudget, set_budget, {}},
});
constexpr auto kDayStartChildren = std::to_array<Command>({
    {"show", "when a new day begins", {}, show_settings<show_day_start>, {}},
    {"set", "for late nights: when a new day begins", kDayStart, set_day_start, {}},
});
constexpr auto kWindowChildren = std::to_array<Command>({
    {"show", "names, looks and locking", {}, show_settings<show_window>, {}},
    {"set", "change what is named", kWindow, set_window, {}},
});
constexpr auto kNotificationChildren = std::to_array<Command>({
    {"show", "what notifications say and when they wait", {}, show_notifications, {}},
    {"set", "change what is named", kNotifications, set_notifications, {}},
});
constexpr auto kFamilies = std::to_array<Command>({
    {"quiet", "hours without reminders", {}, nullptr, kQuietChildren},
    {"budget", "how many notifications a week", {}, nullptr, kBudgetChildren},
    {"day-start", "when a new day begins", {}, nullptr, kDayStartChildren},
    {"notifications", "what they say and when they wait", {}, nullptr, kNotificationChildren},
    {"settings", "how the window looks and what it calls you both", {}, nullptr, kWindowChildren},
});

}  // namespace

std::span<const Command> settings_commands() noexcept { return kFamilies; }

}  // namespace kindling::cli
