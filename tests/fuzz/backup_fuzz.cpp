// Backup files and their records over any bytes: the first byte chooses which of the readers gets the rest.
#include <cstddef>
#include <cstdint>

#include "core/codec/backup_file.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace kindling;
  if (size == 0) return 0;
  const ByteView bytes(data + 1, size - 1);
  if (data[0] % 2 == 0) {
    (void)read_records(bytes, {});
  } else if (read_backup_header(bytes)) {
    (void)read_backup(bytes, SecretKey{});
  }
  return 0;
}
