// One window for each home: the first one listens on a socket in the abstract namespace, named by the user and the
// home's real path, and a second start finds it there. A thread of its own sleeps until somebody knocks. The
// application's thread owns the object.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace kindling {

class SingleWindow {
 public:
  enum class Finding {
    first,  // nobody else; from now on others find us
    other,  // another has the home, and was asked to come to the front
  };

  SingleWindow();
  ~SingleWindow();
  SingleWindow(const SingleWindow&) = delete;
  SingleWindow& operator=(const SingleWindow&) = delete;

  // Waits for the other's answer, two seconds at most; who doesn't answer doesn't count. `wake` is called from the
  // other thread when a second start knocks, and not after the destructor.
  [[nodiscard]] Finding claim(const std::string& home_folder, std::function<void()> wake);
  // Whether somebody has knocked since the last call.
  [[nodiscard]] bool take_raise() noexcept;

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace kindling
