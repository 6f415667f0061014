// Tells when something arrives in the folder of a store, or in any folder below it. A thread of its own sleeps until
// then; what arrives together is told once. The application's thread owns the object.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace kindling {

class StoreWatch {
 public:
  // nullptr where the folder isn't there or can't be watched. `wake` is called from the other thread, and not after the
  // destructor.
  [[nodiscard]] static std::unique_ptr<StoreWatch> start(const std::string& folder, std::function<void()> wake);
  ~StoreWatch();
  StoreWatch(const StoreWatch&) = delete;
  StoreWatch& operator=(const StoreWatch&) = delete;

  // Whether something may have arrived since the last call.
  [[nodiscard]] bool take() noexcept;
  // Whether the folder went away: start another watch once it is there again.
  [[nodiscard]] bool is_lost() const noexcept;

 private:
  class Watcher;
  explicit StoreWatch(std::unique_ptr<Watcher> watcher);
  std::unique_ptr<Watcher> watcher_;
};

}  // namespace kindling
