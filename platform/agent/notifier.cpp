#include "platform/agent/notifier.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kindling {
namespace {

constexpr const char* kService = "org.freedesktop.Notifications";
constexpr const char* kPath = "/org/freedesktop/Notifications";
constexpr const char* kIcon = "org.kindling.Kindling";
constexpr const char* kCategory = "x-kindling.reminder";
constexpr std::uint8_t kNormal = 1;             // urgency
constexpr std::int32_t kAsTheServiceDoes = -1;  // how long it stays

struct ActionWords {
  MessageAction action;
  const char *key, *label;
};
constexpr std::array<ActionWords, 7> kActions{{{MessageAction::open, "default", "Open"},
                                               {MessageAction::done, "done", "Done"},
                                               {MessageAction::later, "later", "Later"},
                                               {MessageAction::rest, "rest", "Rest it"},
                                               {MessageAction::let_go, "let-go", "Let it go"},
                                               {MessageAction::follow, "follow", "They follow me"},
                                               {MessageAction::stay, "stay", "They stay at home"}}};

void add_text(DBusMessageIter& to, const std::string& text) {
  const char* chars = text.c_str();
  dbus_message_iter_append_basic(&to, DBUS_TYPE_STRING, &chars);
}

void add_hint(DBusMessageIter& hints, const char* name, int type, const char* signature, const void* value) {
  DBusMessageIter entry, variant;
  dbus_message_iter_open_container(&hints, DBUS_TYPE_DICT_ENTRY, nullptr, &entry);
  dbus_message_iter_append_basic(&entry, DBUS_TYPE_STRING, static_cast<const void*>(&name));
  dbus_message_iter_open_container(&entry, DBUS_TYPE_VARIANT, signature, &variant);
  dbus_message_iter_append_basic(&variant, type, value);
  dbus_message_iter_close_container(&entry, &variant);
  dbus_message_iter_close_container(&hints, &entry);
}

// A person's words aren't markup.
std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else
      out += c;
  }
  return out;
}

}  // namespace

Notifier::Notifier(SessionBus& bus, Events events) : bus_(bus), events_(std::move(events)) {
  bus_.listen(
      "type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='org.freedesktop.Notifications'");
  bus_.listen("type='signal',interface='org.freedesktop.Notifications',path='/org/freedesktop/Notifications'");
  ask_capabilities();
}

void Notifier::ask_capabilities() {
  capabilities_asked_ = bus_.send(method_call(kService, kPath, kService, "GetCapabilities"));
}

void Notifier::try_again() {
  if (state_ == State::absent && capabilities_asked_ == 0) ask_capabilities();
}

void Notifier::show(const Message& message) {
  if (state_ == State::absent) return events_.failed(message.key);
  if (state_ == State::unknown) {
    waiting_.push_back(message);
  } else {
    send(message);
  }
}

void Notifier::send(const Message& message) {
  const BusMessage call = method_call(kService, kPath, kService, "Notify");
  if (!call) return events_.failed(message.key);
  DBusMessageIter to, list;
  dbus_message_iter_init_append(call.get(), &to);
  add_text(to, "Kindling");
  dbus_uint32_t replaces = message.key;
  for (const auto& [id, key] : on_screen_) {
    if (key == message.key) replaces = id;
  }
  dbus_message_iter_append_basic(&to, DBUS_TYPE_UINT32, &replaces);
  add_text(to, kIcon);
  add_text(to, message.title);
  add_text(to, can("body") || capabilities_.empty() ? can("body-markup") ? escaped(message.body) : message.body
                                                    : std::string());
  dbus_message_iter_open_container(&to, DBUS_TYPE_ARRAY, "s", &list);
  if (can("actions")) {
    for (const ActionWords& words : kActions) {
      if (std::find(message.actions.begin(), message.actions.end(), words.action) == message.actions.end()) continue;
      add_text(list, words.key);
      add_text(list, words.label);
    }
  }
  dbus_message_iter_close_container(&to, &list);
  dbus_message_iter_open_container(&to, DBUS_TYPE_ARRAY, "{sv}", &list);
  add_hint(list, "urgency", DBUS_TYPE_BYTE, "y", &kNormal);
  add_hint(list, "category", DBUS_TYPE_STRING, "s", static_cast<const void*>(&kCategory));
  add_hint(list, "desktop-entry", DBUS_TYPE_STRING, "s", static_cast<const void*>(&kIcon));
  dbus_message_iter_close_container(&to, &list);
  dbus_message_iter_append_basic(&to, DBUS_TYPE_INT32, &kAsTheServiceDoes);
  const dbus_uint32_t serial = bus_.send(call);
  if (serial == 0) return events_.failed(message.key);
  asked_[serial] = message.key;
}

