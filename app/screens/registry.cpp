// Which screen is which: the one list of them.
#include "app/screens/add_sheet.hpp"
#include "app/screens/cancel_sheet.hpp"
#include "app/screens/check_in_sheet.hpp"
#include "app/screens/cook.hpp"
#include "app/screens/due_sheet.hpp"
#include "app/screens/feel.hpp"
#include "app/screens/feel_jar.hpp"
#include "app/screens/feel_memories.hpp"
#include "app/screens/feel_reminisce.hpp"
#include "app/screens/feel_rhythm.hpp"
#include "app/screens/feel_year.hpp"
#include "app/screens/first_run.hpp"
#include "app/screens/help.hpp"
#include "app/screens/history.hpp"
#include "app/screens/idea.hpp"
#include "app/screens/if_then_sheet.hpp"
#include "app/screens/keepsake_sheet.hpp"
#include "app/screens/look_back.hpp"
#include "app/screens/past_check_in_sheet.hpp"
#include "app/screens/plan_sheet.hpp"
#include "app/screens/programme.hpp"
#include "app/screens/reading.hpp"
#include "app/screens/reminder_sheet.hpp"
#include "app/screens/ritual_sheet.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/search.hpp"
#include "app/screens/settings.hpp"
#include "app/screens/talk.hpp"
#include "app/screens/talk_cards.hpp"
#include "app/screens/talk_deck.hpp"
#include "app/screens/talk_mode.hpp"
#include "app/screens/talk_practice.hpp"
#include "app/screens/therapist_page.hpp"
#include "app/screens/time.hpp"
#include "app/screens/time_plan.hpp"
#include "app/screens/time_ritual.hpp"
#include "app/screens/today.hpp"
#include "app/screens/touch.hpp"
#include "app/screens/touch_pages.hpp"

namespace kindling::app {

std::unique_ptr<Screen> make_place(Place place) {
  switch (place) {
    case Place::talk: return std::make_unique<TalkScreen>();
    case Place::feel: return std::make_unique<FeelScreen>();
    case Place::touch: return std::make_unique<TouchScreen>();
    case Place::time: return std::make_unique<TimeScreen>();
    case Place::today: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_page(const Page& page) {
  switch (page.kind) {
    case PageKind::settings: return std::make_unique<SettingsScreen>();
    case PageKind::history: return std::make_unique<HistoryScreen>();
    case PageKind::search: return std::make_unique<SearchScreen>();
    case PageKind::help: return std::make_unique<HelpScreen>();
    case PageKind::plan: return std::make_unique<PlanScreen>(page.ref);
    case PageKind::ritual: return std::make_unique<RitualScreen>(page.ref);
    case PageKind::idea: return std::make_unique<IdeaScreen>(page.item);
    case PageKind::ladder: return std::make_unique<LadderScreen>();
    case PageKind::reminders: return std::make_unique<RemindersScreen>();
    case PageKind::prompt_deck: return std::make_unique<DeckScreen>(page.item);
    case PageKind::talk_mode: return std::make_unique<TalkModeScreen>(page.item);
    case PageKind::year: return std::make_unique<YearScreen>(page.item);
    case PageKind::appreciations: return std::make_unique<JarScreen>(page.item);
    case PageKind::reading: return std::make_unique<ReadingScreen>(page.item);
    case PageKind::starts: return std::make_unique<StartsScreen>();
    case PageKind::rhythm: return std::make_unique<RhythmScreen>();
    case PageKind::reminisce: return std::make_unique<ReminisceScreen>(page.ref);
    case PageKind::cards: return std::make_unique<CardsScreen>();
    case PageKind::practice: return std::make_unique<PracticeScreen>(page.item);
    case PageKind::programme: return std::make_unique<ProgrammeScreen>();
    case PageKind::cook: return std::make_unique<CookScreen>(page.item);
    case PageKind::look_back: return std::make_unique<LookBackScreen>(page.item);
    case PageKind::therapist_page: return std::make_unique<TherapistPageScreen>();
    case PageKind::memories: return std::make_unique<MemoriesScreen>();
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_sheet(const OpenSheet& sheet) {
  switch (sheet.kind) {
    case SheetKind::check_in: return std::make_unique<CheckInSheet>(sheet);
    case SheetKind::reminder: return std::make_unique<ReminderSheet>(sheet);
    case SheetKind::plan: return std::make_unique<PlanSheet>(sheet);
    case SheetKind::memory: return std::make_unique<MemorySheet>(sheet);
    case SheetKind::appreciation: return std::make_unique<AppreciationSheet>();
    case SheetKind::ritual: return std::make_unique<RitualSheet>(sheet);
    case SheetKind::if_then: return std::make_unique<IfThenSheet>(sheet);
    case SheetKind::past_check_in: return std::make_unique<PastCheckInSheet>(sheet);
    case SheetKind::due: return std::make_unique<DueSheet>(sheet);
    case SheetKind::cancel_plan: return std::make_unique<CancelSheet>(sheet);
    case SheetKind::card: return std::make_unique<CardSheet>(sheet);
    case SheetKind::shortcuts: return std::make_unique<ShortcutsSheet>();
    case SheetKind::add:
    case SheetKind::none: break;
  }
  return std::make_unique<AddSheet>();
}

std::unique_ptr<Screen> make_first_run() { return std::make_unique<FirstRunScreen>(); }

}  // namespace kindling::app
