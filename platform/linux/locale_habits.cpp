#include "platform/linux/locale_habits.hpp"

#include <langinfo.h>
#include <locale.h>

#include <cstdint>
#include <string_view>

namespace kindling {
namespace {

// glibc gives some of its numbers in place of the pointer (locale(5): "week").
int first_byte(nl_item item, locale_t locale) { return *nl_langinfo_l(item, locale); }

std::chrono::weekday week_start_of(locale_t locale) {
  // The day (19971130, a Sunday, or 19971201, a Monday) from which first_weekday counts, from 1.
  const auto origin =
      static_cast<std::uint32_t>(reinterpret_cast<std::uintptr_t>(nl_langinfo_l(_NL_TIME_WEEK_1STDAY, locale)));
  const unsigned base = origin == 19971201U ? 1 : 0;
  const int first = first_byte(_NL_TIME_FIRST_WEEKDAY, locale);
  if (first < 1 || first > 7) return std::chrono::Monday;
  return std::chrono::weekday((base + static_cast<unsigned>(first) - 1) % 7);
}

}  // namespace

LocaleHabits locale_habits() {
  const locale_t locale = newlocale(LC_TIME_MASK, "", nullptr);
  if (locale == nullptr) return {};
  LocaleHabits habits;
  const std::string_view name = nl_langinfo_l(_NL_LOCALE_NAME(LC_TIME), locale);
  // The C locale is nobody's habit, and has Sunday first.
  if (name != "C" && name != "POSIX" && !name.starts_with("C.")) {
    const std::string_view time = nl_langinfo_l(T_FMT, locale);
    habits.clock_24h = time.find("%r") == std::string_view::npos && time.find("%I") == std::string_view::npos &&
                       time.find("%l") == std::string_view::npos;
    habits.week_start = week_start_of(locale);
  }
  freelocale(locale);
  return habits;
}

}  // namespace kindling
