// A private connection to the session's D-Bus, in RAII, for a thread that waits for messages and for being stopped:
// no reply is waited for except the bus's own greeting. It never starts a bus. One instance serves one thread. The only
// door to libdbus-1.
#pragma once

#include <dbus/dbus.h>

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "platform/linux/stop_signal.hpp"

namespace kindling {

struct UnrefMessage {
  void operator()(DBusMessage* message) const noexcept { dbus_message_unref(message); }
};
using BusMessage = std::unique_ptr<DBusMessage, UnrefMessage>;

// DBUS_SESSION_BUS_ADDRESS, else the socket "bus" in XDG_RUNTIME_DIR where there is one, else empty.
[[nodiscard]] std::string session_bus_address();

[[nodiscard]] BusMessage method_call(const char* service, const char* path, const char* interface, const char* member);
[[nodiscard]] bool is_signal(const BusMessage& message, const char* interface, const char* member);
// True where the signal says that `service` has come: who listens to it asks anew then.
[[nodiscard]] bool tells_arrival(const BusMessage& message, std::string_view service);

// Reads what variants in variants hold. None where it is of another kind.
[[nodiscard]] std::optional<std::string_view> read_text(DBusMessageIter value);
[[nodiscard]] std::optional<bool> read_bool(DBusMessageIter value);
[[nodiscard]] std::optional<unsigned> read_unsigned(DBusMessageIter value);

class SessionBus {
 public:
  // nullptr where there is no bus, or none that greets back in that time.
  [[nodiscard]] static std::unique_ptr<SessionBus> connect(std::chrono::milliseconds greeting);
  ~SessionBus();
  SessionBus(const SessionBus&) = delete;
  SessionBus& operator=(const SessionBus&) = delete;

  // From now on `next` also gives the signals that match; `rule` is in the bus's own language.
  void listen(const char* rule);
  // Tells when `service` comes to the bus; see tells_arrival.
  void listen_for_arrival(const std::string& service);
  // Sends and returns the serial by which its answer is known (dbus_message_get_reply_serial). 0 where memory is out.
  [[nodiscard]] dbus_uint32_t send(const BusMessage& message);
  // The same, and waits for the answer: only where nobody waits for this thread. nullptr where none comes in that time
  // or it is an error.
  [[nodiscard]] BusMessage ask(const BusMessage& message, std::chrono::milliseconds at_most);
  // The next message, waited for. nullptr once `stop` is set or the bus is gone.
  [[nodiscard]] BusMessage next(const StopSignal& stop);

  // For who waits in a poll of its own: what to wait with, the events to wait for, the next message where there is one,
  // and whether the bus is still there.
  [[nodiscard]] int descriptor() const noexcept;
  [[nodiscard]] short events() const noexcept;
  [[nodiscard]] BusMessage try_next();
  [[nodiscard]] bool is_connected() const noexcept { return is_connected_; }

 private:
  explicit SessionBus(DBusConnection* connection) : connection_(connection) {}

  DBusConnection* connection_;
  bool is_connected_ = true;
};

}  // namespace kindling
