// Feeds foreign bytes to the rule parser and the expander. The first eight bytes choose DTSTART, kind and window; the
// rest is the text of a rule. Nothing may crash or hang, and what is printed must read back as the same rule.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/recurrence/schedule.hpp"

namespace {

using namespace kindling;

constexpr std::size_t kHeaderSize = 8;
constexpr std::size_t kLimit = 500;

// A zone with one gap and one overlap a year, without any file.
class TwoOffsets final : public TimeZone {
 public:
  [[nodiscard]] const std::string& name() const override { return name_; }
  [[nodiscard]] const ZonePeriod& period_at(std::chrono::sys_seconds instant) const override {
    const auto year = std::chrono::year_month_day(std::chrono::floor<std::chrono::days>(instant)).year();
    if (instant < change(year, 3)) return keep(change(year - std::chrono::years(1), 10), change(year, 3), false);
    if (instant < change(year, 10)) return keep(change(year, 3), change(year, 10), true);
    return keep(change(year, 10), change(year + std::chrono::years(1), 3), false);
  }

 private:
  static std::chrono::sys_seconds change(std::chrono::year year, int month) {
    return std::chrono::sys_days(year / month / 28) + std::chrono::hours(1);
  }
  // The last few stay, because callers hold on to neighbours.
  const ZonePeriod& keep(std::chrono::sys_seconds begin, std::chrono::sys_seconds end, bool summer) const {
    next_ = (next_ + 1) % 8;
    kept_[next_] = {begin, end, std::chrono::hours(summer ? 2 : 1), summer, summer ? "SUM" : "WIN"};
    return kept_[next_];
  }

  std::string name_ = "Test/Two_Offsets";
  mutable ZonePeriod kept_[8];
  mutable std::size_t next_ = 0;
};

void require(bool holds) {
  if (!holds) std::abort();
}

void check_expansion(const Schedule& schedule, LocalDateTime from, LocalDateTime to) {
  const TwoOffsets zone;
  const auto found = occurrences(schedule, zone, from, to, kLimit);
  for (std::size_t i = 0; i < found.size(); ++i) {
    require(found[i].nominal >= from && found[i].nominal < to);
    require(i == 0 || found[i - 1].nominal < found[i].nominal);
    require(found[i].local >= found[i].nominal);
  }
  const auto next = next_occurrence(schedule, zone, std::chrono::sys_seconds(from.time_since_epoch()));
  require(!next || next->utc >= std::chrono::sys_seconds(from.time_since_epoch()));
  const auto fit = normalised(schedule);
  if (fit) require(fit->start >= schedule.start || schedule.kind == ScheduleKind::date);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  if (size < kHeaderSize) return 0;
  const auto rule = parse_rule({reinterpret_cast<const char*>(bytes) + kHeaderSize, size - kHeaderSize});
  if (!rule) {
    require(!rule.error().message.empty());
    return 0;
  }
  const auto again = parse_rule(to_string(*rule));
  require(again.has_value() && *again == *rule);

  Schedule schedule;
  schedule.rule = *rule;
  schedule.kind = static_cast<ScheduleKind>(bytes[0] % 3);
  if (schedule.kind == ScheduleKind::zoned) schedule.zone = "Test/Two_Offsets";
  const int days = (bytes[1] << 8 | bytes[2]) % 109'000;  // within 1900 to 2199
  const int seconds = (bytes[3] << 8 | bytes[4]) % 43'200 * 2;
  schedule.start = LocalDateTime(LocalDate(std::chrono::year(1900) / 1 / 1) + std::chrono::days(days)) +
                   std::chrono::seconds(seconds);
  const LocalDateTime from = schedule.start + std::chrono::days(bytes[5] * 16);
  const LocalDateTime to = from + std::chrono::days((bytes[6] << 8 | bytes[7]) + 1);
  check_expansion(schedule, from, to);
  return 0;
}
