// Numbers to call where someone is afraid or in danger, by country, offline. Each has its source and when that was
// looked up: the app can't check them live. From assets/help/helplines.json. Constant data; any thread.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace kindling {

struct CrisisCountry {
  std::string_view code;  // ISO 3166: GB, US, DE; EU for the rest of the European Union
  std::string_view name;  // English
};

struct CrisisNumber {
  std::string_view country;
  bool emergency = false;
  std::string_view number;
  std::string_view name;
  std::string_view whom;   // "anyone afraid of a partner"
  std::string_view hours;  // empty: unknown
  std::string_view source;
  std::string_view as_of;  // year and month of the look at the source
};

// By code.
[[nodiscard]] std::span<const CrisisCountry> crisis_countries() noexcept;
[[nodiscard]] std::string_view country_name(std::string_view code) noexcept;  // empty where it isn't one of them

// By country; emergency numbers come first within each.
[[nodiscard]] std::span<const CrisisNumber> crisis_numbers() noexcept;

// The list to show for a country code or a language tag's region ("UK", "de-AT"); empty where there is none for it, and
// all of them are to be shown.
[[nodiscard]] std::string crisis_country(std::string_view code);

// What to say beside the numbers. Hiding the app is never called safe.
[[nodiscard]] std::string_view crisis_advice() noexcept;
[[nodiscard]] std::string_view crisis_caution() noexcept;  // that a number may have changed since

}  // namespace kindling
