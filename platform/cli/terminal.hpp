// The terminal, as far as the command line needs it. The only place here that talks to the operating system about it.
// One thread.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "platform/common/home_place.hpp"

namespace kindling::cli {

[[nodiscard]] bool input_is_terminal();
[[nodiscard]] bool output_is_terminal();
[[nodiscard]] bool errors_are_terminal();
// On a terminal, and NO_COLOR (no-color.org) doesn't forbid it.
[[nodiscard]] bool output_is_coloured();

// Writes all of it to standard output, or fails.
[[nodiscard]] Result<void> write_output(std::string_view text);
void write_errors(std::string_view text);

// Asks on the terminal itself, whatever standard input is. Nothing where there is none, or at its end.
[[nodiscard]] std::optional<std::string> ask_secret(std::string_view question);
[[nodiscard]] bool ask_yes(std::string_view question);

// One line of standard input without its end, at most `limit` bytes. Waits at most `patience_ms` for the first byte, so
// that a pipe that nobody writes to doesn't hold a program up. Nothing where there is no line.
[[nodiscard]] std::optional<std::string> read_line(std::size_t limit, int patience_ms);
// All of standard input; fails with invalid over `limit` bytes.
[[nodiscard]] Result<Bytes> read_all_input(std::size_t limit);

// A bar on standard error while long work goes on; nothing where that isn't a terminal. Drawn at most ten times a
// second, and only once the work has taken a moment.
class ProgressBar {
 public:
  explicit ProgressBar(std::string_view what);
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;
  ~ProgressBar();
  void show(std::uint64_t done, std::uint64_t total);

 private:
  std::string what_;
  bool visible_;
  bool drawn_ = false;
  std::int64_t last_ms_;
};

}  // namespace kindling::cli
