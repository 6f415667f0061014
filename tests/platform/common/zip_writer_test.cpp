#include "platform/common/zip_writer.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>

namespace kindling {
namespace {

LocalDateTime local(std::string_view text) { return parse_date_time(text).value(); }

Bytes bytes(std::string_view text) { return {bytes_of(text).begin(), bytes_of(text).end()}; }

ZipEntry entry(std::string name, std::string_view content) {
  return {std::move(name), bytes(content), local("2026-11-27T19:00:30")};
}

std::vector<ZipEntry> sample() {
  return {entry("kindling.json", "{\"version\":1}"), entry("csv/größe.csv", std::string(100'000, 'x')),
          entry("empty", "")};
}

TEST(Zip, UnpacksWhatItPacked) {
  const std::vector<ZipEntry> entries = sample();
  const Bytes archive = zip(entries).value();
  EXPECT_LT(archive.size(), 2'000U) << "packed";
  const std::vector<ZipEntry> read = unzip(archive).value();
  ASSERT_EQ(read.size(), entries.size());
  for (std::size_t i = 0; i < read.size(); ++i) {
    EXPECT_EQ(read[i].name, entries[i].name);
    EXPECT_EQ(read[i].content, entries[i].content);
    EXPECT_EQ(read[i].modified, entries[i].modified);
  }
  EXPECT_TRUE(unzip(zip({}).value()).value().empty());
}

TEST(Zip, GivesTheSameBytesForTheSameEntries) { EXPECT_EQ(zip(sample()).value(), zip(sample()).value()); }

TEST(Zip, RefusesNamesThatLeaveTheFolder) {
  for (const char* name :
       {"", "/etc/passwd", "../up", "a/../../b", "a//b", "./a", "C:\\x", "a\nb", "folder/", "\xFF"}) {
    EXPECT_FALSE(zip(std::vector{entry(name, "x")})) << name;
  }
  EXPECT_FALSE(zip(std::vector{entry(std::string(256, 'x'), "x")}));
  EXPECT_FALSE(zip(std::vector{entry("same", "x"), entry("same", "y")}));

  // The name stands twice in an archive; both are changed to one that climbs.
  Bytes archive = zip(std::vector{entry("aaaaaaaa", "x")}).value();
  const std::string_view good = "aaaaaaaa";
  const std::string_view bad = "../../bb";
  for (auto at = archive.begin(); (at = std::search(at, archive.end(), good.begin(), good.end())) != archive.end();) {
    at = std::copy(bad.begin(), bad.end(), at);
  }
  EXPECT_FALSE(unzip(archive));
}

TEST(Zip, StopsAtItsLimits) {
  const Bytes bomb =
      zip(std::vector{entry("a", std::string(3'000'000, '\0')), entry("b", std::string(3'000'000, '\0'))}).value();
  EXPECT_LT(bomb.size(), 10'000U);
  EXPECT_TRUE(unzip(bomb, {.total_bytes = 6'000'000, .entries = 2}));
  EXPECT_FALSE(unzip(bomb, {.total_bytes = 5'999'999, .entries = 2}));
  EXPECT_FALSE(unzip(bomb, {.total_bytes = 6'000'000, .entries = 1}));
  EXPECT_FALSE(zip(sample(), {.total_bytes = 1'000, .entries = 10}));
  EXPECT_FALSE(zip(sample(), {.total_bytes = 1'000'000, .entries = 2}));
}

TEST(Zip, RefusesDamagedArchives) {
  EXPECT_FALSE(unzip({}));
  EXPECT_FALSE(unzip(bytes_of("no archive at all")));
  const Bytes archive = zip(sample()).value();
  // The last 22 bytes are the end record; what is lost of its empty comment does no harm.
  for (std::size_t size = 0; size < archive.size() - 22; size += 11)
    EXPECT_FALSE(unzip(ByteView(archive).first(size))) << size;
  // Whatever a changed byte does, it must not crash, and a changed content must not pass for the real one.
  std::mt19937 random(7);
  for (int i = 0; i < 2'000; ++i) {
    Bytes changed = archive;
    changed[random() % changed.size()] ^= static_cast<std::uint8_t>(1U + random() % 255U);
    const auto read = unzip(changed, {.total_bytes = 1'000'000, .entries = 10});
    if (!read) continue;
    for (const ZipEntry& one : *read) {
      EXPECT_TRUE(one.content.empty() || one.content == sample()[0].content || one.content == sample()[1].content);
    }
  }
}

TEST(Zip, KeepsTimesWithinWhatTheFormatHolds) {
  ZipEntry old = entry("old", "x");
  old.modified = local("1950-01-01T00:00");
  EXPECT_EQ(unzip(zip(std::vector{old}).value()).value().at(0).modified, local("1980-01-01T00:00"));
}

}  // namespace
}  // namespace kindling
