#include "core/library/catalogue.hpp"

#include <gtest/gtest.h>

#include <array>

#include "core/library/content_pack.hpp"
#include "tests/support/content_builder.hpp"

namespace kindling {
namespace {

TEST(Catalogue, FindsByIdAndOnlyByTheWholeId) {
  const auto catalogue = Catalogue::load(pack({piece("date.home.b"), piece("date.home.a")}));
  ASSERT_TRUE(catalogue.has_value());
  ASSERT_NE(catalogue->find("date.home.a"), nullptr);
  EXPECT_EQ(catalogue->find("date.home.a")->id, "date.home.a");
  EXPECT_EQ(catalogue->find("date.home"), nullptr);
  EXPECT_EQ(catalogue->find("date.home.c"), nullptr);
  EXPECT_EQ(catalogue->of(ContentKind::date).front().id, "date.home.a");
  EXPECT_TRUE(catalogue->of(ContentKind::prompt).empty());
}

TEST(Catalogue, RefusesBytesThatAreNone) { EXPECT_EQ(Catalogue::load(ByteView()).error().code, ErrorCode::invalid); }

TEST(ContentFilter, WithoutWishesFitsAllButAdultContent) {
  Content adult = piece("gesture.touch.a", ContentKind::gesture, 5);
  adult.adult = true;
  EXPECT_TRUE(fits(piece("date.home.a"), {}));
  EXPECT_FALSE(fits(adult, {}));
  EXPECT_TRUE(fits(adult, {.adult = true}));
}

TEST(ContentFilter, CountsTheIntimacyDeckAsAdultWhateverItsComfort) {
  Content prompt = piece("prompt.intimacy.a", ContentKind::prompt, 2);
  prompt.category = "intimacy";
  EXPECT_FALSE(fits(prompt, {}));
  EXPECT_TRUE(fits(prompt, {.adult = true}));
}

TEST(ContentFilter, KeepsLimitsThatIncludeTheirEnd) {
  Content content = piece("date.home.a", ContentKind::date, 3);
  content.minutes = 90;
  content.cost = Cost::low;
  content.depth = 2;
  EXPECT_TRUE(fits(content, {.most_cost = Cost::low, .most_minutes = 90, .most_comfort = 3, .most_depth = 2}));
  EXPECT_FALSE(fits(content, {.most_cost = Cost::free}));
  EXPECT_FALSE(fits(content, {.most_minutes = 89}));
  EXPECT_FALSE(fits(content, {.most_comfort = 2}));
  EXPECT_FALSE(fits(content, {.most_depth = 1}));
}

TEST(ContentFilter, TakesWhatNamesNoSeasonKidsOrPlaceForAny) {
  const Content any = piece("date.home.a");
  Content narrow = any;
  narrow.seasons = {Season::winter};
  narrow.kids = {Kids::sitter};
  narrow.place = Where::out;
  const ContentFilter filter{.place = Where::home, .season = Season::summer, .kids = Kids::asleep};
  EXPECT_TRUE(fits(any, filter));
  EXPECT_FALSE(fits(narrow, {.place = Where::home}));
  EXPECT_FALSE(fits(narrow, {.season = Season::summer}));
  EXPECT_FALSE(fits(narrow, {.kids = Kids::asleep}));
  EXPECT_TRUE(fits(narrow, {.place = Where::out, .season = Season::winter, .kids = Kids::sitter}));
  EXPECT_TRUE(fits(narrow, {.place = Where::anywhere}));
}

TEST(ContentFilter, FindsEveryWordInTitleOrTextInAnyCase) {
  Content content = piece("date.out.a");
  content.title = "Élan at the harbour";
  content.text = "Count the boats";
  EXPECT_TRUE(fits(content, {.search = "  BOATS élan "}));
  EXPECT_FALSE(fits(content, {.search = "boats train"}));
}

TEST(ContentFilter, ChoosesKindCategoryAndWhatWorksApart) {
  Content content = piece("date.home.a");
  EXPECT_FALSE(fits(content, {.kinds = {ContentKind::cooking}}));
  EXPECT_TRUE(fits(content, {.kinds = {ContentKind::cooking, ContentKind::date}}));
  EXPECT_FALSE(fits(content, {.category = "out"}));
  EXPECT_FALSE(fits(content, {.afar = true}));
  content.afar = true;
  EXPECT_TRUE(fits(content, {.afar = true}));
}

TEST(NearestFilter, GivesUpTheFewestWishesAndThoseThatCostLeast) {
  Content winter = piece("date.home.a");
  winter.seasons = {Season::winter};
  winter.kids = {Kids::sitter};
  winter.place = Where::home;
  const std::array<const Content*, 1> any{&winter};
  EXPECT_TRUE(nearest({.place = Where::home}, any)->given_up.empty());
  const auto one = nearest({.place = Where::home, .season = Season::summer}, any);
  EXPECT_EQ(one->given_up, std::vector{Wish::season});
  EXPECT_FALSE(one->filter.season.has_value());
  EXPECT_EQ(one->filter.place, Where::home);
  const auto two = nearest({.place = Where::out, .kids = Kids::along}, any);
  EXPECT_EQ(two->given_up, (std::vector{Wish::kids, Wish::place}));
  EXPECT_FALSE(nearest({.place = Where::out}, {}));
}

}  // namespace
}  // namespace kindling
