// Room for words and for what a window's edges cover: a long language, a small phone, an on-screen keyboard.
#include <gtest/gtest.h>

#include <algorithm>

#include "app/screen_names.hpp"
#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

struct Form {
  int width, height;
  float text_scale;
};
constexpr Form kForms[] = {{320, 640, 1}, {390, 844, 1.3F}, {1280, 800, 1}};

// The pseudo-language's marks: what has none is a person's own words, which may be as long as they like.
bool is_ours(const std::string& text) {
  for (const char* mark : {"á", "ë", "í", "ö", "û", "Å", "É", "Î", "Ø", "Ü"}) {
    if (text.find(mark) != std::string::npos) return true;
  }
  return false;
}

class LongLanguage : public testing::TestWithParam<Form> {};

TEST_P(LongLanguage, HasRoomOnEveryScreen) {
  Journey::Options options;
  options.picture.width = GetParam().width;
  options.picture.height = GetParam().height;
  options.picture.surroundings.language = ui::Language::pseudo;
  options.picture.surroundings.reduced_motion = true;
  options.picture.surroundings.text_scale = GetParam().text_scale;
  for (const std::string_view screen : app::screen_names()) {
    Journey journey(options);
    journey.show(screen);
    std::uint64_t seen = 0;
    // To its end, or far enough into a long list.
    for (int page = 0; page < 6 && journey.tree().revision != seen; ++page) {
      seen = journey.tree().revision;
      for (const std::string& text : journey.stage().app().shortened()) {
        EXPECT_FALSE(is_ours(text)) << screen << " cuts '" << text << "'";
      }
      journey.key(ui::Key::page_down);
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Sizes, LongLanguage, testing::ValuesIn(kForms), [](const auto& form) {
  return std::to_string(form.param.width) + "x" + std::to_string(form.param.height) +
         (form.param.text_scale > 1 ? "large" : "");
});

// Letters twice as large on a phone. In a new home every word is ours.
TEST(LargeLetters, HaveRoomOnEveryScreenOfANewHome) {
  Journey::Options options;
  options.empty = true;
  options.picture.width = 390;
  options.picture.height = 844;
  options.picture.surroundings.reduced_motion = true;
  options.picture.surroundings.text_scale = 2;
  for (const std::string_view screen : app::screen_names()) {
    Journey journey(options);
    journey.show(screen);
    std::uint64_t seen = 0;
    for (int page = 0; page < 8 && journey.tree().revision != seen; ++page) {
      seen = journey.tree().revision;
      for (const std::string& text : journey.stage().app().shortened()) {
        ADD_FAILURE() << screen << " cuts '" << text << "'";
      }
      journey.key(ui::Key::page_down);
    }
  }
}

TEST(CoveredEdges, HoldNothingThatCanBeUsed) {
  const ui::Insets insets{.left = 20, .top = 48, .right = 12, .bottom = 34};
  for (const std::string_view screen : app::screen_names()) {
    Journey journey;
    journey.stage().cover(insets);
    journey.show(screen);
    // Quick-hide is pressed anywhere.
    if (screen == "hidden") continue;
    for (const ui::Node& node : journey.tree().nodes) {
      if (!node.focusable || !node.visible) continue;
      EXPECT_GE(node.box.left, insets.left) << screen << ": " << node.name;
      EXPECT_LE(node.box.right, 390 - insets.right) << screen << ": " << node.name;
    }
  }
}

TEST(OnScreenKeyboard, LeavesTheFieldThatIsWrittenInInSight) {
  Journey journey;
  journey.show("sheet-appreciation");
  const ui::Tree& tree = journey.tree();
  const auto field = std::find_if(tree.nodes.begin(), tree.nodes.end(),
                                  [](const ui::Node& node) { return node.role == ui::Role::text_field; });
  ASSERT_NE(field, tree.nodes.end());
  const ui::NodeId id = field->id;
  journey.stage().push(ui::Request{.kind = ui::Request::Kind::focus, .node = id});
  journey.stage().settle();
  journey.stage().cover({.keyboard = 360});
  journey.stage().settle();
  const ui::Node* written = journey.tree().find(id);
  ASSERT_NE(written, nullptr);
  EXPECT_GE(written->box.top, 0);
  EXPECT_LE(written->box.bottom, 844 - 360);
}

}  // namespace
}  // namespace kindling::tests
