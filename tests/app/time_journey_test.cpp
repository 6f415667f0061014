// From an idea to an evening and after it, as somebody does it in the window.
#include <gtest/gtest.h>

#include <algorithm>

#include "core/talk/kind_refusals.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

std::string top_card(Journey& journey) {
  for (const ui::Node& node : journey.tree().nodes) {
    if (node.actions.size() == 5 && node.actions[1] == "Keep") return node.name;
  }
  ADD_FAILURE() << "there is no card in\n" << outline(journey.tree());
  return {};
}

std::optional<IdeaView> idea_called(Journey& journey, std::string_view name) {
  const auto ideas = journey.home().library().ideas({});
  for (const IdeaView& idea : *ideas) {
    if (idea.content.name() == name) return idea;
  }
  return std::nullopt;
}

bool says(Journey& journey, std::string_view part) {
  const auto& nodes = journey.tree().nodes;
  return std::any_of(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
    const auto holds = [&](const std::string& words) { return words.find(part) != std::string::npos; };
    return holds(node.name) || holds(node.value) || holds(node.hint);
  });
}

// A cooking evening as somebody makes it from the library.
EntityRef plan_of(Journey& journey, const std::string& id, std::string_view start) {
  const auto idea = journey.home().library().find(id);
  AddPlan plan;
  fill_from_idea(plan, idea->content);
  plan.start = *parse_date_time(start);
  EXPECT_TRUE(journey.home().plans().add(plan).has_value());
  journey.stage().app().home_changed();
  journey.stage().settle();
  const auto plans = journey.home().plans().list();
  for (const Plan& one : *plans) {
    if (one.idea == id) return {SpaceKind::couple, EntityKind::plan, one.id.bytes};
  }
  return {};
}

TEST(IdeaDeck, TakesMaybeAndNotForMeAsPrivateMarks) {
  Journey journey;
  journey.show("time");
  const std::string first = top_card(journey);
  journey.act(first, "Maybe");
  EXPECT_EQ(idea_called(journey, first)->verdict, Verdict::maybe);
  const std::string second = top_card(journey);
  EXPECT_NE(second, first);
  journey.act(second, "Not for me");
  EXPECT_EQ(idea_called(journey, second)->verdict, Verdict::no);
  EXPECT_NE(journey.find("Put aside. Only you know."), nullptr);
  const std::string third = top_card(journey);
  journey.act(third, "Not now");
  EXPECT_EQ(idea_called(journey, third)->verdict, Verdict::none) << "what is passed over leaves no mark";
}

TEST(IdeaDeck, TellsAShortSwipeFromALongOne) {
  Journey journey;
  journey.show("time");
  const auto swipe = [&](float part) {
    const std::string name = top_card(journey);
    const auto box = journey.find(name)->box;
    const float x = box.left + box.width() * 0.8F;
    const float y = box.top + box.height() * 0.3F;
    journey.drag(x, y, x - box.width() * part, y, 12);
    return name;
  };
  EXPECT_EQ(idea_called(journey, swipe(0.4F))->verdict, Verdict::maybe);
  EXPECT_EQ(idea_called(journey, swipe(0.7F))->verdict, Verdict::no);
}

TEST(IdeaDeck, OffersTheNearestWhereNothingFitsAllOfIt) {
  Journey journey({.empty = true});
  journey.show("time");
  journey.press("Filters");
  journey.press("More filters");
  for (const char* wish : {"Out", "Asleep next door", "Snow", "Half an hour"}) journey.press(wish);
  EXPECT_TRUE(says(journey, "Nothing fits all of that. These come near; left out:")) << outline(journey.tree());
  EXPECT_FALSE(top_card(journey).empty());
  journey.press("Clear");
  EXPECT_FALSE(says(journey, "Nothing fits all of that"));
}

TEST(IdeaDeck, LeavesOutWhatTheTwoHaveHadWhereItIsToBeNew) {
  Journey journey({.empty = true});
  const EntityRef ref = plan_of(journey, "cooking.quick.two-tins", "2026-11-27T19:00");
  ASSERT_TRUE(journey.home().plans().finish(ref, "").has_value());
  const auto fresh = journey.home().library().ideas({.kinds = {ContentKind::cooking}, .new_to_us = true});
  const auto all = journey.home().library().ideas({.kinds = {ContentKind::cooking}});
  const auto is_it = [](const IdeaView& idea) { return idea.content.id == "cooking.quick.two-tins"; };
  EXPECT_TRUE(std::any_of(all->begin(), all->end(), [&](const IdeaView& idea) { return is_it(idea) && idea.had; }));
  EXPECT_TRUE(std::none_of(fresh->begin(), fresh->end(), is_it));
}

// Two taps: the card's button and the sheet's.
TEST(PlanFromIdea, TakesTwoTapsAndBringsTasksAndAList) {
  Journey journey({.empty = true});
  journey.show("time");
  journey.press("Getaways");
  const std::string name = top_card(journey);
  const auto idea = idea_called(journey, name);
  ASSERT_TRUE(idea);
  journey.press("Plan this");
  journey.press("Propose this date");
  const auto plans = journey.home().plans().list();
  ASSERT_EQ(plans->size(), 1U);
  const Plan& plan = plans->front();
  EXPECT_EQ(plan.idea, idea->content.id);
  ASSERT_EQ(plan.tasks.size(), idea->content.errands.size());
  for (std::size_t i = 0; i < plan.tasks.size(); ++i) {
    EXPECT_EQ(plan.tasks[i].title, idea->content.errands[i].text);
    EXPECT_GE(*due_date(plan, plan.tasks[i]), *parse_date("2026-11-22"));
  }
  ASSERT_EQ(plan.items.size(), idea->content.materials.size());
}

