// A screen, page or sheet: it reads what it shows when that has changed, and draws it as often as asked. Between the
// two it holds its view, which nothing changes, and its draft: what a person is writing. One thread; owned by the app.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "app/model/background.hpp"
#include "app/model/format.hpp"
#include "app/model/intent.hpp"
#include "app/ui/scroll.hpp"
#include "app/ui/ui.hpp"
#include "app/ui/widgets/basic.hpp"
#include "app/ui/widgets/fields.hpp"
#include "app/ui/widgets/surfaces.hpp"

namespace kindling::app {

// What a screen draws on, for one frame.
struct Stage {
  ui::Ui& ui;
  const Format& format;
  Intents& out;
  ui::Box area;                                 // what the screen may fill
  float covered = 0;                            // pixels at its bottom that the bar lies over
  LocalDate today;                              // as the owner counts days
  LocalDateTime now;                            // on the wall
  bool wide = false;                            // room for two columns
  bool page = false;                            // over a place: it shows a way back
  std::string_view country{};                   // where the device says it is, ISO 3166; empty: unknown
  const BackgroundState* background = nullptr;  // none where nothing could bring reminders
  bool only_for_me = false;                     // nothing for two is offered
  bool opens_folders = false;                   // the desktop can show a folder
  std::string_view documents{};                 // where a person keeps documents; with opens_folders
  std::string error{};                          // why the last act of this screen failed; shown next to its cause
};

class Screen {
 public:
  Screen() = default;
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;
  virtual ~Screen() = default;

  // Reads its view anew. Fails as the services do; the app shows the sentence and asks again after the next change.
  [[nodiscard]] virtual Result<void> read(Kindling& home, const Format& format) = 0;
  virtual void draw(Stage& stage) = 0;
  // The piece of content that its DrawPrompt gave; read comes next.
  virtual void given(const std::string& /*item*/) {}
  // Of sheets, for their head.
  [[nodiscard]] virtual std::string_view title(const ui::Strings&) const { return {}; }
  // Of sheets: something was written and not yet kept, so closing it by mistake must not lose it.
  [[nodiscard]] virtual bool unsaved() const { return false; }
  // It is about to be left: what is written and not yet kept may be asked for a last time.
  virtual void leave(Intents&) {}
  // Whether it wants Stage::background.
  [[nodiscard]] virtual bool shows_background() const { return false; }
  // How far it is scrolled, in pixels: what floats at its top goes along.
  [[nodiscard]] virtual float scrolled() const { return 0; }
};

// The head of a screen, and a scrolling column below it: two columns side by side where the stage is wide. Use as a
// scope around what is drawn.
struct SceneHead {
  std::string_view title;
  std::string_view overline = {};  // a small line above it
};
class Scene {
 public:
  Scene(Stage& stage, std::string_view name, ui::ScrollState& scroll, const SceneHead& head);
  Scene(const Scene&) = delete;
  Scene& operator=(const Scene&) = delete;
  ~Scene();

  // Goes on at the top of the second column; nothing happens in a narrow window.
  void second_column();
  // For long lists: ScrollArea::rows.
  [[nodiscard]] ui::ScrollArea& area() noexcept { return area_; }

 private:
  Stage& stage_;
  ui::ScrollArea area_;
  float left_ = 0, right_ = 0, top_ = 0, first_bottom_ = 0;
  bool split_ = false;
};

// Where this is for one person alone: who listens, in place of what a couple does together.
void draw_care(Stage& stage);
// A small heading between cards.
void section(Stage& stage, std::string_view title);
// The last button of what can be taken away; true where it was pressed.
[[nodiscard]] bool remove_button(ui::Ui& ui);
// An empty_state on a card of its own.
struct Nothing {
  ui::Icon icon = ui::Icon::none;
  ui::Step hue = ui::Step::none;
  std::string_view title, text;
  std::string_view action;
};
[[nodiscard]] bool nothing_card(ui::Ui& ui, std::string_view name, const Nothing& look);

[[nodiscard]] std::unique_ptr<Screen> make_place(Place place);
[[nodiscard]] std::unique_ptr<Screen> make_page(const Page& page);
[[nodiscard]] std::unique_ptr<Screen> make_sheet(const OpenSheet& sheet);
[[nodiscard]] std::unique_ptr<Screen> make_first_run();

}  // namespace kindling::app
