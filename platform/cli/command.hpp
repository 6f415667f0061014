// What a command is to its user: name, parameters, and what runs it. One table of these serves parsing, --help, shell
// completion and the man page. Constant data without start-up cost: CLI11's own tree of all commands takes 3 to 10 ms
// to build (measured), so it is made for the one command that was called (parser.cpp).
#pragma once

#include <span>
#include <string_view>

#include "core/base/result.hpp"

namespace kindling::cli {

class Arguments;
class Session;

// An option ("--at") or an argument by place ("TITLE").
struct Parameter {
  std::string_view name;
  std::string_view value;  // what stands for an option's value, "HH:MM"; empty: a flag
  std::string_view help;   // one line, without a final stop
  bool required = false;
  bool repeated = false;
  std::string_view choices;  // "yes|maybe|no": offered by completion

  [[nodiscard]] constexpr bool by_place() const noexcept { return !name.starts_with("-"); }
  [[nodiscard]] constexpr bool is_flag() const noexcept { return !by_place() && value.empty(); }
};

struct Command {
  std::string_view name;
  std::string_view summary;  // one line, without a final stop
  std::span<const Parameter> parameters;
  Result<void> (*run)(Session&, const Arguments&) = nullptr;  // none: a family
  std::span<const Command> children;                          // beside `run`: where one of their names follows
  std::string_view details;                                   // more to know, for --help and the man page; may be empty
};

// All commands, in the order in which help lists them.
[[nodiscard]] std::span<const Command> all_commands() noexcept;
// Options that every command takes, before or after its name.
[[nodiscard]] std::span<const Parameter> global_parameters() noexcept;

[[nodiscard]] const Parameter* find_parameter(std::span<const Parameter> parameters, std::string_view name) noexcept;
[[nodiscard]] const Command* find_command(std::span<const Command> commands, std::string_view name) noexcept;

}  // namespace kindling::cli