TEST(PlanLists, AreTickedAddedToAndCopied) {
  Journey journey({.empty = true});
  const EntityRef ref = plan_of(journey, "cooking.quick.menemen", "2026-11-27T19:00");
  journey.show("plan");
  EXPECT_NE(journey.find("Shopping list"), nullptr) << outline(journey.tree());
  journey.act("eggs", "Remove");
  journey.write("Another thing to get", "a lemon");
  journey.press("Add it");
  ASSERT_TRUE(journey.home().plans().finish_item(ref, 2).has_value());
  journey.stage().app().home_changed();
  journey.stage().settle();
  journey.press("Copy the list");
  EXPECT_EQ(journey.stage().clipboard(), "green peppers\nbread\na lemon\n") << "what is at home isn't copied";
  journey.write("Add something", "Ring the neighbours");
  journey.press("3 days before");
  journey.press("Add it");
  const Plan plan = *journey.home().plans().get(ref);
  EXPECT_EQ(due_date(plan, plan.tasks.back()), *parse_date("2026-11-24"));
  EXPECT_TRUE(says(journey, "by Tu 24 Nov")) << outline(journey.tree());
}

TEST(CancelKindly, OffersSentencesAndAnotherTimeAndSendsNothing) {
  Journey journey({.empty = true});
  const EntityRef ref = plan_of(journey, "cooking.quick.menemen", "2026-11-27T19:00");
  ASSERT_TRUE(journey.home().plans().accept(ref).has_value());
  journey.show("plan");
  journey.press("Call it off, kindly");
  journey.press(kind_refusals()[0].about);
  EXPECT_EQ(journey.stage().clipboard(), kind_refusals()[0].sentence);
  EXPECT_EQ(journey.home().plans().get(ref)->state, PlanState::accepted) << "to read it calls nothing off";
  EXPECT_NE(journey.find("Propose another time"), nullptr);
  journey.press("Call it off");
  EXPECT_EQ(journey.home().plans().get(ref)->state, PlanState::cancelled);
  EXPECT_TRUE(journey.home().today().upcoming(14, 60)->wanted.empty()) << "nothing of it is told any more";
  journey.press("Propose another time");
  journey.press("Save");
  EXPECT_EQ(journey.home().plans().get(ref)->state, PlanState::proposed);
}

TEST(PlanAfterwards, KeepsALineAndMayComeAgainOrNot) {
  Journey journey({.empty = true, .now = "2026-11-28T10:00:00+01:00"});
  const EntityRef ref = plan_of(journey, "cooking.quick.menemen", "2026-11-27T19:00");
  journey.show("plan");
  journey.press("It happened");
  journey.write("One line to remember it by", "The pan was licked clean");
  journey.press("Keep it as a memory");
  EXPECT_EQ(journey.home().keepsakes().memories()->at(0).text, "The pan was licked clean");
  journey.press("Some time");
  EXPECT_EQ(journey.home().library().find("cooking.quick.menemen")->verdict, Verdict::yes);
  journey.press("Not again");
  EXPECT_EQ(journey.home().library().find("cooking.quick.menemen")->verdict, Verdict::no);
  journey.press("Plan it again");
  journey.press("Propose this date");
  const auto plans = journey.home().plans().list();
  ASSERT_EQ(plans->size(), 2U);
  EXPECT_EQ(to_string(plans->back().start), "2026-12-04T19:00");
  EXPECT_EQ(plans->back().items.size(), journey.home().plans().get(ref)->items.size());
}

TEST(CookAlong, GoesStepByStepWithWorkForBoth) {
  Journey journey({.empty = true});
  plan_of(journey, "cooking.quick.late-spaghetti", "2026-11-27T19:00");
  journey.show("cook");
  EXPECT_TRUE(says(journey, "Step 1 of 4")) << outline(journey.tree());
  EXPECT_NE(journey.find("One of you"), nullptr);
  EXPECT_NE(journey.find("The other"), nullptr);
  EXPECT_EQ(journey.find("One step back"), nullptr);
  const std::string first = journey.find("One of you")->value;
  journey.press("Change hands");
  EXPECT_EQ(journey.find("The other")->value, first);
  for (int i = 0; i < 3; ++i) journey.press("Next");
  journey.press("It's ready");
  EXPECT_NE(journey.find("To the table"), nullptr);
  journey.press("From the beginning");
  EXPECT_TRUE(says(journey, "Step 1 of 4"));
}

TEST(RitualPage, EndsARestBeforeItsTime) {
  Journey journey({.empty = true});
  AddRitual ritual;
  ritual.title = "Tea";
  ritual.at = *parse_time("21:00");
  ASSERT_TRUE(journey.home().rituals().add(ritual).has_value());
  journey.stage().app().home_changed();
  journey.show("ritual");
  EXPECT_EQ(journey.find("Begin again today"), nullptr);
  journey.press("A week");
  EXPECT_TRUE(journey.home().rituals().list()->at(0).resting_until.has_value());
  journey.press("Begin again today");
  EXPECT_FALSE(journey.home().rituals().list()->at(0).resting_until.has_value());
  EXPECT_TRUE(journey.home().rituals().list()->at(0).due_today);
}

}  // namespace
}  // namespace kindling::tests
