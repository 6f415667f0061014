#include "platform/common/webdav_store.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <utility>

#include "core/sync/store_probe.hpp"
#include "platform/common/system_clock.hpp"
#include "tests/support/dav_server.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

constexpr std::chrono::seconds kSoon{5};  // what a hostile server may cost, with the limits below

WebOptions quick_options() {
  WebOptions options;
  options.limits.connect = std::chrono::milliseconds(1000);
  options.limits.exchange = std::chrono::milliseconds(1500);
  options.limits.transfer = std::chrono::milliseconds(3000);
  options.limits.slowest = 1000;
  options.limits.slowest_for = std::chrono::seconds(1);
  return options;
}

class WebdavStoreTest : public testing::Test {
 protected:
  FakeClock clock_{parse_instant("2026-12-01T12:00:00Z").value()};
  SeededRandom random_{5};
  DavServer server_;
  std::unique_ptr<WebdavStore> store_ = open(server_.address(), {"rosa", "hunter2-\xc3\xa4"});

  std::unique_ptr<WebdavStore> open(const std::string& address, WebLogin login = {}) {
    WebdavPlace place{address, quick_options(), true};
    place.options.login = std::move(login);
    auto store = WebdavStore::open(place, clock_, random_);
    if (!store) ADD_FAILURE() << store.error().message;
    return store ? *std::move(store) : nullptr;
  }

  // Every request of that method is answered so.
  void answer(const std::string& method, GivenAnswer given) {
    server_.hook = [method, given = std::move(given)](const HeardRequest& request) {
      return request.method == method ? std::optional(given) : std::nullopt;
    };
  }

  // Nobody's words, and nothing that a log shouldn't hold.
  void is_discreet(const Error& error) {
    for (const std::string& word : {std::string("rosa"), std::string("hunter2"), std::string("127.0.0.1"),
                                    std::string("/dav"), std::string("secret")})
      EXPECT_EQ(error.message.find(word), std::string::npos) << error.message;
  }

  template <class Call>
  Error fails_soon(Call call) {
    const auto start = std::chrono::steady_clock::now();
    const auto result = call();
    EXPECT_LT(std::chrono::steady_clock::now() - start, kSoon);
    if (result) {
      ADD_FAILURE() << "it didn't fail";
      return failed("it didn't fail");
    }
    is_discreet(result.error());
    return result.error();
  }
};

std::string text(const Result<Bytes>& bytes) { return bytes ? std::string(text_of(*bytes)) : bytes.error().message; }

TEST_F(WebdavStoreTest, KeepsWhatIsPut) {
  ASSERT_TRUE(store_->put("s/t/0/1-a.sg", bytes_of("first")));
  EXPECT_EQ(server_.files, (std::map<std::string, std::string>{{"/dav/us/s/t/0/1-a.sg", "first"}}));
  EXPECT_EQ(server_.count("MKCOL"), 3);
  ASSERT_TRUE(store_->put("s/t/0/2-a.sg", {}));
  EXPECT_EQ(server_.count("MKCOL"), 3);
  EXPECT_EQ(text(store_->get("s/t/0/1-a.sg", 5)), "first");
  EXPECT_EQ(text(store_->get("s/t/0/2-a.sg", 0)), "");
  EXPECT_EQ(*store_->list("s/t/0"), (std::vector<StoreEntry>{{"1-a.sg", 5}, {"2-a.sg", 0}}));
  EXPECT_EQ(store_->list("s")->size(), 0U);
  EXPECT_EQ(store_->list("nowhere")->size(), 0U);
  ASSERT_TRUE(store_->remove("s/t/0/1-a.sg"));
  ASSERT_TRUE(store_->remove("s/t/0/1-a.sg"));
  EXPECT_EQ(store_->get("s/t/0/1-a.sg", 5).error().code, ErrorCode::not_found);
}

TEST_F(WebdavStoreTest, DoesAllThatSharingNeeds) {
  const SystemClock clock;
  const StoreReport report = probe_store(*store_, clock, random_);
  EXPECT_EQ(report.verdict(), StoreVerdict::fine);
  EXPECT_TRUE(server_.files.empty());
}

