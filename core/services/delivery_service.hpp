// Brings what is planned to its owner: says at each moment what to show, what to take away and when to look again, and
// remembers on this device what was told, so that nothing comes twice and nothing is lost, whether this program sleeps,
// is killed or runs again. It shows nothing itself: whoever calls it does (an agent; later a phone's scheduler). One
// thread; several processes may ask, one at a time has its turn.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/services/today_service.hpp"
#include "core/storage/delivery_log.hpp"

namespace kindling {

// What the owner can do from a message.
enum class MessageAction { open, done, later, rest, let_go, follow, stay };

// One message on the screen.
struct Message {
  MessageKey key = 0;
  std::vector<Notification> of;  // what it tells of, the earliest first; nothing where it asks about a journey
  bool missed = false;           // it couldn't come in time
  bool asks = false;             // what to do about what is ignored again and again, or about a journey
  std::string title, body;       // in the words that the owner chose; the body may be empty
  std::string screen;            // where it leads
  std::vector<MessageAction> actions;
};

struct DeliveryStep {
  std::vector<Message> show;
  std::vector<MessageKey> withdraw;  // settled elsewhere
  std::optional<Instant> next;       // when to ask again, at the latest
};

class DeliveryService {
 public:
  DeliveryService(const Context& context, const Catalogue& catalogue) : context_(context), today_(context, catalogue) {}

  struct Situation {
    bool screen_locked = false;
    bool nobody_shows = false;  // what is due waits
    // After a start, of this program or of what shows: what was given out lately and may never have been seen is given
    // out again under the same key, which stands in for the earlier one where that is still there.
    bool again = false;
  };
  // What is due and wasn't told yet. What is more than ten minutes late comes in one message; what is more than a day
  // late is over. In quiet hours, and behind a locked screen where the owner wants it so, it waits. What is given out
  // counts as announced.
  [[nodiscard]] Result<DeliveryStep> step(const Situation& situation);

  // What became of it.
  [[nodiscard]] Result<void> shown(MessageKey message);
  // Couldn't be shown: it is due again.
  [[nodiscard]] Result<void> failed(MessageKey message);
  [[nodiscard]] Result<void> closed(MessageKey message);
  // Does what the owner asked for. `later` puts off to the first of snooze_choices. Fails as the services do.
  [[nodiscard]] Result<void> act(MessageKey message, MessageAction action);

  // Of the message that asks whether reminders follow a journey.
  static constexpr MessageKey kTravelKey = 0x7FFF'FFFEU;
  // A message for trying out whether one arrives.
  [[nodiscard]] static Message test_message();

 private:
  struct Run;
  [[nodiscard]] Result<void> put_off(const Delivered& row, Instant until);
  [[nodiscard]] Result<void> settle(MessageKey message, Delivered::State state);

  const Context& context_;
  TodayService today_;
};

}  // namespace kindling
