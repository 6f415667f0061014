#include "core/library/content_pack.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <algorithm>

#include "assets/content.hpp"
#include "core/codec/bounded_archive.hpp"
#include "tests/support/content_builder.hpp"

namespace kindling {
namespace {

// One of each kind, with all that its kind has.
Content full(ContentKind kind) {
  Content c = piece(std::string(name_of(kind)) + ".day.boat", kind, 4, 1);
  c.category = "day";
  c.step = Step::feel;
  c.depth = 5;
  c.effort = 3;
  c.minutes = 4320;
  c.audience = "either";
  c.adult = true;
  c.sensitive = {"grief", "alcohol"};
  c.repeat_days = 0;
  switch (kind) {
    case ContentKind::prompt: break;
    case ContentKind::gesture:
      c.cue = "when the kettle clicks off";
      c.setting = "public";
      c.afar = true;
      c.moment = Moment::afar;
      c.touch = {TouchKind::kisses, TouchKind::hands};
      break;
    case ContentKind::reply: c.situation = "pause"; break;
    case ContentKind::date:
    case ContentKind::cooking:
    case ContentKind::getaway:
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
      c.novelty = 3;
      c.step_free = true;
      break;
    case ContentKind::ritual:
      c.ritual_kind = "weekly";
      c.at = "07:40";
      c.rule = "FREQ=DAILY";
      c.steps = {"one", "two"};
      break;
    case ContentKind::start:
      c.harsh = "You never listen";
      c.feeling = "left out";
      c.fact = "we talk while one of us reads";
      c.need = "your eyes";
      c.request = "Could we sit down first?";
      break;
    case ContentKind::article: c.body = {"A page.", "And another."}; [[fallthrough]];
    case ContentKind::rung:
    case ContentKind::session:
      c.steps = {"one", "two"};
      if (kind != ContentKind::article) c.touch = {TouchKind::lying};
      break;
    case ContentKind::practice:
      c.choices = {"One?", "Two.", "Three."};
      c.feedback = {"It may land so.", "Or so.", "Or so again."};
      c.replies = {"And then?", "Go on."};
      break;
  }
  return c;
}

std::vector<Content> one_of_each() {
  std::vector<Content> all;
  for (std::size_t kind = 0; kind < kContentKinds; ++kind) all.push_back(full(static_cast<ContentKind>(kind)));
  return all;
}

// Whether all of it can be read.
bool opens(ByteView bytes) {
  const auto shelves = open_pack(bytes);
  for (std::size_t kind = 0; shelves && kind < kContentKinds; ++kind) {
    if (!unpack(static_cast<ContentKind>(kind), (*shelves)[kind])) return false;
  }
  return shelves.has_value();
}

std::vector<Content> dates(ByteView bytes) {
  const auto shelves = open_pack(bytes);
  EXPECT_TRUE(shelves.has_value());
  auto read = unpack(ContentKind::date, (*shelves)[static_cast<std::size_t>(ContentKind::date)]);
  EXPECT_TRUE(read.has_value());
  return read.value_or(std::vector<Content>{});
}

TEST(ContentPack, KeepsEveryFieldOfEachKind) {
  const Bytes bytes = pack(one_of_each());
  const auto shelves = open_pack(bytes);
  ASSERT_TRUE(shelves.has_value());
  for (std::size_t kind = 0; kind < kContentKinds; ++kind) {
    const auto read = unpack(static_cast<ContentKind>(kind), (*shelves)[kind]);
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(*read, std::vector{full(static_cast<ContentKind>(kind))}) << kind;
  }
}

TEST(ContentPack, SortsById) {
  const auto read = dates(pack({piece("date.home.z"), piece("date.home.a")}));
  ASSERT_EQ(read.size(), 2U);
  EXPECT_EQ(read[0], piece("date.home.a"));
}

TEST(ContentPack, HoldsThousandsOfAKind) {
  EXPECT_EQ(dates(pack(pieces(static_cast<int>(kMostOfKind)))).size(), kMostOfKind);
}

TEST(ContentPack, RefusesEveryShortenedOrLengthenedPack) {
  Bytes bytes = pack({full(ContentKind::getaway), piece("date.home.a")});
  ASSERT_TRUE(opens(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(opens(ByteView(bytes).first(size))) << size;
  bytes.push_back(0);
  EXPECT_FALSE(opens(bytes));
}

TEST(ContentPack, RefusesOtherVersionsDoubleIdsAndNumbersOutOfRange) {
  Bytes other = pack({piece("date.home.a")});
  other[3] = 1;
  EXPECT_FALSE(opens(other));
  EXPECT_FALSE(opens(pack({piece("date.home.a"), piece("date.home.a")})));
  EXPECT_FALSE(opens(pack({piece("date.home.a", ContentKind::date, 7)})));
}

// Bytes that promise thousands of pieces or a text of gigabytes cost nothing.
TEST(ContentPack, BelievesNoLengthThatTheBytesDontHold) {
  for (const std::uint8_t length : {std::uint8_t{0x0F}, std::uint8_t{0xFF}})
    EXPECT_FALSE(unpack(ContentKind::date, Bytes{0xFF, length, 0, 0, 1, 2}).has_value());
  EXPECT_FALSE(unpack(ContentKind::date, Bytes{0xFF, 0xFF, 0xFF, 0xFF, 1, 2}).has_value());
}

TEST(ContentPack, SurvivesAnyChangedByte) {
  const Bytes bytes = pack(one_of_each());
  const bool holds = rc::check("whatever is read is in order and in range", [&bytes] {
    Bytes changed = bytes;
    for (int times = *rc::gen::inRange(1, 4); times > 0; --times)
      changed[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<std::uint8_t>();
    const auto shelves = open_pack(changed);
    for (std::size_t kind = 0; shelves && kind < kContentKinds; ++kind) {
      const auto read = unpack(static_cast<ContentKind>(kind), (*shelves)[kind]);
      if (!read) continue;
      RC_ASSERT(
          std::is_sorted(read->begin(), read->end(), [](const Content& a, const Content& b) { return a.id < b.id; }));
      for (const Content& content : *read) RC_ASSERT(content.comfort >= 0 && content.comfort <= 6);
    }
  });
  EXPECT_TRUE(holds);
}

TEST(ContentPack, IsTheSameForTheSameContentInAnyOrder) {
  auto items = pieces(20);
  const Bytes once = pack(items);
  std::reverse(items.begin(), items.end());
  EXPECT_EQ(pack(items), once);
}

TEST(PackedContent, OpensAsACatalogueOfAllKinds) {
  const auto catalogue = Catalogue::load(packed_content());
  ASSERT_TRUE(catalogue.has_value());
  for (std::size_t kind = 0; kind < kContentKinds; ++kind)
    EXPECT_FALSE(catalogue->of(static_cast<ContentKind>(kind)).empty()) << kind;
}

}  // namespace
}  // namespace kindling
