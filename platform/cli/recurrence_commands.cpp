#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

// A rule without an end is cut after this many, unless --to or --limit say otherwise; nothing prints more than the
// most.
constexpr int kEndless = 1'000;
constexpr int kMost = 100'000;

Result<void> expand(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  Schedule schedule;
  schedule.start = read.value("--start", parse_wall_time);
  schedule.rule = read.optional("--rule", parse_rule);
  const auto from = read.optional("--from", parse_wall_time);
  const auto to = read.optional("--to", parse_wall_time);
  const auto limit = read.number("--limit", 1, kMost);
  if (!read.ok()) return read.error();
  const TimeZone* zone = &session.zone();
  if (arguments.has("--zone")) zone = session.zones().find(arguments.text("--zone"));
  if (zone == nullptr) return invalid("--zone: there is no such time zone; write one like Europe/Berlin");
  const bool whole_days = arguments.text("--start").size() == 10;
  schedule.kind = whole_days ? ScheduleKind::date : ScheduleKind::zoned;
  if (!whole_days) schedule.zone = zone->name();
  const bool ends = to || (schedule.rule && (schedule.rule->count || schedule.rule->until));
  const auto last = LocalDateTime(LocalDate(std::chrono::year(kLastYear + 1) / 1 / 1));
  const auto found = occurrences(schedule, *zone, from.value_or(schedule.start), to.value_or(last),
                                 static_cast<std::size_t>(limit.value_or(ends ? kMost : kEndless)));
  if (session.json()) return session.print_json(expansion_json(found)), Result<void>();
  Columns rows;
  for (const Occurrence& occurrence : found) {
    rows.add({to_string(occurrence.local), to_utc_string(occurrence.utc),
              occurrence.local == occurrence.nominal ? "" : "shifted from " + to_string(occurrence.nominal)});
  }
  session.print(rows.empty() ? "It never happens then.\n" : rows.text());
  return {};
}

constexpr auto kExpand = std::to_array<Parameter>({
    {"--start", "TIME", "DTSTART, a wall time such as 2027-03-13T02:30, taken as given", true},
    {"--rule", "RRULE", "the rule (RFC 5545)", true},
    {"--zone", "ZONE", "the zone of the wall clock; else the device's"},
    {"--from", "TIME", "from this wall time on"},
    {"--to", "TIME", "before this wall time"},
    {"--limit", "N", "at most so many; else 1,000 of a rule without an end"},
});
constexpr auto kCommands = std::to_array<Command>({{"expand", "what a recurrence rule comes to", kExpand, expand, {}}});

}  // namespace

std::span<const Command> recurrence_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
