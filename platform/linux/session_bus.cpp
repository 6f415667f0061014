#include "platform/linux/session_bus.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdint>
#include <cstdlib>

namespace kindling {
namespace {

DBusMessageIter innermost(DBusMessageIter value) {
  while (dbus_message_iter_get_arg_type(&value) == DBUS_TYPE_VARIANT) {
    DBusMessageIter inner;
    dbus_message_iter_recurse(&value, &inner);
    value = inner;
  }
  return value;
}

}  // namespace

std::string session_bus_address() {
  // The environment is read before any thread of ours could change it, and none of ours does.
  if (const char* address = std::getenv("DBUS_SESSION_BUS_ADDRESS"); address != nullptr && *address != '\0') {
    return address;
  }
  if (const char* folder = std::getenv("XDG_RUNTIME_DIR"); folder != nullptr && *folder == '/') {
    const std::string socket = std::string(folder) + "/bus";
    if (access(socket.c_str(), R_OK | W_OK) == 0) return "unix:path=" + socket;
  }
  return {};
}

BusMessage method_call(const char* service, const char* path, const char* interface, const char* member) {
  return BusMessage(dbus_message_new_method_call(service, path, interface, member));
}

bool is_signal(const BusMessage& message, const char* interface, const char* member) {
  return dbus_message_is_signal(message.get(), interface, member) != 0;
}

bool tells_arrival(const BusMessage& message, std::string_view service) {
  if (!is_signal(message, DBUS_INTERFACE_DBUS, "NameOwnerChanged")) return false;
  const char *name = nullptr, *before = nullptr, *after = nullptr;
  return dbus_message_get_args(message.get(), nullptr, DBUS_TYPE_STRING, &name, DBUS_TYPE_STRING, &before,
                               DBUS_TYPE_STRING, &after, DBUS_TYPE_INVALID) != 0 &&
         name == service && *after != '\0';
}

std::optional<std::string_view> read_text(DBusMessageIter value) {
  value = innermost(value);
  if (dbus_message_iter_get_arg_type(&value) != DBUS_TYPE_STRING) return std::nullopt;
  const char* text = nullptr;
  dbus_message_iter_get_basic(&value, &text);
  return text;
}

std::optional<bool> read_bool(DBusMessageIter value) {
  value = innermost(value);
  if (dbus_message_iter_get_arg_type(&value) != DBUS_TYPE_BOOLEAN) return std::nullopt;
  dbus_bool_t truth = 0;
  dbus_message_iter_get_basic(&value, &truth);
  return truth != 0;
}

std::optional<unsigned> read_unsigned(DBusMessageIter value) {
  value = innermost(value);
  if (dbus_message_iter_get_arg_type(&value) != DBUS_TYPE_UINT32) return std::nullopt;
  dbus_uint32_t number = 0;
  dbus_message_iter_get_basic(&value, &number);
  return number;
}

std::unique_ptr<SessionBus> SessionBus::connect(std::chrono::milliseconds greeting) {
  const std::string address = session_bus_address();
  if (address.empty()) return nullptr;
  DBusConnection* connection = dbus_connection_open_private(address.c_str(), nullptr);
  if (connection == nullptr) return nullptr;
  std::unique_ptr<SessionBus> bus(new SessionBus(connection));
  // dbus_bus_register would wait for 25 seconds.
  const BusMessage hello = method_call(DBUS_SERVICE_DBUS, DBUS_PATH_DBUS, DBUS_INTERFACE_DBUS, "Hello");
  const BusMessage answer(
      dbus_connection_send_with_reply_and_block(connection, hello.get(), static_cast<int>(greeting.count()), nullptr));
  const char* name = nullptr;
  if (!answer || dbus_message_get_args(answer.get(), nullptr, DBUS_TYPE_STRING, &name, DBUS_TYPE_INVALID) == 0 ||
      dbus_bus_set_unique_name(connection, name) == 0) {
    return nullptr;
  }
  return bus;
}

SessionBus::~SessionBus() {
  dbus_connection_close(connection_);
  dbus_connection_unref(connection_);
}

void SessionBus::listen(const char* rule) {
  // Without a DBusError to fill, it is sent without waiting for the answer.
  dbus_bus_add_match(connection_, rule, nullptr);
}

void SessionBus::listen_for_arrival(const std::string& service) {
  listen(("type='signal',sender='org.freedesktop.DBus',interface='org.freedesktop.DBus',member='NameOwnerChanged',"
          "arg0='" +
          service + "'")
             .c_str());
}

dbus_uint32_t SessionBus::send(const BusMessage& message) {
  dbus_uint32_t serial = 0;
  return message && dbus_connection_send(connection_, message.get(), &serial) != 0 ? serial : 0;
}

BusMessage SessionBus::ask(const BusMessage& message, std::chrono::milliseconds at_most) {
  if (!message) return nullptr;
  return BusMessage(dbus_connection_send_with_reply_and_block(connection_, message.get(),
                                                              static_cast<int>(at_most.count()), nullptr));
}

int SessionBus::descriptor() const noexcept {
  int descriptor = -1;
  return dbus_connection_get_unix_fd(connection_, &descriptor) == 0 ? -1 : descriptor;
}

short SessionBus::events() const noexcept {
  return dbus_connection_has_messages_to_send(connection_) != 0 ? short{POLLIN | POLLOUT} : short{POLLIN};
}

BusMessage SessionBus::try_next() {
  is_connected_ = dbus_connection_read_write(connection_, 0) != 0;
  return BusMessage(dbus_connection_pop_message(connection_));
}

BusMessage SessionBus::next(const StopSignal& stop) {
  if (descriptor() < 0) return nullptr;
  for (;;) {
    if (stop.is_set()) return nullptr;
    if (BusMessage message = try_next(); message) return message;
    if (!is_connected()) return nullptr;
    std::array<pollfd, 2> waiting{pollfd{descriptor(), events(), 0}, pollfd{stop.descriptor(), POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR) return nullptr;
  }
}

}  // namespace kindling