TEST_F(WebdavStoreTest, AsksAsItIsMeantTo) {
  ASSERT_TRUE(store_->put("a.sg", bytes_of("x")));
  ASSERT_TRUE(store_->list(""));
  const auto heard = server_.heard();
  ASSERT_EQ(heard.size(), 3U);
  EXPECT_EQ(heard[0].method, "PUT");
  EXPECT_TRUE(heard[0].target.starts_with("/dav/us/~syncthing~")) << heard[0].target;
  EXPECT_EQ(heard[1].method, "MOVE");
  EXPECT_EQ(heard[1].headers.at("overwrite"), "F");
  EXPECT_EQ(heard[1].headers.at("destination"), server_.address() + "a.sg");
  EXPECT_EQ(heard[2].headers.at("depth"), "1");
  for (const HeardRequest& request : heard) {
    EXPECT_EQ(request.headers.at("authorization"), "Basic cm9zYTpodW50ZXIyLcOk");
    EXPECT_FALSE(request.headers.contains("expect"));
    EXPECT_FALSE(request.headers.contains("accept-encoding"));
  }
}

TEST_F(WebdavStoreTest, OpensOnlyWhatIsSafe) {
  WebdavPlace place{"http://cloud.example/dav", {}, false};
  EXPECT_EQ(WebdavStore::open(place, clock_, random_).error().code, ErrorCode::invalid);
  place.address = "https://rosa:hunter2@cloud.example/dav";
  const auto refused = WebdavStore::open(place, clock_, random_);
  ASSERT_FALSE(refused);
  is_discreet(refused.error());
  place.address = "https://cloud.example/dav";
  EXPECT_TRUE(WebdavStore::open(place, clock_, random_));
  place.options.login = {"ro:sa", "x"};
  EXPECT_EQ(WebdavStore::open(place, clock_, random_).error().code, ErrorCode::invalid);
  place.options.login = {"rosa", "x\r\nX-Evil: 1"};
  EXPECT_EQ(WebdavStore::open(place, clock_, random_).error().code, ErrorCode::invalid);
}

TEST_F(WebdavStoreTest, SpeaksOnlyTlsToHttpsAddresses) {
  WebdavPlace place{"https" + server_.address().substr(4), quick_options(), true};
  place.options.login = {"rosa", "hunter2"};
  auto store = WebdavStore::open(place, clock_, random_);
  ASSERT_TRUE(store);
  fails_soon([&] { return (*store)->get("a.sg", 10); });
  EXPECT_TRUE(server_.heard().empty());
}

TEST_F(WebdavStoreTest, IgnoresTheSystemsProxyUnlessAsked) {
  LoopbackServer proxy([](const HeardRequest&) { return proper_answer(200, "from the proxy"); });
  server_.files["/dav/us/a.sg"] = "from the store";
  ASSERT_EQ(setenv("http_proxy", proxy.origin().c_str(), 1), 0);
  EXPECT_EQ(text(store_->get("a.sg", 100)), "from the store");
  WebdavPlace place{server_.address(), quick_options(), true};
  place.options.uses_proxy_of_system = true;
  EXPECT_EQ(text((*WebdavStore::open(place, clock_, random_))->get("a.sg", 100)), "from the proxy");
  unsetenv("http_proxy");
}

// What was done although the answer says otherwise is found by looking.
TEST_F(WebdavStoreTest, TakesEveryAnswerToAMoveForPerhaps) {
  const std::vector<GivenAnswer> answers = {proper_answer(412), proper_answer(404),        proper_answer(500),
                                            proper_answer(207), {"HTTP/1.1 2", 0, {}, {}}, {"", 0, {}, {}}};
  int number = 0;
  for (const GivenAnswer& given : answers) {
    server_.hook = [this, &given](const HeardRequest& request) -> std::optional<GivenAnswer> {
      if (request.method != "MOVE") return std::nullopt;
      static_cast<void>(server_.obey(request));
      return given;
    };
    const std::string path = "a" + std::to_string(++number) + ".sg";
    EXPECT_TRUE(store_->put(path, bytes_of("kept"))) << number;
    EXPECT_EQ(server_.files.at("/dav/us/" + path), "kept");
  }
}

