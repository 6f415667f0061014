// Numbers to call where someone is afraid or in danger, by country, offline. Each has its source and when that was
// looked up. Constant data; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kindling {

struct CrisisNumber {
  std::string_view country;  // ISO 3166: GB, US, AU, DE; EU for the rest of the European Union
  bool emergency = false;
  std::string_view number;
  std::string_view name;
  std::string_view source;
  std::string_view as_of;  // year and month of the look at the source
};

// Emergency numbers come first within a country.
[[nodiscard]] std::span<const CrisisNumber> crisis_numbers() noexcept;

// The list to show for a country code or a language tag's region ("UK", "de-AT"); empty where there is none for it, and
// all of them are to be shown.
[[nodiscard]] std::string crisis_country(std::string_view code);

// What to say beside the numbers. Hiding the app is never called safe.
[[nodiscard]] std::string_view crisis_advice() noexcept;

}  // namespace kindling
