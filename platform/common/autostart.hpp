// The entry that starts the agent at each login (XDG autostart). Reads and writes one file of its owner's. One thread.
#pragma once

#include <string>

#include "core/ports/file_store.hpp"

namespace kindling {

class Autostart {
 public:
  // `files` must outlive it. The entry lies in XDG_CONFIG_HOME, else ~/.config.
  explicit Autostart(FileStore& files);

  // Whether it is there and nobody has switched it off.
  [[nodiscard]] bool is_on() const;
  // `program` with `home`, where that isn't the usual one.
  [[nodiscard]] Result<void> turn_on(const std::string& program, const std::string& home);
  [[nodiscard]] Result<void> turn_off();
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  FileStore& files_;
  std::string path_;  // empty where there is no place for it
};

}  // namespace kindling
