#include "platform/common/passphrase_file.hpp"

#include <algorithm>

namespace kindling {

Result<std::string> read_passphrase_file(FileStore& files, const std::string& path) {
  const auto bytes = files.read(path, kLongestPassphrase + 2);
  if (!bytes) {
    if (bytes.error().code == ErrorCode::invalid)
      return invalid("the passphrase file is too long; it holds one line of at most 1,000 bytes");
    return Error{bytes.error().code, "the passphrase file isn't there or can't be read"};
  }
  std::string text(text_of(*bytes));
  text.resize(std::min(text.find('\n'), text.size()));
  if (text.ends_with('\r')) text.pop_back();
  return text;
}

}  // namespace kindling
