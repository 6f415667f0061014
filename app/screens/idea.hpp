// An idea of the library in words, and its page: what it is, what it takes, what its owner said of it in private, and
// the way to a plan or a reminder. The words are shared by the lists of Touch and the deck of Time. One thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/screens/cook.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

// What is good to know of an idea, in a word or two: how long, what it costs, where.
struct Fact {
  ui::Icon icon = ui::Icon::none;
  std::string words;
};
[[nodiscard]] std::vector<Fact> facts_of(const Format& format, const Content& content);
// As small pills that flow into lines within `width`, from (x, y) on; returns their height, and only measures it where
// `drawn` is false.
float flow_facts(ui::Ui& ui, std::span<const Fact> facts, float x, float y, float width, ui::Step hue, bool drawn);

[[nodiscard]] ui::Icon icon_of(const Content& content);
[[nodiscard]] ui::Step hue_of(const Content& content);
[[nodiscard]] ui::Step hue_of(Step step);  // of the four
// What sort of idea it is: "At home", "From afar", "One night".
[[nodiscard]] std::string_view sort_of(const ui::Strings& tr, const Content& content);
// A step of comfort, 0..6, in a word or two, and in a sentence of what it may hold.
[[nodiscard]] std::string_view comfort_name(const ui::Strings& tr, int comfort);
[[nodiscard]] std::string_view comfort_words(const ui::Strings& tr, int comfort);
// How long before: "6 weeks before", "On the day".
[[nodiscard]] std::string days_before_words(const ui::Strings& tr, int days);
// A cue with its first letter large, as it begins a line.
[[nodiscard]] std::string cue_line(std::string_view cue);

// Where a piece stands in a list that is shuffled each day, and stays as it is until the next.
[[nodiscard]] std::uint64_t order_of_day(std::string_view id, LocalDate day);

struct IdeaModel {
  std::string id;
  std::string title, text, cue;
  std::string_view sort;
  ui::Icon icon = ui::Icon::sparkle;
  ui::Step hue = ui::Step::time;
  std::vector<Fact> facts;
  std::string materials;
  struct Before {
    std::string when, what;  // "6 weeks before", what to see to
  };
  std::vector<Before> before;
  CookModel cooking;  // of no stages where it isn't one to cook
  Verdict verdict = Verdict::none;
  bool gesture = false;
  bool touch = false;  // it can be marked as what felt good
  int comfort = 0;
};
// Says of something so close that it felt good; from then on touch comes at most one step closer.
void draw_felt_good_button(Stage& stage, int comfort);
// With an empty id: the gesture of the day.
[[nodiscard]] Result<IdeaModel> read_idea(Kindling& home, const Format& format, const std::string& id);

struct IdeaDraft {
  ui::ScrollState scroll;
};
void draw_idea(Stage& stage, const IdeaModel& view, IdeaDraft& draft);

class IdeaScreen final : public Screen {
 public:
  explicit IdeaScreen(std::string id) : id_(std::move(id)) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_idea(stage, view_, draft_); }

 private:
  std::string id_;
  IdeaModel view_;
  IdeaDraft draft_;
};

}  // namespace kindling::app
