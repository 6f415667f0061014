#include "core/recurrence/expander.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace kindling {
namespace {

constexpr DayNumber kFirstDay = day_number(LocalDate(std::chrono::year(1) / 1 / 1));
constexpr DayNumber kLastDay = day_number(LocalDate(std::chrono::year(kLastYear) / 12 / 31));
constexpr std::size_t kDayBatch = 32;

std::int64_t seconds_of(LocalDateTime time) noexcept { return time.time_since_epoch().count(); }

DayNumber day_of(std::int64_t wall) noexcept { return static_cast<DayNumber>(floor_divide(wall, kDaySeconds)); }

// A wall time that any arithmetic here can bear.
std::int64_t clamped(LocalDateTime time) noexcept {
  return std::clamp(seconds_of(time), kFirstDay * kDaySeconds, (kLastDay + 1) * kDaySeconds - 1);
}

}  // namespace

Expander::Expander(const Rule& rule, LocalDateTime start, LocalDateTime from, LocalDateTime last)
    : rule_(rule),
      filter_(rule, day_of(clamped(start))),
      interval_(std::max(1, rule.interval)),
      start_(clamped(start)),
      from_(std::max(start_, clamped(from))),
      last_(clamped(last)),
      last_day_(day_of(last_)),
      remaining_(rule.count ? *rule.count : std::numeric_limits<std::int64_t>::max()) {
  at_end_ = seconds_of(start) != start_ || seconds_of(last) < start_ || seconds_of(from) > last_ || remaining_ <= 0;
  if (at_end_) return;
  by_position_ = !rule.by_set_pos.empty();
  if (rule.frequency < Frequency::daily) {
    stream_ = Stream::clock;
    slots_.emplace(rule, start_);
    at_end_ = slots_->never();
  } else {
    times_ = times_of_day(rule, start_);
  }
  if (rule.frequency == Frequency::daily && by_position_) {
    // Each day holds the same set: choose once.
    std::vector<std::int32_t> chosen;
    for (const std::size_t index : positions_in(rule.by_set_pos, times_.size())) chosen.push_back(times_[index]);
    times_ = std::move(chosen);
    by_position_ = false;
  }
  if (stream_ != Stream::clock && times_.empty()) at_end_ = true;
  if (!at_end_) begin_at(day_of(from_));
}

// Sets the period of DTSTART and jumps to the one that holds `from_day` where nothing has to be counted on the way.
void Expander::begin_at(DayNumber from_day) {
  const DayNumber start_day = day_of(start_);
  std::int64_t periods = 0;
  switch (rule_.frequency) {
    case Frequency::daily:
      stream_ = Stream::days;
      period_ = start_day;
      periods = (from_day - start_day) / interval_;
      break;
    case Frequency::weekly:
      stream_ = Stream::weeks;
      period_ = start_day - (weekday_of(start_day) - static_cast<int>(rule_.week_start.c_encoding()) + 7) % 7;
      choose_weekdays();
      periods = (from_day - period_) / (7 * interval_);
      break;
    case Frequency::monthly:
      stream_ = Stream::months;
      period_ = MonthPage::holding(start_day).index();
      periods = (MonthPage::holding(from_day).index() - period_) / interval_;
      break;
    case Frequency::yearly:
      stream_ = Stream::years;
      period_ = MonthPage::holding(start_day).year;
      periods = (MonthPage::holding(from_day).year - period_) / interval_;
      break;
    default: {
      const bool counted = rule_.count.has_value();
      period_ = counted ? start_day : from_day;
      const std::int64_t first = counted ? start_ : from_;
      const auto day = next_admitted(static_cast<DayNumber>(period_));
      if (!day) {
        at_end_ = true;
        return;
      }
      period_ = *day;
      // This day may hold nothing; fill_from_clock then looks further.
      static_cast<void>(slots_->enter(*day, *day == day_of(first) ? floor_modulo(first, kDaySeconds) : 0));
      return;
    }
  }
  skip_periods(periods);
}

