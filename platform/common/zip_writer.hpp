// Zip archives in memory, for exports and for importing one again; minizip does the format. An archive goes to disk
// through FileStore::write, all or nothing. Any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/time.hpp"

namespace kindling {

struct ZipEntry {
  std::string name;  // a relative path with '/': no "..", no empty part, at most 255 bytes of UTF-8
  Bytes content;
  LocalDateTime modified;  // kept to two seconds, within the years 1980 to 2107
};

struct ZipLimits {
  std::uint64_t total_bytes = 256ULL * 1024 * 1024;  // of all contents, unpacked
  std::size_t entries = 1'000;
};

// The same entries give the same bytes. Fails with invalid where a name isn't allowed or comes twice or where a limit
// is passed, with failed where packing fails.
[[nodiscard]] Result<Bytes> zip(std::span<const ZipEntry> entries, const ZipLimits& limits = {});

// All files of an archive, folders left out. Memory is bounded by the limits, whatever the archive says of itself.
// Fails with invalid where it is damaged, encrypted, passes a limit, or has a name that zip() would refuse.
[[nodiscard]] Result<std::vector<ZipEntry>> unzip(ByteView archive, const ZipLimits& limits = {});

}  // namespace kindling
