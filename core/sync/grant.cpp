#include "core/sync/grant.hpp"

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kNameLimit = 400;  // bytes

struct MemberDto {
  Member member;
  template <class Archive>
  void serialize(Archive& archive) {
    bool is_closed = member.closed.has_value();
    std::uint64_t closed = member.closed.value_or(0);
    archive(member.stream, member.person, member.keys.sign, member.keys.box, member.person_name, member.device_name,
            is_closed, closed);
    member.closed = is_closed ? std::optional(closed) : std::nullopt;
  }
};

struct EpochDto {
  std::uint64_t id = 0;
  Version since;
  std::array<std::uint8_t, SecretKey::kSize> key{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(id, since.stamp.ms, since.stamp.counter, since.stream, key);
  }
};

struct GrantDto {
  std::uint8_t version = kVersion;
  Uuid space{};
  std::vector<MemberDto> members;
  std::vector<EpochDto> epochs;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, space, members, epochs);
  }
};

}  // namespace

Bytes encode_grant(const Grant& grant) {
  GrantDto dto;
  dto.space = grant.space;
  for (const Member& member : grant.members) dto.members.push_back({member});
  for (const Epoch& epoch : grant.epochs) dto.epochs.push_back({epoch.id, epoch.since, epoch.key.bytes()});
  return codec::encode(dto);
}

std::optional<Grant> decode_grant(ByteView bytes) {
  auto dto = codec::decode<GrantDto>(bytes);
  if (!dto || dto->version != kVersion || dto->epochs.empty()) return std::nullopt;
  Grant grant{dto->space, {}, {}};
  for (MemberDto& member : dto->members) {
    if (member.member.person_name.size() > kNameLimit || member.member.device_name.size() > kNameLimit)
      return std::nullopt;
    grant.members.push_back(std::move(member.member));
  }
  for (const EpochDto& epoch : dto->epochs) grant.epochs.push_back({epoch.id, epoch.since, SecretKey(epoch.key)});
  return grant;
}

}  // namespace kindling
