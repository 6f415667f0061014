#include "core/codec/ics_vtimezone.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <span>
#include <vector>

#include "core/codec/content_line.hpp"
#include "core/codec/ics_time.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::seconds;
using std::chrono::sys_days;
using std::chrono::sys_seconds;
using std::chrono::year;

constexpr int kYearsAhead = 10;
// A yearly rule goes on for ever, so it is believed only if it holds for this long: "Sunday on or after the 2nd" looks
// like "first Sunday" for five years at a time.
constexpr int kYearsProved = 40;

struct Transition {
  sys_seconds when;
  seconds from{0}, to{0};
  bool daylight = false;
  std::string name;

  // The wall time that shows as the change comes, as VTIMEZONE wants it.
  [[nodiscard]] LocalDateTime local() const { return LocalDateTime(when.time_since_epoch() + from); }
  [[nodiscard]] bool alike(const Transition& other) const {
    return from == other.from && to == other.to && daylight == other.daylight && name == other.name;
  }
};

// "The nth (or last: -1) weekday of a month at a time", every year.
struct YearlyRule {
  std::chrono::month month;
  std::chrono::weekday day;
  int ordinal = 0;
  seconds time{0};

  [[nodiscard]] LocalDateTime in(year y) const {
    const LocalDate date = ordinal < 0 ? LocalDate(y / month / day[std::chrono::last])
                                       : LocalDate(y / month / day[static_cast<unsigned>(ordinal)]);
    return LocalDateTime(date) + time;
  }
};

sys_seconds start_of(int y) { return sys_days(year(y) / std::chrono::January / 1); }

int year_of(const Transition& transition) { return static_cast<int>(calendar(date_of(transition.local())).year()); }

// All changes in [from, to). A change of the offset alone counts; one of the name only is of no use to a reader.
std::vector<Transition> transitions(const TimeZone& zone, sys_seconds from, sys_seconds to) {
  std::vector<Transition> found;
  ZonePeriod before = zone.period_at(from);
  while (before.end < to && before.end > before.begin) {
    const ZonePeriod& after = zone.period_at(before.end);
    if (after.begin > before.end || after.end <= before.end) break;  // a zone that goes backwards would never end
    if (after.offset != before.offset) {
      // Ireland and Morocco call their winter or Ramadan "daylight saving" with a negative saving; readers know only
      // the other way round.
      const bool daylight = after.offset > before.offset && (after.daylight_saving || before.daylight_saving);
      found.push_back({before.end, before.offset, after.offset, daylight, after.abbreviation});
    }
    before = after;
  }
  return found;
}

// The yearly rules by which `transition`'s day can be named.
std::array<YearlyRule, 2> rules_for(const Transition& transition) {
  const LocalDate date = date_of(transition.local());
  const auto parts = calendar(date);
  const std::chrono::weekday day(date);
  const seconds time = transition.local() - LocalDateTime(date);
  const int nth = static_cast<int>((static_cast<unsigned>(parts.day()) - 1) / 7 + 1);
  const YearlyRule last{parts.month(), day, -1, time};
  // A fifth weekday doesn't exist every year.
  return {last, nth > 4 ? last : YearlyRule{parts.month(), day, nth, time}};
}

std::optional<YearlyRule> rule_that_holds(std::span<const Transition> changes) {
  for (const YearlyRule& rule : rules_for(changes.back())) {
    if (std::all_of(changes.begin(), changes.end(), [&](const Transition& change) {
          return change.alike(changes.back()) && rule.in(year(year_of(change))) == change.local();
        })) {
      return rule;
    }
  }
  return std::nullopt;
}

std::string day_text(const YearlyRule& rule) {
  static constexpr std::array<std::string_view, 7> kDays{"SU", "MO", "TU", "WE", "TH", "FR", "SA"};
  return std::to_string(rule.ordinal) + std::string(kDays[rule.day.c_encoding()]);
}

