#include "core/services/card_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/library/content_rules.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

// Intimacy opens only where both want it, so nobody's own words would be seen in it.
Result<void> check_card(const Idea& card) {
  if (trim(card.title).empty()) return invalid("a card is empty; write the question that it asks");
  if (auto checked = check_title(card.title, "a card"); !checked) return checked;
  if (card.depth < 1 || card.depth > 5) return invalid("a card's depth runs from 1, light, to 5, deep");
  const auto decks = categories_of(ContentKind::prompt);
  const bool is_deck = card.deck.empty() || std::find(decks.begin(), decks.end(), card.deck) != decks.end();
  if (is_deck && card.deck != kIntimacyDeck) return {};
  return invalid("there is no such deck for own cards; `prompt decks` shows their names");
}

std::string deck_of(const std::string& named) { return named == kOwnDeck ? std::string() : named; }

Result<Idea> require_card(Tables& tables, const EntityRef& ref) {
  auto idea = require<Idea>(tables, ref);
  if (idea && idea->kind != ContentKind::prompt) return not_found("that id names an idea, not a card");
  return idea;
}

}  // namespace

Result<Changes> CardService::add(const AddCard& command) {
  Idea card;
  card.kind = ContentKind::prompt;
  card.title = trim(command.question);
  card.deck = deck_of(command.deck);
  card.depth = command.depth;
  card.minutes = 10;
  if (auto checked = check_card(card); !checked) return checked.error();
  return context_.self.transact(Verb::add_card, [&](Writer& writer) -> Result<void> {
    card.id.bytes = writer.new_id();
    save(writer, card);
    return {};
  });
}

Result<Changes> CardService::edit(const EntityRef& ref, const EditCard& command) {
  return context_.self.transact(Verb::edit_card, [&](Writer& writer) -> Result<void> {
    auto card = require_card(writer.tables(), ref);
    if (!card) return card.error();
    if (command.question) card->title = trim(*command.question);
    if (command.deck) card->deck = deck_of(*command.deck);
    if (command.depth) card->depth = *command.depth;
    if (auto checked = check_card(*card); !checked) return checked;
    save(writer, *card);
    return {};
  });
}

Result<Changes> CardService::remove(const EntityRef& ref) {
  return context_.self.transact(Verb::remove_card, [&](Writer& writer) -> Result<void> {
    if (auto card = require_card(writer.tables(), ref); !card) return card.error();
    writer.set_alive(Idea::kKind, ref.id, false);
    return {};
  });
}

Result<std::vector<Idea>> CardService::list() {
  auto cards = load_all<Idea>(context_.self.tables());
  std::erase_if(cards, [](const Idea& idea) { return idea.kind != ContentKind::prompt; });
  // Ids begin with their time.
  std::sort(cards.begin(), cards.end(), [](const Idea& a, const Idea& b) { return a.id.bytes > b.id.bytes; });
  if (auto status = context_.self.take_status(); !status) return status.error();
  return cards;
}

Result<Idea> CardService::get(const EntityRef& ref) {
  auto card = require_card(context_.self.tables(), ref);
  if (auto status = context_.self.take_status(); !status) return status.error();
  return card;
}

}  // namespace kindling
