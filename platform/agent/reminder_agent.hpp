// Waits beside the desktop and brings each reminder at its minute. It sleeps in one poll: until the next moment that is
// due (a timer on the wall clock, which also rings when the computer wakes later or the clock is set), until somebody
// writes to the home, the desktop says something, or the time zone changes. One thread.
#pragma once

#include <functional>
#include <memory>
#include <set>
#include <string>

#include "core/kindling.hpp"
#include "platform/agent/notifier.hpp"
#include "platform/linux/session_bus.hpp"

namespace kindling {

// Asks for a name on the bus. False where another has it.
[[nodiscard]] bool claim_name(SessionBus& bus, const std::string& name);

class ReminderAgent {
 public:
  // Both must outlive it.
  ReminderAgent(Kindling& home, SessionBus& bus);
  ~ReminderAgent();
  ReminderAgent(const ReminderAgent&) = delete;
  ReminderAgent& operator=(const ReminderAgent&) = delete;

  enum class End {
    asked,         // by a signal
    bus_gone,      // the session is over
    zone_changed,  // start anew, with the new one
  };
  [[nodiscard]] Result<End> run();
  // Brings what is due now, and waits at most two seconds for the service to take it.
  [[nodiscard]] Result<void> run_once();

 private:
  struct Descriptors;

  void look(bool again);
  void keep_up();
  void act(MessageKey key, MessageAction action);
  void take_messages();
  void take_screen_state(const BusMessage& message);
  void set_timer(std::optional<Instant> next);
  void open_window(const std::string& screen);
  void keep(const Result<void>& result);

  Kindling& home_;
  SessionBus& bus_;
  Notifier notifier_;
  std::unique_ptr<Descriptors> descriptors_;
  std::map<MessageKey, std::string> screens_;  // where each message leads
  std::set<dbus_uint32_t> screen_asked_;       // serials
  bool screen_is_locked_ = false;
  bool must_look_ = false;
  bool look_again_ = false;
  std::optional<Error> error_;  // the first one
};

}  // namespace kindling
