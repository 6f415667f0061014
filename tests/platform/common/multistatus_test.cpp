#include "platform/common/multistatus.hpp"

#include <gtest/gtest.h>

namespace kindling {
namespace {

const WebAddress kFolder{"https", "cloud.example", 443, "/dav/Our%20folder/s/"};

std::string response(const std::string& href,
                     const std::string& properties = "<D:getcontentlength>5</D:getcontentlength>",
                     const std::string& status = "HTTP/1.1 200 OK") {
  return "<D:response><D:href>" + href + "</D:href><D:propstat><D:prop>" + properties + "</D:prop><D:status>" + status +
         "</D:status></D:propstat></D:response>";
}

std::string listing(const std::string& responses, const std::string& before = "") {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>" + before + "<D:multistatus xmlns:D=\"DAV:\">" +
         response("/dav/Our%20folder/s/", "<D:resourcetype><D:collection/></D:resourcetype>") + responses +
         "</D:multistatus>";
}

Result<std::vector<StoreEntry>> read(const std::string& text) {
  const auto entries = read_multistatus(bytes_of(text));
  if (!entries) return entries.error();
  auto listing = listing_of(*entries, kFolder);
  if (!listing) return listing.error();
  return std::move(listing->files);
}

TEST(Multistatus, GivesTheFilesOfTheFolder) {
  const auto files =
      read(listing(response("/dav/Our%20folder/s/1-a.sg") + response("/dav/our%20folder/s/2-a.sg") +
                   response("\n https://CLOUD.example:443/dav/%4Fur folder/s/%33-a.sg \n") +
                   response("/dav/Our%20folder/s/t/", "<D:resourcetype><D:collection/></D:resourcetype>") +
                   response("/dav/Our%20folder/s/t", "<D:resourcetype><D:collection/></D:resourcetype>")));
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, (std::vector<StoreEntry>{{"1-a.sg", 5}, {"3-a.sg", 5}}));
}

TEST(Multistatus, ReadsOtherPrefixesAndMoreProperties) {
  const std::string text =
      "<multistatus xmlns=\"DAV:\" xmlns:o=\"urn:o\"><response><href>/dav/Our%20folder/s</href></response><response>"
      "<o:href>/x</o:href><href>/dav/Our%20folder/s/a.sg</href><propstat><prop><o:size>9</o:size><getcontentlength>7"
      "</getcontentlength><resourcetype/></prop><status>HTTP/1.1 200 OK</status></propstat><propstat><prop>"
      "<getcontentlength>8</getcontentlength></prop><status>HTTP/1.1 404 Not Found</status></propstat></response>"
      "<response><href>/dav/Our%20folder/s/b.sg</href><status>HTTP/1.1 404 Not Found</status></response></multistatus>";
  const auto files = read(text);
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_EQ(*files, (std::vector<StoreEntry>{{"a.sg", 7}}));
}

TEST(Multistatus, LeavesOutWhatLeadsElsewhere) {
  std::string responses;
  for (const char* href : {"/dav/Our%20folder/s/../x.sg", "/dav/Our%20folder/s/%2e%2e", "/dav/Our%20folder/s/..%2fx.sg",
                           "/dav/Our%20folder/s/a%2Fb.sg", "/dav/Our%20folder/s/a/b.sg", "/dav/Our%20folder/s/a%5cb.sg",
                           "/etc/passwd", "/dav/Our%20folder/s/a%00.sg", "/dav/Our%20folder/s/%zz.sg", "a.sg",
                           "../s/a.sg", "/dav/Our%20folder/s/A.sg", "/dav/Our%20folder/s/a.sg?x",
                           "/dav/Our%20folder/s/a.sg#x", "/dav/Our%20folder/s/~syncthing~aaaaaaaaaaaaaaaa.~.tmp",
                           "javascript:a", "", "/dav/Our%20folder/s//a.sg", "/dav/Our%20folder/sx/a.sg"})
    responses += response(href);
  const auto files = read(listing(responses));
  ASSERT_TRUE(files) << files.error().message;
  EXPECT_TRUE(files->empty()) << files->front().name;
}

TEST(Multistatus, TellsWhenTemporariesOfOursWereChanged) {
  const std::string name = "~syncthing~aaaaaaaaaaaaaaaa.~.tmp";
  const auto entries = read_multistatus(bytes_of(listing(response(
      "/dav/Our%20folder/s/" + name, "<D:getlastmodified>Sun, 06 Nov 1994 08:49:37 GMT</D:getlastmodified>"))));
  ASSERT_TRUE(entries);
  const auto found = listing_of(*entries, kFolder);
  ASSERT_TRUE(found && found->temporaries.size() == 1);
  EXPECT_EQ(found->temporaries[0].name, name);
  ASSERT_TRUE(found->temporaries[0].changed);
  EXPECT_EQ(to_utc_string(*found->temporaries[0].changed), "1994-11-06T08:49:37Z");
  EXPECT_TRUE(found->files.empty());
}

TEST(Multistatus, RefusesFilesOfAnotherServer) {
  for (const char* href :
       {"https://evil.example/dav/Our%20folder/s/a.sg", "http://cloud.example/dav/Our%20folder/s/a.sg",
        "https://cloud.example:444/dav/Our%20folder/s/a.sg", "//evil.example/dav/Our%20folder/s/a.sg"}) {
    const auto files = read(listing(response(href)));
    ASSERT_FALSE(files) << href;
    EXPECT_EQ(files.error().code, ErrorCode::failed);
  }
}

TEST(Multistatus, RefusesTheListOfAnotherFolder) {
  const auto files = read("<D:multistatus xmlns:D=\"DAV:\">" + response("/files/s/") + "</D:multistatus>");
  ASSERT_FALSE(files);
  EXPECT_NE(files.error().message.find("another folder"), std::string::npos);
}

TEST(Multistatus, TakesNoDocumentTypeAndNoEntities) {
  const std::string bomb =
      "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c "
      "\"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
  EXPECT_FALSE(read(listing(response("/dav/Our%20folder/s/&c;.sg"), bomb)));
  EXPECT_FALSE(read(listing("", "<!DOCTYPE x SYSTEM \"file:///etc/passwd\">")));
  EXPECT_FALSE(read(listing(response("/dav/Our%20folder/s/&c;.sg"))));
}

TEST(Multistatus, IsBoundedInDepthLengthAndNumber) {
  const auto nested = [](int depth) {
    std::string opened;
    std::string closed;
    for (int i = 0; i < depth; ++i) opened += "<D:a>", closed += "</D:a>";
    return listing(opened + closed);
  };
  EXPECT_TRUE(read(nested(20)));
  EXPECT_FALSE(read(nested(100)));
  EXPECT_FALSE(read(listing(response("/dav/Our%20folder/s/" + std::string(5000, 'a')))));
  EXPECT_FALSE(read_multistatus(bytes_of(listing(std::string(kMultistatusLimit, ' ')))));
  std::string many;
  for (std::size_t i = 0; i <= kMultistatusEntries; ++i) many += "<D:response><D:href>/</D:href></D:response>";
  EXPECT_FALSE(read(listing(many)));
}

TEST(Multistatus, RefusesWhatIsNoListing) {
  for (const char* text :
       {"", "<html><body>Sign in</body></html>", "<multistatus/>", "<D:multistatus xmlns:D=\"DAV:\">", "{}",
        "<D:response xmlns:D=\"DAV:\"><D:href>/dav/Our%20folder/s/</D:href></D:response>"}) {
    const auto files = read(text);
    ASSERT_FALSE(files) << text;
    EXPECT_EQ(files.error().code, ErrorCode::failed);
  }
}

TEST(Multistatus, TakesAnOddSizeForNone) {
  const auto files = read(
      listing(response("/dav/Our%20folder/s/a.sg", "<D:getcontentlength>-1</D:getcontentlength>") +
              response("/dav/Our%20folder/s/b.sg", "<D:getcontentlength>99999999999999999999</D:getcontentlength>") +
              response("/dav/Our%20folder/s/c.sg", "")));
  ASSERT_TRUE(files);
  EXPECT_EQ(*files, (std::vector<StoreEntry>{{"a.sg", 0}, {"b.sg", 0}, {"c.sg", 0}}));
}

}  // namespace
}  // namespace kindling
