#include "core/talk/crisis_numbers.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

#include "core/talk/referrals.hpp"

namespace kindling {
namespace {

TEST(CrisisNumbers, EmergencyComesFirstInEachCountry) {
  std::set<std::string_view> seen;
  bool emergency = true;
  for (const CrisisNumber& one : crisis_numbers()) {
    const bool is_first = seen.insert(one.country).second;
    EXPECT_TRUE(is_first ? one.emergency : emergency || !one.emergency) << one.country << " " << one.number;
    EXPECT_FALSE(country_name(one.country).empty()) << one.country;
    emergency = one.emergency;
  }
  EXPECT_EQ(seen.size(), crisis_countries().size());
  EXPECT_GE(seen.size(), 30U);
}

TEST(CrisisNumbers, EachHasItsSourceAndDate) {
  for (const CrisisNumber& one : crisis_numbers()) {
    EXPECT_FALSE(one.number.empty() || one.name.empty() || one.source.empty());
    ASSERT_EQ(one.as_of.size(), 7U) << one.number;
    EXPECT_TRUE(one.as_of >= "2010-01" && one.as_of <= "2026-12" && one.as_of[4] == '-') << one.number;
  }
}

// Where there is none it is known here, so that one that is lost is noticed. In Canada each province has its own, and
// no source that is dated names one for all.
TEST(CrisisNumbers, GivesSomebodyToTalkToInEachCountry) {
  std::set<std::string_view> countries;
  for (const CrisisNumber& one : crisis_numbers()) {
    if (!one.emergency) countries.insert(one.country);
  }
  for (const CrisisCountry& country : crisis_countries()) EXPECT_TRUE(countries.contains(country.code)) << country.code;
}

TEST(CrisisNumbers, FindsACountryByCodeOrLanguage) {
  EXPECT_EQ(crisis_country("UK"), "GB");
  EXPECT_EQ(crisis_country("en_AU.UTF-8"), "AU");
  EXPECT_EQ(crisis_country("de-AT"), "AT");
  EXPECT_EQ(crisis_country("bg-BG"), "EU");
  EXPECT_EQ(crisis_country("de"), "DE");
  EXPECT_EQ(crisis_country("VA"), "");
  EXPECT_EQ(crisis_country(""), "");
}

TEST(CrisisNumbers, HoldsThoseThatItsDesignNames) {
  const auto has = [](std::string_view country, std::string_view number) {
    const auto all = crisis_numbers();
    return std::any_of(all.begin(), all.end(), [&](const CrisisNumber& one) {
      return one.country == country && one.number.starts_with(number);
    });
  };
  EXPECT_TRUE(has("GB", "0808 2000 247") && has("GB", "999"));
  EXPECT_TRUE(has("US", "800-799-7233") && has("US", "911"));
  EXPECT_TRUE(has("AU", "1800 737 732") && has("AU", "000"));
  EXPECT_TRUE(has("DE", "116 016") && has("DE", "112"));
  EXPECT_TRUE(has("EU", "116 016") && has("EU", "112"));
}

TEST(Referrals, NameWhomTheyListAndTheirSource) {
  for (const Referral& one : referrals()) {
    EXPECT_FALSE(one.name.empty() || one.what.empty() || one.site.empty() || one.source.empty()) << one.name;
    EXPECT_TRUE(one.country == "any" || !country_name(one.country).empty()) << one.name;
    EXPECT_EQ(one.as_of.size(), 7U) << one.name;
  }
  for (const std::string_view name : {"AASECT", "AAMFT", "COSRT", "Relate", "BACP", "ICEEFT"})
    EXPECT_TRUE(std::any_of(referrals().begin(), referrals().end(), [&](const auto& r) { return r.name == name; }));
}

TEST(CrisisNumbers, AdviceNeverCallsHidingSafe) {
  EXPECT_NE(crisis_advice().find("doesn't make you safe"), std::string_view::npos);
}

}  // namespace
}  // namespace kindling
