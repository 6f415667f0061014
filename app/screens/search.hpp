// Search over everything the owner may see. Reading takes a second in a home of twenty years, so it searches on Enter,
// or when the person pauses, and says meanwhile that it does.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/screens/things.hpp"

namespace kindling::app {

struct SearchLine {
  std::string id;
  Intent way;  // where it opens
  std::string title;
  std::string subtitle;  // its kind, and where the words were found
  ThingLook look;
};

struct SearchModel {
  std::string query;  // that was searched for; empty: nothing yet
  bool more = false;  // than are shown
  std::vector<SearchLine> lines;
};

[[nodiscard]] Result<SearchModel> read_search(Kindling& home, const Format& format, const std::string& query);

struct SearchDraft {
  ui::ScrollState scroll;
  ui::TextEdit query;
  bool entered = false;   // the page was opened: the field has the focus
  bool waiting = false;   // something was written that wasn't searched for yet
  double written_at = 0;  // when
  std::string wanted;     // what the next reading searches for
};
void draw_search(Stage& stage, const SearchModel& view, SearchDraft& draft);

class SearchScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_search(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  SearchModel view_;
  SearchDraft draft_;
};

}  // namespace kindling::app
