// Ideas and prompts to draw from: the library's and the couple's own, what the owner said of them, and the comfort
// ceiling, which nothing ever exceeds. Marks are private (Self); own ideas live in Self too until they are shared. One
// thread.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/idea.hpp"
#include "core/domain/settings.hpp"
#include "core/library/catalogue.hpp"
#include "core/services/context.hpp"

namespace kindling {

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

  // Ideas are dates, cooking, getaways and gestures. The filter's comfort is lowered to the owner's ceiling; hidden
  // ones are left out.
  [[nodiscard]] Result<std::vector<IdeaView>> ideas(ContentFilter filter);
  // By id, or by a unique prefix of at least 4 characters; own and library; also a prompt, ritual or phrase.
  [[nodiscard]] Result<IdeaView> find(std::string_view id);
  // By fair rotation, and remembers that it was shown. Fails with not_found where nothing fits. The seed, if none is
  // given, is the home's own.
  [[nodiscard]] Result<IdeaView> draw_idea(ContentFilter filter, std::optional<std::uint64_t> seed);
  [[nodiscard]] Result<Changes> add_idea(const Idea& idea);  // its id is given here
  [[nodiscard]] Result<Changes> mark_idea(std::string_view id, Verdict verdict);

  [[nodiscard]] Result<std::vector<Deck>> decks();  // those with a prompt that the owner may see
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
