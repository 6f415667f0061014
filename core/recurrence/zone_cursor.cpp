#include "core/recurrence/zone_cursor.hpp"

#include <algorithm>

namespace kindling {
namespace {

using std::chrono::seconds;
using std::chrono::sys_seconds;

// More than any offset of any zone, so that nothing lies further from its UTC than this.
constexpr std::chrono::hours kReach{26};

// Ends of periods may be as far as the type goes; kept where sums can't overflow.
constexpr seconds kFar{std::int64_t{1} << 50};

LocalDateTime shown(sys_seconds instant, seconds offset) {
  return LocalDateTime(std::clamp(instant.time_since_epoch(), -kFar, kFar) + offset);
}

}  // namespace

// Walks to the first period whose wall clock still has `local` before it: in an overlap that is the earlier of the two.
// Where `local` lies before that period's own wall clock it is in the gap at its begin, and the offset before the gap
// holds (RFC 5545 §3.3.5 and erratum 4271).
void ZoneCursor::move_to(LocalDateTime local) {
  const sys_seconds around(std::clamp(local.time_since_epoch(), -kFar, kFar));
  const ZonePeriod* before = nullptr;
  const ZonePeriod* period = &zone_.period_at(around - kReach);
  while (local >= shown(period->end, period->offset) && period->end < around + kReach) {
    before = period;
    period = &zone_.period_at(period->end);
  }
  if (before == nullptr && period->begin.time_since_epoch() > -kFar)
    before = &zone_.period_at(period->begin - seconds(1));
  const LocalDateTime begin = shown(period->begin, period->offset);
  const LocalDateTime end_before = before == nullptr ? begin : shown(before->end, before->offset);
  if (before != nullptr && local < begin) {
    begin_ = end_before;
    end_ = begin;
    offset_ = before->offset;
    shift_ = period->offset - before->offset;
  } else {
    begin_ = std::max(begin, end_before);
    end_ = shown(period->end, period->offset);
    offset_ = period->offset;
    shift_ = seconds(0);
  }
}

}  // namespace kindling
