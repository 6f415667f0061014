#include "core/codec/daylio.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/codec/plain_text.hpp"

namespace kindling {
namespace {

using testing::ElementsAre;

constexpr std::string_view kHeader = "full_date,date,weekday,time,mood,activities,note_title,note\n";

LocalDateTime local(std::string_view text) { return parse_date_time(text).value(); }

DaylioFile read(const std::string& rows) { return read_daylio(std::string(kHeader) + rows).value(); }

TEST(Daylio, ReadsAnExport) {
  const DaylioFile file =
      read_daylio(
          "\xEF\xBB\xBF"
          "full_date,date,weekday,time,mood,activities,note_title,note\r\n"
          "2024-01-31,January 31,Wednesday,8:30 PM,rad,\"family | good meal | cinema\",\"An evening\","
          "\"<div>We &amp; friends</div><div>cooked<br>together</div>\"\r\n"
          "2024-01-30,January 30,Tuesday,07:05,Quite tired,,\"\",\"\"\r\n")
          .value();
  EXPECT_EQ(file.skipped, 0U);
  EXPECT_THAT(file.entries, ElementsAre(DaylioEntry{local("2024-01-31T20:30"),
                                                    "rad",
                                                    {"family", "good meal", "cinema"},
                                                    "An evening\n\nWe & friends\ncooked\ntogether"},
                                        DaylioEntry{local("2024-01-30T07:05"), "Quite tired", {}, ""}));
}

TEST(Daylio, ReadsTheClockInEachForm) {
  const auto time = [](const std::string& text) {
    const DaylioFile file = read("2024-01-31,x,x," + text + ",good,,,\n");
    return file.entries.empty() ? std::string("-") : to_string(time_of(file.entries[0].when));
  };
  EXPECT_EQ(time("12:00 AM"), "00:00");
  EXPECT_EQ(time("12:15 pm"), "12:15");
  EXPECT_EQ(time("8:30\u202FPM"), "20:30");
  EXPECT_EQ(time("8:30 p.m."), "20:30");
  EXPECT_EQ(time("23:59"), "23:59");
  EXPECT_EQ(time("13:00 PM"), "-");
  EXPECT_EQ(time("24:00"), "-");
  EXPECT_EQ(time("8:30 Uhr"), "-");
  EXPECT_EQ(time("noon"), "-");
}

TEST(Daylio, CountsRowsThatItCannotRead) {
  const DaylioFile file =
      read("2024-02-30,x,x,8:30,good,,,\n2024-02-28,x,x,8:30,,,,\nshort\n2024-02-28,x,x,8:30,\xFF,,,\n");
  EXPECT_TRUE(file.entries.empty());
  EXPECT_EQ(file.skipped, 4U);
}

TEST(Daylio, FindsColumnsByNameAndDoesWithoutSome) {
  const DaylioFile file = read_daylio("mood,time,full_date,scales\nmeh,9:00,2023-05-01,3\n").value();
  EXPECT_THAT(file.entries, ElementsAre(DaylioEntry{local("2023-05-01T09:00"), "meh", {}, ""}));
  for (const char* text : {"", "a,b,c\n1,2,3\n", "full_date,time\n2023-05-01,9:00\n"}) EXPECT_FALSE(read_daylio(text));
}

TEST(Daylio, PlacesMoodsOnBothScales) {
  EXPECT_EQ(default_mood_point("Rad"), (MoodPoint{4, 3}));
  EXPECT_EQ(default_mood_point("awful"), (MoodPoint{-4, -2}));
  EXPECT_EQ(default_mood_point("sleepy"), std::nullopt);
  const MoodNames named{{"sleepy", {1, -4}}, {"good", {3, 3}}};
  EXPECT_EQ(mood_point("sleepy", named), (MoodPoint{1, -4}));
  EXPECT_EQ(mood_point("good", named), (MoodPoint{3, 3}));
  EXPECT_EQ(mood_point("bad", named), (MoodPoint{-2, -1}));
}

TEST(PlainText, KeepsWordsAndLinesOfHtml) {
  EXPECT_EQ(plain_text_from_html("a<br>b<br/>c<br />d"), "a\nb\nc\nd");
  EXPECT_EQ(plain_text_from_html("<p>One</p><p>Two <b>bold</b></p>"), "One\n\nTwo bold");
  EXPECT_EQ(plain_text_from_html("<ul><li>milk</li><li>bread</li></ul>"), "- milk\n- bread");
  EXPECT_EQ(plain_text_from_html("1 &lt; 2 &#39;q&#x27; &#128155; &nbsp;x &unknown; &"), "1 < 2 'q' 💛  x &unknown; &");
  EXPECT_EQ(plain_text_from_html("love <3 you, a<b, <div"), "love <3 you, a<b, <div");
  EXPECT_EQ(plain_text_from_html("&#0;&#xD800;&#x110000;&#27;"), "&#0;&#xD800;&#x110000;&#27;");
  EXPECT_EQ(plain_text_from_html("  x \n\n\n\n y  "), "x\n\n y");
}

}  // namespace
}  // namespace kindling
