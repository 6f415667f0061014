// Inviting to talk at a set time: it becomes a plan of both, which reminds of itself. What was written in the composer
// never goes into it; only the topic that is given here. One thread.
#pragma once

#include <optional>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

struct InviteDraft {
  ui::TextEdit topic;
  std::optional<LocalDateTime> time;  // of those on offer; else the next
  bool own_time = false;              // another day or hour
  std::optional<ui::DatePick> date;
  ui::TimePick clock;
};

// When an invitation may be for: hours of this evening that are still half an hour away, and tomorrow's eight o'clock.
[[nodiscard]] std::vector<LocalDateTime> talk_times(LocalDateTime now);

// The time, the topic, the words to ask with, and the button. True where the time was set in this frame.
bool draw_invite(Stage& stage, InviteDraft& draft);

}  // namespace kindling::app
