#include "app/ui/text_edit.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <string>
#include <vector>

#include "core/base/text.hpp"

namespace kindling::ui {
namespace {

constexpr std::size_t kLimit = 24;

bool at_border(const std::string& text, std::size_t position) {
  return position <= text.size() &&
         (position == text.size() || (static_cast<unsigned char>(text[position]) & 0xC0U) != 0x80);
}

// Words of one to four bytes a code point, blanks and line breaks among them.
std::string some_text() {
  static const std::vector<std::string> kPieces{"a", "Z", " ", "'",  ".", "\n",     "\t",
                                                "é", "ß", "€", "語", "😀", "e\u0301"};
  std::string text;
  for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(kPieces))) text += piece;
  return text;
}

// Any one thing that a person can do to a field.
void act(TextEdit& edit, bool multiline) {
  const auto flag = [] { return *rc::gen::arbitrary<bool>(); };
  switch (*rc::gen::inRange(0, 10)) {
    case 0: return edit.insert(some_text(), multiline, kLimit);
    case 1: return edit.erase_back(flag());
    case 2: return edit.erase_forward(flag());
    case 3: return edit.move_left(flag(), flag());
    case 4: return edit.move_right(flag(), flag());
    case 5: return edit.move_to(*rc::gen::inRange<std::size_t>(0, 80), flag());
    case 6: return edit.select_all();
    case 7: return edit.select_word(*rc::gen::inRange<std::size_t>(0, 80));
    case 8: return static_cast<void>(edit.undo());
    default: return static_cast<void>(edit.redo());
  }
}

RC_GTEST_PROP(TextEdit, KeepsTheCaretBetweenCodePointsAndTheTextWellFormed, ()) {
  TextEdit edit;
  const bool multiline = *rc::gen::arbitrary<bool>();
  for (int i = *rc::gen::inRange(1, 60); i > 0; --i) {
    act(edit, multiline);
    RC_ASSERT(is_valid_utf8(edit.text()));
    RC_ASSERT(at_border(edit.text(), edit.caret()));
    RC_ASSERT(at_border(edit.text(), edit.anchor()));
    RC_ASSERT(count_characters(edit.text()) <= kLimit);
    if (!multiline) RC_ASSERT(edit.text().find('\n') == std::string::npos);
    RC_ASSERT(edit.byte_of(edit.code_points(edit.caret())) == edit.caret());
  }
}

RC_GTEST_PROP(TextEdit, UndoesAllThatWasDoneAndDoesItAgain, ()) {
  TextEdit edit(some_text());
  const std::string first = edit.text();
  for (int i = *rc::gen::inRange(1, 40); i > 0; --i) {
    act(edit, true);
  }
  while (edit.redo()) {
  }
  const std::string last = edit.text();
  std::vector<std::string> back;
  while (true) {
    back.push_back(edit.text());
    if (!edit.undo()) break;
  }
  RC_ASSERT(edit.text() == first);
  for (std::size_t i = back.size() - 1; i > 0; --i) {
    RC_ASSERT(edit.text() == back[i]);
    RC_ASSERT(edit.redo());
  }
  RC_ASSERT(edit.text() == last);
  RC_ASSERT(!edit.redo());
}

RC_GTEST_PROP(TextEdit, MovesByWordsToTheEndsAndBack, ()) {
  TextEdit edit(some_text());
  const auto points = static_cast<int>(count_characters(edit.text()));
  for (int i = 0; i <= points; ++i) edit.move_left(true, false);
  RC_ASSERT(edit.caret() == 0U);
  for (int i = 0; i <= points; ++i) edit.move_right(true, true);
  RC_ASSERT(edit.caret() == edit.text().size());
  RC_ASSERT(edit.selected() == edit.text());
}

TEST(TextEdit, TakesAsMuchAsFits) {
  TextEdit edit("abc");
  edit.insert("déf", false, 5);
  EXPECT_EQ(edit.text(), "abcdé");
  edit.select_all();
  edit.insert("uvwxyz", false, 5);
  EXPECT_EQ(edit.text(), "uvwxy");
}

TEST(TextEdit, UndoesTypingAsOneStepUntilTheCaretJumps) {
  TextEdit edit;
  for (const char* letter : {"h", "e", "y"}) edit.insert(letter, false, 100);
  edit.move_to(0, false);
  edit.insert("!", false, 100);
  EXPECT_TRUE(edit.undo());
  EXPECT_EQ(edit.text(), "hey");
  EXPECT_TRUE(edit.undo());
  EXPECT_EQ(edit.text(), "");
  EXPECT_TRUE(edit.redo());
  EXPECT_EQ(edit.text(), "hey");
}

TEST(TextEdit, SelectsTheWordAtAPlace) {
  TextEdit edit("so good, n'est-ce pas");
  edit.select_word(5);
  EXPECT_EQ(edit.selected(), "good");
  edit.select_word(10);
  EXPECT_EQ(edit.selected(), "n'est");
  // Behind the last letter it is still that word's.
  edit.select_word(edit.text().size());
  EXPECT_EQ(edit.selected(), "pas");
}

TEST(TextEdit, RefusesWhatIsNoText) {
  TextEdit edit("a");
  edit.insert("\xC3", true, 100);
  edit.insert("\x01\x7F", true, 100);
  EXPECT_EQ(edit.text(), "a");
}

}  // namespace
}  // namespace kindling::ui
