#include "core/codec/ics_writer.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <string_view>
#include <unordered_map>

#include "core/codec/content_line.hpp"
#include "core/codec/ics_time.hpp"
#include "core/codec/ics_vtimezone.hpp"

namespace kindling {
namespace {

using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::string_view kUtc = "UTC";

// FNV-1a, 64 bits: the same text gives the same UID in every run and on every machine.
std::string hash_text(std::string_view text) {
  std::uint64_t hash = 14'695'981'039'346'656'037U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1'099'511'628'211U;
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += "0123456789abcdef"[(hash >> static_cast<unsigned>(shift)) & 15U];
  return out;
}

class Writer {
 public:
  Writer(std::span<const CalendarEvent> events, const TimeZones& zones, const IcsOptions& options)
      : events_(events), zones_(zones), options_(options) {}

  std::string run() {
    line("BEGIN:VCALENDAR");
    line("VERSION:2.0");
    line("PRODID:" + text_to_ics(options_.product));
    line("CALSCALE:GREGORIAN");
    write_zones();
    for (const CalendarEvent& event : events_) {
      if (!event.recurrence_id) series_.emplace(event.uid, &event.schedule);
    }
    for (const CalendarEvent& event : events_) write_event(event);
    line("END:VCALENDAR");
    return std::move(out_);
  }

 private:
  void line(std::string_view text) { append_folded(out_, text); }
  void text(std::string_view name, std::string_view value) {
    if (!value.empty()) line(std::string(name) + ":" + text_to_ics(value));
  }

  static std::string utc(std::chrono::sys_seconds time) {
    return ics_date_time(LocalDateTime(time.time_since_epoch())) + "Z";
  }

  void write_zones() {
    std::map<std::string_view, LocalDateTime> first_use;
    for (const CalendarEvent& event : events_) {
      const Schedule& schedule = event.schedule;
      if (schedule.kind != ScheduleKind::zoned || schedule.zone == kUtc) continue;
      LocalDateTime earliest = std::min(schedule.start, event.recurrence_id.value_or(schedule.start));
      for (const LocalDateTime added : schedule.added) earliest = std::min(earliest, added);
      const auto [entry, is_new] = first_use.emplace(schedule.zone, earliest);
      if (!is_new) entry->second = std::min(entry->second, earliest);
    }
    for (const auto& [name, earliest] : first_use) {
      if (const TimeZone* zone = zones_.find(name)) {
        out_ += vtimezone(*zone, name, static_cast<int>(calendar(date_of(earliest)).year()));
      }
    }
  }

  // "DTSTART;TZID=Europe/Berlin:20261127T190000", in the form of the schedule's kind.
  void write_time(std::string_view name, const Schedule& schedule, LocalDateTime value) {
    std::string text(name);
    if (schedule.kind == ScheduleKind::date) {
      text += ";VALUE=DATE:" + ics_date(value);
    } else if (schedule.kind == ScheduleKind::floating) {
      text += ":" + ics_date_time(value);
    } else if (schedule.zone == kUtc) {
      text += ":" + ics_date_time(value) + "Z";
    } else {
      text += ";TZID=" + schedule.zone + ":" + ics_date_time(value);
    }
    line(text);
  }

  // UNTIL in the form that RFC 5545 §3.3.10 asks for; a schedule may also say "to the end of that day" with a date.
  [[nodiscard]] Rule strict_rule(const Schedule& schedule) const {
    Rule rule = *schedule.rule;
    if (!rule.until || rule.until->form != RuleUntil::Form::date || schedule.kind == ScheduleKind::date) return rule;
    const LocalDateTime end = LocalDateTime(date_of(rule.until->time)) + std::chrono::days(1) - seconds(1);
    rule.until = {.form = RuleUntil::Form::local, .time = end};
    const TimeZone* zone = schedule.kind == ScheduleKind::zoned ? zones_.find(schedule.zone) : nullptr;
    if (zone != nullptr) {
      rule.until = {.form = RuleUntil::Form::utc, .time = LocalDateTime(to_instant(end, *zone).time_since_epoch())};
    }
    return rule;
  }

  void write_event(const CalendarEvent& event) {
    const Schedule& schedule = event.schedule;
    line("BEGIN:VEVENT");
    line("UID:" +
         text_to_ics(event.uid.empty() ? hash_text(ics_date_time(schedule.start) + event.summary) : event.uid));
    // Without a METHOD both say the same (RFC 5545 §3.8.7.2), and the file stays as it is while the event does.
    line("DTSTAMP:" + utc(event.modified.value_or(std::chrono::floor<seconds>(options_.stamp))));
    if (event.modified) line("LAST-MODIFIED:" + utc(*event.modified));
    if (event.recurrence_id) {
      const auto series = series_.find(event.uid);
      write_time("RECURRENCE-ID", series == series_.end() ? schedule : *series->second, *event.recurrence_id);
    }
    write_time("DTSTART", schedule, schedule.start);
    write_length(event);
    if (schedule.rule) line("RRULE:" + to_string(strict_rule(schedule)));
    // One property each: some programs read only the first value of a list.
    for (const LocalDateTime added : schedule.added) write_time("RDATE", schedule, added);
    for (const LocalDateTime excluded : schedule.excluded) write_time("EXDATE", schedule, excluded);
    text("SUMMARY", event.summary);
    text("DESCRIPTION", event.description);
    text("LOCATION", event.location);
    if (event.sequence != 0) line("SEQUENCE:" + std::to_string(event.sequence));
    if (event.cancelled || event.tentative || event.confirmed)
      line(event.cancelled ? "STATUS:CANCELLED" : event.tentative ? "STATUS:TENTATIVE" : "STATUS:CONFIRMED");
    if (event.transparent) line("TRANSP:TRANSPARENT");
    for (const minutes before : event.alarms) write_alarm(event, before);
    line("END:VEVENT");
  }

  // DTEND, which every program reads; DURATION where a wall time would not say which of two instants the end is.
  void write_length(const CalendarEvent& event) {
    const Schedule& schedule = event.schedule;
    if (event.length <= minutes(0)) return;
    LocalDateTime end = schedule.start + event.length;
    if (schedule.kind == ScheduleKind::zoned) {
      const TimeZone* zone = zones_.find(schedule.zone);
      if (zone == nullptr) return line("DURATION:" + ics_duration(event.length));
      const auto instant = to_instant(schedule.start, *zone) + event.length;
      end = to_local(instant, *zone);
      if (to_instant(end, *zone) != instant) return line("DURATION:" + ics_duration(event.length));
    }
    write_time("DTEND", schedule, end);
  }

  void write_alarm(const CalendarEvent& event, minutes before) {
    line("BEGIN:VALARM");
    line("ACTION:DISPLAY");
    line("DESCRIPTION:" + (event.summary.empty() ? std::string("Reminder") : text_to_ics(event.summary)));
    line("TRIGGER:" + ics_duration(-before));
    line("END:VALARM");
  }

  std::span<const CalendarEvent> events_;
  const TimeZones& zones_;
  const IcsOptions& options_;
  std::unordered_map<std::string_view, const Schedule*> series_;
  std::string out_;
};

}  // namespace

std::string write_ics(std::span<const CalendarEvent> events, const TimeZones& zones, const IcsOptions& options) {
  return Writer(events, zones, options).run();
}

}  // namespace kindling
