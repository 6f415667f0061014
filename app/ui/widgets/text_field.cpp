#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "app/ui/widgets/basic.hpp"
#include "app/ui/widgets/fields.hpp"

namespace kindling::ui {
namespace {

constexpr double kBlink = 0.53;
constexpr double kDoublePress = 0.4;

// One frame of a text field: where its words lie, and what keys and pointer do to them.
class Field {
 public:
  Field(Ui& ui, TextEdit& edit, const FieldOptions& options, const Box& words)
      : ui_(ui), edit_(edit), options_(options), words_(words) {
    lay_out();
  }

  bool keys() {
    const std::string before = edit_.text();
    const std::size_t caret = edit_.caret();
    const bool several = options_.lines > 1;
    std::vector<KeyDown> left;
    for (const KeyDown& key : std::exchange(ui_.keys(), {})) {
      if (!take(key, several)) left.push_back(key);
    }
    ui_.keys() = std::move(left);
    if (const std::string text = ui_.take_text(); !text.empty()) edit_.insert(text, several, options_.limit);
    if (edit_.caret() != caret || edit_.text() != before) edit_.moved_at = ui_.time();
    return edit_.text() != before;
  }

  void point(const Touch& touch) {
    const auto drag = ui_.pointer().drag(touch.id);
    if (!drag) return;
    ui_.set_focus(touch.id);
    const std::size_t position = at(drag->x, drag->y);
    if (drag->began) count_press(position);
    if (edit_.presses == 1) edit_.move_to(position, !drag->began);
    if (drag->began && edit_.presses == 2) edit_.select_word(position);
    if (drag->began && edit_.presses == 3) edit_.select_all();
    edit_.goal_x = -1;
    edit_.moved_at = ui_.time();
  }

  void draw(bool focused) {
    lay_out();
    Paint& paint = ui_.paint();
    const Theme& t = ui_.theme();
    const float step = paint.line_height(Face::body);
    const std::size_t row = row_of(edit_.caret());
    const float caret_x = x_of(row, edit_.caret());
    follow(row, caret_x, step);
    ui_.push_clip(words_);
    const float top = words_.top - (options_.lines > 1 ? edit_.scroll : 0);
    const float left = words_.left - (options_.lines > 1 ? 0 : edit_.scroll);
    if (edit_.empty() && ui_.preedit().text.empty()) {
      paint.wrapped(Face::body, left, top, words_.width(), t.soft_ink, options_.placeholder);
    }
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      const float y = top + static_cast<float>(i) * step;
      if (y > words_.bottom || y + step < words_.top) continue;
      if (focused && edit_.has_selection()) {
        const std::size_t from = std::max(edit_.first(), lines_[i].begin);
        const std::size_t to = std::min(edit_.last(), i + 1 < lines_.size() ? lines_[i + 1].begin : shown_.size());
        if (from < to) {
          const float x1 = left + x_of(i, from);
          const float x2 = left + x_of(i, std::min(to, lines_[i].end)) + (to > lines_[i].end ? ui_.dp(4) : 0);
          paint.fill({x1, y, x2, y + step}, with_alpha(t.accent, 70), ui_.dp(3));
        }
      }
      paint.text(Face::body, left, y, t.ink,
                 std::string_view(shown_).substr(lines_[i].begin, lines_[i].end - lines_[i].begin));
    }
    if (focused) draw_caret(left + caret_x, top + static_cast<float>(row) * step, step);
    ui_.pop_clip();
  }

  [[nodiscard]] std::size_t line_count() const noexcept { return lines_.size(); }

 private:
  // Quick presses at one place: the second takes the word, the third everything, the fourth begins anew.
  void count_press(std::size_t position) {
    const bool again = ui_.time() - edit_.pressed_at < kDoublePress && position == edit_.pressed;
    edit_.presses = again ? edit_.presses % 3 + 1 : 1;
    edit_.pressed_at = ui_.time();
    edit_.pressed = position;
  }

  void lay_out() {
    shown_ = edit_.text();
    if (options_.secret) {
      shown_.clear();
      for (std::size_t i = edit_.code_points(edit_.text().size()); i > 0; --i) shown_ += "•";
    }
    lines_ = ui_.paint().lines(Face::body, shown_, options_.lines > 1 ? words_.width() : 1e6F);
  }

  // Positions in the text and in what is shown differ for secrets alone: three bytes a bullet.
  [[nodiscard]] std::size_t to_shown(std::size_t position) const {
    return options_.secret ? 3 * edit_.code_points(position) : position;
  }
  [[nodiscard]] std::size_t from_shown(std::size_t position) const {
    return options_.secret ? edit_.byte_of(position / 3) : position;
  }

