#include "core/sync/shared_log.hpp"

#include <gtest/gtest.h>

#include <memory>

#include "core/codec/wire_v1.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

constexpr Instant kNow{std::chrono::milliseconds(1'790'000'000'000)};

Uuid uuid(std::uint8_t number) {
  Uuid id{};
  id.fill(number);
  return id;
}

// A device with its own disk.
struct Device {
  explicit Device(std::uint64_t seed) : random(seed) { open(); }
  void open() {
    space = std::move(*Space::open({.path = folder.path() + "/couple.db", .kind = SpaceKind::couple, .durable = false},
                                   SecretKey(std::array<std::uint8_t, SecretKey::kSize>{1}), clock, random));
    keys = std::make_unique<DeviceKeyFile>(files, random, "home", SecretKey());
    log = std::make_unique<SharedLog>(*space, *keys, random);
  }
  void write(const std::string& words) {
    const auto done = space->transact(Verb::edit_plan, [&](Writer& writer) -> Result<void> {
      writer.set(EntityKind::plan, uuid(9), 1, words);
      return {};
    });
    ASSERT_TRUE(done);
  }
  [[nodiscard]] std::string words() {
    const auto cell = space->tables().cell(uuid(9), 1);
    return cell ? std::get<std::string>(cell->value) : std::string();
  }
  [[nodiscard]] std::vector<Bytes> segments() {
    std::vector<Bytes> all;
    for (const KeptSegment& kept : space->segments().all()) all.push_back(*space->segments().bytes(kept.hash));
    return all;
  }
  [[nodiscard]] Member member(const std::string& name) {
    return {.stream = space->stream(),
            .person = uuid(50),
            .keys = (*keys->find(space->stream()))->keys.shown(),
            .person_name = name,
            .device_name = "d"};
  }

  TemporaryFolder folder;
  SeededRandom random;
  FakeClock clock{kNow};
  MemoryFiles files;
  std::unique_ptr<Space> space;
  std::unique_ptr<DeviceKeyFile> keys;
  std::unique_ptr<SharedLog> log;
};

struct SharedLogTest : testing::Test {
  void SetUp() override {
    ASSERT_TRUE(ada.log->found({.person = uuid(40), .person_name = "Ada", .device_name = "desk"}));
    ASSERT_TRUE(ben.log->prepare());
    ASSERT_TRUE(ada.log->admit(ben.member("Ben")));
    ASSERT_TRUE(ben.log->join(ada.log->grant()));
  }
  // Everything that `from` has goes to `to`, as a store that works would bring it.
  static void give(Device& from, Device& to) {
    ASSERT_TRUE(from.log->seal_new());
    for (const Bytes& segment : from.segments()) ASSERT_TRUE(to.log->take_in(segment));
  }
  SharedLog::Taken take(Device& device, ByteView segment) { return device.log->take_in(segment)->taken; }

  Device ada{1};
  Device ben{2};
};

TEST_F(SharedLogTest, BringsWhatOneWroteToTheOther) {
  ada.write("Ramen night");
  give(ada, ben);
  EXPECT_EQ(ben.words(), "Ramen night");
  EXPECT_EQ(ada.space->tables().digest(), ben.space->tables().digest());
}

TEST_F(SharedLogTest, LetsTheLaterWordWinOnBothSides) {
  ada.write("Ramen night");
  give(ada, ben);
  ada.write("Ramen at eight");
  ben.clock.advance(std::chrono::seconds(1));
  ben.write("Ramen at nine");
  give(ada, ben);
  give(ben, ada);
  EXPECT_EQ(ada.words(), "Ramen at nine");
  EXPECT_EQ(ben.words(), "Ramen at nine");
}

TEST_F(SharedLogTest, TakesEachSegmentOnce) {
  ada.write("x");
  give(ada, ben);
  const std::uint64_t count = ben.space->log().count();
  for (const Bytes& segment : ada.segments()) EXPECT_EQ(take(ben, segment), SharedLog::Taken::known);
  EXPECT_EQ(ben.space->log().count(), count);
}

TEST_F(SharedLogTest, WaitsForWhatCameBefore) {
  ada.write("one");
  ASSERT_TRUE(ada.log->seal_new());
  ada.write("two");
  ASSERT_TRUE(ada.log->seal_new());
  const auto segments = ada.segments();
  ASSERT_GE(segments.size(), 2U);
  for (std::size_t i = segments.size(); --i > 0;) EXPECT_EQ(take(ben, segments[i]), SharedLog::Taken::waits) << i;
  for (const Bytes& segment : segments) EXPECT_EQ(take(ben, segment), SharedLog::Taken::applied);
  EXPECT_EQ(ben.words(), "two");
}

