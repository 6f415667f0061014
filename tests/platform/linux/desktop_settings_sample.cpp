// Prints the desktop's look as it is told, a line a change ("dark=1 contrast=- motion=0", "-" where it isn't said),
// until its standard input ends. First "nothing N" or the look, where N are the milliseconds that were waited for it.
// Driven by desktop_settings_test.py.
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <cstdint>
#include <cstdio>

#include "platform/linux/desktop_settings.hpp"

namespace {

char say(const std::optional<bool>& value) { return !value ? '-' : *value ? '1' : '0'; }

void print(const kindling::DesktopLook& look) {
  std::printf("dark=%c contrast=%c motion=%c\n", say(look.dark), say(look.high_contrast), say(look.reduced_motion));
}

}  // namespace

int main() {
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  const int woken = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  const auto settings = kindling::DesktopSettings::start([woken] {
    const std::uint64_t one = 1;
    if (write(woken, &one, sizeof one) < 0) std::perror("wake");
  });
  const auto begun = std::chrono::steady_clock::now();
  if (const auto look = settings->take(std::chrono::milliseconds(150))) {
    print(*look);
  } else {
    const auto waited = std::chrono::steady_clock::now() - begun;
    std::printf("nothing %lld\n",
                static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(waited).count()));
  }
  for (;;) {
    pollfd waiting[2]{{woken, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    poll(waiting, 2, -1);
    if (waiting[1].revents != 0) return 0;
    std::uint64_t count = 0;
    if (read(woken, &count, sizeof count) < 0) continue;
    if (const auto look = settings->take()) print(*look);
  }
}
