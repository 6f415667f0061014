// AtkText and AtkEditableText: a text field, read and edited. Of a secret field only bullets are known.
#include <algorithm>
#include <utility>

#include "platform/linux/accessible_object.hpp"
#include "platform/linux/text_units.hpp"

namespace kindling {
namespace {

// An offset as ATK gives it, where `negative` (the end, or the beginning) stands for what is below 0.
std::size_t clamp_offset(void* object, gint offset, bool negative_is_end) {
  const std::size_t size = spoken(object).content.size();
  if (offset < 0) return negative_is_end ? size : 0;
  return std::min(static_cast<std::size_t>(offset), size);
}

ui::Editing editing_of(void* object) {
  ui::Editing editing = spoken(object).node.editing.value_or(ui::Editing{});
  const std::size_t size = spoken(object).content.size();
  editing.caret = std::min(editing.caret, size);
  editing.selection = std::min(editing.selection, size);
  return editing;
}

gchar* copy(void* object, TextRange range) {
  const std::u32string_view content = spoken(object).content;
  if (range.end <= range.start) return g_strdup("");
  return g_strdup(to_utf8(content.substr(range.start, range.end - range.start)).c_str());
}

gchar* give(void* object, TextRange range, gint* start, gint* end) {
  *start = static_cast<gint>(range.start);
  *end = static_cast<gint>(range.end);
  return copy(object, range);
}

gchar* get_text(AtkText* text, gint start, gint end) {
  return copy(text, {clamp_offset(text, start, false), clamp_offset(text, end, true)});
}

gunichar get_character_at_offset(AtkText* text, gint offset) {
  const std::u32string& content = spoken(text).content;
  if (offset < 0 || static_cast<std::size_t>(offset) >= content.size()) return 0;
  return content[static_cast<std::size_t>(offset)];
}

gint get_character_count(AtkText* text) { return static_cast<gint>(spoken(text).content.size()); }
gint get_caret_offset(AtkText* text) { return static_cast<gint>(editing_of(text).caret); }

gchar* get_string_at_offset(AtkText* text, gint offset, AtkTextGranularity granularity, gint* start, gint* end) {
  TextUnit unit = TextUnit::line;
  if (granularity == ATK_TEXT_GRANULARITY_CHAR) unit = TextUnit::character;
  if (granularity == ATK_TEXT_GRANULARITY_WORD) unit = TextUnit::word;
  if (granularity == ATK_TEXT_GRANULARITY_SENTENCE) unit = TextUnit::sentence;
  return give(text, unit_at(spoken(text).content, clamp_offset(text, offset, true), unit, UnitEdge::start), start, end);
}

struct Cut {
  TextUnit unit;
  UnitEdge edge;
};

Cut cut_of(AtkTextBoundary boundary) {
  switch (boundary) {
    case ATK_TEXT_BOUNDARY_CHAR: return {TextUnit::character, UnitEdge::start};
    case ATK_TEXT_BOUNDARY_WORD_START: return {TextUnit::word, UnitEdge::start};
    case ATK_TEXT_BOUNDARY_WORD_END: return {TextUnit::word, UnitEdge::end};
    case ATK_TEXT_BOUNDARY_SENTENCE_START: return {TextUnit::sentence, UnitEdge::start};
    case ATK_TEXT_BOUNDARY_SENTENCE_END: return {TextUnit::sentence, UnitEdge::end};
    case ATK_TEXT_BOUNDARY_LINE_START: return {TextUnit::line, UnitEdge::start};
    case ATK_TEXT_BOUNDARY_LINE_END: return {TextUnit::line, UnitEdge::end};
  }
  return {TextUnit::character, UnitEdge::start};
}

// ATK's older way to ask, which Orca still used in 2023.
TextRange range_at(void* object, gint offset, AtkTextBoundary boundary) {
  const Cut cut = cut_of(boundary);
  return unit_at(spoken(object).content, clamp_offset(object, offset, true), cut.unit, cut.edge);
}

gchar* get_text_at_offset(AtkText* text, gint offset, AtkTextBoundary boundary, gint* start, gint* end) {
  return give(text, range_at(text, offset, boundary), start, end);
}

gchar* get_text_before_offset(AtkText* text, gint offset, AtkTextBoundary boundary, gint* start, gint* end) {
  const TextRange here = range_at(text, offset, boundary);
  if (here.start == 0) return give(text, {}, start, end);
  return give(text, range_at(text, static_cast<gint>(here.start) - 1, boundary), start, end);
}

gchar* get_text_after_offset(AtkText* text, gint offset, AtkTextBoundary boundary, gint* start, gint* end) {
  const TextRange here = range_at(text, offset, boundary);
  const std::size_t size = spoken(text).content.size();
  if (here.end >= size) return give(text, {size, size}, start, end);
  return give(text, range_at(text, static_cast<gint>(here.end), boundary), start, end);
}

gint get_n_selections(AtkText* text) {
  const ui::Editing editing = editing_of(text);
  return editing.caret == editing.selection ? 0 : 1;
}

gchar* get_selection(AtkText* text, gint number, gint* start, gint* end) {
  if (number != 0 || get_n_selections(text) == 0) {
    *start = *end = 0;
    return nullptr;
  }
  const auto [first, last] = std::minmax({editing_of(text).caret, editing_of(text).selection});
  return give(text, {first, last}, start, end);
}

gboolean ask_caret(void* object, std::size_t selection, std::size_t caret) {
  ui::Request request;
  request.kind = ui::Request::Kind::set_caret;
  request.selection = selection;
  request.caret = caret;
  return ask(object, std::move(request)) ? TRUE : FALSE;
}

gboolean set_selection(AtkText* text, gint number, gint start, gint end) {
  if (number != 0) return FALSE;
  return ask_caret(text, clamp_offset(text, start, false), clamp_offset(text, end, true));
}

gboolean add_selection(AtkText* text, gint start, gint end) {
  return get_n_selections(text) == 0 ? set_selection(text, 0, start, end) : FALSE;
}

gboolean remove_selection(AtkText* text, gint number) {
  if (number != 0 || get_n_selections(text) == 0) return FALSE;
  return ask_caret(text, editing_of(text).caret, editing_of(text).caret);
}

gboolean set_caret_offset(AtkText* text, gint offset) {
  const std::size_t caret = clamp_offset(text, offset, true);
  return ask_caret(text, caret, caret);
}

// Where single characters are isn't in the tree: the field's box stands for each of them.
void get_character_extents(AtkText* text, gint /*offset*/, gint* x, gint* y, gint* width, gint* height,
                           AtkCoordType coordinates) {
  const Extents extents = extents_of(text, coordinates);
  *x = extents.x;
  *y = extents.y;
  *width = extents.width;
  *height = extents.height;
}

void get_range_extents(AtkText* text, gint /*start*/, gint /*end*/, AtkCoordType coordinates, AtkTextRectangle* box) {
  const Extents extents = extents_of(text, coordinates);
  *box = {extents.x, extents.y, extents.width, extents.height};
}

gint get_offset_at_point(AtkText* /*text*/, gint /*x*/, gint /*y*/, AtkCoordType /*coordinates*/) { return -1; }

AtkAttributeSet* get_run_attributes(AtkText* text, gint /*offset*/, gint* start, gint* end) {
  *start = 0;
  *end = get_character_count(text);
  return nullptr;
}

AtkAttributeSet* get_default_attributes(AtkText* /*text*/) { return nullptr; }

gboolean scroll_substring_to(AtkText* text, gint /*start*/, gint /*end*/, AtkScrollType /*type*/) {
  ui::Request request;
  request.kind = ui::Request::Kind::show;
  return ask(text, std::move(request)) ? TRUE : FALSE;
}

bool ask_text(void* object, std::u32string content) {
  Spoken& words = spoken(object);
  ui::Request request;
  request.kind = ui::Request::Kind::set_text;
  request.text = to_utf8(content);
  words.awaited = std::move(content);
  return ask(object, std::move(request));
}

// A secret can be replaced but not edited: its bullets would go into it.
bool can_splice(void* object) { return !editing_of(object).secret || spoken(object).awaited.empty(); }

void set_text_contents(AtkEditableText* text, const gchar* content) {
  if (content != nullptr) ask_text(text, to_code_points(content));
}

// `length` is bytes to GTK and characters to some readers. A length of the whole text is at least its characters
// either way, and a part of a text is hardly ever sent.
void insert_text(AtkEditableText* text, const gchar* added, gint length, gint* position) {
  if (added == nullptr || position == nullptr || !can_splice(text)) return;
  std::u32string points = to_code_points(added);
  if (length >= 0) points.resize(std::min(points.size(), static_cast<std::size_t>(length)));
  std::u32string content = spoken(text).awaited;
  const std::size_t at = *position < 0 ? content.size() : std::min(static_cast<std::size_t>(*position), content.size());
  content.insert(at, points);
  *position = static_cast<gint>(at + points.size());
  ask_text(text, std::move(content));
}

void delete_text(AtkEditableText* text, gint start, gint end) {
  std::u32string content = spoken(text).awaited;
  const std::size_t first = std::min(static_cast<std::size_t>(std::max(start, 0)), content.size());
  const std::size_t last = end < 0 ? content.size() : std::min(static_cast<std::size_t>(end), content.size());
  const bool whole = first == 0 && last == content.size();
  if (last <= first || (!can_splice(text) && !whole)) return;
  content.erase(first, last - first);
  ask_text(text, std::move(content));
}

}  // namespace

void fill_text(void* interface, void* /*data*/) {
  auto* functions = static_cast<AtkTextIface*>(interface);
  functions->get_text = get_text;
  functions->get_character_at_offset = get_character_at_offset;
  functions->get_character_count = get_character_count;
  functions->get_caret_offset = get_caret_offset;
  functions->get_string_at_offset = get_string_at_offset;
  functions->get_text_at_offset = get_text_at_offset;
  functions->get_text_before_offset = get_text_before_offset;
  functions->get_text_after_offset = get_text_after_offset;
  functions->get_n_selections = get_n_selections;
  functions->get_selection = get_selection;
  functions->set_selection = set_selection;
  functions->add_selection = add_selection;
  functions->remove_selection = remove_selection;
  functions->set_caret_offset = set_caret_offset;
  functions->get_character_extents = get_character_extents;
  functions->get_range_extents = get_range_extents;
  functions->get_offset_at_point = get_offset_at_point;
  functions->get_run_attributes = get_run_attributes;
  functions->get_default_attributes = get_default_attributes;
  functions->scroll_substring_to = scroll_substring_to;
}

void fill_editable_text(void* interface, void* /*data*/) {
  auto* functions = static_cast<AtkEditableTextIface*>(interface);
  functions->set_text_contents = set_text_contents;
  functions->insert_text = insert_text;
  functions->delete_text = delete_text;
}

}  // namespace kindling
