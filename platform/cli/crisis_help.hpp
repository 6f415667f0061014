// The page of numbers to call, as text, without opening a home or writing anything down. Pure; any thread.
#pragma once

#include <string>
#include <string_view>

namespace kindling::cli {

// `country` as crisis_country gives it; empty: all.
[[nodiscard]] std::string crisis_text(std::string_view country);
// Directories of therapists there and in many countries.
[[nodiscard]] std::string referral_text(std::string_view country);

}  // namespace kindling::cli
