#include "core/library/content_pack.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "assets/content.hpp"
#include "core/codec/bounded_archive.hpp"
#include "tests/support/content_builder.hpp"

namespace kindling {
namespace {

Content full() {
  Content c = piece("getaway.day.boat", ContentKind::getaway, 4, 3);
  c.category = "day";
  c.step = Step::feel;
  c.depth = 5;
  c.effort = 3;
  c.minutes = 4320;
  c.audience = "either";
  c.adult = true;
  c.sensitive = {"grief", "alcohol"};
  c.repeat_days = 0;
  c.cost = Cost::high;
  c.place = Where::out;
  c.setting = "outdoor";
  c.weather = "dry";
  c.daylight = "day";
  c.noise = "loud";
  c.span = "weekend";
  c.seasons = {Season::winter, Season::spring};
  c.time_of_day = {"morning", "night"};
  c.materials = {"café cups", "rope"};
  c.kids = {Kids::sitter};
  c.afar = true;
  c.travel_minutes = 480;
  c.lead_days = 60;
  c.step_free = true;
  c.cue = "when the kettle clicks off";
  c.situation = "pause";
  c.ritual_kind = "weekly";
  c.at = "07:40";
  c.rule = "FREQ=DAILY";
  c.steps = {"one", "two"};
  return c;
}

TEST(ContentPack, KeepsEveryFieldAndSortsById) {
  const auto read = unpack(pack({piece("prompt.play.z", ContentKind::prompt), full(), piece("date.home.a")}));
  ASSERT_TRUE(read.has_value());
  ASSERT_EQ(read->size(), 3U);
  EXPECT_EQ((*read)[0], piece("date.home.a"));
  EXPECT_EQ((*read)[1], full());
  EXPECT_EQ((*read)[2].kind, ContentKind::prompt);
}

TEST(ContentPack, HoldsALibraryOfThousands) {
  const auto read = unpack(pack(pieces(static_cast<int>(kMostContent))));
  ASSERT_TRUE(read.has_value());
  EXPECT_EQ(read->size(), kMostContent);
}

TEST(ContentPack, RefusesEveryShortenedOrLengthenedPack) {
  Bytes bytes = pack({full(), piece("date.home.a")});
  for (std::size_t size = 0; size < bytes.size(); ++size)
    EXPECT_FALSE(unpack(ByteView(bytes).first(size)).has_value()) << size;
  bytes.push_back(0);
  EXPECT_FALSE(unpack(bytes).has_value());
}

TEST(ContentPack, RefusesOtherVersionsDoubleIdsAndNumbersOutOfRange) {
  Bytes other = pack({piece("date.home.a")});
  other[3] = 1;
  EXPECT_FALSE(unpack(other).has_value());
  EXPECT_FALSE(unpack(pack({piece("date.home.a"), piece("date.home.a")})).has_value());
  EXPECT_FALSE(unpack(pack({piece("date.home.a", ContentKind::date, 7)})).has_value());
}

// Ten bytes that promise thousands of pieces or a text of gigabytes cost nothing.
TEST(ContentPack, BelievesNoLengthThatTheBytesDontHold) {
  EXPECT_FALSE(unpack(Bytes{'K', 'C', 'P', 2, 0xFF, 0x0F, 0, 0, 1, 2}).has_value());
  EXPECT_FALSE(unpack(Bytes{'K', 'C', 'P', 2, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2}).has_value());
}

TEST(ContentPack, SurvivesAnyChangedByte) {
  const Bytes bytes = pack({full(), piece("date.home.a"), piece("prompt.play.a", ContentKind::prompt)});
  const bool holds = rc::check("whatever is read is in order and in range", [&bytes] {
    Bytes changed = bytes;
    for (int times = *rc::gen::inRange(1, 4); times > 0; --times)
      changed[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    const auto read = unpack(changed);
    if (!read) return;
    RC_ASSERT(
        std::is_sorted(read->begin(), read->end(), [](const Content& a, const Content& b) { return a.id < b.id; }));
    for (const Content& content : *read) RC_ASSERT(content.comfort >= 0 && content.comfort <= 6);
  });
  EXPECT_TRUE(holds);
}

TEST(ContentPack, IsTheSameForTheSameContentInAnyOrder) {
  auto items = pieces(20);
  const Bytes once = pack(items);
  std::reverse(items.begin(), items.end());
  EXPECT_EQ(pack(items), once);
}

TEST(PackedContent, OpensAsACatalogue) {
  const auto catalogue = Catalogue::load(packed_content());
  ASSERT_TRUE(catalogue.has_value());
  EXPECT_GE(catalogue->all().size(), 286U);
}

}  // namespace
}  // namespace kindling
