#include "platform/common/zip_memory.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace kindling {
namespace {

ZipMemory& memory_of(voidpf pointer) { return *static_cast<ZipMemory*>(pointer); }

voidpf open_memory(voidpf opaque, const void*, int) {
  memory_of(opaque).position = 0;
  return opaque;
}

uLong read_memory(voidpf, voidpf stream, void* into, uLong wanted) {
  ZipMemory& memory = memory_of(stream);
  const std::size_t left = memory.size() - std::min(memory.position, memory.size());
  const std::size_t count = std::min<std::size_t>(wanted, left);
  const std::uint8_t* from = memory.writing ? memory.written.data() : memory.read_only.data();
  if (count > 0) std::memcpy(into, from + memory.position, count);
  memory.position += count;
  return static_cast<uLong>(count);
}

// No exception may pass through minizip, which is C: a short count tells it that writing failed.
uLong write_memory(voidpf, voidpf stream, const void* from, uLong count) {
  ZipMemory& memory = memory_of(stream);
  if (!memory.writing || memory.position > memory.written.size()) return 0;
  try {
    const std::size_t end = memory.position + count;
    if (end > memory.written.size()) memory.written.resize(end);
    if (count > 0) std::memcpy(memory.written.data() + memory.position, from, count);
    memory.position = end;
    return count;
  } catch (const std::bad_alloc&) {
    return 0;
  }
}

ZPOS64_T tell_memory(voidpf, voidpf stream) { return memory_of(stream).position; }

long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
  ZipMemory& memory = memory_of(stream);
  ZPOS64_T base = 0;
  if (origin == ZLIB_FILEFUNC_SEEK_CUR) base = memory.position;
  if (origin == ZLIB_FILEFUNC_SEEK_END) base = memory.size();
  const ZPOS64_T target = base + offset;
  if (target < base || target > memory.size()) return -1;
  memory.position = static_cast<std::size_t>(target);
  return 0;
}

int close_memory(voidpf, voidpf) { return 0; }
int no_error(voidpf, voidpf) { return 0; }

}  // namespace

zlib_filefunc64_def zip_memory_functions(ZipMemory& memory) {
  zlib_filefunc64_def functions{};
  functions.zopen64_file = open_memory;
  functions.zread_file = read_memory;
  functions.zwrite_file = write_memory;
  functions.ztell64_file = tell_memory;
  functions.zseek64_file = seek_memory;
  functions.zclose_file = close_memory;
  functions.zerror_file = no_error;
  functions.opaque = &memory;
  return functions;
}

}  // namespace kindling
