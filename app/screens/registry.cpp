// Which screen is which: the one list of them.
#include "app/screens/idea.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/time.hpp"
#include "app/screens/time_plan.hpp"
#include "app/screens/time_ritual.hpp"
#include "app/screens/today.hpp"
#include "app/screens/touch.hpp"
#include "app/screens/touch_pages.hpp"

namespace kindling::app {

std::unique_ptr<Screen> make_place(Place place) {
  switch (place) {
    case Place::touch: return std::make_unique<TouchScreen>();
    case Place::time: return std::make_unique<TimeScreen>();
    case Place::today:
    case Place::talk:
    case Place::feel: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_page(const Page& page) {
  switch (page.kind) {
    case PageKind::idea: return std::make_unique<IdeaScreen>(page.item);
    case PageKind::ladder: return std::make_unique<LadderScreen>();
    case PageKind::reminders: return std::make_unique<RemindersScreen>();
    case PageKind::plan: return std::make_unique<PlanScreen>(page.ref);
    case PageKind::ritual: return std::make_unique<RitualScreen>(page.ref);
    default: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_sheet(const OpenSheet&) { return std::make_unique<TodayScreen>(); }

}  // namespace kindling::app
