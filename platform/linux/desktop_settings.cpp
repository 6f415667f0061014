#include "platform/linux/desktop_settings.hpp"

#include <array>
#include <condition_variable>
#include <mutex>
#include <string_view>
#include <thread>
#include <utility>

#include "platform/linux/session_bus.hpp"

namespace kindling {
namespace {

constexpr const char* kService = "org.freedesktop.portal.Desktop";
constexpr const char* kPath = "/org/freedesktop/portal/desktop";
constexpr const char* kSettings = "org.freedesktop.portal.Settings";
constexpr const char* kAppearance = "org.freedesktop.appearance";
constexpr const char* kGnome = "org.gnome.desktop.interface";

// What the portal has said, key by key: a change names one key only.
struct Said {
  std::optional<unsigned> color_scheme;    // 0 no preference, 1 dark, 2 light
  std::optional<unsigned> contrast;        // 0 no preference, 1 higher
  std::optional<unsigned> reduced_motion;  // 0 no preference, 1 reduced
  std::optional<bool> animations;          // GNOME's own key, which is older

  void note(std::string_view space, std::string_view key, DBusMessageIter value) {
    if (space == kAppearance) {
      if (key == "color-scheme") color_scheme = read_unsigned(value);
      if (key == "contrast") contrast = read_unsigned(value);
      if (key == "reduced-motion") reduced_motion = read_unsigned(value);
    } else if (space == kGnome && key == "enable-animations") {
      animations = read_bool(value);
    }
  }

  [[nodiscard]] DesktopLook look() const {
    DesktopLook look;
    if (color_scheme == 1U || color_scheme == 2U) look.dark = *color_scheme == 1U;
    if (contrast) look.high_contrast = *contrast == 1U;
    if (reduced_motion) {
      look.reduced_motion = *reduced_motion == 1U;
    } else if (animations) {
      look.reduced_motion = !*animations;
    }
    return look;
  }
};

BusMessage question() {
  BusMessage message = method_call(kService, kPath, kSettings, "ReadAll");
  std::array<const char*, 2> spaces{kAppearance, kGnome};
  const char* const* first = spaces.data();
  dbus_message_append_args(message.get(), DBUS_TYPE_ARRAY, DBUS_TYPE_STRING, &first, static_cast<int>(spaces.size()),
                           DBUS_TYPE_INVALID);
  return message;
}

// Calls `entry_is` with each key and an iterator at its value, where `dictionary` is at an array of such.
template <typename Function>
void for_each_entry(DBusMessageIter dictionary, const Function& entry_is) {
  if (dbus_message_iter_get_arg_type(&dictionary) != DBUS_TYPE_ARRAY ||
      dbus_message_iter_get_element_type(&dictionary) != DBUS_TYPE_DICT_ENTRY) {
    return;
  }
  DBusMessageIter entry;
  dbus_message_iter_recurse(&dictionary, &entry);
  for (; dbus_message_iter_get_arg_type(&entry) == DBUS_TYPE_DICT_ENTRY; dbus_message_iter_next(&entry)) {
    DBusMessageIter field;
    dbus_message_iter_recurse(&entry, &field);
    const std::string_view key = read_text(field).value_or("");
    dbus_message_iter_next(&field);
    entry_is(key, field);
  }
}

// The answer to `question`: a{sa{sv}}.
Said read_all(const BusMessage& answer) {
  Said said;
  DBusMessageIter spaces;
  if (dbus_message_iter_init(answer.get(), &spaces) == 0) return said;
  for_each_entry(spaces, [&](std::string_view space, DBusMessageIter keys) {
    for_each_entry(keys, [&](std::string_view key, DBusMessageIter value) { said.note(space, key, value); });
  });
  return said;
}

// A SettingChanged: namespace, key, value.
void read_change(const BusMessage& change, Said& said) {
  DBusMessageIter argument;
  if (dbus_message_iter_init(change.get(), &argument) == 0) return;
  const auto space = read_text(argument);
  dbus_message_iter_next(&argument);
  const auto key = read_text(argument);
  if (dbus_message_iter_next(&argument) != 0 && space && key) said.note(*space, *key, argument);
}

}  // namespace

class DesktopSettings::Watch {
 public:
  explicit Watch(std::function<void()> wake) : wake_(std::move(wake)), thread_([this] { run(); }) {}
  ~Watch() {
    stop_.set();
    thread_.join();
  }
  Watch(const Watch&) = delete;
  Watch& operator=(const Watch&) = delete;

  std::optional<DesktopLook> take(std::chrono::milliseconds at_most) {
    std::unique_lock lock(mutex_);
    if (at_most.count() > 0) answered_.wait_for(lock, at_most, [this] { return is_answered_; });
    return std::exchange(fresh_, std::nullopt);
  }

 private:
  void run() {
    listen();
    tell(std::nullopt);
  }

  void listen() {
    const auto bus = SessionBus::connect(std::chrono::seconds(2));
    if (!bus) return;
    bus->listen_for_arrival(kService);
    bus->listen(
        "type='signal',sender='org.freedesktop.portal.Desktop',path='/org/freedesktop/portal/desktop',"
        "interface='org.freedesktop.portal.Settings',member='SettingChanged'");
    dbus_uint32_t asked = bus->send(question());
    Said said;
    while (const BusMessage message = bus->next(stop_)) {
      if (dbus_message_get_reply_serial(message.get()) == asked) {
        // A portal that can't tell leaves what was known.
        if (dbus_message_get_type(message.get()) == DBUS_MESSAGE_TYPE_METHOD_RETURN) said = read_all(message);
        tell(said.look());
      } else if (is_signal(message, kSettings, "SettingChanged")) {
        read_change(message, said);
        tell(said.look());
      } else if (tells_arrival(message, kService)) {
        asked = bus->send(question());
      }
    }
  }

  // None: nothing new, and the first answer needn't be waited for any more.
  void tell(std::optional<DesktopLook> look) {
    {
      const std::lock_guard lock(mutex_);
      is_answered_ = true;
      answered_.notify_all();
      if (!look || *look == last_) return;
      last_ = *look;
      fresh_ = *look;
    }
    if (wake_) wake_();
  }

  std::function<void()> wake_;
  StopSignal stop_;
  std::mutex mutex_;
  std::condition_variable answered_;
  bool is_answered_ = false;
  DesktopLook last_;
  std::optional<DesktopLook> fresh_;
  std::thread thread_;  // the last: it uses what is above
};

std::unique_ptr<DesktopSettings> DesktopSettings::start(std::function<void()> wake) {
  return std::unique_ptr<DesktopSettings>(new DesktopSettings(std::make_unique<Watch>(std::move(wake))));
}

DesktopSettings::DesktopSettings(std::unique_ptr<Watch> watch) : watch_(std::move(watch)) {}
DesktopSettings::~DesktopSettings() = default;

std::optional<DesktopLook> DesktopSettings::take(std::chrono::milliseconds at_most) { return watch_->take(at_most); }

}  // namespace kindling
