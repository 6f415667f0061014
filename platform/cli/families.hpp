// The families of commands, one function for each file that holds them. Constant data.
#pragma once

#include "platform/cli/command.hpp"

namespace kindling::cli {

[[nodiscard]] std::span<const Command> overview_commands() noexcept;    // today, upcoming, search, history, undo ...
[[nodiscard]] std::span<const Command> recurrence_commands() noexcept;  // expand
[[nodiscard]] Command check_in_commands() noexcept;
[[nodiscard]] Command reminder_commands() noexcept;
[[nodiscard]] Command ritual_commands() noexcept;
[[nodiscard]] Command plan_commands() noexcept;
[[nodiscard]] Command idea_commands() noexcept;
[[nodiscard]] Command prompt_commands() noexcept;
[[nodiscard]] Command say_commands() noexcept;
[[nodiscard]] Command programme_commands() noexcept;
[[nodiscard]] std::span<const Command> library_commands() noexcept;    // article, ladder
[[nodiscard]] std::span<const Command> keepsake_commands() noexcept;   // memory, appreciate, appreciation
[[nodiscard]] std::span<const Command> look_back_commands() noexcept;  // lookback, therapist-page
[[nodiscard]] std::span<const Command> settings_commands() noexcept;   // quiet, budget, day-start, settings
[[nodiscard]] Command comfort_commands() noexcept;
[[nodiscard]] Command agent_commands() noexcept;                         // run, install, remove, status, test
[[nodiscard]] std::span<const Command> exchange_commands() noexcept;     // export, import
[[nodiscard]] Command calendar_commands() noexcept;                      // write, status, off
[[nodiscard]] std::span<const Command> safekeeping_commands() noexcept;  // backup, restore, lock, doctor
[[nodiscard]] std::span<const Command> sync_commands() noexcept;    // store, pair, sync, devices, pause, unpair ...
[[nodiscard]] std::span<const Command> window_commands() noexcept;  // shot
[[nodiscard]] Command open_command() noexcept;                      // open
[[nodiscard]] std::span<const Command> help_commands() noexcept;    // help, completion

// What `kindling` does without a command. Returns only where there can't be a window.
[[nodiscard]] Result<void> open_window(Session& session);

}  // namespace kindling::cli