void append_observance(std::string& out, const Transition& change, LocalDateTime onset, std::string_view recurrence) {
  const std::string_view kind = change.daylight ? "DAYLIGHT" : "STANDARD";
  append_folded(out, "BEGIN:" + std::string(kind));
  append_folded(out, "DTSTART:" + ics_date_time(onset));
  append_folded(out, "TZOFFSETFROM:" + ics_offset(change.from));
  append_folded(out, "TZOFFSETTO:" + ics_offset(change.to));
  if (!change.name.empty()) append_folded(out, "TZNAME:" + text_to_ics(change.name));
  if (!recurrence.empty()) out.append(recurrence);
  append_folded(out, "END:" + std::string(kind));
}

// What holds at the start: begins long before anything that the file says.
void append_initial(std::string& out, const TimeZone& zone, sys_seconds at) {
  // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the next call reuses it
  const ZonePeriod now = zone.period_at(at);
  const sys_seconds earliest = start_of(kFirstYear);
  const bool known = now.begin > earliest;
  const seconds before = known ? zone.period_at(now.begin - seconds(1)).offset : now.offset;
  Transition change{known ? now.begin : earliest, before, now.offset, now.daylight_saving && now.offset > before,
                    now.abbreviation};
  append_observance(out, change, change.local(), {});
}

struct Tail {
  int first_year = 0;
  YearlyRule first, second;
};

// The two rules that hold every year from some shown year on to `last_proved`.
std::optional<Tail> yearly_tail(const std::vector<Transition>& all, int first_year, int last_shown, int last_proved) {
  for (int y = first_year; y <= last_shown - 1; ++y) {
    std::vector<Transition> first, second;
    bool two_a_year = true;
    for (int in = y; in <= last_proved && two_a_year; ++in) {
      std::vector<const Transition*> of_year;
      for (const Transition& change : all) {
        if (year_of(change) == in) of_year.push_back(&change);
      }
      two_a_year = of_year.size() == 2;
      if (!two_a_year) break;
      first.push_back(*of_year[0]);
      second.push_back(*of_year[1]);
    }
    if (!two_a_year) continue;
    const auto rule = rule_that_holds(first);
    const auto other = rule_that_holds(second);
    if (rule && other) return Tail{y, *rule, *other};
  }
  return std::nullopt;
}

std::string yearly_text(const YearlyRule& rule) {
  return "RRULE:FREQ=YEARLY;BYMONTH=" + std::to_string(static_cast<unsigned>(rule.month)) + ";BYDAY=" + day_text(rule) +
         "\r\n";
}

// Single transitions, those that are alike in one observance with RDATE.
void append_singles(std::string& out, std::span<const Transition> changes) {
  std::vector<bool> written(changes.size(), false);
  for (std::size_t i = 0; i < changes.size(); ++i) {
    if (written[i]) continue;
    std::string dates;
    for (std::size_t j = i + 1; j < changes.size(); ++j) {
      if (written[j] || !changes[j].alike(changes[i])) continue;
      written[j] = true;
      append_folded(dates, "RDATE:" + ics_date_time(changes[j].local()));
    }
    append_observance(out, changes[i], changes[i].local(), dates);
  }
}

}  // namespace

std::string vtimezone(const TimeZone& zone, std::string_view tzid, int first_year) {
  const int last_shown = std::min(first_year + kYearsAhead, kLastYear);
  const int last_proved = std::min(last_shown + kYearsProved, kLastYear);
  std::string out;
  append_folded(out, "BEGIN:VTIMEZONE");
  append_folded(out, "TZID:" + std::string(tzid));
  append_initial(out, zone, start_of(first_year));
  const std::vector<Transition> all = transitions(zone, start_of(first_year), start_of(last_proved + 1));
  const std::optional<Tail> tail = yearly_tail(all, first_year, last_shown, last_proved);
  const int last_single = tail ? tail->first_year - 1 : last_shown;
  const auto singles_end =
      std::find_if(all.begin(), all.end(), [&](const Transition& change) { return year_of(change) > last_single; });
  append_singles(out, {all.begin(), singles_end});
  if (tail) {
    append_observance(out, *singles_end, singles_end->local(), yearly_text(tail->first));
    append_observance(out, *(singles_end + 1), (singles_end + 1)->local(), yearly_text(tail->second));
  }
  append_folded(out, "END:VTIMEZONE");
  return out;
}

}  // namespace kindling
