// A library of the system that is loaded when it is needed, and not before: a program that has no use for it neither
// links nor loads it. It stays loaded until the program ends.
#pragma once

#include <initializer_list>

namespace kindling {

class SharedLibrary {
 public:
  // The first of these names that is there.
  explicit SharedLibrary(std::initializer_list<const char*> names);

  [[nodiscard]] bool ok() const noexcept { return handle_ != nullptr; }

  // Sets `function` to the function of that name; false, and nullptr, where the library has none.
  template <class Function>
  [[nodiscard]] bool find(const char* name, Function*& function) const {
    function = reinterpret_cast<Function*>(address_of(name));
    return function != nullptr;
  }

 private:
  [[nodiscard]] void* address_of(const char* name) const;
  void* handle_ = nullptr;
};

}  // namespace kindling
