#include "app/screens/search.hpp"

#include <utility>

#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr double kPause = 0.3;  // seconds without a letter
constexpr std::size_t kLeastLetters = 2;
constexpr std::size_t kMostLines = 200;

bool long_enough(const std::string& text) { return count_characters(text) >= kLeastLetters; }

void write_query(Stage& stage, SearchDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (!std::exchange(draft.entered, true)) ui.set_focus(ui.id("query"));
  const auto event = ui::text_field(
      ui, "query", draft.query,
      {.label = ui.tr("Search"), .placeholder = ui.tr("A word, or several"), .limit = 100, .show_label = false});
  if (event == ui::FieldEvent::changed) {
    draft.waiting = true;
    draft.written_at = ui.time();
  }
  if (event == ui::FieldEvent::entered) {
    draft.waiting = true;
    draft.written_at = ui.time() - kPause;
  }
  if (!draft.waiting) return;
  const double left = draft.written_at + kPause - ui.time();
  if (left > 0) {
    ui.wake_in(left);
    return;
  }
  draft.waiting = false;
  draft.wanted = long_enough(draft.query.text()) ? draft.query.text() : std::string();
  stage.out.emplace_back(Refresh{});
}

void draw_middle(ui::Ui& ui, Icon icon, std::string_view title, std::string_view text) {
  ui.space(32);
  const float disc = ui.dp(44);
  const ui::Box box = ui.take(2 * disc);
  const float x = (box.left + box.right) / 2;
  ui.paint().circle(x, box.top + disc, disc, ui.theme().none.tint);
  ui.paint().icon(icon, x, box.top + disc, ui.dp(40), ui.theme().none.strong);
  ui.space(16);
  ui::paragraph(ui, title, Face::heading, ui.theme().ink, ui::Align::centre);
  ui.space(6);
  ui::paragraph(ui, text, Face::body, ui.theme().soft_ink, ui::Align::centre);
}

void draw_hits(Stage& stage, const SearchModel& view) {
  ui::Ui& ui = stage.ui;
  ui::note(ui, ui.tr.count(static_cast<std::int64_t>(view.lines.size()), "{n} found", "{n} found"));
  ui.space(10);
  for (std::size_t i = 0; i < view.lines.size(); ++i) {
    const SearchLine& line = view.lines[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{
        .icon = line.look.icon, .hue = line.look.hue, .title = line.title, .subtitle = line.subtitle, .arrow = true};
    if (ui::row(ui, line.id, look) == ui::RowEvent::pressed) stage.out.push_back(line.way);
  }
  if (!view.more) return;
  ui.space(14);
  ui::note(ui, ui.tr("There is more. Another word narrows it."));
}

std::string found_in(const ui::Strings& tr, const SearchHit& hit) {
  const std::string kind(kind_words(tr, hit.subject.kind));
  if (hit.field == "note" || hit.field == "need") return tr("{kind}, in its note", {{"kind", kind}});
  if (hit.field == "cue") return tr("{kind}, in its cue", {{"kind", kind}});
  if (hit.field == "steps") return tr("{kind}, in its steps", {{"kind", kind}});
  if (hit.field == "tasks") return tr("{kind}, in its tasks", {{"kind", kind}});
  if (hit.field == "place") return tr("{kind}, in its place", {{"kind", kind}});
  return kind;
}

}  // namespace

Result<SearchModel> read_search(Kindling& home, const Format& format, const std::string& query) {
  SearchModel model;
  model.query = query;
  if (query.empty()) return model;
  auto hits = home.search().search(query, kMostLines + 1);
  if (!hits) {
    // Blanks alone are nothing to search for.
    if (hits.error().code != ErrorCode::invalid) return hits.error();
    model.query.clear();
    return model;
  }
  for (const SearchHit& hit : *hits) {
    auto way = opening(home, hit.subject);
    if (!way) continue;
    if (model.lines.size() == kMostLines) {
      model.more = true;
      break;
    }
    model.lines.push_back(
        {to_string(hit.subject.id), std::move(*way), hit.title, found_in(format.tr(), hit), look_of(hit.subject.kind)});
  }
  return model;
}

void draw_search(Stage& wide, const SearchModel& view, SearchDraft& draft) {
  Stage stage = wide;
  stage.wide = false;
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "search", draft.scroll, {.title = ui.tr("Search")});
  write_query(stage, draft);
  ui.space(14);
  const bool searching = long_enough(draft.query.text()) && (draft.waiting || draft.wanted != view.query);
  if (searching) {
    draw_middle(ui, Icon::magnifying_glass, ui.tr("Searching"), ui.tr("In everything you wrote, on this device."));
  } else if (view.query.empty() || draft.query.empty()) {
    draw_middle(ui, Icon::magnifying_glass, ui.tr("What are you looking for?"),
                ui.tr("Reminders, rituals, dates, memories, notes and answers: two letters are enough."));
  } else if (view.lines.empty()) {
    if (ui::empty_state(ui, "none", Icon::magnifying_glass, ui::Step::none, ui.tr("Nothing has these words"),
                        ui.tr("Fewer words, or shorter ones, find more."), ui.tr("Search for something else"))) {
      draft.query.set({});
      draft.wanted.clear();
      draft.entered = false;
      stage.out.emplace_back(Refresh{});
    }
  } else {
    draw_hits(stage, view);
  }
}

Result<void> SearchScreen::read(Kindling& home, const Format& format) {
  auto view = read_search(home, format, draft_.wanted);
  if (!view) return view.error();
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
