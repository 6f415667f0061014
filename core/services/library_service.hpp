// Ideas and prompts to draw from: the library's and the couple's own, and what the owner said of them; never closer
// than core/library/comfort_bounds.hpp allows, and nothing but articles where this is for its owner alone. Marks are
// private (Self); own ideas live in Self too until they are shared. One thread.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/idea.hpp"
#include "core/domain/settings.hpp"
#include "core/library/catalogue.hpp"
#include "core/services/context.hpp"

namespace kindling {

// The first 16 bytes of BLAKE2b-256 of "kindling/mark/" and the content's id.
[[nodiscard]] Id<Mark> mark_id(std::string_view item);

struct IdeaView {
  Content content;
  Verdict verdict = Verdict::none;
  std::optional<LocalDate> last_shown;
  bool own = false;
  bool had = false;  // a plan of it happened: known of dates, cooking and getaways in ideas() alone
};

// One idea list and what had to be given up to have any.
struct NearIdeas {
  std::vector<IdeaView> ideas;
  std::vector<Wish> given_up;
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
  // bounds; hidden ones are left out. Fails with invalid where the filter asks for another kind.
  [[nodiscard]] Result<std::vector<IdeaView>> ideas(ContentFilter filter);
  // The same, or the nearest to it where nothing fits.
  [[nodiscard]] Result<NearIdeas> near_ideas(ContentFilter filter);
  // By id, or by a unique prefix of at least 4 characters; own and library; also a prompt, ritual or phrase, and one
  // that was hidden or lies above the ceiling, for it was asked for by name. Never adult content.
  [[nodiscard]] Result<IdeaView> find(std::string_view id);
  // The same by whole ids, for many at once: in their order, nothing for an id that there isn't.
  [[nodiscard]] Result<std::vector<std::optional<IdeaView>>> find_all(std::span<const std::string> ids);
  // By fair rotation, and remembers that it was shown. What the owner said no to isn't drawn. Fails with not_found
  // where nothing fits. The seed, if none is given, is the home's own.
  [[nodiscard]] Result<IdeaView> draw_idea(ContentFilter filter, std::optional<std::uint64_t> seed);
  // Its id is given here. Fails with invalid for texts over their limits, comfort not in 0..6, minutes not in 1..4320.
  [[nodiscard]] Result<Changes> add_idea(const Idea& idea);
  [[nodiscard]] Result<Changes> mark_idea(std::string_view id, Verdict verdict);

  // Those with a prompt that the owner may see, light ones first.
  [[nodiscard]] Result<std::vector<Deck>> decks();
  // As draw_idea, own cards among them. Where nothing is as deep as `least_depth`, what is lighter is drawn. Fails with
  // not_found for a deck that there isn't.
  [[nodiscard]] Result<IdeaView> draw_prompt(std::optional<std::string> deck, std::optional<int> most_depth,
                                             std::optional<std::uint64_t> seed,
                                             std::optional<int> least_depth = std::nullopt);
  // Those that the owner said yes to, own cards first.
  [[nodiscard]] Result<std::vector<IdeaView>> favourite_prompts();

  // All of a kind below the owner's ceiling, those that were hidden left out, by category as people meet them and then
  // by id: what to say where words are missing, rungs, articles. No mark is written.
  [[nodiscard]] Result<std::vector<Content>> pieces(ContentKind kind);

  // For Today: no mark is written.
  [[nodiscard]] Result<std::optional<Content>> gesture_of_the_day(LocalDate today);
  [[nodiscard]] Result<std::optional<Content>> prompt_of_the_day(LocalDate today);

 private:
  const Context& context_;
  const Catalogue& catalogue_;
};

}  // namespace kindling
