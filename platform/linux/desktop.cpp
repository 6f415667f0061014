// Linux desktops, as the window asks for them.
#include "platform/sdl/desktop.hpp"

#include <unistd.h>

#include <mutex>
#include <utility>

#include "platform/common/home_place.hpp"
#include "platform/linux/activation.hpp"
#include "platform/linux/agent_control.hpp"
#include "platform/linux/desktop_settings.hpp"
#include "platform/linux/display_scale.hpp"
#include "platform/linux/folders.hpp"
#include "platform/linux/home_watch.hpp"
#include "platform/linux/locale_habits.hpp"
#include "platform/linux/screen_reader.hpp"
#include "platform/linux/single_window.hpp"
#include "platform/linux/wall_alarm.hpp"

namespace kindling {
namespace {

class LinuxDesktop final : public Desktop {
 public:
  explicit LinuxDesktop(std::function<void()> wake)
      : wake_(std::move(wake)),
        alarm_(WallAlarm::start(wake_)),
        settings_(DesktopSettings::start(wake_)),
        reader_(ScreenReader::start("Kindling", wake_)) {}

  bool claim(const std::string& home_folder, const std::string& screen) override {
    const auto found = single_.claim(home_folder, screen, [this](std::string wanted) { call(std::move(wanted)); });
    return found == SingleWindow::Finding::first;
  }
  void answer_to_name() override {
    activation_ = Activation::start([this](std::string wanted) { call(std::move(wanted)); });
  }
  std::optional<std::string> take_call() override {
    const std::lock_guard lock(calls_);
    return std::exchange(called_for_, std::nullopt);
  }

  void watch(const std::string& home_folder) override { watch_ = HomeWatch::start(home_folder, wake_); }
  bool take_home_change() override { return watch_ && watch_->take(); }

  app::Background* background(FileStore& files, const std::string& home_folder) override {
    agent_.emplace(files, home_folder);
    return &*agent_;
  }
  app::Folders* folders() override { return &folders_; }

  std::optional<DesktopWishes> take_wishes(std::chrono::milliseconds at_most) override {
    const auto look = settings_->take(at_most);
    if (!look) return std::nullopt;
    return DesktopWishes{look->dark, look->high_contrast, look->reduced_motion};
  }
  LocaleHabits habits() const override { return locale_habits(); }

  bool has_display() const override {
    return environment("DISPLAY") || environment("WAYLAND_DISPLAY") || environment("SDL_VIDEODRIVER");
  }
  // A node to render with, and a person who may use it. Mesa's software drivers have none, and are slower than ours.
  bool has_gpu() const override { return access("/dev/dri/renderD128", R_OK | W_OK) == 0; }

  std::optional<float> scale() const override { return display_scale(); }

  bool set_alarm(std::chrono::nanoseconds from_now) override {
    if (alarm_) alarm_->set(from_now);
    return alarm_ != nullptr;
  }
  bool take_alarm() override { return alarm_ && alarm_->take(); }

  void show(const ui::Tree& tree, int x, int y, bool active) override {
    if (reader_) reader_->show(tree, {.x = x, .y = y, .active = active});
  }
  std::vector<ui::Request> take_requests() override {
    return reader_ ? reader_->take_requests() : std::vector<ui::Request>();
  }

 private:
  // From any thread. Who only wants to see the window leaves what another has asked it to show.
  void call(std::string screen) {
    {
      const std::lock_guard lock(calls_);
      if (!called_for_ || !screen.empty()) called_for_ = std::move(screen);
    }
    wake_();
  }

  std::function<void()> wake_;
  std::mutex calls_;
  std::optional<std::string> called_for_;
  std::unique_ptr<WallAlarm> alarm_;
  std::unique_ptr<DesktopSettings> settings_;
  std::unique_ptr<ScreenReader> reader_;
  SingleWindow single_;
  std::unique_ptr<Activation> activation_;
  std::unique_ptr<HomeWatch> watch_;
  std::optional<AgentControl> agent_;
  LinuxFolders folders_;
};

}  // namespace

std::unique_ptr<Desktop> Desktop::start(std::function<void()> wake) {
  return std::make_unique<LinuxDesktop>(std::move(wake));
}

}  // namespace kindling
