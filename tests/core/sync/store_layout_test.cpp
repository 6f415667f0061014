#include "core/sync/store_layout.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace kindling {
namespace {

KeptSegment segment() {
  KeptSegment kept;
  kept.stream.fill(7);
  kept.first = 42;
  kept.hash.fill(9);
  return kept;
}

TEST(StoreLayout, ReadsTheNamesThatItGives) {
  const auto name = read_segment_name(name_of(segment()));
  ASSERT_TRUE(name);
  EXPECT_EQ(name->stream, segment().stream);
  EXPECT_EQ(name->first, 42U);
  EXPECT_EQ(name->hash, shorten(segment().hash));
  const auto pack = read_pack_name(name_of(PackName{1, 640, shorten(segment().hash)}));
  ASSERT_TRUE(pack);
  EXPECT_EQ(pack->first, 1U);
  EXPECT_EQ(pack->last, 640U);
}

TEST(StoreLayout, TakesNoOtherNames) {
  const std::string name = name_of(segment());
  for (std::size_t at = 0; at < name.size(); ++at) EXPECT_FALSE(read_segment_name(name.substr(0, at))) << at;
  for (const std::string_view other : {"", ".sg", "a-b-c.sg", "-00000001-.sg", "../x.sg", "x (conflicted copy).sg"})
    EXPECT_FALSE(read_segment_name(other)) << other;
  EXPECT_FALSE(read_pack_name("00000009-00000001-" + std::string(26, 'a') + ".pk"));
  EXPECT_FALSE(read_pack_name("9-10-" + std::string(26, 'a') + ".pk"));
}

TEST(Pack, GivesBackItsSegmentsAndOfACutOneThoseBeforeTheCut) {
  const std::vector<Bytes> segments{Bytes(10, 1), Bytes(20, 2), Bytes(30, 3)};
  const Bytes pack = make_pack(segments);
  ASSERT_EQ(split_pack(pack).size(), 3U);
  EXPECT_TRUE(std::ranges::equal(split_pack(pack)[1], segments[1]));
  EXPECT_EQ(split_pack(ByteView(pack).first(pack.size() - 1)).size(), 2U);
  EXPECT_TRUE(split_pack(ByteView(pack).first(3)).empty());
}

RC_GTEST_PROP(Pack, TakesAnyBytes, (const Bytes& noise)) {
  Bytes pack = make_pack({});
  pack.insert(pack.end(), noise.begin(), noise.end());
  std::size_t total = 0;
  for (const ByteView segment : split_pack(pack)) total += segment.size();
  RC_ASSERT(total <= noise.size());
}

}  // namespace
}  // namespace kindling
