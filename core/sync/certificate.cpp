#include "core/sync/certificate.hpp"

#include <sodium.h>

#include <algorithm>

#include "core/base/text.hpp"
#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kSignDomain = "kindling/certificate/v1";
constexpr std::string_view kHashDomain = "kindling/certificate/chain/v1";
constexpr std::string_view kNumberDomain = "kindling/safety-number/v1";
constexpr std::size_t kGroups = 6;  // of five digits, for each side
constexpr std::size_t kBytesOfGroup = 5;

struct CertificateDto {
  DeviceCertificate it;

  template <class Archive>
  void save(Archive& archive) const {
    archive(kVersion, it.stream, it.person, it.person_name, it.device_name, it.keys.sign, it.keys.box,
            std::int64_t{it.made.time_since_epoch().count()});
  }
  template <class Archive>
  void load(Archive& archive) {
    std::uint8_t version = 0;
    std::int64_t made = 0;
    archive(version);
    if (version != kVersion) throw cereal::Exception("version");
    archive(it.stream, it.person, it.person_name, it.device_name, it.keys.sign, it.keys.box, made);
    it.made = Instant(std::chrono::milliseconds(made));
  }
};

struct SignedDto {
  CertificateDto certificate;
  Uuid issuer{};
  Signature signature{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(certificate, issuer, signature);
  }
};

struct ChainDto {
  std::vector<SignedDto> links;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(links);
  }
};

Bytes signed_part(const DeviceCertificate& certificate, const Uuid& issuer) {
  Bytes bytes = codec::encode(CertificateDto{certificate});
  bytes.insert(bytes.end(), issuer.begin(), issuer.end());
  return bytes;
}

// Neither of low order nor written in a second way: with such a point anybody could sign, or know the agreed key.
bool is_of_use(const PublicKeys& keys) {
  if (crypto_core_ed25519_is_valid_point(keys.sign.data()) != 1) return false;
  std::array<std::uint8_t, crypto_scalarmult_SCALARBYTES> scalar{1};
  std::array<std::uint8_t, crypto_scalarmult_BYTES> product{};
  return crypto_scalarmult(product.data(), scalar.data(), keys.box.data()) == 0;
}

Result<void> check_name(std::string_view name, std::string_view what) {
  if (name.size() > kCertificateNameLimit)
    return invalid(std::string(what) + " may have at most " + std::to_string(kCertificateNameLimit) + " bytes");
  return check_title(name, what);
}

Error broken() { return invalid("these certificates don't hold together; ask for them again"); }

bool is_signed(const SignedCertificate& link, const SignedCertificate& issuer) {
  return link.issuer == issuer.certificate.stream &&
         is_signed_by(issuer.certificate.keys.sign, kSignDomain, signed_part(link.certificate, link.issuer),
                      link.signature);
}

bool shares_anything(const DeviceCertificate& a, const DeviceCertificate& b) {
  return a.stream == b.stream || a.keys.sign == b.keys.sign || a.keys.box == b.keys.box;
}

std::string digits_of(const DeviceCertificate& certificate) {
  const Hash hash = hash_of(
      {bytes_of(kNumberDomain), certificate.person, certificate.stream, certificate.keys.sign, certificate.keys.box});
  std::string digits;
  for (std::size_t group = 0; group < kGroups; ++group) {
    std::uint64_t number = 0;
    for (std::size_t i = 0; i < kBytesOfGroup; ++i) number = (number << 8U) | hash[group * kBytesOfGroup + i];
    const std::string five = std::to_string(number % 100'000);
    if (!digits.empty()) digits += ' ';
    digits += std::string(5 - five.size(), '0') + five;
  }
  return digits;
}

}  // namespace

Result<void> check_certificate(const DeviceCertificate& certificate) {
  if (certificate.stream == Uuid{}) return broken();
  if (certificate.person == Uuid{}) {
    if (!certificate.person_name.empty()) return broken();
  } else if (auto named = check_name(certificate.person_name, "a person's name"); !named) {
    return named;
  }
  if (auto named = check_name(certificate.device_name, "a device's name"); !named) return named;
  const auto ms = certificate.made.time_since_epoch().count();
  if (ms < 0 || ms >= std::int64_t{1} << 48U) return broken();
  if (!is_of_use(certificate.keys)) return broken();
  return {};
}

Result<SignedCertificate> sign_own_certificate(const DeviceCertificate& certificate, const DeviceKeys& keys) {
  if (auto fine = check_certificate(certificate); !fine) return fine.error();
  const Bytes part = signed_part(certificate, certificate.stream);
  return SignedCertificate{certificate, certificate.stream, keys.sign(kSignDomain, part)};
}

Result<CertificateChain> issue_certificate(const CertificateChain& chain, const DeviceCertificate& certificate,
                                           const DeviceKeys& keys) {
  if (chain.empty()) return broken();
  CertificateChain longer = chain;
  const Uuid issuer = chain.back().certificate.stream;
  longer.push_back({certificate, issuer, keys.sign(kSignDomain, signed_part(certificate, issuer))});
  if (auto holds = check_chain(longer); !holds) return holds.error();
  return longer;
}

Result<void> check_chain(const CertificateChain& chain) {
  if (chain.empty() || chain.size() > kCertificateChainLimit) return broken();
  const Uuid person = chain.front().certificate.person;
  if (person == Uuid{} && chain.size() > 1) return broken();
  for (std::size_t i = 0; i < chain.size(); ++i) {
    const DeviceCertificate& certificate = chain[i].certificate;
    if (auto fine = check_certificate(certificate); !fine) return fine;
    if (certificate.person != person || !is_signed(chain[i], chain[i == 0 ? 0 : i - 1])) return broken();
    const auto end = chain.begin() + static_cast<std::ptrdiff_t>(i);
    const bool seen = std::any_of(chain.begin(), end, [&](const SignedCertificate& earlier) {
      return shares_anything(earlier.certificate, certificate);
    });
    if (seen) return broken();
  }
  return {};
}

Bytes encode_chain(const CertificateChain& chain) {
  ChainDto dto;
  for (const SignedCertificate& link : chain) dto.links.push_back({{link.certificate}, link.issuer, link.signature});
  return codec::encode(dto);
}

Result<CertificateChain> decode_chain(ByteView bytes) {
  const auto dto = codec::decode<ChainDto>(bytes);
  if (!dto) return broken();
  CertificateChain chain;
  for (const SignedDto& link : dto->links) chain.push_back({link.certificate.it, link.issuer, link.signature});
  if (auto holds = check_chain(chain); !holds) return holds.error();
  return chain;
}

ChainHash hash_of_chain(const CertificateChain& chain) {
  const Hash whole = hash_of({bytes_of(kHashDomain), encode_chain(chain)});
  ChainHash hash{};
  std::copy_n(whole.begin(), hash.size(), hash.begin());
  return hash;
}

std::string safety_number(const DeviceCertificate& one, const DeviceCertificate& other) {
  std::string first = digits_of(one);
  std::string second = digits_of(other);
  if (second < first) std::swap(first, second);
  return first + ' ' + second;
}

}  // namespace kindling
