#include "core/sync/segment.hpp"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "core/codec/wire_v1.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

Uuid uuid(std::uint8_t number) {
  Uuid id{};
  id.fill(number);
  return id;
}

DecodedOperation set(std::uint64_t seq, const std::string& words) {
  DecodedOperation made;
  Operation& o = made.operation;
  o.ref = {uuid(2), seq};
  o.stamp = {1'790'000'000'000 + static_cast<std::int64_t>(seq) * 7, static_cast<std::uint16_t>(seq % 3)};
  o.entity_kind = EntityKind::plan;
  o.entity = uuid(static_cast<std::uint8_t>(10 + seq % 5));
  o.field = 1;
  o.action = seq;
  o.verb = Verb::edit_plan;
  o.payload.value = words;
  made.payload = encode_payload(o.payload);
  return made;
}

struct Writer {
  SeededRandom random{7};
  DeviceKeys keys = DeviceKeys::make(random);
  SecretKey epoch = SecretKey::random(random);

  Bytes segment(std::uint64_t first, std::uint16_t count) {
    SegmentBody body;
    body.heads.push_back({uuid(3), 41, hash_of({bytes_of("x")})});
    for (std::uint64_t i = 0; i < count; ++i) body.operations.push_back(set(first + i, "Ramen night"));
    return seal_segment({.space = uuid(1), .stream = uuid(2), .epoch = 5, .first = first, .count = count}, body, epoch,
                        keys, random);
  }
};

TEST(Segment, OpensForItsMembersAndGivesBackWhatWasSealed) {
  Writer writer;
  const Bytes segment = writer.segment(9, 4);
  const auto header = read_segment_header(segment);
  ASSERT_TRUE(header);
  EXPECT_EQ(header->first, 9U);
  EXPECT_EQ(header->end(), 13U);
  EXPECT_TRUE(is_segment_of(segment, writer.keys.shown().sign));
  const auto body = open_segment(segment, writer.epoch);
  ASSERT_TRUE(body);
  ASSERT_EQ(body->operations.size(), 4U);
  for (std::uint64_t i = 0; i < 4; ++i) {
    const DecodedOperation expected = set(9 + i, "Ramen night");
    const Operation& o = body->operations[i].operation;
    EXPECT_EQ(o.ref, expected.operation.ref);
    EXPECT_EQ(o.stamp, expected.operation.stamp);
    EXPECT_EQ(o.entity, expected.operation.entity);
    EXPECT_EQ(o.action, expected.operation.action);
    EXPECT_EQ(o.verb, expected.operation.verb);
    EXPECT_EQ(body->operations[i].payload, expected.payload);
  }
  ASSERT_EQ(body->heads.size(), 1U);
  EXPECT_EQ(body->heads[0].seq, 41U);
}

TEST(Segment, IsRefusedWhereAnyBitIsAnotherOne) {
  Writer writer;
  const Bytes good = writer.segment(1, 2);
  for (std::size_t at = 0; at < good.size(); ++at) {
    Bytes bad = good;
    bad[at] ^= 0x10U;
    const bool opens = open_segment(bad, writer.epoch).has_value();
    EXPECT_FALSE(opens && is_segment_of(bad, writer.keys.shown().sign)) << "byte " << at;
    EXPECT_FALSE(is_segment_of(bad, writer.keys.shown().sign)) << "byte " << at;
  }
}

TEST(Segment, IsRefusedWhereItWasCutOffOrHasMore) {
  Writer writer;
  const Bytes good = writer.segment(1, 1);
  for (std::size_t size = 0; size < good.size(); ++size) {
    const ByteView cut = ByteView(good).first(size);
    EXPECT_FALSE(open_segment(cut, writer.epoch)) << size;
    EXPECT_FALSE(is_segment_of(cut, writer.keys.shown().sign)) << size;
  }
  Bytes longer = good;
  longer.push_back(0);
  EXPECT_FALSE(is_segment_of(longer, writer.keys.shown().sign));
}

TEST(Segment, OpensUnderNoOtherKeyAndForNoOtherWriter) {
  Writer writer;
  const Bytes segment = writer.segment(1, 1);
  EXPECT_FALSE(open_segment(segment, SecretKey::random(writer.random)));
  EXPECT_FALSE(is_segment_of(segment, DeviceKeys::make(writer.random).shown().sign));
  EXPECT_FALSE(is_segment_of(segment, PublicKey{}));
}

TEST(Segment, ShowsNothingOfWhatIsInIt) {
  Writer writer;
  const Bytes segment = writer.segment(1, 200);
  EXPECT_EQ(text_of(segment).find("Ramen"), std::string_view::npos);
}

TEST(Segment, CostsLittleAnOperation) {
  Writer writer;
  EXPECT_LE(writer.segment(1, 256).size() / 256, 100U);
  EXPECT_LE(writer.segment(1, 1).size(), 600U);
}

TEST(SegmentBody, LeavesPayloadsOfANewerVersionUntouched) {
  SegmentBody body;
  body.operations.push_back(set(1, "known"));
  body.operations.push_back(set(2, "new"));
  body.operations[1].payload = Bytes{9, 1, 2, 3};
  body.operations[1].operation.kind = static_cast<OperationKind>(77);
  const auto read = decode_segment_body(encode_segment_body(body), uuid(2), 1);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->operations[1].payload, (Bytes{9, 1, 2, 3}));
  EXPECT_EQ(static_cast<int>(read->operations[1].operation.kind), 77);
}

RC_GTEST_PROP(SegmentBody, ReadsNoOtherBytesThanThoseItWrites, ()) {
  const auto noise = *rc::gen::arbitrary<Bytes>();
  const auto read = decode_segment_body(noise, uuid(2), 1);
  if (read) RC_ASSERT(encode_segment_body(*read) == noise);
}

RC_GTEST_PROP(SegmentBody, GivesBackAnyStampsAndActs, ()) {
  SegmentBody body;
  const auto count = *rc::gen::inRange<std::uint64_t>(1, 20);
  for (std::uint64_t i = 0; i < count; ++i) {
    DecodedOperation operation = set(1 + i, "x");
    operation.operation.stamp.ms = *rc::gen::inRange<std::int64_t>(0, INT64_MAX);
    operation.operation.stamp.counter = *rc::gen::arbitrary<std::uint16_t>();
    operation.operation.action = *rc::gen::arbitrary<std::uint64_t>();
    operation.operation.undoes = *rc::gen::arbitrary<std::uint64_t>();
    operation.operation.field = *rc::gen::arbitrary<FieldNumber>();
    body.operations.push_back(std::move(operation));
  }
  const auto read = decode_segment_body(encode_segment_body(body), uuid(2), 1);
  RC_ASSERT(read.has_value());
  for (std::size_t i = 0; i < body.operations.size(); ++i) {
    const Operation& a = body.operations[i].operation;
    const Operation& b = read->operations[i].operation;
    RC_ASSERT(a.stamp == b.stamp && a.action == b.action && a.undoes == b.undoes && a.field == b.field);
  }
}

TEST(Padding, FollowsPadme) {
  // Lengths from the paper's construction: at most about 12 % more, and never less.
  EXPECT_EQ(padded_length(9), 10U);
  EXPECT_EQ(padded_length(100), 104U);
  EXPECT_EQ(padded_length(1'000), 1'024U);
  for (std::size_t length = 1; length < 5'000; ++length) {
    EXPECT_GE(padded_length(length), length);
    EXPECT_LE(padded_length(length), length + length / 8 + 1);
  }
}

}  // namespace
}  // namespace kindling
