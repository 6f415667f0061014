#include "platform/cli/window_program.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <filesystem>
#include <optional>

#include "platform/common/home_place.hpp"

// Systems whose displays aren't named by the environment always have one.
#ifndef KINDLING_DISPLAY_IS_NAMED
#define KINDLING_DISPLAY_IS_NAMED 1
#endif

extern char** environ;

namespace kindling::cli {
namespace {

constexpr const char* kName = "kindling-window";
constexpr std::size_t kMostKept = 4096;  // bytes of what it says

Error not_installed(const std::string& name) {
  return not_found("there is no " + name + " beside this program or on the path; it comes with the same package");
}

// Where it is, by this program's own place; else the path is searched.
std::string program(const std::string& name) {
  std::error_code error;
  const auto self = std::filesystem::read_symlink("/proc/self/exe", error);
  if (!error) {
    const auto beside = self.parent_path() / name;
    if (access(beside.c_str(), X_OK) == 0) return beside.string();
  }
  return name;
}

std::vector<char*> arguments_of(std::string& name, std::vector<std::string>& words) {
  std::vector<char*> arguments{name.data()};
  for (std::string& word : words) arguments.push_back(word.data());
  arguments.push_back(nullptr);
  return arguments;
}

// What comes from the pipe until its end; of what is too much the end stays.
std::string read_to_end(int pipe) {
  std::string text;
  std::array<char, 512> bytes{};
  for (;;) {
    const ssize_t size = read(pipe, bytes.data(), bytes.size());
    if (size < 0 && errno == EINTR) continue;
    if (size <= 0) return text;
    text.append(bytes.data(), static_cast<std::size_t>(size));
    if (text.size() > kMostKept) text.erase(0, text.size() - kMostKept);
  }
}

// Libraries write there too: the program's own sentence is the last line with its name.
std::string sentence_in(std::string_view text) {
  constexpr std::string_view kPrefix = "kindling: ";
  std::string_view found;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    if (line.starts_with(kPrefix)) found = line.substr(kPrefix.size());
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return std::string(found);
}

Error error_of(int status, std::string_view text) {
  std::string sentence = sentence_in(text);
  const int code = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
  if (code < static_cast<int>(ErrorCode::failed) || code > static_cast<int>(ErrorCode::newer) || sentence.empty()) {
    return failed("the picture couldn't be drawn");
  }
  return {static_cast<ErrorCode>(code), std::move(sentence)};
}

}  // namespace

bool display_is_there() {
  return KINDLING_DISPLAY_IS_NAMED == 0 || environment("DISPLAY") || environment("WAYLAND_DISPLAY") ||
         environment("SDL_VIDEODRIVER");
}

std::vector<std::string> shared_words(const Session& session) {
  std::vector<std::string> words;
  for (const std::string_view name : {"--home", "--now", "--zone", "--demo", "--passphrase-file"})
    repeat(session.globals(), *find_parameter(global_parameters(), name), words);
  return words;
}

void repeat(const Arguments& from, const Parameter& parameter, std::vector<std::string>& words) {
  if (!from.has(parameter.name)) return;
  words.emplace_back(parameter.name);
  if (!parameter.is_flag()) words.push_back(from.text(parameter.name));
}

Error become_program_beside(const std::string& name, const std::vector<std::string>& words) {
  std::string path = program(name);
  std::vector<std::string> copies = words;
  const std::vector<char*> arguments = arguments_of(path, copies);
  execvp(path.c_str(), arguments.data());
  return errno == ENOENT ? not_installed(name) : failed(name + " can't be started");
}

Error become_window_program(const std::vector<std::string>& words) { return become_program_beside(kName, words); }

Result<void> run_window_program(const std::vector<std::string>& words) {
  std::string name = program(kName);
  std::vector<std::string> copies = words;
  const std::vector<char*> arguments = arguments_of(name, copies);
  std::array<int, 2> ends{};
  if (pipe2(ends.data(), O_CLOEXEC) != 0) return failed("kindling-window can't be started");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
  pid_t child = 0;
  const int started = posix_spawnp(&child, name.c_str(), &actions, nullptr, arguments.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  close(ends[1]);
  const std::string said = started == 0 ? read_to_end(ends[0]) : std::string();
  close(ends[0]);
  if (started != 0) return started == ENOENT ? not_installed(kName) : failed("kindling-window can't be started");
  int status = 0;
  while (waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return error_of(status, said);
}

}  // namespace kindling::cli
