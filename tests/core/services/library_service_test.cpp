#include "core/services/library_service.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include <set>

#include "assets/content.hpp"
#include "core/library/content_pack.hpp"
#include "core/services/safety_service.hpp"
#include "core/storage/repository.hpp"
#include "core/storage/settings_record.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/content_builder.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

std::vector<Content> small_library() {
  std::vector<Content> items;
  for (int comfort = 0; comfort <= 6; ++comfort) {
    const std::string end = std::to_string(comfort);
    items.push_back(piece("date.home.c" + end, ContentKind::date, comfort, 1 + comfort % 3));
    items.push_back(piece("gesture.care.c" + end, ContentKind::gesture, comfort));
    items.push_back(piece("prompt.play.c" + end, ContentKind::prompt, comfort));
    for (std::size_t i = items.size() - 3; i < items.size(); ++i) items[i].adult = comfort >= 5;
  }
  Content deep = piece("prompt.stress.deep", ContentKind::prompt, 1);
  deep.category = "stress";
  deep.depth = 4;
  items.push_back(deep);
  Content intimate = piece("prompt.intimacy.mild", ContentKind::prompt, 0);
  intimate.category = "intimacy";
  items.push_back(intimate);
  items.push_back(piece("reply.pause.soon", ContentKind::reply));
  return items;
}

class LibraryServiceTest : public ::testing::Test {
 protected:
  std::unique_ptr<Space> open(SpaceKind kind, const char* name) {
    auto space = Space::open({.path = folder_.path() + "/" + name, .kind = kind}, key_, clock_, random_);
    EXPECT_TRUE(space.has_value()) << (space ? "" : space.error().message);
    return space ? std::move(*space) : nullptr;
  }
  void set_ceiling(ComfortKind kind, int ceiling) {
    ASSERT_TRUE(self_->transact(Verb::change_settings, [&](Writer& writer) -> Result<void> {
      Settings settings = load_settings(writer.tables());
      settings.comfort(kind) = ceiling;
      save(writer, settings);
      return {};
    }));
  }
  static std::vector<std::string> ids(const Result<std::vector<IdeaView>>& views) {
    EXPECT_TRUE(views.has_value()) << (views ? "" : views.error().message);
    std::vector<std::string> found;
    if (views) {
      for (const IdeaView& view : *views) found.push_back(view.content.id);
    }
    return found;
  }
  std::string add(const Idea& idea) {
    const auto changes = service_.add_idea(idea);
    EXPECT_TRUE(changes.has_value()) << (changes ? "" : changes.error().message);
    return changes && changes->touched.size() == 1 ? to_string(changes->touched.front().id) : "";
  }

  TemporaryFolder folder_;
  FakeClock clock_{*parse_instant("2026-11-22T10:00:00Z")};
  LocalDate today_ = *parse_date("2026-11-22");
  SeededRandom random_{1};
  SecretKey key_ = SecretKey::random(random_);
  std::unique_ptr<Space> self_ = open(SpaceKind::self, "self.db");
  std::unique_ptr<Space> couple_ = open(SpaceKind::couple, "couple.db");
  TzifZones zones_;
  Context context_{*self_, *couple_, clock_, random_, zones_, *zones_.find("UTC")};
  Catalogue catalogue_ = *Catalogue::load(pack(small_library()));
  LibraryService service_{context_, catalogue_};
};

TEST_F(LibraryServiceTest, ListsIdeasBelowTheCeilingOfTheirKind) {
  EXPECT_THAT(ids(service_.ideas({.kinds = {ContentKind::date}})),
              ElementsAre("date.home.c0", "date.home.c1", "date.home.c2", "date.home.c3"));
  set_ceiling(ComfortKind::time, 1);
  set_ceiling(ComfortKind::touch, 0);
  EXPECT_THAT(ids(service_.ideas({})), ElementsAre("date.home.c0", "date.home.c1", "gesture.care.c0"));
  EXPECT_THAT(ids(service_.ideas({.most_comfort = 6})), ElementsAre("date.home.c0", "date.home.c1", "gesture.care.c0"));
}

