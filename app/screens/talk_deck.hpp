// A deck of questions: one card at a time, skipped without a trace, answered in private, with the answers given before.
// Drawing the next card is an act (DrawPrompt); this page only shows what it gave. One thread.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct AnswerLine {
  EntityRef ref;
  std::string question;
  std::string text;
  std::string date;
};

struct DeckModel {
  std::string title;
  std::optional<std::string> deck;  // to draw from; none: from any
  std::optional<int> most_depth;
  std::string prompt;  // its id; empty: no card is open
  std::string question;
  std::string category;
  int depth = 1;
  bool favourite = false;
  std::optional<EntityRef> own;     // where it is a card of one's own
  int least_depth = 1;              // of the deck
  std::vector<AnswerLine> answers;  // of this deck; to this question first, then the newest
};

struct DeckDraft {
  ui::ScrollState scroll;
  std::map<std::string, ui::TextEdit> answers;              // being written, by prompt
  std::optional<std::pair<std::string, std::string>> sent;  // prompt and text, until it is seen to be kept
  std::size_t shown = 5;
  int talked = 0;  // cards of this sitting that weren't passed over; kept nowhere
};

// How deep the next card of a sitting may be: it begins lightly and goes deeper as two talk, no deeper than they wish.
// `least` is where their deck begins.
struct DepthWindow {
  int least = 1, most = 5;
  friend bool operator==(const DepthWindow&, const DepthWindow&) = default;
};
[[nodiscard]] DepthWindow sitting_depths(int talked, int least, int most) noexcept;
void draw_deck(Stage& stage, const DeckModel& view, DeckDraft& draft);

// How a page names a deck: "deck:play", "deck:play/3" for nothing deeper than 3, "deck:" for all of them; else it is
// the id of a prompt, and nothing stands for today's question.
[[nodiscard]] std::string deck_item(std::string_view deck, int most_depth);

// Of a prompt, as lists of answers need it.
struct Question {
  std::string text, category;
};

class DeckScreen final : public Screen {
 public:
  explicit DeckScreen(const std::string& item);
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_deck(stage, view_, draft_); }
  void given(const std::string& item) override { prompt_ = item; }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  const Question& question_of(Kindling& home, const std::string& prompt);
  Result<std::vector<AnswerLine>> read_answers(Kindling& home, const Format& format, const std::string& prompt);

  std::optional<std::string> deck_;
  std::optional<int> most_depth_;
  std::string prompt_;
  bool of_today_ = false;
  std::map<std::string, Question> questions_;  // by prompt: finding one is slow, and there are years of answers
  DeckModel view_;
  DeckDraft draft_;
};

}  // namespace kindling::app
