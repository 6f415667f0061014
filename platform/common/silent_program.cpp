#include "platform/common/silent_program.hpp"

#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <unistd.h>

#include <filesystem>

extern char** environ;

namespace kindling {
namespace {

constexpr std::size_t kLongestInput = 4'000;

// The end of a pipe to read these bytes from, or -1. They fit into what a pipe holds (POSIX: 4,096 bytes at least).
int pipe_with(const std::string& input) {
  int ends[2];
  if (input.size() > kLongestInput || pipe2(ends, O_CLOEXEC) != 0) return -1;
  const bool written = write(ends[1], input.data(), input.size()) == static_cast<ssize_t>(input.size());
  close(ends[1]);
  if (written) return ends[0];
  close(ends[0]);
  return -1;
}

}  // namespace

std::string program_beside(const std::string& name) {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  return error ? name : (self.parent_path() / name).string();
}

pid_t start_silently(std::vector<std::string> words, bool apart, const std::string& input) {
  const int given = input.empty() ? -1 : pipe_with(input);
  if (!input.empty() && given < 0) return 0;
  std::vector<char*> arguments;
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  posix_spawn_file_actions_t files;
  posix_spawn_file_actions_init(&files);
  for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
    posix_spawn_file_actions_addopen(&files, descriptor, "/dev/null", O_RDWR, 0);
  if (given >= 0) posix_spawn_file_actions_adddup2(&files, given, STDIN_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  sigset_t none;
  sigemptyset(&none);
  posix_spawnattr_setsigmask(&attributes, &none);
  sigset_t usual;
  sigemptyset(&usual);
  sigaddset(&usual, SIGCHLD);
  posix_spawnattr_setsigdefault(&attributes, &usual);
  int flags = POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF;
#ifdef POSIX_SPAWN_SETSID
  if (apart) flags |= POSIX_SPAWN_SETSID;
#endif
  posix_spawnattr_setflags(&attributes, static_cast<short>(flags));
  pid_t child = 0;
  const int failure = posix_spawnp(&child, arguments[0], &files, &attributes, arguments.data(), environ);
  if (given >= 0) close(given);
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&files);
  return failure == 0 ? child : 0;
}

}  // namespace kindling