TEST_F(WebdavStoreTest, LeavesNoTemporaryWhereTheFileWasThereAlready) {
  server_.files["/dav/us/a.sg"] = "same";
  ASSERT_TRUE(store_->put("a.sg", bytes_of("same")));
  EXPECT_EQ(server_.files.size(), 1U);
}

TEST_F(WebdavStoreTest, ReplacesAFileThatIsDamaged) {
  server_.files["/dav/us/a.sg"] = "dam";
  ASSERT_TRUE(store_->put("a.sg", bytes_of("whole")));
  EXPECT_EQ(server_.files, (std::map<std::string, std::string>{{"/dav/us/a.sg", "whole"}}));
}

TEST_F(WebdavStoreTest, ClearsAwayWhatCouldntBeMoved) {
  answer("MOVE", proper_answer(501));
  const Error error = fails_soon([&] { return store_->put("a.sg", bytes_of("x")); });
  EXPECT_NE(error.message.find("WebDAV"), std::string::npos);
  EXPECT_TRUE(server_.files.empty());
}

TEST_F(WebdavStoreTest, NeverMakesItsOwnFolder) {
  server_.folders.clear();
  EXPECT_NE(fails_soon([&] { return store_->list("s"); }).message.find("isn't there"), std::string::npos);
  EXPECT_NE(fails_soon([&] { return store_->list(""); }).message.find("isn't there"), std::string::npos);
  EXPECT_NE(fails_soon([&] { return store_->put("s/a.sg", bytes_of("x")); }).message.find("isn't there"),
            std::string::npos);
  EXPECT_TRUE(server_.folders.empty());
}

TEST_F(WebdavStoreTest, DoesntAskAgainWithALoginThatWasRefused) {
  server_.hook = [](const HeardRequest&) { return proper_answer(401, "", {"WWW-Authenticate: Basic realm=\"x\""}); };
  const Error error = fails_soon([&] { return store_->list(""); });
  EXPECT_NE(error.message.find("user name and password"), std::string::npos) << error.message;
  const std::size_t asked = server_.heard().size();
  EXPECT_EQ(store_->get("a.sg", 1).error(), error);
  EXPECT_EQ(store_->put("a.sg", bytes_of("x")).error(), error);
  EXPECT_EQ(server_.heard().size(), asked);
}

TEST_F(WebdavStoreTest, SaysWhereAnotherWayOfSigningInIsWanted) {
  server_.hook = [](const HeardRequest&) {
    return proper_answer(401, "", {"WWW-Authenticate: Digest realm=\"x\", nonce=\"y\""});
  };
  EXPECT_NE(fails_soon([&] { return store_->list(""); }).message.find("way of signing in"), std::string::npos);
}

TEST_F(WebdavStoreTest, StaysReadableWhereTheLoginMayNotWrite) {
  for (const int status : {401, 403}) {
    server_.files["/dav/us/a.sg"] = "theirs";
    server_.hook = [status](const HeardRequest& request) -> std::optional<GivenAnswer> {
      if (request.method == "GET" || request.method == "PROPFIND") return std::nullopt;
      return proper_answer(status);
    };
    auto store = open(server_.address());
    ASSERT_TRUE(store->list(""));
    const Error error = fails_soon([&] { return store->put("s/b.sg", bytes_of("x")); });
    EXPECT_NE(error.message.find("may read the store but not write"), std::string::npos) << error.message;
    const std::size_t asked = server_.heard().size();
    EXPECT_EQ(store->put("c.sg", bytes_of("x")).error(), error);
    EXPECT_EQ(server_.heard().size(), asked);
    EXPECT_EQ(text(store->get("a.sg", 10)), "theirs");
  }
}

