#include "core/services/card_service.hpp"

#include <set>

#include "core/library/content_pack.hpp"
#include "core/services/library_service.hpp"
#include "tests/support/content_builder.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

std::vector<Content> library() {
  std::vector<Content> items{piece("prompt.play.one", ContentKind::prompt),
                             piece("prompt.play.two", ContentKind::prompt)};
  items.back().depth = 4;
  Content intimate = piece("prompt.intimacy.mild", ContentKind::prompt);
  intimate.category = "intimacy";
  items.push_back(intimate);
  return items;
}

class CardServiceTest : public ServiceTest {
 protected:
  std::set<std::string> drawn(const std::optional<std::string>& deck, int times) {
    std::set<std::string> texts;
    for (int i = 0; i < times; ++i) {
      const auto prompt = library_.draw_prompt(deck, {}, {});
      EXPECT_TRUE(prompt.has_value()) << (prompt ? "" : prompt.error().message);
      if (prompt) texts.insert(prompt->content.text);
    }
    return texts;
  }

  CardService cards_{context()};
  Catalogue catalogue_ = *Catalogue::load(pack(library()));
  LibraryService library_{context(), catalogue_};
};

TEST_F(CardServiceTest, IsDrawnWithTheOthersOfItsDeck) {
  must(cards_.add({" What would we pack first? ", "play", 2}));
  EXPECT_EQ(drawn("play", 3),
            (std::set<std::string>{"Text of prompt.play.one", "Text of prompt.play.two", "What would we pack first?"}));
  EXPECT_EQ(library_.decks()->front().prompts, 3U);
}

TEST_F(CardServiceTest, HasADeckOfItsOwnWhereNoneIsNamed) {
  EXPECT_EQ(library_.decks()->size(), 1U);
  must(cards_.add({.question = "Which of my jokes is the worst?", .depth = 3}));
  const auto decks = library_.decks();
  ASSERT_EQ(decks->size(), 2U);
  EXPECT_EQ(decks->back().name, "own");
  EXPECT_EQ(decks->back().least_depth, 3);
  EXPECT_EQ(drawn("own", 2), std::set<std::string>{"Which of my jokes is the worst?"});
}

TEST_F(CardServiceTest, ChangesOnlyWhatIsNamedAndTakesItBack) {
  const EntityRef ref = must(cards_.add({"First words", "play", 2}));
  must(cards_.edit(ref, {.question = "Better words"}));
  EXPECT_EQ(cards_.get(ref)->title, "Better words");
  EXPECT_EQ(cards_.get(ref)->deck, "play");
  must(cards_.edit(ref, {.deck = "own", .depth = 5}));
  EXPECT_EQ(cards_.get(ref)->deck, "");
  EXPECT_EQ(cards_.get(ref)->depth, 5);
  EXPECT_EQ(undo(), "edit card 'Better words'");
  EXPECT_EQ(cards_.get(ref)->deck, "play");
}

TEST_F(CardServiceTest, IsNeverDrawnOnceRemovedAndComesBackByUndo) {
  const EntityRef ref = must(cards_.add({"Gone tomorrow", "", 1}));
  must(cards_.remove(ref));
  EXPECT_TRUE(cards_.list()->empty());
  EXPECT_EQ(library_.draw_prompt("own", {}, {}).error().code, ErrorCode::not_found);
  EXPECT_EQ(undo(), "remove card 'Gone tomorrow'");
  EXPECT_EQ(cards_.list()->size(), 1U);
}

TEST_F(CardServiceTest, RefusesWhatIsNoCard) {
  refusal(cards_.add({" ", "", 1}));
  refusal(cards_.add({std::string(201, 'x'), "", 1}));
  refusal(cards_.add({"Two\nlines", "", 1}));
  refusal(cards_.add({"Which deck?", "weather", 1}));
  refusal(cards_.add({"Hidden deck?", "intimacy", 1}));
  refusal(cards_.add({"How deep?", "", 6}));
  Idea date;
  date.title = "Ramen";
  const EntityRef idea = must(library_.add_idea(date));
  refusal(cards_.edit(idea, {.question = "x"}), ErrorCode::not_found);
  refusal(cards_.remove(idea), ErrorCode::not_found);
  EXPECT_TRUE(cards_.list()->empty());
}

TEST_F(CardServiceTest, IsNoIdeaForAnEvening) {
  must(cards_.add({"A question", "", 1}));
  EXPECT_TRUE(library_.ideas({})->empty());
}

TEST_F(CardServiceTest, MayBeAFavouriteLikeThoseOfTheLibrary) {
  const EntityRef ref = must(cards_.add({"Mine", "", 1}));
  must(library_.mark_idea(to_string(ref.id), Verdict::yes));
  must(library_.mark_idea("prompt.play.one", Verdict::yes));
  must(library_.mark_idea("prompt.play.two", Verdict::maybe));
  const auto kept = library_.favourite_prompts();
  ASSERT_EQ(kept->size(), 2U);
  EXPECT_EQ(kept->front().content.text, "Mine");
  EXPECT_TRUE(kept->front().own);
  must(library_.mark_idea("prompt.play.one", Verdict::none));
  EXPECT_EQ(library_.favourite_prompts()->size(), 1U);
}

TEST_F(CardServiceTest, ASittingGoesDeeperWhereTheDeckDoes) {
  EXPECT_EQ(library_.draw_prompt("play", 5, {}, 4)->content.id, "prompt.play.two");
  EXPECT_EQ(library_.draw_prompt("play", 5, {}, 4)->content.id, "prompt.play.two");
  EXPECT_EQ(library_.draw_prompt("play", 3, {}, 3)->content.id, "prompt.play.one")
      << "nothing is as deep: a lighter one";
}

}  // namespace
}  // namespace kindling