TEST_F(LibraryServiceTest, ShowsNoAdultContentWhateverTheCeiling) {
  for (const ComfortKind kind : {ComfortKind::touch, ComfortKind::talk, ComfortKind::time}) set_ceiling(kind, 6);
  for (const std::string& id : ids(service_.ideas({.adult = true}))) EXPECT_THAT(id, ::testing::Not(HasSubstr("c5")));
  EXPECT_EQ(service_.find("date.home.c6").error().code, ErrorCode::not_found);
  EXPECT_EQ(service_.draw_prompt("intimacy", {}, {}).error().code, ErrorCode::not_found);
}

TEST_F(LibraryServiceTest, RefusesToListWhatIsNoIdea) {
  EXPECT_EQ(service_.ideas({.kinds = {ContentKind::prompt}}).error().code, ErrorCode::invalid);
  EXPECT_EQ(service_.ideas({.search = "\x01"}).error().code, ErrorCode::invalid);
}

TEST_F(LibraryServiceTest, DrawsEachIdeaOnceAndRemembersItAcrossOpenings) {
  std::set<std::string> drawn;
  for (int i = 0; i < 8; ++i) {
    const auto view = service_.draw_idea({}, {});
    ASSERT_TRUE(view.has_value());
    EXPECT_EQ(view->last_shown, today_);
    drawn.insert(view->content.id);
  }
  EXPECT_EQ(drawn.size(), 8U);  // four dates and four gestures
  const auto again = open(SpaceKind::self, "self.db");
  EXPECT_EQ(load_all<Mark>(again->tables()).size(), 8U);
  EXPECT_EQ(again->tables().total(mark_id("date.home.c0").bytes, Mark::kShown), 1);
  EXPECT_TRUE(service_.draw_idea({}, {}).has_value());
}

TEST_F(LibraryServiceTest, DrawsTheSameForTheSameSeed) {
  const auto first = service_.draw_idea({}, 7);
  const auto other = open(SpaceKind::self, "other.db");
  const Context context{*other, *couple_, clock_, random_, zones_, *zones_.find("UTC")};
  EXPECT_EQ(LibraryService(context, catalogue_).draw_idea({}, 7)->content.id, first->content.id);
}

TEST_F(LibraryServiceTest, NeverDrawsAboveTheCeiling) {
  EXPECT_TRUE(rc::check("whatever the ceilings, filters and seeds", [this] {
    const int touch = *rc::gen::inRange(0, 7);
    const int talk = *rc::gen::inRange(0, 7);
    const int time = *rc::gen::inRange(0, 7);
    set_ceiling(ComfortKind::touch, touch);
    set_ceiling(ComfortKind::talk, talk);
    set_ceiling(ComfortKind::time, time);
    const auto asked = *rc::gen::maybe(rc::gen::inRange(0, 7));
    ContentFilter filter;
    if (asked) filter.most_comfort = *asked;
    const auto idea = service_.draw_idea(filter, *rc::gen::arbitrary<std::uint64_t>());
    RC_ASSERT(idea.has_value());
    RC_ASSERT(idea->content.comfort <= (idea->content.kind == ContentKind::gesture ? touch : time));
    RC_ASSERT((!asked || idea->content.comfort <= *asked));
    RC_ASSERT(service_.draw_prompt({}, {}, {})->content.comfort <= talk);
    RC_ASSERT(service_.gesture_of_the_day(today_)->value().comfort <= touch);
    RC_ASSERT(service_.prompt_of_the_day(today_)->value().comfort <= talk);
  }));
}

TEST_F(LibraryServiceTest, LeavesOutWhatWasHiddenAndDrawsNothingSaidNoTo) {
  ASSERT_TRUE(service_.mark_idea("date.home.c0", Verdict::hide).has_value());
  ASSERT_TRUE(service_.mark_idea("date.home.c1", Verdict::no).has_value());
  ASSERT_TRUE(service_.mark_idea("date.home.c2", Verdict::yes).has_value());
  EXPECT_THAT(ids(service_.ideas({.kinds = {ContentKind::date}})),
              ElementsAre("date.home.c1", "date.home.c2", "date.home.c3"));
  EXPECT_EQ(service_.find("date.home.c0")->verdict, Verdict::hide);
  for (int i = 0; i < 6; ++i) {
    const std::string id = service_.draw_idea({.kinds = {ContentKind::date}}, {})->content.id;
    EXPECT_TRUE(id == "date.home.c2" || id == "date.home.c3") << id;
  }
}

