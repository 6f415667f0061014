// How things are named on the store. Names are hints: what a file is, only its content says. Pure; any thread.
//
//   <space>/new/<stream>-<first>-<hash>.sg    segments, until their writer packs them: one listing tells all news
//   <space>/<stream>/<first>-<last>-<hash>.pk  packs of one stream's segments, byte for byte
//
// Ids are their text forms, numbers decimal with at least eight digits, hashes 16 bytes in base32. There is no index
// and no lock. Each path has one writer and one content for ever, so two copies of a file never disagree.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/storage/segment_log.hpp"

namespace kindling {

using ShortHash = std::array<std::uint8_t, 16>;
[[nodiscard]] ShortHash shorten(const Hash& hash) noexcept;

[[nodiscard]] std::string folder_of_new(const Uuid& space);
[[nodiscard]] std::string folder_of_packs(const Uuid& space, const Uuid& stream);

[[nodiscard]] std::string name_of(const KeptSegment& segment);
struct SegmentName {
  Uuid stream{};
  std::uint64_t first = 0;
  ShortHash hash{};
};
// Nothing for names of another form, such as a copy that a folder service made of a conflict.
[[nodiscard]] std::optional<SegmentName> read_segment_name(std::string_view name);

struct PackName {
  std::uint64_t first = 0, last = 0;
  ShortHash hash{};
};
[[nodiscard]] std::string name_of(const PackName& pack);
[[nodiscard]] std::optional<PackName> read_pack_name(std::string_view name);

inline constexpr std::size_t kPackLimit = 8 * 1024 * 1024;  // bytes

[[nodiscard]] Bytes make_pack(const std::vector<Bytes>& segments);
// The segments in a pack, as far as it can be read: one that was cut off gives those before the cut.
[[nodiscard]] std::vector<ByteView> split_pack(ByteView pack);

}  // namespace kindling
