// Editing text: what a text field does to its words, without a screen. Positions are bytes at the borders of code
// points; words are runs of letters between blanks and punctuation. Undo goes step by step, and typing is one step
// until the caret jumps. Value type; one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace kindling::ui {

class TextEdit {
 public:
  TextEdit() = default;
  explicit TextEdit(std::string text) { set(std::move(text)); }

  [[nodiscard]] const std::string& text() const noexcept { return text_; }
  [[nodiscard]] bool empty() const noexcept { return text_.empty(); }
  [[nodiscard]] std::size_t caret() const noexcept { return caret_; }
  [[nodiscard]] std::size_t anchor() const noexcept { return anchor_; }
  [[nodiscard]] std::size_t first() const noexcept { return caret_ < anchor_ ? caret_ : anchor_; }
  [[nodiscard]] std::size_t last() const noexcept { return caret_ < anchor_ ? anchor_ : caret_; }
  [[nodiscard]] bool has_selection() const noexcept { return caret_ != anchor_; }
  [[nodiscard]] std::string_view selected() const noexcept {
    return std::string_view(text_).substr(first(), last() - first());
  }

  // Replaces everything and forgets what can be undone; the caret goes to the end.
  void set(std::string text);
  // Replaces everything as one step that can be undone.
  void replace_all(std::string_view text);
  // In place of the selection. Ill-formed UTF-8 and control characters but line breaks are left out, and what goes
  // beyond `limit` characters in all.
  void insert(std::string_view text, bool multiline, std::size_t limit);
  void erase_back(bool word);
  void erase_forward(bool word);
  void move_to(std::size_t position, bool select);
  void move_left(bool word, bool select);
  void move_right(bool word, bool select);
  void select_all();
  void select_word(std::size_t position);
  bool undo();
  bool redo();

  [[nodiscard]] std::size_t before(std::size_t position) const noexcept;  // the code point before
  [[nodiscard]] std::size_t after(std::size_t position) const noexcept;
  [[nodiscard]] std::size_t word_before(std::size_t position) const noexcept;
  [[nodiscard]] std::size_t word_after(std::size_t position) const noexcept;
  // In code points, as screen readers count.
  [[nodiscard]] std::size_t code_points(std::size_t position) const noexcept;
  [[nodiscard]] std::size_t byte_of(std::size_t code_points) const noexcept;

  // For the widget: where a caret that goes up and down wants to be, and how far the text is scrolled, in pixels.
  float goal_x = -1;
  float scroll = 0;
  double moved_at = 0;  // when the caret last moved, for its blinking
  int presses = 1;      // quick ones at one place: the word, everything
  double pressed_at = -1;
  std::size_t pressed = 0;

 private:
  struct Step {
    std::string text;
    std::size_t caret = 0;
  };
  void keep(bool typing);
  void erase(std::size_t from, std::size_t to);

  std::string text_;
  std::size_t caret_ = 0, anchor_ = 0;
  std::vector<Step> undo_, redo_;
  bool typing_ = false;
};

}  // namespace kindling::ui
