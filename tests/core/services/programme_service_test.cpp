// The guided programmes: one thing after the other, at its owner's pace.
#include "core/services/programme_service.hpp"

#include "assets/content.hpp"
#include "core/services/safety_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/settings_record.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class ProgrammeServiceTest : public ServiceTest {
 protected:
  ProgrammeView now() {
    const auto view = service_.current();
    EXPECT_TRUE(view.has_value() && view->has_value());
    return view && *view ? **view : ProgrammeView{};
  }

  Catalogue catalogue_ = *Catalogue::load(packed_content());
  ProgrammeService service_{context(), catalogue_};
};

TEST_F(ProgrammeServiceTest, GoesOnAtItsOwnersPaceAndIsNeverBehind) {
  EXPECT_FALSE(service_.current()->has_value());
  refusal(service_.finish(), ErrorCode::not_found);
  must(service_.start(Programme::four_first_steps));
  EXPECT_EQ(now().day, 1);
  EXPECT_EQ(now().days, 28);
  EXPECT_TRUE(now().session->id.starts_with("session.four-first-steps.day-01-"));
  must(service_.finish());
  EXPECT_TRUE(now().done_today);
  EXPECT_EQ(now().day, 2);
  // Ten days later the next thing is the next one.
  home_.clock().advance(std::chrono::hours(240));
  EXPECT_FALSE(now().done_today);
  EXPECT_EQ(now().day, 2);
  must(service_.pass());
  EXPECT_EQ(now().day, 3);
  EXPECT_FALSE(now().done_today);
}

TEST_F(ProgrammeServiceTest, RestsEndsAndBeginsAgain) {
  must(service_.start(Programme::small_touches));
  EXPECT_EQ(now().days, 21);
  must(service_.pause(true));
  EXPECT_TRUE(now().paused);
  must(service_.pause(false));
  EXPECT_FALSE(now().paused);
  for (int day = 0; day < 21; ++day) must(service_.pass());
  EXPECT_FALSE(now().session.has_value());
  refusal(service_.finish());
  must(service_.start(Programme::small_touches));
  EXPECT_EQ(now().day, 1);
  must(service_.stop());
  EXPECT_FALSE(service_.current()->has_value());
  EXPECT_EQ(undo(), "stop programme");
  EXPECT_EQ(now().day, 1);
}

TEST_F(ProgrammeServiceTest, LeavesOutWhatLiesAboveACeiling) {
  must(SettingsService(context()).set_comfort(ComfortKind::touch, 1));
  must(service_.start(Programme::small_touches));
  EXPECT_LT(now().days, 21);
  while (now().session) {
    EXPECT_LE(now().session->comfort, 1);
    must(service_.pass());
  }
}

// A ceiling that moves in the middle neither repeats a day nor drops one that may still come.
TEST_F(ProgrammeServiceTest, GoesOnFromTheLastDayWhateverTheCeilingsDo) {
  SettingsService settings(context());
  must(service_.start(Programme::small_touches));
  for (int day = 0; day < 7; ++day) must(service_.pass());
  EXPECT_TRUE(now().session->id.starts_with("session.small-touches.day-08-"));
  must(settings.set_comfort(ComfortKind::touch, 1));
  EXPECT_FALSE(now().session.has_value());
  EXPECT_TRUE(now().waits);
  EXPECT_NE(refusal(service_.finish()).find("it waits"), std::string::npos);
  must(settings.set_comfort(ComfortKind::touch, 3));
  EXPECT_TRUE(now().session->id.starts_with("session.small-touches.day-08-"));
  EXPECT_EQ(now().day, 8);
  must(settings.set_comfort(ComfortKind::skin, 0));
  EXPECT_EQ(now().days, 20) << "the day of hair and laps";
  EXPECT_TRUE(now().session->id.starts_with("session.small-touches.day-08-"));
}

TEST_F(ProgrammeServiceTest, ComesOneStepCloserThanWhatFeltGoodAndWaits) {
  SettingsService settings(context());
  must(service_.start(Programme::small_touches));
  must(settings.set_felt_good(0));
  for (int day = 0; day < 5; ++day) must(service_.finish());
  EXPECT_TRUE(now().waits);
  must(settings.set_felt_good(1));
  EXPECT_EQ(now().session->comfort, 2);
  EXPECT_FALSE(now().waits);
}

TEST_F(ProgrammeServiceTest, IsNoDayShortAtItsEnd) {
  must(service_.start(Programme::four_first_steps));
  for (int day = 0; day < 28; ++day) must(service_.pass());
  EXPECT_FALSE(now().session.has_value());
  EXPECT_FALSE(now().waits);
}

// As a home has it that was written before the last day was kept.
TEST_F(ProgrammeServiceTest, CountsTheDaysOfAnOlderHome) {
  must(service_.start(Programme::four_first_steps));
  must(change_settings(context().self, Verb::finish_session, [](Settings& settings) -> Result<void> {
    settings.programme_day = 3;
    return {};
  }));
  EXPECT_EQ(now().day, 4);
  must(service_.pass());
  EXPECT_EQ(now().day, 5);
}

TEST_F(ProgrammeServiceTest, RestsWhereThisIsForOneAlone) {
  must(service_.start(Programme::four_first_steps));
  ASSERT_TRUE(SafetyService(context()).set_only_for_me(true).has_value());
  EXPECT_FALSE(service_.current()->has_value());
  refusal(service_.finish());
  refusal(service_.start(Programme::small_touches));
  ASSERT_TRUE(SafetyService(context()).set_only_for_me(false).has_value());
  EXPECT_EQ(now().day, 1);
}

}  // namespace
}  // namespace kindling
