#include "core/talk/reminiscing.hpp"

#include <cstdint>

#include "core/base/text.hpp"

namespace kindling {
namespace {

constexpr std::array<std::string_view, 14> kBack{"What do you see first when you think of it?",
                                                 "What was just before, and what came right after?",
                                                 "Which smell, sound or taste belongs to it?",
                                                 "What did your partner wear, say or do that you still know?",
                                                 "What do you remember that the other may have forgotten?",
                                                 "Who else was there, or nearly there?",
                                                 "What nearly went wrong?",
                                                 "What was the light like, and how warm was it?",
                                                 "What made you laugh, even if it was only a little?",
                                                 "What were you thinking that you didn't say then?",
                                                 "How did you get there, and how did you get home?",
                                                 "What was new about it for you?",
                                                 "What would a photo of it not have shown?",
                                                 "When did you notice that this was a good moment?"};
constexpr std::array<std::string_view, 14> kNow{"What did you like about your partner that day?",
                                                "What of it would you like to have again, even in small?",
                                                "What does it say about the two of you?",
                                                "What has stayed with you because of it?",
                                                "Whom would you like to tell about it?",
                                                "What would the two of you then think of the two of you now?",
                                                "What did your partner do for you that day?",
                                                "Which part of it could fit into next week?",
                                                "What do you understand about it now that you didn't then?",
                                                "What would you thank your partner for?",
                                                "What were you proud of, about yourself or the other?",
                                                "If you told it to a friend, where would you begin?",
                                                "What had to happen so that you two were there together?",
                                                "What would be missing if that day had never been?"};

// SplitMix64's finalizer (Steele et al. 2014).
std::uint64_t scattered(std::uint64_t number) noexcept {
  number += 0x9E3779B97F4A7C15ULL;
  number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9ULL;
  number = (number ^ (number >> 27)) * 0x94D049BB133111EBULL;
  return number ^ (number >> 31);
}

std::uint64_t number_of(LocalDate date) noexcept { return static_cast<std::uint64_t>(date.time_since_epoch().count()); }

}  // namespace

std::span<const std::string_view> questions_back() noexcept { return kBack; }
std::span<const std::string_view> questions_now() noexcept { return kNow; }

std::array<std::string_view, 2> reminiscing_questions(const Id<Memory>& memory, LocalDate today) noexcept {
  std::uint64_t mixed = number_of(today);
  for (const std::uint8_t byte : memory.bytes) mixed = scattered(mixed ^ byte);
  return {kBack[mixed % kBack.size()], kNow[scattered(mixed) % kNow.size()]};
}

std::size_t pick_of_the_day(std::size_t count, LocalDate today, std::size_t turn) noexcept {
  return static_cast<std::size_t>((scattered(number_of(today)) + turn) % count);
}

std::string with_what_was_said(std::string_view memory, std::string_view said, std::string_view when) {
  return std::string(trim(memory)) + "\n\n" + std::string(when) + ": " + std::string(trim(said));
}

}  // namespace kindling
