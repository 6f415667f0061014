#include "app/screens/look_back.hpp"

#include <algorithm>
#include <charconv>

#include "app/screens/feel_moods.hpp"
#include "core/services/look_back.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::size_t kFew = 6;  // of each sort, before the rest is asked for

std::string_view words_of(const ui::Strings& tr, Held held) {
  switch (held) {
    case Held::mostly: return tr("There most of the time");
    case Held::on_and_off: return tr("Came and went");
    case Held::now_and_then: break;
  }
  return tr("There now and then");
}

struct Part {
  std::string_view name;
  std::string_view title;
  Icon icon = Icon::none;
  ui::Step hue = ui::Step::none;
};

// A card of lines, the first few at first. Pressing one opens what it tells of.
void draw_part(Stage& stage, const Part& part, const std::vector<LookBackLine>& lines, bool* all) {
  if (lines.empty()) return;
  ui::Ui& ui = stage.ui;
  section(stage, part.title);
  const ui::Scope scope(ui, part.name);
  const bool cut = all != nullptr && !*all && lines.size() > kFew + 2;
  const std::size_t count = cut ? kFew : lines.size();
  for (std::size_t i = 0; i < count; ++i) {
    const LookBackLine& line = lines[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = part.icon, .hue = part.hue, .title = line.title, .subtitle = line.when};
    if (ui::row(ui, line.id, look) != ui::RowEvent::pressed) continue;
    switch (line.ref.kind) {
      case EntityKind::memory: stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory, .ref = line.ref}); break;
      case EntityKind::appreciation: stage.out.emplace_back(OpenPage{{.kind = PageKind::appreciations}}); break;
      case EntityKind::plan: stage.out.emplace_back(OpenPage{{.kind = PageKind::plan, .ref = line.ref}}); break;
      default: stage.out.emplace_back(OpenPage{{.kind = PageKind::ritual, .ref = line.ref}});
    }
  }
  if (!cut) return;
  ui.space(4);
  if (ui::link(ui, "all", ui.tr("Show the others, too"), ui::Step::feel)) {
    *all = true;
    ui.draw_again();
  }
}

bool is_empty(const LookBackModel& view) {
  return !view.days.any && view.days.unread == 0 && view.moments.empty() && view.appreciations.empty() &&
         view.evenings.empty() && view.rituals.empty();
}

// True where the year is empty, and says so.
bool draw_days(Stage& stage, const LookBackModel& view, LookBackDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "days", view.days.title, {.padding = 16});
  const int step = draw_stepper(stage, {.title = view.days.title,
                                        .earlier_label = ui.tr("The year before"),
                                        .later_label = ui.tr("The next year"),
                                        .earlier = view.days.year > kFirstYear,
                                        .later = view.days.later});
  if (step != 0) {
    draft = {.scroll = {}, .year = view.days.year + step, .reading = {}};
    ui.draw_again();
  }
  if (is_empty(view)) {
    if (view.days.later) {
      if (ui::empty_state(ui, "none", Icon::leaf, ui::Step::feel, ui.tr("Nothing was kept of this year"),
                          ui.tr("It has its days to itself."), ui.tr("Back to this year"))) {
        draft = {};
        ui.draw_again();
      }
    } else if (ui::empty_state(ui, "none", Icon::book_open, ui::Step::feel, ui.tr("A year that is still open"),
                               ui.tr("What you keep of it comes together here, for you alone."),
                               ui.tr("Keep a memory"))) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::memory});
    }
    return true;
  }
  ui.space(8);
  ui::paragraph(ui, ui.tr("Not to weigh it up: only to see again what was there."), Face::body, ui.theme().soft_ink);
  if (!view.days.any && view.days.unread == 0) return false;
  ui.space(12);
  const ui::YearLook look{
      .months = view.days.months, .summary = ui.tr("The colours of your days"), .today = view.days.today};
  if (ui::year_in_pixels(ui, "year", ui.tr("The year, day by day"), view.days.days, look, draft.reading) &&
      draft.reading) {
    stage.out.emplace_back(OpenPage{{.kind = PageKind::year, .item = to_string(view.days.days[*draft.reading].date)}});
  }
  return false;
}

}  // namespace

