// A monkey at the app: seeded random taps, drags, flicks, wheel, keys and text, with the clock jumping now and then.
// Nothing may crash or assert, the focus must be on something that is there, and the tree must stay whole.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>
#include <set>

#include "tests/support/journey.hpp"

namespace kindling::tests {
namespace {

constexpr int kInputs = 100'000;

class Monkey {
 public:
  explicit Monkey(unsigned seed) : chance_(seed) {}

  int below(int limit) { return std::uniform_int_distribution<int>(0, limit - 1)(chance_); }

  void act(PictureStage& stage, const ui::Tree& tree) {
    const auto x = static_cast<float>(below(390));
    const auto y = static_cast<float>(below(844));
    switch (below(10)) {
      case 0:
      case 1:
      case 2: tap_something(stage, tree); break;
      case 3:
        stage.push(ui::PointerDown{x, y, below(2) == 0});
        stage.frame();
        for (int i = 0; i < 3; ++i) {
          stage.push(
              ui::PointerMove{x + static_cast<float>(below(300) - 150), y + static_cast<float>(below(400) - 200)});
          stage.frame();
        }
        if (below(8) == 0) {
          stage.push(ui::PointerCancel{});
        } else {
          stage.push(ui::PointerUp{x + static_cast<float>(below(60)), y});
        }
        break;
      case 4: stage.push(ui::Wheel{0, static_cast<float>(below(7) - 3)}); break;
      case 5:
      case 6:
        stage.push(ui::KeyDown{.key = static_cast<ui::Key>(below(static_cast<int>(ui::Key::other) + 1)),
                               .shift = below(4) == 0,
                               .control = below(6) == 0});
        break;
      case 7:
        stage.push(ui::TextInput{kTexts[static_cast<std::size_t>(below(static_cast<int>(std::size(kTexts))))]});
        break;
      case 8: stage.push(ui::PointerMove{x, y}); break;
      default:
        if (below(4) == 0) stage.push(ui::Back{});
        if (below(20) == 0) stage.wait(below(1000));
        if (below(60) == 0) stage.resize(240 + below(1000), 320 + below(700));
    }
  }

 private:
  void tap_something(PictureStage& stage, const ui::Tree& tree) {
    if (tree.nodes.empty()) return;
    const ui::Node& node = tree.nodes[static_cast<std::size_t>(below(static_cast<int>(tree.nodes.size())))];
    if (node.actions.empty()) return;
    stage.push(ui::Request{.kind = ui::Request::Kind::action,
                           .node = node.id,
                           .action = static_cast<std::size_t>(below(static_cast<int>(node.actions.size())))});
  }

  static constexpr const char* kTexts[] = {"a",
                                           "Hug",
                                           "weekdays at 07:45",
                                           "é",
                                           "🌙",
                                           "every other Friday",
                                           "\n",
                                           " ",
                                           "12",
                                           "You never listen",
                                           "\xF0\x9F",
                                           "a very long word without any blank in it"};
  std::mt19937 chance_;
};

TEST(Monkey, FindsNoWayToBreakTheApp) {
  const char* given = std::getenv("KINDLING_MONKEY_SEED");
  const unsigned seed = given == nullptr ? 7 : static_cast<unsigned>(std::atoi(given));
  RecordProperty("seed", static_cast<int>(seed));
  Monkey monkey(seed);
  int done = 0;
  while (done < kInputs) {
    Journey journey({.empty = monkey.below(2) == 0});
    for (int i = 0; i < 5000 && done < kInputs; ++i, ++done) {
      monkey.act(journey.stage(), journey.tree());
      journey.stage().frame();
      const ui::Tree& tree = journey.tree();
      ASSERT_FALSE(tree.nodes.empty()) << "seed " << seed << ", input " << done;
      ASSERT_TRUE(tree.focus == 0 || tree.find(tree.focus) != nullptr) << "seed " << seed << ", input " << done;
      for (std::size_t n = 1; n < tree.nodes.size(); ++n) {
        ASSERT_GE(tree.nodes[n].parent, 0) << "seed " << seed << ", input " << done;
        ASSERT_LT(tree.nodes[n].parent, static_cast<int>(n)) << "seed " << seed << ", input " << done;
      }
    }
  }
}

}  // namespace
}  // namespace kindling::tests
