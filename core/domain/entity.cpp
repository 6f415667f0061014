#include "core/domain/entity.hpp"

#include <algorithm>

#include "core/domain/verb.hpp"

namespace kindling {

const FieldValue* Record::find(FieldNumber field) const noexcept {
  const auto found = std::lower_bound(fields.begin(), fields.end(), field,
                                      [](const auto& entry, FieldNumber wanted) { return entry.first < wanted; });
  return found != fields.end() && found->first == field ? &found->second : nullptr;
}

const std::vector<EntityTraits>& all_entity_traits() {
  // Plain fields are times, kinds, states and schedules; words, moods, feelings and comfort are sealed.
  static const std::vector<EntityTraits> kTraits{
      {EntityKind::reminder, "reminder", "reminders", 1, std::nullopt, {3, 4, 5, 6, 7, 8, 9, 10, 11, 12}},
      {EntityKind::ritual, "ritual", "rituals", 1, std::nullopt, {2, 3, 4, 5}},
      {EntityKind::idea, "idea", "ideas", 1, std::nullopt, {3, 4, 5, 6, 7, 8, 9, 10, 11}},
      {EntityKind::plan, "plan", "plans", 1, 2, {2, 3, 4, 5, 6}},
      {EntityKind::check_in, "check-in", "check_ins", std::nullopt, 1, {1, 2, 8}},
      {EntityKind::prompt_answer, "answer", "answers", std::nullopt, 1, {1, 2}},
      {EntityKind::memory, "memory", "memories", 2, 1, {1}},
      {EntityKind::appreciation, "appreciation", "appreciations", 2, 1, {1}},
      {EntityKind::mark, "mark", "marks", std::nullopt, std::nullopt, {3}},
      {EntityKind::settings, "settings", "settings", std::nullopt, std::nullopt, {1, 2, 10, 11, 12, 13, 14}},
  };
  return kTraits;
}

const EntityTraits* traits_of(EntityKind kind) noexcept {
  for (const EntityTraits& traits : all_entity_traits()) {
    if (traits.kind == kind) return &traits;
  }
  return nullptr;
}

bool is_sealed(EntityKind kind, FieldNumber field) noexcept {
  const EntityTraits* traits = traits_of(kind);
  return traits == nullptr || std::find(traits->plain.begin(), traits->plain.end(), field) == traits->plain.end();
}

std::string_view name_of(Verb verb) noexcept {
  switch (verb) {
    case Verb::undo: return "undo";
    case Verb::import: return "import";
    case Verb::share: return "share";
    case Verb::change_members: return "change devices";
    case Verb::add_reminder: return "add reminder";
    case Verb::edit_reminder: return "edit reminder";
    case Verb::finish_reminder: return "mark reminder done";
    case Verb::skip_reminder: return "skip reminder";
    case Verb::snooze_reminder: return "snooze reminder";
    case Verb::pause_reminder: return "pause reminder";
    case Verb::resume_reminder: return "resume reminder";
    case Verb::remove_reminder: return "remove reminder";
    case Verb::unfinish_reminder: return "mark reminder open again";
    case Verb::edit_one_reminder: return "edit one day of reminder";
    case Verb::edit_following_reminders: return "edit reminder from a day on";
    case Verb::remove_one_reminder: return "remove one day of reminder";
    case Verb::remove_following_reminders: return "end reminder";
    case Verb::add_ritual: return "add ritual";
    case Verb::finish_ritual: return "mark ritual done";
    case Verb::rest_ritual: return "rest ritual";
    case Verb::remove_ritual: return "remove ritual";
    case Verb::edit_ritual: return "edit ritual";
    case Verb::skip_ritual: return "skip ritual";
    case Verb::unfinish_ritual: return "mark ritual open again";
    case Verb::add_idea: return "add idea";
    case Verb::mark_idea: return "mark idea";
    case Verb::draw_idea: return "draw idea";
    case Verb::draw_prompt: return "draw prompt";
    case Verb::add_card: return "add card";
    case Verb::edit_card: return "edit card";
    case Verb::remove_card: return "remove card";
    case Verb::add_plan: return "add plan";
    case Verb::accept_plan: return "accept plan";
    case Verb::decline_plan: return "decline plan";
    case Verb::move_plan: return "move plan";
    case Verb::cancel_plan: return "cancel plan";
    case Verb::finish_plan: return "mark plan done";
    case Verb::finish_task: return "mark task done";
    case Verb::edit_plan: return "edit plan";
    case Verb::remove_plan: return "remove plan";
    case Verb::add_task: return "add task";
    case Verb::unfinish_task: return "mark task open again";
    case Verb::remove_task: return "remove task";
    case Verb::add_item: return "add to the list";
    case Verb::finish_item: return "tick off the list";
    case Verb::unfinish_item: return "put back on the list";
    case Verb::remove_item: return "take off the list";
    case Verb::add_check_in: return "check in";
    case Verb::answer_prompt: return "answer prompt";
    case Verb::add_memory: return "add memory";
    case Verb::appreciate: return "appreciate";
    case Verb::remove_check_in: return "remove check-in";
    case Verb::share_check_in: return "change sharing of check-in";
    case Verb::edit_memory: return "edit memory";
    case Verb::remove_memory: return "remove memory";
    case Verb::remove_appreciation: return "remove appreciation";
    case Verb::remove_answer: return "remove answer";
    case Verb::change_settings: return "change settings";
    case Verb::start_programme: return "start programme";
    case Verb::finish_session: return "programme's day done";
    case Verb::pass_session: return "programme's day passed over";
    case Verb::pause_programme: return "pause programme";
    case Verb::stop_programme: return "stop programme";
  }
  return "a change of a newer version";
}

bool is_undoable(Verb verb) noexcept {
  return verb != Verb::undo && verb != Verb::share && verb != Verb::change_members && verb != Verb::draw_idea &&
         verb != Verb::draw_prompt;
}

}  // namespace kindling
