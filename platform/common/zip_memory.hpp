// Files in memory as minizip sees files: the callbacks through which it reads and writes. Private to zip_writer.cpp.
#pragma once

#include <ioapi.h>

#include <cstddef>

#include "core/base/bytes.hpp"

namespace kindling {

// One open archive: `read_only` to be read, or `written` to be written. It must outlive minizip's handle.
struct ZipMemory {
  ByteView read_only;
  Bytes written;
  bool writing = false;
  std::size_t position = 0;

  [[nodiscard]] std::size_t size() const noexcept { return writing ? written.size() : read_only.size(); }
};

// Callbacks that work on `memory`, whatever file name minizip is given.
[[nodiscard]] zlib_filefunc64_def zip_memory_functions(ZipMemory& memory);

}  // namespace kindling
