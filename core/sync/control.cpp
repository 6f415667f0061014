#include "core/sync/control.hpp"

#include <algorithm>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr FieldNumber kJoined = 1;
constexpr FieldNumber kEpoch = 2;
constexpr FieldNumber kClosed = 3;
constexpr std::string_view kIntroductionDomain = "kindling/introduction/v1";
constexpr std::size_t kNameLimit = 400;  // bytes
constexpr std::size_t kMostWrapped = 256;

struct MemberDto {
  Member member;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(member.stream, member.person, member.keys.sign, member.keys.box, member.person_name, member.device_name);
  }
  [[nodiscard]] bool is_sound() const {
    return member.person_name.size() <= kNameLimit && member.device_name.size() <= kNameLimit;
  }
};

struct WrappedDto {
  Uuid stream{};
  Bytes sealed;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(stream, sealed);
  }
};
struct EpochDto {
  std::uint64_t id = 0;
  std::vector<WrappedDto> wrapped;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(id, wrapped);
  }
};
struct ClosedDto {
  Uuid stream{};
  std::uint64_t last_seq = 0;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(stream, last_seq);
  }
};
struct IntroductionDto {
  std::uint8_t version = 1;
  Uuid forerunner{};
  MemberDto member;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, forerunner, member);
  }
};

template <class Dto>
ControlText text_of_control(FieldNumber field, const Dto& dto) {
  return {field, std::string(text_of(codec::encode(dto)))};
}

constexpr std::size_t kSignatureSize = std::tuple_size_v<Signature>;

}  // namespace

ControlText encode_control(const Control& control) {
  if (const auto* joined = std::get_if<MemberJoined>(&control))
    return text_of_control(kJoined, MemberDto{joined->member});
  if (const auto* began = std::get_if<EpochBegan>(&control)) {
    EpochDto dto{began->id, {}};
    for (const auto& [stream, sealed] : began->wrapped) dto.wrapped.push_back({stream, sealed});
    return text_of_control(kEpoch, dto);
  }
  const auto& closed = std::get<MemberClosed>(control);
  return text_of_control(kClosed, ClosedDto{closed.stream, closed.last_seq});
}

std::optional<Control> decode_control(const Operation& operation) {
  const auto* text = std::get_if<std::string>(&operation.payload.value);
  if (operation.kind != OperationKind::control || text == nullptr) return std::nullopt;
  const ByteView bytes = bytes_of(*text);
  switch (operation.field) {
    case kJoined:
      if (auto dto = codec::decode<MemberDto>(bytes); dto && dto->is_sound()) return MemberJoined{dto->member};
      return std::nullopt;
    case kEpoch:
      if (auto dto = codec::decode<EpochDto>(bytes); dto && dto->wrapped.size() <= kMostWrapped) {
        EpochBegan began{dto->id, {}};
        for (WrappedDto& wrapped : dto->wrapped) began.wrapped.emplace_back(wrapped.stream, std::move(wrapped.sealed));
        return began;
      }
      return std::nullopt;
    case kClosed:
      if (auto dto = codec::decode<ClosedDto>(bytes)) return MemberClosed{dto->stream, dto->last_seq};
      return std::nullopt;
    default: return std::nullopt;
  }
}

Bytes encode_introduction(const Introduction& introduction, const DeviceKeys& forerunner) {
  Bytes bytes = codec::encode(IntroductionDto{1, introduction.forerunner, {introduction.member}});
  const Signature signature = forerunner.sign(kIntroductionDomain, bytes);
  bytes.insert(bytes.end(), signature.begin(), signature.end());
  return bytes;
}

std::optional<Introduction> read_introduction(ByteView bytes) {
  if (bytes.size() < kSignatureSize) return std::nullopt;
  auto dto = codec::decode<IntroductionDto>(bytes.first(bytes.size() - kSignatureSize));
  if (!dto || dto->version != 1 || !dto->member.is_sound()) return std::nullopt;
  return Introduction{dto->forerunner, std::move(dto->member.member)};
}

bool is_vouched_for(ByteView introduction, const PublicKey& forerunner_sign) {
  if (introduction.size() < kSignatureSize) return false;
  Signature signature{};
  std::ranges::copy(introduction.last(kSignatureSize), signature.begin());
  return is_signed_by(forerunner_sign, kIntroductionDomain, introduction.first(introduction.size() - kSignatureSize),
                      signature);
}

}  // namespace kindling
