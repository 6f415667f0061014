#include "platform/linux/accessible_words.hpp"

namespace kindling {

AtkRole role_of(const ui::Node& node) noexcept {
  switch (node.role) {
    case ui::Role::window: return ATK_ROLE_FRAME;
    case ui::Role::group: return ATK_ROLE_PANEL;
    case ui::Role::heading: return ATK_ROLE_HEADING;
    case ui::Role::text: return ATK_ROLE_LABEL;
    case ui::Role::image: return ATK_ROLE_IMAGE;
    case ui::Role::button: return ATK_ROLE_PUSH_BUTTON;
    case ui::Role::toggle: return ATK_ROLE_TOGGLE_BUTTON;
    case ui::Role::checkbox: return ATK_ROLE_CHECK_BOX;
    case ui::Role::radio: return ATK_ROLE_RADIO_BUTTON;
    case ui::Role::tab: return ATK_ROLE_PAGE_TAB;
    case ui::Role::list: return ATK_ROLE_LIST;
    case ui::Role::list_item: return ATK_ROLE_LIST_ITEM;
    case ui::Role::slider: return ATK_ROLE_SLIDER;
    case ui::Role::text_field:
      if (node.editing && node.editing->secret) return ATK_ROLE_PASSWORD_TEXT;
      return node.editing && node.editing->multiline ? ATK_ROLE_TEXT : ATK_ROLE_ENTRY;
    case ui::Role::progress: return ATK_ROLE_PROGRESS_BAR;
    // Not a table: readers ask a table for rows and cells, of which a node knows nothing.
    case ui::Role::grid: return ATK_ROLE_PANEL;
    case ui::Role::dialog: return ATK_ROLE_DIALOG;
    // Orca says a notification when it begins to show, in all of its versions; status bars it passes over.
    case ui::Role::status: return ATK_ROLE_NOTIFICATION;
  }
  return ATK_ROLE_UNKNOWN;
}

std::uint64_t states_of(const ui::Node& node, bool focused) noexcept {
  std::uint64_t states = state_bit(ATK_STATE_VISIBLE);
  const auto set = [&states](AtkStateType state, bool holds) {
    if (holds) states |= state_bit(state);
  };
  set(ATK_STATE_SHOWING, node.visible);
  set(ATK_STATE_ENABLED, node.enabled);
  set(ATK_STATE_SENSITIVE, node.enabled);
  set(ATK_STATE_FOCUSABLE, node.focusable);
  set(ATK_STATE_FOCUSED, focused);
  set(ATK_STATE_MODAL, node.modal);
  set(ATK_STATE_CHECKABLE, node.checked.has_value());
  set(ATK_STATE_CHECKED, node.checked.value_or(false));
  set(ATK_STATE_SELECTABLE, node.selected.has_value());
  set(ATK_STATE_SELECTED, node.selected.value_or(false));
  set(ATK_STATE_EXPANDABLE, node.expanded.has_value());
  set(ATK_STATE_EXPANDED, node.expanded.value_or(false));
  set(ATK_STATE_COLLAPSED, !node.expanded.value_or(true));
  set(ATK_STATE_HORIZONTAL, node.role == ui::Role::slider || node.role == ui::Role::progress);
  if (node.editing) {
    set(ATK_STATE_EDITABLE, node.enabled);
    set(ATK_STATE_SELECTABLE_TEXT, true);
    set(node.editing->multiline ? ATK_STATE_MULTI_LINE : ATK_STATE_SINGLE_LINE, true);
  }
  return states;
}

std::string description_of(const ui::Node& node) {
  std::string description;
  if (!node.editing && !node.range) description = node.value;
  if (!description.empty() && !node.hint.empty()) description += ". ";
  return description + node.hint;
}

std::vector<std::pair<std::string, std::string>> attributes_of(const ui::Node& node) {
  std::vector<std::pair<std::string, std::string>> attributes{{"toolkit", "Kindling"}};
  if (node.level > 0) attributes.emplace_back("level", std::to_string(node.level));
  if (node.range && !node.value.empty()) attributes.emplace_back("valuetext", node.value);
  if (node.role == ui::Role::toggle || node.role == ui::Role::grid) {
    attributes.emplace_back("xml-roles", ui::aria_name(node.role));
  }
  if (node.role == ui::Role::status) attributes.emplace_back("live", "polite");
  return attributes;
}

}  // namespace kindling