TEST_F(WebdavStoreTest, SaysWhatIsWrongInWords) {
  const std::pair<int, const char*> said[] = {{507, "full"}, {503, "busy"}, {423, "locked"},
                                              {413, "size"}, {502, "502"},  {405, "WebDAV"}};
  for (const auto& [status, word] : said) {
    answer("PUT", proper_answer(status, "secret words of the server"));
    EXPECT_NE(fails_soon([&] { return store_->put("a.sg", bytes_of("x")); }).message.find(word), std::string::npos)
        << status;
  }
}

TEST_F(WebdavStoreTest, FollowsNobodyElsewhere) {
  DavServer other;
  other.files["/dav/us/a.sg"] = "evil";
  for (const std::string& place :
       {other.origin() + "/dav/us/a.sg", std::string("//") + other.origin().substr(7) + "/dav/us/a.sg",
        std::string("file:///etc/passwd"), std::string("https") + server_.origin().substr(4) + "/",
        "http://rosa@" + server_.origin().substr(7) + "/dav/us/a.sg"}) {
    server_.hook = [&place](const HeardRequest&) { return proper_answer(302, "", {"Location: " + place}); };
    for (const Error& error :
         {fails_soon([&] { return store_->get("a.sg", 100); }), fails_soon([&] { return store_->list(""); }),
          fails_soon([&] { return store_->put("a.sg", bytes_of("x")); })})
      EXPECT_NE(error.message.find("another address"), std::string::npos) << place << ": " << error.message;
  }
  EXPECT_TRUE(other.heard().empty());
}

TEST_F(WebdavStoreTest, FollowsWithinTheServerWhenReadingOnly) {
  server_.files["/dav/us/a.sg"] = "found";
  server_.hook = [](const HeardRequest& request) -> std::optional<GivenAnswer> {
    if (request.target == "/dav/us/a.sg" || request.method == "MOVE") return std::nullopt;
    return proper_answer(301, "", {"Location: /dav/us/a.sg"});
  };
  EXPECT_EQ(text(store_->get("b.sg", 100)), "found");
  fails_soon([&] { return store_->put("c.sg", bytes_of("x")); });
  EXPECT_EQ(server_.files, (std::map<std::string, std::string>{{"/dav/us/a.sg", "found"}}));
  server_.hook = [](const HeardRequest&) { return proper_answer(301, "", {"Location: /dav/us/a.sg"}); };
  EXPECT_NE(fails_soon([&] { return store_->get("a.sg", 100); }).message.find("circles"), std::string::npos);
}

TEST_F(WebdavStoreTest, ReadsNoMoreThanItMay) {
  server_.files["/dav/us/a.sg"] = "12345";
  EXPECT_EQ(text(store_->get("a.sg", 5)), "12345");
  EXPECT_EQ(fails_soon([&] { return store_->get("a.sg", 4); }).code, ErrorCode::invalid);
  // It is enough that it is announced: little of it comes.
  answer("GET", {"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\nx", 0, {}, {}});
  EXPECT_EQ(fails_soon([&] { return store_->get("a.sg", 1U << 20U); }).code, ErrorCode::invalid);
  // Without a length, and without an end.
  answer("GET", {"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n", 0, {}, std::string(65536, 'x')});
  EXPECT_EQ(fails_soon([&] { return store_->get("a.sg", 1U << 20U); }).code, ErrorCode::invalid);
  answer("PROPFIND", {"HTTP/1.1 207 Multi\r\nConnection: close\r\n\r\n", 0, {}, std::string(65536, ' ')});
  fails_soon([&] { return store_->list(""); });
}

TEST_F(WebdavStoreTest, DropsPagesAboutErrors) {
  answer("GET", {"HTTP/1.1 404 None\r\nConnection: close\r\n\r\n", 0, {}, std::string(65536, 'x')});
  EXPECT_EQ(fails_soon([&] { return store_->get("a.sg", 10); }).code, ErrorCode::not_found);
}

TEST_F(WebdavStoreTest, GivesUpOnSlowServers) {
  // One byte of a header, or of a body, at a time.
  for (const char* start : {"HTTP/1.1 200 OK\r\nX: ", "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"}) {
    answer("GET", {start, 0, {}, "x"});
    server_.hook = [start](const HeardRequest&) { return GivenAnswer{start, 1, std::chrono::milliseconds(50), "x"}; };
    EXPECT_NE(fails_soon([&] { return store_->get("a.sg", 1000); }).message.find("too long"), std::string::npos);
    fails_soon([&] { return store_->list(""); });
  }
}

