#include "platform/agent/reminder_agent.hpp"

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
#include <sys/timerfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstring>
#include <string_view>

#include "core/services/auto_backup.hpp"
#include "core/services/calendar_out.hpp"
#include "platform/agent/resident_memory.hpp"
#include "platform/common/silent_program.hpp"

namespace kindling {
namespace {

using std::chrono::milliseconds;

constexpr const char* kApp = "org.kindling.Kindling";
constexpr const char* kAppPath = "/org/kindling/Kindling";
constexpr const char* kAppInterface = "org.freedesktop.Application";
constexpr milliseconds kPatience{2000};
constexpr milliseconds kTogether{60};  // one act writes several times

constexpr std::array<std::array<const char*, 2>, 2> kScreenSavers{
    {{"org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"},
     {"org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"}}};

class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  [[nodiscard]] int number() const noexcept { return number_; }

 private:
  int number_;
};

int watch(const char* folder, std::uint32_t events) {
  const int descriptor = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  if (descriptor >= 0) inotify_add_watch(descriptor, folder, events | IN_ONLYDIR);
  return descriptor;
}

int signals() {
  sigset_t set;
  sigemptyset(&set);
  for (const int number : {SIGTERM, SIGINT, SIGHUP}) sigaddset(&set, number);
  sigprocmask(SIG_BLOCK, &set, nullptr);
  return signalfd(-1, &set, SFD_NONBLOCK | SFD_CLOEXEC);
}

// Reads all notes; whether one is about a file of which `matters` says so.
template <class Matters>
bool drain(int notes, Matters&& matters) {
  alignas(inotify_event) std::array<char, 4096> bytes{};
  bool found = false;
  for (;;) {
    const ssize_t size = read(notes, bytes.data(), bytes.size());
    if (size <= 0) return found;
    for (std::size_t at = 0; at + sizeof(inotify_event) <= static_cast<std::size_t>(size);) {
      inotify_event event{};
      std::memcpy(&event, bytes.data() + at, sizeof event);
      const std::string_view name = event.len > 0 ? bytes.data() + at + sizeof event : "";
      found = found || (event.mask & IN_Q_OVERFLOW) != 0 || matters(name);
      at += sizeof event + event.len;
    }
  }
}

}  // namespace

struct ReminderAgent::Descriptors {
  explicit Descriptors(const std::string& folder)
      : timer(timerfd_create(CLOCK_REALTIME, TFD_NONBLOCK | TFD_CLOEXEC)),
        home(watch(folder.c_str(), IN_MODIFY | IN_MOVED_TO)),
        zone(watch("/etc", IN_MOVED_TO | IN_CREATE | IN_CLOSE_WRITE)),
        rules(watch("/usr/share/zoneinfo", IN_MOVED_TO | IN_CLOSE_WRITE)),
        signal(signals()) {}

  Descriptor timer, home, zone, rules, signal;
};

bool claim_name(SessionBus& bus, const std::string& name) {
  const BusMessage call = method_call(DBUS_SERVICE_DBUS, DBUS_PATH_DBUS, DBUS_INTERFACE_DBUS, "RequestName");
  const char* chars = name.c_str();
  const dbus_uint32_t flags = DBUS_NAME_FLAG_DO_NOT_QUEUE;
  dbus_message_append_args(call.get(), DBUS_TYPE_STRING, &chars, DBUS_TYPE_UINT32, &flags, DBUS_TYPE_INVALID);
  const BusMessage answer = bus.ask(call, kPatience);
  dbus_uint32_t owner = 0;
  return answer && dbus_message_get_args(answer.get(), nullptr, DBUS_TYPE_UINT32, &owner, DBUS_TYPE_INVALID) != 0 &&
         owner == DBUS_REQUEST_NAME_REPLY_PRIMARY_OWNER;
}

