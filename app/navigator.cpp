#include "app/navigator.hpp"

#include <algorithm>
#include <utility>

namespace kindling::app {
namespace {

constexpr std::size_t kMostKept = 8;

std::size_t index_of(Place place) { return static_cast<std::size_t>(place); }

// Whether what is asked for goes on with one that was kept. A mood is the same check-in from wherever it is opened.
bool are_same(const OpenSheet& kept, const OpenSheet& asked) {
  if (kept.kind != asked.kind || kept.ref != asked.ref) return false;
  return kept.item == asked.item || (asked.kind == SheetKind::check_in && asked.item.empty());
}

}  // namespace

void Shown::refresh(Kindling& home, const Format& format) {
  if (!stale) return;
  stale = false;
  failure.reset();
  if (auto read = screen->read(home, format); !read) failure = read.error();
}

Navigator::Navigator() { forget(); }

void Navigator::make_stale() {
  for (Shown& shown : places_) shown.stale = true;
  for (Shown& shown : pages_) shown.stale = true;
  sheet_.stale = true;
  first_run_.stale = true;
}

void Navigator::forget() {
  drop_sheet();
  sheet_state_ = {};
  pages_.clear();
  first_run_ = {};
  for (const Place place : {Place::today, Place::talk, Place::feel, Place::touch, Place::time}) {
    places_[index_of(place)] = {.screen = make_place(place)};
  }
}

Shown& Navigator::current() { return pages_.empty() ? places_[index_of(place_)] : pages_.back(); }

std::string Navigator::current_name() const {
  return pages_.empty() ? "place" + std::to_string(index_of(place_)) : "page" + std::to_string(pages_.size());
}

void Navigator::go_to(Place place, Intents& last) {
  leave_pages(0, last);
  place_ = place;
}

void Navigator::open(const Page& page) {
  pages_.push_back({.screen = make_page(page)});
  close_sheet();
}

bool Navigator::leave_what_is_gone(Kindling& home, const Format& format) {
  const std::size_t before = pages_.size();
  while (!pages_.empty()) {
    Shown& page = pages_.back();
    page.refresh(home, format);
    if (!page.failure || page.failure->code != ErrorCode::not_found) break;
    pages_.pop_back();
  }
  return pages_.size() < before;
}

bool Navigator::back(Intents& last) {
  if (sheet_state_.open) {
    close_sheet();
    return false;
  }
  if (pages_.empty()) return false;
  leave_pages(pages_.size() - 1, last);
  return true;
}

void Navigator::leave_pages(std::size_t left, Intents& last) {
  while (pages_.size() > left) {
    pages_.back().screen->leave(last);
    pages_.pop_back();
  }
}

void Navigator::open(const OpenSheet& sheet) {
  keep_sheet();
  open_sheet_ = sheet;
  const auto kept =
      std::find_if(kept_.begin(), kept_.end(), [&](const Kept& old) { return are_same(old.what, sheet); });
  went_on_ = kept != kept_.end();
  if (!went_on_) return show_sheet(make_sheet(sheet));
  std::unique_ptr<Screen> screen = std::move(kept->screen);
  kept_.erase(kept);
  show_sheet(std::move(screen));
}

void Navigator::start_afresh() {
  went_on_ = false;
  show_sheet(make_sheet(open_sheet_));
}

void Navigator::show_sheet(std::unique_ptr<Screen> screen) {
  sheet_ = {.screen = std::move(screen)};
  sheet_saved_ = false;
  sheet_state_ = {.open = true};
}

void Navigator::sheet_saved() noexcept {
  close_sheet();
  sheet_saved_ = true;
}

void Navigator::drop_sheet() {
  keep_sheet();
  sheet_ = {};
}

void Navigator::keep_sheet() {
  if (!sheet_.screen || sheet_saved_ || !sheet_.screen->unsaved()) return;
  kept_.push_back({open_sheet_, std::move(sheet_.screen)});
  if (kept_.size() > kMostKept) kept_.erase(kept_.begin());
}

void Navigator::begin_first_run() { first_run_ = {.screen = make_first_run()}; }

}  // namespace kindling::app
