// Holds back what asks this thread to end (a closed terminal, Ctrl-C, kill) while something has to be cleared away
// first; it takes effect when the object goes. For programs of one thread.
#pragma once

#include <csignal>
#include <initializer_list>

namespace kindling {

class HeldSignals {
 public:
  HeldSignals() {
    sigset_t ending;
    sigemptyset(&ending);
    for (const int signal : {SIGHUP, SIGINT, SIGTERM}) sigaddset(&ending, signal);
    pthread_sigmask(SIG_BLOCK, &ending, &before_);
  }
  HeldSignals(const HeldSignals&) = delete;
  HeldSignals& operator=(const HeldSignals&) = delete;
  ~HeldSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

 private:
  sigset_t before_{};
};

}  // namespace kindling
