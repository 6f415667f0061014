// Schedules in words: whatever is read is a rule that can be read, and its own words say the same again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "core/recurrence/phrase.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  const LocalDate today{std::chrono::year(2026) / 11 / 22};
  const auto phrase = read_phrase(std::string_view(reinterpret_cast<const char*>(data), size), today);
  if (!phrase) return 0;
  if (!phrase->rule.empty() && !parse_rule(phrase->rule)) std::abort();
  const auto again = read_phrase(phrase_of(*phrase, today), today);
  if (!again || !(*again == *phrase)) std::abort();
  return 0;
}
