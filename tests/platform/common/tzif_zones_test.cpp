#include "platform/common/tzif_zones.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>

#include "platform/common/posix_tz.hpp"
#include "platform/common/system_zone.hpp"

namespace kindling {
namespace {

std::chrono::sys_seconds instant(const char* text) {
  return std::chrono::floor<std::chrono::seconds>(*parse_instant(text));
}

std::string shown(const TimeZone& zone, const char* when) {
  const ZonePeriod& period = zone.period_at(instant(when));
  return period.abbreviation + " " + std::to_string(period.offset.count()) + (period.daylight_saving ? " dst" : "");
}

TEST(TzifZones, KnowsUtcWithoutAnyFile) {
  const TzifZones zones("/nowhere");
  ASSERT_NE(zones.find("UTC"), nullptr);
  EXPECT_EQ(shown(*zones.find("UTC"), "2026-07-01T00:00:00Z"), "UTC 0");
  EXPECT_EQ(zones.find("Europe/Berlin"), nullptr);
}

TEST(TzifZones, ReadsTheTable) {
  const TzifZones zones;
  const TimeZone* berlin = zones.find("Europe/Berlin");
  ASSERT_NE(berlin, nullptr);
  EXPECT_EQ(berlin, zones.find("Europe/Berlin"));
  EXPECT_EQ(berlin->name(), "Europe/Berlin");
  EXPECT_EQ(shown(*berlin, "1900-01-01T00:00:00Z"), "CET 3600");
  EXPECT_EQ(shown(*berlin, "1945-06-01T00:00:00Z"), "CEMT 10800 dst");
  EXPECT_EQ(shown(*berlin, "2026-03-29T00:59:59Z"), "CET 3600");
  EXPECT_EQ(shown(*berlin, "2026-03-29T01:00:00Z"), "CEST 7200 dst");
}

TEST(TzifZones, FollowsTheFooterBeyondTheTable) {
  const TzifZones zones;
  const TimeZone& berlin = *zones.find("Europe/Berlin");
  EXPECT_EQ(shown(berlin, "2040-07-01T00:00:00Z"), "CEST 7200 dst");
  EXPECT_EQ(shown(berlin, "2199-07-01T00:00:00Z"), "CEST 7200 dst");
  EXPECT_EQ(shown(berlin, "2199-12-31T23:00:00Z"), "CET 3600");
  EXPECT_EQ(shown(*zones.find("Australia/Lord_Howe"), "2199-12-31T00:00:00Z"), "+11 39600 dst");
  EXPECT_EQ(shown(*zones.find("America/New_York"), "2150-03-08T06:59:59Z"), "EST -18000");
  EXPECT_EQ(shown(*zones.find("America/New_York"), "2150-03-08T07:00:00Z"), "EDT -14400 dst");
}

TEST(TzifZones, PeriodsFollowEachOtherWithoutHoles) {
  const TzifZones zones;
  for (const char* name : {"Europe/Berlin", "Pacific/Apia", "Africa/Casablanca", "Europe/Dublin", "UTC"}) {
    const TimeZone& zone = *zones.find(name);
    auto at = instant("1900-01-01T00:00:00Z");
    while (at < instant("2199-12-31T00:00:00Z")) {
      const ZonePeriod& period = zone.period_at(at);
      ASSERT_LE(period.begin, at);
      ASSERT_GT(period.end, at);
      ASSERT_EQ(&zone.period_at(period.end - std::chrono::seconds(1)), &period) << name;
      at = period.end;
    }
  }
}

TEST(TzifZones, RefusesNamesThatLeaveTheFolder) {
  const TzifZones zones;
  for (const char* name : {"", "/etc/passwd", "../passwd", "Europe/../UTC", "Europe", "Europe/", "Europe//Berlin",
                           "Europe/Berlin\n", "Europe/Berlin.tab", "zone.tab", "tzdata.zi", "No/Such",
                           "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}) {
    EXPECT_EQ(zones.find(name), nullptr) << name;
  }
}

TEST(TzifFile, RefusesEveryCutAndSurvivesEveryChange) {
  std::ifstream file("/usr/share/zoneinfo/Europe/Berlin", std::ios::binary);
  const std::vector<std::uint8_t> bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  ASSERT_TRUE(read_tzif(bytes).has_value());
  for (std::size_t size = 0; size < bytes.size(); size += size < 200 ? 1 : 13) {
    const auto cut = read_tzif(std::span(bytes).first(size));
    // What is left of the footer's line break decides; a table that is cut is never read.
    if (size + 40 < bytes.size()) {
      EXPECT_FALSE(cut.has_value()) << size;
    }
  }
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    for (const std::uint8_t value : {std::uint8_t{0}, std::uint8_t{0x7F}, std::uint8_t{0xFF}}) {
      std::vector<std::uint8_t> changed = bytes;
      changed[at] = value;
      const auto periods = read_tzif(changed);
      EXPECT_TRUE(!periods || !periods->empty());
    }
  }
}

TEST(PosixTz, ReadsRules) {
  const auto berlin = parse_posix_tz("CET-1CEST,M3.5.0,M10.5.0/3");
  ASSERT_TRUE(berlin.has_value());
  EXPECT_EQ(changes_of_year(*berlin, 2026)[0].instant, instant("2026-03-29T01:00:00Z"));
  EXPECT_EQ(changes_of_year(*berlin, 2026)[1].instant, instant("2026-10-25T01:00:00Z"));
  const auto nuuk = parse_posix_tz("<-02>2<-01>,M3.5.0/-1,M10.5.0/0");
  ASSERT_TRUE(nuuk.has_value());
  EXPECT_EQ(changes_of_year(*nuuk, 2026)[0].instant, instant("2026-03-29T01:00:00Z"));
  const auto sydney = parse_posix_tz("AEST-10AEDT,M10.1.0,M4.1.0/3");
  ASSERT_TRUE(sydney.has_value());
  EXPECT_FALSE(changes_of_year(*sydney, 2026)[0].to_daylight);
  const auto julian = parse_posix_tz("XXX3YYY,J60/0,300");
  ASSERT_TRUE(julian.has_value());
  EXPECT_EQ(changes_of_year(*julian, 2028)[0].instant, instant("2028-03-01T03:00:00Z"));
  for (const char* text : {"", "CET", "CET-1CEST", "CET-1CEST,M13.1.0,M1.1.0", "CET-1CEST,M3.5.0", "C1", "<+01-1",
                           "CET-1CEST,M3.5.0,M10.5.0/3x", "CET99999999999"})
    EXPECT_FALSE(parse_posix_tz(text).has_value()) << text;
}

TEST(SystemZone, IsTheOneThatTheEnvironmentNames) {
  const char* before = std::getenv("TZ");
  const std::string kept = before == nullptr ? "" : before;
  ::setenv("TZ", "Asia/Tokyo", 1);
  EXPECT_EQ(system_zone_name(), "Asia/Tokyo");
  ::setenv("TZ", ":Europe/Paris", 1);
  EXPECT_EQ(system_zone_name(), "Europe/Paris");
  ::setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3", 1);
  EXPECT_FALSE(system_zone_name().empty());
  EXPECT_TRUE(is_zone_name(system_zone_name()));
  before == nullptr ? ::unsetenv("TZ") : ::setenv("TZ", kept.c_str(), 1);
}

}  // namespace
}  // namespace kindling
