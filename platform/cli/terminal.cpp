#include "platform/cli/terminal.hpp"

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>

namespace kindling::cli {
namespace {

bool write_all(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = ::write(file, text.data(), text.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    text.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

// The terminal of this session, closed again, with its echo as it was.
class Terminal {
 public:
  Terminal() : file_(::open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)) {}
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;
  ~Terminal() {
    if (hidden_) tcsetattr(file_, TCSAFLUSH, &before_);
    if (file_ >= 0) ::close(file_);
  }
  [[nodiscard]] bool is_there() const { return file_ >= 0; }
  [[nodiscard]] bool hide() {
    if (tcgetattr(file_, &before_) != 0) return false;
    termios quiet = before_;
    quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    hidden_ = tcsetattr(file_, TCSAFLUSH, &quiet) == 0;
    return hidden_;
  }
  void say(std::string_view text) { static_cast<void>(write_all(file_, text)); }
  [[nodiscard]] std::optional<std::string> line() {
    std::string text;
    for (char c = 0; text.size() < 4096;) {
      const ssize_t got = ::read(file_, &c, 1);
      if (got < 0 && errno == EINTR) continue;
      if (got <= 0) return std::nullopt;
      if (c == '\n') return text;
      text += c;
    }
    return std::nullopt;
  }

 private:
  int file_;
  bool hidden_ = false;
  termios before_{};
};

std::int64_t milliseconds_since_start() {
  const auto now = std::chrono::steady_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

}  // namespace

bool input_is_terminal() { return isatty(STDIN_FILENO) == 1; }
bool output_is_terminal() { return isatty(STDOUT_FILENO) == 1; }
bool errors_are_terminal() { return isatty(STDERR_FILENO) == 1; }

bool output_is_coloured() {
  return output_is_terminal() && !environment("NO_COLOR") && environment("TERM").value_or("dumb") != "dumb";
}

Result<void> write_output(std::string_view text) {
  if (write_all(STDOUT_FILENO, text)) return {};
  return failed("the answer couldn't be written to standard output; is the disk full or the reader gone?");
}

void write_errors(std::string_view text) { static_cast<void>(write_all(STDERR_FILENO, text)); }

std::optional<std::string> ask_secret(std::string_view question) {
  Terminal terminal;
  if (!terminal.is_there()) return std::nullopt;
  terminal.say(question);
  if (!terminal.hide()) return std::nullopt;
  auto line = terminal.line();
  terminal.say("\n");
  return line;
}

bool ask_yes(std::string_view question) {
  Terminal terminal;
  if (!terminal.is_there()) return false;
  terminal.say(question);
  const auto line = terminal.line();
  return line && (*line == "y" || *line == "yes" || *line == "Y");
}

std::optional<std::string> read_line(std::size_t limit, int patience_ms) {
  pollfd waiting{STDIN_FILENO, POLLIN, 0};
  if (::poll(&waiting, 1, patience_ms) <= 0) return std::nullopt;
  std::string text;
  for (char c = 0; text.size() <= limit;) {
    const ssize_t got = ::read(STDIN_FILENO, &c, 1);
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) break;
    if (c == '\n') {
      if (text.ends_with('\r')) text.pop_back();
      return text;
    }
    text += c;
  }
  if (text.empty() || text.size() > limit) return std::nullopt;
  return text;
}

Result<Bytes> read_all_input(std::size_t limit) {
  Bytes bytes;
  std::uint8_t buffer[16384];
  while (true) {
    const ssize_t got = ::read(STDIN_FILENO, buffer, sizeof buffer);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failed("standard input can't be read");
    if (got == 0) return bytes;
    bytes.insert(bytes.end(), buffer, buffer + got);
    if (bytes.size() > limit) return invalid("standard input holds more than " + std::to_string(limit) + " bytes");
  }
}

ProgressBar::ProgressBar(std::string_view what)
    : what_(what), visible_(errors_are_terminal()), last_ms_(milliseconds_since_start()) {}

ProgressBar::~ProgressBar() {
  if (drawn_) write_errors("\r\x1b[K");
}

void ProgressBar::show(std::uint64_t done, std::uint64_t total) {
  if (!visible_ || total == 0) return;
  const std::int64_t now = milliseconds_since_start();
  if (now - last_ms_ < 100) return;
  last_ms_ = now;
  drawn_ = true;
  constexpr std::uint64_t kWidth = 30;
  const std::uint64_t filled = std::min(kWidth, done * kWidth / total);
  std::string bar = "\r" + what_ + " [" + std::string(static_cast<std::size_t>(filled), '#') +
                    std::string(static_cast<std::size_t>(kWidth - filled), ' ') + "] " +
                    std::to_string(std::min<std::uint64_t>(100, done * 100 / total)) + " %";
  write_errors(bar);
}

}  // namespace kindling::cli
