#include "platform/common/qr_code.hpp"

#include <array>
#include <optional>
#include <qrcodegen.hpp>

namespace kindling {
namespace {

// Level Q where it costs no more than this: half a terminal of 24 lines would hold no more at any level.
constexpr int kComfortable = 45;

std::optional<qrcodegen::QrCode> encoded(const std::string& text, qrcodegen::QrCode::Ecc level) {
  try {
    return qrcodegen::QrCode::encodeText(text.c_str(), level);
  } catch (const qrcodegen::data_too_long&) {
    return std::nullopt;
  }
}

}  // namespace

bool QrCode::is_dark(int x, int y) const noexcept {
  if (x < 0 || y < 0 || x >= size_ || y >= size_) return false;
  return dark_[static_cast<std::size_t>(y) * static_cast<std::size_t>(size_) + static_cast<std::size_t>(x)];
}

Result<QrCode> make_qr_code(std::string_view text) {
  if (text.empty() || text.find('\0') != std::string_view::npos) return invalid("a QR code needs a text to show");
  const std::string owned(text);
  using Ecc = qrcodegen::QrCode::Ecc;
  std::optional<qrcodegen::QrCode> found;
  for (const Ecc level : {Ecc::QUARTILE, Ecc::MEDIUM, Ecc::LOW}) {
    auto made = encoded(owned, level);
    if (!made) continue;
    found = std::move(made);
    if (found->getSize() <= kComfortable) break;
  }
  if (!found) return invalid("this is too long for a QR code; at most 2,953 bytes fit");
  QrCode code;
  code.size_ = found->getSize();
  for (int y = 0; y < code.size_; ++y) {
    for (int x = 0; x < code.size_; ++x) code.dark_.push_back(found->getModule(x, y));
  }
  return code;
}

std::string terminal_text(const QrCode& code, QrInk ink) {
  // By what is drawn in the foreground: nothing, the upper half, the lower half, both.
  constexpr std::array<std::string_view, 4> kBlocks{" ", "\u2580", "\u2584", "\u2588"};
  // Pure black on pure white of the 256 colours, which no theme changes.
  constexpr std::string_view kBlackOnWhite = "\x1b[38;5;16;48;5;231m";
  constexpr std::string_view kReset = "\x1b[0m";
  const bool draws_dark = ink == QrInk::colours;
  std::string text;
  for (int y = -kQrQuietZone; y < code.size() + kQrQuietZone; y += 2) {
    if (ink == QrInk::colours) text += kBlackOnWhite;
    for (int x = -kQrQuietZone; x < code.size() + kQrQuietZone; ++x) {
      const std::size_t upper = code.is_dark(x, y) == draws_dark ? 1 : 0;
      // An odd height leaves half a line, which belongs to no module.
      const bool is_below = y + 1 < code.size() + kQrQuietZone;
      const std::size_t lower = is_below && code.is_dark(x, y + 1) == draws_dark ? 2 : 0;
      text += kBlocks[upper + lower];
    }
    if (ink == QrInk::colours) text += kReset;
    text += '\n';
  }
  return text;
}

}  // namespace kindling
