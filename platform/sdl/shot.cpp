#include "platform/sdl/shot.hpp"

#include "app/screen_names.hpp"
#include "app/ui/tree_json.hpp"
#include "platform/raster/png.hpp"
#include "platform/sdl/picture_stage.hpp"

namespace kindling {
namespace {

Result<void> check(const ShotOptions& options) {
  if (options.width < 240 || options.width > 4000 || options.height < 240 || options.height > 4000) {
    return invalid("--size: width and height are 240 to 4000, as in 390x844");
  }
  if (!(options.scale >= 1 && options.scale <= 4)) return invalid("--scale: it is 1 to 4");
  if (!(options.text_scale >= 0.85 && options.text_scale <= 2)) return invalid("--text-scale: it is 0.85 to 2");
  if (options.theme != "light" && options.theme != "dark" && options.theme != "contrast") {
    return invalid("--theme: it is light, dark or contrast");
  }
  return {};
}

}  // namespace

Result<void> take_shot(const ShotOptions& options) {
  if (auto checked = check(options); !checked) return checked;
  auto launch = Launch::make(options.launch);
  if (!launch) return launch.error();
  PictureOptions picture;
  picture.width = options.width;
  picture.height = options.height;
  picture.scale = static_cast<float>(options.scale);
  picture.surroundings.dark = options.theme == "dark";
  picture.surroundings.high_contrast = options.theme == "contrast";
  picture.surroundings.reduced_motion = true;
  picture.surroundings.text_scale = static_cast<float>(options.text_scale);
  if (options.pseudo) picture.surroundings.language = ui::Language::pseudo;
  PictureStage stage(picture, [&](const std::string& passphrase) { return (*launch)->open(passphrase); });
  if (!stage.app().show(options.screen)) {
    std::string names;
    for (const std::string_view name : app::screen_names()) names += (names.empty() ? "" : ", ") + std::string(name);
    return invalid("there is no such screen; screens are " + names);
  }
  stage.settle();
  if (options.scroll > 0) {
    const float middle = static_cast<float>(options.width) * picture.scale / 2;
    stage.push(ui::PointerMove{middle, static_cast<float>(options.height) * picture.scale / 2});
    stage.push(ui::Wheel{0, -static_cast<float>(options.scroll) / 72});
    stage.settle();
    stage.push(ui::PointerLeave{});
    stage.settle();
  }
  auto png = write_png(stage.draw().view());
  if (!png) return png.error();
  PosixFiles files;
  if (auto written = files.write(options.out, *png); !written) return written;
  if (!options.tree) return {};
  return files.write(*options.tree, bytes_of(ui::tree_json(stage.app().tree(), picture.scale)));
}

}  // namespace kindling
