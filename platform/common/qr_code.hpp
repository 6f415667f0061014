// A QR code (ISO/IEC 18004) of a short text, as modules to be drawn and as text for a terminal. Over qrcodegen. Value
// types, pure functions; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace kindling {

inline constexpr int kQrQuietZone = 4;  // light modules that have to surround a code on each side

class QrCode {
 public:
  // Modules on each side, without the quiet zone.
  [[nodiscard]] int size() const noexcept { return size_; }
  // Light where (x, y), from the top left, lies outside of the code.
  [[nodiscard]] bool is_dark(int x, int y) const noexcept;

 private:
  friend Result<QrCode> make_qr_code(std::string_view text);
  int size_ = 0;
  std::vector<bool> dark_;  // row by row
};

// With a quarter of the code to spare for damage and glare, or less where the text is long (levels Q, M, L). Digits,
// capitals and `$%*+-./: ` alone make a smaller code. Fails with invalid for text that is empty, holds a zero byte, or
// is longer than any code holds (2,953 bytes).
[[nodiscard]] Result<QrCode> make_qr_code(std::string_view text);

enum class QrInk {
  colours,  // black on white whatever the terminal's colours are, by escape sequences
  plain,    // without any, for a terminal of light letters on dark: the blocks are the light modules
};

// Two modules in one character (half blocks), with the quiet zone; each line ends with \n. A terminal has to be
// size() + 8 columns wide.
[[nodiscard]] std::string terminal_text(const QrCode& code, QrInk ink);

}  // namespace kindling
