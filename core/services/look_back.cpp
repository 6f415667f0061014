#include "core/services/look_back.hpp"

#include <algorithm>
#include <chrono>

#include "core/domain/ritual.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/services/safety_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;

// Shares of the days that came up and didn't rest: two in three, one in four.
constexpr int kMostly = 66;
constexpr int kOnAndOff = 25;

struct Year {
  LocalDate from;
  LocalDate to;  // after its last day, or tomorrow
};

std::int64_t milliseconds_of(LocalDate date) { return Instant(date.time_since_epoch()).time_since_epoch().count(); }

LocalDate date_in(const TimeZone& zone, Instant at) {
  return date_of(to_local(std::chrono::floor<std::chrono::seconds>(at), zone));
}

// Where it is sorted by an instant, a day more to both sides holds all of the year in any zone.
SortRange around(const Year& year) {
  return {milliseconds_of(year.from - days(1)), milliseconds_of(year.to + days(1))};
}

// Whether it was kept at all, and how.
std::optional<Held> held(const Context& context, const Ritual& ritual, const Year& year) {
  Tables& tables = context.couple.tables();
  const auto done = tables.elements(ritual.id.bytes, Ritual::kDone, occurrence_key(year.from), occurrence_key(year.to));
  if (done.empty()) return std::nullopt;
  const auto rests = tables.elements(ritual.id.bytes, Ritual::kRests);
  int came = 0;
  for_each_occurrence(ritual.schedule, context.zone, LocalDateTime(year.from), LocalDateTime(year.to),
                      [&](const Occurrence& occurrence) {
                        const LocalDate date = date_of(occurrence.nominal);
                        const bool rests_then = std::any_of(rests.begin(), rests.end(), [&](const Element& rest) {
                          LocalDate last;
                          from_field(rest.value, last);
                          return date_of_key(rest.key) <= date && date <= last;
                        });
                        came += rests_then ? 0 : 1;
                        return true;
                      });
  const int share = static_cast<int>(done.size()) * 100 / std::max(came, 1);
  return share >= kMostly ? Held::mostly : share >= kOnAndOff ? Held::on_and_off : Held::now_and_then;
}

void read_for_two(const Context& context, const Year& year, LookBack& found) {
  Tables& tables = context.couple.tables();
  for (Plan& plan : load_all<Plan>(tables, around(year))) {
    const LocalDate date = date_of(plan.start);
    if (plan.state == PlanState::done && date >= year.from && date < year.to) found.evenings.push_back(std::move(plan));
  }
  auto rituals = load_all<Ritual>(tables);
  std::stable_sort(rituals.begin(), rituals.end(), [](const Ritual& a, const Ritual& b) {
    return time_of(a.schedule.start) < time_of(b.schedule.start);
  });
  for (const Ritual& ritual : rituals) {
    if (const auto how = held(context, ritual, year))
      found.rituals.push_back({{SpaceKind::couple, EntityKind::ritual, ritual.id.bytes}, ritual.title, *how});
  }
}

}  // namespace

Result<LookBack> look_back(const Context& context, int year) {
  auto today = SettingsService(context).today();
  if (!today) return today.error();
  if (year < kFirstYear || year > static_cast<int>(calendar(*today).year()))
    return invalid("a year to look back on is one from 1900 to the running one");
  const std::chrono::year which(year);
  const Year span{LocalDate{which / 1 / 1},
                  std::min(LocalDate{(which + std::chrono::years(1)) / 1 / 1}, *today + days(1))};
  LookBack found{.year = year, .moments = {}, .appreciations = {}, .evenings = {}, .rituals = {}};
  Tables& own = context.self.tables();
  const auto number = [](LocalDate date) { return static_cast<std::int64_t>(date.time_since_epoch().count()); };
  found.moments = load_all<Memory>(own, {number(span.from), number(span.to - days(1))});
  for (Appreciation& one : load_all<Appreciation>(own, around(span))) {
    const LocalDate date = date_in(context.zone, one.at);
    if (date >= span.from && date < span.to) found.appreciations.push_back(std::move(one));
  }
  if (!SafetyService(context).only_for_me()) read_for_two(context, span, found);
  if (auto status = context.self.take_status(); !status) return status.error();
  if (auto status = context.couple.take_status(); !status) return status.error();
  return found;
}

}  // namespace kindling
