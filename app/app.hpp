// The app: one window's worth of Kindling. Each frame it takes what a person did, draws the place, page or sheet at
// hand, carries out what was wanted, and says how long the shell may sleep. It knows no window, clock or file: the
// shell gives it frames, and ports give it the rest. One thread.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "app/model/dispatcher.hpp"
#include "app/screens/screen.hpp"

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
  ui::EmojiSource emoji;  // may be empty
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
  // The window goes to the background: what is being written is kept, and the lock's time begins.
  void background();

  // By the names that `kindling shot` takes: "today", "settings", "sheet-reminder" …; false where there is none.
  bool show(std::string_view screen);
  [[nodiscard]] static std::vector<std::string_view> screen_names();

  [[nodiscard]] const ui::Tree& tree() const noexcept { return ui_.semantics().tree(); }
  [[nodiscard]] std::string window_title() const;
  [[nodiscard]] ui::Colour background_colour() const;
  [[nodiscard]] Kindling* home() noexcept { return home_.get(); }
  // The home can't be opened: a passphrase is missing.
  [[nodiscard]] bool locked() const noexcept { return home_ == nullptr; }

 private:
  void open_home(const std::string& passphrase);
  void read_settings();
  void draw(Stage& stage);
  void draw_place(Stage& stage);
  void draw_bar(Stage& stage, const ui::Box& box, bool rail);
  void draw_sheet(Stage& stage);
  void open_sheet(const OpenSheet& sheet, bool afresh);
  void keep_sheet();
  void draw_lock();
  void draw_hidden();
  void draw_avatar(Stage& stage);
  void draw_add(const ui::Box& box);
  void draw_failure(Stage& stage, const std::string& sentence);
  void take_shortcuts();
  void handle(const Intent& intent);
  void act(const Intent& intent);
  void go_back();
  void leave_pages(std::size_t left);
  void lock();
  [[nodiscard]] bool is_new_home();
  void draw_first_run(Stage& stage);
  void make_stale();
  [[nodiscard]] ui::Look look() const;

  struct Shown {
    std::unique_ptr<Screen> screen;
    bool stale = true;
    std::optional<Error> failure;
  };
  void refresh(Shown& shown);

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
  Place place_ = Place::today;
  std::array<Shown, 5> places_;
  std::vector<Shown> pages_;
  Shown sheet_;
  OpenSheet open_sheet_;
  // Sheets that were closed with something unsaved in them, the newest last: opening the same one again goes on there.
  struct Kept {
    OpenSheet what;
    std::unique_ptr<Screen> screen;
  };
  std::vector<Kept> kept_;
  bool sheet_saved_ = false;  // it closes because what it holds has been kept
  bool went_on_ = false;      // the open sheet is one of those
  Shown first_run_;           // over everything, until it is done
  ui::SheetState sheet_state_;
  std::optional<ui::Toast> toast_;
  Intents intents_;
  std::string act_error_;
  ui::TextEdit passphrase_;
  bool wrong_passphrase_ = false;
  bool hidden_ = false;
  double last_input_ = 0;
};

}  // namespace kindling::app