  [[nodiscard]] std::size_t row_of(std::size_t position) const {
    const std::size_t shown = to_shown(position);
    std::size_t row = 0;
    while (row + 1 < lines_.size() && lines_[row + 1].begin <= shown) ++row;
    return row;
  }
  [[nodiscard]] float x_of(std::size_t row, std::size_t position) {
    const std::size_t shown = std::min(to_shown(position), lines_[row].end);
    const std::size_t begin = lines_[row].begin;
    return shown <= begin ? 0 : ui_.paint().width(Face::body, std::string_view(shown_).substr(begin, shown - begin));
  }
  [[nodiscard]] std::size_t nearest(std::size_t row, float x) {
    const std::size_t begin = lines_[row].begin;
    std::size_t best = begin;
    float least = 1e9F;
    for (std::size_t at = begin;;) {
      const float away =
          std::abs(ui_.paint().width(Face::body, std::string_view(shown_).substr(begin, at - begin)) - x);
      if (away >= least) break;
      least = away;
      best = at;
      if (at >= lines_[row].end) break;
      ++at;
      while (at < lines_[row].end && (static_cast<unsigned char>(shown_[at]) & 0xC0U) == 0x80) ++at;
    }
    return from_shown(best);
  }
  [[nodiscard]] std::size_t at(float x, float y) {
    const bool several = options_.lines > 1;
    const float line = (y - words_.top + (several ? edit_.scroll : 0)) / ui_.paint().line_height(Face::body);
    const float last = static_cast<float>(lines_.size() - 1);
    return nearest(static_cast<std::size_t>(std::clamp(line, 0.0F, last)),
                   x - words_.left + (several ? 0 : edit_.scroll));
  }

  void up_or_down(int by, bool select) {
    lay_out();
    const std::size_t row = row_of(edit_.caret());
    if (edit_.goal_x < 0) edit_.goal_x = x_of(row, edit_.caret());
    const float goal = edit_.goal_x;
    if (by < 0 && row == 0) {
      edit_.move_to(0, select);
    } else if (by > 0 && row + 1 >= lines_.size()) {
      edit_.move_to(edit_.text().size(), select);
    } else {
      edit_.move_to(nearest(by < 0 ? row - 1 : row + 1, goal), select);
    }
    edit_.goal_x = goal;
  }

  void copy() {
    if (!options_.secret && edit_.has_selection()) ui_.clipboard.write(std::string(edit_.selected()));
  }

  bool take(const KeyDown& key, bool several) {
    const bool select = key.shift;
    const bool word = key.control;
    if (key.alt) return false;
    switch (key.key) {
      case Key::left: edit_.move_left(word, select); return true;
      case Key::right: edit_.move_right(word, select); return true;
      case Key::up:
      case Key::down:
        if (!several) return false;
        up_or_down(key.key == Key::up ? -1 : 1, select);
        return true;
      case Key::home:
        lay_out();
        edit_.move_to(word ? 0 : from_shown(lines_[row_of(edit_.caret())].begin), select);
        return true;
      case Key::end:
        lay_out();
        edit_.move_to(word ? edit_.text().size() : from_shown(lines_[row_of(edit_.caret())].end), select);
        return true;
      case Key::backspace: edit_.erase_back(word); return true;
      case Key::del: edit_.erase_forward(word); return true;
      case Key::enter:
        if (!several || key.control) {
          entered = true;
        } else {
          edit_.insert("\n", true, options_.limit);
        }
        return true;
      case Key::space: return !key.control;
      case Key::a: return key.control ? (edit_.select_all(), true) : true;
      case Key::c: return key.control ? (copy(), true) : true;
      case Key::x:
        if (key.control && !options_.secret && edit_.has_selection()) {
          copy();
          edit_.erase_back(false);
        }
        return true;
      case Key::v:
        if (key.control) edit_.insert(ui_.clipboard.read(), several, options_.limit);
        return true;
      case Key::z:
        if (key.control) static_cast<void>(key.shift ? edit_.redo() : edit_.undo());
        return true;
      case Key::y:
        if (key.control) static_cast<void>(edit_.redo());
        return true;
      case Key::tab:
      case Key::escape:
      case Key::page_up:
      case Key::page_down: return false;
      default: return !key.control;  // a letter: its text comes by itself
    }
  }

  void follow(std::size_t row, float caret_x, float step) {
    if (options_.lines > 1) {
      const float y = static_cast<float>(row) * step;
      const float most = std::max(0.0F, static_cast<float>(lines_.size()) * step - words_.height());
      edit_.scroll = std::clamp(edit_.scroll, y + step - words_.height(), y);
      edit_.scroll = std::clamp(edit_.scroll, 0.0F, most);
    } else {
      const float room = words_.width() - ui_.dp(4);
      edit_.scroll = std::max(0.0F, std::clamp(edit_.scroll, caret_x - room, caret_x));
    }
  }

