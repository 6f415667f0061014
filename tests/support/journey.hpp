// The whole app in a test, without a window: its home is a demonstration's or a new one, its clock the test's. Things
// are pressed by the names that a screen reader reads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "platform/sdl/launch.hpp"
#include "platform/sdl/picture_stage.hpp"

namespace kindling::tests {

class Journey {
 public:
  struct Options {
    bool empty = false;  // a new home, else the demonstration's
    std::string now = "2026-11-22T18:20:00+01:00";
    PictureOptions picture;
  };
  explicit Journey(const Options& options);
  Journey() : Journey(Options()) {}

  [[nodiscard]] PictureStage& stage() noexcept { return *stage_; }
  [[nodiscard]] const ui::Tree& tree() { return stage_->app().tree(); }
  [[nodiscard]] Kindling& home() { return *stage_->app().home(); }
  [[nodiscard]] Launch& launch() { return *launch_; }

  // Opens a screen by its picture's name. Fails the test where there is none.
  void show(std::string_view screen);
  [[nodiscard]] const ui::Node* find(std::string_view name);
  // Asks the node of that name for its first action, as a screen reader does. Fails the test where there is none.
  void press(std::string_view name);
  void act(std::string_view name, std::string_view action);
  // Puts text into the field of that name.
  void write(std::string_view field, std::string_view text);

  // With the pointer, in physical pixels.
  void tap(float x, float y);
  void tap(std::string_view name);
  void drag(float from_x, float from_y, float to_x, float to_y, int steps = 6);
  void key(ui::Key key, bool control = false, bool shift = false);
  void type(std::string_view text);

 private:
  std::unique_ptr<Launch> launch_;
  std::unique_ptr<PictureStage> stage_;
};

// Prints the tree's names with their roles, for a failing test.
[[nodiscard]] std::string outline(const ui::Tree& tree);

}  // namespace kindling::tests
