// Looking back together: one memory, two questions, then the phone away; what was said can be added to the memory, or
// not. Nothing else is kept. One thread.
#pragma once

#include <array>
#include <optional>
#include <string>

#include "app/screens/feel.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct ReminisceModel {
  std::optional<Kept> memory;
  std::array<std::string_view, 2> questions;
  bool chosen = false;  // it is about this memory alone
};
struct ReminisceDraft {
  enum class Phase : std::uint8_t { look, away, after } phase = Phase::look;
  ui::ScrollState scroll;
  std::size_t turn = 0;  // how often another memory was asked for
  ui::TextEdit said;
  bool missing = false;
};
void draw_reminisce(Stage& stage, const ReminisceModel& view, ReminisceDraft& draft);

class ReminisceScreen final : public Screen {
 public:
  explicit ReminisceScreen(const std::optional<EntityRef>& memory) : chosen_(memory) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  std::optional<EntityRef> chosen_;
  ReminisceModel view_;
  ReminisceDraft draft_;
  std::size_t shown_ = 0;
  Kindling* home_ = nullptr;  // for another memory; it outlives the screens
};

}  // namespace kindling::app
