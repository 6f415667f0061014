#include "tests/support/libical_judge.hpp"

#include <libical/ical.h>

#include <algorithm>
#include <memory>

namespace kindling {
namespace {

struct Free {
  void operator()(icalcomponent* component) const noexcept { icalcomponent_free(component); }
};

std::chrono::sys_seconds instant(time_t value) { return std::chrono::sys_seconds(std::chrono::seconds(value)); }

void note_occurrence(icalcomponent*, struct icaltime_span* span, void* starts) {
  static_cast<std::vector<std::chrono::sys_seconds>*>(starts)->push_back(instant(span->start));
}

struct icaltimetype start_of(int year) {
  struct icaltimetype time = icaltime_null_time();
  time.year = year;
  time.month = 1;
  time.day = 1;
  time.zone = icaltimezone_get_utc_timezone();
  return time;
}

// The instant of a property, through the VTIMEZONE of the file itself.
std::chrono::sys_seconds instant_of(icalproperty* property, icalcomponent* event) {
  const struct icaltimetype time = icalproperty_get_datetime_with_component(property, event);
  return instant(icaltime_as_timet_with_zone(time, time.zone));
}

std::chrono::sys_seconds added_instant(icalproperty* property, icalcomponent* calendar) {
  const struct icaltimetype time = icalproperty_get_rdate(property).time;
  icalparameter* tzid = icalproperty_get_first_parameter(property, ICAL_TZID_PARAMETER);
  const icaltimezone* zone =
      tzid == nullptr ? time.zone : icalcomponent_get_timezone(calendar, icalparameter_get_tzid(tzid));
  return instant(icaltime_as_timet_with_zone(time, zone));
}

}  // namespace

LibicalVerdict judge_with_libical(const std::string& text, int first_year, int last_year) {
  LibicalVerdict verdict;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\r\n", begin), text.size());
    verdict.longest_line = std::max(verdict.longest_line, static_cast<int>(end - begin));
    begin = end + 2;
  }
  icalerror_set_errors_are_fatal(0);
  const std::unique_ptr<icalcomponent, Free> calendar(icalparser_parse_string(text.c_str()));
  verdict.parsed = calendar != nullptr && icalcomponent_isa(calendar.get()) == ICAL_VCALENDAR_COMPONENT;
  if (!verdict.parsed) return verdict;
  verdict.errors = icalcomponent_count_errors(calendar.get());
  verdict.allowed = icalrestriction_check(calendar.get()) != 0;
  for (icalcomponent* event = icalcomponent_get_first_component(calendar.get(), ICAL_VEVENT_COMPONENT);
       event != nullptr; event = icalcomponent_get_next_component(calendar.get(), ICAL_VEVENT_COMPONENT)) {
    const std::string uid = icalcomponent_get_uid(event);
    auto& starts = verdict.starts[uid];
    icalproperty* start = icalcomponent_get_first_property(event, ICAL_DTSTART_PROPERTY);
    if (icalproperty* end = icalcomponent_get_first_property(event, ICAL_DTEND_PROPERTY)) {
      verdict.lengths[uid] = instant_of(end, event) - instant_of(start, event);
    } else if (icalproperty* duration = icalcomponent_get_first_property(event, ICAL_DURATION_PROPERTY)) {
      verdict.lengths[uid] = std::chrono::seconds(icaldurationtype_as_int(icalproperty_get_duration(duration)));
    }
    // libical's own expansion takes an RDATE with TZID for UTC, so these are left to its zones one by one.
    const bool series = icalcomponent_get_first_property(event, ICAL_RRULE_PROPERTY) != nullptr;
    while (icalproperty* added = icalcomponent_get_first_property(event, ICAL_RDATE_PROPERTY)) {
      starts.push_back(added_instant(added, calendar.get()));
      icalcomponent_remove_property(event, added);
      icalproperty_free(added);
    }
    if (series) {
      icalcomponent_foreach_recurrence(event, start_of(first_year), start_of(last_year + 1), note_occurrence, &starts);
    } else {
      starts.push_back(instant_of(start, event));
    }
    std::sort(starts.begin(), starts.end());
  }
  return verdict;
}

}  // namespace kindling
