#include "platform/cli/today_text.hpp"

#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

std::string state_words(const Session& session, const DueReminder& due, LocalDate today) {
  switch (due.state) {
    case DueReminder::State::due: return session.style().warm("now");
    case DueReminder::State::coming: return "";
    case DueReminder::State::done: return "done";
    case DueReminder::State::skipped: return "left out";
    case DueReminder::State::snoozed: return "again " + time_words(local_of(session, due.at), today);
  }
  return "";
}

std::string reminders(const Session& session, const TodayView& view) {
  Columns rows;
  for (const DueReminder& due : view.reminders) {
    const LocalDateTime when =
        due.state == DueReminder::State::snoozed ? due.occurrence.local : local_of(session, due.at);
    rows.add({to_string(time_of(when)), one_line(due.reminder.title, 44),
              session.style().faint(one_line(due.reminder.cue, 40)), state_words(session, due, view.date)});
  }
  for (const RitualView& ritual : view.rituals) {
    rows.add({to_string(time_of(ritual.ritual.schedule.start)), one_line(ritual.ritual.title, 44),
              session.style().faint(length_words(ritual.ritual.length)), ritual.done_today ? "done" : ""});
  }
  return rows.text("  ");
}

std::string next_plan(const Session& session, const Plan& plan, LocalDate today) {
  std::string words = time_words(plan.start, today) + ", " + length_words(plan.length);
  if (plan.zone != session.zone().name()) words += ", " + plan.zone + " time";
  if (plan.state == PlanState::proposed) words += ", waiting for a yes";
  std::string text = "  " + session.style().strong(one_line(plan.title, 60)) + "  " + words + "\n";
  for (const PlanTask& task : plan.tasks) {
    if (task.done) continue;
    const auto due = due_date(plan, task);
    const std::string by = due ? "  by " + date_words(*due, current_date(session)) : std::string();
    text += "  to do: " + one_line(task.title, 60) + by + "\n";
  }
  return text;
}

}  // namespace

std::string today_text(const Session& session, const TodayView& view) {
  const Style& style = session.style();
  const auto heading = [&style](std::string_view words) { return "\n" + style.warm(words) + "\n"; };
  std::string text = style.strong(full_date_words(view.date)) + "\n";
  for (const std::string& notice : view.notices) text += "\n" + wrapped(notice);
  if (view.affection) {
    text += heading("A small thing for today");
    text += "  " + style.strong(view.affection->name()) + "\n";
    if (!view.affection->title.empty()) text += wrapped(view.affection->text, "  ");
  }
  text += heading("Reminders and rituals");
  text += view.reminders.empty() && view.rituals.empty()
              ? "  Nothing is set for today. `kindling reminder add \"Hug before work\" --at 07:45` sets one.\n"
              : reminders(session, view);
  text += heading("How you are");
  text += view.check_in ? "  " + mood_text(*view.check_in) + "\n"
                        : "  `kindling checkin add --valence 2 --energy -1` takes ten seconds.\n";
  if (view.prompt) text += heading("A question for later") + wrapped(view.prompt->text, "  ");
  text += heading("Next date");
  text += view.next_plan ? next_plan(session, *view.next_plan, view.date)
                         : "  Nothing planned. `kindling plan free` finds an evening.\n";
  if (!view.on_this_day.empty()) text += heading("On this day");
  for (const Memory& memory : view.on_this_day)
    text += "  " + to_string(memory.date).substr(0, 4) + "  " + one_line(memory.text, 66) + "\n";
  return text;
}

}  // namespace kindling::cli
