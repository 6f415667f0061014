// What a WebDAV server lists (RFC 4918 §9.1, §13), read by expat as data of a stranger: no document type, no entities
// of its own, nothing from outside, bounded in depth, number and length; and what of it are files of the folder that
// was asked for. Pure functions but for loading expat.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/ports/remote_store.hpp"
#include "platform/common/web_address.hpp"

namespace kindling {

inline constexpr std::size_t kMultistatusLimit = 8 * 1024 * 1024;  // bytes
inline constexpr std::size_t kMultistatusEntries = 20'000;

struct MultistatusEntry {
  std::string href;  // as it is written there
  bool is_folder = false;
  std::uint64_t size = 0;
  std::optional<Instant> changed;
};

struct FolderListing {
  struct Temporary {
    std::string name;
    std::optional<Instant> changed;  // by the server's clock
  };
  std::vector<StoreEntry> files;
  std::vector<Temporary> temporaries;  // of ours, still being written or left behind
};

// Fails with failed where it is no such document, or holds what no server needs to send.
[[nodiscard]] Result<std::vector<MultistatusEntry>> read_multistatus(ByteView document);

// Those that are plain files of `folder` (its address, whose path ends with a slash) and have a name of the store's or
// of a temporary file of ours; deeper ones, other ones, and names that try to lead elsewhere are left out. Fails with
// failed where the server names files on another server, or doesn't list the folder itself, and so speaks of another
// place.
[[nodiscard]] Result<FolderListing> listing_of(const std::vector<MultistatusEntry>& entries, const WebAddress& folder);

}  // namespace kindling