  void draw_caret(float x, float y, float step) {
    const TextPreedit& preedit = ui_.preedit();
    if (!preedit.text.empty()) {
      const float wide = ui_.paint().width(Face::body, preedit.text);
      ui_.paint().fill({x, y, x + wide, y + step}, ui_.theme().field);
      ui_.paint().text(Face::body, x, y, ui_.theme().ink, preedit.text);
      ui_.paint().line(x, y + step, x + wide, y + step, ui_.theme().accent, ui_.dp(1.5F));
      std::size_t at = 0;
      for (int left = preedit.caret; left > 0 && at < preedit.text.size(); --left) {
        ++at;
        while (at < preedit.text.size() && (static_cast<unsigned char>(preedit.text[at]) & 0xC0U) == 0x80) ++at;
      }
      x += ui_.paint().width(Face::body, std::string_view(preedit.text).substr(0, at));
    }
    const double since = ui_.time() - edit_.moved_at;
    const auto half = static_cast<std::int64_t>(since / kBlink);
    const bool still = ui_.look().reduced_motion;
    if (still || half % 2 == 0) ui_.paint().fill({x, y, x + std::max(1.0F, ui_.dp(2)), y + step}, ui_.theme().accent);
    if (!still) ui_.wake_in(static_cast<double>(half + 1) * kBlink - since + 0.001);
    ui_.edit_at({x, y, x + ui_.dp(2), y + step});
  }

 public:
  bool entered = false;

 private:
  Ui& ui_;
  TextEdit& edit_;
  const FieldOptions& options_;
  Box words_;
  std::string shown_;
  std::vector<Paint::Line> lines_;
};

// What a screen reader or a test asks of the field.
bool carry_out(Ui& ui, NodeId id, TextEdit& edit, const FieldOptions& options) {
  bool changed = false;
  if (const auto asked = ui.semantics().take(id, Request::Kind::set_text)) {
    TextEdit wanted;
    wanted.insert(asked->text, options.lines > 1, options.limit);
    changed = wanted.text() != edit.text();
    edit.replace_all(wanted.text());
  }
  if (const auto asked = ui.semantics().take(id, Request::Kind::set_caret)) {
    edit.move_to(edit.byte_of(asked->selection), false);
    edit.move_to(edit.byte_of(asked->caret), true);
  }
  return changed;
}

}  // namespace

FieldEvent text_field(Ui& ui, std::string_view name, TextEdit& edit, const FieldOptions& options) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  if (options.show_label) field_label(ui, options.label);
  const float pad = ui.dp(16);
  const float step = paint.line_height(Face::body);
  const float wrap = ui.column().width() - 2 * pad;
  auto lines = static_cast<float>(options.lines);
  if (options.lines > 1) {
    const auto needed =
        static_cast<float>(paint.lines(Face::body, edit.empty() ? options.placeholder : edit.text(), wrap).size());
    lines = std::clamp(needed, lines, 2 * lines);
  }
  const Box box = ui.take(std::max(ui.dp(52), lines * step + ui.dp(26)));
  const float inner = lines * step;
  const float top = options.lines > 1 ? box.top + ui.dp(13) : (box.top + box.bottom - inner) / 2;
  const Box words{box.left + pad, top, box.right - pad, top + inner};
  const NodeId id = ui.id(name);
  bool changed = carry_out(ui, id, edit, options);

  Node node;
  node.id = id;
  node.role = Role::text_field;
  node.name = options.label;
  node.value = edit.text();
  node.hint = options.error.empty() ? options.placeholder : options.error;
  if (options.secret) {
    node.value.clear();
    for (std::size_t i = edit.code_points(edit.text().size()); i > 0; --i) node.value += "•";
  }
  node.editing =
      Editing{edit.code_points(edit.caret()), edit.code_points(edit.anchor()), options.lines > 1, options.secret};
  node.box = box;
  const Touch touch = ui.touch(std::move(node), kPress | kDragAny);

  Field field(ui, edit, options, words);
  field.point(touch);
  const bool focused = touch.focused || ui.focus() == id;
  if (focused) changed = field.keys() || changed;
  if (ui.on_screen(box)) {
    const float radius = ui.dp(14);
    paint.fill(box, t.field, radius);
    const bool wrong = !options.error.empty();
    if (focused || wrong || t.name == ThemeName::contrast) {
      paint.outline(box, wrong ? t.bad : focused ? t.accent : t.line, radius, ui.dp(2));
    }
    field.draw(focused);
  }
  if (!options.error.empty()) {
    ui.space(4);
    paragraph(ui, options.error, Face::label, t.bad);
  }
  if (focused && field.entered) return FieldEvent::entered;
  return changed ? FieldEvent::changed : FieldEvent::none;
}

}  // namespace kindling::ui
