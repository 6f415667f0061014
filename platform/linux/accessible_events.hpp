// The events by which readers learn what has changed about one object. Private to the screen reader's sources; for the
// thread that runs the bridge.
#pragma once

#include <cstdint>
#include <vector>

#include "platform/linux/accessible_object.hpp"

namespace kindling {

// Tells each state that differs and of which `mask` has the bit.
void tell_states(AtkObject* object, std::uint64_t before, std::uint64_t after, std::uint64_t mask);
// Name, description, text, caret, selection, value, against what the object says now.
void tell_words(AtkObject* object, const Spoken& before);
// Which children came and went, one by one, such that a reader that follows has the order of now.
void tell_children(AtkObject* object, std::vector<AtkObject*> before);
void tell_window_opened(AtkObject* window);
void tell_window_closed(AtkObject* window);
void tell_window_active(AtkObject* window, bool active);

}  // namespace kindling
