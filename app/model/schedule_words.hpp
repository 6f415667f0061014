// What a person wrote of a schedule, read while they write: the plain reading of it, or the sentence that says what
// would be right. Wall time throughout, as it is felt. Pure; one thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/model/format.hpp"
#include "core/recurrence/phrase.hpp"

namespace kindling::app {

struct ScheduleReading {
  SchedulePhrase phrase;  // where understood: with a time
  bool understood = false;
  std::string words;  // "Weekdays at 07:45 · next tomorrow"
  std::string error;  // where it wasn't
  std::optional<LocalDateTime> next = std::nullopt;
};

// `usual` is the time where the words name none.
[[nodiscard]] ScheduleReading read_schedule(const Format& format, std::string_view text, LocalTime usual,
                                            LocalDateTime now, LocalDate today);

// What new words change of a schedule whose words were `old`: what is the same in both is left alone, and with it what
// no words say, such as days that were left out and how often it has come. Where `old` can't be read, everything.
struct ScheduleChange {
  std::optional<LocalTime> at;
  std::optional<std::string> rule;
  std::optional<LocalDate> from;
};
[[nodiscard]] ScheduleChange change_of(std::string_view old, const SchedulePhrase& phrase, LocalDate today);

}  // namespace kindling::app
