#include "core/talk/crisis_numbers.hpp"

#include <gtest/gtest.h>

#include <set>

namespace kindling {
namespace {

TEST(CrisisNumbers, EmergencyComesFirstInEachCountry) {
  std::set<std::string_view> seen;
  for (const CrisisNumber& one : crisis_numbers()) EXPECT_EQ(seen.insert(one.country).second, one.emergency);
}

TEST(CrisisNumbers, EachHasItsSourceAndDate) {
  for (const CrisisNumber& one : crisis_numbers()) {
    EXPECT_FALSE(one.number.empty() || one.name.empty() || one.source.empty());
    EXPECT_EQ(one.as_of.size(), 7U) << one.number;
  }
}

TEST(CrisisNumbers, FindsACountryByCodeOrLanguage) {
  EXPECT_EQ(crisis_country("UK"), "GB");
  EXPECT_EQ(crisis_country("en_AU.UTF-8"), "AU");
  EXPECT_EQ(crisis_country("de-AT"), "EU");
  EXPECT_EQ(crisis_country("de"), "DE");
  EXPECT_EQ(crisis_country("JP"), "");
  EXPECT_EQ(crisis_country(""), "");
}

TEST(CrisisNumbers, AdviceNeverCallsHidingSafe) {
  EXPECT_NE(crisis_advice().find("doesn't make you safe"), std::string_view::npos);
}

}  // namespace
}  // namespace kindling