ReminderAgent::ReminderAgent(Kindling& home, SessionBus& bus)
    : home_(home),
      bus_(bus),
      notifier_(bus, {.shown = [this](MessageKey key) { keep(home_.delivery().shown(key)); },
                      .failed = [this](MessageKey key) { keep(home_.delivery().failed(key)); },
                      .closed = [this](MessageKey key) { keep(home_.delivery().closed(key)); },
                      .acted = [this](MessageKey key, MessageAction action) { act(key, action); },
                      .arrived =
                          [this] {
                            must_look_ = true;
                            look_again_ = true;
                          }}),
      descriptors_(std::make_unique<Descriptors>(home.folder())) {
  for (const auto& [service, path] : kScreenSavers) {
    bus_.listen(("type='signal',interface='" + std::string(service) + "',member='ActiveChanged'").c_str());
    const BusMessage call = method_call(service, path, service, "GetActive");
    dbus_message_set_auto_start(call.get(), 0);
    screen_asked_.insert(bus_.send(call));
  }
}

ReminderAgent::~ReminderAgent() = default;

void ReminderAgent::keep(const Result<void>& result) {
  if (!result && !error_) error_ = result.error();
}

void ReminderAgent::look(bool again) {
  (void)home_.changed_elsewhere();
  notifier_.try_again();
  auto step = home_.delivery().step(
      {.screen_locked = screen_is_locked_, .nobody_shows = !notifier_.may_answer(), .again = again});
  if (!step) return keep(step.error());
  for (const MessageKey key : step->withdraw) {
    notifier_.withdraw(key);
    screens_.erase(key);
  }
  for (const Message& message : step->show) {
    screens_[message.key] = message.screen;
    notifier_.show(message);
  }
  set_timer(step->next);
}

// What isn't urgent: the folder of calendar files, and the day's backup. Both remember what went wrong themselves.
void ReminderAgent::keep_up() {
  (void)CalendarOut(home_.context(), home_.files()).keep_up();
  (void)AutoBackup(home_.context(), home_.files(), home_.keys().home_key(), home_.folder()).run();
}

void ReminderAgent::act(MessageKey key, MessageAction action) {
  if (action == MessageAction::open) open_window(screens_.contains(key) ? screens_[key] : "today");
  // What was done elsewhere meanwhile is no error of this program.
  (void)home_.delivery().act(key, action);
  screens_.erase(key);
  must_look_ = true;
}

// The window that runs, or the one that the bus starts, else the program beside this one.
void ReminderAgent::open_window(const std::string& screen) {
  const BusMessage call = method_call(kApp, kAppPath, kAppInterface, "ActivateAction");
  DBusMessageIter to, list, variant;
  dbus_message_iter_init_append(call.get(), &to);
  const char* action = "show";
  dbus_message_iter_append_basic(&to, DBUS_TYPE_STRING, static_cast<const void*>(&action));
  dbus_message_iter_open_container(&to, DBUS_TYPE_ARRAY, "v", &list);
  dbus_message_iter_open_container(&list, DBUS_TYPE_VARIANT, "s", &variant);
  const char* name = screen.c_str();
  dbus_message_iter_append_basic(&variant, DBUS_TYPE_STRING, static_cast<const void*>(&name));
  dbus_message_iter_close_container(&list, &variant);
  dbus_message_iter_close_container(&to, &list);
  dbus_message_iter_open_container(&to, DBUS_TYPE_ARRAY, "{sv}", &list);
  dbus_message_iter_close_container(&to, &list);
  if (bus_.ask(call, kPatience)) return;
  (void)start_silently({program_beside("kindling-window"), "--home", home_.folder()}, true);
}

void ReminderAgent::set_timer(std::optional<Instant> next) {
  itimerspec when{};  // disarmed
  if (next) {
    // Never early: the first nanosecond of that millisecond.
    const auto since = std::max(next->time_since_epoch(), milliseconds(1));
    const auto whole = std::chrono::floor<std::chrono::seconds>(since);
    when.it_value.tv_sec = static_cast<time_t>(whole.count());
    when.it_value.tv_nsec = static_cast<long>(std::chrono::nanoseconds(since - whole).count());
  }
  // Where it is past already the timer rings at once.
  timerfd_settime(descriptors_->timer.number(), TFD_TIMER_ABSTIME | TFD_TIMER_CANCEL_ON_SET, &when, nullptr);
}

