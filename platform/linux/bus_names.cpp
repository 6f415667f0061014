#include "platform/linux/bus_names.hpp"

#include <chrono>

namespace kindling {
namespace {

constexpr std::chrono::milliseconds kPatience{2000};

BusMessage question(const char* member) {
  return method_call(DBUS_SERVICE_DBUS, DBUS_PATH_DBUS, DBUS_INTERFACE_DBUS, member);
}

BusMessage ask_about(SessionBus& bus, const char* member, const std::string& name) {
  const BusMessage call = question(member);
  const char* chars = name.c_str();
  if (call) dbus_message_append_args(call.get(), DBUS_TYPE_STRING, &chars, DBUS_TYPE_INVALID);
  return bus.ask(call, kPatience);
}

}  // namespace

bool has_owner(SessionBus& bus, const std::string& name) {
  const BusMessage answer = ask_about(bus, "NameHasOwner", name);
  dbus_bool_t has = 0;
  return answer && dbus_message_get_args(answer.get(), nullptr, DBUS_TYPE_BOOLEAN, &has, DBUS_TYPE_INVALID) != 0 &&
         has != 0;
}

bool can_be_started(SessionBus& bus, const std::string& name) {
  const BusMessage answer = bus.ask(question("ListActivatableNames"), kPatience);
  DBusMessageIter list, one;
  if (!answer || dbus_message_iter_init(answer.get(), &list) == 0 ||
      dbus_message_iter_get_arg_type(&list) != DBUS_TYPE_ARRAY)
    return false;
  for (dbus_message_iter_recurse(&list, &one); dbus_message_iter_get_arg_type(&one) == DBUS_TYPE_STRING;
       dbus_message_iter_next(&one)) {
    if (read_text(one) == name) return true;
  }
  return false;
}

pid_t process_of(SessionBus& bus, const std::string& name) {
  const BusMessage answer = ask_about(bus, "GetConnectionUnixProcessID", name);
  dbus_uint32_t process = 0;
  if (!answer || dbus_message_get_args(answer.get(), nullptr, DBUS_TYPE_UINT32, &process, DBUS_TYPE_INVALID) == 0)
    return 0;
  return static_cast<pid_t>(process);
}

}  // namespace kindling
