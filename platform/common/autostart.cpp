#include "platform/common/autostart.hpp"

#include "platform/common/home_place.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostBytes = 64 * 1024;

std::string folder() {
  if (const auto config = environment("XDG_CONFIG_HOME"); config && config->front() == '/')
    return *config + "/autostart";
  if (const auto home = environment("HOME")) return *home + "/.config/autostart";
  return {};
}

// An argument of Exec, as the Desktop Entry Specification wants it.
std::string quoted(const std::string& text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '`' || c == '$') out += "\\\\";
    if (c == '\\') out += "\\\\\\";
    out += c == '%' ? std::string("%%") : std::string(1, c);
  }
  return out + "\"";
}

}  // namespace

Autostart::Autostart(FileStore& files) : files_(files) {
  if (const std::string place = folder(); !place.empty()) path_ = place + "/org.kindling.Kindling.Agent.desktop";
}

bool Autostart::is_on() const {
  if (path_.empty()) return false;
  const auto bytes = files_.read(path_, kMostBytes);
  if (!bytes) return false;
  const std::string text = "\n" + std::string(text_of(*bytes));
  return text.find("\nHidden=true") == std::string::npos &&
         text.find("\nX-GNOME-Autostart-enabled=false") == std::string::npos;
}

Result<void> Autostart::turn_on(const std::string& program, const std::string& home) {
  if (path_.empty()) return failed("there is no place for an autostart entry; set HOME or XDG_CONFIG_HOME");
  std::string entry =
      "[Desktop Entry]\nType=Application\nName=Kindling reminders\nComment=Brings each reminder at its minute\n"
      "Icon=org.kindling.Kindling\nNoDisplay=true\nX-GNOME-Autostart-enabled=true\nTryExec=" +
      program + "\nExec=" + quoted(program);
  const auto usual = home_place(std::nullopt);
  if (!usual || *usual != home || environment("KINDLING_HOME")) entry += " --home " + quoted(home);
  entry += " agent run\n";
  return files_.write(path_, bytes_of(entry));
}

Result<void> Autostart::turn_off() {
  if (path_.empty()) return {};
  return files_.remove(path_);
}

}  // namespace kindling