TEST_F(LibraryServiceTest, DrawingLeavesTheVerdictAlone) {
  ASSERT_TRUE(service_.mark_idea("date.home.c3", Verdict::maybe).has_value());
  ASSERT_TRUE(service_.draw_idea({.kinds = {ContentKind::date}, .search = "c3"}, {}).has_value());
  const auto view = service_.find("date.home.c3");
  EXPECT_EQ(view->verdict, Verdict::maybe);
  EXPECT_EQ(view->last_shown, today_);
}

TEST_F(LibraryServiceTest, AMarkCanBeUndoneButADrawCannot) {
  ASSERT_TRUE(service_.mark_idea("date.home.c3", Verdict::hide).has_value());
  ASSERT_TRUE(service_.draw_idea({.kinds = {ContentKind::gesture}}, {}).has_value());
  ASSERT_TRUE(self_->undo(*self_->last_undoable()).has_value());
  EXPECT_EQ(service_.find("date.home.c3")->verdict, Verdict::none);
  EXPECT_FALSE(self_->last_undoable().has_value());
}

TEST_F(LibraryServiceTest, AMarkThatWasTakenBackCanBeMadeAgain) {
  ASSERT_TRUE(service_.mark_idea("date.home.c3", Verdict::hide).has_value());
  ASSERT_TRUE(self_->undo(*self_->last_undoable()).has_value());
  ASSERT_TRUE(service_.mark_idea("date.home.c3", Verdict::hide).has_value());
  EXPECT_EQ(service_.find("date.home.c3")->verdict, Verdict::hide);
}

TEST_F(LibraryServiceTest, ADrawAfterATakenBackMarkIsRemembered) {
  ASSERT_TRUE(service_.mark_idea("gesture.care.c0", Verdict::maybe).has_value());
  ASSERT_TRUE(self_->undo(*self_->last_undoable()).has_value());
  for (int draws = 0; draws < 20; ++draws)
    ASSERT_TRUE(service_.draw_idea({.kinds = {ContentKind::gesture}}, {}).has_value());
  EXPECT_EQ(service_.find("gesture.care.c0")->last_shown, today_);
  EXPECT_EQ(service_.find("gesture.care.c0")->verdict, Verdict::none);
}

TEST_F(LibraryServiceTest, KeepsOwnIdeasAndOffersThemLikeContent) {
  const std::string id = add({.title = "Chess by the canal",
                              .text = "Two coats, one board.",
                              .cost = Cost::free,
                              .minutes = 90,
                              .place = Where::out,
                              .comfort = 1});
  const auto view = service_.find(id.substr(0, 6));
  ASSERT_TRUE(view.has_value()) << view.error().message;
  EXPECT_TRUE(view->own);
  EXPECT_EQ(view->content.id, id);
  EXPECT_EQ(view->content.title, "Chess by the canal");
  EXPECT_EQ(view->content.minutes, 90);
  EXPECT_EQ(service_.draw_idea({.search = "CANAL board"}, {})->content.id, id);
  EXPECT_EQ(ids(service_.ideas({})).front(), id);
  ASSERT_TRUE(service_.mark_idea(id, Verdict::hide).has_value());
  EXPECT_EQ(ids(service_.ideas({})).size(), 8U);
}

TEST_F(LibraryServiceTest, RefusesOwnIdeasOutOfBounds) {
  const Idea fine{.title = "Walk"};
  for (const auto& spoil : std::vector<std::function<void(Idea&)>>{
           [](Idea& idea) { idea.title = " "; }, [](Idea& idea) { idea.title = std::string(201, 'a'); },
           [](Idea& idea) { idea.text = "\x01"; }, [](Idea& idea) { idea.comfort = 7; },
           [](Idea& idea) { idea.comfort = -1; }, [](Idea& idea) { idea.minutes = 0; },
           [](Idea& idea) { idea.minutes = 4321; }, [](Idea& idea) { idea.kind = ContentKind::prompt; }}) {
    Idea idea = fine;
    spoil(idea);
    EXPECT_EQ(service_.add_idea(idea).error().code, ErrorCode::invalid);
  }
  EXPECT_EQ(self_->log().count(), 0U);
}

