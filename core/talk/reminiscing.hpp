// Reminiscing together: one memory and two questions, the first back into that day, the second about what it means now.
// Our own questions; the same on one day, others on another. Pure; any thread.
#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "core/domain/keepsake.hpp"

namespace kindling {

[[nodiscard]] std::span<const std::string_view> questions_back() noexcept;
[[nodiscard]] std::span<const std::string_view> questions_now() noexcept;

[[nodiscard]] std::array<std::string_view, 2> reminiscing_questions(const Id<Memory>& memory, LocalDate today) noexcept;

// Which of `count` kept things comes today where none was chosen: by chance that stays the same for the day. `turn`:
// how often another was asked for. REQUIRES: count > 0.
[[nodiscard]] std::size_t pick_of_the_day(std::size_t count, LocalDate today, std::size_t turn) noexcept;

// The memory's text with what was said about it, under its date.
[[nodiscard]] std::string with_what_was_said(std::string_view memory, std::string_view said, std::string_view when);

}  // namespace kindling
