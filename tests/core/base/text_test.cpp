#include "core/base/text.hpp"

#include <gtest/gtest.h>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

TEST(Text, AcceptsOnlyWellFormedUtf8) {
  EXPECT_TRUE(is_valid_utf8("Grüße 🌙"));
  for (const char* text : {"\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\x80", "\xE2\x82", "\xFF"})
    EXPECT_FALSE(is_valid_utf8(text));
}

TEST(Text, CountsCharactersNotBytes) {
  std::string title;
  for (std::size_t i = 0; i < kTitleLimit; ++i) title += "ß";
  EXPECT_TRUE(check_title(title, "a title"));
  EXPECT_FALSE(check_title(title + "s", "a title"));
}

TEST(Text, RefusesControlCharactersAndBlankTitles) {
  EXPECT_FALSE(check_title("two\nlines", "a title"));
  EXPECT_TRUE(check_note("two\nlines\tand a tab", "a note"));
  EXPECT_FALSE(check_note("bell\a", "a note"));
  EXPECT_FALSE(check_note(std::string_view("nul\0", 4), "a note"));
  EXPECT_FALSE(check_title("  ", "a title"));
}

TEST(Text, AnErrorNeverRepeatsTheWords) {
  const auto result = check_title("secret words\x01", "a title");
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().message.find("secret"), std::string::npos);
}

TEST(Text, FoldsCase) { EXPECT_EQ(fold_case("Tea AT Ten ÄÖÜ Ж Š"), "tea at ten äöü ж š"); }

TEST(Id, TextFormRoundTripsAndStartsWithTheRandomEnd) {
  SeededRandom random(7);
  const Instant now = *parse_instant("2026-11-22T10:00:00Z");
  const Uuid first = make_uuid_v7(now, random);
  const Uuid second = make_uuid_v7(now, random);
  EXPECT_EQ(parse_uuid(to_string(first)), first);
  EXPECT_NE(to_string(first).substr(0, 6), to_string(second).substr(0, 6));
  EXPECT_FALSE(parse_uuid("short").has_value());
  EXPECT_FALSE(parse_uuid(std::string(26, '!')).has_value());
}

TEST(Bytes, TextFormsRoundTrip) {
  const Bytes bytes{0, 1, 2, 253, 254, 255};
  EXPECT_EQ(from_hex(to_hex(bytes)), bytes);
  EXPECT_EQ(from_base32(to_base32(bytes)), bytes);
  EXPECT_FALSE(from_hex("abc").has_value());
  EXPECT_FALSE(from_hex("zz").has_value());
}

}  // namespace
}  // namespace kindling
