// A thin layer over SQLite's file system. SQLite opens its write-ahead log with "make it if it is missing" and
// therefore syncs the folder too with the first commit of every process, though the log has been there for years. This
// layer makes the log's place in the folder durable once, when the log is made, so that a change costs one sync. Any
// thread.
#pragma once

#include <string>

namespace kindling {

// Registers the layer where that hasn't been done, and gives its name for Database::Options::vfs.
[[nodiscard]] const std::string& log_vfs_name();

}  // namespace kindling
