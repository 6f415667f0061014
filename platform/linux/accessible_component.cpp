// AtkComponent and AtkAction: where a node is, and what may be done to it.
#include <cmath>
#include <utility>

#include "platform/linux/accessible_object.hpp"
#include "platform/linux/accessible_tree.hpp"
#include "platform/linux/accessible_words.hpp"

namespace kindling {

Extents extents_of(void* object, AtkCoordType coordinates) {
  const Spoken& words = spoken(object);
  if (words.tree == nullptr) return {};
  const ui::Box& box = words.node.box;
  const int left = static_cast<int>(std::lround(box.left)), top = static_cast<int>(std::lround(box.top));
  Extents extents{left, top, static_cast<int>(std::lround(box.right)) - left,
                  static_cast<int>(std::lround(box.bottom)) - top};
  if (coordinates == ATK_XY_SCREEN) {
    extents.x += words.tree->window().x;
    extents.y += words.tree->window().y;
  } else if (coordinates == ATK_XY_PARENT && words.parent != nullptr) {
    const ui::Box& around = spoken(words.parent).node.box;
    extents.x -= static_cast<int>(std::lround(around.left));
    extents.y -= static_cast<int>(std::lround(around.top));
  }
  return extents;
}

namespace {

void get_extents(AtkComponent* component, gint* x, gint* y, gint* width, gint* height, AtkCoordType coordinates) {
  const Extents extents = extents_of(component, coordinates);
  if (x != nullptr) *x = extents.x;
  if (y != nullptr) *y = extents.y;
  if (width != nullptr) *width = extents.width;
  if (height != nullptr) *height = extents.height;
}

void get_position(AtkComponent* component, gint* x, gint* y, AtkCoordType coordinates) {
  get_extents(component, x, y, nullptr, nullptr, coordinates);
}

void get_size(AtkComponent* component, gint* width, gint* height) {
  get_extents(component, nullptr, nullptr, width, height, ATK_XY_WINDOW);
}

bool is_inside(void* object, gint x, gint y, AtkCoordType coordinates) {
  const Extents extents = extents_of(object, coordinates);
  return x >= extents.x && x < extents.x + extents.width && y >= extents.y && y < extents.y + extents.height;
}

gboolean contains(AtkComponent* component, gint x, gint y, AtkCoordType coordinates) {
  return is_inside(component, x, y, coordinates) ? TRUE : FALSE;
}

// The child there, of several the one that is drawn last; readers ask it in its turn.
AtkObject* ref_accessible_at_point(AtkComponent* component, gint x, gint y, AtkCoordType coordinates) {
  const Spoken& words = spoken(component);
  for (auto child = words.children.rbegin(); child != words.children.rend(); ++child) {
    if (!spoken(*child).node.visible || !is_inside(*child, x, y, coordinates)) continue;
    g_object_ref(*child);
    return *child;
  }
  return nullptr;
}

gboolean grab_focus(AtkComponent* component) {
  ui::Request request;
  request.kind = ui::Request::Kind::focus;
  return spoken(component).node.focusable && ask(component, std::move(request)) ? TRUE : FALSE;
}

gboolean scroll_to(AtkComponent* component, AtkScrollType /*type*/) {
  ui::Request request;
  request.kind = ui::Request::Kind::show;
  return ask(component, std::move(request)) ? TRUE : FALSE;
}

AtkLayer get_layer(AtkComponent* component) {
  return spoken(component).node.role == ui::Role::window ? ATK_LAYER_WINDOW : ATK_LAYER_WIDGET;
}

gboolean do_action(AtkAction* action, gint index) {
  if (index < 0 || static_cast<std::size_t>(index) >= spoken(action).node.actions.size()) return FALSE;
  ui::Request request;
  request.kind = ui::Request::Kind::action;
  request.action = static_cast<std::size_t>(index);
  return ask(action, std::move(request)) ? TRUE : FALSE;
}

gint get_n_actions(AtkAction* action) { return static_cast<gint>(spoken(action).node.actions.size()); }

const gchar* get_action_name(AtkAction* action, gint index) {
  const std::vector<std::string>& actions = spoken(action).node.actions;
  if (index < 0 || static_cast<std::size_t>(index) >= actions.size()) return nullptr;
  return actions[static_cast<std::size_t>(index)].c_str();
}

}  // namespace

void fill_component(void* interface, void* /*data*/) {
  auto* functions = static_cast<AtkComponentIface*>(interface);
  functions->get_extents = get_extents;
  functions->get_position = get_position;
  functions->get_size = get_size;
  functions->contains = contains;
  functions->ref_accessible_at_point = ref_accessible_at_point;
  functions->grab_focus = grab_focus;
  functions->scroll_to = scroll_to;
  functions->get_layer = get_layer;
}

void fill_action(void* interface, void* /*data*/) {
  auto* functions = static_cast<AtkActionIface*>(interface);
  functions->do_action = do_action;
  functions->get_n_actions = get_n_actions;
  functions->get_name = get_action_name;
  functions->get_localized_name = get_action_name;
}

}  // namespace kindling
