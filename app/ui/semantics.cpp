#include "app/ui/semantics.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace kindling::ui {
namespace {

bool same(const Box& a, const Box& b) {
  return a.left == b.left && a.top == b.top && a.right == b.right && a.bottom == b.bottom;
}
bool same(const std::optional<Range>& a, const std::optional<Range>& b) {
  if (a.has_value() != b.has_value()) return false;
  return !a || (a->least == b->least && a->most == b->most && a->now == b->now && a->step == b->step);
}
bool same(const std::optional<Editing>& a, const std::optional<Editing>& b) {
  if (a.has_value() != b.has_value()) return false;
  return !a || (a->caret == b->caret && a->selection == b->selection && a->multiline == b->multiline &&
                a->secret == b->secret);
}
bool same(const Node& a, const Node& b) {
  return a.id == b.id && a.parent == b.parent && a.role == b.role && a.visible == b.visible && a.enabled == b.enabled &&
         a.focusable == b.focusable && a.focused == b.focused && a.modal == b.modal && a.checked == b.checked &&
         a.selected == b.selected && a.expanded == b.expanded && a.level == b.level && same(a.box, b.box) &&
         same(a.range, b.range) && same(a.editing, b.editing) && a.name == b.name && a.value == b.value &&
         a.hint == b.hint && a.actions == b.actions;
}

}  // namespace

std::string_view aria_name(Role role) noexcept {
  static constexpr std::array<std::string_view, 18> kNames{
      "application", "group", "heading",  "text",   "img",     "button",      "switch", "checkbox", "radio",
      "tab",         "list",  "listitem", "slider", "textbox", "progressbar", "grid",   "dialog",   "status"};
  return kNames[static_cast<std::size_t>(role)];
}

const Node* Tree::find(NodeId id) const noexcept {
  for (const Node& node : nodes) {
    if (node.id == id) return &node;
  }
  return nullptr;
}

const Node* Tree::find(std::string_view name, std::optional<Role> role) const noexcept {
  for (const Node& node : nodes) {
    if (node.enabled && node.visible && node.name == name && (!role || node.role == *role)) return &node;
  }
  return nullptr;
}

void Semantics::begin_frame() {
  next_.nodes.clear();
  open_.clear();
  taken_.clear();
}

void Semantics::end_frame(NodeId focus) {
  assert(open_.empty());
  next_.focus = focus;
  const bool changed = next_.focus != tree_.focus ||
                       !std::equal(next_.nodes.begin(), next_.nodes.end(), tree_.nodes.begin(), tree_.nodes.end(),
                                   [](const Node& a, const Node& b) { return same(a, b); });
  next_.revision = tree_.revision + (changed ? 1 : 0);
  std::swap(tree_, next_);
  std::erase_if(requests_, [&](const Request& request) { return !was_taken(request.node, request.kind); });
}

bool Semantics::was_taken(NodeId id, Request::Kind kind) const {
  return std::find(taken_.begin(), taken_.end(), std::pair(id, kind)) != taken_.end();
}

std::size_t Semantics::add(Node node) {
  assert(node.id != 0);
  node.parent = open_.empty() ? -1 : open_.back();
  next_.nodes.push_back(std::move(node));
  return next_.nodes.size() - 1;
}

std::size_t Semantics::open(Node node) {
  const std::size_t index = add(std::move(node));
  open_.push_back(static_cast<int>(index));
  return index;
}

void Semantics::close() {
  assert(!open_.empty());
  open_.pop_back();
}

void Semantics::cover() {
  if (next_.nodes.size() > 1) next_.nodes.resize(1);
  open_.resize(1);
}

std::optional<Request> Semantics::take(NodeId id, Request::Kind kind) {
  const auto found = std::find_if(requests_.begin(), requests_.end(),
                                  [&](const Request& request) { return request.node == id && request.kind == kind; });
  if (found == requests_.end() || was_taken(id, kind)) return std::nullopt;
  taken_.emplace_back(id, kind);
  Request taken = std::move(*found);
  requests_.erase(found);
  return taken;
}

}  // namespace kindling::ui
