// Who a device is and whose: a certificate names a device's stream, keys and names and the person whom it belongs to,
// and is signed by another device of that person. A person is known by a chain: the first certificate signs itself,
// each further one is signed by the one before it, the last is the device that shows the chain. The first may belong to
// no device but to the recovery seed (core/crypto/recovery_words.hpp), so that it can vouch for a device after all
// others are lost. Whoever pairs keeps the first certificate: a later chain of that person has to begin with the same.
// Value types; any thread.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/id.hpp"
#include "core/base/result.hpp"
#include "core/crypto/device_keys.hpp"

namespace kindling {

inline constexpr std::size_t kCertificateNameLimit = 200;  // bytes of UTF-8
inline constexpr std::size_t kCertificateChainLimit = 16;  // certificates

struct DeviceCertificate {
  Uuid stream{};            // the device's
  Uuid person{};            // nil while a device asks to become one of a person's
  std::string person_name;  // as the person wants to be called; empty where `person` is nil
  std::string device_name;
  PublicKeys keys;
  Instant made;
  friend bool operator==(const DeviceCertificate&, const DeviceCertificate&) = default;
};

struct SignedCertificate {
  DeviceCertificate certificate;
  Uuid issuer{};  // stream of the device that signed; its own where it is the first
  Signature signature{};
  friend bool operator==(const SignedCertificate&, const SignedCertificate&) = default;
};

using CertificateChain = std::vector<SignedCertificate>;

// Names in UTF-8 without control characters and within their limit, a point that is of use for each key, a time that
// can be written. Fails with invalid.
[[nodiscard]] Result<void> check_certificate(const DeviceCertificate& certificate);

// A certificate that signs itself: the first of a chain. REQUIRES: `keys` are those in the certificate.
[[nodiscard]] Result<SignedCertificate> sign_own_certificate(const DeviceCertificate& certificate,
                                                             const DeviceKeys& keys);

// `chain` with one more at its end, signed by the device that is last in it. Fails where the chain that would come of
// it doesn't hold. REQUIRES: `keys` are those of that last device.
[[nodiscard]] Result<CertificateChain> issue_certificate(const CertificateChain& chain,
                                                         const DeviceCertificate& certificate, const DeviceKeys& keys);

// One person throughout, each signed by the one before, no stream and no key twice. A nil person is fine only where the
// certificate is the only one.
[[nodiscard]] Result<void> check_chain(const CertificateChain& chain);

[[nodiscard]] Bytes encode_chain(const CertificateChain& chain);
// Fails with invalid for bytes that aren't the one encoding of a chain that holds.
[[nodiscard]] Result<CertificateChain> decode_chain(ByteView bytes);

// What a pairing code says of a chain: the first 16 bytes of BLAKE2b-256 of its encoding.
using ChainHash = std::array<std::uint8_t, 16>;
[[nodiscard]] ChainHash hash_of_chain(const CertificateChain& chain);

// Sixty digits in twelve groups of five with a space between, the same on both sides: two people who read the same have
// each other's certificates and nobody's between. Thirty digits (99 bits) for each certificate, the smaller half first,
// of its person, stream and keys; a change of name doesn't change them. Give the first certificates of both chains.
[[nodiscard]] std::string safety_number(const DeviceCertificate& one, const DeviceCertificate& other);

}  // namespace kindling