void Expander::skip_periods(std::int64_t periods) {
  if (periods <= 0) return;
  if (rule_.count) {
    if (!closed_form()) return;
    const std::int64_t days = stream_ == Stream::days ? 1 : week_day_count_;
    remaining_ -= periods * days * static_cast<std::int64_t>(times_.size()) - missing_in_first_period();
    if (remaining_ <= 0) at_end_ = true;
  }
  period_ += periods * interval_ * (stream_ == Stream::weeks ? 7 : 1);
}

// True where each period holds the same number of occurrences, so that COUNT can be computed instead of walked.
bool Expander::closed_form() const {
  if (stream_ == Stream::days) return filter_.admits_all();
  return stream_ == Stream::weeks && !filter_.limits_months() && !by_position_;
}

// How many times of the first period lie before DTSTART and so were never counted.
std::int64_t Expander::missing_in_first_period() const {
  const std::int64_t second = floor_modulo(start_, kDaySeconds);
  const std::int64_t earlier_times = std::lower_bound(times_.begin(), times_.end(), second) - times_.begin();
  if (stream_ == Stream::days) return earlier_times;
  std::int64_t missing = 0;
  for (int i = 0; i < week_day_count_; ++i) {
    const std::int64_t day = period_ + week_days_[static_cast<std::size_t>(i)];
    if (day < day_of(start_)) missing += static_cast<std::int64_t>(times_.size());
    if (day == day_of(start_)) missing += earlier_times;
  }
  return missing;
}

void Expander::choose_weekdays() {
  for (int offset = 0; offset < 7; ++offset) {
    const unsigned day = (rule_.week_start.c_encoding() + static_cast<unsigned>(offset)) % 7;
    if (((filter_.weekdays() >> day) & 1U) != 0)
      week_days_[static_cast<std::size_t>(week_day_count_++)] = static_cast<std::int8_t>(offset);
  }
}

bool Expander::next_block() {
  while (!at_end_) {
    index_ = 0;
    size_ = 0;
    at_end_ = !fill_walls();
    block_ = std::min(2 * block_, kLargestBlock);
    clip();
    if (index_ < size_) return true;
  }
  index_ = size_;
  return false;
}

// Leaves of the block what lies between the limits. What is before DTSTART doesn't count; what is before the window
// does.
void Expander::clip() {
  const auto place_of = [&](std::int64_t wall) {
    return static_cast<std::size_t>(std::lower_bound(walls_.begin(), walls_.begin() + size_, wall) - walls_.begin());
  };
  if (size_ > 0 && walls_[0] < start_) index_ = place_of(start_);
  const auto counted = static_cast<std::int64_t>(size_ - index_);
  if (counted > remaining_) {
    size_ = index_ + static_cast<std::size_t>(remaining_);
    at_end_ = true;
  }
  remaining_ -= std::min(counted, remaining_);
  if (index_ < size_ && walls_[size_ - 1] > last_) {
    size_ = std::max(index_, place_of(last_ + 1));
    at_end_ = true;
  }
  if (index_ < size_ && walls_[index_] < from_) index_ = place_of(from_);
}

bool Expander::fill_walls() {
  if (stream_ == Stream::clock) return fill_from_clock();
  return by_position_ ? fill_from_chosen() : fill_from_days();
}

bool Expander::fill_from_clock() {
  while (size_ < block_) {
    if (const auto wall = slots_->next()) {
      walls_[size_++] = *wall;
      continue;
    }
    const auto day = next_admitted(static_cast<DayNumber>(period_ + 1));
    if (!day) return false;
    period_ = *day;
    static_cast<void>(slots_->enter(*day, 0));
  }
  return true;
}

bool Expander::fill_from_chosen() {
  while (size_ < block_) {
    if (chosen_index_ < chosen_.size()) {
      walls_[size_++] = chosen_[chosen_index_++];
    } else if (fill()) {
      choose_positions();
    } else {
      return false;
    }
  }
  return true;
}

