#include "platform/linux/single_window.hpp"

#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>
#include <unistd.h>

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <utility>

#include "platform/linux/descriptor_watch.hpp"

namespace kindling {
namespace {

constexpr int kPatience = 2;  // seconds
constexpr char kKnock = 'k';

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

bool knock(const Address& address) {
  const int connection = open_socket();
  if (connection < 0) return false;
  be_patient(connection);
  char answer = 0;
  const bool answered = connect(connection, address.get(), address.size) == 0 && is_ours(connection) &&
                        send(connection, &kKnock, 1, MSG_NOSIGNAL) == 1 && recv(connection, &answer, 1, 0) == 1 &&
                        answer == kKnock;
  close(connection);
  return answered;
}

}  // namespace

class SingleWindow::Listener {
 public:
  Listener(int door, std::function<void()> wake)
      : door_(door), wake_(std::move(wake)), watch_(door, [this](const StopSignal&) { answer(); }) {}

  bool take() noexcept { return is_asked_.exchange(false); }

 private:
  void answer() {
    const int connection = accept4(door_, nullptr, nullptr, SOCK_CLOEXEC);
    if (connection < 0) return;
    be_patient(connection);
    char asked = 0;
    if (is_ours(connection) && recv(connection, &asked, 1, 0) == 1 && asked == kKnock) {
      send(connection, &kKnock, 1, MSG_NOSIGNAL);
      is_asked_.store(true);
      wake_();
    }
    close(connection);
  }

  const int door_;
  const std::function<void()> wake_;
  std::atomic<bool> is_asked_{false};
  DescriptorWatch watch_;  // the last: it uses what is above
};

SingleWindow::SingleWindow() = default;
SingleWindow::~SingleWindow() = default;

SingleWindow::Finding SingleWindow::claim(const std::string& home_folder, std::function<void()> wake) {
  const Address address = address_of(home_folder);
  const int descriptor = open_socket();
  if (descriptor < 0) return Finding::first;
  if (bind(descriptor, address.get(), address.size) == 0 && listen(descriptor, 4) == 0) {
    listener_ = std::make_unique<Listener>(descriptor, std::move(wake));
    return Finding::first;
  }
  close(descriptor);
  return knock(address) ? Finding::other : Finding::first;
}

bool SingleWindow::take_raise() noexcept { return listener_ && listener_->take(); }

}  // namespace kindling
