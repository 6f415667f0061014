#include "platform/linux/accessible_object.hpp"

#include <array>
#include <string>
#include <utility>

#include "platform/linux/accessible_tree.hpp"
#include "platform/linux/accessible_words.hpp"

namespace kindling {
namespace {

struct Accessible {
  AtkObject base;
  Spoken* words;
};

AtkObjectClass* parent_class = nullptr;

const gchar* get_name(AtkObject* object) { return spoken(object).node.name.c_str(); }
const gchar* get_description(AtkObject* object) { return spoken(object).description.c_str(); }
AtkObject* get_parent(AtkObject* object) { return spoken(object).parent; }
gint get_n_children(AtkObject* object) { return static_cast<gint>(spoken(object).children.size()); }
gint get_index_in_parent(AtkObject* object) { return spoken(object).index; }
AtkRole get_role(AtkObject* object) { return spoken(object).role; }

AtkObject* ref_child(AtkObject* object, gint index) {
  const std::vector<AtkObject*>& children = spoken(object).children;
  if (index < 0 || static_cast<std::size_t>(index) >= children.size()) return nullptr;
  AtkObject* child = children[static_cast<std::size_t>(index)];
  g_object_ref(child);
  return child;
}

AtkStateSet* ref_state_set(AtkObject* object) {
  AtkStateSet* set = atk_state_set_new();
  const std::uint64_t states = spoken(object).states;
  for (int state = 0; state < 64; ++state) {
    if (((states >> state) & 1U) != 0) atk_state_set_add_state(set, static_cast<AtkStateType>(state));
  }
  return set;
}

AtkAttributeSet* get_attributes(AtkObject* object) {
  GSList* attributes = nullptr;
  for (const auto& [name, value] : attributes_of(spoken(object).node)) {
    auto* attribute = static_cast<AtkAttribute*>(g_malloc(sizeof(AtkAttribute)));
    attribute->name = g_strdup(name.c_str());
    attribute->value = g_strdup(value.c_str());
    attributes = g_slist_prepend(attributes, attribute);
  }
  return attributes;
}

void finalize(GObject* object) {
  delete reinterpret_cast<Accessible*>(object)->words;
  reinterpret_cast<GObjectClass*>(parent_class)->finalize(object);
}

void init_class(void* table, void* /*data*/) {
  parent_class = static_cast<AtkObjectClass*>(g_type_class_peek_parent(table));
  static_cast<GObjectClass*>(table)->finalize = finalize;
  auto* functions = static_cast<AtkObjectClass*>(table);
  functions->get_name = get_name;
  functions->get_description = get_description;
  functions->get_parent = get_parent;
  functions->get_n_children = get_n_children;
  functions->ref_child = ref_child;
  functions->get_index_in_parent = get_index_in_parent;
  functions->get_role = get_role;
  functions->ref_state_set = ref_state_set;
  functions->get_attributes = get_attributes;
}

void init_instance(GTypeInstance* instance, void* /*table*/) {
  reinterpret_cast<Accessible*>(instance)->words = new Spoken;
}

GType base_type() {
  static const GType kType = [] {
    GTypeInfo info{};
    info.class_size = sizeof(AtkObjectClass);
    info.class_init = init_class;
    info.instance_size = sizeof(Accessible);
    info.instance_init = init_instance;
    return g_type_register_static(ATK_TYPE_OBJECT, "KindlingAccessible", &info, G_TYPE_FLAG_NONE);
  }();
  return kType;
}

void add_interface(GType type, GType interface, GInterfaceInitFunc fill) {
  const GInterfaceInfo info{fill, nullptr, nullptr};
  g_type_add_interface_static(type, interface, &info);
}

constexpr std::size_t kTypes = 32;  // every set of facets

GType type_with(unsigned facets) {
  static std::array<GType, kTypes> types{};
  GType& type = types[facets];
  if (type != 0) return type;
  GTypeInfo info{};
  info.class_size = sizeof(AtkObjectClass);
  info.instance_size = sizeof(Accessible);
  const std::string name = "KindlingAccessible" + std::to_string(facets);
  type = g_type_register_static(base_type(), name.c_str(), &info, G_TYPE_FLAG_NONE);
  if ((facets & kComponent) != 0) add_interface(type, ATK_TYPE_COMPONENT, fill_component);
  if ((facets & kAction) != 0) add_interface(type, ATK_TYPE_ACTION, fill_action);
  if ((facets & kText) != 0) {
    add_interface(type, ATK_TYPE_TEXT, fill_text);
    add_interface(type, ATK_TYPE_EDITABLE_TEXT, fill_editable_text);
  }
  if ((facets & kValue) != 0) add_interface(type, ATK_TYPE_VALUE, fill_value);
  if ((facets & kWindow) != 0) add_interface(type, ATK_TYPE_WINDOW, nullptr);
  return type;
}

}  // namespace

AtkObject* new_accessible(unsigned facets) { return static_cast<AtkObject*>(g_object_new(type_with(facets), nullptr)); }

unsigned facets_of(AtkObject* object) {
  const GType type = G_OBJECT_TYPE(object);
  unsigned facets = 0;
  if (g_type_is_a(type, ATK_TYPE_COMPONENT) != 0) facets |= kComponent;
  if (g_type_is_a(type, ATK_TYPE_ACTION) != 0) facets |= kAction;
  if (g_type_is_a(type, ATK_TYPE_TEXT) != 0) facets |= kText;
  if (g_type_is_a(type, ATK_TYPE_VALUE) != 0) facets |= kValue;
  if (g_type_is_a(type, ATK_TYPE_WINDOW) != 0) facets |= kWindow;
  return facets;
}

Spoken& spoken(void* object) noexcept { return *static_cast<Accessible*>(object)->words; }

bool ask(void* object, ui::Request request) {
  const Spoken& words = spoken(object);
  if (words.tree == nullptr || !words.node.enabled) return false;
  request.node = words.node.id;
  words.tree->ask(std::move(request));
  return true;
}

}  // namespace kindling
