// What a frame of every screen costs, without a window: building it (CPU), and drawing it by the processor. Prints one
// JSON object: {screen: {frame_ms, draw_ms, nodes}}. Usage: kindling_frames_bench [HOME_FOLDER NOW]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <string>
#include <vector>

#include "app/screen_names.hpp"
#include "platform/sdl/launch.hpp"
#include "platform/sdl/picture_stage.hpp"

namespace {

constexpr int kFrames = 120;

double cpu_ms() {
  timespec time{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

template <class Work>
double median_of(int runs, Work&& work) {
  std::vector<double> times;
  for (int i = 0; i < runs; ++i) {
    const double start = cpu_ms();
    work();
    times.push_back(cpu_ms() - start);
  }
  std::nth_element(times.begin(), times.begin() + runs / 2, times.end());
  return times[static_cast<std::size_t>(runs / 2)];
}

}  // namespace

int main(int count, char** words) {
  kindling::LaunchOptions options;
  options.zone = "Europe/Berlin";
  options.now = count > 2 ? words[2] : "2026-11-22T18:20:00+01:00";
  if (count > 1) {
    options.home = words[1];
  } else {
    options.demo = true;
  }
  auto launch = kindling::Launch::make(options);
  if (!launch) {
    std::fprintf(stderr, "frames: %s\n", launch.error().message.c_str());
    return 1;
  }
  const char* separator = "{";
  for (const std::string_view screen : kindling::app::screen_names()) {
    kindling::PictureStage stage({}, [&](const std::string& passphrase) { return (*launch)->open(passphrase); });
    if (!stage.app().show(screen)) continue;
    stage.settle();
    // A pointer that wanders keeps hover states busy.
    int step = 0;
    const double frame = median_of(kFrames, [&] {
      stage.push(
          kindling::ui::PointerMove{static_cast<float>(20 + step * 3 % 350), static_cast<float>(100 + step * 5 % 600)});
      ++step;
      stage.frame();
    });
    const double draw = median_of(15, [&] { static_cast<void>(stage.draw()); });
    std::printf("%s\"%s\": {\"frame_ms\": %.3f, \"draw_ms\": %.2f, \"nodes\": %zu}", separator,
                std::string(screen).c_str(), frame, draw, stage.app().tree().nodes.size());
    separator = ",\n ";
  }
  std::printf("}\n");
  return 0;
}
