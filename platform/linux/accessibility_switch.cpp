#include "platform/linux/accessibility_switch.hpp"

#include <cstdlib>
#include <string_view>

namespace kindling {
namespace {

constexpr const char* kService = "org.a11y.Bus";
constexpr const char* kPath = "/org/a11y/bus";
constexpr const char* kStatus = "org.a11y.Status";

bool is_given(const char* variable) {
  const char* value = std::getenv(variable);
  return value != nullptr && *value != '\0';
}

BusMessage question() {
  BusMessage message = method_call(kService, kPath, DBUS_INTERFACE_PROPERTIES, "GetAll");
  dbus_message_append_args(message.get(), DBUS_TYPE_STRING, &kStatus, DBUS_TYPE_INVALID);
  // Where nobody has started that service yet, nobody needs it: asking mustn't be what starts it.
  dbus_message_set_auto_start(message.get(), 0);
  return message;
}

// Reads the a{sv} at `properties`.
bool says_on(DBusMessageIter properties) {
  if (dbus_message_iter_get_arg_type(&properties) != DBUS_TYPE_ARRAY ||
      dbus_message_iter_get_element_type(&properties) != DBUS_TYPE_DICT_ENTRY) {
    return false;
  }
  DBusMessageIter entry;
  dbus_message_iter_recurse(&properties, &entry);
  for (; dbus_message_iter_get_arg_type(&entry) == DBUS_TYPE_DICT_ENTRY; dbus_message_iter_next(&entry)) {
    DBusMessageIter field;
    dbus_message_iter_recurse(&entry, &field);
    const std::string_view name = read_text(field).value_or("");
    dbus_message_iter_next(&field);
    if ((name == "IsEnabled" || name == "ScreenReaderEnabled") && read_bool(field).value_or(false)) return true;
  }
  return false;
}

}  // namespace

bool accessibility_is_possible() {
  const char* refused = std::getenv("NO_AT_BRIDGE");
  if (refused != nullptr && std::string_view(refused) == "1") return false;
  return is_given("AT_SPI_BUS_ADDRESS") || !session_bus_address().empty();
}

bool wait_for_accessibility(const StopSignal& stop) {
  if (is_given("AT_SPI_BUS_ADDRESS")) return true;
  const auto bus = SessionBus::connect(std::chrono::seconds(2));
  if (!bus) return false;
  bus->listen_for_arrival(kService);
  bus->listen(
      "type='signal',sender='org.a11y.Bus',path='/org/a11y/bus',interface='org.freedesktop.DBus.Properties',"
      "member='PropertiesChanged',arg0='org.a11y.Status'");
  dbus_uint32_t asked = bus->send(question());
  while (const BusMessage message = bus->next(stop)) {
    DBusMessageIter argument;
    if (dbus_message_get_type(message.get()) == DBUS_MESSAGE_TYPE_METHOD_RETURN &&
        dbus_message_get_reply_serial(message.get()) == asked) {
      if (dbus_message_iter_init(message.get(), &argument) != 0 && says_on(argument)) return true;
    } else if (is_signal(message, DBUS_INTERFACE_PROPERTIES, "PropertiesChanged")) {
      if (dbus_message_iter_init(message.get(), &argument) != 0 && dbus_message_iter_next(&argument) != 0 &&
          says_on(argument)) {
        return true;
      }
    } else if (tells_arrival(message, kService)) {
      asked = bus->send(question());
    }
  }
  return false;
}

}  // namespace kindling
