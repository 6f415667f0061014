// Which screen is which: the one list of them.
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

std::unique_ptr<Screen> make_sheet(const OpenSheet&) { return std::make_unique<TodayScreen>(); }

}  // namespace kindling::app
