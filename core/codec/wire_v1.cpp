#include "core/codec/wire_v1.hpp"

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::uint8_t kVersion = 1;

enum class ValueType : std::uint8_t { none = 0, integer = 1, text = 2 };

struct ValueDto {
  FieldValue value;

  template <class Archive>
  void save(Archive& archive) const {
    archive(static_cast<std::uint8_t>(value.index()));
    if (const auto* number = std::get_if<std::int64_t>(&value)) archive(*number);
    if (const auto* text = std::get_if<std::string>(&value)) archive(*text);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t type = 0;
    archive(type);
    switch (static_cast<ValueType>(type)) {
      case ValueType::none: value = {}; return;
      case ValueType::integer: archive(value.emplace<std::int64_t>()); return;
      case ValueType::text: archive(value.emplace<std::string>()); return;
    }
    throw cereal::Exception("value type");
  }
};

struct FieldDto {
  FieldNumber field = 0;
  ValueDto value;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(field, value);
  }
};

struct PayloadDto {
  Payload payload;

  template <class Archive>
  void save(Archive& archive) const {
    archive(kVersion, payload.element, payload.present, ValueDto{payload.value});
    std::vector<FieldDto> fields;
    for (const auto& [field, value] : payload.fields) fields.push_back({field, {value}});
    archive(fields, payload.replaced.has_value());
    if (payload.replaced) archive(payload.replaced->stream, payload.replaced->seq);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t version = 0;
    archive(version);
    if (version != kVersion) throw cereal::Exception("version");
    ValueDto value;
    std::vector<FieldDto> fields;
    bool replaces = false;
    archive(payload.element, payload.present, value, fields, replaces);
    payload.value = std::move(value.value);
    for (FieldDto& entry : fields) payload.fields.emplace_back(entry.field, std::move(entry.value.value));
    if (replaces) {
      OperationRef& ref = payload.replaced.emplace();
      archive(ref.stream, ref.seq);
    }
  }
};

struct OperationDto {
  Operation operation;
  Bytes payload;

  template <class Archive>
  void save(Archive& archive) const {
    const Operation& o = operation;
    archive(kVersion, o.ref.stream, o.ref.seq, o.stamp.ms, o.stamp.counter, static_cast<std::uint8_t>(o.kind),
            static_cast<std::uint16_t>(o.entity_kind), o.entity, o.field, o.action, static_cast<std::uint16_t>(o.verb),
            o.undoes, payload);
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t version = 0;
    std::uint8_t kind = 0;
    std::uint16_t entity_kind = 0;
    std::uint16_t verb = 0;
    Operation& o = operation;
    archive(version);
    if (version != kVersion) throw cereal::Exception("version");
    archive(o.ref.stream, o.ref.seq, o.stamp.ms, o.stamp.counter, kind, entity_kind, o.entity, o.field, o.action, verb,
            o.undoes, payload);
    o.kind = static_cast<OperationKind>(kind);
    o.entity_kind = static_cast<EntityKind>(entity_kind);
    o.verb = static_cast<Verb>(verb);
  }
};

}  // namespace

Bytes encode_payload(const Payload& payload) { return codec::encode(PayloadDto{payload}); }

std::optional<Payload> decode_payload(ByteView bytes) {
  if (bytes.size() > kOperationLimit) return std::nullopt;
  auto dto = codec::decode<PayloadDto>(bytes);
  if (!dto) return std::nullopt;
  return std::move(dto->payload);
}

Bytes encode_operation(const Operation& operation, ByteView encoded_payload) {
  return codec::encode(OperationDto{operation, Bytes(encoded_payload.begin(), encoded_payload.end())});
}

std::optional<DecodedOperation> decode_operation(ByteView bytes) {
  auto dto = codec::decode<OperationDto>(bytes);
  if (!dto) return std::nullopt;
  return DecodedOperation{std::move(dto->operation), std::move(dto->payload)};
}

}  // namespace kindling