TEST_F(LibraryServiceTest, FindsByPrefixAndRefusesShortOrAmbiguousOnes) {
  EXPECT_EQ(service_.find("reply.p")->content.id, "reply.pause.soon");
  EXPECT_EQ(service_.find("REPLY.P")->content.id, "reply.pause.soon");
  EXPECT_EQ(service_.find("rep").error().code, ErrorCode::invalid);
  EXPECT_EQ(service_.find("date.home").error().code, ErrorCode::invalid);
  EXPECT_EQ(service_.find("nothing").error().code, ErrorCode::not_found);
  EXPECT_EQ(service_.mark_idea("nothing", Verdict::yes).error().code, ErrorCode::not_found);
}

TEST_F(LibraryServiceTest, FindsManyInTheirOrder) {
  const std::string own = add({.title = "Chess by the canal"});
  ASSERT_TRUE(service_.mark_idea("prompt.play.c1", Verdict::hide).has_value());
  const std::vector<std::string> wanted{"prompt.play.c1", "prompt.play", own, "gone", "prompt.play.c1", "date.home.c6"};
  const auto found = service_.find_all(wanted);
  ASSERT_TRUE(found.has_value());
  ASSERT_EQ(found->size(), wanted.size());
  EXPECT_EQ((*found)[0]->content.id, "prompt.play.c1");
  EXPECT_EQ((*found)[0]->verdict, Verdict::hide);
  EXPECT_FALSE((*found)[1].has_value()) << "whole ids alone";
  EXPECT_TRUE((*found)[2]->own);
  EXPECT_FALSE((*found)[3].has_value());
  EXPECT_EQ((*found)[4]->content.id, "prompt.play.c1");
  EXPECT_FALSE((*found)[5].has_value()) << "adult content is never given";
}

TEST_F(LibraryServiceTest, AWholeIdIsFoundThoughAnotherBeginsWithIt) {
  const Catalogue catalogue = *Catalogue::load(pack({piece("date.home.tea"), piece("date.home.tea-again")}));
  EXPECT_EQ(LibraryService(context_, catalogue).find("date.home.tea")->content.id, "date.home.tea");
}

TEST_F(LibraryServiceTest, ListsTheDecksThatTheOwnerMaySee) {
  const auto decks = service_.decks();
  ASSERT_TRUE(decks.has_value());
  ASSERT_EQ(decks->size(), 2U);
  EXPECT_EQ(decks->front().name, "play");
  EXPECT_EQ(decks->front().prompts, 4U);
  EXPECT_EQ(decks->back().name, "stress");
  EXPECT_EQ(decks->back().least_depth, 4);
  EXPECT_EQ(decks->back().most_depth, 4);
}

TEST_F(LibraryServiceTest, DrawsPromptsByDeckAndDepth) {
  EXPECT_EQ(service_.draw_prompt("stress", {}, {})->content.id, "prompt.stress.deep");
  EXPECT_EQ(service_.draw_prompt("stress", 3, {}).error().code, ErrorCode::not_found);
  EXPECT_EQ(service_.draw_prompt("poetry", {}, {}).error().code, ErrorCode::not_found);
  for (int i = 0; i < 4; ++i) EXPECT_EQ(service_.draw_prompt({}, 1, {})->content.category, "play");
}

