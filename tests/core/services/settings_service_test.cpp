#include "core/services/settings_service.hpp"

#include "core/services/exchange_service.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

class SettingsServiceTest : public ServiceTest {
 protected:
  Settings settings() { return service_.get().value(); }
  SettingsService service_{context()};
};

TEST_F(SettingsServiceTest, HasNothingChosenAtFirst) {
  const Settings fresh = settings();
  EXPECT_TRUE(fresh.own_name.empty() && fresh.partner_name.empty());
  EXPECT_FALSE(fresh.theme || fresh.text_scale || fresh.motion || fresh.clock || fresh.week_start || fresh.lock_after);
  EXPECT_FALSE(fresh.discreet_title || fresh.first_run_done);
}

TEST_F(SettingsServiceTest, KeepsAllOfAnEditAsOneStep) {
  must(service_.edit({.own_name = " Mia ",
                      .partner_name = "Jo",
                      .theme = Theme::contrast,
                      .text_scale = 130,
                      .motion = Motion::reduced,
                      .clock = ClockFace::h12,
                      .week_start = WeekStart::saturday,
                      .discreet_title = true,
                      .lock_after = 5,
                      .first_run_done = true}));
  const Settings kept = settings();
  EXPECT_EQ(kept.own_name, "Mia");
  EXPECT_EQ(kept.partner_name, "Jo");
  EXPECT_EQ(kept.theme, Theme::contrast);
  EXPECT_EQ(kept.text_scale, 130);
  EXPECT_EQ(kept.motion, Motion::reduced);
  EXPECT_EQ(kept.clock, ClockFace::h12);
  EXPECT_EQ(kept.week_start, WeekStart::saturday);
  EXPECT_EQ(kept.lock_after, 5);
  EXPECT_TRUE(kept.discreet_title && kept.first_run_done);
  EXPECT_EQ(undo(), "change settings");
  EXPECT_EQ(to_fields(settings()), to_fields(load_settings(TestHome(2, true).self().tables())));
}

TEST_F(SettingsServiceTest, ChangesOnlyWhatIsNamed) {
  must(service_.edit({.own_name = "Mia", .theme = Theme::dark, .lock_after = 5}));
  must(service_.edit({.theme = Theme::system, .lock_after = 0}));
  EXPECT_EQ(settings().own_name, "Mia");
  EXPECT_EQ(settings().theme, Theme::system);
  EXPECT_EQ(settings().lock_after, std::nullopt);
  must(service_.edit({.own_name = ""}));
  EXPECT_EQ(settings().own_name, "");
}

TEST_F(SettingsServiceTest, RefusesWhatIsOutOfItsLimitsAndChangesNothing) {
  const std::string sixty_umlauts = [] {
    std::string name;
    for (int i = 0; i < 60; ++i) name += "ü";
    return name;
  }();
  must(service_.edit({.own_name = sixty_umlauts}));
  refusal(service_.edit({.own_name = sixty_umlauts + "x"}));
  refusal(service_.edit({.partner_name = "two\nlines", .theme = Theme::dark}));
  refusal(service_.edit({.text_scale = 84}));
  refusal(service_.edit({.text_scale = 201}));
  refusal(service_.edit({.lock_after = 121}));
  refusal(service_.edit({.lock_after = -1}));
  EXPECT_EQ(settings().theme, std::nullopt);
}

TEST_F(SettingsServiceTest, WritesNoFieldThatNobodyChose) {
  must(service_.edit({.theme = Theme::dark}));
  EXPECT_EQ(home_.self().log().count(), 1U) << "a default would win over what another device chose meanwhile";
}

TEST_F(SettingsServiceTest, BeginsAnewWhereTheFirstChoiceWasTakenBack) {
  must(service_.edit({.own_name = "Anna", .theme = Theme::dark}));
  EXPECT_EQ(undo(), "change settings");
  must(service_.edit({.text_scale = 120}));
  EXPECT_EQ(settings().own_name, "") << "it was taken back, and nobody chose it again";
  EXPECT_EQ(settings().theme, std::nullopt);
  EXPECT_EQ(settings().text_scale, 120);
  EXPECT_EQ(undo(), "change settings");
  EXPECT_EQ(settings().text_scale, std::nullopt);
}

TEST_F(SettingsServiceTest, LeavesWhatANewerVersionChoseAsItIs) {
  constexpr std::int64_t kSepia = 4;  // a theme that this version doesn't know
  constexpr FieldNumber kTheme = 22;
  constexpr FieldNumber kUnknown = 900;
  ASSERT_TRUE(home_.self().transact(Verb::change_settings, [&](Writer& writer) -> Result<void> {
    writer.set(Settings::kKind, settings_id().bytes, kTheme, kSepia);
    writer.set(Settings::kKind, settings_id().bytes, kUnknown, std::string("tartan"));
    return {};
  }));
  EXPECT_EQ(settings().theme.value_or(Theme::system), Theme::system);
  must(service_.edit({.own_name = "Mia"}));
  must(service_.set_comfort(ComfortKind::touch, 4));
  EXPECT_EQ(home_.self().tables().cell(settings_id().bytes, kTheme)->value, FieldValue(kSepia));
  EXPECT_EQ(home_.self().tables().cell(settings_id().bytes, kUnknown)->value, FieldValue(std::string("tartan")));
}

TEST_F(SettingsServiceTest, KeepsASortOfTouchBelowTouch) {
  must(service_.set_comfort(ComfortKind::touch, 2));
  EXPECT_EQ(settings().ceiling(ComfortKind::kisses), 2) << "as touch";
  must(service_.set_comfort(ComfortKind::kisses, 1));
  must(service_.set_comfort(ComfortKind::hugs, 5));
  EXPECT_EQ(settings().ceiling(ComfortKind::kisses), 1);
  EXPECT_EQ(settings().ceiling(ComfortKind::hugs), 2);
  must(service_.set_comfort(ComfortKind::kisses, std::nullopt));
  EXPECT_EQ(settings().ceiling(ComfortKind::kisses), 2);
  refusal(service_.set_comfort(ComfortKind::skin, 7));
  refusal(service_.set_partner_comfort(ComfortKind::touch, -1));
  refusal(service_.set_felt_good(7));
}

TEST_F(SettingsServiceTest, TravelsInAnExport) {
  must(service_.edit({.own_name = "Mia", .theme = Theme::dark, .text_scale = 150, .discreet_title = true}));
  must(service_.set_comfort(ComfortKind::lying, 1));
  must(service_.set_partner_comfort(ComfortKind::touch, 2));
  must(service_.set_felt_good(1));
  must(service_.set_touch_rests(true));
  const Catalogue none;
  const auto json = ExchangeService(context(), none).export_json();
  ASSERT_TRUE(json.has_value());
  TestHome other(2, true);
  ASSERT_TRUE(ExchangeService(other.context(), none).import_json(*json).has_value());
  EXPECT_EQ(to_fields(SettingsService(other.context()).get().value()), to_fields(settings()));
}

}  // namespace
}  // namespace kindling
