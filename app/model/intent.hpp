// What a person wants, as screens say it: acts on things, carried out by the services, and ways through the app,
// carried out by the navigator. Value types.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "core/kindling.hpp"

namespace kindling::app {

enum class Place : std::uint8_t { today, talk, feel, touch, time };

// What lies over a place, and is left by Back.
enum class PageKind : std::uint8_t {
  settings,
  history,
  search,
  help,
  plan,
  ritual,
  memories,
  prompt_deck,
  talk_mode,
  idea,
  ladder,
  appreciations,
  year,
  reminders,
  reading,
  starts,
  programme,
  rhythm,
  reminisce
};
struct Page {
  PageKind kind = PageKind::settings;
  std::optional<EntityRef> ref = std::nullopt;  // of the thing it is about
  std::string item = {};                        // or the id of a piece of content, a deck's name, a date
};

enum class SheetKind : std::uint8_t {
  none,
  add,
  check_in,
  reminder,
  plan,
  memory,
  appreciation,
  ritual,
  shortcuts,
  due,
  past_check_in
};

// --- Ways through the app
struct GoTo {
  Place place;
};
struct OpenPage {
  Page page;
};
struct GoBack {};
// With a ref: to change that thing.
struct OpenSheet {
  SheetKind kind = SheetKind::none;
  std::optional<EntityRef> ref = std::nullopt;
  std::string item = {};
};
struct CloseSheet {};  // what is unsaved in it waits for the next time
struct Saved {};       // of sheets, after the acts that saved what it holds: it closes where all of them succeeded
struct HideNow {};     // the neutral screen, at once
struct LockNow {};
struct Unlock {
  std::string passphrase;
};
struct Refresh {};  // read again what is shown: the screen asks for something else now
struct Say {        // a toast
  std::string text;
};

struct TurnBackground {  // reminders while the window is closed
  bool on = true;
};
struct SendTest {};  // a notification, now
struct OpenFolder {  // by the desktop's own program
  std::string path;
};

// --- Acts. Each is one undoable step.
// Which of several a day is named by its ordinal, from 0 (DueReminder::ordinal).
struct FinishReminder {
  EntityRef ref;
  std::optional<LocalDate> date;
  std::optional<int> ordinal = std::nullopt;
};
struct SkipReminder {
  EntityRef ref;
  std::optional<LocalDate> date;
};
struct SnoozeReminder {
  EntityRef ref;
  std::optional<LocalDate> date;
  std::optional<int> ordinal;
  LocalDateTime until;  // on the wall
};
struct ChangeReminder {
  EntityRef ref;
  EditReminder edit;
};
// Of a series: that day's occurrence alone, or that one and all after it.
struct ChangeOccurrence {
  EntityRef ref;
  LocalDate date;
  bool and_following = false;
  EditReminder edit;
};
struct RemoveOccurrence {
  EntityRef ref;
  LocalDate date;
  bool and_following = false;
};
// What was ticked off by mistake. Of a reminder or a ritual.
struct TakeBack {
  EntityRef ref;
  std::optional<LocalDate> date;
  std::optional<int> ordinal = std::nullopt;  // of a reminder
};
struct PauseReminder {
  EntityRef ref;
  bool paused = true;
};
struct FinishRitual {
  EntityRef ref;
  std::optional<LocalDate> date;
};
struct ChangeRitual {
  EntityRef ref;
  EditRitual edit;
};
struct SkipRitual {
  EntityRef ref;
  std::optional<LocalDate> date;
};
struct RestRitual {
  EntityRef ref;
  LocalDate until;
};
// Of a reminder, ritual, plan, memory, appreciation, answer or check-in.
struct Remove {
  EntityRef ref;
};
struct ChangePlanState {
  EntityRef ref;
  PlanState state;
  std::string note;
};
struct FinishTask {
  EntityRef ref;
  int number = 0;
};
struct UnfinishTask {
  EntityRef ref;
  int number = 0;
};
struct AddTask {
  EntityRef ref;
  std::string title;
};
struct RemoveTask {
  EntityRef ref;
  int number = 0;
};
// All of it or nothing.
struct ChangePlan {
  EntityRef ref;
  EditPlan edit;
  std::optional<MovePlan> move = std::nullopt;
  std::vector<int> without = {};       // the numbers of tasks to leave out
  std::vector<std::string> with = {};  // titles of new ones
};
struct ShareCheckIn {
  EntityRef ref;
  Share share = Share::none;
};
struct ChangeMemory {
  EntityRef ref;
  EditMemory edit;
};
struct AddMemory {
  std::string text;
  std::optional<LocalDate> date;
};
struct Appreciate {
  std::string text;
};
struct AnswerPrompt {
  std::string prompt;
  std::string text;
};
struct MarkIdea {
  std::string id;
  Verdict verdict = Verdict::none;
};
struct SetComfort {
  ComfortKind kind;
  int ceiling = 0;
};
struct SetQuiet {
  std::optional<LocalTimeRange> quiet;
};
struct SetBudget {
  ReminderKind kind;
  std::optional<int> a_week;
};
struct SetDayStart {
  LocalTime day_start;
};
struct ChangeSettings {
  EditSettings edit;
};
struct StartProgramme {
  Programme programme;
};
struct FollowProgramme {
  enum class What : std::uint8_t { finish, pass, pause, resume, stop } what = What::finish;
};
struct SetPassphrase {
  std::string passphrase;  // empty: take the lock away
};
struct Undo {
  int acts = 1;  // the newest ones that were one thing to whoever did them
};

// --- Choices, kept on this device. Undo doesn't take them back.
// One that passes by again and again stays as it is.
struct KeepReminder {
  EntityRef ref;
};
// Where reminders don't follow, a zone is chosen: that is an act.
struct AnswerTravel {
  bool follow = true;
};
struct DismissDrift {};
// Nothing for two is offered, or all of it again.
struct KeepForMe {
  bool on = true;
};
struct TurnAutoBackup {
  std::string folder;      // empty: off
  std::string passphrase;  // empty: readable by whoever has the folder
};

// A question of a deck (none: of any), not deeper than that; it goes to the screen that asked. That it was shown is
// kept privately, so that it doesn't come twice within a year.
struct DrawPrompt {
  std::optional<std::string> deck;
  std::optional<int> most_depth;
};

using Intent = std::variant<GoTo, OpenPage, GoBack, OpenSheet, CloseSheet, Saved, HideNow, LockNow, Unlock, Refresh,
                            Say, TurnBackground, SendTest, OpenFolder, AddReminder, KeepReminder, AnswerTravel,
                            DismissDrift, KeepForMe, TurnAutoBackup, StartProgramme, FollowProgramme, FinishReminder,
                            SkipReminder, SnoozeReminder, ChangeReminder, ChangeOccurrence, RemoveOccurrence, TakeBack,
                            ChangeRitual, SkipRitual, UnfinishTask, AddTask, RemoveTask, ChangePlan, ChangeMemory,
                            ChangeSettings, SetPassphrase, PauseReminder, AddRitual, FinishRitual, RestRitual, Remove,
                            AddPlan, ChangePlanState, FinishTask, AddCheckIn, AddMemory, Appreciate, AnswerPrompt,
                            MarkIdea, SetComfort, SetQuiet, SetBudget, SetDayStart, Undo, DrawPrompt, ShareCheckIn>;

// What the screens fill while they draw.
using Intents = std::vector<Intent>;

}  // namespace kindling::app
