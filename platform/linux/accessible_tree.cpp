#include "platform/linux/accessible_tree.hpp"

#include <algorithm>
#include <cstring>
#include <unordered_set>

#include "platform/linux/accessible_events.hpp"
#include "platform/linux/accessible_words.hpp"
#include "platform/linux/text_units.hpp"

namespace kindling {
namespace {

// ATK asks for the root through a function without a place for ours.
AtkObject* the_root = nullptr;
AtkObject* get_root() { return the_root; }
const gchar* get_toolkit_name() { return "Kindling"; }
const gchar* get_toolkit_version() { return "1"; }

guint (*atk_add_listener)(GSignalEmissionHook, const gchar*) = nullptr;
// The bridge listens to ATK's events only while there is a reader.
bool has_new_listener = false;
// It first tries names of events that only GTK 2 had, and ATK would complain about them on standard error.
guint add_listener(GSignalEmissionHook listener, const gchar* event) {
  has_new_listener = true;
  return std::strncmp(event, "window:", 7) == 0 ? 0 : atk_add_listener(listener, event);
}

void become_root(AtkObject* root) {
  the_root = root;
  auto* functions = static_cast<AtkUtilClass*>(g_type_class_ref(ATK_TYPE_UTIL));
  functions->get_root = get_root;
  functions->get_toolkit_name = get_toolkit_name;
  functions->get_toolkit_version = get_toolkit_version;
  if (functions->add_global_event_listener != add_listener) {
    atk_add_listener = functions->add_global_event_listener;
    functions->add_global_event_listener = add_listener;
  }
}

unsigned facets_for(const ui::Node& node) {
  unsigned facets = kComponent;
  if (!node.actions.empty()) facets |= kAction;
  if (node.editing) facets |= kText;
  if (node.range) facets |= kValue;
  if (node.role == ui::Role::window) facets |= kWindow;
  return facets;
}

ui::Node clean(ui::Node node) {
  node.name = valid_utf8(node.name);
  node.value = valid_utf8(node.value);
  node.hint = valid_utf8(node.hint);
  for (std::string& action : node.actions) action = valid_utf8(action);
  return node;
}

Spoken words_for(ui::Node node, AccessibleTree* tree, bool focused, bool active) {
  Spoken words;
  words.tree = tree;
  words.role = role_of(node);
  words.states = states_of(node, focused);
  if (node.role == ui::Role::window && active) words.states |= state_bit(ATK_STATE_ACTIVE);
  words.description = description_of(node);
  if (node.editing) {
    words.content = to_code_points(node.value);
    if (node.editing->secret) {
      // The tree promises bullets; a slip of it mustn't be spoken aloud.
      std::fill(words.content.begin(), words.content.end(), U'\u2022');
      node.value.clear();
    }
    words.awaited = words.content;
  }
  words.node = std::move(node);
  return words;
}

// The reference that the tree holds is kept until the events have been told.
void become_defunct(AtkObject* object) {
  Spoken& words = spoken(object);
  words.tree = nullptr;
  words.parent = nullptr;
  words.index = -1;
  words.children.clear();
  words.states = state_bit(ATK_STATE_DEFUNCT);
}

}  // namespace

AccessibleTree::AccessibleTree(const std::string& application_name, std::function<void(ui::Request)> ask)
    : ask_(std::move(ask)), root_(new_accessible(0)) {
  Spoken& words = spoken(root_);
  words.node.name = valid_utf8(application_name);
  words.role = ATK_ROLE_APPLICATION;
  words.states = state_bit(ATK_STATE_VISIBLE) | state_bit(ATK_STATE_SHOWING) | state_bit(ATK_STATE_ENABLED) |
                 state_bit(ATK_STATE_SENSITIVE);
  become_root(root_);
}

AccessibleTree::~AccessibleTree() {
  for (const auto& [id, object] : objects_) {
    become_defunct(object);
    g_object_unref(object);
  }
  become_defunct(root_);
  the_root = nullptr;
  g_object_unref(root_);
}

void AccessibleTree::show(ui::Tree tree, const ScreenReader::Window& window) {
  window_ = window;
  std::vector<AtkObject*> gone;
  const std::vector<Changed> changes = lay_out(std::move(tree), gone);
  tell(changes, gone);
  for (AtkObject* object : gone) g_object_unref(object);
}

void AccessibleTree::greet_listeners() const {
  if (!std::exchange(has_new_listener, false)) return;
  for (AtkObject* window : spoken(root_).children) {
    tell_window_opened(window);
    if (window_.active) tell_window_active(window, true);
  }
  for (const auto& [id, object] : objects_) {
    tell_states(object, 0, spoken(object).states, state_bit(ATK_STATE_FOCUSED));
  }
}

void AccessibleTree::close() {
  for (AtkObject* window : spoken(root_).children) tell_window_closed(window);
}

AtkObject* AccessibleTree::object_for(const ui::Node& node, std::vector<AtkObject*>& gone, bool& is_new) {
  const unsigned facets = facets_for(node);
  AtkObject*& object = objects_[node.id];
  is_new = object == nullptr || facets_of(object) != facets;
  if (is_new) {
    // What a node can do is part of its type: one that can do something else is another object.
    if (object != nullptr) gone.push_back(object);
    object = new_accessible(facets);
  }
  return object;
}

std::vector<AccessibleTree::Changed> AccessibleTree::lay_out(ui::Tree tree, std::vector<AtkObject*>& gone) {
  std::vector<Changed> changes;
  changes.reserve(tree.nodes.size() + 1);
  changes.push_back({root_, spoken(root_), false});
  spoken(root_).children.clear();

  std::vector<AtkObject*> laid(tree.nodes.size(), nullptr);
  std::unordered_set<ui::NodeId> seen;
  for (std::size_t index = 0; index < tree.nodes.size(); ++index) {
    const int parent_index = tree.nodes[index].parent;
    AtkObject* parent = parent_index < 0 ? root_ : laid[static_cast<std::size_t>(parent_index)];
    // A node that comes twice is spoken once.
    if (parent == nullptr || !seen.insert(tree.nodes[index].id).second) continue;
    bool is_new = false;
    AtkObject* object = object_for(tree.nodes[index], gone, is_new);
    laid[index] = object;
    const bool focused = tree.focus != 0 && tree.nodes[index].id == tree.focus;
    Spoken words = words_for(clean(std::move(tree.nodes[index])), this, focused, window_.active);
    words.parent = parent;
    words.index = static_cast<int>(spoken(parent).children.size());
    spoken(parent).children.push_back(object);
    std::swap(spoken(object), words);
    changes.push_back({object, std::move(words), is_new});
  }

  std::erase_if(objects_, [&](const auto& entry) {
    if (seen.contains(entry.first)) return false;
    gone.push_back(entry.second);
    return true;
  });
  for (AtkObject* object : gone) become_defunct(object);
  return changes;
}

void AccessibleTree::tell(const std::vector<Changed>& changes, const std::vector<AtkObject*>& gone) {
  constexpr std::uint64_t kFocus = state_bit(ATK_STATE_FOCUSED), kActive = state_bit(ATK_STATE_ACTIVE);
  constexpr std::uint64_t kSpecial = kFocus | kActive;
  // Readers follow the focus: it leaves before what it was on goes, and comes once all else is in place.
  for (const Changed& change : changes) {
    if (!change.is_new) {
      tell_states(change.object, change.before.states, change.before.states & spoken(change.object).states, kFocus);
    }
  }
  for (const Changed& change : changes) {
    if (!change.is_new) tell_children(change.object, change.before.children);
  }
  for (AtkObject* object : gone) atk_object_notify_state_change(object, ATK_STATE_DEFUNCT, TRUE);
  for (const Changed& change : changes) {
    const Spoken& now = spoken(change.object);
    const bool is_active = (now.states & kActive) != 0;
    if (change.is_new) {
      // Of what is new, readers ask by themselves, once they know that it is there.
      if (now.node.role == ui::Role::status) tell_states(change.object, 0, now.states, state_bit(ATK_STATE_SHOWING));
      if (now.node.role != ui::Role::window) continue;
      tell_window_opened(change.object);
      if (is_active) tell_window_active(change.object, true);
      continue;
    }
    tell_states(change.object, change.before.states, now.states, ~kSpecial);
    tell_words(change.object, change.before);
    if (is_active != ((change.before.states & kActive) != 0)) tell_window_active(change.object, is_active);
  }
  for (const Changed& change : changes) {
    const std::uint64_t before = change.is_new ? 0 : change.before.states & kFocus;
    const std::uint64_t now = spoken(change.object).states & kFocus;
    tell_states(change.object, before, before | now, kFocus);
  }
}

}  // namespace kindling
