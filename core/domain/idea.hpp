// Ideas of the couple's own, and what the owner said of a piece of content. Value types, no I/O.
#pragma once

#include <optional>
#include <string>

#include "core/base/time.hpp"
#include "core/domain/entity.hpp"
#include "core/domain/names.hpp"
#include "core/library/content.hpp"

namespace kindling {

enum class Verdict { none, yes, maybe, no, hide };
template <>
struct EnumNames<Verdict> {
  static constexpr std::array<std::string_view, 5> kNames{"none", "yes", "maybe", "no", "hide"};
};

// What the owner said of a piece of content and when it was last shown. Its id is derived from the content's id, so
// that two devices of one person mean the same mark.
struct Mark {
  static constexpr EntityKind kKind = EntityKind::mark;
  static constexpr FieldNumber kItem = 1;
  static constexpr FieldNumber kVerdict = 2;
  static constexpr FieldNumber kLastShown = 3;
  static constexpr FieldNumber kShown = 30;  // COUNT_ADD: how often it was drawn
  Id<Mark> id;
  std::string item;
  Verdict verdict = Verdict::none;
  std::optional<LocalDate> last_shown;
};
template <class Visitor>
void describe(Visitor& visit, Mark& mark) {
  visit(Mark::kItem, "item", mark.item);
  visit(Mark::kVerdict, "verdict", mark.verdict);
  visit(Mark::kLastShown, "last_shown", mark.last_shown);
}

// An idea of the couple's own, kept like any entity. A prompt is a card of their own: its question is the title.
struct Idea {
  static constexpr EntityKind kKind = EntityKind::idea;
  Id<Idea> id;
  std::string title;
  std::string text;
  ContentKind kind = ContentKind::date;  // date, cooking, getaway, gesture or prompt
  Cost cost = Cost::low;
  int minutes = 60;
  Where place = Where::anywhere;
  int comfort = 0;
  bool afar = false;
  // Of a prompt.
  std::string deck;  // one of the library's; empty: of a deck of own cards
  int depth = 0;     // 1..5; 0: not said
};
template <class Visitor>
void describe(Visitor& visit, Idea& idea) {
  visit(1, "title", idea.title);
  visit(2, "text", idea.text);
  visit(3, "kind", idea.kind);
  visit(4, "cost", idea.cost);
  visit(5, "minutes", idea.minutes);
  visit(6, "place", idea.place);
  visit(7, "comfort", idea.comfort);
  visit(8, "afar", idea.afar);
  visit(40, "deck", idea.deck);
  visit(41, "depth", idea.depth);
}

}  // namespace kindling
