// The desktop's notification service (org.freedesktop.Notifications 1.2), spoken to over the session's bus without
// waiting for it: it may be absent, slow, or start anew. What it can do is asked first. One thread, which gives it
// every message that comes from the bus.
#pragma once

#include <functional>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "core/services/delivery_service.hpp"
#include "platform/linux/session_bus.hpp"

namespace kindling {

class Notifier {
 public:
  struct Events {
    std::function<void(MessageKey)> shown;
    std::function<void(MessageKey)> failed;  // nobody shows it
    std::function<void(MessageKey)> closed;  // by its owner, or by time
    std::function<void(MessageKey, MessageAction)> acted;
    std::function<void()> arrived;  // the service has come, or come again
  };

  // The bus must outlive it.
  Notifier(SessionBus& bus, Events events);

  // Hands a message over; one of the same key that is still on the screen is replaced.
  void show(const Message& message);
  void withdraw(MessageKey key);
  // Where nobody answered before: asks once more, which starts a service that the bus can start.
  void try_again();
  // Whether the message from the bus was about notifications.
  bool take(const BusMessage& message);
  // Whether the last that is known of the service is that it answers, or nothing is known yet.
  [[nodiscard]] bool may_answer() const noexcept { return state_ != State::absent; }
  // Whether an answer is still awaited.
  [[nodiscard]] bool is_waiting() const noexcept { return !asked_.empty() || capabilities_asked_ != 0; }

 private:
  enum class State { unknown, there, absent };

  void ask_capabilities();
  void send(const Message& message);
  void take_answer(const BusMessage& message, dbus_uint32_t serial);
  void take_capabilities(const BusMessage& message);
  void give_up();
  [[nodiscard]] MessageKey key_of(dbus_uint32_t id) const;
  [[nodiscard]] bool can(const char* capability) const { return capabilities_.contains(capability); }

  SessionBus& bus_;
  Events events_;
  State state_ = State::unknown;
  std::set<std::string, std::less<>> capabilities_;
  dbus_uint32_t capabilities_asked_ = 0;           // serial
  std::map<dbus_uint32_t, MessageKey> asked_;      // by serial of the call
  std::map<dbus_uint32_t, MessageKey> on_screen_;  // by the service's id
  std::vector<Message> waiting_;                   // until the capabilities are known
};

}  // namespace kindling
