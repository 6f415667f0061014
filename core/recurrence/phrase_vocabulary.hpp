// The words that schedules are told in, for reading and for writing. Constant data and small lookups; any thread.
#pragma once

#include <array>
#include <chrono>
#include <optional>
#include <string_view>

namespace kindling::phrase {

inline constexpr std::array<std::string_view, 7> kWeekdayNames{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                               "Thursday", "Friday", "Saturday"};
inline constexpr std::array<std::string_view, 12> kMonthNames{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};
inline constexpr std::array<std::string_view, 12> kOrdinalNames{"first", "second", "third",    "fourth",
                                                                "fifth", "sixth",  "seventh",  "eighth",
                                                                "ninth", "tenth",  "eleventh", "twelfth"};
inline constexpr std::array<std::string_view, 12> kNumberNames{"one",   "two",   "three", "four", "five",   "six",
                                                               "seven", "eight", "nine",  "ten",  "eleven", "twelve"};
// In the order of Frequency from daily on.
inline constexpr std::array<std::string_view, 4> kUnits{"day", "week", "month", "year"};
inline constexpr std::array<std::string_view, 5> kAdverbs{"daily", "weekly", "monthly", "yearly", "annually"};

inline constexpr std::string_view kCustom = "A custom rhythm";

}  // namespace kindling::phrase
