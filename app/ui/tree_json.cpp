#include "app/ui/tree_json.hpp"

#include <cmath>
#include <nlohmann/json.hpp>

namespace kindling::ui {
namespace {

using Json = nlohmann::ordered_json;

Json states_of(const Node& node) {
  Json states = Json::object();
  if (!node.enabled) states["disabled"] = true;
  if (!node.visible) states["offscreen"] = true;
  if (node.focusable) states["focusable"] = true;
  if (node.focused) states["focused"] = true;
  if (node.modal) states["modal"] = true;
  if (node.checked) states["checked"] = *node.checked;
  if (node.selected) states["selected"] = *node.selected;
  if (node.expanded) states["expanded"] = *node.expanded;
  if (node.level > 0) states["level"] = node.level;
  if (node.editing) {
    states["multiline"] = node.editing->multiline;
    states["caret"] = node.editing->caret;
  }
  if (node.range) {
    states["min"] = node.range->least;
    states["max"] = node.range->most;
    states["now"] = node.range->now;
  }
  return states;
}

Json node_json(const Tree& tree, std::size_t index, float scale) {
  const Node& node = tree.nodes[index];
  const auto dp = [&](float pixels) { return static_cast<int>(std::lround(pixels / scale)); };
  Json json{{"role", aria_name(node.role)}, {"name", node.name}};
  if (!node.value.empty()) json["value"] = node.value;
  if (!node.hint.empty()) json["hint"] = node.hint;
  json["state"] = states_of(node);
  json["rectangle"] = {{"x", dp(node.box.left)},
                       {"y", dp(node.box.top)},
                       {"width", dp(node.box.width())},
                       {"height", dp(node.box.height())}};
  if (!node.actions.empty()) json["actions"] = node.actions;
  Json children = Json::array();
  for (std::size_t i = index + 1; i < tree.nodes.size(); ++i) {
    if (tree.nodes[i].parent == static_cast<int>(index)) children.push_back(node_json(tree, i, scale));
  }
  if (!children.empty()) json["children"] = std::move(children);
  return json;
}

}  // namespace

std::string tree_json(const Tree& tree, float scale) {
  if (tree.nodes.empty()) return "null\n";
  return node_json(tree, 0, scale).dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace kindling::ui
