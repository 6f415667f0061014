// Cooking along: one stage at a time, what each of the two does next to the other. Nothing is timed or counted. One
// thread.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct CookStage {
  std::string both, one, other;
};
struct CookModel {
  std::string id;  // empty: no idea of the kind is left to cook
  std::string title;
  std::string me, you;  // what the two are called
  std::vector<CookStage> stages;
};
// With an empty id: that of the next plan that is one to cook, else the first of the library.
[[nodiscard]] Result<CookModel> read_cook(Kindling& home, const Format& format, const std::string& id);

struct CookDraft {
  ui::ScrollState scroll;
  std::size_t stage = 0;  // as many as there are: done
  bool swapped = false;   // who has which hands
};
void draw_cook(Stage& stage, const CookModel& view, CookDraft& draft);

// What each does as a list of cards below each other, for the idea's own page. One thread.
void draw_who_does_what(Stage& stage, const CookModel& view);

class CookScreen final : public Screen {
 public:
  explicit CookScreen(std::string id) : id_(std::move(id)) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_cook(stage, view_, draft_); }

 private:
  std::string id_;
  CookModel view_;
  CookDraft draft_;
};

}  // namespace kindling::app
