#include "platform/linux/agent_control.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <chrono>
#include <filesystem>
#include <utility>
#include <vector>

#include "platform/common/agent_name.hpp"
#include "platform/common/autostart.hpp"
#include "platform/linux/bus_names.hpp"

extern char** environ;

namespace kindling {
namespace {

constexpr const char* kNotifications = "org.freedesktop.Notifications";

std::string program() {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? "kindling-agent" : (self.parent_path() / "kindling-agent").string();
}

// 0 where it can't be started.
pid_t start(std::vector<std::string> words) {
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
  pid_t child = 0;
  const int failure = posix_spawn(&child, arguments[0], &files, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&files);
  return failure == 0 ? child : 0;
}

}  // namespace

AgentControl::AgentControl(FileStore& files, std::string home_folder) : files_(files), home_(std::move(home_folder)) {}

AgentControl::~AgentControl() {
  if (own_ == 0) return;
  kill(own_, SIGTERM);
  int status = 0;
  while (waitpid(own_, &status, 0) < 0 && errno == EINTR) {
  }
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
  const pid_t child = start({program(), "--home", home_, "agent", job});
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return failed(std::string_view(job) == "test" ? "No notification service took it"
                                                : "The agent couldn't be started or stopped");
}

void AgentControl::bring_while_open() {
  // It ends by itself where another has the name.
  own_ = start({program(), "--home", home_, "agent", "run", "--with-parent"});
}

}  // namespace kindling