TEST_F(SharedLogTest, TakesNothingFromWhoIsNoMember) {
  Device stranger{3};
  ASSERT_TRUE(stranger.log->found({.person = uuid(60), .person_name = "Mallory", .device_name = "m"}));
  stranger.write("let me in");
  ASSERT_TRUE(stranger.log->seal_new());
  for (const Bytes& segment : stranger.segments()) EXPECT_EQ(take(ben, segment), SharedLog::Taken::foreign);
  // With the couple's key, too, somebody whom nobody admitted isn't heard.
  ASSERT_TRUE(stranger.log->leave());
  ASSERT_TRUE(stranger.log->prepare());
  ASSERT_TRUE(stranger.log->join(ada.log->grant()));
  stranger.write("let me in");
  ASSERT_TRUE(stranger.log->seal_new());
  for (const Bytes& segment : stranger.segments()) EXPECT_EQ(take(ben, segment), SharedLog::Taken::foreign);
  EXPECT_EQ(ben.words(), "");
}

TEST_F(SharedLogTest, RefusesWhatIsSignedByAnotherMember) {
  ada.write("mine");
  ASSERT_TRUE(ada.log->seal_new());
  Bytes segment = ada.segments()[0];
  const auto header = read_segment_header(segment);
  const auto key = ada.space->segments().key_of(header->epoch);
  const auto body = open_segment(segment, *key);
  const Bytes forged = seal_segment(*header, *body, *key, (*ben.keys->find(ben.space->stream()))->keys, ben.random);
  EXPECT_EQ(take(ben, forged), SharedLog::Taken::damaged);
  EXPECT_EQ(take(ben, segment), SharedLog::Taken::applied);
}

TEST_F(SharedLogTest, BeginsAnotherStreamWhereItsOwnGoesOnElsewhere) {
  ada.write("before");
  ASSERT_TRUE(ada.log->seal_new());
  const Uuid stream = ada.space->stream();
  // What a copy of Ada's home wrote: the same stream and keys, another content.
  const auto last = ada.space->segments().last(stream);
  const auto epoch = ada.space->segments().current_epoch();
  DecodedOperation written;
  written.operation.ref = {stream, last->last() + 1};
  written.operation.stamp = {kNow.time_since_epoch().count() + 5'000, 0};
  written.operation.entity_kind = EntityKind::plan;
  written.operation.entity = uuid(9);
  written.operation.field = 1;
  written.operation.payload.value = std::string("from the copy");
  written.payload = encode_payload(written.operation.payload);
  const SegmentHeader header{.space = ada.space->id(),
                             .stream = stream,
                             .epoch = epoch->id,
                             .first = last->last() + 1,
                             .count = 1,
                             .previous = last->hash};
  const Bytes of_copy =
      seal_segment(header, {{}, {}, {written}}, epoch->key, (*ada.keys->find(stream))->keys, ada.random);
  ada.write("here meanwhile");
  EXPECT_EQ(take(ada, of_copy), SharedLog::Taken::applied);
  EXPECT_NE(ada.space->stream(), stream);
  ASSERT_TRUE(ada.log->seal_new());
  for (const Bytes& segment : ada.segments()) ASSERT_TRUE(ben.log->take_in(segment));
  EXPECT_EQ(ben.space->log().count(), ada.space->log().count());
  EXPECT_EQ(ben.space->tables().digest(), ada.space->tables().digest());
}

TEST_F(SharedLogTest, HearsARevokedDeviceNoMoreWhicheverComesFirst) {
  Device late{4};
  ASSERT_TRUE(late.log->prepare());
  ASSERT_TRUE(ada.log->admit(late.member("Ada")));
  ASSERT_TRUE(late.log->join(ada.log->grant()));
  ben.write("heard");
  give(ben, ada);
  give(ben, late);
  ben.write("after");
  give(ben, late);  // before it hears of the end
  ASSERT_TRUE(ada.log->revoke(ben.space->stream()));
  give(ada, late);
  give(ben, ada);
  EXPECT_EQ(ada.words(), "heard");
  EXPECT_EQ(late.words(), "heard");
  ada.write("not for Ben");
  give(ada, ben);
  EXPECT_NE(ben.words(), "not for Ben");
}

TEST_F(SharedLogTest, KeepsEverythingAsItsOwnWhenItLeaves) {
  ada.write("ours");
  give(ada, ben);
  ben.write("ours, changed");
  const auto before = ben.words();
  ASSERT_TRUE(ben.log->leave());
  EXPECT_EQ(ben.words(), before);
  EXPECT_FALSE(ben.space->segments().current_epoch());
  EXPECT_FALSE(ben.space->log().has_other_streams(ben.space->stream()));
  EXPECT_NE(ben.space->id(), ada.space->id());
  const auto rebuilt = ben.space->rebuild();
  ASSERT_TRUE(rebuilt);
  EXPECT_TRUE(rebuilt->equal);
}

}  // namespace
}  // namespace kindling
