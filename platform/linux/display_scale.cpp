#include "platform/linux/display_scale.hpp"

#include <X11/Xlib.h>

#include <cstdlib>
#include <memory>
#include <string_view>

namespace kindling {
namespace {

constexpr float kDotsADp = 96;  // an inch
constexpr std::string_view kName = "Xft.dpi:";

struct CloseDisplay {
  void operator()(Display* display) const noexcept { XCloseDisplay(display); }
};

}  // namespace

std::optional<float> display_scale() {
  const std::unique_ptr<Display, CloseDisplay> display(XOpenDisplay(nullptr));
  if (!display) return std::nullopt;
  const char* resources = XResourceManagerString(display.get());
  if (resources == nullptr) return std::nullopt;
  const std::string_view text(resources);
  // One "name:\tvalue" a line.
  std::size_t at = text.find(kName);
  while (at != std::string_view::npos && at > 0 && text[at - 1] != '\n') at = text.find(kName, at + 1);
  if (at == std::string_view::npos) return std::nullopt;
  const float scale = std::strtof(resources + at + kName.size(), nullptr) / kDotsADp;
  if (!(scale >= 0.75F && scale <= 4)) return std::nullopt;
  return scale;
}

}  // namespace kindling
