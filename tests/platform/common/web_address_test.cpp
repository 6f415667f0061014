#include "platform/common/web_address.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

TEST(WebAddress, IsTakenApart) {
  const auto address = parse_web_address("HTTPS://Cloud.Example:8443/remote.php/dav/Our folder/\xc3\xa4");
  ASSERT_TRUE(address);
  EXPECT_EQ(*address, (WebAddress{"https", "cloud.example", 8443, "/remote.php/dav/Our%20folder/%C3%A4/"}));
  EXPECT_EQ(address->origin(), "https://cloud.example:8443");
  EXPECT_EQ(parse_web_address("https://cloud.example")->path, "/");
  EXPECT_EQ(parse_web_address("https://cloud.example:443/a/")->origin(), "https://cloud.example");
  EXPECT_EQ(parse_web_address("http://[::1]:80/a")->origin(), "http://[::1]");
  EXPECT_EQ(parse_web_address("http://[::1]:81/a")->origin(), "http://[::1]:81");
}

TEST(WebAddress, RefusesWhatAnotherReaderCouldTakeForAnotherPlace) {
  for (const char* text : {"",
                           "cloud.example/a",
                           "ftp://cloud.example/",
                           "https:/cloud.example",
                           "https://",
                           "https:///a",
                           "https://me@cloud.example/",
                           "https://me:secret@cloud.example/",
                           "https://cloud.example:0/",
                           "https://cloud.example:99999/",
                           "https://cloud.example:80a/",
                           "https://cloud.example:/",
                           "https://cloud.example/a?b",
                           "https://cloud.example/a#b",
                           "https://cloud.example/../a",
                           "https://cloud.example/a/%2e%2E/b",
                           "https://cloud.example/a%2Fb",
                           "https://cloud.example/a%5cb",
                           "https://cloud.example\\@evil.example/",
                           "https://cloud.example/a%00",
                           "https://cloud.example/a%zz",
                           "https://cloud.example/a%4",
                           "https://cloud.example//a",
                           "https://clo\xc3\xbc.example/",
                           "https://cloud.example/a\nb",
                           "https://[::1/",
                           "https://::1/",
                           "https://-a/"}) {
    const auto address = parse_web_address(text);
    ASSERT_FALSE(address) << text;
    EXPECT_EQ(address.error().code, ErrorCode::invalid);
  }
}

TEST(WebAddress, ErrorsRepeatNothingOfIt) {
  const auto address = parse_web_address("https://rosa:hunter2@cloud.example/secret-path");
  ASSERT_FALSE(address);
  for (const char* word : {"rosa", "hunter2", "secret-path"})
    EXPECT_EQ(address.error().message.find(word), std::string::npos);
  EXPECT_NE(address.error().message.find("login"), std::string::npos);
}

TEST(WebAddress, ComparesOriginsWithTheirPorts) {
  const auto ours = parse_servers_address("https://cloud.example/a");
  ASSERT_TRUE(ours);
  EXPECT_TRUE(parse_servers_address("https://CLOUD.example:443/b")->has_origin_of(*ours));
  for (const char* other : {"http://cloud.example/a", "https://cloud.example:444/a", "https://cloud.example.evil/a"})
    EXPECT_FALSE(parse_servers_address(other)->has_origin_of(*ours)) << other;
  EXPECT_FALSE(parse_servers_address("https://cloud.example@evil.example/a"));
}

TEST(WebAddress, DecodesPaths) {
  EXPECT_EQ(decode_web_path("/a%20b%c3%A4"), "/a b\xc3\xa4");
  for (const char* broken : {"%", "%4", "%4g", "%00", "%0a", "%5C", "a\\b"})
    EXPECT_FALSE(decode_web_path(broken)) << broken;
}

}  // namespace
}  // namespace kindling
