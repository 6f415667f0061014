// How close a suggestion may come.
#include "core/library/comfort_bounds.hpp"

#include <gtest/gtest.h>

#include "core/library/content_rules.hpp"
#include "tests/support/content_builder.hpp"

namespace kindling {
namespace {

Content touch(int comfort, std::vector<TouchKind> sorts) {
  Content content = piece("gesture.touch.some", ContentKind::gesture, comfort);
  content.category = "touch";
  content.step = Step::touch;
  content.touch = std::move(sorts);
  return content;
}
Content hug(int comfort) { return touch(comfort, {TouchKind::hugs}); }

TEST(ComfortBounds, TakeTheLowerOfTheTwoCeilingsThatAreKnown) {
  Settings settings;
  EXPECT_TRUE(allows(bounds_of(settings), hug(kComfortDefault)));
  EXPECT_FALSE(allows(bounds_of(settings), hug(kComfortDefault + 1)));
  settings.comfort_touch = 4;
  EXPECT_TRUE(allows(bounds_of(settings), hug(4)));
  settings.partner(ComfortKind::touch) = 2;
  EXPECT_TRUE(allows(bounds_of(settings), hug(2)));
  EXPECT_FALSE(allows(bounds_of(settings), hug(3)));
  settings.partner(ComfortKind::touch) = 6;
  EXPECT_TRUE(allows(bounds_of(settings), hug(4)));
  EXPECT_FALSE(allows(bounds_of(settings), hug(5)));
}

TEST(ComfortBounds, HoldEachSortOfTouchToItsOwnCeiling) {
  Settings settings;
  settings.comfort_touch = 4;
  settings.comfort(ComfortKind::kisses) = 1;
  const ComfortBounds bounds = bounds_of(settings);
  EXPECT_TRUE(allows(bounds, hug(4)));
  EXPECT_FALSE(allows(bounds, touch(2, {TouchKind::kisses})));
  EXPECT_FALSE(allows(bounds, touch(2, {TouchKind::hands, TouchKind::kisses}))) << "all sorts that it may come to";
  EXPECT_TRUE(allows(bounds, touch(1, {TouchKind::kisses})));
  settings.comfort(ComfortKind::hugs) = 6;
  EXPECT_EQ(bounds_of(settings).ceiling(ComfortKind::hugs), 4) << "never above that of touch";
  settings.partner(ComfortKind::hugs) = 0;
  EXPECT_FALSE(allows(bounds_of(settings), hug(1)));
}

TEST(ComfortBounds, ComeAtMostOneStepAboveWhatLastFeltGood) {
  Settings settings;
  settings.comfort_touch = 4;
  EXPECT_EQ(bounds_of(settings).closest_touch(), 4) << "nothing was marked";
  settings.felt_good = 1;
  EXPECT_EQ(bounds_of(settings).closest_touch(), 2);
  EXPECT_TRUE(allows(bounds_of(settings), hug(2)));
  EXPECT_FALSE(allows(bounds_of(settings), hug(3)));
  EXPECT_FALSE(allows(bounds_of(settings), piece("rung.faces.a", ContentKind::rung, 3)));
  EXPECT_FALSE(allows(bounds_of(settings), piece("gesture.words.a", ContentKind::gesture, 3)));
  Content session = piece("session.small-touches.day-15", ContentKind::session, 3);
  session.step = Step::touch;
  EXPECT_FALSE(allows(bounds_of(settings), session));
  EXPECT_TRUE(allows(bounds_of(settings), piece("prompt.play.a", ContentKind::prompt, 3))) << "talk is no touch";
  settings.felt_good = 6;
  EXPECT_EQ(bounds_of(settings).closest_touch(), 4) << "the ceiling still holds";
}

// A date in the back row may come to a kiss, though it doesn't say so.
TEST(ComfortBounds, HoldWhatDoesntSayItsSortsToTheLowestOfThem) {
  Settings settings;
  settings.comfort_touch = settings.comfort_time = 4;
  EXPECT_TRUE(allows(bounds_of(settings), piece("date.home.back-row", ContentKind::date, 4)));
  settings.comfort(ComfortKind::kisses) = 1;
  EXPECT_FALSE(allows(bounds_of(settings), piece("date.home.back-row", ContentKind::date, 4)));
  EXPECT_FALSE(allows(bounds_of(settings), piece("date.home.back-row", ContentKind::date, 3)));
  EXPECT_TRUE(allows(bounds_of(settings), piece("date.home.map", ContentKind::date, 2)));
  settings = Settings{};
  settings.comfort_time = 4;
  settings.felt_good = 1;
  EXPECT_FALSE(allows(bounds_of(settings), piece("date.home.back-row", ContentKind::date, 3)));
  settings.felt_good.reset();
  settings.touch_rests = true;
  EXPECT_FALSE(allows(bounds_of(settings), piece("date.home.back-row", ContentKind::date, 3)));
  EXPECT_TRUE(allows(bounds_of(settings), piece("date.home.map", ContentKind::date, 2)));
}

TEST(ComfortBounds, LetTouchRestAndNothingElse) {
  Settings settings;
  settings.touch_rests = true;
  EXPECT_FALSE(allows(bounds_of(settings), hug(1)));
  EXPECT_FALSE(allows(bounds_of(settings), piece("rung.beside.a", ContentKind::rung, 0)));
  EXPECT_TRUE(allows(bounds_of(settings), piece("gesture.words.a", ContentKind::gesture, 2)));
  EXPECT_TRUE(allows(bounds_of(settings), piece("prompt.play.a", ContentKind::prompt, 2)));
}

TEST(ComfortBounds, KeepAdultContentBackUntilBothWantIt) {
  Settings settings;
  settings.comfort_touch = settings.comfort_talk = settings.comfort_time = kComfortLimit;
  Content intimate = piece("prompt.intimacy.a", ContentKind::prompt, 0);
  intimate.category = "intimacy";
  Content sensual = hug(kAdultComfort);
  sensual.adult = true;
  for (const bool own : {false, true}) {
    settings.adult = own;
    EXPECT_FALSE(allows(bounds_of(settings), sensual)) << "the partner's switch is unknown";
    EXPECT_FALSE(allows(bounds_of(settings), intimate));
    EXPECT_FALSE(allows(bounds_of(settings), hug(kAdultComfort))) << "whatever the piece says of itself";
  }
  ComfortBounds both = bounds_of(settings);
  both.adult = true;
  EXPECT_TRUE(allows(both, sensual));
  EXPECT_TRUE(allows(both, intimate));
}

TEST(ComfortBounds, TakeNoArticleAway) {
  Settings settings;
  settings.comfort_touch = settings.comfort_talk = settings.comfort_time = 0;
  EXPECT_TRUE(allows(bounds_of(settings), piece("article.touch.a", ContentKind::article, 3)));
}

}  // namespace
}  // namespace kindling
