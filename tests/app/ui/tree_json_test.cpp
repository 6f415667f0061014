#include "app/ui/tree_json.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kindling::ui {
namespace {

Tree small_tree() {
  Tree tree;
  Node window;
  window.id = 1;
  window.role = Role::window;
  window.name = "Kindling";
  window.box = {0, 0, 780, 1688};
  Node group;
  group.id = 2;
  group.parent = 0;
  group.name = "How are you?";
  Node slider;
  slider.id = 3;
  slider.parent = 1;
  slider.role = Role::slider;
  slider.name = "Text size";
  slider.value = "100 %";
  slider.box = {40, 100, 740, 200};
  slider.range = Range{85, 200, 100, 5};
  slider.focusable = true;
  Node field;
  field.id = 4;
  field.parent = 0;
  field.role = Role::text_field;
  field.name = "Note";
  field.visible = false;
  field.enabled = false;
  field.editing = Editing{.caret = 3, .multiline = true};
  field.actions = {"press"};
  tree.nodes = {window, group, slider, field};
  return tree;
}

TEST(TreeJson, NestsAndMeasuresInDp) {
  const auto json = nlohmann::json::parse(tree_json(small_tree(), 2));
  EXPECT_EQ(json["role"], "application");
  EXPECT_EQ(json["rectangle"]["width"], 390);
  ASSERT_EQ(json["children"].size(), 2U);
  const auto& slider = json["children"][0]["children"][0];
  EXPECT_EQ(slider["role"], "slider");
  EXPECT_EQ(slider["value"], "100 %");
  EXPECT_EQ(slider["state"]["max"], 200);
  EXPECT_EQ(slider["state"]["focusable"], true);
  EXPECT_EQ(slider["rectangle"]["x"], 20);
  EXPECT_EQ(slider["rectangle"]["height"], 50);
}

TEST(TreeJson, TellsWhatCantBeUsed) {
  const auto json = nlohmann::json::parse(tree_json(small_tree(), 1));
  const auto& field = json["children"][1];
  EXPECT_EQ(field["state"]["disabled"], true);
  EXPECT_EQ(field["state"]["offscreen"], true);
  EXPECT_EQ(field["state"]["multiline"], true);
  EXPECT_EQ(field["state"]["caret"], 3);
  EXPECT_EQ(field["actions"], nlohmann::json::array({"press"}));
  EXPECT_FALSE(field.contains("children"));
}

TEST(TreeJson, SurvivesAnEmptyTreeAndBrokenText) {
  EXPECT_EQ(tree_json(Tree{}, 1), "null\n");
  Tree tree = small_tree();
  tree.nodes[0].name = "\xFF";
  EXPECT_TRUE(nlohmann::json::accept(tree_json(tree, 1)));
}

}  // namespace
}  // namespace kindling::ui
