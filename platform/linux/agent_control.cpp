#include "platform/linux/agent_control.hpp"

#include <signal.h>
#include <sys/wait.h>

#include <cerrno>
#include <chrono>
#include <utility>
#include <vector>

#include "platform/common/agent_name.hpp"
#include "platform/common/autostart.hpp"
#include "platform/common/silent_program.hpp"
#include "platform/linux/bus_names.hpp"

namespace kindling {
namespace {

constexpr const char* kNotifications = "org.freedesktop.Notifications";

pid_t start(const std::string& home, std::vector<std::string> job, const std::string& passphrase = {}) {
  std::vector<std::string> words{program_beside("kindling-agent"), "--home", home};
  if (!passphrase.empty()) words.insert(words.end(), {"--passphrase-file", "/dev/stdin"});
  words.emplace_back("agent");
  words.insert(words.end(), job.begin(), job.end());
  return start_silently(std::move(words), false, passphrase);
}

}  // namespace

AgentControl::AgentControl(FileStore& files, std::string home_folder) : files_(files), home_(std::move(home_folder)) {}

AgentControl::~AgentControl() { home_closed(); }

void AgentControl::home_closed() {
  if (own_ == 0) return;
  kill(own_, SIGTERM);
  int status = 0;
  while (waitpid(own_, &status, 0) < 0 && errno == EINTR) {
  }
  own_ = 0;
}

app::BackgroundState AgentControl::state() {
  app::BackgroundState state{.on = Autostart(files_).is_on()};
  if (const auto bus = SessionBus::connect(std::chrono::milliseconds(500))) {
    state.runs = has_owner(*bus, agent_name(home_));
    state.shown = has_owner(*bus, kNotifications) || can_be_started(*bus, kNotifications);
  }
  return state;
}

Result<void> AgentControl::turn(bool on) { return run(on ? "install" : "remove"); }
Result<void> AgentControl::test() { return run("test"); }

Result<void> AgentControl::run(const char* job) const {
  const pid_t child = start(home_, {job});
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return failed(std::string_view(job) == "test" ? "No notification service took it"
                                                : "The agent couldn't be started or stopped");
}

void AgentControl::home_opened(const std::string& passphrase) {
  home_closed();
  // It ends by itself where another has the name.
  own_ = start(home_, {"run", "--with-parent"}, passphrase);
}

}  // namespace kindling
