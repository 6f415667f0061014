#include "platform/cli/agent_jobs.hpp"

#include <signal.h>
#include <sys/prctl.h>
#include <unistd.h>

#include <array>
#include <fstream>
#include <vector>

#include "platform/agent/reminder_agent.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/agent_name.hpp"
#include "platform/common/autostart.hpp"
#include "platform/common/home_place.hpp"
#include "platform/common/silent_program.hpp"
#include "platform/linux/bus_names.hpp"

namespace kindling::cli {
namespace {

using std::chrono::milliseconds;

constexpr milliseconds kPatience{2000};

Error no_bus() {
  return failed("there is no session bus here, so nothing can show notifications; log in to a desktop and try again");
}

// What starts the agent: `kindling` where that lies beside this program.
std::string program() {
  const std::string command = program_beside("kindling");
  return access(command.c_str(), X_OK) == 0 ? command : program_beside("kindling-agent");
}

// Starts anew, which reads the time zone and its rules again. Returns only where that fails.
void start_anew() {
  std::ifstream file("/proc/self/cmdline", std::ios::binary);
  std::vector<std::string> words;
  for (std::string word; std::getline(file, word, '\0');) words.push_back(word);
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, nullptr);
  execv("/proc/self/exe", arguments.data());
}

// Asking starts a service that the bus can start.
bool somebody_shows(SessionBus& bus) {
  constexpr const char* kService = "org.freedesktop.Notifications";
  const BusMessage answer =
      bus.ask(method_call(kService, "/org/freedesktop/Notifications", kService, "GetServerInformation"), kPatience);
  return answer && dbus_message_get_type(answer.get()) == DBUS_MESSAGE_TYPE_METHOD_RETURN;
}

// In a sandbox the desktop is asked instead of writing where it reads.
bool is_sandboxed() { return access("/.flatpak-info", R_OK) == 0; }

Result<void> ask_portal(bool on) {
  const auto bus = SessionBus::connect(kPatience);
  if (!bus) return no_bus();
  constexpr const char* kPortal = "org.freedesktop.portal.Desktop";
  const BusMessage call =
      method_call(kPortal, "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Background", "RequestBackground");
  DBusMessageIter to, options, entry, variant, list;
  dbus_message_iter_init_append(call.get(), &to);
  const char* parent = "";
  dbus_message_iter_append_basic(&to, DBUS_TYPE_STRING, static_cast<const void*>(&parent));
  dbus_message_iter_open_container(&to, DBUS_TYPE_ARRAY, "{sv}", &options);
  const auto open = [&](const char* name, const char* signature) {
    dbus_message_iter_open_container(&options, DBUS_TYPE_DICT_ENTRY, nullptr, &entry);
    dbus_message_iter_append_basic(&entry, DBUS_TYPE_STRING, static_cast<const void*>(&name));
    dbus_message_iter_open_container(&entry, DBUS_TYPE_VARIANT, signature, &variant);
  };
  const auto shut = [&] {
    dbus_message_iter_close_container(&entry, &variant);
    dbus_message_iter_close_container(&options, &entry);
  };
  const dbus_bool_t autostart = on ? 1 : 0;
  open("autostart", "b");
  dbus_message_iter_append_basic(&variant, DBUS_TYPE_BOOLEAN, &autostart);
  shut();
  open("commandline", "as");
  dbus_message_iter_open_container(&variant, DBUS_TYPE_ARRAY, "s", &list);
  for (const char* word : {"kindling", "agent", "run"})
    dbus_message_iter_append_basic(&list, DBUS_TYPE_STRING, static_cast<const void*>(&word));
  dbus_message_iter_close_container(&variant, &list);
  shut();
  dbus_message_iter_close_container(&to, &options);
  if (!bus->ask(call, kPatience)) return failed("the desktop didn't take the wish to run in the background");
  return {};
}

struct Status {
  bool starts_at_login = false;
  bool runs = false;
  bool has_bus = false;
  bool is_shown = false;  // somebody shows notifications
  bool is_locked = false;
  std::string words = "neutral";
  std::optional<Notification> next;

