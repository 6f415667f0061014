#include "app/screens/talk_cards.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/form.hpp"
#include "app/screens/talk_words.hpp"
#include "core/base/text.hpp"
#include "core/library/content_rules.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr ui::Step kHue = ui::Step::talk;
constexpr std::array<int, 3> kDepths{1, 3, 5};  // light, closer, deep

std::size_t depth_index(int depth) { return depth <= 2 ? 0 : depth == 3 ? 1 : 2; }

std::string place_of(const ui::Strings& tr, std::string_view deck, int depth) {
  return tr("{deck}, {depth}", {{"deck", deck_label(tr, deck)}, {"depth", depth_label(tr, depth)}});
}

void draw_own(Stage& stage, const std::vector<CardLine>& cards) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "own");
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = cards[i].icon,
                           .hue = kHue,
                           .title = cards[i].question,
                           .subtitle = cards[i].deck,
                           .arrow = true,
                           .swipe_left = ui.tr("Remove")};
    const ui::RowEvent event = ui::row(ui, cards[i].id, look);
    if (event == ui::RowEvent::pressed) stage.out.emplace_back(OpenSheet{.kind = SheetKind::card, .ref = cards[i].ref});
    if (event == ui::RowEvent::swiped_left) stage.out.emplace_back(Remove{*cards[i].ref});
  }
}

void draw_favourites(Stage& stage, const std::vector<CardLine>& cards) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Favourites"));
  const ui::Scope scope(ui, "favourites");
  if (cards.empty()) ui::note(ui, ui.tr("Tap the heart on a card that you want to find again."));
  for (std::size_t i = 0; i < cards.size(); ++i) {
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = cards[i].icon,
                           .hue = kHue,
                           .title = cards[i].question,
                           .subtitle = cards[i].deck,
                           .arrow = true,
                           .swipe_left = ui.tr("Let go of it"),
                           .left_icon = Icon::heart_break};
    const ui::RowEvent event = ui::row(ui, cards[i].id, look);
    if (event == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenPage{{.kind = PageKind::prompt_deck, .item = cards[i].id}});
    if (event == ui::RowEvent::swiped_left) stage.out.emplace_back(MarkIdea{cards[i].id, Verdict::none});
  }
}

}  // namespace

Result<void> CardsScreen::read(Kindling& home, const Format& format) {
  const ui::Strings& tr = format.tr();
  auto own = home.cards().list();
  if (!own) return own.error();
  auto favourites = home.library().favourite_prompts();
  if (!favourites) return favourites.error();
  CardsModel view;
  for (Idea& card : *own) {
    const std::string_view deck = card.deck.empty() ? kOwnDeck : std::string_view(card.deck);
    view.own.push_back({EntityRef{SpaceKind::self, EntityKind::idea, card.id.bytes}, to_string(card.id),
                        std::move(card.title), place_of(tr, deck, card.depth), deck_icon(deck)});
  }
  for (IdeaView& prompt : *favourites) {
    Content& content = prompt.content;
    view.favourites.push_back({std::nullopt, content.id, std::move(content.text),
                               place_of(tr, content.category, content.depth), deck_icon(content.category)});
  }
  view_ = std::move(view);
  return {};
}

void draw_cards(Stage& stage, const CardsModel& view, CardsDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "cards", draft.scroll, {.title = ui.tr("Your cards")});
  if (stage.only_for_me) return draw_care(stage);
  const bool is_empty = view.own.empty();
  if (is_empty) {
    if (nothing_card(ui, "none",
                     {Icon::pencil_simple, kHue, ui.tr("Your own questions"),
                      ui.tr("Something you two would never find in a deck. It is drawn with the others."),
                      ui.tr("Write a card")}))
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::card});
  } else {
    draw_own(stage, view.own);
    ui.space(14);
    if (ui::button(ui, "write", ui.tr("Write a card"),
                   {.style = ui::ButtonStyle::tinted, .icon = Icon::pencil_simple, .hue = kHue}))
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::card});
    ui.space(8);
    ui::note(ui, ui.tr("Only you see who wrote it: on the table it is a card like any other."));
  }
  scene.second_column();
  if (stage.wide) ui.space(-22);
  draw_favourites(stage, view.favourites);
}

