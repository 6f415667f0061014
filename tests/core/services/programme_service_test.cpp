// The guided programmes: one thing after the other, at its owner's pace.
#include "core/services/programme_service.hpp"

#include "assets/content.hpp"
#include "core/services/settings_service.hpp"
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

}  // namespace
}  // namespace kindling
