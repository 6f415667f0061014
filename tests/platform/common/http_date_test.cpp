#include "platform/common/http_date.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

TEST(HttpDate, IsReadAsTheStandardWritesIt) {
  const auto read = parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT");
  ASSERT_TRUE(read);
  EXPECT_EQ(to_utc_string(*read), "1994-11-06T08:49:37Z");
  EXPECT_EQ(to_utc_string(*parse_http_date("Tue, 29 Feb 2028 23:59:60 GMT")), "2028-03-01T00:00:00Z");
}

TEST(HttpDate, RefusesEverythingElse) {
  for (const char* text :
       {"", "Sun, 06 Nov 1994 08:49:37 UTC", "Sun, 06 nov 1994 08:49:37 GMT", "Sun, 06 anF 1994 08:49:37 GMT",
        "Sun, 29 Feb 2027 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:60:37 GMT", "Sun, +6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 0000 08:49:37 GMT",
        "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT "})
    EXPECT_FALSE(parse_http_date(text)) << text;
}

}  // namespace
}  // namespace kindling
