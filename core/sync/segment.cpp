#include "core/sync/segment.hpp"

#include <sodium.h>

#include <algorithm>
#include <bit>
#include <cstdlib>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

using codec::BoundedInput;
using codec::BoundedOutput;

constexpr std::string_view kMagic = "KSG";
constexpr std::uint8_t kSuite = 1;
constexpr std::string_view kKeyDomain = "seg/v1";
constexpr std::string_view kCommitmentDomain = "seg/commit/v1";
constexpr std::string_view kSignatureDomain = "kindling/seg/v1";

constexpr std::size_t kNonceSize = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES;
constexpr std::size_t kTagSize = crypto_aead_xchacha20poly1305_ietf_ABYTES;
constexpr std::size_t kIdentitySize = 4 + 16 + 16 + 8 + 8 + 2 + 32;
constexpr std::size_t kHeaderSize = kIdentitySize + kNonceSize + std::tuple_size_v<Hash>;
constexpr std::size_t kSignatureSize = std::tuple_size_v<Signature>;
constexpr std::size_t kLengthSize = 4;  // of the body, before its padding

Bytes write_header(const SegmentHeader& header) {
  Bytes bytes;
  bytes.reserve(kHeaderSize);
  BoundedOutput out(bytes);
  out.write(bytes_of(kMagic));
  out.write_number(kSuite);
  out.write(header.space);
  out.write(header.stream);
  out.write_number(header.epoch);
  out.write_number(header.first);
  out.write_number(header.count);
  out.write(header.previous);
  return bytes;
}

SecretKey key_of(ByteView header, const SecretKey& epoch_key) {
  const ByteView nonce = header.subspan(kIdentitySize, kNonceSize);
  const ByteView space = header.subspan(4, 16);
  const ByteView stream = header.subspan(20, 16);
  const ByteView first = header.subspan(44, 8);
  return SecretKey(hash_of({bytes_of(kKeyDomain), space, stream, first, nonce}, epoch_key.bytes()));
}

Hash commitment_to(const SecretKey& key) { return hash_of({bytes_of(kCommitmentDomain)}, key.bytes()); }

std::optional<SegmentBody> body_of(ByteView padded, const SegmentHeader& header) {
  std::uint32_t length = 0;
  for (std::size_t i = 0; i < kLengthSize; ++i) length |= std::uint32_t{padded[i]} << (8 * i);
  if (length > padded.size() - kLengthSize) return std::nullopt;
  const ByteView padding = padded.subspan(kLengthSize + length);
  if (std::any_of(padding.begin(), padding.end(), [](std::uint8_t byte) { return byte != 0; })) return std::nullopt;
  auto body = decode_segment_body(padded.subspan(kLengthSize, length), header.stream, header.first);
  if (!body || body->operations.size() != header.count) return std::nullopt;
  return body;
}

}  // namespace

std::size_t padded_length(std::size_t length) noexcept {
  if (length < 2) return length;
  const auto exponent = static_cast<unsigned>(std::bit_width(length)) - 1;
  const auto bits = static_cast<unsigned>(std::bit_width(exponent));
  const std::size_t mask = (std::size_t{1} << (exponent - std::min(bits, exponent))) - 1;
  return (length + mask) & ~mask;
}

Bytes seal_segment(const SegmentHeader& header, const SegmentBody& body, const SecretKey& epoch_key,
                   const DeviceKeys& writer, Random& random) {
  Bytes segment = write_header(header);
  std::array<std::uint8_t, kNonceSize> nonce{};
  random.fill(nonce);
  segment.insert(segment.end(), nonce.begin(), nonce.end());
  const SecretKey key = key_of(segment, epoch_key);
  const Hash commitment = commitment_to(key);
  segment.insert(segment.end(), commitment.begin(), commitment.end());

  Bytes plain;
  BoundedOutput(plain).write_number(std::uint32_t{0});
  const Bytes encoded = encode_segment_body(body);
  for (std::size_t i = 0; i < kLengthSize; ++i) plain[i] = static_cast<std::uint8_t>(encoded.size() >> (8 * i));
  plain.insert(plain.end(), encoded.begin(), encoded.end());
  plain.resize(padded_length(plain.size()), 0);

  segment.resize(kHeaderSize + plain.size() + kTagSize);
  // Fails only on wrong lengths.
  if (crypto_aead_xchacha20poly1305_ietf_encrypt(segment.data() + kHeaderSize, nullptr, plain.data(), plain.size(),
                                                 segment.data(), kHeaderSize, nullptr, nonce.data(),
                                                 key.bytes().data()) != 0)
    std::abort();
  const Signature signature = writer.sign(kSignatureDomain, segment);
  segment.insert(segment.end(), signature.begin(), signature.end());
  return segment;
}

std::optional<SegmentHeader> read_segment_header(ByteView segment) {
  if (segment.size() < kHeaderSize + kLengthSize + kTagSize + kSignatureSize || segment.size() > kSegmentLimit)
    return std::nullopt;
  BoundedInput in(segment.first(kIdentitySize));
  if (text_of(in.take(kMagic.size())) != kMagic || in.take_number<std::uint8_t>() != kSuite) return std::nullopt;
  SegmentHeader header;
  const auto take = [&](auto& field) { std::ranges::copy(in.take(field.size()), field.begin()); };
  take(header.space);
  take(header.stream);
  header.epoch = in.take_number<std::uint64_t>();
  header.first = in.take_number<std::uint64_t>();
  header.count = in.take_number<std::uint16_t>();
  take(header.previous);
  // Seqs are kept as signed numbers.
  constexpr std::uint64_t kMostSeq = INT64_MAX - kMostOperations;
  const bool is_sound =
      header.first >= 1 && header.first <= kMostSeq && header.count >= 1 && header.count <= kMostOperations;
  return is_sound ? std::optional(header) : std::nullopt;
}

std::optional<SegmentBody> open_segment(ByteView segment, const SecretKey& epoch_key) {
  const auto header = read_segment_header(segment);
  if (!header) return std::nullopt;
  const SecretKey key = key_of(segment, epoch_key);
  const Hash commitment = commitment_to(key);
  const ByteView said = segment.subspan(kHeaderSize - commitment.size(), commitment.size());
  if (sodium_memcmp(said.data(), commitment.data(), commitment.size()) != 0) return std::nullopt;
  const ByteView cipher = segment.subspan(kHeaderSize, segment.size() - kHeaderSize - kSignatureSize);
  Bytes plain(cipher.size() - kTagSize);
  if (crypto_aead_xchacha20poly1305_ietf_decrypt(plain.data(), nullptr, nullptr, cipher.data(), cipher.size(),
                                                 segment.data(), kHeaderSize, segment.data() + kIdentitySize,
                                                 key.bytes().data()) != 0)
    return std::nullopt;
  return body_of(plain, *header);
}

bool is_segment_of(ByteView segment, const PublicKey& sign) {
  if (segment.size() < kSignatureSize) return false;
  Signature signature{};
  std::ranges::copy(segment.last(kSignatureSize), signature.begin());
  return is_signed_by(sign, kSignatureDomain, segment.first(segment.size() - kSignatureSize), signature);
}

Hash segment_hash(ByteView segment) { return digest(segment); }

}  // namespace kindling
