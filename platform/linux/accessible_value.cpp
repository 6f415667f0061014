// AtkValue: what has a range. Only a slider's number can be set.
#include <algorithm>
#include <cmath>
#include <utility>

#include "platform/linux/accessible_object.hpp"

namespace kindling {
namespace {

ui::Range range_of(void* object) { return spoken(object).node.range.value_or(ui::Range{}); }

// The words are the attribute "valuetext", which is where readers look first; the bridge (2.46) would leak them here
// with each reading of the number.
void get_value_and_text(AtkValue* value, gdouble* number, gchar** text) {
  if (number != nullptr) *number = range_of(value).now;
  if (text != nullptr) *text = nullptr;
}

AtkRange* get_range(AtkValue* value) {
  const ui::Range range = range_of(value);
  return atk_range_new(range.least, range.most, nullptr);
}

gdouble get_increment(AtkValue* value) { return range_of(value).step; }

bool ask_number(void* object, double number) {
  const ui::Range range = range_of(object);
  const bool can_be_set = spoken(object).node.role != ui::Role::progress && range.least <= range.most;
  if (!can_be_set || !std::isfinite(number)) return false;
  ui::Request request;
  request.kind = ui::Request::Kind::set_number;
  request.number = std::clamp(number, range.least, range.most);
  return ask(object, std::move(request));
}

void set_value(AtkValue* value, gdouble number) { ask_number(value, number); }

void put(GValue* out, double number) {
  g_value_init(out, G_TYPE_DOUBLE);
  g_value_set_double(out, number);
}

// ATK's older half, which its own notify("accessible-value") still reads.
void get_current_value(AtkValue* value, GValue* out) { put(out, range_of(value).now); }
void get_minimum_value(AtkValue* value, GValue* out) { put(out, range_of(value).least); }
void get_maximum_value(AtkValue* value, GValue* out) { put(out, range_of(value).most); }
void get_minimum_increment(AtkValue* value, GValue* out) { put(out, range_of(value).step); }
gboolean set_current_value(AtkValue* value, const GValue* number) {
  if (!G_VALUE_HOLDS_DOUBLE(number)) return FALSE;
  return ask_number(value, g_value_get_double(number)) ? TRUE : FALSE;
}

}  // namespace

void fill_value(void* interface, void* /*data*/) {
  auto* functions = static_cast<AtkValueIface*>(interface);
  functions->get_value_and_text = get_value_and_text;
  functions->get_range = get_range;
  functions->get_increment = get_increment;
  functions->set_value = set_value;
  functions->get_current_value = get_current_value;
  functions->get_minimum_value = get_minimum_value;
  functions->get_maximum_value = get_maximum_value;
  functions->get_minimum_increment = get_minimum_increment;
  functions->set_current_value = set_current_value;
}

}  // namespace kindling
