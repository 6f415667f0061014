// What a person did, as recorded with each operation: the names of history and undo. Numbers are stable for ever.
#pragma once

#include <cstdint>
#include <string_view>

namespace kindling {

enum class Verb : std::uint16_t {
  undo = 1,
  import = 2,
  share = 3,           // the shared twin of something private; follows its owner, never undone by itself
  change_members = 4,  // devices and keys of a space
  add_reminder = 10,
  edit_reminder = 11,
  finish_reminder = 12,
  skip_reminder = 13,
  snooze_reminder = 14,
  pause_reminder = 15,
  resume_reminder = 16,
  remove_reminder = 17,
  unfinish_reminder = 18,
  edit_one_reminder = 19,
  edit_following_reminders = 20,
  remove_one_reminder = 21,
  remove_following_reminders = 22,
  add_ritual = 30,
  finish_ritual = 31,
  rest_ritual = 32,
  remove_ritual = 33,
  edit_ritual = 34,
  skip_ritual = 35,
  unfinish_ritual = 36,
  add_idea = 40,
  mark_idea = 41,
  draw_idea = 42,
  draw_prompt = 43,
  add_plan = 50,
  accept_plan = 51,
  decline_plan = 52,
  move_plan = 53,
  cancel_plan = 54,
  finish_plan = 55,
  finish_task = 56,
  edit_plan = 57,
  remove_plan = 58,
  add_task = 59,
  add_check_in = 60,
  answer_prompt = 61,
  add_memory = 62,
  appreciate = 63,
  remove_check_in = 64,
  edit_memory = 65,
  remove_memory = 66,
  remove_appreciation = 67,
  remove_answer = 68,
  share_check_in = 69,
  change_settings = 70,
  start_programme = 71,
  finish_session = 72,
  pass_session = 73,
  pause_programme = 74,
  stop_programme = 75,
  unfinish_task = 80,
  remove_task = 81,
  add_card = 150,
  edit_card = 151,
  remove_card = 152,
  add_item = 160,
  finish_item = 161,
  unfinish_item = 162,
  remove_item = 163,
};

// "add reminder"; "a change of a newer version" for numbers unknown here.
[[nodiscard]] std::string_view name_of(Verb verb) noexcept;

// Whether undo takes it back: drawing a card or undoing isn't an act to undo.
[[nodiscard]] bool is_undoable(Verb verb) noexcept;

}  // namespace kindling
