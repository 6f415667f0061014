// Times as people write them: whatever is read prints and reads again as the same.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/base/time.hpp"

namespace {

// Prints what was read and reads it again.
template <class Value, class Read, class Print>
void check(const kindling::Result<Value>& read, Read&& again, Print&& print) {
  if (!read) return;
  const auto second = again(print(*read));
  if (!second || !(*second == *read)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto print = [](const auto& value) { return to_string(value); };
  check(parse_date(text), parse_date, print);
  check(parse_time(text), parse_time, print);
  check(parse_time_range(text), parse_time_range, print);
  check(parse_date_time(text), parse_date_time, print);
  check(parse_length(text), parse_length, [](std::chrono::minutes length) { return length_to_string(length); });
  if (const auto instant = parse_instant(text)) {
    // Printing leaves out what is below a second.
    const auto again = parse_instant(to_utc_string(*instant));
    if (!again || *again != std::chrono::floor<std::chrono::seconds>(*instant)) {
      const auto year = static_cast<int>(
          calendar(LocalDate(std::chrono::floor<std::chrono::days>(*instant).time_since_epoch())).year());
      // An offset may carry the last evening of the last year over its end.
      if (year >= kFirstYear && year <= kLastYear) std::abort();
    }
  }
  return 0;
}
