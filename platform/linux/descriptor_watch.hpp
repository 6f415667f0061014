// A thread that sleeps until a descriptor can be read.
#pragma once

#include <functional>
#include <thread>

#include "platform/linux/stop_signal.hpp"

namespace kindling {

class DescriptorWatch {
 public:
  // Owns the descriptor. `ready` is called in the watch's own thread whenever there is something to read, which it
  // takes; where it waits for anything else it does so by `stop`. Not called after the destructor.
  DescriptorWatch(int descriptor, std::function<void(const StopSignal& stop)> ready);
  DescriptorWatch(const DescriptorWatch&) = delete;
  DescriptorWatch& operator=(const DescriptorWatch&) = delete;
  ~DescriptorWatch();

 private:
  void run();

  const int descriptor_;
  const std::function<void(const StopSignal& stop)> ready_;
  StopSignal stop_;
  std::thread thread_;  // the last: it uses what is above
};

}  // namespace kindling
