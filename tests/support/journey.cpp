#include "tests/support/journey.hpp"

#include <gtest/gtest.h>

#include <algorithm>

namespace kindling::tests {

Journey::Journey(const Options& options) {
  LaunchOptions launch;
  launch.demo = true;
  launch.empty = options.empty;
  launch.now = options.now;
  launch.zone = "Europe/Berlin";
  auto made = Launch::make(launch);
  if (!made) {
    ADD_FAILURE() << made.error().message;
    return;
  }
  launch_ = std::move(*made);
  stage_ = std::make_unique<PictureStage>(options.picture,
                                          [this](const std::string& passphrase) { return launch_->open(passphrase); });
  stage_->settle();
}

void Journey::show(std::string_view screen) {
  EXPECT_TRUE(stage_->app().show(screen)) << screen;
  stage_->settle();
}

const ui::Node* Journey::find(std::string_view name) {
  for (const ui::Node& node : tree().nodes) {
    if (node.name == name && node.enabled) return &node;
  }
  return nullptr;
}

void Journey::press(std::string_view name) {
  const auto& nodes = tree().nodes;
  const auto found = std::find_if(nodes.begin(), nodes.end(), [&](const ui::Node& node) {
    return node.name == name && node.enabled && !node.actions.empty();
  });
  ASSERT_NE(found, nodes.end()) << "nothing to press is called '" << name << "' in\n" << outline(tree());
  stage_->push(ui::Request{.kind = ui::Request::Kind::action, .node = found->id});
  stage_->settle();
}

void Journey::act(std::string_view name, std::string_view action) {
  for (const ui::Node& node : tree().nodes) {
    if (node.name != name) continue;
    const auto found = std::find(node.actions.begin(), node.actions.end(), action);
    if (found == node.actions.end()) continue;
    stage_->push(ui::Request{.kind = ui::Request::Kind::action,
                             .node = node.id,
                             .action = static_cast<std::size_t>(found - node.actions.begin())});
    stage_->settle();
    return;
  }
  FAIL() << "'" << name << "' has no action '" << action << "' in\n" << outline(tree());
}

void Journey::write(std::string_view field, std::string_view text) {
  for (const ui::Node& node : tree().nodes) {
    if (node.name != field || node.role != ui::Role::text_field) continue;
    stage_->push(ui::Request{.kind = ui::Request::Kind::set_text, .node = node.id, .text = std::string(text)});
    stage_->settle();
    return;
  }
  FAIL() << "there is no field '" << field << "' in\n" << outline(tree());
}

void Journey::tap(float x, float y) {
  stage_->push(ui::PointerDown{x, y});
  stage_->frame();
  stage_->push(ui::PointerUp{x, y});
  stage_->settle();
}

void Journey::tap(std::string_view name) {
  const ui::Node* node = find(name);
  ASSERT_NE(node, nullptr) << "nothing is called '" << name << "' in\n" << outline(tree());
  tap((node->box.left + node->box.right) / 2, (node->box.top + node->box.bottom) / 2);
}

void Journey::drag(float from_x, float from_y, float to_x, float to_y, int steps) {
  stage_->push(ui::PointerDown{from_x, from_y});
  stage_->frame();
  for (int i = 1; i <= steps; ++i) {
    const float part = static_cast<float>(i) / static_cast<float>(steps);
    stage_->push(ui::PointerMove{from_x + (to_x - from_x) * part, from_y + (to_y - from_y) * part});
    stage_->frame();
  }
  stage_->push(ui::PointerUp{to_x, to_y});
  stage_->settle();
}

void Journey::key(ui::Key key, bool control, bool shift) {
  stage_->push(ui::KeyDown{.key = key, .shift = shift, .control = control});
  stage_->settle();
}

void Journey::type(std::string_view text) {
  stage_->push(ui::TextInput{std::string(text)});
  stage_->settle();
}

std::string outline(const ui::Tree& tree) {
  std::string text;
  for (const ui::Node& node : tree.nodes) {
    text += "  " + std::string(ui::aria_name(node.role)) + " '" + node.name + "'";
    if (!node.value.empty()) text += " = '" + node.value + "'";
    text += "\n";
  }
  return text;
}

}  // namespace kindling::tests
