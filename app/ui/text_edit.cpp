#include "app/ui/text_edit.hpp"

#include <algorithm>
#include <utility>

#include "core/base/text.hpp"

namespace kindling::ui {
namespace {

constexpr std::size_t kSteps = 200;

bool continues(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80; }

bool in_word(char byte) {
  const auto c = static_cast<unsigned char>(byte);
  return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '\'' ||
         c == '_';
}

std::string cleaned(std::string_view text, bool multiline) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\t') {
      out += multiline && c == '\n' ? '\n' : ' ';
    } else if (byte >= 0x20 && byte != 0x7F) {
      out += c;
    }
  }
  return is_valid_utf8(out) ? out : std::string();
}

}  // namespace

void TextEdit::set(std::string text) {
  text_ = std::move(text);
  caret_ = anchor_ = text_.size();
  undo_.clear();
  redo_.clear();
  typing_ = false;
  scroll = 0;
}

void TextEdit::replace_all(std::string_view text) {
  if (text == text_) return;
  keep(false);
  text_ = text;
  caret_ = anchor_ = text_.size();
}

void TextEdit::keep(bool typing) {
  redo_.clear();
  if (typing && typing_) return;
  typing_ = typing;
  undo_.push_back({text_, caret_});
  if (undo_.size() > kSteps) undo_.erase(undo_.begin());
}

void TextEdit::erase(std::size_t from, std::size_t to) {
  text_.erase(from, to - from);
  caret_ = anchor_ = from;
  goal_x = -1;
}

void TextEdit::insert(std::string_view text, bool multiline, std::size_t limit) {
  std::string words = cleaned(text, multiline);
  const std::size_t kept = count_characters(text_) - count_characters(selected());
  const std::size_t room = limit > kept ? limit - kept : 0;
  if (count_characters(words) > room) {
    std::size_t fits = 0;
    for (std::size_t left = room; left > 0; --left) {
      ++fits;
      while (fits < words.size() && continues(words[fits])) ++fits;
    }
    words.resize(fits);
  }
  if (words.empty()) return;
  keep(words.size() <= 4 && !has_selection() && words != " " && words != "\n");
  if (has_selection()) erase(first(), last());
  text_.insert(caret_, words);
  caret_ = anchor_ = caret_ + words.size();
  goal_x = -1;
}

void TextEdit::erase_back(bool word) {
  if (!has_selection() && caret_ == 0) return;
  keep(!has_selection() && !word);
  if (has_selection()) {
    erase(first(), last());
  } else {
    erase(word ? word_before(caret_) : before(caret_), caret_);
  }
}

void TextEdit::erase_forward(bool word) {
  if (!has_selection() && caret_ == text_.size()) return;
  keep(!has_selection() && !word);
  if (has_selection()) {
    erase(first(), last());
  } else {
    erase(caret_, word ? word_after(caret_) : after(caret_));
  }
}

void TextEdit::move_to(std::size_t position, bool select) {
  caret_ = std::min(position, text_.size());
  while (caret_ > 0 && caret_ < text_.size() && continues(text_[caret_])) --caret_;
  if (!select) anchor_ = caret_;
  typing_ = false;
}

void TextEdit::move_left(bool word, bool select) {
  goal_x = -1;
  if (has_selection() && !select && !word) return move_to(first(), false);
  move_to(word ? word_before(caret_) : before(caret_), select);
}

void TextEdit::move_right(bool word, bool select) {
  goal_x = -1;
  if (has_selection() && !select && !word) return move_to(last(), false);
  move_to(word ? word_after(caret_) : after(caret_), select);
}

void TextEdit::select_all() {
  anchor_ = 0;
  caret_ = text_.size();
  typing_ = false;
}

void TextEdit::select_word(std::size_t position) {
  const std::size_t at = std::min(position, text_.size());
  std::size_t from = at;
  std::size_t to = at;
  while (from > 0 && in_word(text_[from - 1])) --from;
  while (to < text_.size() && in_word(text_[to])) ++to;
  anchor_ = from;
  caret_ = to;
  typing_ = false;
}

bool TextEdit::undo() {
  if (undo_.empty()) return false;
  redo_.push_back({std::move(text_), caret_});
  text_ = std::move(undo_.back().text);
  caret_ = anchor_ = undo_.back().caret;
  undo_.pop_back();
  typing_ = false;
  return true;
}

bool TextEdit::redo() {
  if (redo_.empty()) return false;
  undo_.push_back({std::move(text_), caret_});
  text_ = std::move(redo_.back().text);
  caret_ = anchor_ = redo_.back().caret;
  redo_.pop_back();
  typing_ = false;
  return true;
}

std::size_t TextEdit::before(std::size_t position) const noexcept {
  if (position == 0) return 0;
  --position;
  while (position > 0 && continues(text_[position])) --position;
  return position;
}

std::size_t TextEdit::after(std::size_t position) const noexcept {
  if (position >= text_.size()) return text_.size();
  ++position;
  while (position < text_.size() && continues(text_[position])) ++position;
  return position;
}

std::size_t TextEdit::word_before(std::size_t position) const noexcept {
  while (position > 0 && !in_word(text_[position - 1])) --position;
  while (position > 0 && in_word(text_[position - 1])) --position;
  return position;
}

std::size_t TextEdit::word_after(std::size_t position) const noexcept {
  while (position < text_.size() && in_word(text_[position])) ++position;
  while (position < text_.size() && !in_word(text_[position])) ++position;
  return position;
}

std::size_t TextEdit::code_points(std::size_t position) const noexcept {
  const auto end = text_.begin() + static_cast<std::ptrdiff_t>(std::min(position, text_.size()));
  return static_cast<std::size_t>(std::count_if(text_.begin(), end, [](char c) { return !continues(c); }));
}

std::size_t TextEdit::byte_of(std::size_t code_points) const noexcept {
  std::size_t at = 0;
  while (code_points-- > 0 && at < text_.size()) at = after(at);
  return at;
}

}  // namespace kindling::ui
