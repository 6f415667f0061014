// Ideas and prompts to draw from: the library's and the couple's own, what the owner said of them, and the comfort
// ceiling, which nothing ever exceeds. Marks are private (Self); own ideas live in Self too until they are shared. One
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/settings.hpp"
#include "core/library/catalogue.hpp"
#include "core/services/context.hpp"

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

// The first 16 bytes of BLAKE2b-256 of "kindling/mark/" and the content's id.
[[nodiscard]] Id<Mark> mark_id(std::string_view item);

// An idea of the couple's own, kept like any entity.
struct Idea {
  static constexpr EntityKind kKind = EntityKind::idea;
  Id<Idea> id;
  std::string title;
  std::string text;
  ContentKind kind = ContentKind::date;  // date, cooking, getaway or gesture
  Cost cost = Cost::low;
  int minutes = 60;
  Where place = Where::anywhere;
  int comfort = 0;
  bool afar = false;
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
}

struct IdeaView {
  Content content;
  Verdict verdict = Verdict::none;
  std::optional<LocalDate> last_shown;
  bool own = false;
};

struct Deck {
  std::string name;
  std::size_t prompts = 0;
  int least_depth = 1;
  int most_depth = 5;
};

class LibraryService {
 public:
  LibraryService(const Context& context, const Catalogue& catalogue) : context_(context), catalogue_(catalogue) {}

  // Ideas are dates, cooking, getaways and gestures; own ones come first. The filter's comfort is lowered to the
  // owner's ceiling; hidden ones are left out. Fails with invalid where the filter asks for another kind.
  [[nodiscard]] Result<std::vector<IdeaView>> ideas(ContentFilter filter);
  // By id, or by a unique prefix of at least 4 characters; own and library; also a prompt, ritual or phrase, and one
  // that was hidden or lies above the ceiling, for it was asked for by name. Never adult content.
  [[nodiscard]] Result<IdeaView> find(std::string_view id);
  // By fair rotation, and remembers that it was shown. What the owner said no to isn't drawn. Fails with not_found
  // where nothing fits. The seed, if none is given, is the home's own.
  [[nodiscard]] Result<IdeaView> draw_idea(ContentFilter filter, std::optional<std::uint64_t> seed);
  // Its id is given here. Fails with invalid for texts over their limits, comfort not in 0..6, minutes not in 1..4320.
  [[nodiscard]] Result<Changes> add_idea(const Idea& idea);
  [[nodiscard]] Result<Changes> mark_idea(std::string_view id, Verdict verdict);

  // Those with a prompt that the owner may see, light ones first.
  [[nodiscard]] Result<std::vector<Deck>> decks();
  // As draw_idea. Fails with not_found for a deck that there isn't.
  [[nodiscard]] Result<IdeaView> draw_prompt(std::optional<std::string> deck, std::optional<int> most_depth,
                                             std::optional<std::uint64_t> seed);

  // For Today: no mark is written.
  [[nodiscard]] Result<std::optional<Content>> gesture_of_the_day(LocalDate today);
  [[nodiscard]] Result<std::optional<Content>> prompt_of_the_day(LocalDate today);

 private:
  const Context& context_;
  const Catalogue& catalogue_;
};

}  // namespace kindling
