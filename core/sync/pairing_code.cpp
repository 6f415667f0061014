#include "core/sync/pairing_code.hpp"

#include <sodium.h>

#include <algorithm>
#include <optional>

#include "core/base/text.hpp"
#include "core/codec/bounded_archive.hpp"
#include "core/crypto/envelope.hpp"

namespace kindling {
namespace {

constexpr std::uint8_t kVersion = 1;
constexpr std::size_t kCheckSize = 4;
constexpr std::size_t kLongestText = 2048;
constexpr std::string_view kProgram = "kindling";

// What differs between the purposes; each string is used for one thing only.
struct Domains {
  std::string_view start;   // of the text
  std::string_view secret;  // how s is made
  std::string_view folder;  // its name
  std::string_view card;    // its key, and its AAD
  std::string_view check;   // of the text
  SecretWordsKind words;
};

constexpr Domains kCouple{"kindling1:",
                          "kindling/pair/secret/v1",
                          "kindling/pair/folder/v1",
                          "kindling/pair/card/v1",
                          "kindling/pair/text/v1",
                          {"kindling/pair/words/v1", sizeof(PairingSecret)}};
constexpr Domains kOwnDevice{"kindling1-own:",          "kindling/link/secret/v1",
                             "kindling/link/folder/v1", "kindling/link/card/v1",
                             "kindling/link/text/v1",   {"kindling/link/words/v1", sizeof(PairingSecret)}};

const Domains& domains_of(PairingPurpose purpose) {
  return purpose == PairingPurpose::own_device ? kOwnDevice : kCouple;
}
PairingPurpose other_than(PairingPurpose purpose) {
  return purpose == PairingPurpose::couple ? PairingPurpose::own_device : PairingPurpose::couple;
}

struct CardDto {
  std::uint8_t version = kVersion;
  std::array<std::uint8_t, 32> opening{};  // r
  Uuid sid{};
  ChainHash offerer{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, opening, sid, offerer);
  }
};

struct TextDto {
  std::uint8_t purpose = 0;
  Uuid sid{};
  PairingSecret secret{};
  ChainHash offerer{};
  std::string hint;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(purpose, sid, secret, offerer, hint);
  }
};

PairingSecret secret_of(const Domains& domains, const CardDto& card) {
  const Hash whole = hash_of({bytes_of(domains.secret), card.sid, card.offerer}, card.opening);
  PairingSecret secret{};
  std::copy_n(whole.begin(), secret.size(), secret.begin());
  return secret;
}

SecretKey card_key(const Domains& domains, const PairingSecret& secret) {
  return SecretKey(hash_of({bytes_of(domains.card)}, secret));
}

Result<void> check_hint(const std::string& hint) {
  if (hint.size() > kStoreHintLimit)
    return invalid("a hint of the store may have at most " + std::to_string(kStoreHintLimit) + " bytes");
  return hint.empty() ? Result<void>() : check_title(hint, "a hint of the store");
}

Bytes check_of(const Domains& domains, ByteView body) {
  const Hash whole = hash_of({bytes_of(domains.check), body});
  return {whole.begin(), whole.begin() + kCheckSize};
}

Error other_purpose(PairingPurpose wanted) {
  if (wanted == PairingPurpose::couple)
    return invalid(
        "this code links a device of one's own; to pair with your partner, use the code that they see under pairing");
  return invalid(
      "this code pairs two people; to link a device of your own, use the code that your other device shows for that");
}

Error mistyped() { return invalid("the code is cut off or mistyped; copy all of it once more"); }

std::string folded(std::string_view text) {
  std::string plain;
  for (const char c : text.substr(0, kLongestText)) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') continue;
    plain += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  return plain;
}

// `kindling2:` and so on.
bool is_of_newer_version(std::string_view text) {
  if (!text.starts_with(kProgram)) return false;
  const std::string_view rest = text.substr(kProgram.size());
  const std::size_t digits = rest.find_first_not_of("0123456789");
  return digits != std::string_view::npos && digits > 0 && rest.substr(0, digits) != "1";
}

}  // namespace

