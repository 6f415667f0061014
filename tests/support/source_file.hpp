// Reads a file of the source tree, for tests that judge real-looking samples.
#pragma once

#include <fstream>
#include <iterator>
#include <string>

namespace kindling {

[[nodiscard]] inline std::string source_file(const std::string& path) {
  std::ifstream in(std::string(KINDLING_SOURCE_DIR) + "/" + path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

}  // namespace kindling
