// The card of one's own ceilings: how close suggestions may come, for touch as a whole and for each sort of it, for
// talk and for time together; what the partner told of theirs; and the owner's switch for what is for adults. One
// thread.
#pragma once

#include <array>
#include <optional>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct CeilingsView {
  std::array<int, kComfortKinds> own{};  // by ComfortKind
  std::optional<int> partner_touch;      // as the partner told it
  bool adult = false;                    // the owner's switch
};
[[nodiscard]] CeilingsView ceilings_of(const Settings& settings);

struct CeilingsDraft {
  std::array<std::optional<double>, kComfortKinds> own{};  // while the finger is on them
  std::optional<double> partner_touch;
  bool sorts_open = false, partner_open = false;
};
// What is set is written when the finger leaves the line.
void draw_ceilings(Stage& stage, const CeilingsView& view, CeilingsDraft& draft);

void draw_adult_switch(Stage& stage, bool on);

}  // namespace kindling::app