Result<NewPairingCode> make_pairing_code(PairingPurpose purpose, const ChainHash& offerer, std::string store_hint,
                                         Random& random) {
  if (auto fine = check_hint(store_hint); !fine) return fine.error();
  const Domains& domains = domains_of(purpose);
  CardDto card;
  card.offerer = offerer;
  random.fill(card.sid);
  PairingSecret secret{};
  std::string words;
  // One in sixteen would pass for the other kind.
  do {
    random.fill(card.opening);
    secret = secret_of(domains, card);
    words = to_words(domains.words, secret);
  } while (from_words(domains_of(other_than(purpose)).words, words));
  const SecretKey key = card_key(domains, secret);
  return NewPairingCode{{purpose, card.sid, secret, offerer, std::move(store_hint)},
                        seal(key, bytes_of(domains.card), codec::encode(card), random)};
}

std::string to_text(const PairingCode& code) {
  const Domains& domains = domains_of(code.purpose);
  const TextDto dto{static_cast<std::uint8_t>(code.purpose), code.sid, code.secret, code.offerer, code.store_hint};
  Bytes body = codec::encode(dto);
  const Bytes check = check_of(domains, body);
  body.insert(body.end(), check.begin(), check.end());
  return std::string(domains.start) + to_base32(body);
}

Result<PairingCode> parse_pairing_text(PairingPurpose purpose, std::string_view text) {
  const Domains& domains = domains_of(purpose);
  if (text.size() > kLongestText) return mistyped();
  const std::string plain = folded(text);
  if (plain.starts_with(domains_of(other_than(purpose)).start)) return other_purpose(purpose);
  if (!plain.starts_with(domains.start)) {
    if (is_of_newer_version(plain))
      return Error{ErrorCode::newer, "this code is of a newer version of Kindling; update this one first"};
    return invalid("a code begins with " + std::string(domains.start) + " or is twelve words");
  }
  const auto bytes = from_base32(std::string_view(plain).substr(domains.start.size()));
  if (!bytes || bytes->size() <= kCheckSize) return mistyped();
  const ByteView body = ByteView(*bytes).first(bytes->size() - kCheckSize);
  const Bytes check = check_of(domains, body);
  if (!std::equal(check.begin(), check.end(), bytes->end() - kCheckSize)) return mistyped();
  auto dto = codec::decode<TextDto>(body);
  if (!dto || dto->purpose != static_cast<std::uint8_t>(purpose) || !check_hint(dto->hint)) return mistyped();
  return PairingCode{purpose, dto->sid, dto->secret, dto->offerer, std::move(dto->hint)};
}

const SecretWordsKind& pairing_words_kind(PairingPurpose purpose) noexcept { return domains_of(purpose).words; }

std::string to_pairing_words(const PairingCode& code) {
  return to_words(pairing_words_kind(code.purpose), code.secret);
}

Result<PairingSecret> parse_pairing_words(PairingPurpose purpose, std::string_view text) {
  const auto bytes = from_words(pairing_words_kind(purpose), text);
  if (!bytes) {
    if (from_words(pairing_words_kind(other_than(purpose)), text)) return other_purpose(purpose);
    return bytes.error();
  }
  PairingSecret secret{};
  std::copy(bytes->begin(), bytes->end(), secret.begin());
  return secret;
}

Result<PairingCode> read_pairing_card(PairingPurpose purpose, const PairingSecret& secret, ByteView card) {
  const Domains& domains = domains_of(purpose);
  const auto opened = open_sealed(card_key(domains, secret), bytes_of(domains.card), card);
  const auto dto = opened ? codec::decode<CardDto>(*opened) : std::nullopt;
  if (!dto) return invalid("what lies on the store isn't of this code; ask for a new one");
  if (dto->version != kVersion)
    return Error{ErrorCode::newer, "this code is of a newer version of Kindling; update this one first"};
  const PairingSecret expected = secret_of(domains, *dto);
  if (sodium_memcmp(expected.data(), secret.data(), secret.size()) != 0)
    return invalid("what lies on the store was put there by somebody else who knows this code; ask for a new one");
  return PairingCode{purpose, dto->sid, secret, dto->offerer, {}};
}

std::string pairing_folder(PairingPurpose purpose, const PairingSecret& secret) {
  const Hash whole = hash_of({bytes_of(domains_of(purpose).folder)}, secret);
  return "meet-" + to_base32(ByteView(whole).first(sizeof(PairingSecret)));
}

}  // namespace kindling
