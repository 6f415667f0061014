// What holds of every screen's tree: names, sizes, no doubles, and everything can be reached by keyboard.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/screen_names.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

constexpr float kLeastSide = 47.5F;  // 48 dp, less rounding

bool is_usable(const ui::Node& node) { return node.focusable && node.enabled; }

// What Tab should lead to: the one after the focus as it is read, from the last to the first.
ui::NodeId next_usable(const ui::Tree& tree) {
  ui::NodeId first = 0;
  bool is_next = tree.focus == 0;
  for (const ui::Node& node : tree.nodes) {
    if (!is_usable(node)) continue;
    if (is_next) return node.id;
    if (first == 0) first = node.id;
    is_next = node.id == tree.focus;
  }
  return first;
}

class EveryScreen : public testing::TestWithParam<std::string> {};

void check_names_and_sizes(const ui::Tree& tree, float scale) {
  std::set<ui::NodeId> ids;
  std::map<std::pair<int, std::string>, ui::Role> siblings;
  for (const ui::Node& node : tree.nodes) {
    EXPECT_TRUE(ids.insert(node.id).second) << "an id twice: " << node.name;
    EXPECT_LT(node.parent, static_cast<int>(&node - tree.nodes.data()));
    if (!is_usable(node)) continue;
    EXPECT_FALSE(node.name.empty()) << ui::aria_name(node.role) << " without a name in\n" << outline(tree);
    EXPECT_GE(node.box.width(), kLeastSide * scale) << node.name;
    EXPECT_GE(node.box.height(), kLeastSide * scale) << node.name;
    const bool is_new = siblings.emplace(std::pair(node.parent, node.name), node.role).second;
    EXPECT_TRUE(is_new) << "two siblings are called '" << node.name << "' in\n" << outline(tree);
  }
}

TEST_P(EveryScreen, NamesWhatCanBeUsed) {
  for (const bool empty : {false, true}) {
    Journey journey({.empty = empty});
    journey.show(GetParam());
    check_names_and_sizes(journey.tree(), 1);
  }
}

TEST_P(EveryScreen, IsReachedByKeyboardInReadingOrder) {
  Journey journey;
  journey.show(GetParam());
  std::vector<ui::NodeId> usable;
  for (const ui::Node& node : journey.tree().nodes) {
    if (is_usable(node)) usable.push_back(node.id);
  }
  ASSERT_FALSE(usable.empty());
  std::set<ui::NodeId> reached;
  for (std::size_t i = 0; i < 4 * usable.size() + 8; ++i) {
    const ui::NodeId next = next_usable(journey.tree());
    journey.key(ui::Key::tab);
    ASSERT_NE(journey.tree().focus, 0U) << "the focus was lost";
    EXPECT_EQ(journey.tree().focus, next) << "not in reading order";
    reached.insert(journey.tree().focus);
  }
  for (const ui::NodeId id : usable) {
    const ui::Node* node = journey.tree().find(id);
    if (node == nullptr || !is_usable(*node)) continue;
    EXPECT_TRUE(reached.contains(id)) << "never focused: " << node->name;
  }
}

TEST_P(EveryScreen, DrawsTheSamePixelsTwice) {
  Journey first;
  first.show(GetParam());
  Journey second;
  second.show(GetParam());
  EXPECT_TRUE(first.stage().draw() == second.stage().draw());
}

// One key hides it, whatever is open, and shows nothing of it in words, in the title or in what a screen reader reads.
TEST_P(EveryScreen, HidesAtOnce) {
  Journey journey;
  journey.show(GetParam());
  if (GetParam() != "hidden") journey.key(ui::Key::h, true);
  const std::set<std::string> neutral{"", "Notes", "No notes yet.", "Show again"};
  for (const ui::Node& node : journey.tree().nodes) EXPECT_TRUE(neutral.contains(node.name)) << node.name;
  EXPECT_NE(journey.find("Show again"), nullptr) << outline(journey.tree());
  EXPECT_EQ(journey.stage().app().window_title(), "Notes");
}

std::vector<std::string> screens() {
  std::vector<std::string> names;
  for (const std::string_view name : app::screen_names()) names.emplace_back(name);
  return names;
}

std::string test_name(const testing::TestParamInfo<std::string>& screen) {
  std::string name = screen.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}
INSTANTIATE_TEST_SUITE_P(Screens, EveryScreen, testing::ValuesIn(screens()), test_name);

}  // namespace
}  // namespace kindling::tests
