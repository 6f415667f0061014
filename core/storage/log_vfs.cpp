#include "core/storage/log_vfs.hpp"

#include <sqlite3.h>

namespace kindling {
namespace {

const std::string kName = "kindling-log";

sqlite3_vfs* base_of(sqlite3_vfs* layer) { return static_cast<sqlite3_vfs*>(layer->pAppData); }

int open_file(sqlite3_vfs* layer, sqlite3_filename name, sqlite3_file* file, int flags, int* flags_out) {
  sqlite3_vfs* base = base_of(layer);
  const bool makes_log = (flags & SQLITE_OPEN_WAL) != 0 && (flags & SQLITE_OPEN_CREATE) != 0;
  if (!makes_log) return base->xOpen(base, name, file, flags, flags_out);
  int got = 0;
  if (base->xOpen(base, name, file, flags & ~SQLITE_OPEN_CREATE, &got) == SQLITE_OK) {
    if (flags_out != nullptr) *flags_out = got;
    if ((got & SQLITE_OPEN_READONLY) == 0) return SQLITE_OK;
    // The base asks for reading alone where writing fails. Another process may have made the file between the two.
    file->pMethods->xClose(file);
  }
  const int code = base->xOpen(base, name, file, flags, flags_out);
  // Syncs the folder with it, since this call has made the file.
  return code == SQLITE_OK ? file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) : code;
}

// The base's functions find their own state through their own object.
int delete_file(sqlite3_vfs* layer, const char* name, int sync) {
  return base_of(layer)->xDelete(base_of(layer), name, sync);
}
int access_file(sqlite3_vfs* layer, const char* name, int flags, int* out) {
  return base_of(layer)->xAccess(base_of(layer), name, flags, out);
}
int full_path(sqlite3_vfs* layer, const char* name, int size, char* out) {
  return base_of(layer)->xFullPathname(base_of(layer), name, size, out);
}

}  // namespace

const std::string& log_vfs_name() {
  static sqlite3_vfs layer = [] {
    sqlite3_vfs* base = sqlite3_vfs_find(nullptr);
    sqlite3_vfs made = *base;
    made.zName = kName.c_str();
    made.pAppData = base;
    made.pNext = nullptr;
    made.xOpen = open_file;
    made.xDelete = delete_file;
    made.xAccess = access_file;
    made.xFullPathname = full_path;
    return made;
  }();
  static const int kRegistered = sqlite3_vfs_register(&layer, 0);
  static const std::string kDefault;
  return kRegistered == SQLITE_OK ? kName : kDefault;
}

}  // namespace kindling
