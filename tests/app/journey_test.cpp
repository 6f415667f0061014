// Whole journeys through the app, as a person makes them.
#include "tests/support/journey.hpp"

#include <gtest/gtest.h>

namespace kindling::tests {
namespace {

std::size_t check_ins(Kindling& home) { return home.check_ins().list({}, {})->size(); }

TEST(TodayJourney, ChecksInWithOneDragAndOneTap) {
  Journey journey({.empty = true});
  journey.show("today");
  const ui::Node* grid = journey.find("How you feel");
  ASSERT_NE(grid, nullptr);
  const ui::Box box = grid->box;
  const double before = journey.stage().time();
  journey.drag(box.left + box.width() / 2, box.top + box.height() / 2, box.right - 30, box.top + 30);
  journey.tap("Save");
  EXPECT_LT(journey.stage().time() - before, 10);
  const auto list = journey.home().check_ins().list({}, {});
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ(list->front().valence, 4);
  EXPECT_GE(list->front().energy, 3);
}

TEST(TodayJourney, ChecksInByKeyboardAlone) {
  Journey journey({.empty = true});
  journey.show("today");
  const ui::Node* grid = journey.find("How you feel");
  ASSERT_NE(grid, nullptr);
  for (int i = 0; i < 40 && journey.tree().focus != grid->id; ++i) {
    journey.key(ui::Key::tab);
    grid = journey.find("How you feel");
  }
  journey.key(ui::Key::right);
  journey.key(ui::Key::down);
  for (int i = 0; i < 10; ++i) {
    const ui::Node* at = journey.tree().find(journey.tree().focus);
    if (at != nullptr && at->name == "Save") break;
    journey.key(ui::Key::tab);
  }
  journey.key(ui::Key::enter);
  const auto list = journey.home().check_ins().list({}, {});
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ(list->front().valence, 1);
  EXPECT_EQ(list->front().energy, -1);
}

TEST(TodayJourney, UndoesFromTheToast) {
  Journey journey;
  journey.show("today");
  const std::size_t before = check_ins(journey.home());
  const ui::Box box = journey.find("How you feel")->box;
  journey.tap(box.left + 20, box.bottom - 20);
  journey.press("Save");
  EXPECT_EQ(check_ins(journey.home()), before + 1);
  journey.press("Undo");
  EXPECT_EQ(check_ins(journey.home()), before);
}

TEST(TodayJourney, TakesBackNothingThatAnotherProgramDid) {
  Journey journey;
  journey.show("today");
  const ui::Box box = journey.find("How you feel")->box;
  journey.tap(box.left + 20, box.bottom - 20);
  journey.press("Save");
  ASSERT_NE(journey.find("Undo"), nullptr);
  ASSERT_TRUE(journey.home().keepsakes().appreciate("From the command line"));
  journey.stage().app().home_changed();
  journey.stage().settle();
  EXPECT_EQ(journey.find("Undo"), nullptr);
}

TEST(TodayJourney, SwipesAReminderToDone) {
  Journey journey;
  journey.show("today");
  const auto open_one = [&]() -> const ui::Node* {
    for (const ui::Node& node : journey.tree().nodes) {
      if (node.role == ui::Role::checkbox && node.checked == false) return &node;
    }
    return nullptr;
  };
  const ui::Node* due = open_one();
  ASSERT_NE(due, nullptr);
  const ui::NodeId id = due->id;
  journey.stage().push(ui::Request{.kind = ui::Request::Kind::show, .node = id});
  journey.stage().settle();
  due = journey.tree().find(id);
  ASSERT_NE(due, nullptr);
  const float y = (due->box.top + due->box.bottom) / 2;
  journey.drag(due->box.left + 30, y, due->box.right - 20, y);
  due = journey.tree().find(id);
  ASSERT_NE(due, nullptr);
  EXPECT_EQ(due->checked, true);
}

TEST(QuickHide, ShowsANeutralScreenAtOnceAndComesBack) {
  Journey journey;
  journey.show("today");
  journey.key(ui::Key::h, true);
  for (const ui::Node& node : journey.tree().nodes) {
    EXPECT_EQ(node.name.find("Mara"), std::string::npos);
    EXPECT_EQ(node.name.find("feel"), std::string::npos);
  }
  EXPECT_EQ(journey.stage().app().window_title(), "Notes");
  journey.press("Show again");
  EXPECT_NE(journey.find("How you feel"), nullptr);
}

}  // namespace
}  // namespace kindling::tests
