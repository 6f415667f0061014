#include "core/sync/store_layout.hpp"

#include <algorithm>
#include <charconv>

namespace kindling {
namespace {

constexpr std::size_t kIdLength = 26;
constexpr std::size_t kLeastDigits = 8;
constexpr std::size_t kMostDigits = 19;
constexpr std::string_view kSegmentEnd = ".sg";
constexpr std::string_view kPackEnd = ".pk";
constexpr std::string_view kPackMagic = "KPK1";

std::string digits_of(std::uint64_t number) {
  std::string digits = std::to_string(number);
  if (digits.size() < kLeastDigits) digits.insert(0, kLeastDigits - digits.size(), '0');
  return digits;
}

std::optional<std::uint64_t> number_in(std::string_view digits) {
  if (digits.size() < kLeastDigits || digits.size() > kMostDigits) return std::nullopt;
  std::uint64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
  return number;
}

std::optional<ShortHash> hash_in(std::string_view text) {
  if (text.size() != kIdLength) return std::nullopt;
  const auto bytes = from_base32(text);
  ShortHash hash{};
  if (!bytes || bytes->size() != hash.size()) return std::nullopt;
  std::copy(bytes->begin(), bytes->end(), hash.begin());
  return hash;
}

// What stands before the next hyphen; `text` goes on after it.
std::string_view cut(std::string_view& text) {
  const std::size_t hyphen = std::min(text.find('-'), text.size());
  const std::string_view part = text.substr(0, hyphen);
  text.remove_prefix(std::min(hyphen + 1, text.size()));
  return part;
}

}  // namespace

ShortHash shorten(const Hash& hash) noexcept {
  ShortHash shortened{};
  std::copy_n(hash.begin(), shortened.size(), shortened.begin());
  return shortened;
}

std::string folder_of_new(const Uuid& space) { return to_string(space) + "/new"; }
std::string folder_of_packs(const Uuid& space, const Uuid& stream) {
  return to_string(space) + "/" + to_string(stream);
}

std::string name_of(const KeptSegment& segment) {
  return to_string(segment.stream) + "-" + digits_of(segment.first) + "-" + to_base32(shorten(segment.hash)) +
         std::string(kSegmentEnd);
}

std::optional<SegmentName> read_segment_name(std::string_view name) {
  if (!name.ends_with(kSegmentEnd)) return std::nullopt;
  name.remove_suffix(kSegmentEnd.size());
  const auto stream = parse_uuid(cut(name));
  const auto first = number_in(cut(name));
  const auto hash = hash_in(name);
  if (!stream || !first || !hash) return std::nullopt;
  return SegmentName{*stream, *first, *hash};
}

std::string name_of(const PackName& pack) {
  return digits_of(pack.first) + "-" + digits_of(pack.last) + "-" + to_base32(pack.hash) + std::string(kPackEnd);
}

std::optional<PackName> read_pack_name(std::string_view name) {
  if (!name.ends_with(kPackEnd)) return std::nullopt;
  name.remove_suffix(kPackEnd.size());
  const auto first = number_in(cut(name));
  const auto last = number_in(cut(name));
  const auto hash = hash_in(name);
  if (!first || !last || !hash || *last < *first) return std::nullopt;
  return PackName{*first, *last, *hash};
}

Bytes make_pack(const std::vector<Bytes>& segments) {
  Bytes pack(kPackMagic.begin(), kPackMagic.end());
  for (const Bytes& segment : segments) {
    for (unsigned i = 0; i < 4; ++i) pack.push_back(static_cast<std::uint8_t>(segment.size() >> (8 * i)));
    pack.insert(pack.end(), segment.begin(), segment.end());
  }
  return pack;
}

std::vector<ByteView> split_pack(ByteView pack) {
  std::vector<ByteView> segments;
  if (!text_of(pack).starts_with(kPackMagic)) return segments;
  pack = pack.subspan(kPackMagic.size());
  while (pack.size() >= 4) {
    std::size_t size = 0;
    for (unsigned i = 0; i < 4; ++i) size |= std::size_t{pack[i]} << (8 * i);
    pack = pack.subspan(4);
    if (size > pack.size()) break;
    segments.push_back(pack.first(size));
    pack = pack.subspan(size);
  }
  return segments;
}

}  // namespace kindling
