// The deck of ideas: cards that are kept with a swipe to the right and put back with one to the left, with filters that
// unfold in place. Putting one back writes nothing. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/idea.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct IdeaCard {
  Content content;  // for the filters
  std::string_view sort;
  ui::Icon icon = ui::Icon::sparkle;
  std::vector<Fact> facts;
  Verdict verdict = Verdict::none;
};
// Dates, cooking and getaways, in an order that differs from day to day.
[[nodiscard]] Result<std::vector<IdeaCard>> read_deck(Kindling& home, const Format& format);

struct IdeaDeckDraft {
  std::size_t suit = 0;  // dates, cooking, getaways
  bool filters_open = false;
  ContentFilter filter;             // besides the kind
  std::vector<std::string> passed;  // put back today
  std::optional<IdeaCard> leaving;  // on its way out
  float leaving_to = 0;             // pixels
  bool tilts = false;               // the finger has moved the top card
};

void draw_idea_deck(Stage& stage, const std::vector<IdeaCard>& view, IdeaDeckDraft& draft);

}  // namespace kindling::app
