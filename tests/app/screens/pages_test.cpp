// Settings, history, search, help and the first run, used as a person uses them: by what they read on the screen.
#include <gtest/gtest.h>

#include "platform/sdl/launch.hpp"
#include "platform/sdl/picture_stage.hpp"

namespace kindling {
namespace {

class Pages : public ::testing::Test {
 protected:
  void open(bool empty) {
    LaunchOptions options;
    options.now = "2026-11-22T18:20:00+01:00";
    options.zone = "Europe/Berlin";
    options.demo = true;
    options.empty = empty;
    auto launch = Launch::make(options);
    ASSERT_TRUE(launch.has_value());
    launch_ = std::move(*launch);
    PictureOptions picture;
    picture.surroundings.reduced_motion = true;
    picture.surroundings.country = "GB";
    stage_ = std::make_unique<PictureStage>(picture, [this](const std::string& key) { return launch_->open(key); });
    stage_->settle();
  }
  void show(std::string_view screen) {
    ASSERT_TRUE(stage_->app().show(screen));
    stage_->settle();
  }
  const ui::Tree& tree() { return stage_->app().tree(); }
  bool reads(std::string_view words) {
    for (const ui::Node& node : tree().nodes) {
      if (node.name.find(words) != std::string::npos || node.value.find(words) != std::string::npos) return true;
    }
    return false;
  }
  ui::NodeId id_of(std::string_view name, ui::Role role) {
    for (const ui::Node& node : tree().nodes) {
      if (node.name == name && node.role == role) return node.id;
    }
    ADD_FAILURE() << "there is no " << name;
    return 0;
  }
  void ask(ui::Request request) {
    stage_->push(std::move(request));
    stage_->settle();
  }
  void press(std::string_view name, ui::Role role = ui::Role::button) { ask({.node = id_of(name, role)}); }
  void type(std::string_view text) {
    stage_->push(ui::TextInput{std::string(text)});
    stage_->settle();
  }
  void key(ui::Key key) {
    stage_->push(ui::KeyDown{.key = key});
    stage_->settle();
  }
  Settings settings() { return *stage_->app().home()->settings().get(); }

