#include "platform/linux/single_window.hpp"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <optional>
#include <utility>

#include "platform/linux/descriptor_watch.hpp"

namespace kindling {
namespace {

constexpr int kPatience = 2;  // seconds
// A knock is one letter; with a screen it is another, and the screen's name as a line.
constexpr char kKnock = 'k';
constexpr char kKnockFor = 's';
constexpr char kEnd = '\n';
constexpr std::size_t kLongestName = 64;

bool is_name(std::string_view text) {
  return !text.empty() && text.size() <= kLongestName &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos;
}

std::string knock_for(std::string_view screen) {
  return is_name(screen) ? kKnockFor + std::string(screen) + kEnd : std::string(1, kKnock);
}

struct Address {
  sockaddr_un socket{};
  socklen_t size = 0;

  [[nodiscard]] const sockaddr* get() const noexcept { return reinterpret_cast<const sockaddr*>(&socket); }
};

// Such a name goes with its last socket: nothing stays behind after a crash.
Address address_of(const std::string& home_folder) {
  std::error_code error;
  const auto real = std::filesystem::weakly_canonical(std::filesystem::absolute(home_folder, error), error);
  const std::string path = error ? home_folder : real.string();
  std::uint64_t hash = 14695981039346656037U;  // FNV-1a
  for (const char letter : path) hash = (hash ^ static_cast<unsigned char>(letter)) * 1099511628211U;
  const std::string name = "kindling-" + std::to_string(getuid()) + "-" + std::to_string(hash);
  Address address;
  address.socket.sun_family = AF_UNIX;
  std::memcpy(&address.socket.sun_path[1], name.data(), name.size());
  address.size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
  return address;
}

int open_socket() { return socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0); }

// Anybody can take a name; only the same person's program is answered or believed.
bool is_ours(int connection) {
  ucred peer{};
  socklen_t size = sizeof peer;
  return getsockopt(connection, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == getuid();
}

void be_patient(int connection) {
  const timeval patience{kPatience, 0};
  setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
}

bool knock(const Address& address, const std::string& words) {
  const int connection = open_socket();
  if (connection < 0) return false;
  be_patient(connection);
  char answer = 0;
  const bool answered =
      connect(connection, address.get(), address.size) == 0 && is_ours(connection) &&
      send(connection, words.data(), words.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(words.size()) &&
      recv(connection, &answer, 1, 0) == 1 && answer == kKnock;
  close(connection);
  return answered;
}

// What somebody came for; none where it isn't a knock.
std::optional<std::string> hear(int connection) {
  char letter = 0;
  if (recv(connection, &letter, 1, 0) != 1) return std::nullopt;
  if (letter == kKnock) return std::string();
  if (letter != kKnockFor) return std::nullopt;
  std::string screen;
  while (recv(connection, &letter, 1, 0) == 1) {
    if (letter == kEnd) return is_name(screen) ? screen : std::string();
    if (screen.size() == kLongestName) break;
    screen += letter;
  }
  return std::nullopt;
}

}  // namespace

class SingleWindow::Listener {
 public:
  Listener(int door, std::function<void(std::string)> called)
      : door_(door), called_(std::move(called)), watch_(door, [this](const StopSignal&) { answer(); }) {}

 private:
  void answer() {
    const int connection = accept4(door_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    be_patient(connection);
    if (is_ours(connection)) {
      if (auto screen = hear(connection)) {
        send(connection, &kKnock, 1, MSG_NOSIGNAL);
        called_(std::move(*screen));
      }
    }
    close(connection);
  }

  const int door_;
  const std::function<void(std::string)> called_;
  DescriptorWatch watch_;  // the last: it uses what is above
};

SingleWindow::SingleWindow() = default;
SingleWindow::~SingleWindow() = default;

SingleWindow::Finding SingleWindow::claim(const std::string& home_folder, std::string_view screen,
                                          std::function<void(std::string)> called) {
  const Address address = address_of(home_folder);
  const int descriptor = open_socket();
  if (descriptor < 0) return Finding::first;
  if (bind(descriptor, address.get(), address.size) == 0 && listen(descriptor, 4) == 0) {
    listener_ = std::make_unique<Listener>(descriptor, std::move(called));
    return Finding::first;
  }
  close(descriptor);
  return knock(address, knock_for(screen)) ? Finding::other : Finding::first;
}

}  // namespace kindling
