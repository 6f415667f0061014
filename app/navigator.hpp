// Where a person is in the app: one of five places, the pages over it, a sheet over those, and the first run over all.
// Owns these screens, and what was half written in sheets that were closed. It draws nothing. One thread.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/model/intent.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

// A screen, and whether what it shows must be read again before it is drawn.
struct Shown {
  std::unique_ptr<Screen> screen;
  bool stale = true;
  std::optional<Error> failure = std::nullopt;  // why the last reading failed

  void refresh(Kindling& home, const Format& format);
};

class Navigator {
 public:
  Navigator();

  // Everything is read again before it is shown.
  void make_stale();
  // Closes all that was made from a home, as at the start; only what was half written in sheets stays for its owner.
  void forget();

  // --- Places and pages. What a page that is left wants kept goes into `last`.
  [[nodiscard]] Place place() const noexcept { return place_; }
  [[nodiscard]] std::size_t pages() const noexcept { return pages_.size(); }
  [[nodiscard]] Shown& current();                  // the page on top, or else the place
  [[nodiscard]] std::string current_name() const;  // the same for as long as it is shown
  void go_to(Place place, Intents& last);
  void open(const Page& page);
  // Leaves the pages on top whose thing is gone, so that none is left to say that it can't be shown; true where any
  // was.
  bool leave_what_is_gone(Kindling& home, const Format& format);
  // Closes the sheet, or else leaves the page; true where a page was left.
  bool back(Intents& last);
  // The window may never come back: what the current page would want kept if it were left.
  void keep(Intents& last) { current().screen->leave(last); }

  // --- The sheet. One that is closed with something unsaved in it goes on there when the same one is opened again.
  [[nodiscard]] Shown* sheet() noexcept { return sheet_.screen ? &sheet_ : nullptr; }
  [[nodiscard]] ui::SheetState& sheet_state() noexcept { return sheet_state_; }
  [[nodiscard]] bool sheet_is_open() const noexcept { return sheet_state_.open; }
  // It shows what was half written before.
  [[nodiscard]] bool went_on() const { return went_on_ && sheet_.screen->unsaved(); }
  void open(const OpenSheet& sheet);
  void start_afresh();
  void close_sheet() noexcept { sheet_state_.open = false; }
  // Closes it: what it holds has been saved.
  void sheet_saved() noexcept;
  // It is off the screen now.
  void drop_sheet();

  // --- The first run
  [[nodiscard]] Shown* first_run() noexcept { return first_run_.screen ? &first_run_ : nullptr; }
  void begin_first_run();
  void end_first_run() { first_run_ = {}; }

 private:
  struct Kept {
    OpenSheet what;
    std::unique_ptr<Screen> screen;
  };

  void leave_pages(std::size_t left, Intents& last);
  void keep_sheet();
  void show_sheet(std::unique_ptr<Screen> screen);

  Place place_ = Place::today;
  std::array<Shown, 5> places_;
  std::vector<Shown> pages_;
  Shown sheet_;
  OpenSheet open_sheet_;
  ui::SheetState sheet_state_;
  bool sheet_saved_ = false;
  bool went_on_ = false;
  std::vector<Kept> kept_;  // the newest last
  Shown first_run_;
};

}  // namespace kindling::app
