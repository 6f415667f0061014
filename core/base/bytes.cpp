#include "core/base/bytes.hpp"

namespace kindling {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";
constexpr std::string_view kBase32Digits = "abcdefghijklmnopqrstuvwxyz234567";

// Re-groups digits of `bits` bits each into bytes; leftover bits must be zero.
std::optional<Bytes> decode(std::string_view text, std::string_view alphabet, unsigned bits) {
  Bytes out;
  std::uint32_t buffer = 0;
  unsigned filled = 0;
  for (const char c : text) {
    const char folded = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    const std::size_t digit = alphabet.find(folded);
    if (digit == std::string_view::npos) return std::nullopt;
    buffer = (buffer << bits) | static_cast<std::uint32_t>(digit);
    filled += bits;
    if (filled >= 8) {
      filled -= 8;
      out.push_back(static_cast<std::uint8_t>(buffer >> filled));
      buffer &= (1U << filled) - 1U;
    }
  }
  if (filled >= bits || buffer != 0) return std::nullopt;
  return out;
}

std::string encode(ByteView bytes, std::string_view alphabet, unsigned bits) {
  std::string out;
  std::uint32_t buffer = 0;
  unsigned filled = 0;
  for (const std::uint8_t byte : bytes) {
    buffer = (buffer << 8U) | byte;
    filled += 8;
    while (filled >= bits) {
      filled -= bits;
      out += alphabet[(buffer >> filled) & ((1U << bits) - 1U)];
    }
    buffer &= (1U << filled) - 1U;
  }
  if (filled > 0) out += alphabet[(buffer << (bits - filled)) & ((1U << bits) - 1U)];
  return out;
}

}  // namespace

std::string to_hex(ByteView bytes) { return encode(bytes, kHexDigits, 4); }
std::optional<Bytes> from_hex(std::string_view text) { return decode(text, kHexDigits, 4); }
std::string to_base32(ByteView bytes) { return encode(bytes, kBase32Digits, 5); }
std::optional<Bytes> from_base32(std::string_view text) { return decode(text, kBase32Digits, 5); }

}  // namespace kindling
