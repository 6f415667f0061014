// The app without a window: frames on a clock of its own, drawn by the processor into a picture. Pictures and tests of
// whole journeys stand on it. One at a time; one thread.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/app.hpp"
#include "platform/common/tzif_zones.hpp"
#include "platform/raster/canvas.hpp"
#include "platform/raster/rasteriser.hpp"

namespace kindling {

struct PictureOptions {
  int width = 390, height = 844;  // dp
  float scale = 1;                // physical pixels a dp
  ui::Insets insets;              // physical pixels
  app::Surroundings surroundings;
};

// Reminders while the window is closed, for pictures and tests: a switch and a count, nothing behind them.
class SwitchedBackground final : public app::Background {
 public:
  [[nodiscard]] app::BackgroundState state() override { return {.on = on_, .runs = on_, .shown = true}; }
  [[nodiscard]] Result<void> turn(bool on) override {
    on_ = on;
    return {};
  }
  void home_opened(const std::string& passphrase) override { passphrase_ = passphrase; }
  void home_closed() override { passphrase_.reset(); }
  [[nodiscard]] Result<void> test() override {
    ++tests_;
    return {};
  }
  [[nodiscard]] int tests() const noexcept { return tests_; }
  // By which the home is open; nothing where it's closed.
  [[nodiscard]] const std::optional<std::string>& passphrase() const noexcept { return passphrase_; }

 private:
  std::optional<std::string> passphrase_;
  bool on_ = true;
  int tests_ = 0;
};

// Folders that are only noted down.
class NotedFolders final : public app::Folders {
 public:
  [[nodiscard]] Result<void> open(const std::string& path) override {
    opened_ = path;
    return {};
  }
  [[nodiscard]] std::string documents() const override { return "/home/you/Documents"; }
  [[nodiscard]] const std::string& opened() const noexcept { return opened_; }

 private:
  std::string opened_;
};

class PictureStage {
 public:
  // `open` opens the home, as app::Shell::open.
  PictureStage(const PictureOptions& options,
               std::function<Result<std::unique_ptr<Kindling>>(const std::string& passphrase)> open);
  PictureStage(const PictureStage&) = delete;
  PictureStage& operator=(const PictureStage&) = delete;
  ~PictureStage();

  [[nodiscard]] app::App& app() noexcept { return *app_; }
  // One frame, a sixtieth of a second after the last; what was pushed since is taken.
  ui::FrameOutput frame();
  // Frames until nothing moves any more, 600 at most.
  void settle();
  void push(ui::Event event) { events_.push_back(std::move(event)); }
  // Time passes without frames.
  void wait(double seconds) { time_ += seconds; }
  void resize(int width, int height);  // dp
  void cover(const ui::Insets& insets) { options_.insets = insets; }
  [[nodiscard]] double time() const noexcept { return time_; }
  [[nodiscard]] const ui::FrameOutput& last() const noexcept { return last_; }
  [[nodiscard]] std::string& clipboard() noexcept { return clipboard_; }
  [[nodiscard]] SwitchedBackground& background() noexcept { return background_; }
  [[nodiscard]] NotedFolders& folders() noexcept { return folders_; }

  // Draws the last frame's lists.
  [[nodiscard]] Picture draw();

 private:
  PictureOptions options_;
  std::string clipboard_;
  SwitchedBackground background_;
  NotedFolders folders_;
  RasterTexture letters_;
  Rasteriser rasteriser_;
  std::unique_ptr<app::App> app_;
  std::vector<ui::Event> events_;
  ui::FrameOutput last_;
  double time_ = 1000;
};

}  // namespace kindling