bool Expander::fill_from_days() {
  while (size_ < block_) {
    if (day_index_ == day_count_ && !fill()) return false;
    walls_[size_++] = days_[day_index_] * kDaySeconds + times_[time_index_];
    if (++time_index_ == times_.size()) {
      time_index_ = 0;
      ++day_index_;
    }
  }
  return true;
}

bool Expander::fill() {
  day_index_ = 0;
  day_count_ = 0;
  switch (stream_) {
    case Stream::days: return fill_days();
    case Stream::weeks: return fill_weeks();
    case Stream::months: return fill_months();
    case Stream::years: return fill_years();
    case Stream::clock: break;
  }
  return false;
}

bool Expander::fill_days() {
  if (filter_.admits_all()) {
    for (; day_count_ < kDayBatch && period_ <= last_day_; period_ += interval_)
      days_[day_count_++] = static_cast<DayNumber>(period_);
    return day_count_ > 0;
  }
  while (period_ <= last_day_) {
    const auto day = next_admitted(static_cast<DayNumber>(period_));
    if (!day) return false;
    const std::int64_t past = (*day - period_) % interval_;
    if (past == 0) {
      days_[day_count_++] = *day;
      period_ = *day + interval_;
      return true;
    }
    period_ = *day + interval_ - past;
  }
  return false;
}

bool Expander::fill_weeks() {
  for (; day_count_ == 0 && period_ <= last_day_; period_ += 7 * interval_) {
    for (int i = 0; i < week_day_count_; ++i) {
      const DayNumber day = static_cast<DayNumber>(period_) + week_days_[static_cast<std::size_t>(i)];
      if (!filter_.limits_months() || filter_.admits_month(MonthPage::holding(day).month)) days_[day_count_++] = day;
    }
  }
  return day_count_ > 0;
}

bool Expander::fill_months() {
  for (; day_count_ == 0; period_ += interval_) {
    const MonthPage page = MonthPage::of_index(static_cast<int>(period_));
    if (page.first_day > last_day_) return false;
    add_month(page);
  }
  return true;
}

bool Expander::fill_years() {
  for (; day_count_ == 0; period_ += interval_) {
    const int first = static_cast<int>(12 * period_);
    if (period_ > kLastYear || MonthPage::of_index(first).first_day > last_day_) return false;
    for (int month = 1; month <= 12; ++month) {
      if (filter_.admits_month(month)) add_month(MonthPage::of_index(first + month - 1));
    }
  }
  return true;
}

void Expander::add_month(const MonthPage& page) {
  for (DayBits bits = filter_.days_of(page); bits != 0; bits &= bits - 1)
    days_[day_count_++] = page.first_day + std::countr_zero(bits);
}

// BYSETPOS chooses from the whole set of the period: its days times the times of a day.
void Expander::choose_positions() {
  chosen_.clear();
  chosen_index_ = 0;
  for (const std::size_t index : positions_in(rule_.by_set_pos, day_count_ * times_.size()))
    chosen_.push_back(days_[index / times_.size()] * kDaySeconds + times_[index % times_.size()]);
}

// The first day at or after `day` that the filter admits, by whole months; none after the last day.
std::optional<DayNumber> Expander::next_admitted(DayNumber day) {
  while (day <= last_day_) {
    if (filter_.admits_all()) return day;
    if (!has_page_ || day < page_.first_day || day >= page_.first_day + page_.length) {
      page_ = MonthPage::holding(day);
      page_bits_ = filter_.days_of(page_);
      has_page_ = true;
    }
    const DayBits rest = page_bits_ & (~DayBits{0} << (day - page_.first_day));
    if (rest != 0) {
      const DayNumber found = page_.first_day + std::countr_zero(rest);
      if (found > last_day_) return std::nullopt;
      return found;
    }
    day = page_.first_day + page_.length;
  }
  return std::nullopt;
}

}  // namespace kindling