TEST_F(LibraryServiceTest, GivesRepliesBelowTheTalkCeilingBySituation) {
  std::vector<Content> items{
      piece("reply.pause.soon", ContentKind::reply, 1), piece("reply.pause.hidden", ContentKind::reply, 1),
      piece("reply.apology.plain", ContentKind::reply, 2), piece("reply.apology.deep", ContentKind::reply, 4)};
  for (Content& item : items) item.category = item.id.find("pause") != std::string::npos ? "pause" : "apology";
  const Catalogue catalogue = *Catalogue::load(pack(items));
  LibraryService service(context_, catalogue);
  ASSERT_TRUE(service.mark_idea("reply.pause.hidden", Verdict::hide));
  set_ceiling(ComfortKind::touch, 0);
  const auto replies = service.pieces(ContentKind::reply);
  ASSERT_TRUE(replies.has_value());
  std::vector<std::string> found;
  for (const Content& reply : *replies) found.push_back(reply.id);
  EXPECT_THAT(found, ElementsAre("reply.apology.plain", "reply.pause.soon"));
}

TEST_F(LibraryServiceTest, ThePieceOfTheDayWritesNothingAndStaysAllDay) {
  const auto morning = service_.prompt_of_the_day(today_);
  ASSERT_TRUE(morning.has_value() && morning->has_value());
  EXPECT_EQ(self_->log().count(), 0U);
  ASSERT_TRUE(service_.draw_prompt({}, {}, {}).has_value());
  EXPECT_EQ(service_.prompt_of_the_day(today_)->value().id, (*morning)->id);
  EXPECT_NE(service_.prompt_of_the_day(today_ + std::chrono::days(1))->value().id, (*morning)->id);
}

TEST_F(LibraryServiceTest, TheDayOfADrawBeginsWhenTheOwnersDayBegins) {
  clock_.set(*parse_instant("2026-11-23T01:30:00Z"));
  ASSERT_TRUE(self_->transact(Verb::change_settings, [&](Writer& writer) -> Result<void> {
    Settings settings = load_settings(writer.tables());
    settings.day_start = {std::chrono::hours(3)};
    save(writer, settings);
    return {};
  }));
  EXPECT_EQ(service_.draw_idea({}, {})->last_shown, today_);
}

TEST_F(LibraryServiceTest, KeepsVerdictsAndCeilingsOutOfWhatIsShared) {
  set_ceiling(ComfortKind::touch, 2);
  ASSERT_TRUE(service_.mark_idea("date.home.c0", Verdict::no).has_value());
  ASSERT_TRUE(service_.draw_idea({}, {}).has_value());
  EXPECT_EQ(load_all<Mark>(self_->tables()).size(), 2U);
  EXPECT_TRUE(load_all<Mark>(couple_->tables()).empty());
  EXPECT_FALSE(load(couple_->tables(), settings_id()).has_value());
}

// Where one is afraid of the other, a page to read is all that is offered.
TEST_F(LibraryServiceTest, OffersNothingForTwoWhereThisIsForOneAlone) {
  ASSERT_TRUE(SafetyService(context_).set_only_for_me(true).has_value());
  EXPECT_TRUE(service_.ideas({})->empty());
  EXPECT_TRUE(service_.decks()->empty());
  EXPECT_FALSE(service_.gesture_of_the_day(today_)->has_value());
  EXPECT_FALSE(service_.prompt_of_the_day(today_)->has_value());
  EXPECT_THAT(service_.draw_idea({}, {}).error().message, HasSubstr("for you alone"));
  EXPECT_THAT(service_.draw_prompt({}, {}, {}).error().message, HasSubstr("for you alone"));
  const Catalogue whole = *Catalogue::load(packed_content());
  EXPECT_GE(LibraryService(context_, whole).pieces(ContentKind::article)->size(), 40U);
  ASSERT_TRUE(SafetyService(context_).set_only_for_me(false).has_value());
  EXPECT_FALSE(service_.ideas({})->empty());
}

TEST_F(LibraryServiceTest, KeepsAnOwnIdeaForAdultsBackUntilBothWantIt) {
  set_ceiling(ComfortKind::touch, 6);
  const std::string id = add({.title = "Our own", .kind = ContentKind::gesture, .comfort = 5});
  EXPECT_THAT(ids(service_.ideas({})), ::testing::Not(::testing::Contains(id)));
  EXPECT_TRUE(service_.find(id).has_value()) << "asked for by its name it is there";
}

}  // namespace
}  // namespace kindling