void Notifier::withdraw(MessageKey key) {
  std::erase_if(waiting_, [&](const Message& message) { return message.key == key; });
  dbus_uint32_t id = key;  // as a service gives it that takes the number asked for
  for (auto one = on_screen_.begin(); one != on_screen_.end(); ++one) {
    if (one->second != key) continue;
    id = one->first;
    on_screen_.erase(one);
    break;
  }
  const BusMessage call = method_call(kService, kPath, kService, "CloseNotification");
  if (!call || state_ != State::there) return;
  dbus_message_set_no_reply(call.get(), 1);
  dbus_message_append_args(call.get(), DBUS_TYPE_UINT32, &id, DBUS_TYPE_INVALID);
  (void)bus_.send(call);
}

bool Notifier::take(const BusMessage& message) {
  const int type = dbus_message_get_type(message.get());
  if (type == DBUS_MESSAGE_TYPE_METHOD_RETURN || type == DBUS_MESSAGE_TYPE_ERROR) {
    const dbus_uint32_t serial = dbus_message_get_reply_serial(message.get());
    const bool is_ours = serial == capabilities_asked_ || asked_.contains(serial);
    if (is_ours) take_answer(message, serial);
    return is_ours;
  }
  if (is_signal(message, DBUS_INTERFACE_DBUS, "NameOwnerChanged")) {
    const char *name = nullptr, *before = nullptr, *after = nullptr;
    if (dbus_message_get_args(message.get(), nullptr, DBUS_TYPE_STRING, &name, DBUS_TYPE_STRING, &before,
                              DBUS_TYPE_STRING, &after, DBUS_TYPE_INVALID) == 0 ||
        std::string_view(name) != kService) {
      return false;
    }
    on_screen_.clear();
    if (*after == '\0') {
      give_up();
    } else if (*before != '\0' || state_ == State::absent) {
      state_ = State::absent;
      ask_capabilities();
    }
    return true;
  }
  const bool is_closed = is_signal(message, kService, "NotificationClosed");
  if (!is_closed && !is_signal(message, kService, "ActionInvoked")) return false;
  dbus_uint32_t id = 0;
  if (is_closed) {
    dbus_uint32_t reason = 0;
    if (dbus_message_get_args(message.get(), nullptr, DBUS_TYPE_UINT32, &id, DBUS_TYPE_UINT32, &reason,
                              DBUS_TYPE_INVALID) == 0)
      return true;
    const MessageKey key = key_of(id);
    on_screen_.erase(id);
    if (key != 0) events_.closed(key);
    return true;
  }
  const char* name = nullptr;
  if (dbus_message_get_args(message.get(), nullptr, DBUS_TYPE_UINT32, &id, DBUS_TYPE_STRING, &name,
                            DBUS_TYPE_INVALID) == 0)
    return true;
  const MessageKey key = key_of(id);
  for (const ActionWords& words : kActions) {
    if (key != 0 && std::string_view(name) == words.key) events_.acted(key, words.action);
  }
  return true;
}

void Notifier::take_answer(const BusMessage& message, dbus_uint32_t serial) {
  if (serial == capabilities_asked_) return take_capabilities(message);
  const MessageKey key = asked_.at(serial);
  asked_.erase(serial);
  dbus_uint32_t id = 0;
  if (dbus_message_get_type(message.get()) != DBUS_MESSAGE_TYPE_METHOD_RETURN ||
      dbus_message_get_args(message.get(), nullptr, DBUS_TYPE_UINT32, &id, DBUS_TYPE_INVALID) == 0) {
    state_ = State::absent;
    return events_.failed(key);
  }
  on_screen_[id] = key;
  events_.shown(key);
}

void Notifier::take_capabilities(const BusMessage& message) {
  capabilities_asked_ = 0;
  capabilities_.clear();
  DBusMessageIter list, one;
  if (dbus_message_get_type(message.get()) != DBUS_MESSAGE_TYPE_METHOD_RETURN ||
      dbus_message_iter_init(message.get(), &list) == 0 || dbus_message_iter_get_arg_type(&list) != DBUS_TYPE_ARRAY) {
    return give_up();
  }
  for (dbus_message_iter_recurse(&list, &one); dbus_message_iter_get_arg_type(&one) == DBUS_TYPE_STRING;
       dbus_message_iter_next(&one)) {
    if (const auto name = read_text(one)) capabilities_.emplace(*name);
  }
  const bool was_absent = std::exchange(state_, State::there) == State::absent;
  for (const Message& waiting : std::exchange(waiting_, {})) send(waiting);
  if (was_absent) events_.arrived();
}

void Notifier::give_up() {
  state_ = State::absent;
  capabilities_asked_ = 0;
  for (const auto& [serial, key] : std::exchange(asked_, {})) events_.failed(key);
  for (const Message& waiting : std::exchange(waiting_, {})) events_.failed(waiting.key);
}

// A service that takes the number asked for needs no list, which a restart of this program would lose.
MessageKey Notifier::key_of(dbus_uint32_t id) const {
  const auto found = on_screen_.find(id);
  if (found != on_screen_.end()) return found->second;
  return id >= 0x4000'0000U ? id : 0;
}

}  // namespace kindling
