#include "core/sync/store_names.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "core/base/bytes.hpp"

namespace kindling {
namespace {

constexpr std::string_view kTemporaryStart = "~syncthing~";
constexpr std::string_view kTemporaryEnd = ".~.tmp";
constexpr std::size_t kTemporaryBytes = 10;                        // 16 digits of base32
constexpr std::size_t kTemporaryDigits = kTemporaryBytes * 8 / 5;  // no rest

bool is_letter_or_digit(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

Error not_a_path() {
  return invalid("a path in the store is made of lower-case letters, digits, '-' and '.', joined by '/'");
}

}  // namespace

bool is_store_name(std::string_view name) noexcept {
  if (name.empty() || name.size() > kStoreNameLimit) return false;
  if (!is_letter_or_digit(name.front()) || !is_letter_or_digit(name.back())) return false;
  char before = 'a';
  for (const char c : name) {
    if (!is_letter_or_digit(c) && c != '-' && (c != '.' || before == '.')) return false;
    before = c;
  }
  return true;
}

Result<void> check_store_path(std::string_view path) {
  if (path.empty() || path.size() > kStorePathLimit) return not_a_path();
  for (std::size_t depth = 0; depth < kStoreDepthLimit; ++depth) {
    const std::size_t slash = path.find('/');
    if (!is_store_name(path.substr(0, slash))) return not_a_path();
    if (slash == std::string_view::npos) return {};
    path.remove_prefix(slash + 1);
  }
  return not_a_path();
}

Result<void> check_store_folder(std::string_view path) {
  if (path.empty()) return {};
  return check_store_path(path);
}

StorePath split_store_path(std::string_view path) noexcept {
  const std::size_t slash = path.rfind('/');
  if (slash == std::string_view::npos) return {{}, path};
  return {path.substr(0, slash), path.substr(slash + 1)};
}

std::string temporary_store_name(Random& random) {
  std::array<std::uint8_t, kTemporaryBytes> bytes{};
  random.fill(bytes);
  return std::string(kTemporaryStart) + to_base32(bytes) + std::string(kTemporaryEnd);
}

bool is_temporary_store_name(std::string_view name) noexcept {
  if (name.size() != kTemporaryStart.size() + kTemporaryDigits + kTemporaryEnd.size()) return false;
  if (!name.starts_with(kTemporaryStart) || !name.ends_with(kTemporaryEnd)) return false;
  const std::string_view digits = name.substr(kTemporaryStart.size(), kTemporaryDigits);
  return std::all_of(digits.begin(), digits.end(), is_letter_or_digit);
}

}  // namespace kindling
