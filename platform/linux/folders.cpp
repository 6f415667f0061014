#include "platform/linux/folders.hpp"

#include <sys/wait.h>

#include <cerrno>
#include <fstream>
#include <iterator>

#include "platform/common/home_place.hpp"
#include "platform/common/silent_program.hpp"
#include "platform/linux/session_bus.hpp"

namespace kindling {
namespace {

constexpr std::chrono::milliseconds kPatience{2000};

// file:// and the path, with everything but letters, digits and a few signs in percents (RFC 3986).
std::string uri_of(const std::string& path) {
  constexpr std::string_view kDigits = "0123456789ABCDEF";
  constexpr std::string_view kPlain = "-._~/";
  std::string uri = "file://";
  for (const char letter : path) {
    const auto byte = static_cast<unsigned char>(letter);
    const bool is_plain = (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
                          (letter >= '0' && letter <= '9') || kPlain.find(letter) != std::string_view::npos;
    if (is_plain) {
      uri += letter;
    } else {
      uri += {'%', kDigits[byte >> 4U], kDigits[byte & 15U]};
    }
  }
  return uri;
}

bool ask_file_manager(const std::string& path) {
  constexpr const char* kService = "org.freedesktop.FileManager1";
  const auto bus = SessionBus::connect(kPatience);
  if (!bus) return false;
  const BusMessage call = method_call(kService, "/org/freedesktop/FileManager1", kService, "ShowFolders");
  const std::string uri = uri_of(path);
  const char* chars = uri.c_str();
  const char* const* uris = &chars;
  const char* startup = "";
  dbus_message_append_args(call.get(), DBUS_TYPE_ARRAY, DBUS_TYPE_STRING, &uris, 1, DBUS_TYPE_STRING, &startup,
                           DBUS_TYPE_INVALID);
  const BusMessage answer = bus->ask(call, kPatience);
  return answer && dbus_message_get_type(answer.get()) == DBUS_MESSAGE_TYPE_METHOD_RETURN;
}

}  // namespace

Result<void> LinuxFolders::open(const std::string& path) {
  if (ask_file_manager(path)) return {};
  const pid_t child = start_silently({"xdg-open", path}, false);
  int status = 0;
  while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR) {
  }
  if (child > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0) return {};
  return failed("No program on this desktop shows folders; the path above can be copied");
}

std::string LinuxFolders::documents() const {
  const std::string home = environment("HOME").value_or("");
  const std::string config = environment("XDG_CONFIG_HOME").value_or(home + "/.config");
  std::ifstream file(config + "/user-dirs.dirs", std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  const std::string named = documents_of(text, home);
  return named.empty() ? home + "/Documents" : named;
}

std::string documents_of(std::string_view user_dirs, const std::string& home) {
  constexpr std::string_view kName = "XDG_DOCUMENTS_DIR=\"";
  constexpr std::string_view kHome = "$HOME/";
  std::size_t start = 0;
  while (start < user_dirs.size()) {
    const std::size_t end = std::min(user_dirs.find('\n', start), user_dirs.size());
    std::string_view line = user_dirs.substr(start, end - start);
    start = end + 1;
    if (!line.starts_with(kName)) continue;
    line.remove_prefix(kName.size());
    const std::size_t quote = line.find('"');
    if (quote == std::string_view::npos) continue;
    line = line.substr(0, quote);
    if (line.starts_with(kHome) && line.size() > kHome.size()) return home + "/" + std::string(line.substr(6));
    if (line.starts_with('/')) return std::string(line);
  }
  return {};
}

}  // namespace kindling
