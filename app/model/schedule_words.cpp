#include "app/model/schedule_words.hpp"

#include "core/base/text.hpp"

namespace kindling::app {
namespace {

// The wall clock itself: what is floating is read where the person is.
class WallZone final : public TimeZone {
 public:
  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] const ZonePeriod& period_at(std::chrono::sys_seconds) const override { return period_; }

 private:
  std::string name_ = "UTC";
  ZonePeriod period_{std::chrono::sys_seconds::min(), std::chrono::sys_seconds::max(), std::chrono::seconds{0}, false,
                     "UTC"};
};

std::string next_words(const Format& format, LocalDate date, LocalDate today) {
  const auto away = (date - today).count();
  if (away == 0) return std::string(format.tr()("next today"));
  if (away == 1) return std::string(format.tr()("next tomorrow"));
  return format.tr()("next {date}", {{"date", format.date(date, today)}});
}

}  // namespace

ScheduleReading read_schedule(const Format& format, std::string_view text, LocalTime usual, LocalDateTime now,
                              LocalDate today) {
  ScheduleReading reading;
  auto phrase = read_phrase(text, today);
  if (!phrase) {
    reading.error = phrase.error().message;
    return reading;
  }
  reading.phrase = *phrase;
  if (!reading.phrase.at) reading.phrase.at = usual;
  Schedule schedule;
  schedule.start = at(reading.phrase.from.value_or(today), *reading.phrase.at);
  if (!reading.phrase.rule.empty()) {
    auto rule = parse_rule(reading.phrase.rule);
    if (!rule) {
      reading.error = rule.error().message;
      return reading;
    }
    schedule.rule = *rule;
  } else if (!reading.phrase.from && schedule.start <= now) {
    schedule.start += std::chrono::days(1);
  }
  auto whole = normalised(schedule);
  if (!whole) {
    reading.error = whole.error().message;
    return reading;
  }
  const WallZone wall;
  for_each_occurrence(*whole, wall, now, kEndOfTime, [&](const Occurrence& occurrence) {
    reading.next = occurrence.nominal;
    return false;
  });
  if (!reading.next) {
    reading.error = format.tr()("That moment has passed; a later one would be right");
    return reading;
  }
  reading.understood = true;
  reading.words = format.tr()("{rhythm} at {time}",
                              {{"rhythm", phrase_of(*whole, today)}, {"time", format.time(*reading.phrase.at)}});
  if (whole->rule) reading.words += " · " + next_words(format, date_of(*reading.next), today);
  return reading;
}

ScheduleChange change_of(std::string_view old, const SchedulePhrase& phrase, LocalDate today) {
  const auto before = read_phrase(old, today);
  if (!before) return {phrase.at, phrase.rule, phrase.from};
  ScheduleChange change;
  if (phrase.at != before->at) change.at = phrase.at;
  if (phrase.from != before->from) change.from = phrase.from;
  // A beginning that isn't named any more is the rule's own again.
  const bool begins_anew = before->from && !phrase.from;
  if (phrase.rule != before->rule || begins_anew) change.rule = phrase.rule;
  return change;
}

}  // namespace kindling::app
