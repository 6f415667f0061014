// An open file descriptor that closes itself.
#pragma once

#include <unistd.h>

#include <utility>

namespace kindling {

class Descriptor {
 public:
  explicit Descriptor(int number = -1) noexcept : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() {
    if (number_ >= 0) ::close(number_);
  }

  [[nodiscard]] int get() const noexcept { return number_; }
  [[nodiscard]] bool ok() const noexcept { return number_ >= 0; }
  // Whoever takes it closes it.
  [[nodiscard]] int release() noexcept { return std::exchange(number_, -1); }
  // Closing can report a late write error.
  [[nodiscard]] bool close() noexcept { return ::close(std::exchange(number_, -1)) == 0; }

 private:
  int number_;
};

}  // namespace kindling
