#include "core/crypto/secret_words.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "core/crypto/device_keys.hpp"
#include "core/crypto/word_list.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostTyped = 4096;  // bytes of a text that somebody typed
constexpr unsigned kBitsOfWord = 11;
constexpr std::size_t kFarthest = 2;  // letters by which a suggestion may differ
constexpr std::size_t kMostSuggestions = 5;

bool is_part_of_word(char c) {
  // Letters beyond ASCII make a word that isn't in the list, instead of silently falling away.
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text.substr(0, kMostTyped)) {
    const bool letter = is_part_of_word(c);
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    inside = letter;
  }
  return words;
}

std::uint8_t checksum(const SecretWordsKind& kind, ByteView secret) {
  const Hash hash = hash_of({bytes_of(kind.domain), secret});
  return static_cast<std::uint8_t>(hash[0] >> (8 - kind.bytes / 4));
}

// Eleven bits after each other, the highest first.
Bytes packed(const std::vector<std::size_t>& indices) {
  Bytes out;
  std::uint32_t buffer = 0;
  unsigned filled = 0;
  for (const std::size_t index : indices) {
    buffer = (buffer << kBitsOfWord) | static_cast<std::uint32_t>(index);
    filled += kBitsOfWord;
    while (filled >= 8) {
      filled -= 8;
      out.push_back(static_cast<std::uint8_t>(buffer >> filled));
      buffer &= (1U << filled) - 1U;
    }
  }
  if (filled > 0) out.push_back(static_cast<std::uint8_t>(buffer));
  return out;
}

// The secret, if the checksum that follows it fits.
std::optional<Bytes> unpack(const SecretWordsKind& kind, const std::vector<std::size_t>& indices) {
  Bytes bytes = packed(indices);
  const std::uint8_t found = bytes.back();
  bytes.resize(kind.bytes);
  if (found != checksum(kind, bytes)) return std::nullopt;
  return bytes;
}

// How many letters have to be changed, added, left out or swapped with their neighbour (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::array<std::array<std::size_t, 10>, 3> rows{};
  const auto row = [&rows](std::size_t i) -> auto& { return rows[i % rows.size()]; };
  for (std::size_t j = 0; j <= b.size(); ++j) row(0)[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row(i)[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t cost = a[i - 1] == b[j - 1] ? 0 : 1;
      std::size_t best = std::min({row(i - 1)[j] + 1, row(i)[j - 1] + 1, row(i - 1)[j - 1] + cost});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) best = std::min(best, row(i - 2)[j - 2] + 1);
      row(i)[j] = best;
    }
  }
  return row(a.size())[b.size()];
}

// How many letters at the start are the same.
std::size_t common_start(std::string_view a, std::string_view b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
}

std::vector<std::string> nearest(std::string_view word) {
  struct Near {
    std::size_t far = 0;
    std::size_t differs_from = 0;  // less the more of the start is right
    std::size_t index = 0;
    auto operator<=>(const Near&) const = default;
  };
  std::vector<Near> found;
  for (std::size_t i = 0; i < kWordCount; ++i) {
    const std::string_view candidate = word_at(i);
    const std::size_t same = common_start(word, candidate);
    const bool is_near = word.size() <= candidate.size() + kFarthest && candidate.size() <= word.size() + kFarthest;
    std::size_t far = is_near ? distance(word, candidate) : kFarthest + 1;
    if (same >= kTellingLetters) far = std::min<std::size_t>(far, 1);
    if (far <= kFarthest) found.push_back({far, word.size() - same, i});
  }
  std::sort(found.begin(), found.end());
  std::vector<std::string> words;
  for (const Near& near : found) {
    if (words.size() < kMostSuggestions) words.emplace_back(word_at(near.index));
  }
  return words;
}

// Whether one letter's difference is possible at all; costs less than the distance.
bool may_be_neighbours(std::string_view a, std::string_view b) {
  const auto [end, other] = std::mismatch(a.rbegin(), a.rend(), b.rbegin(), b.rend());
  return common_start(a, b) + static_cast<std::size_t>(end - a.rbegin()) + 2 >= std::max(a.size(), b.size());
}

// Other words one letter away that make the checksum fit.
std::vector<DoubtfulWord> swaps(const SecretWordsKind& kind, const std::vector<std::size_t>& indices) {
  std::vector<DoubtfulWord> found;
  for (std::size_t place = 0; place < indices.size(); ++place) {
    DoubtfulWord doubt{place + 1, {}};
    std::vector<std::size_t> changed = indices;
    for (std::size_t i = 0; i < kWordCount && doubt.may_be.size() < kMostSuggestions; ++i) {
      const std::string_view word = word_at(indices[place]);
      if (i == indices[place] || !may_be_neighbours(word, word_at(i)) || distance(word, word_at(i)) != 1) continue;
      changed[place] = i;
      if (unpack(kind, changed)) doubt.may_be.emplace_back(word_at(i));
    }
    if (!doubt.may_be.empty()) found.push_back(std::move(doubt));
  }
  return found;
}

}  // namespace

std::string to_words(const SecretWordsKind& kind, ByteView secret) {
  const std::size_t checksum_bits = kind.bytes / 4;
  Bytes bits(secret.begin(), secret.end());
  bits.push_back(static_cast<std::uint8_t>(checksum(kind, secret) << (8 - checksum_bits)));
  std::string text;
  std::uint32_t buffer = 0;
  unsigned filled = 0;
  for (const std::uint8_t byte : bits) {
    buffer = (buffer << 8U) | byte;
    filled += 8;
    if (filled < kBitsOfWord) continue;
    filled -= kBitsOfWord;
    if (!text.empty()) text += ' ';
    text += word_at(buffer >> filled);
    buffer &= (1U << filled) - 1U;
  }
  return text;
}

Result<Bytes> from_words(const SecretWordsKind& kind, std::string_view text) {
  if (text.size() > kMostTyped) return invalid("these are " + std::to_string(kind.words()) + " words and no more");
  const std::vector<std::string> typed = split(text);
  if (typed.size() != kind.words())
    return invalid("these are " + std::to_string(kind.words()) + " words; there are " + std::to_string(typed.size()) +
                   " here");
  std::vector<std::size_t> indices;
  for (const std::string& word : typed) {
    const auto index = index_of_word(word);
    if (!index)
      return invalid("word " + std::to_string(indices.size() + 1) +
                     " isn't one that such words are made of; look at its first four letters again");
    indices.push_back(*index);
  }
  auto secret = unpack(kind, indices);
  if (!secret)
    return invalid("each is a word of ours, but together they don't fit; one is another, or two are swapped");
  return std::move(*secret);
}

std::vector<DoubtfulWord> doubtful_words(const SecretWordsKind& kind, std::string_view text) {
  std::vector<DoubtfulWord> doubts;
  std::vector<std::size_t> indices;
  std::size_t place = 0;
  for (const std::string& word : split(text)) {
    ++place;
    if (place > kind.words()) break;
    if (const auto index = index_of_word(word)) {
      indices.push_back(*index);
    } else {
      doubts.push_back({place, nearest(word)});
    }
  }
  if (doubts.empty() && indices.size() == kind.words() && !unpack(kind, indices)) return swaps(kind, indices);
  return doubts;
}

}  // namespace kindling
