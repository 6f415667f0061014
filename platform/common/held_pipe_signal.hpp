// Keeps SIGPIPE from this thread while the object lives: a library that writes to a connection that was closed raises
// it, and it would end the program. Errors are told by return values all the same.
#pragma once

#include <csignal>

namespace kindling {

class HeldPipeSignal {
 public:
  HeldPipeSignal() {
    sigset_t pipe = only_pipe();
    was_pending_ = is_pending();
    pthread_sigmask(SIG_BLOCK, &pipe, &before_);
  }
  HeldPipeSignal(const HeldPipeSignal&) = delete;
  HeldPipeSignal& operator=(const HeldPipeSignal&) = delete;
  ~HeldPipeSignal() {
    sigset_t pipe = only_pipe();
    int taken = 0;
    if (!was_pending_ && is_pending()) sigwait(&pipe, &taken);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
  }

 private:
  static sigset_t only_pipe() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGPIPE);
    return set;
  }
  static bool is_pending() {
    sigset_t set;
    sigemptyset(&set);
    sigpending(&set);
    return sigismember(&set, SIGPIPE) == 1;
  }

  sigset_t before_{};
  bool was_pending_ = false;
};

}  // namespace kindling
