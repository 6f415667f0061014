#include "platform/linux/activation.hpp"

#include <chrono>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/linux/session_bus.hpp"

namespace kindling {
namespace {

constexpr const char* kName = "org.kindling.Kindling";
constexpr const char* kPath = "/org/kindling/Kindling";
constexpr const char* kApplication = "org.freedesktop.Application";
constexpr const char* kIntrospection = R"(<!DOCTYPE node PUBLIC "-//freedesktop//DTD D-BUS Object Introspection 1.0//EN"
"http://www.freedesktop.org/standards/dbus/1.0/introspect.dtd">
<node>
<interface name="org.freedesktop.Application">
<method name="Activate"><arg name="platform_data" type="a{sv}" direction="in"/></method>
<method name="Open"><arg name="uris" type="as" direction="in"/><arg name="platform_data" type="a{sv}" direction="in"/></method>
<method name="ActivateAction"><arg name="action_name" type="s" direction="in"/><arg name="parameter" type="av" direction="in"/>
<arg name="platform_data" type="a{sv}" direction="in"/></method>
</interface>
<interface name="org.freedesktop.DBus.Introspectable">
<method name="Introspect"><arg name="xml" type="s" direction="out"/></method>
</interface>
</node>
)";

bool is_call(const BusMessage& message, const char* interface, const char* member, const char* signature) {
  return dbus_message_is_method_call(message.get(), interface, member) != 0 &&
         dbus_message_has_signature(message.get(), signature) != 0;
}

BusMessage request_for_name() {
  BusMessage message = method_call(DBUS_SERVICE_DBUS, DBUS_PATH_DBUS, DBUS_INTERFACE_DBUS, "RequestName");
  const dbus_uint32_t flags = 0;
  dbus_message_append_args(message.get(), DBUS_TYPE_STRING, &kName, DBUS_TYPE_UINT32, &flags, DBUS_TYPE_INVALID);
  return message;
}

// What an ActivateAction wants to see. A text that its parameter begins with comes before the action's own screen.
std::string wanted_by(const BusMessage& action) {
  DBusMessageIter argument, parameter;
  dbus_message_iter_init(action.get(), &argument);
  const std::string_view name = read_text(argument).value_or("");
  dbus_message_iter_next(&argument);
  dbus_message_iter_recurse(&argument, &parameter);
  if (dbus_message_iter_get_arg_type(&parameter) == DBUS_TYPE_VARIANT) {
    if (const auto screen = read_text(parameter)) return std::string(*screen);
  }
  if (name == "check-in") return "sheet-check-in";
  if (name == "plan-date") return "sheet-plan";
  return {};
}

BusMessage introspection(const BusMessage& call) {
  BusMessage answer(dbus_message_new_method_return(call.get()));
  dbus_message_append_args(answer.get(), DBUS_TYPE_STRING, &kIntrospection, DBUS_TYPE_INVALID);
  return answer;
}

}  // namespace

class Activation::Service {
 public:
  explicit Service(std::function<void(std::string)> called) : called_(std::move(called)), thread_([this] { run(); }) {}
  ~Service() {
    stop_.set();
    thread_.join();
  }
  Service(const Service&) = delete;
  Service& operator=(const Service&) = delete;

 private:
  void run() {
    const auto bus = SessionBus::connect(std::chrono::seconds(2));
    if (!bus || bus->send(request_for_name()) == 0) return;
    while (const BusMessage message = bus->next(stop_)) {
      if (dbus_message_get_type(message.get()) != DBUS_MESSAGE_TYPE_METHOD_CALL) continue;
      const BusMessage answer = answer_to(message);
      if (dbus_message_get_no_reply(message.get()) == 0) [[maybe_unused]]
        const auto serial = bus->send(answer);
    }
  }

  BusMessage answer_to(const BusMessage& call) {
    if (is_call(call, DBUS_INTERFACE_INTROSPECTABLE, "Introspect", "")) return introspection(call);
    if (dbus_message_has_path(call.get(), kPath) == 0) {
      return BusMessage(dbus_message_new_error(call.get(), DBUS_ERROR_UNKNOWN_OBJECT, "There is no such object"));
    }
    if (is_call(call, kApplication, "Activate", "a{sv}")) {
      called_({});
    } else if (is_call(call, kApplication, "ActivateAction", "sava{sv}")) {
      called_(wanted_by(call));
    } else if (is_call(call, kApplication, "Open", "asa{sv}")) {
      called_("settings");
    } else {
      return BusMessage(dbus_message_new_error(call.get(), DBUS_ERROR_UNKNOWN_METHOD, "There is no such method"));
    }
    return BusMessage(dbus_message_new_method_return(call.get()));
  }

  const std::function<void(std::string)> called_;
  StopSignal stop_;
  std::thread thread_;  // the last: it uses what is above
};

std::unique_ptr<Activation> Activation::start(std::function<void(std::string)> called) {
  return std::unique_ptr<Activation>(new Activation(std::make_unique<Service>(std::move(called))));
}

Activation::Activation(std::unique_ptr<Service> service) : service_(std::move(service)) {}
Activation::~Activation() = default;

}  // namespace kindling
