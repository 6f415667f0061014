#include "platform/common/private_folder.hpp"

#include <cstdlib>
#include <filesystem>
#include <utility>

namespace kindling {

namespace fs = std::filesystem;

Result<PrivateFolder> PrivateFolder::make(const std::string& prefix) {
  std::error_code error;
  const fs::path all = fs::temp_directory_path(error);
  std::string path = (all / (prefix + "-XXXXXX")).string();
  if (error || ::mkdtemp(path.data()) == nullptr)
    return failed("there is no place for temporary files; set TMPDIR to a folder that can be written");
  return PrivateFolder(std::move(path));
}

PrivateFolder::PrivateFolder(PrivateFolder&& other) noexcept : path_(std::exchange(other.path_, {})) {}

PrivateFolder& PrivateFolder::operator=(PrivateFolder&& other) noexcept {
  std::swap(path_, other.path_);
  return *this;
}

PrivateFolder::~PrivateFolder() {
  std::error_code ignored;
  if (!path_.empty()) fs::remove_all(path_, ignored);
}

}  // namespace kindling
