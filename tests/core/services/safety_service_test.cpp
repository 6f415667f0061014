#include "core/services/safety_service.hpp"

#include "assets/content.hpp"
#include "core/services/history_service.hpp"
#include "core/services/today_service.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class SafetyServiceTest : public ServiceTest {};

TEST_F(SafetyServiceTest, OffersNothingForTwoWhereItIsForOneAlone) {
  const Catalogue catalogue = *Catalogue::load(packed_content());
  SafetyService safety(context());
  TodayService today(context(), catalogue);
  EXPECT_FALSE(safety.only_for_me());
  EXPECT_TRUE(today.today()->affection.has_value() && today.today()->prompt.has_value());
  EXPECT_TRUE(safety.set_only_for_me(true).has_value());
  EXPECT_TRUE(safety.only_for_me());
  EXPECT_FALSE(today.today()->affection.has_value() || today.today()->prompt.has_value());
  EXPECT_TRUE(safety.set_only_for_me(false).has_value());
  EXPECT_TRUE(today.today()->affection.has_value());
}

TEST_F(SafetyServiceTest, LeavesNoTraceInTheHistory) {
  EXPECT_TRUE(SafetyService(context()).set_only_for_me(true).has_value());
  EXPECT_TRUE(HistoryService(context()).history(10)->empty());
  EXPECT_EQ(context().self.log().count(), 0U);
}

}  // namespace
}  // namespace kindling
