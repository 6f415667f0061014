#include "core/services/keepsake_service.hpp"

#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class KeepsakeServiceTest : public ServiceTest {
 protected:
  KeepsakeService service_{context()};
};

TEST_F(KeepsakeServiceTest, EditsAMemoryAndTakesTheEditBack) {
  const EntityRef ref = must(service_.add_memory("The lake", day("2026-08-01")));
  must(service_.edit_memory(ref, {.text = "The lake at night", .date = day("2026-08-02")}));
  EXPECT_EQ(service_.memory(ref)->text, "The lake at night");
  EXPECT_EQ(service_.memories()->front().date, day("2026-08-02"));
  EXPECT_EQ(undo(), "edit memory 'The lake at night'");
  EXPECT_EQ(service_.memory(ref)->text, "The lake");
  EXPECT_EQ(service_.memory(ref)->date, day("2026-08-01"));
}

TEST_F(KeepsakeServiceTest, ChangesOnlyWhatIsNamed) {
  const EntityRef ref = must(service_.add_memory("The lake", day("2026-08-01")));
  must(service_.edit_memory(ref, {.text = "The sea"}));
  EXPECT_EQ(service_.memory(ref)->date, day("2026-08-01"));
  must(service_.edit_memory(ref, {.date = day("2026-08-03")}));
  EXPECT_EQ(service_.memory(ref)->text, "The sea");
}

TEST_F(KeepsakeServiceTest, RefusesAnEmptyMemoryAndOneOfTheFuture) {
  const EntityRef ref = must(service_.add_memory("The lake", {}));
  refusal(service_.edit_memory(ref, {.text = " \n"}));
  refusal(service_.edit_memory(ref, {.date = day("2026-11-23")}));
  EXPECT_EQ(service_.memory(ref)->text, "The lake");
}

TEST_F(KeepsakeServiceTest, FindsAnEditedMemoryByItsNewDay) {
  const EntityRef ref = must(service_.add_memory("The lake", day("2025-11-21")));
  EXPECT_TRUE(service_.on_this_day(day("2026-11-22"))->empty());
  must(service_.edit_memory(ref, {.date = day("2025-11-22")}));
  EXPECT_EQ(service_.on_this_day(day("2026-11-22"))->size(), 1U);
}

TEST_F(KeepsakeServiceTest, GivesTheNewestFewAlone) {
  for (const char* date : {"2026-08-01", "2026-10-03", "2026-09-02"}) must(service_.add_memory(date, day(date)));
  must(service_.appreciate("You waited"));
  const auto latest = service_.latest_memories(2);
  ASSERT_EQ(latest->size(), 2U);
  EXPECT_EQ(latest->front().text, "2026-10-03");
  EXPECT_EQ(latest->back().text, "2026-09-02");
  EXPECT_EQ(service_.latest_appreciations(3)->size(), 1U);
}

TEST_F(KeepsakeServiceTest, RemovesEachKindAndBringsItBack) {
  const EntityRef memory = must(service_.add_memory("The lake", {}));
  const EntityRef appreciation = must(service_.appreciate("You waited"));
  const EntityRef answer = must(service_.answer_prompt("prompt.play.song", "Ours"));
  must(service_.remove_memory(memory));
  must(service_.remove_appreciation(appreciation));
  must(service_.remove_answer(answer));
  EXPECT_TRUE(service_.memories()->empty() && service_.appreciations()->empty() && service_.answers()->empty());
  refusal(service_.remove_memory(memory), ErrorCode::not_found);
  EXPECT_EQ(undo(), "remove answer");
  EXPECT_EQ(undo(), "remove appreciation 'You waited'");
  EXPECT_EQ(undo(), "remove memory 'The lake'");
  EXPECT_EQ(service_.answer(answer)->text, "Ours");
  EXPECT_EQ(service_.appreciations()->size(), 1U);
  EXPECT_EQ(service_.memories()->size(), 1U);
}

}  // namespace
}  // namespace kindling