void ReminderAgent::take_screen_state(const BusMessage& message) {
  dbus_bool_t active = 0;
  if (dbus_message_get_args(message.get(), nullptr, DBUS_TYPE_BOOLEAN, &active, DBUS_TYPE_INVALID) == 0) return;
  const bool was_locked = std::exchange(screen_is_locked_, active != 0);
  if (was_locked && !screen_is_locked_) must_look_ = true;
}

void ReminderAgent::take_messages() {
  while (const BusMessage message = bus_.try_next()) {
    if (notifier_.take(message)) continue;
    const dbus_uint32_t serial = dbus_message_get_reply_serial(message.get());
    const bool is_answer = screen_asked_.erase(serial) > 0;
    if (is_answer || dbus_message_has_member(message.get(), "ActiveChanged") != 0) {
      if (dbus_message_get_type(message.get()) != DBUS_MESSAGE_TYPE_ERROR) take_screen_state(message);
    } else if (dbus_message_get_type(message.get()) == DBUS_MESSAGE_TYPE_METHOD_CALL) {
      // Whoever calls is told that there is nothing to call.
      const BusMessage answer(dbus_message_new_error(message.get(), DBUS_ERROR_UNKNOWN_METHOD, "no such method"));
      (void)bus_.send(answer);
    }
  }
}

Result<ReminderAgent::End> ReminderAgent::run() {
  // Nobody waits for the windows that it starts.
  (void)std::signal(SIGCHLD, SIG_IGN);
  look(true);
  bool is_tidy = false;
  while (!error_) {
    take_messages();
    if (!bus_.is_connected()) return End::bus_gone;
    if (std::exchange(must_look_, false)) {
      look(std::exchange(look_again_, false));
      is_tidy = false;
      continue;
    }
    // Once what is due was handed over, not before: a reminder comes first.
    if (!notifier_.is_waiting() && !std::exchange(is_tidy, true)) {
      keep_up();
      release_idle_memory();
    }
    const Descriptors& d = *descriptors_;
    std::array<pollfd, 6> waiting{pollfd{bus_.descriptor(), bus_.events(), 0}, pollfd{d.timer.number(), POLLIN, 0},
                                  pollfd{d.home.number(), POLLIN, 0},          pollfd{d.zone.number(), POLLIN, 0},
                                  pollfd{d.rules.number(), POLLIN, 0},         pollfd{d.signal.number(), POLLIN, 0}};
    if (poll(waiting.data(), waiting.size(), -1) < 0 && errno != EINTR)
      return failed("waiting for the next reminder failed");
    if (waiting[5].revents != 0) return End::asked;
    if (waiting[1].revents != 0) {
      std::uint64_t times = 0;
      // ECANCELED: the clock was set, which is as good a reason to look.
      must_look_ = read(d.timer.number(), &times, sizeof times) > 0 || errno == ECANCELED || must_look_;
    }
    const auto is_store = [](std::string_view name) { return name.ends_with(".db") || name.ends_with(".db-wal"); };
    if (waiting[2].revents != 0) {
      poll(nullptr, 0, static_cast<int>(kTogether.count()));
      // Its own writing is no news.
      if (drain(d.home.number(), is_store) && home_.changed_elsewhere()) must_look_ = true;
    }
    if (waiting[3].revents != 0 && drain(d.zone.number(), [](std::string_view name) { return name == "localtime"; }))
      return End::zone_changed;
    if (waiting[4].revents != 0 && drain(d.rules.number(), [](std::string_view) { return true; }))
      return End::zone_changed;
  }
  return *error_;
}

Result<void> ReminderAgent::run_once() {
  look(true);
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (!error_) {
    take_messages();
    const auto left = std::chrono::duration_cast<milliseconds>(end - std::chrono::steady_clock::now());
    if (!notifier_.is_waiting() || left <= milliseconds(0) || !bus_.is_connected()) break;
    pollfd waiting{bus_.descriptor(), bus_.events(), 0};
    poll(&waiting, 1, static_cast<int>(left.count()));
  }
  if (error_) return *error_;
  return {};
}

}  // namespace kindling
