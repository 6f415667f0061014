// What a person wishes of an idea, as chips that unfold in place, and the words for what had to be given up. One
// thread.
#pragma once

#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct IdeaFilterDraft {
  ContentFilter filter;  // besides the kind
  bool open = false;
  bool more = false;  // the less common ones too
};

// The chips, and the card below them where it is open.
void draw_idea_filters(Stage& stage, IdeaFilterDraft& draft);
void say_what_was_given_up(Stage& stage, const std::vector<Wish>& wishes);

}  // namespace kindling::app