  std::unique_ptr<Launch> launch_;
  std::unique_ptr<PictureStage> stage_;
};

TEST_F(Pages, FirstRunPlantsWhatWasChosenAndDoesNotComeBack) {
  open(true);
  ASSERT_TRUE(reads("Small things keep a fire going"));
  press("Next");
  EXPECT_TRUE(reads("No network"));
  press("Next");
  press("Find me first", ui::Role::checkbox);
  press("I saw that", ui::Role::checkbox);
  press("Begin");
  EXPECT_TRUE(settings().first_run_done);
  EXPECT_EQ(stage_->app().home()->rituals().list()->size(), 2U);
  EXPECT_FALSE(reads("Begin with up to three"));
}

TEST_F(Pages, FirstRunTakesThreeAtMost) {
  open(true);
  press("Next");
  press("Next");
  for (const std::string_view title : {"Coats on, then stop", "Find me first", "Phones under the lid"}) {
    press(title, ui::Role::checkbox);
  }
  EXPECT_EQ(tree().find("I saw that"), nullptr) << "it can't be used";
  press("Find me first", ui::Role::checkbox);
  EXPECT_NE(tree().find(id_of("I saw that", ui::Role::checkbox)), nullptr);
}

TEST_F(Pages, FirstRunCanBeSkippedAtOnce) {
  open(true);
  press("Skip");
  EXPECT_TRUE(settings().first_run_done);
  EXPECT_TRUE(stage_->app().home()->rituals().list()->empty());
}

TEST_F(Pages, FirstRunIsNotForAHomeWithThingsInIt) {
  open(false);
  EXPECT_FALSE(reads("Small things keep a fire going"));
}

TEST_F(Pages, NamesAreKeptOnEnterAndWhenThePageIsLeft) {
  open(false);
  show("settings");
  ask({.kind = ui::Request::Kind::focus, .node = id_of("Your name", ui::Role::text_field)});
  type("Ana");
  key(ui::Key::enter);
  EXPECT_EQ(settings().own_name, "Ana");
  ask({.kind = ui::Request::Kind::focus, .node = id_of("Partner's name", ui::Role::text_field)});
  type("Jon");
  EXPECT_NE(settings().partner_name, "Jon") << "not while it is being written";
  key(ui::Key::escape);
  EXPECT_EQ(settings().partner_name, "Jon");
}

TEST_F(Pages, QuietHoursMoveByHalfAnHour) {
  open(false);
  show("settings");
  ASSERT_TRUE(settings().quiet);
  const LocalTimeRange before = *settings().quiet;
  press("More: From");
  EXPECT_EQ(settings().quiet->start.since_midnight, before.start.since_midnight + std::chrono::minutes(30));
  EXPECT_EQ(settings().quiet->end, before.end);
  press("Quiet hours", ui::Role::toggle);
  EXPECT_FALSE(settings().quiet);
}

TEST_F(Pages, LookHoldsAtOnce) {
  open(false);
  show("settings");
  press("Dark");
  EXPECT_EQ(settings().theme, Theme::dark);
  EXPECT_EQ(stage_->app().background_colour(), ui::theme(ui::ThemeName::dark).background);
  ask({.kind = ui::Request::Kind::set_number, .node = id_of("Text size", ui::Role::slider), .number = 150});
  EXPECT_EQ(settings().text_scale, 150);
}

TEST_F(Pages, LockAsksTwiceAndOpensWithThePassphraseAlone) {
  open(false);
  show("settings");
  press("Lock with a passphrase");
  const auto fill = [&](std::string_view field, const std::string& text) {
    ask({.kind = ui::Request::Kind::set_text, .node = id_of(field, ui::Role::text_field), .text = text});
  };
  fill("New passphrase", "short");
  press("Keep this passphrase");
  EXPECT_TRUE(reads("It takes 8 to 1,000 letters"));
  fill("New passphrase", "longer words");
  fill("The same again", "other words");
  press("Keep this passphrase");
  EXPECT_TRUE(reads("The two differ"));
  fill("The same again", "longer words");
  press("Keep this passphrase");
  press("Lock now");
  EXPECT_TRUE(stage_->app().locked());
  fill("Passphrase", "wrong words");
  press("Unlock");
  EXPECT_TRUE(stage_->app().locked());
  fill("Passphrase", "longer words");
  press("Unlock");
  EXPECT_FALSE(stage_->app().locked());
}

TEST_F(Pages, HistoryTakesBackTheNewest) {
  open(false);
  show("history");
  ASSERT_TRUE(reads("Take back: Reminder done"));
  press("Take back: Reminder done");
  EXPECT_TRUE(reads("Reminder done, taken back"));
}

TEST_F(Pages, HistoryDrawsTheRowsThatAreSeen) {
  open(false);
  show("history");
  const auto entries = stage_->app().home()->history().history(10'000);
  EXPECT_GT(entries->size(), 200U);
  EXPECT_LT(tree().nodes.size(), 60U);
}

TEST_F(Pages, SearchFindsAfterAPauseAndOnEnter) {
  open(false);
  show("search");
  type("pancakes");
  EXPECT_TRUE(reads("Searching"));
  stage_->wait(0.4);
  stage_->settle();
  EXPECT_FALSE(reads("Searching"));
  EXPECT_TRUE(reads("Sunday pancakes"));
  type(" zebra");
  key(ui::Key::enter);
  EXPECT_TRUE(reads("Nothing has these words"));
}

TEST_F(Pages, HelpHasTheCountrysEmergencyNumberFirst) {
  open(false);
  show("help");
  const auto index = [&](std::string_view name) {
    for (std::size_t i = 0; i < tree().nodes.size(); ++i) {
      if (tree().nodes[i].name == name) return i;
    }
    return tree().nodes.size();
  };
  EXPECT_LT(index("999"), index("0808 2000 247"));
  EXPECT_FALSE(reads("88788"));
  press("Another country");
  press("United States");
  EXPECT_TRUE(reads("88788"));
  EXPECT_FALSE(reads("999"));
  press("Hide this page now");
  EXPECT_EQ(stage_->app().window_title(), "Notes");
  EXPECT_FALSE(reads("911"));
}

}  // namespace
}  // namespace kindling
