#include "core/codec/ics_event.hpp"

#include <algorithm>
#include <charconv>

namespace kindling {
namespace {

using std::chrono::ceil;
using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr std::size_t kMostExceptions = 1'000;  // as core/recurrence/schedule.hpp
constexpr std::size_t kMostAlarms = 16;
constexpr days kLongestEvent{3'660};
constexpr days kLongestAlarm{366};

int number_from(std::string_view text) noexcept {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return std::max(value, 0);
}

}  // namespace

std::optional<sys_seconds> ZonedIcsTime::instant() const {
  if (value.form == IcsTime::Form::utc) return sys_seconds(value.time.time_since_epoch());
  if (value.form == IcsTime::Form::local && zone != nullptr) return to_instant(value.time, *zone);
  return std::nullopt;
}

LocalDateTime nominal_in(const Schedule& schedule, const TimeZone* zone, const ZonedIcsTime& time) {
  if (schedule.kind == ScheduleKind::date) return floor<days>(time.value.time);
  if (time.value.form == IcsTime::Form::date) {
    return time.value.time + (schedule.start - floor<days>(schedule.start));
  }
  if (schedule.kind == ScheduleKind::floating || zone == nullptr) return time.value.time;
  // Within its own zone a wall time stays as written, so that one that a gap skips is still found.
  if (time.value.form == IcsTime::Form::local && (time.zone == nullptr || time.zone == zone)) return time.value.time;
  return to_local(*time.instant(), *zone);
}

void IcsEventDraft::property(const ContentLine& line) {
  if (line.name.empty()) return;
  switch (line.name.front() & ~0x20) {
    case 'D':
      if (line.is("DTSTART")) return time_property(line, start_);
      if (line.is("DTEND")) return time_property(line, end_);
      if (line.is("DESCRIPTION")) return text_property(line, event_.description);
      if (line.is("DURATION")) {
        duration_ = duration_from_ics(line.value);
        broken_ = broken_ || !duration_;
      }
      return;
    case 'E':
      if (line.is("EXDATE")) time_list(line, excluded_);
      return;
    case 'L':
      if (line.is("LOCATION")) return text_property(line, event_.location);
      if (line.is("LAST-MODIFIED")) {
        const auto time = time_from_ics(line.value);
        if (time && time->form == IcsTime::Form::utc) event_.modified = sys_seconds(time->time.time_since_epoch());
      }
      return;
    case 'R':
      if (line.is("RRULE")) return rule_property(line);
      if (line.is("RDATE")) return time_list(line, added_);
      if (line.is("RECURRENCE-ID")) {
        time_property(line, recurrence_id_);
        warned_ = warned_ || !line.parameter("RANGE").empty();
      }
      return;
    case 'S':
      if (line.is("SUMMARY")) return text_property(line, event_.summary);
      if (line.is("SEQUENCE")) event_.sequence = number_from(line.value);
      if (line.is("STATUS")) {
        event_.cancelled = equals_upper(line.value, "CANCELLED");
        event_.tentative = equals_upper(line.value, "TENTATIVE");
        event_.confirmed = equals_upper(line.value, "CONFIRMED");
      }
      return;
    case 'T':
      if (line.is("TRANSP")) transparent_ = equals_upper(line.value, "TRANSPARENT");
      return;
    case 'U':
      if (line.is("UID")) text_property(line, event_.uid);
      return;
    case 'X':
      if (line.is("X-MICROSOFT-CDO-BUSYSTATUS")) shown_free_ = equals_upper(line.value, "FREE");
      return;
    default: return;
  }
}

void IcsEventDraft::text_property(const ContentLine& line, std::string& into) {
  broken_ = broken_ || line.too_long;
  into = text_from_ics(line.value);
}

std::optional<ZonedIcsTime> IcsEventDraft::time_from(std::string_view value, const ContentLine& line) {
  const auto parsed = time_from_ics(value);
  if (!parsed) return std::nullopt;
  ZonedIcsTime time{.value = *parsed, .zone = nullptr};
  if (equals_upper(line.parameter("VALUE"), "DATE")) {
    time.value = {.form = IcsTime::Form::date, .time = floor<days>(parsed->time)};
  }
  if (time.value.form == IcsTime::Form::local) {
    if (const std::string_view tzid = line.parameter("TZID"); !tzid.empty()) {
      const IcsZones::Found found = zones_.find(tzid);
      time.zone = found.zone;
      warned_ = warned_ || !found.exact;
    }
  }
  return time;
}

void IcsEventDraft::time_property(const ContentLine& line, std::optional<ZonedIcsTime>& into) {
  into = time_from(line.value, line);
  broken_ = broken_ || !into;
}

void IcsEventDraft::time_list(const ContentLine& line, std::vector<ZonedIcsTime>& into) {
  broken_ = broken_ || line.too_long;
  for (std::string_view rest = line.value; !rest.empty() && !broken_;) {
    const std::size_t comma = rest.find(',');
    std::string_view value = rest.substr(0, comma);
    rest.remove_prefix(comma == std::string_view::npos ? rest.size() : comma + 1);
    value = value.substr(0, value.find('/'));  // a PERIOD begins with its start
    if (const auto time = time_from(value, line)) {
      into.push_back(*time);
    } else {
      warned_ = true;
    }
    broken_ = into.size() > kMostExceptions;
  }
}

void IcsEventDraft::rule_property(const ContentLine& line) {
  if (event_.schedule.rule) {
    // A second rule is as good as unheard of (RFC 5545 §3.8.5.3 says SHOULD NOT); a schedule has one.
    warned_ = true;
    return;
  }
  std::string_view text = line.value;
  while (!text.empty() && (text.back() == ';' || text.back() == ' ')) text.remove_suffix(1);
  Result<Rule> rule = parse_rule(text);
  if (rule) {
    event_.schedule.rule = *std::move(rule);
  } else {
    broken_ = true;
  }
}

void IcsEventDraft::alarm_property(const ContentLine& line) {
  if (line.is("ACTION")) {
    // Apple writes an alarm that does nothing (ACTION:NONE, in 1976) for "no alarm at all".
    alarm_.wanted = !equals_upper(line.value, "NONE");
  } else if (line.is("TRIGGER")) {
    alarm_.from_end = equals_upper(line.parameter("RELATED"), "END");
    alarm_.after = duration_from_ics(line.value);
    if (!alarm_.after) alarm_.at = time_from(line.value, line);
  }
}

void IcsEventDraft::end_alarm() {
  if (alarm_.wanted && (alarm_.after || alarm_.at) && alarms_.size() < kMostAlarms) alarms_.push_back(alarm_);
}

std::optional<CalendarEvent> IcsEventDraft::build() {
  if (broken_ || !start_ || !build_schedule() || !build_length()) return std::nullopt;
  build_alarms();
  event_.transparent = transparent_.value_or(shown_free_);
  if (recurrence_id_) event_.recurrence_id = nominal_in(event_.schedule, zone_, *recurrence_id_);
  return std::move(event_);
}

bool IcsEventDraft::build_schedule() {
  Schedule& schedule = event_.schedule;
  schedule.start = start_->value.time;
  if (start_->value.form == IcsTime::Form::date) {
    schedule.kind = ScheduleKind::date;
  } else {
    zone_ = start_->value.form == IcsTime::Form::utc ? zones_.utc() : start_->zone;
    if (start_->value.form == IcsTime::Form::utc && zone_ == nullptr) return false;
    schedule.kind = zone_ == nullptr ? ScheduleKind::floating : ScheduleKind::zoned;
    if (zone_ != nullptr) schedule.zone = zone_->name();
  }
  for (const ZonedIcsTime& time : added_) schedule.added.push_back(nominal_in(schedule, zone_, time));
  for (const ZonedIcsTime& time : excluded_) schedule.excluded.push_back(nominal_in(schedule, zone_, time));
  fit_until();
  return true;
}

// RFC 5545 §3.3.10 asks for a date with dates, a wall time with floating times and UTC with zoned ones; many programs
// write another form. A date serves with all of them: it means the whole of that day.
void IcsEventDraft::fit_until() {
  if (!event_.schedule.rule || !event_.schedule.rule->until) return;
  RuleUntil& until = *event_.schedule.rule->until;
  if (event_.schedule.kind == ScheduleKind::date) {
    until = {.form = RuleUntil::Form::date, .time = floor<days>(until.time)};
  } else if (zone_ == nullptr && until.form == RuleUntil::Form::utc) {
    until.form = RuleUntil::Form::local;
  } else if (zone_ != nullptr && until.form == RuleUntil::Form::local) {
    until = {.form = RuleUntil::Form::utc, .time = LocalDateTime(to_instant(until.time, *zone_).time_since_epoch())};
  }
}

bool IcsEventDraft::build_length() {
  const Schedule& schedule = event_.schedule;
  seconds length{0};
  if (schedule.kind == ScheduleKind::date) {
    days whole{1};
    if (duration_) {
      whole = duration_->days + ceil<days>(duration_->exact);
    } else if (end_) {
      whole = ceil<days>(end_->value.time) - floor<days>(schedule.start);
    }
    // Zero days is a common slip for "that day".
    length = whole == days(0) ? days(1) : whole;
  } else if (duration_) {
    length = duration_->exact + duration_->days;
    if (zone_ != nullptr) {
      length =
          to_instant(schedule.start + duration_->days, *zone_) - to_instant(schedule.start, *zone_) + duration_->exact;
    }
  } else if (end_) {
    if (zone_ == nullptr) {
      length = end_->value.time - schedule.start;
    } else {
      length = end_->instant().value_or(to_instant(end_->value.time, *zone_)) - to_instant(schedule.start, *zone_);
    }
  }
  if (length < seconds(0) || length > kLongestEvent) return false;
  event_.length = ceil<minutes>(length);
  return true;
}

void IcsEventDraft::build_alarms() {
  for (const Alarm& alarm : alarms_) {
    seconds after{0};
    if (alarm.after) {
      after = alarm.after->exact + alarm.after->days + (alarm.from_end ? seconds(event_.length) : seconds(0));
    } else {
      // One moment for a whole series makes no sense; without a zone the moment can't be compared.
      const auto moment = alarm.at->instant();
      if (!moment || zone_ == nullptr || event_.schedule.rule) continue;
      after = *moment - to_instant(event_.schedule.start, *zone_);
    }
    if (after > kLongestAlarm || after < -kLongestAlarm) continue;
    event_.alarms.push_back(ceil<minutes>(-after));
  }
}

}  // namespace kindling
