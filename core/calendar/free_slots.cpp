#include "core/calendar/free_slots.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <tuple>

#include "core/recurrence/schedule.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::minutes;
using std::chrono::sys_seconds;

constexpr std::size_t kMostOfOneEvent = 20'000;
constexpr std::size_t kMostTogether = 2'000'000;
constexpr int kMostDays = 3'660;

// Sorts; overlapping and touching stretches become one, empty ones go.
void merge(std::vector<Busy>& busy) {
  std::erase_if(busy, [](const Busy& stretch) { return stretch.end <= stretch.begin; });
  std::sort(busy.begin(), busy.end(), [](const Busy& a, const Busy& b) { return a.begin < b.begin; });
  std::size_t kept = 0;
  for (const Busy& stretch : busy) {
    if (kept > 0 && stretch.begin <= busy[kept - 1].end) {
      busy[kept - 1].end = std::max(busy[kept - 1].end, stretch.end);
    } else {
      busy[kept++] = stretch;
    }
  }
  busy.resize(kept);
}

class BusyTimes {
 public:
  BusyTimes(const CalendarFile& file, const TimeZones& zones, const TimeZone& device, sys_seconds from, sys_seconds to)
      : file_(file), zones_(zones), device_(device), from_(from), to_(to) {}

  std::vector<Busy> run() {
    note_overrides();
    for (std::size_t i = 0; i < file_.events.size(); ++i) {
      const CalendarEvent& event = file_.events[i];
      if (event.transparent || event.cancelled || event.length <= minutes(0)) continue;
      if (event.recurrence_id && !counts_as_override(event, i)) continue;
      add_event(event);
    }
    merge(busy_);
    return std::move(busy_);
  }

 private:
  struct Override {
    std::string_view uid;
    LocalDateTime nominal;
    int sequence = 0;
    std::size_t index = 0;

    [[nodiscard]] std::tuple<std::string_view, LocalDateTime> key() const { return {uid, nominal}; }
  };

  void note_overrides() {
    for (std::size_t i = 0; i < file_.events.size(); ++i) {
      const CalendarEvent& event = file_.events[i];
      if (event.recurrence_id) overrides_.push_back({event.uid, *event.recurrence_id, event.sequence, i});
    }
    std::sort(overrides_.begin(), overrides_.end(), [](const Override& a, const Override& b) {
      return std::tuple(a.key(), -a.sequence, a.index) < std::tuple(b.key(), -b.sequence, b.index);
    });
    const auto same = [](const Override& a, const Override& b) { return a.key() == b.key(); };
    overrides_.erase(std::unique(overrides_.begin(), overrides_.end(), same), overrides_.end());
  }

  [[nodiscard]] const Override* find_override(std::string_view uid, LocalDateTime nominal) const {
    if (uid.empty()) return nullptr;
    const std::tuple key(uid, nominal);
    const auto found = std::lower_bound(overrides_.begin(), overrides_.end(), key,
                                        [](const Override& a, const auto& wanted) { return a.key() < wanted; });
    return found != overrides_.end() && found->key() == key ? &*found : nullptr;
  }
  [[nodiscard]] bool counts_as_override(const CalendarEvent& event, std::size_t index) const {
    const Override* found = find_override(event.uid, *event.recurrence_id);
    return found == nullptr || found->index == index;
  }

  [[nodiscard]] const TimeZone& zone_of(const Schedule& schedule) {
    if (schedule.kind != ScheduleKind::zoned) return device_;
    if (schedule.zone != last_name_) {
      last_name_ = schedule.zone;
      last_zone_ = zones_.find(last_name_);
    }
    return last_zone_ == nullptr ? device_ : *last_zone_;
  }

  void add(sys_seconds begin, sys_seconds end) {
    if (begin < to_ && end > from_) busy_.push_back({std::max(begin, from_), std::min(end, to_)});
  }

  void add_occurrence(const CalendarEvent& event, LocalDateTime nominal, sys_seconds begin, const TimeZone& zone) {
    if (!event.recurrence_id && find_override(event.uid, nominal) != nullptr) return;
    const bool whole_days = event.schedule.kind == ScheduleKind::date;
    add(begin, whole_days ? to_instant(nominal + event.length, zone) : begin + event.length);
  }

  void add_event(const CalendarEvent& event) {
    const Schedule& schedule = event.schedule;
    const TimeZone& zone = zone_of(schedule);
    if (std::find(schedule.excluded.begin(), schedule.excluded.end(), schedule.start) == schedule.excluded.end()) {
      add_occurrence(event, schedule.start, to_instant(schedule.start, zone), zone);
    }
    if (!schedule.rule && schedule.added.empty()) return;
    if (busy_.size() > kMostTogether) return add(to_instant(schedule.start, zone), to_);
    // A day to spare on both sides for gaps and overlaps; add() cuts to the time asked for.
    const LocalDateTime first = to_local(from_, zone) - event.length - days(1);
    const LocalDateTime last = to_local(to_, zone) + days(1);
    std::size_t count = 0;
    for_each_occurrence(schedule, zone, first, last, [&](const Occurrence& occurrence) {
      add_occurrence(event, occurrence.nominal, occurrence.utc, zone);
      if (++count < kMostOfOneEvent) return true;
      add(occurrence.utc, to_);
      return false;
    });
  }

  const CalendarFile& file_;
  const TimeZones& zones_;
  const TimeZone& device_;
  sys_seconds from_, to_;
  std::vector<Override> overrides_;
  std::string_view last_name_;
  const TimeZone* last_zone_ = nullptr;
  std::vector<Busy> busy_;
};

}  // namespace

std::vector<Busy> busy_times(const CalendarFile& file, const TimeZones& zones, const TimeZone& device_zone,
                             sys_seconds from, sys_seconds to) {
  return BusyTimes(file, zones, device_zone, from, to).run();
}

std::vector<Slot> free_slots(std::vector<Busy> busy, const SlotQuery& query, const TimeZone& device_zone,
                             sys_seconds not_before) {
  merge(busy);
  const minutes length = std::max(query.length, minutes(1));
  std::vector<Slot> slots;
  const auto offer = [&](sys_seconds begin, sys_seconds end) {
    if (end - begin >= length) slots.push_back({begin, end});
  };
  const int count = std::clamp(query.days, 0, kMostDays);
  for (int day = 0; day < count; ++day) {
    const LocalDate date = query.first_day + days(day);
    const bool next_day = query.between.end <= query.between.start;
    const sys_seconds begin = std::max(to_instant(at(date, query.between.start), device_zone), not_before);
    const sys_seconds end = to_instant(at(next_day ? date + days(1) : date, query.between.end), device_zone);
    auto stretch = std::lower_bound(busy.begin(), busy.end(), begin,
                                    [](const Busy& one, sys_seconds wanted) { return one.end <= wanted; });
    sys_seconds free_from = begin;
    for (; stretch != busy.end() && stretch->begin < end; ++stretch) {
      offer(free_from, stretch->begin);
      free_from = std::max(free_from, stretch->end);
    }
    offer(free_from, end);
  }
  return slots;
}

}  // namespace kindling