TEST_F(WebdavStoreTest, GivesUpOnEndlessHeaders) {
  answer("GET", {"HTTP/1.1 200 OK\r\n", 0, {}, "X-More: " + std::string(1000, 'x') + "\r\n"});
  EXPECT_NE(fails_soon([&] { return store_->get("a.sg", 10); }).message.find("too many headers"), std::string::npos);
  answer("GET", {"HTTP/1.1 100 Continue\r\n\r\n", 0, {}, "HTTP/1.1 100 Continue\r\n\r\n"});
  EXPECT_EQ(fails_soon([&] { return store_->get("a.sg", 10); }).code, ErrorCode::failed);
}

TEST_F(WebdavStoreTest, TakesNoBrokenAnswerForAFile) {
  for (const char* bytes : {"", "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf", "nonsense\r\n\r\n", "HTTP/0.9",
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n",
                            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\nx"}) {
    answer("GET", {bytes, 0, {}, {}});
    const Error error = fails_soon([&] { return store_->get("a.sg", 100); });
    EXPECT_EQ(error.code, ErrorCode::failed) << bytes;
  }
}

TEST_F(WebdavStoreTest, ListsNothingOfAServerThatLies) {
  const auto lists = [&](const std::string& body) {
    answer("PROPFIND", proper_answer(207, body));
    return store_->list("");
  };
  const std::string start = "<multistatus xmlns=\"DAV:\"><response><href>/dav/us/</href></response>";
  EXPECT_FALSE(lists("<!DOCTYPE m [<!ENTITY a \"aaaa\">]>" + start + "</multistatus>"));
  EXPECT_FALSE(lists(start));
  EXPECT_FALSE(lists(start + "<response><href>http://evil.example/dav/us/a.sg</href></response></multistatus>"));
  EXPECT_FALSE(lists("<html>Sign in</html>"));
  EXPECT_EQ(lists(start + "<response><href>/dav/us/..%2f..%2fetc</href></response></multistatus>")->size(), 0U);
  answer("PROPFIND", proper_answer(200, start + "</multistatus>"));
  EXPECT_FALSE(store_->list(""));
}

TEST_F(WebdavStoreTest, SweepsWhatWasLeftHalfWrittenUntilThatIsRefused) {
  const std::string ours = "/dav/us/~syncthing~aaaaaaaaaaaaaaaa.~.tmp";
  const std::string others = "/dav/us/~syncthing~1-a.sg.tmp";
  server_.files = {{ours, "half"}, {others, "of Syncthing"}};
  server_.changed = "Tue, 01 Dec 2026 11:59:59 GMT";
  EXPECT_EQ(store_->list("")->size(), 0U);
  EXPECT_EQ(server_.files.size(), 2U);
  clock_.advance(std::chrono::hours(24));
  answer("DELETE", proper_answer(423));
  ASSERT_TRUE(store_->list(""));
  ASSERT_TRUE(store_->list(""));
  EXPECT_EQ(server_.count("DELETE"), 1);
  server_.hook = nullptr;
  ASSERT_TRUE(open(server_.address())->list(""));
  EXPECT_EQ(server_.files, (std::map<std::string, std::string>{{others, "of Syncthing"}}));
}

TEST_F(WebdavStoreTest, OutlivesAServerThatHangsUp) {
  server_.hangs_up = true;
  EXPECT_EQ(fails_soon([&] { return store_->put("a.sg", Bytes(4'000'000, 1)); }).code, ErrorCode::failed);
}

TEST_F(WebdavStoreTest, AsksOncePerQuietLook) {
  ASSERT_TRUE(store_->list(""));
  const std::size_t before = server_.heard().size();
  EXPECT_EQ(store_->list("s")->size(), 0U);
  EXPECT_EQ(server_.heard().size(), before + 1);
}

}  // namespace
}  // namespace kindling
