// The deck of ideas: cards that are kept with a swipe to the right; a short one to the left says maybe, a long one not
// for me. Both are private marks. Filters unfold in place. Putting one back for today writes nothing. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/idea.hpp"
#include "app/screens/screen.hpp"
#include "app/screens/time_filters.hpp"

namespace kindling::app {

struct IdeaCard {
  Content content;  // for the filters; what the two have had is of no novelty any more
  std::string_view sort;
  ui::Icon icon = ui::Icon::sparkle;
  std::vector<Fact> facts;
  Verdict verdict = Verdict::none;
};
// Dates, cooking and getaways, in an order that differs from day to day: what is new tends to come first, what the two
// have had comes last.
[[nodiscard]] Result<std::vector<IdeaCard>> read_deck(Kindling& home, const Format& format);

struct IdeaDeckDraft {
  std::size_t suit = 0;  // dates, cooking, getaways
  IdeaFilterDraft filters;
  std::vector<std::string> passed;  // put back today
  std::optional<IdeaCard> leaving;  // on its way out
  float leaving_to = 0;             // pixels
  bool tilts = false;               // the finger has moved the top card
};

void draw_idea_deck(Stage& stage, const std::vector<IdeaCard>& view, IdeaDeckDraft& draft);

}  // namespace kindling::app
