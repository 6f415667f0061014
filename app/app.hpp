// The app: one window's worth of Kindling. Each frame it takes what a person did, draws the place, page or sheet at
// hand, carries out what was wanted, and says how long the shell may sleep. It knows no window, clock or file: the
// shell gives it frames, and ports give it the rest. One thread.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>

#include "app/covers.hpp"
#include "app/model/background.hpp"
#include "app/model/dispatcher.hpp"
#include "app/model/folders.hpp"
#include "app/navigator.hpp"

struct ImDrawData;
struct ImFontAtlas;
struct ImGuiContext;

namespace kindling::app {

// What the app asks of the shell. All of it must outlive the app.
struct Shell {
  // Opens the home, with a passphrase where it is locked.
  std::function<Result<std::unique_ptr<Kindling>>(const std::string& passphrase)> open;
  // Takes the new picture of all letters.
  std::function<void(ImFontAtlas&)> upload;
  ui::Clipboard clipboard;
  ui::FontFiles fonts;
  ui::EmojiSource emoji;             // may be empty
  Background* background = nullptr;  // may be none
  Folders* folders = nullptr;        // may be none
};

// What the desktop says about itself; the owner's settings come first.
struct Surroundings {
  bool dark = false;
  bool high_contrast = false;
  bool reduced_motion = false;
  bool clock_24h = true;
  std::chrono::weekday week_start = std::chrono::Monday;
  ui::Language language = ui::Language::english;
  std::string country;              // ISO 3166, for the numbers of the help page; empty: unknown
  std::optional<float> text_scale;  // asked for by hand, for pictures
};

class App {
 public:
  App(Shell shell, const Surroundings& surroundings);
  App(const App&) = delete;
  App& operator=(const App&) = delete;
  ~App();

  void set_surroundings(const Surroundings& surroundings);
  ui::FrameOutput frame(const ui::FrameInput& input, std::span<const ui::Event> events);
  // What the last frame drew; valid until the next.
  [[nodiscard]] const ImDrawData& draw_data() const;
  // Another process wrote to the home, or a day has begun: what is shown is read again.
  void home_changed();
  // The window goes to the background or ends: what is being written is kept.
  void background();

  // By one of screen_names(); false where there is none.
  bool show(std::string_view screen);

  [[nodiscard]] const ui::Tree& tree() const noexcept { return ui_.semantics().tree(); }
  // The texts of the last frame that had less room than they want.
  [[nodiscard]] const std::vector<std::string>& shortened() { return ui_.paint().shortened(); }
  [[nodiscard]] std::string window_title() const;
  [[nodiscard]] ui::Colour background_colour() const;
  [[nodiscard]] Kindling* home() noexcept { return home_.get(); }
  // The home can't be opened: a passphrase is missing.
  [[nodiscard]] bool locked() const noexcept { return home_ == nullptr; }

 private:
  void open_home(const std::string& passphrase);
  void read_settings();
  void draw(Stage& stage);
  void draw_first_run(Stage& stage);
  void draw_shown(Stage& stage, Shown& shown, std::string_view name);
  void draw_sheet(const Stage& below);
  void draw_toast(float bottom);
  void turn_background(bool on);
  void send_test();
  void open_folder(const std::string& path);
  void read_background();
  void take_shortcuts();
  // What was wanted on screens, and then on the sheet over them: there each thing needs the one before it.
  void handle_all();
  // False where it couldn't be done.
  bool handle(const Intent& intent);
  bool act(const Intent& intent);
  // What is being written on the current page is kept.
  void keep();
  void lock();
  // Whether the lock's time counts at all.
  [[nodiscard]] bool locks_itself() const;
  [[nodiscard]] double idle_seconds() const;
  [[nodiscard]] ui::Look look() const;

  Shell shell_;
  Surroundings surroundings_;
  ImGuiContext* context_;
  ui::Strings strings_;
  ui::Fonts fonts_;
  ui::Ui ui_;
  std::optional<Format> format_;
  std::unique_ptr<Kindling> home_;
  std::optional<Error> closed_because_;
  Settings settings_;
  bool only_for_me_ = false;
  Navigator navigator_;  // after the home: screens may hold what it gave
  std::optional<ui::Toast> toast_;
  int toast_acts_ = 1;                         // that its Undo takes back
  std::optional<BackgroundState> background_;  // as it was last asked for; none: ask when it is shown
  std::string documents_;                      // where a person keeps them, as the desktop says
  Intents intents_;
  Intents sheet_intents_;
  std::string act_error_;
  LockDraft lock_draft_;
  bool hidden_ = false;
  // By the frames' clock and by the one on the wall: only that counts a computer's sleep.
  struct Moment {
    double frame = 0;
    std::chrono::sys_seconds wall;
  };
  [[nodiscard]] Moment moment() const { return {frame_time_, home_->context().now()}; }
  double frame_time_ = 0;
  std::optional<Moment> last_input_;  // since the home was opened
};

}  // namespace kindling::app
