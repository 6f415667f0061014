// The desktop where no system of its own is known to us: nothing is told, and the home's files are looked at whenever
// somebody asks, which is when the window gets the keyboard.
#include "platform/sdl/desktop.hpp"

#include <array>
#include <cstdint>
#include <filesystem>
#include <utility>

namespace kindling {
namespace {

using Stamp = std::pair<std::uintmax_t, std::filesystem::file_time_type>;
using Stamps = std::array<Stamp, 4>;

Stamps stamps_of(const std::string& folder) {
  static constexpr std::array<const char*, 4> kFiles{"self.db", "self.db-wal", "couple.db", "couple.db-wal"};
  Stamps stamps;
  for (std::size_t i = 0; i < kFiles.size(); ++i) {
    const std::filesystem::path path = std::filesystem::path(folder) / kFiles[i];
    std::error_code error;
    stamps[i] = {std::filesystem::file_size(path, error), std::filesystem::last_write_time(path, error)};
  }
  return stamps;
}

class PlainDesktop final : public Desktop {
 public:
  bool claim(const std::string&, const std::string&) override { return true; }
  void answer_to_name() override {}
  std::optional<std::string> take_call() override { return std::nullopt; }

  void watch(const std::string& home_folder) override {
    folder_ = home_folder;
    seen_ = stamps_of(folder_);
  }
  bool take_home_change() override {
    if (folder_.empty()) return false;
    const Stamps now = stamps_of(folder_);
    return std::exchange(seen_, now) != now;
  }

  app::Background* background(FileStore&, const std::string&) override { return nullptr; }
  app::Folders* folders() override { return nullptr; }

  std::optional<DesktopWishes> take_wishes(std::chrono::milliseconds) override { return std::nullopt; }
  LocaleHabits habits() const override { return {}; }
  bool has_display() const override { return true; }
  bool has_gpu() const override { return true; }
  std::optional<float> scale() const override { return std::nullopt; }
  bool set_alarm(std::chrono::nanoseconds) override { return false; }
  bool take_alarm() override { return false; }
  void show(const ui::Tree&, int, int, bool) override {}
  std::vector<ui::Request> take_requests() override { return {}; }

 private:
  std::string folder_;
  Stamps seen_;
};

}  // namespace

// NOLINTNEXTLINE(performance-unnecessary-value-param): others keep it
std::unique_ptr<Desktop> Desktop::start(std::function<void()>) { return std::make_unique<PlainDesktop>(); }

}  // namespace kindling
