#include "core/codec/segment_v1.hpp"

#include <algorithm>
#include <limits>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

using codec::BoundedInput;
using codec::BoundedOutput;

constexpr std::uint8_t kVersion = 1;

// Small numbers of either sign become small numbers (as protocol buffers do).
std::uint64_t zigzag(std::int64_t value) {
  return (static_cast<std::uint64_t>(value) << 1U) ^ (value < 0 ? ~std::uint64_t{0} : 0);
}
std::int64_t from_zigzag(std::uint64_t value) {
  return static_cast<std::int64_t>((value >> 1U) ^ ((value & 1U) != 0 ? ~std::uint64_t{0} : 0));
}

// Differences of 64-bit numbers, whatever they are, without overflow.
std::int64_t difference(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) - static_cast<std::uint64_t>(b));
}
std::int64_t sum(std::int64_t a, std::int64_t b) {
  return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

template <class Number>
Number narrow(std::uint64_t value) {
  if (value > std::numeric_limits<Number>::max()) throw cereal::Exception("number");
  return static_cast<Number>(value);
}

std::uint64_t index_of(std::vector<Uuid>& entities, const Uuid& entity) {
  // What was changed last is changed again: looked for from the end.
  const auto found = std::find(entities.rbegin(), entities.rend(), entity);
  if (found != entities.rend()) return static_cast<std::uint64_t>(entities.rend() - found - 1);
  entities.push_back(entity);
  return entities.size() - 1;
}

void write_operation(BoundedOutput& out, const DecodedOperation& written, std::int64_t& ms,
                     std::vector<Uuid>& entities) {
  const Operation& o = written.operation;
  out.write_varint(zigzag(difference(o.stamp.ms, ms)));
  ms = o.stamp.ms;
  out.write_varint(o.stamp.counter);
  out.write_varint(static_cast<std::uint64_t>(o.kind));
  out.write_varint(static_cast<std::uint64_t>(o.entity_kind));
  const std::size_t known = entities.size();
  const std::uint64_t index = index_of(entities, o.entity);
  out.write_varint(index);
  if (index == known) out.write(o.entity);
  out.write_varint(o.field);
  out.write_varint(zigzag(difference(static_cast<std::int64_t>(o.ref.seq), static_cast<std::int64_t>(o.action))));
  out.write_varint(static_cast<std::uint64_t>(o.verb));
  out.write_varint(o.undoes);
  out.write_varint(written.payload.size());
  out.write(written.payload);
}

Uuid take_uuid(BoundedInput& in) {
  Uuid uuid{};
  const ByteView bytes = in.take(uuid.size());
  std::copy(bytes.begin(), bytes.end(), uuid.begin());
  return uuid;
}

Bytes take_bytes(BoundedInput& in, std::size_t limit) {
  const std::uint64_t size = in.take_varint();
  if (size > limit) throw cereal::Exception("length");
  const ByteView bytes = in.take(static_cast<std::size_t>(size));
  return {bytes.begin(), bytes.end()};
}

DecodedOperation take_operation(BoundedInput& in, const OperationRef& ref, std::int64_t& ms,
                                std::vector<Uuid>& entities) {
  DecodedOperation read;
  Operation& o = read.operation;
  o.ref = ref;
  ms = sum(ms, from_zigzag(in.take_varint()));
  o.stamp = {ms, narrow<std::uint16_t>(in.take_varint())};
  if (ms < 0) throw cereal::Exception("stamp");
  o.kind = static_cast<OperationKind>(narrow<std::uint8_t>(in.take_varint()));
  o.entity_kind = static_cast<EntityKind>(narrow<std::uint16_t>(in.take_varint()));
  const std::uint64_t index = in.take_varint();
  if (index > entities.size()) throw cereal::Exception("entity");
  if (index == entities.size()) entities.push_back(take_uuid(in));
  o.entity = entities[static_cast<std::size_t>(index)];
  o.field = narrow<FieldNumber>(in.take_varint());
  o.action = static_cast<std::uint64_t>(difference(static_cast<std::int64_t>(ref.seq), from_zigzag(in.take_varint())));
  o.verb = static_cast<Verb>(narrow<std::uint16_t>(in.take_varint()));
  o.undoes = in.take_varint();
  read.payload = take_bytes(in, kOperationLimit);
  if (auto payload = decode_payload(read.payload)) o.payload = std::move(*payload);
  return read;
}

}  // namespace

Bytes encode_segment_body(const SegmentBody& body) {
  Bytes bytes;
  BoundedOutput out(bytes);
  out.write_number(kVersion);
  out.write_varint(body.introduction.size());
  out.write(body.introduction);
  out.write_varint(body.heads.size());
  for (const Head& head : body.heads) {
    out.write(head.stream);
    out.write_varint(head.seq);
    out.write(head.hash);
  }
  out.write_varint(body.operations.size());
  std::int64_t ms = 0;
  std::vector<Uuid> entities;
  for (const DecodedOperation& operation : body.operations) write_operation(out, operation, ms, entities);
  return bytes;
}

std::optional<SegmentBody> decode_segment_body(ByteView bytes, const Uuid& stream, std::uint64_t first) try {
  BoundedInput in(bytes);
  if (in.take_number<std::uint8_t>() != kVersion) return std::nullopt;
  SegmentBody body;
  body.introduction = take_bytes(in, kIntroductionLimit);
  const std::uint64_t heads = in.take_varint();
  if (heads > kMostHeads) return std::nullopt;
  for (std::uint64_t i = 0; i < heads; ++i) {
    Head& head = body.heads.emplace_back();
    head.stream = take_uuid(in);
    head.seq = in.take_varint();
    const ByteView hash = in.take(head.hash.size());
    std::copy(hash.begin(), hash.end(), head.hash.begin());
  }
  const std::uint64_t count = in.take_varint();
  if (count > kMostOperations) return std::nullopt;
  std::int64_t ms = 0;
  std::vector<Uuid> entities;
  for (std::uint64_t i = 0; i < count; ++i)
    body.operations.push_back(take_operation(in, {stream, first + i}, ms, entities));
  in.expect_end();
  return body;
} catch (const std::exception&) {
  return std::nullopt;
}

}  // namespace kindling
