#include "core/talk/reminiscing.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kindling {
namespace {

const LocalDate kDay = *parse_date("2026-11-20");

Id<Memory> id_of(std::uint8_t number) {
  Id<Memory> id;
  id.bytes[15] = number;
  return id;
}

TEST(Reminiscing, AsksOneQuestionBackAndOneAboutNow) {
  for (std::uint8_t i = 0; i < 200; ++i) {
    const auto asked = reminiscing_questions(id_of(i), kDay + std::chrono::days(i * 3));
    const auto back = questions_back();
    const auto now = questions_now();
    EXPECT_NE(std::find(back.begin(), back.end(), asked[0]), back.end());
    EXPECT_NE(std::find(now.begin(), now.end(), asked[1]), now.end());
  }
}

TEST(Reminiscing, StaysTheSameForADayAndVariesOverDaysAndMemories) {
  EXPECT_EQ(reminiscing_questions(id_of(1), kDay), reminiscing_questions(id_of(1), kDay));
  std::set<std::string_view> over_days;
  std::set<std::string_view> over_memories;
  for (std::uint8_t i = 0; i < 100; ++i) {
    over_days.insert(reminiscing_questions(id_of(1), kDay + std::chrono::days(i))[0]);
    over_memories.insert(reminiscing_questions(id_of(i), kDay)[1]);
  }
  EXPECT_EQ(over_days.size(), questions_back().size());
  EXPECT_EQ(over_memories.size(), questions_now().size());
}

TEST(Reminiscing, ComesToEveryMemoryWhenAnotherIsAskedFor) {
  std::set<std::size_t> seen;
  for (std::size_t turn = 0; turn < 7; ++turn) seen.insert(pick_of_the_day(7, kDay, turn));
  EXPECT_EQ(seen.size(), 7U);
}

TEST(Reminiscing, AddsWhatWasSaidUnderItsDate) {
  EXPECT_EQ(with_what_was_said("The tram \n", " shoes in hand ", "20 November 2026"),
            "The tram\n\n20 November 2026: shoes in hand");
}

}  // namespace
}  // namespace kindling