Result<LookBackModel> read_look_back(Kindling& home, const Format& format, std::optional<int> year) {
  auto days = read_year(home, format, {.year = year, .day = std::nullopt});
  if (!days) return days.error();
  auto found = look_back(home.context(), days->year);
  if (!found) return found.error();
  LookBackModel model;
  model.days = std::move(*days);
  const LocalDate today = model.days.running;
  for (const Memory& one : found->moments) {
    model.moments.push_back({{SpaceKind::self, EntityKind::memory, one.id.bytes},
                             to_string(one.id),
                             one.text,
                             format.list_date(one.date, today)});
  }
  for (const Appreciation& one : found->appreciations) {
    model.appreciations.push_back({{SpaceKind::self, EntityKind::appreciation, one.id.bytes},
                                   to_string(one.id),
                                   one.text,
                                   format.list_date(local_date(home.context(), one.at), today)});
  }
  for (const Plan& one : found->evenings) {
    std::string when = format.list_date(date_of(one.start), today);
    if (!one.note.empty()) when += " · " + one.note;
    model.evenings.push_back(
        {{SpaceKind::couple, EntityKind::plan, one.id.bytes}, to_string(one.id), one.title, std::move(when)});
  }
  for (const HeldRitual& one : found->rituals) {
    model.rituals.push_back(
        {one.ref, to_string(Id<Ritual>{one.ref.id}), one.title, std::string(words_of(format.tr(), one.held))});
  }
  return model;
}

void draw_look_back(Stage& stage, const LookBackModel& view, LookBackDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Strings& tr = ui.tr;
  Scene scene(stage, "look_back", draft.scroll, {.title = tr("Looking back"), .overline = tr("For you alone")});
  if (draw_days(stage, view, draft)) return;
  draw_part(stage, {"moments", tr("Moments kept"), Icon::book_open, ui::Step::feel}, view.moments, &draft.all_moments);
  scene.second_column();
  draw_part(stage, {"appreciations", tr("What you liked about each other"), Icon::jar, ui::Step::feel},
            view.appreciations, &draft.all_appreciations);
  draw_part(stage, {"evenings", tr("Time for the two of you"), Icon::calendar_heart, ui::Step::time}, view.evenings,
            &draft.all_evenings);
  draw_part(stage, {"rituals", tr("Rituals"), Icon::coffee, ui::Step::time}, view.rituals, nullptr);
}

LookBackScreen::LookBackScreen(const std::string& item) {
  int year = 0;
  const auto [end, error] = std::from_chars(item.data(), item.data() + item.size(), year);
  if (error == std::errc() && end == item.data() + item.size()) draft_.year = year;
}

Result<void> LookBackScreen::read(Kindling& home, const Format& format) {
  home_ = &home;
  auto view = read_look_back(home, format, draft_.year);
  if (!view) return view.error();
  // What is shown already stays there while it is read again.
  if (view->days.year == view_.days.year && view->days.days.size() == view_.days.days.size()) {
    view->days.days = std::move(view_.days.days);
    view->days.any = view_.days.any;
  }
  view_ = std::move(*view);
  shown_ = draft_.year;
  return {};
}

void LookBackScreen::draw(Stage& stage) {
  Result<void> done;
  if (home_ != nullptr && draft_.year != shown_) {
    done = read(*home_, stage.format);
    shown_ = draft_.year;
  } else if (home_ != nullptr && view_.days.unread > 0) {
    done = read_more(*home_, stage.format, view_.days);
    if (!done) view_.days.unread = 0;
  }
  if (!done) stage.out.emplace_back(Say{done.error().message});
  if (view_.days.unread > 0) stage.ui.draw_again();
  draw_look_back(stage, view_, draft_);
}

}  // namespace kindling::app