  std::string sentence() const {
    if (is_locked)
      return "This home is locked by a passphrase, which the agent doesn't know: nothing reminds you while the window "
             "is "
             "closed.";
    if (!has_bus) return "There is no desktop session here: nothing reminds you.";
    if (!is_shown) return "No notification service answers on this desktop: reminders wait until one does.";
    if (runs && starts_at_login) return "Reminders arrive, also while the window is closed and after the next login.";
    if (runs) return "Reminders arrive until you log out; `kindling agent install` makes that last.";
    if (starts_at_login) return "Reminders arrive from the next login on; `kindling agent run` starts them now.";
    return "Nothing reminds you while the window is closed; `kindling agent install` changes that.";
  }
};

Result<Status> status_of(Session& session) {
  Status status;
  auto folder = session.home_folder();
  if (!folder) return folder.error();
  status.starts_at_login = Autostart(session.files()).is_on();
  if (const auto bus = SessionBus::connect(kPatience)) {
    status.has_bus = true;
    status.runs = has_owner(*bus, agent_name(*folder));
    status.is_shown = somebody_shows(*bus);
  }
  const auto home = session.home();
  if (!home && home.error().code != ErrorCode::locked) return home.error();
  status.is_locked = !home;
  if (!home) return status;
  const auto settings = (*home)->settings().get();
  if (!settings) return settings.error();
  status.words = name_of(settings->notification_words.value_or(NotificationWords::neutral));
  const auto plan = (*home)->today().upcoming(14, 1);
  if (!plan) return plan.error();
  if (!plan->wanted.empty()) status.next = plan->wanted.front();
  return status;
}

Result<void> show(Session& session) {
  const auto status = status_of(session);
  if (!status) return status.error();
  if (session.json()) {
    JsonFields fields{{"installed", status->starts_at_login},
                      {"running", status->runs},
                      {"notifications", status->is_shown},
                      {"locked", status->is_locked},
                      {"words", status->words},
                      {"next", nullptr},
                      {"next_id", nullptr},
                      {"summary", status->sentence()}};
    if (status->next) {
      fields[5].second =
          to_string(status->next->at,
                    session.zone().period_at(std::chrono::floor<std::chrono::seconds>(status->next->at)).offset);
      fields[6].second = to_string(status->next->source.id);
    }
    session.print_json(object_json(fields));
    return {};
  }
  const auto yes = [](bool flag) { return std::string(flag ? "yes" : "no"); };
  Columns rows;
  rows.add({"starts at login", yes(status->starts_at_login)});
  rows.add({"runs now", yes(status->runs)});
  rows.add({"notifications", !status->has_bus ? "no session bus" : status->is_shown ? "shown" : "nobody shows them"});
  rows.add({"words", status->words});
  if (status->next) rows.add({"next", time_words(local_of(session, status->next->at), current_date(session))});
  session.print(rows.text() + status->sentence() + "\n");
  return {};
}

void start(const std::string& program, const std::string& home) {
  std::vector<std::string> words{program, "--home", home, "agent", "run"};
  const auto usual = home_place(std::nullopt);
  if (usual && *usual == home) words.erase(words.begin() + 1, words.begin() + 3);
  (void)start_silently(std::move(words), true);
}

// It takes a moment until the name is there, or gone.
bool wait_for(SessionBus& bus, const std::string& name, bool there) {
  for (milliseconds waited{0}; waited < kPatience; waited += milliseconds(20)) {
    if (has_owner(bus, name) == there) return true;
    usleep(20'000);
  }
  return false;
}

}  // namespace

Result<void> run_agent(Session& session, const Arguments& arguments) {
  if (arguments.has("--with-parent")) {
    const pid_t parent = getppid();
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent) return {};
  }
  auto folder = session.home_folder();
  if (!folder) return folder.error();
  const auto bus = SessionBus::connect(kPatience);
  if (!bus) return no_bus();
  const auto home = session.home();
  if (!home) return home.error();
  if (!claim_name(*bus, agent_name(*folder))) return failed("the agent runs already; `kindling agent status` shows it");
  ReminderAgent agent(**home, *bus);
  if (arguments.has("--once")) return agent.run_once();
  const auto end = agent.run();
  if (!end) return end.error();
  if (*end == ReminderAgent::End::zone_changed) {
    start_anew();
    return failed("the time zone has changed and the agent couldn't start anew; run it again");
  }
  return {};
}

Result<void> install_agent(Session& session, const Arguments&) {
  auto folder = session.home_folder();
  if (!folder) return folder.error();
  if (is_sandboxed()) {
    if (auto asked = ask_portal(true); !asked) return asked;
  } else if (auto on = Autostart(session.files()).turn_on(program(), *folder); !on) {
    return on;
  }
  if (const auto bus = SessionBus::connect(kPatience); bus && !has_owner(*bus, agent_name(*folder))) {
    start(program(), *folder);
    wait_for(*bus, agent_name(*folder), true);
  }
  return show(session);
}

Result<void> remove_agent(Session& session, const Arguments&) {
  auto folder = session.home_folder();
  if (!folder) return folder.error();
  if (is_sandboxed()) {
    if (auto asked = ask_portal(false); !asked) return asked;
  } else if (auto off = Autostart(session.files()).turn_off(); !off) {
    return off;
  }
  if (const auto bus = SessionBus::connect(kPatience)) {
    const std::string name = agent_name(*folder);
    if (const pid_t process = process_of(*bus, name); process > 0) {
      kill(process, SIGTERM);
      wait_for(*bus, name, false);
    }
  }
  return show(session);
}

Result<void> show_agent_status(Session& session, const Arguments&) { return show(session); }

Result<void> test_agent(Session& session, const Arguments&) {
  const auto bus = SessionBus::connect(kPatience);
  if (!bus) return no_bus();
  std::optional<bool> arrived;
  Notifier notifier(*bus, {.shown = [&](MessageKey) { arrived = true; },
                           .failed = [&](MessageKey) { arrived = false; },
                           .closed = [](MessageKey) {},
                           .acted = [](MessageKey, MessageAction) {},
                           .arrived = [] {}});
  notifier.show(DeliveryService::test_message());
  const auto end = std::chrono::steady_clock::now() + kPatience;
  while (!arrived && std::chrono::steady_clock::now() < end && bus->is_connected()) {
    if (const BusMessage message = bus->try_next()) {
      notifier.take(message);
      continue;
    }
    usleep(5'000);
  }
  if (!arrived.value_or(false))
    return failed("no notification service took it; start one (most desktops have one) and try again");
  if (session.json()) {
    session.print_json(object_json({{"sent", true}}));
  } else {
    session.print("Sent: it should be on your screen now.\n");
  }
  return {};
}

}  // namespace kindling::cli
