#include "app/screens/therapist_page.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/form.hpp"
#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::size_t kAtOnce = 12;
constexpr std::size_t kMostPath = 1000;

PageChoice choice_of(const TherapistPageDraft& draft) { return {draft.chosen, draft.notes.text()}; }

void draw_entries(Stage& stage, const TherapistPageModel& view, TherapistPageDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  const ui::Card card(ui, "entries", tr("What goes on it"));
  ui::heading(ui, tr("What goes on it"));
  ui.space(4);
  ui::note(ui, tr("Nothing does unless you switch it on."));
  ui.space(12);
  {
    const std::array<std::string_view, kPageKinds.size()> labels{tr("Check-ins"), tr("Memories"), tr("Appreciation"),
                                                                 tr("Answers")};
    ui::Chips chips(ui, "kind", tr("Which entries"));
    for (std::size_t i = 0; i < kPageKinds.size(); ++i) {
      if (!chips.chip(traits_of(kPageKinds[i])->name, labels[i], draft.kind == i, ui::Step::feel)) continue;
      draft.kind = i;
      draft.limit = kAtOnce;
      draft.stale = true;
    }
  }
  ui.space(8);
  if (view.lines.empty()) ui::note(ui, tr("There are none of these yet."));
  for (const PageLine& line : view.lines) {
    const auto found = std::find(draft.chosen.begin(), draft.chosen.end(), line.entry.ref);
    bool on = found != draft.chosen.end();
    if (!ui::toggle(ui, line.id, line.title, line.hint, on)) continue;
    if (on) draft.chosen.push_back(line.entry.ref);
    if (!on && found != draft.chosen.end()) draft.chosen.erase(found);
    draft.stale = true;
  }
  if (!view.more) return;
  if (ui::link(ui, "older", tr("Show older ones"), ui::Step::feel)) {
    draft.limit += kAtOnce;
    draft.stale = true;
  }
}

void draw_notes(Stage& stage, TherapistPageDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "own", ui.tr("Notes of your own"));
  const auto event = ui::text_field(ui, "notes", draft.notes,
                                    {.label = ui.tr("Notes of your own"),
                                     .placeholder = ui.tr("What you would like to say, or to ask"),
                                     .lines = 4,
                                     .limit = kNoteLimit});
  if (event == ui::FieldEvent::changed) draft.stale = true;
}

void draw_preview(Stage& stage, const TherapistPageModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "preview", ui.tr("Exactly what is written"));
  ui::heading(ui, ui.tr("Exactly what is written"));
  ui.space(10);
  if (view.preview.empty()) {
    ui::note(ui, view.problem.empty() ? ui.tr("Nothing yet.") : std::string_view(view.problem));
    return;
  }
  ui::paragraph(ui, view.preview, Face::label, ui.theme().ink);
}

void draw_writing(Stage& stage, const TherapistPageModel& view, TherapistPageDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  const ui::Card card(ui, "file", tr("Write it to a file"));
  ui::heading(ui, tr("Write it to a file"));
  ui.space(10);
  const std::array<std::string_view, 2> forms{tr("Plain text"), tr("HTML")};
  if (const auto picked =
          ui::segmented(ui, "form", tr("In which form"), forms, static_cast<std::size_t>(draft.format))) {
    draft.format = static_cast<PageFormat>(*picked);
    // The name that was offered follows the form.
    std::string path = draft.path.text();
    const std::string_view from = draft.format == PageFormat::html ? ".txt" : ".html";
    if (path.ends_with(from)) {
      path.replace(path.size() - from.size(), from.size(), draft.format == PageFormat::html ? ".html" : ".txt");
      draft.path.set(path);
    }
    draft.stale = true;
  }
  ui.space(12);
  // Where its form doesn't fit its name, the name wins: the preview has to be what is written.
  const std::string path(trimmed_view(draft.path.text()));
  const auto named = page_format_of(path);
  const bool fits = !path.empty() && path.front() == '/' && named && *named == draft.format;
  ui::text_field(ui, "path", draft.path,
                 {.label = tr("Into this file"),
                  .limit = kMostPath,
                  .error = stage.error.empty() ? std::string_view() : std::string_view(stage.error)});
  ui.space(6);
  ui::note(ui, fits ? tr("It isn't sealed: whoever has the file can read it. Undo doesn't reach it.")
                    : tr("A whole path that ends with .txt for plain text, with .html for HTML."));
  ui.space(10);
  if (ui::button(ui, "write", tr("Write the page"),
                 {.icon = Icon::note_pencil, .hue = ui::Step::feel, .enabled = fits && !view.preview.empty()}))
    stage.out.emplace_back(WriteTherapistPage{choice_of(draft), path});
}

}  // namespace

Result<TherapistPageModel> read_therapist_page(Kindling& home, const Format& format, const TherapistPageDraft& draft) {
  auto today = home.settings().today();
  if (!today) return today.error();
  TherapistPage page(home.context(), home.library());
  auto entries = page.entries(kPageKinds[draft.kind], draft.limit + 1);
  if (!entries) return entries.error();
  TherapistPageModel model;
  model.more = entries->size() > draft.limit;
  if (model.more) entries->pop_back();
  for (PageEntry& entry : *entries) {
    PageLine line;
    line.id = to_string(Id<PageEntry>{entry.ref.id});
    const std::string date = format.list_date(entry.date, *today);
    // A check-in and an answer have a head of their own; one says the same on several days.
    const bool headed = entry.ref.kind == EntityKind::check_in || entry.ref.kind == EntityKind::prompt_answer;
    line.title = headed ? date + " · " + entry.head : entry.text;
    line.hint = headed ? entry.text : date;
    line.entry = std::move(entry);
    model.lines.push_back(std::move(line));
  }
  if (draft.chosen.empty() && trimmed_view(draft.notes.text()).empty()) return model;
  auto composed = page.compose(choice_of(draft), draft.format);
  if (composed) model.preview = std::move(*composed);
  if (!composed) model.problem = composed.error().message;
  return model;
}

void draw_therapist_page(Stage& stage, const TherapistPageModel& view, TherapistPageDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (draft.path.empty() && !stage.documents.empty())
    draft.path.set(std::string(stage.documents) + "/Notes for our talk" +
                   (draft.format == PageFormat::html ? ".html" : ".txt"));
  Scene scene(stage, "therapist_page", draft.scroll,
              {.title = ui.tr("A page to take along"), .overline = ui.tr("For a first talk with a therapist")});
  draw_entries(stage, view, draft);
  ui.space(16);
  draw_notes(stage, draft);
  scene.second_column();
  if (!stage.wide) ui.space(16);
  draw_preview(stage, view);
  ui.space(16);
  draw_writing(stage, view, draft);
}

Result<void> TherapistPageScreen::read(Kindling& home, const Format& format) {
  home_ = &home;
  auto view = read_therapist_page(home, format, draft_);
  if (!view) return view.error();
  view_ = std::move(*view);
  draft_.stale = false;
  return {};
}

void TherapistPageScreen::draw(Stage& stage) {
  if (home_ != nullptr && draft_.stale) {
    if (auto again = read(*home_, stage.format); !again) {
      draft_.stale = false;
      stage.out.emplace_back(Say{again.error().message});
    }
  }
  draw_therapist_page(stage, view_, draft_);
  if (draft_.stale) stage.ui.draw_again();
}

}  // namespace kindling::app
