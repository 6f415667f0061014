// Which screen is which: the one list of them.
#include "app/screens/add_sheet.hpp"
#include "app/screens/check_in_sheet.hpp"
#include "app/screens/keepsake_sheet.hpp"
#include "app/screens/plan_sheet.hpp"
#include "app/screens/reminder_sheet.hpp"
#include "app/screens/ritual_sheet.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/today.hpp"

namespace kindling::app {

std::unique_ptr<Screen> make_place(Place place) {
  switch (place) {
    case Place::today:
    case Place::talk:
    case Place::feel:
    case Place::touch:
    case Place::time: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_page(const Page&) { return std::make_unique<TodayScreen>(); }

std::unique_ptr<Screen> make_sheet(const OpenSheet& sheet) {
  switch (sheet.kind) {
    case SheetKind::check_in: return std::make_unique<CheckInSheet>(sheet);
    case SheetKind::reminder: return std::make_unique<ReminderSheet>(sheet);
    case SheetKind::plan: return std::make_unique<PlanSheet>(sheet);
    case SheetKind::memory: return std::make_unique<MemorySheet>(sheet);
    case SheetKind::appreciation: return std::make_unique<AppreciationSheet>(sheet);
    case SheetKind::ritual: return std::make_unique<RitualSheet>(sheet);
    case SheetKind::shortcuts: return std::make_unique<ShortcutsSheet>();
    case SheetKind::add:
    case SheetKind::none:
    case SheetKind::share:
    case SheetKind::filters: break;
  }
  return std::make_unique<AddSheet>();
}

}  // namespace kindling::app
