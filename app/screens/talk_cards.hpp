// Own cards and favourites: the questions that a person wrote, and those they want to find again; and the sheet on
// which a card is written, changed or taken away. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct CardLine {
  std::optional<EntityRef> ref;  // of an own card
  std::string id;                // of the prompt
  std::string question;
  std::string deck;  // with its depth, in words
  ui::Icon icon = ui::Icon::cards_three;
};
struct CardsModel {
  std::vector<CardLine> own;
  std::vector<CardLine> favourites;
};
struct CardsDraft {
  ui::ScrollState scroll;
};
void draw_cards(Stage& stage, const CardsModel& view, CardsDraft& draft);

class CardsScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_cards(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  CardsModel view_;
  CardsDraft draft_;
};

struct CardDraft {
  std::optional<EntityRef> ref;
  ui::TextEdit question;
  std::vector<std::string> decks;  // that a card may go into, its own first
  std::size_t deck = 0;            // into decks
  int depth = 1;
  Idea old;
  bool focused = false;
  bool missing = false;
  bool touched = false;
};
void draw_card_sheet(Stage& stage, CardDraft& draft);

class CardSheet final : public Screen {
 public:
  // `item` names the deck to begin with.
  explicit CardSheet(const OpenSheet& sheet) : item_(sheet.item) { draft_.ref = sheet.ref; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_card_sheet(stage, draft_); }
  [[nodiscard]] std::string_view title(const ui::Strings& tr) const override {
    return draft_.ref ? tr("Change the card") : tr("Write a card");
  }
  [[nodiscard]] bool unsaved() const override { return draft_.touched; }

 private:
  std::string item_;
  CardDraft draft_;
  bool filled_ = false;
};

}  // namespace kindling::app
