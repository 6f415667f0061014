// The answers under a gesture that is offered on a hero card: it is taken up, another is wanted, none today. One
// thread.
#pragma once

#include <string>

#include "app/screens/screen.hpp"

namespace kindling::app {

enum class OfferAnswer : std::uint8_t { none, taken, another, not_today };

// `idea`: the gesture's id in the library; that it was taken up is wanted to be marked. `hue`: of the card it lies on.
[[nodiscard]] OfferAnswer draw_offer(Stage& stage, const std::string& idea, ui::Step hue);

}  // namespace kindling::app
