// What is on the screen, for screen readers on Linux (AT-SPI, through ATK and its bridge): mirrors the tree of
// app/ui/semantics.hpp and brings back what a reader asks for. A thread of its own talks to the bus and answers
// readers, so that nothing of it lies on a frame's path; it sleeps until the desktop's accessibility is switched on,
// which may be while the application runs. The application's thread owns the object and calls it.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/ui/semantics.hpp"

namespace kindling {

class ScreenReader {
 public:
  // Where the window's inside begins on the screen, in physical pixels (0, 0 where the system doesn't tell, as under
  // Wayland), and whether it has the keyboard.
  struct Window {
    int x = 0, y = 0;
    bool active = true;

    friend bool operator==(const Window&, const Window&) = default;
  };

  // nullptr where no reader can come: no session bus, or NO_AT_BRIDGE=1. AT_SPI_BUS_ADDRESS counts as switched on.
  // `wake` is called from the other thread when there are requests to take, and when the switch goes on and a tree is
  // wanted; not after the destructor. One at a time in a process, and after one that was switched on no other.
  [[nodiscard]] static std::unique_ptr<ScreenReader> start(std::string application_name, std::function<void()> wake);
  ~ScreenReader();
  ScreenReader(const ScreenReader&) = delete;
  ScreenReader& operator=(const ScreenReader&) = delete;

  // After each frame. Hands over a copy where the switch is on and the tree's revision or the window is another than
  // the last time; else it costs a comparison. Of several trees that come faster than they are told, the last counts.
  void show(const ui::Tree& tree, const Window& window);

  // What readers have asked for since the last call, in order. Where one wish replaces an earlier one of its kind for
  // the same node (a text, a caret, a number), only the last is given.
  [[nodiscard]] std::vector<ui::Request> take_requests();

  // Whether the switch is on.
  [[nodiscard]] bool is_on() const noexcept;

 private:
  class Worker;
  explicit ScreenReader(std::unique_ptr<Worker> worker);
  std::unique_ptr<Worker> worker_;
  std::optional<std::uint64_t> shown_revision_;  // of what was handed over last
  Window shown_window_;
};

}  // namespace kindling