Result<void> CardSheet::read(Kindling& home, const Format&) {
  if (filled_) return {};
  draft_.decks.emplace_back(kOwnDeck);
  for (const std::string_view deck : categories_of(ContentKind::prompt)) {
    if (deck != kIntimacyDeck) draft_.decks.emplace_back(deck);
  }
  std::string wanted = item_;
  if (draft_.ref) {
    auto card = home.cards().get(*draft_.ref);
    if (!card) return card.error();
    draft_.question.set(card->title);
    draft_.depth = std::clamp(card->depth, 1, 5);
    wanted = card->deck;
    draft_.old = std::move(*card);
  }
  const auto found = std::find(draft_.decks.begin(), draft_.decks.end(), wanted);
  if (found != draft_.decks.end()) draft_.deck = static_cast<std::size_t>(found - draft_.decks.begin());
  filled_ = true;
  return {};
}

void draw_card_sheet(Stage& stage, CardDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, "card");
  focus_first(stage, "question", draft.focused);
  const auto event = ui::text_field(ui, "question", draft.question,
                                    {.label = ui.tr("What would you like to be asked?"),
                                     .placeholder = ui.tr("What did you think when we first met at the bus stop?"),
                                     .lines = 3,
                                     .limit = kTitleLimit,
                                     .error = missing_words(ui.tr, draft.missing)});
  if (event == ui::FieldEvent::changed) {
    draft.touched = true;
    draft.missing = false;
  }
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("Which deck?"));
  {
    ui::Chips chips(ui, "decks", ui.tr("Which deck?"));
    for (std::size_t i = 0; i < draft.decks.size(); ++i) {
      if (!chips.chip(draft.decks[i], deck_label(ui.tr, draft.decks[i]), i == draft.deck, kHue)) continue;
      draft.deck = i;
      draft.touched = true;
    }
  }
  ui.space(kFieldGap);
  ui::field_label(ui, ui.tr("How deep"));
  const std::array<std::string_view, 3> depths{depth_label(ui.tr, 1), depth_label(ui.tr, 3), depth_label(ui.tr, 5)};
  if (const auto picked = ui::segmented(ui, "depth", ui.tr("How deep"), depths, depth_index(draft.depth))) {
    draft.depth = kDepths[*picked];
    draft.touched = true;
  }
  ui.space(20);
  const bool save = ui::button(ui, "save", draft.ref ? ui.tr("Save") : ui.tr("Into the deck"), {.hue = kHue});
  if (save || event == ui::FieldEvent::entered) {
    std::string question(trimmed_view(draft.question.text()));
    std::replace(question.begin(), question.end(), '\n', ' ');
    draft.missing = question.empty();
    if (draft.missing) return;
    const std::string deck = draft.deck == 0 ? std::string() : draft.decks[draft.deck];
    if (!draft.ref) {
      stage.out.emplace_back(AddCard{std::move(question), deck, draft.depth});
    } else {
      EditCard edit;
      if (question != draft.old.title) edit.question = std::move(question);
      if (deck != draft.old.deck) edit.deck = deck;
      if (draft.depth != draft.old.depth) edit.depth = draft.depth;
      if (edit.question || edit.deck || edit.depth) stage.out.emplace_back(ChangeCard{*draft.ref, std::move(edit)});
    }
    stage.out.emplace_back(Saved{});
  }
  if (draft.ref && remove_button(ui)) {
    stage.out.emplace_back(Remove{*draft.ref});
    stage.out.emplace_back(Saved{});
  }
}

}  // namespace kindling::app
