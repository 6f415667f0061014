#include "core/recurrence/clock_slots.hpp"

#include <algorithm>
#include <bit>
#include <numeric>

namespace kindling {
namespace {

constexpr std::uint64_t kAllHours = (std::uint64_t{1} << 24) - 1;
constexpr std::uint64_t kAllSixty = (std::uint64_t{1} << 60) - 1;

constexpr int kHours = 24;
constexpr int kMinutes = 60;
constexpr int kSeconds = 61;

// Bits of the values in [0, limit), or `otherwise` where the part isn't given. Second 60 counts as 59.
std::uint64_t mask_or(const std::vector<int>& values, int limit, std::uint64_t otherwise) {
  if (values.empty()) return otherwise;
  std::uint64_t mask = 0;
  for (const int value : values) {
    if (value >= 0 && value < limit) mask |= std::uint64_t{1} << std::min(value, 59);
  }
  return mask;
}

std::uint64_t bit(std::int64_t index) { return std::uint64_t{1} << index; }

// The first bit set at or after `from`, or -1. REQUIRES: 0 <= from <= 63.
std::int64_t next_bit(std::uint64_t mask, std::int64_t from) {
  const std::uint64_t rest = mask & (~std::uint64_t{0} << from);
  return rest == 0 ? -1 : std::countr_zero(rest);
}

// Every hour, minute and second of three masks, in seconds and ascending.
std::vector<std::int32_t> combine(std::uint64_t hours, std::uint64_t minutes, std::uint64_t seconds) {
  std::vector<std::int32_t> times;
  const auto count = [](std::uint64_t mask) { return static_cast<std::size_t>(std::popcount(mask)); };
  times.reserve(count(hours) * count(minutes) * count(seconds));
  for (std::uint64_t h = hours; h != 0; h &= h - 1) {
    for (std::uint64_t m = minutes; m != 0; m &= m - 1) {
      for (std::uint64_t s = seconds; s != 0; s &= s - 1)
        times.push_back(std::countr_zero(h) * 3600 + std::countr_zero(m) * 60 + std::countr_zero(s));
    }
  }
  return times;
}

std::vector<std::int32_t> chosen_from(const std::vector<std::int32_t>& times, const std::vector<int>& by_set_pos) {
  if (by_set_pos.empty()) return times;
  std::vector<std::int32_t> chosen;
  for (const std::size_t index : positions_in(by_set_pos, times.size())) chosen.push_back(times[index]);
  return chosen;
}

}  // namespace

std::vector<std::size_t> positions_in(const std::vector<int>& by_set_pos, std::size_t size) {
  std::vector<std::size_t> indices;
  for (const int position : by_set_pos) {
    const std::int64_t index = position > 0 ? position - 1 : static_cast<std::int64_t>(size) + position;
    if (position != 0 && index >= 0 && index < static_cast<std::int64_t>(size))
      indices.push_back(static_cast<std::size_t>(index));
  }
  std::sort(indices.begin(), indices.end());
  indices.erase(std::unique(indices.begin(), indices.end()), indices.end());
  return indices;
}

std::vector<std::int32_t> times_of_day(const Rule& rule, std::int64_t start) {
  const std::int64_t second = floor_modulo(start, kDaySeconds);
  if (rule.by_hour.empty() && rule.by_minute.empty() && rule.by_second.empty())
    return {static_cast<std::int32_t>(second)};
  return combine(mask_or(rule.by_hour, kHours, bit(second / 3600)),
                 mask_or(rule.by_minute, kMinutes, bit(second / 60 % 60)),
                 mask_or(rule.by_second, kSeconds, bit(second % 60)));
}

ClockSlots::ClockSlots(const Rule& rule, std::int64_t start)
    : unit_(rule.frequency == Frequency::hourly     ? 3600
            : rule.frequency == Frequency::minutely ? 60
                                                    : 1),
      slots_per_day_(kDaySeconds / unit_),
      interval_(std::max(1, rule.interval)),
      start_slot_(floor_divide(start, unit_)),
      hours_(mask_or(rule.by_hour, kHours, kAllHours)),
      minutes_(unit_ == 3600 ? 1 : mask_or(rule.by_minute, kMinutes, kAllSixty)),
      seconds_(unit_ > 1 ? 1 : mask_or(rule.by_second, kSeconds, kAllSixty)) {
  const std::int64_t second = floor_modulo(start, kDaySeconds);
  const std::uint64_t minutes = unit_ == 3600 ? mask_or(rule.by_minute, kMinutes, bit(second / 60 % 60)) : 1;
  const std::uint64_t seconds = unit_ > 1 ? mask_or(rule.by_second, kSeconds, bit(second % 60)) : 1;
  offsets_ = chosen_from(combine(1, minutes, seconds), rule.by_set_pos);
  // Modulo the greatest common divisor the phase of a day never changes: what fails there fails on every day.
  const std::int64_t common = std::gcd(interval_, slots_per_day_);
  never_ = offsets_.empty() || hours_ == 0 || minutes_ == 0 || seconds_ == 0 ||
           next_slot(0, floor_modulo(-start_slot_, common), common) == slots_per_day_;
}

bool ClockSlots::enter(DayNumber day, std::int64_t from) {
  day_start_ = day * kDaySeconds;
  phase_ = floor_modulo(day * slots_per_day_ - start_slot_, interval_);
  if (phase_ == barren_phase_) return false;
  const std::int64_t first = from / unit_;
  slot_ = next_slot(first, phase_, interval_);
  offset_index_ = 0;
  if (slot_ == slots_per_day_ && first == 0) barren_phase_ = phase_;
  return slot_ < slots_per_day_;
}

std::optional<std::int64_t> ClockSlots::next() {
  if (slot_ >= slots_per_day_) return std::nullopt;
  const std::int64_t wall = day_start_ + slot_ * unit_ + offsets_[offset_index_];
  if (++offset_index_ == offsets_.size()) {
    offset_index_ = 0;
    slot_ = next_slot(slot_ + 1, phase_, interval_);
  }
  return wall;
}

// The first second of the day at or after `second` whose hour, minute and second are all admitted; kDaySeconds if none.
std::int64_t ClockSlots::admit(std::int64_t second) const {
  if (second >= kDaySeconds) return kDaySeconds;
  const std::int64_t hour = second / 3600;
  const std::int64_t minute = second / 60 % 60;
  const std::int64_t first_second = next_bit(seconds_, 0);
  if ((hours_ & bit(hour)) != 0) {
    if ((minutes_ & bit(minute)) != 0) {
      const std::int64_t later = next_bit(seconds_, second % 60);
      if (later >= 0) return hour * 3600 + minute * 60 + later;
    }
    const std::int64_t later = next_bit(minutes_, minute + 1);
    if (later >= 0) return hour * 3600 + later * 60 + first_second;
  }
  const std::int64_t later = next_bit(hours_, hour + 1);
  return later < 0 ? kDaySeconds : later * 3600 + next_bit(minutes_, 0) * 60 + first_second;
}

// The first slot at or after `slot` that is both a multiple of `step` away from the start and admitted. The two
// conditions take turns to jump, so that work is bounded by the sparser one.
std::int64_t ClockSlots::next_slot(std::int64_t slot, std::int64_t phase, std::int64_t step) const {
  for (;;) {
    const std::int64_t past = (phase + slot) % step;
    const std::int64_t aligned = past == 0 ? slot : slot + step - past;
    if (aligned >= slots_per_day_) return slots_per_day_;
    slot = admit(aligned * unit_) / unit_;
    if (slot == aligned || slot >= slots_per_day_) return slot;
  }
}

}  // namespace kindling
