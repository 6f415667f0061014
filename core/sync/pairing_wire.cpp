#include "core/sync/pairing_wire.hpp"

#include <algorithm>
#include <string>

#include "core/codec/bounded_archive.hpp"
#include "core/sync/pairing.hpp"

namespace kindling::pairing {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kPad = 512;
constexpr std::size_t kLengthSize = 4;

struct HelloDto {
  Hello it;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(it.chain, it.ephemeral);
  }
};
struct ReplyDto {
  Reply it;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(it.chain, it.ephemeral, it.first);
  }
};
struct ClosingDto {
  Closing it;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(it.payload, it.signature);
  }
};

std::string_view domain_of(PairingPurpose purpose) {
  return purpose == PairingPurpose::own_device ? "kindling/link/v1" : "kindling/pair/v1";
}

std::string labelled(PairingPurpose purpose, std::string_view label) {
  return std::string(domain_of(purpose)) + '/' + std::string(label);
}

std::string step_label(PairingPurpose purpose, Step step) {
  return labelled(purpose, "m") + std::to_string(static_cast<int>(step));
}

Bytes context_of(const Session& session, Step step) {
  const std::string label = step_label(session.purpose, step);
  Bytes context(label.begin(), label.end());
  context.push_back(kVersion);
  context.insert(context.end(), session.sid.begin(), session.sid.end());
  return context;
}

Bytes padded(ByteView body) {
  Bytes plain;
  codec::BoundedOutput(plain).write_number(static_cast<std::uint32_t>(body.size()));
  plain.insert(plain.end(), body.begin(), body.end());
  plain.resize((plain.size() + kPad - 1) / kPad * kPad);
  return plain;
}

std::optional<Bytes> unpadded(ByteView plain) {
  if (plain.size() < kLengthSize) return std::nullopt;
  const auto length = codec::BoundedInput(plain).take_number<std::uint32_t>();
  if (length > plain.size() - kLengthSize) return std::nullopt;
  const ByteView body = plain.subspan(kLengthSize, length);
  // One way to write it, as everywhere.
  if (const Bytes again = padded(body); !std::equal(again.begin(), again.end(), plain.begin(), plain.end()))
    return std::nullopt;
  return Bytes(body.begin(), body.end());
}

bool share_anything(const DeviceCertificate& a, const DeviceCertificate& b) {
  return a.stream == b.stream || a.keys.sign == b.keys.sign || a.keys.box == b.keys.box;
}

bool overlap(const CertificateChain& a, const CertificateChain& b) {
  return std::any_of(a.begin(), a.end(), [&b](const SignedCertificate& one) {
    return std::any_of(b.begin(), b.end(), [&one](const SignedCertificate& other) {
      return share_anything(one.certificate, other.certificate);
    });
  });
}

}  // namespace

Bytes encode(const Hello& body) { return codec::encode(HelloDto{body}); }
Bytes encode(const Reply& body) { return codec::encode(ReplyDto{body}); }
Bytes encode(const Closing& body) { return codec::encode(ClosingDto{body}); }

std::optional<Hello> decode_hello(ByteView body) {
  auto dto = codec::decode<HelloDto>(body);
  return dto ? std::optional(std::move(dto->it)) : std::nullopt;
}
std::optional<Reply> decode_reply(ByteView body) {
  auto dto = codec::decode<ReplyDto>(body);
  return dto ? std::optional(std::move(dto->it)) : std::nullopt;
}
std::optional<Closing> decode_closing(ByteView body) {
  auto dto = codec::decode<ClosingDto>(body);
  return dto ? std::optional(std::move(dto->it)) : std::nullopt;
}

SecretKey first_key(const Session& session) {
  const std::string label = labelled(session.purpose, "first-key");
  return SecretKey(hash_of({bytes_of(label), session.sid}, session.secret));
}

SecretKey session_key(const Session& session, const Hash& first, const Hash& second, const SecretKey& shared) {
  const std::string label = labelled(session.purpose, "session-key");
  return SecretKey(hash_of({bytes_of(label), session.sid, first, second, shared.bytes()}, first_key(session).bytes()));
}

Bytes seal_message(const Session& session, Step step, const SecretKey& key, ByteView body, Random& random) {
  const Bytes sealed = seal(key, context_of(session, step), padded(body), random);
  Bytes message(1 + sealed.size());
  message.front() = kVersion;
  std::copy(sealed.begin(), sealed.end(), message.begin() + 1);
  return message;
}

Result<Bytes> open_message(const Session& session, Step step, const SecretKey& key, ByteView message) {
  if (message.empty() || message.size() > kPairingMessageLimit) return not_of_this_pairing();
  if (message.front() > kVersion)
    return Error{ErrorCode::newer, "the other device has a newer version of Kindling; update this one first"};
  if (message.front() != kVersion) return not_of_this_pairing();
  const auto plain = open_sealed(key, context_of(session, step), message.subspan(1));
  auto body = plain ? unpadded(*plain) : std::nullopt;
  if (!body) return not_of_this_pairing();
  return std::move(*body);
}

Hash hash_of_message(const Session& session, Step step, ByteView message) {
  const std::string label = step_label(session.purpose, step) + "/hash";
  return hash_of({bytes_of(label), session.sid, message});
}

Bytes signed_bytes(const Session& session, std::initializer_list<Hash> before, ByteView payload) {
  Bytes bytes(session.sid.begin(), session.sid.end());
  for (const Hash& hash : before) bytes.insert(bytes.end(), hash.begin(), hash.end());
  bytes.insert(bytes.end(), payload.begin(), payload.end());
  return bytes;
}

std::string_view signing_domain(PairingPurpose purpose, Step step) noexcept {
  if (purpose == PairingPurpose::own_device)
    return step == Step::third ? "kindling/link/v1/m3/signature" : "kindling/link/v1/m4/signature";
  return step == Step::third ? "kindling/pair/v1/m3/signature" : "kindling/pair/v1/m4/signature";
}

DeviceKeys ephemeral_keys(const SecretKey& seed) {
  return {seed.derive("kindling/pair/ephemeral/unused"), seed.derive("kindling/pair/ephemeral/box")};
}

Result<void> check_meeting(PairingPurpose purpose, const CertificateChain& offering, const CertificateChain& joining) {
  const Uuid one = offering.front().certificate.person;
  const Uuid other = joining.front().certificate.person;
  if (one == Uuid{}) return invalid("a device that is nobody's yet can't offer to pair; set it up first");
  if (overlap(offering, joining)) return invalid("a device can't be paired with itself; use the code on the other one");
  if (purpose == PairingPurpose::own_device) {
    if (other != Uuid{}) return invalid("that device belongs to a person already; link one that is new");
    return {};
  }
  if (other == Uuid{}) return invalid("that device belongs to nobody yet; set it up first");
  if (one == other) return invalid("both devices are the same person's; link the second one as a device of your own");
  return {};
}

Error not_of_this_pairing() {
  return invalid("this isn't a message of this pairing; wait for another, or begin again");
}
Error out_of_turn() { return invalid("this pairing isn't at that step; look at where it stands"); }

}  // namespace kindling::pairing
