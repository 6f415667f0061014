#include "core/domain/checks.hpp"

#include "core/base/text.hpp"

namespace kindling {
namespace {

constexpr std::chrono::minutes kLongest{31 * 24 * 60};
constexpr std::size_t kPathLimit = 4096;  // characters

Result<void> all_of(std::initializer_list<Result<void>> checks) {
  for (const Result<void>& check : checks) {
    if (!check) return check;
  }
  return {};
}

// One line that may be empty.
Result<void> check_line(const std::string& text, std::string_view what) {
  return text.empty() ? Result<void>{} : check_title(text, what);
}

// A note that may not be empty.
Result<void> check_words(const std::string& text, std::string_view what) {
  if (trim(text).empty()) return invalid(std::string(what) + " is empty; write at least one character");
  return check_note(text, what);
}

Result<void> check_lines(const std::vector<std::string>& lines, std::string_view what) {
  if (lines.size() > kMostLines) return invalid("there are at most 100 lines of " + std::string(what));
  for (const std::string& line : lines) {
    if (auto checked = check_title(line, what); !checked) return checked;
  }
  return {};
}

Result<void> check_number(int number, int least, int most, std::string_view what) {
  if (number >= least && number <= most) return {};
  return invalid(std::string(what) + " runs from " + std::to_string(least) + " to " + std::to_string(most));
}
Result<void> check_number(std::optional<int> number, int least, int most, std::string_view what) {
  return number ? check_number(*number, least, most, what) : Result<void>{};
}

Result<void> check_length(std::chrono::minutes length) {
  if (length >= std::chrono::minutes(1) && length <= kLongest) return {};
  return invalid("a length runs from 1 minute to 31 days");
}

Result<void> check_zone(const std::string& zone, const TimeZones& zones) {
  if (zones.find(zone) != nullptr) return {};
  return invalid("a zone is an IANA name such as Europe/Berlin");
}

Result<void> settle(Schedule& schedule, const TimeZones& zones) {
  if (schedule.kind == ScheduleKind::zoned) {
    if (auto checked = check_zone(schedule.zone, zones); !checked) return checked;
  } else if (!schedule.zone.empty()) {
    return invalid("a schedule has a zone only where its kind is zoned");
  }
  auto normal = normalised(std::move(schedule));
  if (!normal) return normal.error();
  schedule = std::move(*normal);
  return {};
}

}  // namespace

Result<void> check(Reminder& reminder, const TimeZones& zones) {
  if (auto words = all_of({check_title(reminder.title, "a title"), check_line(reminder.cue, "a cue")}); !words)
    return words;
  return settle(reminder.schedule, zones);
}

Result<void> check(Ritual& ritual, const TimeZones& zones) {
  if (auto words = all_of(
          {check_title(ritual.title, "a title"), check_lines(ritual.steps, "a step"), check_length(ritual.length)});
      !words)
    return words;
  return settle(ritual.schedule, zones);
}

Result<void> check(Idea& idea, const TimeZones&) {
  return all_of({check_title(idea.title, "a title"), check_note(idea.text, "a text"),
                 check_number(idea.minutes, 0, static_cast<int>(kLongest.count()), "minutes"),
                 check_number(idea.comfort, 0, kComfortLimit, "comfort"), check_line(idea.deck, "a deck's name"),
                 check_number(idea.depth, 0, 5, "depth")});
}

Result<void> check(Plan& plan, const TimeZones& zones) {
  if (auto checked = all_of({check_title(plan.title, "a title"), check_line(plan.idea, "an idea's id"),
                             check_note(plan.place, "a place", kTitleLimit), check_note(plan.note, "a note"),
                             check_zone(plan.zone, zones), check_length(plan.length)});
      !checked)
    return checked;
  plan.at = to_instant(plan.start, *zones.find(plan.zone));
  return {};
}

Result<void> check(CheckIn& check_in, const TimeZones& zones) {
  return all_of({check_zone(check_in.zone, zones), check_number(check_in.valence, -kMoodLimit, kMoodLimit, "valence"),
                 check_number(check_in.energy, -kMoodLimit, kMoodLimit, "energy"),
                 check_lines(check_in.feelings, "a feeling"), check_note(check_in.note, "a note"),
                 check_note(check_in.need, "a need")});
}

Result<void> check(PromptAnswer& answer, const TimeZones&) {
  return all_of({check_title(answer.prompt, "a prompt's id"), check_words(answer.text, "a text")});
}

Result<void> check(Memory& memory, const TimeZones&) { return check_words(memory.text, "a text"); }

Result<void> check(Appreciation& appreciation, const TimeZones&) { return check_words(appreciation.text, "a text"); }

Result<void> check(Mark& mark, const TimeZones&) { return check_title(mark.item, "an item's id"); }

Result<void> check_window(const Settings& settings) {
  for (const std::string* name : {&settings.own_name, &settings.partner_name}) {
    if (auto checked = check_line(*name, "a name"); !checked) return checked;
    if (count_characters(*name) > kNameLimit) return invalid("a name has at most 60 characters");
  }
  return all_of({check_number(settings.text_scale, kTextScaleLeast, kTextScaleMost, "the size of text in percent"),
                 check_number(settings.lock_after, 1, kLockAfterMost, "the time to locking in minutes")});
}

Result<void> check(Settings& settings, const TimeZones&) {
  if (auto checked = check_window(settings); !checked) return checked;
  for (const std::string* folder : {&settings.auto_backup_folder, &settings.calendar_folder}) {
    if (auto checked = check_note(*folder, "a folder", kPathLimit); !checked) return checked;
  }
  if (auto checked = check_lines(settings.calendar_rituals, "a ritual's id"); !checked) return checked;
  if (settings.quiet && settings.quiet->start == settings.quiet->end)
    return invalid("quiet hours need two different times, such as 22:00-07:00");
  if (settings.day_start.since_midnight > std::chrono::hours(6))
    return invalid("a day may start between 00:00 and 06:00");
  for (std::size_t i = 0; i < kComfortKinds; ++i) {
    const auto kind = static_cast<ComfortKind>(i);
    for (const auto& ceiling : {settings.comfort(kind), settings.partner(kind)}) {
      if (auto checked = check_number(ceiling, 0, kComfortLimit, "a comfort ceiling"); !checked) return checked;
    }
  }
  if (auto checked = all_of({check_number(settings.felt_good, 0, kComfortLimit, "what felt good"),
                             check_line(settings.programme_last, "a session's id")});
      !checked)
    return checked;
  for (const ReminderKind kind :
       {ReminderKind::affection, ReminderKind::ritual, ReminderKind::talk, ReminderKind::date, ReminderKind::other}) {
    if (auto checked = check_number(settings.budget(kind), 0, 200, "a weekly budget"); !checked) return checked;
  }
  return {};
}

}  // namespace kindling
