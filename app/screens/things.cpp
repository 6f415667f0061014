#include "app/screens/things.hpp"

namespace kindling::app {

using ui::Icon;

ThingLook look_of(EntityKind kind) noexcept {
  switch (kind) {
    case EntityKind::reminder: return {Icon::bell, ui::Step::touch};
    case EntityKind::ritual: return {Icon::coffee, ui::Step::time};
    case EntityKind::idea: return {Icon::lightbulb, ui::Step::time};
    case EntityKind::plan: return {Icon::calendar_heart, ui::Step::time};
    case EntityKind::check_in: return {Icon::smiley, ui::Step::feel};
    case EntityKind::prompt_answer: return {Icon::chat_circle_dots, ui::Step::talk};
    case EntityKind::memory: return {Icon::camera, ui::Step::feel};
    case EntityKind::appreciation: return {Icon::jar, ui::Step::feel};
    case EntityKind::mark: return {Icon::bookmark_simple, ui::Step::time};
    case EntityKind::settings:
    case EntityKind::space: return {Icon::gear_six, ui::Step::none};
  }
  return {};
}

std::string_view kind_words(const ui::Strings& tr, EntityKind kind) {
  switch (kind) {
    case EntityKind::reminder: return tr("Reminder");
    case EntityKind::ritual: return tr("Ritual");
    case EntityKind::idea: return tr("Your own idea");
    case EntityKind::plan: return tr("Date");
    case EntityKind::check_in: return tr("Check-in");
    case EntityKind::prompt_answer: return tr("Answer to a question");
    case EntityKind::memory: return tr("Memory");
    case EntityKind::appreciation: return tr("Appreciation");
    case EntityKind::mark: return tr("Idea");
    case EntityKind::settings: return tr("Settings");
    case EntityKind::space: return tr("Sharing");
  }
  return {};
}

std::string_view act_words(const ui::Strings& tr, Verb verb) {
  switch (verb) {
    case Verb::undo: return tr("Taken back");
    case Verb::import: return tr("Brought in from a file");
    case Verb::share: return tr("Shared");
    case Verb::change_members: return tr("Devices changed");
    case Verb::add_reminder: return tr("Reminder added");
    case Verb::edit_reminder: return tr("Reminder changed");
    case Verb::finish_reminder: return tr("Reminder done");
    case Verb::skip_reminder: return tr("Reminder left out once");
    case Verb::snooze_reminder: return tr("Reminder put off");
    case Verb::pause_reminder: return tr("Reminder resting");
    case Verb::resume_reminder: return tr("Reminder is back");
    case Verb::remove_reminder: return tr("Reminder removed");
    case Verb::unfinish_reminder: return tr("Reminder not done yet");
    case Verb::edit_one_reminder: return tr("Reminder changed for one day");
    case Verb::edit_following_reminders: return tr("Reminder changed from a day on");
    case Verb::remove_one_reminder: return tr("Reminder removed for one day");
    case Verb::remove_following_reminders: return tr("Reminder removed from a day on");
    case Verb::add_ritual: return tr("Ritual added");
    case Verb::finish_ritual: return tr("Ritual kept");
    case Verb::rest_ritual: return tr("Ritual resting");
    case Verb::remove_ritual: return tr("Ritual removed");
    case Verb::edit_ritual: return tr("Ritual changed");
    case Verb::skip_ritual: return tr("Ritual left out once");
    case Verb::unfinish_ritual: return tr("Ritual not done yet");
    case Verb::add_idea: return tr("Idea added");
    case Verb::mark_idea: return tr("Said what you think of an idea");
    case Verb::draw_idea: return tr("Idea drawn");
    case Verb::draw_prompt: return tr("Question drawn");
    case Verb::add_card: return tr("Card written");
    case Verb::edit_card: return tr("Card changed");
    case Verb::remove_card: return tr("Card removed");
    case Verb::add_plan: return tr("Date planned");
    case Verb::accept_plan: return tr("Date accepted");
    case Verb::decline_plan: return tr("Date declined");
    case Verb::move_plan: return tr("Date moved");
    case Verb::cancel_plan: return tr("Date called off");
    case Verb::finish_plan: return tr("Date had");
    case Verb::finish_task: return tr("Task done");
    case Verb::edit_plan: return tr("Date changed");
    case Verb::remove_plan: return tr("Date removed");
    case Verb::add_task: return tr("Task added");
    case Verb::add_check_in: return tr("Checked in");
    case Verb::answer_prompt: return tr("Question answered");
    case Verb::add_memory: return tr("Memory kept");
    case Verb::appreciate: return tr("Appreciation written");
    case Verb::remove_check_in: return tr("Check-in removed");
    case Verb::share_check_in: return tr("Sharing of a check-in changed");
    case Verb::edit_memory: return tr("Memory changed");
    case Verb::remove_memory: return tr("Memory removed");
    case Verb::remove_appreciation: return tr("Appreciation removed");
    case Verb::remove_answer: return tr("Answer removed");
    case Verb::change_settings: return tr("Settings changed");
    case Verb::start_programme: return tr("Programme begun");
    case Verb::finish_session: return tr("Programme's day done");
    case Verb::pass_session: return tr("Programme's day passed over");
    case Verb::pause_programme: return tr("Programme resting or back");
    case Verb::stop_programme: return tr("Programme ended");
    case Verb::unfinish_task: return tr("Task not done yet");
    case Verb::remove_task: return tr("Task removed");
    case Verb::add_item: return tr("Put on the list");
    case Verb::finish_item: return tr("Ticked off the list");
    case Verb::unfinish_item: return tr("Back on the list");
    case Verb::remove_item: return tr("Taken off the list");
  }
  return tr("Changed by a newer Kindling");
}

std::optional<Intent> opening(Kindling& home, const EntityRef& ref) {
  switch (ref.kind) {
    case EntityKind::reminder: return OpenSheet{.kind = SheetKind::reminder, .ref = ref};
    case EntityKind::memory: return OpenSheet{.kind = SheetKind::memory, .ref = ref};
    case EntityKind::ritual: return OpenPage{{.kind = PageKind::ritual, .ref = ref}};
    case EntityKind::plan: return OpenPage{{.kind = PageKind::plan, .ref = ref}};
    case EntityKind::idea:
      if (home.cards().get(ref)) return OpenSheet{.kind = SheetKind::card, .ref = ref};
      return OpenPage{{.kind = PageKind::idea, .item = to_string(ref.id)}};
    case EntityKind::appreciation: return OpenPage{{.kind = PageKind::appreciations, .item = to_string(ref.id)}};
    case EntityKind::prompt_answer:
      if (const auto answer = home.keepsakes().answer(ref)) {
        return OpenPage{{.kind = PageKind::prompt_deck, .item = answer->prompt}};
      }
      break;
    case EntityKind::check_in:
      if (home.check_ins().get(ref)) return OpenSheet{.kind = SheetKind::past_check_in, .ref = ref};
      break;
    case EntityKind::mark:
    case EntityKind::settings:
    case EntityKind::space: break;
  }
  return std::nullopt;
}

}  // namespace kindling::app
