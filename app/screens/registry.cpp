// Which screen is which: the one list of them.
#include "app/screens/first_run.hpp"
#include "app/screens/help.hpp"
#include "app/screens/history.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/search.hpp"
#include "app/screens/settings.hpp"
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

std::unique_ptr<Screen> make_page(const Page& page) {
  switch (page.kind) {
    case PageKind::settings: return std::make_unique<SettingsScreen>();
    case PageKind::history: return std::make_unique<HistoryScreen>();
    case PageKind::search: return std::make_unique<SearchScreen>();
    case PageKind::help: return std::make_unique<HelpScreen>();
    default: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_sheet(const OpenSheet&) { return std::make_unique<TodayScreen>(); }

std::unique_ptr<Screen> make_first_run() { return std::make_unique<FirstRunScreen>(); }

}  // namespace kindling::app
