// Which screen is which: the one list of them.
#include "app/screens/feel.hpp"
#include "app/screens/feel_jar.hpp"
#include "app/screens/feel_memories.hpp"
#include "app/screens/feel_year.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/today.hpp"

namespace kindling::app {

std::unique_ptr<Screen> make_place(Place place) {
  switch (place) {
    case Place::feel: return std::make_unique<FeelScreen>();
    case Place::today:
    case Place::talk:
    case Place::touch:
    case Place::time: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_page(const Page& page) {
  switch (page.kind) {
    case PageKind::year: return std::make_unique<YearScreen>();
    case PageKind::appreciations: return std::make_unique<JarScreen>();
    case PageKind::memories: return std::make_unique<MemoriesScreen>();
    default: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_sheet(const OpenSheet&) { return std::make_unique<TodayScreen>(); }

}  // namespace kindling::app
