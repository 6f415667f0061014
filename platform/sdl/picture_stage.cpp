#include "platform/sdl/picture_stage.hpp"

#include <imgui.h>

#include <cmath>
#include <utility>

#include "assets/fonts/fonts.hpp"
#include "platform/sdl/emoji_font.hpp"

namespace kindling {
namespace {

constexpr int kMostFrames = 600;
constexpr double kFrame = 1.0 / 60;

}  // namespace

PictureStage::PictureStage(const PictureOptions& options,
                           std::function<Result<std::unique_ptr<Kindling>>(const std::string& passphrase)> open)
    : options_(options) {
  app::Shell shell;
  shell.open = std::move(open);
  shell.upload = [this](ImFontAtlas& atlas) { name_texture(atlas, letters_); };
  shell.background = &background_;
  shell.folders = &folders_;
  shell.clipboard.read = [this] { return clipboard_; };
  shell.clipboard.write = [this](const std::string& text) { clipboard_ = text; };
  shell.fonts = font_files();
  shell.emoji = emoji_source();
  app_ = std::make_unique<app::App>(std::move(shell), options.surroundings);
}

PictureStage::~PictureStage() = default;

void PictureStage::resize(int width, int height) {
  options_.width = width;
  options_.height = height;
}

ui::FrameOutput PictureStage::frame() {
  ui::FrameInput input;
  input.width = std::round(static_cast<float>(options_.width) * options_.scale);
  input.height = std::round(static_cast<float>(options_.height) * options_.scale);
  input.scale = options_.scale;
  input.insets = options_.insets;
  input.time = time_;
  time_ += kFrame;
  const std::vector<ui::Event> events = std::exchange(events_, {});
  last_ = app_->frame(input, events);
  return last_;
}

void PictureStage::settle() {
  // Two more than asked for: what is laid out by the last frame's measures needs them.
  int quiet = 0;
  for (int i = 0; i < kMostFrames && quiet < 3; ++i) quiet = frame().again ? 0 : quiet + 1;
}

Picture PictureStage::draw() {
  Picture picture(static_cast<int>(std::lround(static_cast<float>(options_.width) * options_.scale)),
                  static_cast<int>(std::lround(static_cast<float>(options_.height) * options_.scale)));
  rasteriser_.draw(app_->draw_data(), picture.canvas(), 0xFFFFFFFFU);
  return picture;
}

}  // namespace kindling
