#include "tests/support/faulty_vfs.hpp"

#include <algorithm>
#include <cstring>
#include <new>

namespace kindling {
namespace {

constexpr std::size_t kSector = 512;

struct Handle : sqlite3_file {
  FaultyVfs* vfs;
  std::shared_ptr<FaultyVfs::File> file;
  int lock;
  std::array<int, SQLITE_SHM_NLOCK> shm;  // SQLITE_SHM_SHARED, SQLITE_SHM_EXCLUSIVE or 0
};

Handle& of(sqlite3_file* file) { return *static_cast<Handle*>(file); }
FaultyVfs& of(sqlite3_vfs* vfs) { return *static_cast<FaultyVfs*>(vfs->pAppData); }

void store(std::vector<std::uint8_t>& bytes, const FaultyVfs::Write& write) {
  if (write.truncates) {
    bytes.resize(write.offset);
    return;
  }
  if (bytes.size() < write.offset + write.bytes.size()) bytes.resize(write.offset + write.bytes.size());
  std::copy(write.bytes.begin(), write.bytes.end(), bytes.begin() + static_cast<std::ptrdiff_t>(write.offset));
}

void change(FaultyVfs::File& file, FaultyVfs::Write write) {
  store(file.bytes, write);
  file.unsynced.push_back(std::move(write));
}

void unlock_to(Handle& handle, int level) {
  FaultyVfs::File& file = *handle.file;
  if (handle.lock >= SQLITE_LOCK_EXCLUSIVE) file.exclusive = false;
  if (handle.lock >= SQLITE_LOCK_PENDING) file.pending = false;
  if (handle.lock >= SQLITE_LOCK_RESERVED) file.reserved = false;
  if (level < SQLITE_LOCK_SHARED && handle.lock >= SQLITE_LOCK_SHARED) --file.shared;
  handle.lock = level;
}

void release_shm(Handle& handle) {
  for (std::size_t slot = 0; slot < handle.shm.size(); ++slot) {
    if (handle.shm[slot] == SQLITE_SHM_SHARED) --handle.file->shm_shared[slot];
    if (handle.shm[slot] == SQLITE_SHM_EXCLUSIVE) handle.file->shm_exclusive[slot] = false;
    handle.shm[slot] = 0;
  }
}

int close(sqlite3_file* raw) {
  Handle& handle = of(raw);
  unlock_to(handle, SQLITE_LOCK_NONE);
  release_shm(handle);
  handle.~Handle();
  return SQLITE_OK;
}

int read(sqlite3_file* raw, void* out, int amount, sqlite3_int64 offset) {
  Handle& handle = of(raw);
  if (const int code = handle.vfs->strike(FaultyVfs::Call::other, SQLITE_IOERR_READ)) return code;
  const auto& bytes = handle.file->bytes;
  const auto begin = std::min(static_cast<std::size_t>(offset), bytes.size());
  const auto wanted = static_cast<std::size_t>(amount);
  const std::size_t there = std::min(wanted, bytes.size() - begin);
  auto* target = static_cast<std::uint8_t*>(out);
  std::copy_n(bytes.begin() + static_cast<std::ptrdiff_t>(begin), there, target);
  std::fill(target + there, target + wanted, std::uint8_t{0});
  return there == wanted ? SQLITE_OK : SQLITE_IOERR_SHORT_READ;
}

int write(sqlite3_file* raw, const void* data, int amount, sqlite3_int64 offset) {
  Handle& handle = of(raw);
  const int code = handle.vfs->strike(FaultyVfs::Call::write, SQLITE_IOERR_WRITE);
  if (code != SQLITE_OK && !handle.vfs->cuts_short()) return code;
  const auto* bytes = static_cast<const std::uint8_t*>(data);
  const int kept = code == SQLITE_OK ? amount : amount / 2;
  change(*handle.file, {static_cast<std::size_t>(offset), {bytes, bytes + kept}, false});
  return code;
}

int truncate(sqlite3_file* raw, sqlite3_int64 size) {
  Handle& handle = of(raw);
  if (const int code = handle.vfs->strike(FaultyVfs::Call::change, SQLITE_IOERR_TRUNCATE)) return code;
  change(*handle.file, {static_cast<std::size_t>(size), {}, true});
  return SQLITE_OK;
}

int sync(sqlite3_file* raw, int) {
  Handle& handle = of(raw);
  if (const int code = handle.vfs->strike(FaultyVfs::Call::change, SQLITE_IOERR_FSYNC)) return code;
  handle.file->durable = handle.file->bytes;
  handle.file->unsynced.clear();
  return SQLITE_OK;
}

int file_size(sqlite3_file* raw, sqlite3_int64* size) {
  Handle& handle = of(raw);
  if (const int code = handle.vfs->strike(FaultyVfs::Call::other, SQLITE_IOERR_FSTAT)) return code;
  *size = static_cast<sqlite3_int64>(handle.file->bytes.size());
  return SQLITE_OK;
}

int lock(sqlite3_file* raw, int level) {
  Handle& handle = of(raw);
  FaultyVfs::File& file = *handle.file;
  if (handle.lock >= level) return SQLITE_OK;
  if (const int code = handle.vfs->strike(FaultyVfs::Call::other, SQLITE_IOERR_LOCK)) return code;
  if (handle.lock == SQLITE_LOCK_NONE) {
    if (file.pending || file.exclusive) return SQLITE_BUSY;
    ++file.shared;
    handle.lock = SQLITE_LOCK_SHARED;
  }
  if (level >= SQLITE_LOCK_RESERVED && handle.lock < SQLITE_LOCK_RESERVED) {
    if (file.reserved) return SQLITE_BUSY;
    file.reserved = true;
    handle.lock = SQLITE_LOCK_RESERVED;
  }
  if (level == SQLITE_LOCK_EXCLUSIVE) {
    file.pending = true;
    handle.lock = SQLITE_LOCK_PENDING;
    if (file.shared > 1) return SQLITE_BUSY;
    file.exclusive = true;
    handle.lock = SQLITE_LOCK_EXCLUSIVE;
  }
  return SQLITE_OK;
}

int unlock(sqlite3_file* raw, int level) {
  if (of(raw).lock > level) unlock_to(of(raw), level);
  return SQLITE_OK;
}

int check_reserved_lock(sqlite3_file* raw, int* out) {
  *out = of(raw).file->reserved ? 1 : 0;
  return SQLITE_OK;
}

int file_control(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sector_size(sqlite3_file*) { return 4096; }
// What SQLite's own unix files say.
int device_characteristics(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE; }

int shm_map(sqlite3_file* raw, int region, int size, int extend, void volatile** out) {
  Handle& handle = of(raw);
  *out = nullptr;
  if (size != 32768) return SQLITE_IOERR_SHMMAP;
  if (const int code = handle.vfs->strike(FaultyVfs::Call::other, SQLITE_IOERR_SHMMAP)) return code;
  auto& regions = handle.file->shared_memory;
  const auto wanted = static_cast<std::size_t>(region);
  if (wanted >= regions.size()) {
    if (extend == 0) return SQLITE_OK;
    while (regions.size() <= wanted) regions.push_back(std::make_unique<std::array<std::uint8_t, 32768>>());
  }
  *out = regions[wanted]->data();
  return SQLITE_OK;
}

int shm_lock(sqlite3_file* raw, int offset, int count, int flags) {
  Handle& handle = of(raw);
  FaultyVfs::File& file = *handle.file;
  const auto first = static_cast<std::size_t>(offset);
  const auto end = first + static_cast<std::size_t>(count);
  if ((flags & SQLITE_SHM_UNLOCK) != 0) {
    for (std::size_t slot = first; slot < end; ++slot) {
      if (handle.shm[slot] == SQLITE_SHM_SHARED) --file.shm_shared[slot];
      if (handle.shm[slot] == SQLITE_SHM_EXCLUSIVE) file.shm_exclusive[slot] = false;
      handle.shm[slot] = 0;
    }
    return SQLITE_OK;
  }
  if (const int code = handle.vfs->strike(FaultyVfs::Call::other, SQLITE_IOERR_SHMLOCK)) return code;
  const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
  for (std::size_t slot = first; slot < end; ++slot) {
    if (handle.shm[slot] != 0) continue;
    if (file.shm_exclusive[slot] || (exclusive && file.shm_shared[slot] > 0)) return SQLITE_BUSY;
  }
  for (std::size_t slot = first; slot < end; ++slot) {
    if (handle.shm[slot] != 0) continue;
    handle.shm[slot] = exclusive ? SQLITE_SHM_EXCLUSIVE : SQLITE_SHM_SHARED;
    if (exclusive) file.shm_exclusive[slot] = true;
    if (!exclusive) ++file.shm_shared[slot];
  }
  return SQLITE_OK;
}

void shm_barrier(sqlite3_file*) {}

int shm_unmap(sqlite3_file* raw, int remove) {
  release_shm(of(raw));
  if (remove != 0) of(raw).file->shared_memory.clear();
  return SQLITE_OK;
}

const sqlite3_io_methods kMethods{2,
                                  close,
                                  read,
                                  write,
                                  truncate,
                                  sync,
                                  file_size,
                                  lock,
                                  unlock,
                                  check_reserved_lock,
                                  file_control,
                                  sector_size,
                                  device_characteristics,
                                  shm_map,
                                  shm_lock,
                                  shm_barrier,
                                  shm_unmap,
                                  nullptr,
                                  nullptr};

int open(sqlite3_vfs* raw, sqlite3_filename name, sqlite3_file* out, int flags, int* out_flags) {
  FaultyVfs& vfs = of(raw);
  out->pMethods = nullptr;
  const std::string path = name == nullptr ? std::string() : name;
  const bool makes = (flags & SQLITE_OPEN_CREATE) != 0 && !vfs.files.contains(path);
  if (const int code = vfs.strike(makes ? FaultyVfs::Call::change : FaultyVfs::Call::other, SQLITE_CANTOPEN))
    return code;
  auto found = vfs.files.find(path);
  if (found == vfs.files.end()) {
    if (!makes) return SQLITE_CANTOPEN;
    found = vfs.files.emplace(path, std::make_shared<FaultyVfs::File>()).first;
  }
  auto* handle = new (out) Handle();
  handle->vfs = &vfs;
  handle->file = found->second;
  handle->lock = SQLITE_LOCK_NONE;
  handle->shm.fill(0);
  handle->pMethods = &kMethods;
  if (out_flags != nullptr) *out_flags = flags;
  return SQLITE_OK;
}

int remove(sqlite3_vfs* raw, const char* name, int) {
  FaultyVfs& vfs = of(raw);
  if (const int code = vfs.strike(FaultyVfs::Call::change, SQLITE_IOERR_DELETE)) return code;
  return vfs.files.erase(name) > 0 ? SQLITE_OK : SQLITE_IOERR_DELETE_NOENT;
}

int access(sqlite3_vfs* raw, const char* name, int, int* out) {
  FaultyVfs& vfs = of(raw);
  if (const int code = vfs.strike(FaultyVfs::Call::other, SQLITE_IOERR_ACCESS)) return code;
  *out = vfs.files.contains(name) ? 1 : 0;
  return SQLITE_OK;
}

int full_path_name(sqlite3_vfs*, const char* name, int size, char* out) {
  sqlite3_snprintf(size, out, "%s", name);
  return SQLITE_OK;
}

}  // namespace

FaultyVfs::FaultyVfs(std::string name) : name_(std::move(name)) {
  vfs_ = *sqlite3_vfs_find(nullptr);  // randomness, sleep and time are those of the default one
  vfs_.iVersion = 2;
  vfs_.szOsFile = sizeof(Handle);
  vfs_.pNext = nullptr;
  vfs_.zName = name_.c_str();
  vfs_.pAppData = this;
  vfs_.xOpen = open;
  vfs_.xDelete = remove;
  vfs_.xAccess = access;
  vfs_.xFullPathname = full_path_name;
  sqlite3_vfs_register(&vfs_, 0);
}

FaultyVfs::~FaultyVfs() { sqlite3_vfs_unregister(&vfs_); }

void FaultyVfs::arm(Fault fault, std::uint64_t index) {
  fault_ = fault;
  index_ = index;
  all_ = changes_ = writes_ = 0;
  struck_ = dead_ = cut_short_ = false;
}

void FaultyVfs::disarm() {
  fault_ = Fault::none;
  dead_ = cut_short_ = false;
}

std::uint64_t FaultyVfs::calls(Fault fault) const noexcept {
  if (fault == Fault::full || fault == Fault::short_write) return writes_;
  return fault == Fault::power_loss ? changes_ : all_;
}

int FaultyVfs::strike(Call call, int error) {
  const std::uint64_t all = all_++;
  const std::uint64_t changes = call == Call::other ? changes_ : changes_++;
  const std::uint64_t writes = call == Call::write ? writes_++ : writes_;
  cut_short_ = false;
  if (dead_) return error;
  switch (fault_) {
    case Fault::none: return SQLITE_OK;
    case Fault::io_error:
      if (all != index_) return SQLITE_OK;
      struck_ = true;
      return error;
    case Fault::full:
      if (call != Call::write || writes < index_) return SQLITE_OK;
      struck_ = true;
      return SQLITE_FULL;
    case Fault::short_write:
      if (call != Call::write || writes != index_) return SQLITE_OK;
      struck_ = cut_short_ = true;
      return SQLITE_IOERR_WRITE;
    case Fault::power_loss:
      if (call == Call::other || changes != index_) return SQLITE_OK;
      struck_ = dead_ = true;
      return error;
  }
  return SQLITE_OK;
}

void FaultyVfs::restart(std::uint64_t seed) {
  std::mt19937_64 random(seed);
  for (auto& [path, file] : files) {
    if (seed != 1) {
      std::vector<std::uint8_t> left = file->durable;
      for (const Write& write : file->unsynced) {
        if (seed == 0) break;
        if (write.truncates) {
          if (random() % 2 == 0) store(left, write);
          continue;
        }
        // Each sector reaches the disk or not, by itself.
        for (std::size_t begin = 0; begin < write.bytes.size(); begin += kSector) {
          if (random() % 2 == 0) continue;
          const auto first = write.bytes.begin() + static_cast<std::ptrdiff_t>(begin);
          const std::size_t size = std::min(kSector, write.bytes.size() - begin);
          store(left, {write.offset + begin, {first, first + static_cast<std::ptrdiff_t>(size)}, false});
        }
      }
      file->bytes = std::move(left);
    }
    auto fresh = std::make_shared<File>();
    fresh->bytes = file->bytes;
    fresh->durable = file->bytes;
    file = std::move(fresh);
  }
  disarm();
}

FaultyVfs::Image FaultyVfs::image() const {
  Image image;
  for (const auto& [path, file] : files) image[path] = file->bytes;
  return image;
}

void FaultyVfs::load(const Image& image) {
  files.clear();
  for (const auto& [path, bytes] : image) {
    auto file = std::make_shared<File>();
    file->bytes = file->durable = bytes;
    files[path] = std::move(file);
  }
  disarm();
}

}  // namespace kindling
