#include "platform/linux/descriptor_watch.hpp"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

namespace kindling {

DescriptorWatch::DescriptorWatch(int descriptor, std::function<void(const StopSignal& stop)> ready)
    : descriptor_(descriptor), ready_(std::move(ready)), thread_([this] { run(); }) {}

DescriptorWatch::~DescriptorWatch() {
  stop_.set();
  thread_.join();
  close(descriptor_);
}

void DescriptorWatch::run() {
  std::array<pollfd, 2> waiting{pollfd{descriptor_, POLLIN, 0}, pollfd{stop_.descriptor(), POLLIN, 0}};
  while (!stop_.is_set()) {
    const int ready = poll(waiting.data(), waiting.size(), -1);
    if (ready < 0 && errno != EINTR) return;
    if (ready > 0 && (waiting[0].revents & POLLIN) != 0) ready_(stop_);
  }
}

}  // namespace kindling
