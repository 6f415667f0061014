// One window for each home: the first one listens on a socket in the abstract namespace, named by the user and the
// home's real path, and a second start finds it there and may say what it would have shown. A thread of its own sleeps
// until somebody knocks. The application's thread owns the object.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

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

  // Waits for the other's answer, two seconds at most; who doesn't answer doesn't count. The other is told `screen`, of
  // small letters and hyphens, 64 at most; anything else counts as empty. `called` is called from the other thread with
  // what a second start says, and not after the destructor.
  [[nodiscard]] Finding claim(const std::string& home_folder, std::string_view screen,
                              std::function<void(std::string screen)> called);

 private:
  class Listener;
  std::unique_ptr<Listener> listener_;
};

}  // namespace kindling
