#include "core/services/thing_importer.hpp"

#include <algorithm>

#include "core/codec/wire_v1.hpp"
#include "core/crypto/envelope.hpp"
#include "core/domain/entity_types.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

// Of what a thing says, its id included.
std::array<std::uint8_t, 32> digest_of(const EntityState& state) {
  Bytes bytes(state.id.begin(), state.id.end());
  const auto add = [&bytes](const Payload& payload) {
    const Bytes encoded = encode_payload(payload);
    bytes.insert(bytes.end(), encoded.begin(), encoded.end());
  };
  Payload fields;
  fields.fields = state.fields;
  add(fields);
  for (const EntityState::Member& member : state.members) {
    Payload payload;
    payload.element = member.key;
    payload.value = member.value;
    payload.fields.emplace_back(member.field, FieldValue{});
    add(payload);
  }
  for (const auto& [field, count] : state.counts) {
    Payload payload;
    payload.fields.emplace_back(field, count);
    add(payload);
  }
  return digest(bytes);
}

// The id that a thing gets whose own is taken: its time stays, the rest is new. The nth of them, from 0.
Uuid renewed_id(const EntityState& state, const std::array<std::uint8_t, 32>& content, std::uint8_t nth) {
  Bytes input(content.begin(), content.end());
  const ByteView label = bytes_of("kindling/renewed");
  input.insert(input.end(), label.begin(), label.end());
  input.push_back(nth);
  const auto hash = digest(input);
  constexpr std::size_t kTimeBytes = 6;  // of a UUIDv7
  Uuid id = state.id;
  std::copy_n(hash.begin(), id.size() - kTimeBytes, id.begin() + kTimeBytes);
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | 0x70U);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);
  return id;
}

}  // namespace

void ThingImporter::take(EntityState state) {
  if (is_private(state.kind)) return take_single(state);
  Tables& tables = writer_.tables();
  if (!tables.is_known(state.id)) {
    ++report_.imported;
    return write(state);
  }
  if (says_the_same(state)) {
    ++report_.skipped;
    return;
  }
  const auto content = digest_of(state);
  for (std::uint8_t nth = 0; nth < UINT8_MAX; ++nth) {
    const Uuid id = renewed_id(state, content, nth);
    if (tables.is_known(id)) {
      // From an earlier import of the same file; where that was undone or deleted, the next id is tried.
      if (!tables.record(state.kind, id)) continue;
      ++report_.skipped;
      return;
    }
    state.id = id;
    ++report_.imported;
    ++report_.renewed;
    return write(state);
  }
  ++report_.skipped;
}

// Settings and marks are named by what they are for, so a home has each once and its own counts.
void ThingImporter::take_single(const EntityState& given) {
  EntityState state = given;
  if (state.kind == EntityKind::settings) state.id = settings_id().bytes;
  const auto life = writer_.tables().life(state.id);
  if (life && life->present) {
    ++report_.skipped;
    return;
  }
  with_entity_type(state.kind, [&](auto type) { revive(writer_, Id<typename decltype(type)::type>{state.id}); });
  ++report_.imported;
  write(state);
}

bool ThingImporter::says_the_same(const EntityState& state) {
  const auto record = writer_.tables().record(state.kind, state.id);
  return record && state_of(writer_.tables(), state.kind, *record) == state;
}

void ThingImporter::write(const EntityState& state) {
  if (is_written_whole(state.kind)) {
    writer_.append(state.kind, state.id, state.fields);
  } else {
    for (const auto& [field, value] : state.fields) writer_.set(state.kind, state.id, field, value);
  }
  for (const EntityState::Member& member : state.members)
    writer_.add_element(state.kind, state.id, member.field, member.key, member.value);
  for (const auto& [field, count] : state.counts) {
    const std::int64_t missing = count - writer_.tables().total(state.id, field);
    if (missing != 0) writer_.add_count(state.kind, state.id, field, missing);
  }
}

}  // namespace kindling
