// A folder of this user's alone (0700) among the system's temporary files, with a name of its own; it goes with the
// object, and all in it. Movable; one thread.
#pragma once

#include <string>

#include "core/base/result.hpp"

namespace kindling {

class PrivateFolder {
 public:
  // `prefix` begins its name. Fails with failed where the system's temporary folder can't be written.
  [[nodiscard]] static Result<PrivateFolder> make(const std::string& prefix);

  PrivateFolder(PrivateFolder&& other) noexcept;
  PrivateFolder& operator=(PrivateFolder&& other) noexcept;
  PrivateFolder(const PrivateFolder&) = delete;
  PrivateFolder& operator=(const PrivateFolder&) = delete;
  ~PrivateFolder();

  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  explicit PrivateFolder(std::string path) : path_(std::move(path)) {}
  std::string path_;  // empty: moved away
};

}  // namespace kindling
