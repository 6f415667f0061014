#include "app/ui/semantics.hpp"

#include <gtest/gtest.h>

namespace kindling::ui {
namespace {

Node node(NodeId id, std::string name, Role role = Role::button) {
  Node made;
  made.id = id;
  made.role = role;
  made.name = std::move(name);
  made.box = {0, 0, 100, 48};
  return made;
}

class SemanticsTest : public ::testing::Test {
 protected:
  // One frame: a window with what `draw` adds.
  template <class Draw>
  void frame(Draw&& draw, NodeId focus = 0) {
    semantics_.begin_frame();
    semantics_.open(node(1, "Kindling", Role::window));
    draw();
    semantics_.close();
    semantics_.end_frame(focus);
  }
  const Tree& tree() { return semantics_.tree(); }

  Semantics semantics_;
};

TEST_F(SemanticsTest, ParentsEncloseTheirChildren) {
  frame([&] {
    semantics_.open(node(2, "Card", Role::group));
    semantics_.add(node(3, "Save"));
    semantics_.close();
    semantics_.add(node(4, "Cancel"));
  });
  ASSERT_EQ(tree().nodes.size(), 4U);
  EXPECT_EQ(tree().nodes[0].parent, -1);
  EXPECT_EQ(tree().nodes[1].parent, 0);
  EXPECT_EQ(tree().nodes[2].parent, 1);
  EXPECT_EQ(tree().nodes[3].parent, 0);
}

TEST_F(SemanticsTest, RevisionChangesWithItsContentAlone) {
  const auto draw = [&] { semantics_.add(node(2, "Save")); };
  frame(draw);
  const auto first = tree().revision;
  frame(draw);
  EXPECT_EQ(tree().revision, first);
  frame([&] { semantics_.add(node(2, "Keep")); });
  const auto second = tree().revision;
  EXPECT_NE(second, first);
  frame([&] { semantics_.add(node(2, "Keep")); }, 2);
  EXPECT_NE(tree().revision, second) << "the focus is part of it";
}

TEST_F(SemanticsTest, RevisionSeesEveryPartOfANode) {
  const auto differs = [&](auto change) {
    frame([&] { semantics_.add(node(2, "Save")); });
    const auto before = tree().revision;
    Node other = node(2, "Save");
    change(other);
    frame([&] { semantics_.add(other); });
    return tree().revision != before;
  };
  EXPECT_TRUE(differs([](Node& n) { n.value = "calm"; }));
  EXPECT_TRUE(differs([](Node& n) { n.hint = "press"; }));
  EXPECT_TRUE(differs([](Node& n) { n.box.right = 101; }));
  EXPECT_TRUE(differs([](Node& n) { n.visible = false; }));
  EXPECT_TRUE(differs([](Node& n) { n.enabled = false; }));
  EXPECT_TRUE(differs([](Node& n) { n.checked = true; }));
  EXPECT_TRUE(differs([](Node& n) { n.selected = false; }));
  EXPECT_TRUE(differs([](Node& n) { n.range = Range{0, 1, 0.5, 0.1}; }));
  EXPECT_TRUE(differs([](Node& n) { n.editing = Editing{.caret = 1}; }));
  EXPECT_TRUE(differs([](Node& n) { n.actions = {"press"}; }));
}

TEST_F(SemanticsTest, CoverLeavesOnlyTheWindowAndWhatComesAfter) {
  frame([&] {
    semantics_.open(node(2, "Card", Role::group));
    semantics_.add(node(3, "Save"));
    semantics_.close();
    semantics_.cover();
    semantics_.add(node(4, "Sheet", Role::dialog));
  });
  ASSERT_EQ(tree().nodes.size(), 2U);
  EXPECT_EQ(tree().nodes[1].name, "Sheet");
  EXPECT_EQ(tree().nodes[1].parent, 0);
}

TEST_F(SemanticsTest, FindsByNameWhatCanBeUsed) {
  frame([&] {
    Node off = node(2, "Save");
    off.enabled = false;
    semantics_.add(off);
    Node away = node(3, "Save");
    away.visible = false;
    semantics_.add(away);
    semantics_.add(node(4, "Save", Role::heading));
    semantics_.add(node(5, "Save"));
  });
  ASSERT_NE(tree().find("Save"), nullptr);
  EXPECT_EQ(tree().find("Save")->id, 4U);
  EXPECT_EQ(tree().find("Save", Role::button)->id, 5U);
  EXPECT_EQ(tree().find("Keep"), nullptr);
  EXPECT_EQ(tree().find(NodeId{2})->enabled, false);
}

TEST_F(SemanticsTest, RequestsAreTakenOnce) {
  semantics_.ask({.kind = Request::Kind::action, .node = 2});
  frame([&] {
    EXPECT_FALSE(semantics_.take(2, Request::Kind::focus));
    EXPECT_FALSE(semantics_.take(3, Request::Kind::action));
    EXPECT_TRUE(semantics_.take(2, Request::Kind::action));
    EXPECT_FALSE(semantics_.take(2, Request::Kind::action));
  });
  EXPECT_FALSE(semantics_.has_requests());
}

TEST_F(SemanticsTest, TwoOfAKindAreTakenInTwoFrames) {
  semantics_.ask({.kind = Request::Kind::action, .node = 2, .action = 1});
  semantics_.ask({.kind = Request::Kind::action, .node = 2, .action = 3});
  frame([&] {
    EXPECT_EQ(semantics_.take(2, Request::Kind::action)->action, 1U);
    EXPECT_FALSE(semantics_.take(2, Request::Kind::action));
  });
  EXPECT_TRUE(semantics_.has_requests());
  frame([&] { EXPECT_EQ(semantics_.take(2, Request::Kind::action)->action, 3U); });
  EXPECT_FALSE(semantics_.has_requests());
}

TEST_F(SemanticsTest, RequestsThatNobodyTakesAreForgotten) {
  semantics_.ask({.kind = Request::Kind::action, .node = 99});
  frame([] {});
  frame([&] { EXPECT_FALSE(semantics_.take(99, Request::Kind::action)); });
}

TEST(Roles, SpeakAria) {
  EXPECT_EQ(aria_name(Role::window), "application");
  EXPECT_EQ(aria_name(Role::toggle), "switch");
  EXPECT_EQ(aria_name(Role::text_field), "textbox");
  EXPECT_EQ(aria_name(Role::status), "status");
}

}  // namespace
}  // namespace kindling::ui
