// Tells when files of the home are written, by this program or another (inotify). A thread of its own sleeps until
// then; changes that come together are told once. The application's thread owns the object.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace kindling {

class HomeWatch {
 public:
  // nullptr where the folder can't be watched. `wake` is called from the other thread, and not after the destructor.
  [[nodiscard]] static std::unique_ptr<HomeWatch> start(const std::string& folder, std::function<void()> wake);
  ~HomeWatch();
  HomeWatch(const HomeWatch&) = delete;
  HomeWatch& operator=(const HomeWatch&) = delete;

  // Whether something was written since the last call.
  [[nodiscard]] bool take() noexcept;

 private:
  class Watcher;
  explicit HomeWatch(std::unique_ptr<Watcher> watcher);
  std::unique_ptr<Watcher> watcher_;
};

}  // namespace kindling
