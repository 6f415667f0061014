// What Kindling asks its owner on Today, a card for each question. One thread.
#pragma once

#include "app/screens/screen.hpp"

namespace kindling::app {

void draw_questions(Stage& stage, const OpenQuestions& questions);

}  // namespace kindling::app
