// Which screen is which: the one list of them.
#include "app/screens/screen.hpp"
#include "app/screens/talk.hpp"
#include "app/screens/talk_deck.hpp"
#include "app/screens/talk_mode.hpp"
#include "app/screens/today.hpp"

namespace kindling::app {

std::unique_ptr<Screen> make_place(Place place) {
  switch (place) {
    case Place::talk: return std::make_unique<TalkScreen>();
    case Place::today:
    case Place::feel:
    case Place::touch:
    case Place::time: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_page(const Page& page) {
  switch (page.kind) {
    case PageKind::prompt_deck: return std::make_unique<DeckScreen>(page.item);
    case PageKind::talk_mode: return std::make_unique<TalkModeScreen>(page.item);
    default: break;
  }
  return std::make_unique<TodayScreen>();
}

std::unique_ptr<Screen> make_sheet(const OpenSheet&) { return std::make_unique<TodayScreen>(); }

}  // namespace kindling::app
