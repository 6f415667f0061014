// The small widgets: words, buttons, chips, choices, switches, sliders. One call each; `name` is the identity, `label`
// what is drawn and spoken. They take the column's next room unless they are given a box. One thread.
#pragma once

#include <optional>
#include <span>
#include <string_view>

#include "app/ui/ui.hpp"

namespace kindling::ui {

// --- Words. They wrap at the column's width.
void heading(Ui& ui, std::string_view text, int level = 2, Face face = Face::heading);
void paragraph(Ui& ui, std::string_view text, Face face = Face::body, std::optional<Colour> colour = std::nullopt,
               Align align = Align::left);
inline void note(Ui& ui, std::string_view text, Align align = Align::left) {
  paragraph(ui, text, Face::label, ui.theme().soft_ink, align);
}
// Small words above a field or a group of chips, which speaks them itself.
void field_label(Ui& ui, std::string_view text);
// An error next to its cause; nothing for an empty text.
void error_note(Ui& ui, std::string_view text);

// --- Buttons
enum class ButtonStyle : std::uint8_t { filled, tinted, plain, danger };
struct ButtonOptions {
  ButtonStyle style = ButtonStyle::filled;
  Icon icon = Icon::none;
  Step hue = Step::none;
  bool enabled = true;
  std::string_view hint = {};
};
inline constexpr float kButtonHeight = 52;  // dp, at text scale 1
[[nodiscard]] float button_height(const Ui& ui);
// As wide as the column. True where it was pressed.
bool button(Ui& ui, std::string_view name, std::string_view label, const ButtonOptions& options = {});
bool button_at(Ui& ui, std::string_view name, std::string_view label, const Box& box,
               const ButtonOptions& options = {});
// How wide a button's label wants it, in pixels.
[[nodiscard]] float button_width(Ui& ui, std::string_view label, const ButtonOptions& options = {});
// Round, 48 dp. `label` is spoken only.
struct IconButtonOptions {
  bool on_surface = true;  // a disc behind it
  bool filled_icon = false;
  Step hue = Step::none;
  std::optional<Colour> colour = std::nullopt;
  std::optional<bool> selected = std::nullopt;
};
bool icon_button(Ui& ui, std::string_view name, Icon icon, std::string_view label, float centre_x, float centre_y,
                 const IconButtonOptions& options = {});
// A line of text to press, left of the column.
bool link(Ui& ui, std::string_view name, std::string_view label, Step hue = Step::none);

// --- Chips that flow into lines
class Chips {
 public:
  Chips(Ui& ui, std::string_view name, std::string_view label);
  Chips(const Chips&) = delete;
  Chips& operator=(const Chips&) = delete;
  ~Chips();
  // True where it was pressed.
  bool chip(std::string_view name, std::string_view label, bool selected, Step hue = Step::none,
            Icon icon = Icon::none);

 private:
  Ui& ui_;
  float x_;
  float y_;
  float height_;
};

// --- Choices
// One of a few, side by side; the index that was chosen in this frame. Falls back to chips where the words don't fit.
std::optional<std::size_t> segmented(Ui& ui, std::string_view name, std::string_view label,
                                     std::span<const std::string_view> options, std::size_t chosen);
// A line with a switch; true where it was turned, and `on` is changed.
bool toggle(Ui& ui, std::string_view name, std::string_view label, std::string_view hint, bool& on);
// A value on a line; true where it changed. `spoken` is the value in words.
bool slider(Ui& ui, std::string_view name, std::string_view label, double& value, const Range& range,
            std::string_view spoken, Step hue = Step::none);
void progress_bar(Ui& ui, std::string_view name, std::string_view label, float part, Step hue = Step::none);

}  // namespace kindling::ui
