#include "platform/linux/accessible_events.hpp"

#include <algorithm>

#include "platform/linux/accessible_words.hpp"
#include "platform/linux/text_units.hpp"

namespace kindling {
namespace {

void notify(AtkObject* object, const char* property) { g_object_notify(reinterpret_cast<GObject*>(object), property); }

// REQUIRES: start < end.
void tell_text(AtkObject* object, const char* signal, const std::u32string& content, std::size_t start,
               std::size_t end) {
  const std::string piece = to_utf8(std::u32string_view(content).substr(start, end - start));
  g_signal_emit_by_name(object, signal, static_cast<gint>(start), static_cast<gint>(end - start), piece.c_str());
}

void tell_editing(AtkObject* object, const Spoken& before, const Spoken& now) {
  const TextChange change = find_change(before.content, now.content);
  if (change.before_end > change.start) {
    tell_text(object, "text-remove", before.content, change.start, change.before_end);
  }
  if (change.after_end > change.start) tell_text(object, "text-insert", now.content, change.start, change.after_end);
  const ui::Editing was = before.node.editing.value_or(ui::Editing{}), is = now.node.editing.value_or(ui::Editing{});
  if (was.caret != is.caret) g_signal_emit_by_name(object, "text-caret-moved", static_cast<gint>(is.caret));
  const bool had = was.caret != was.selection, has = is.caret != is.selection;
  if (had != has || (has && (was.caret != is.caret || was.selection != is.selection))) {
    g_signal_emit_by_name(object, "text-selection-changed");
  }
}

void tell_child(AtkObject* object, const char* signal, std::size_t index, AtkObject* child) {
  g_signal_emit_by_name(object, signal, static_cast<guint>(index), child);
}

}  // namespace

void tell_states(AtkObject* object, std::uint64_t before, std::uint64_t after, std::uint64_t mask) {
  const std::uint64_t changed = (before ^ after) & mask;
  for (int state = 0; state < 64; ++state) {
    if (((changed >> state) & 1U) == 0) continue;
    const gboolean holds = ((after >> state) & 1U) != 0 ? TRUE : FALSE;
    atk_object_notify_state_change(object, static_cast<AtkState>(state), holds);
  }
}

void tell_words(AtkObject* object, const Spoken& before) {
  const Spoken& now = spoken(object);
  if (now.node.name != before.node.name) {
    notify(object, "accessible-name");
    // A toast with another text is another toast, and said anew.
    if (now.node.role == ui::Role::status && now.node.visible) {
      atk_object_notify_state_change(object, ATK_STATE_SHOWING, TRUE);
    }
  }
  if (now.description != before.description) notify(object, "accessible-description");
  if (now.role != before.role) notify(object, "accessible-role");
  if (now.node.editing) tell_editing(object, before, now);
  if (now.node.range &&
      (!before.node.range || now.node.range->now != before.node.range->now || now.node.value != before.node.value)) {
    notify(object, "accessible-value");
  }
}

void tell_children(AtkObject* object, std::vector<AtkObject*> before) {
  const std::vector<AtkObject*> now = spoken(object).children;
  if (before == now) return;
  const auto is_in = [](const std::vector<AtkObject*>& list, AtkObject* child) {
    return std::find(list.begin(), list.end(), child) != list.end();
  };
  for (std::size_t index = before.size(); index-- > 0;) {
    if (is_in(now, before[index])) continue;
    tell_child(object, "children-changed::remove", index, before[index]);
    before.erase(before.begin() + static_cast<std::ptrdiff_t>(index));
  }
  for (std::size_t index = 0; index < now.size(); ++index) {
    if (index < before.size() && before[index] == now[index]) continue;
    if (const auto found = std::find(before.begin(), before.end(), now[index]); found != before.end()) {
      tell_child(object, "children-changed::remove", static_cast<std::size_t>(found - before.begin()), now[index]);
      before.erase(found);
    }
    tell_child(object, "children-changed::add", index, now[index]);
    before.insert(before.begin() + static_cast<std::ptrdiff_t>(index), now[index]);
  }
}

void tell_window_opened(AtkObject* window) { g_signal_emit_by_name(window, "create"); }

void tell_window_closed(AtkObject* window) { g_signal_emit_by_name(window, "destroy"); }

void tell_window_active(AtkObject* window, bool active) {
  atk_object_notify_state_change(window, ATK_STATE_ACTIVE, active ? TRUE : FALSE);
  g_signal_emit_by_name(window, active ? "activate" : "deactivate");
}

}  // namespace kindling
