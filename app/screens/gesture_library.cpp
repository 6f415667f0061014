#include "app/screens/gesture_library.hpp"

#include <algorithm>
#include <array>

#include "app/screens/idea.hpp"
#include "core/library/comfort_bounds.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr std::size_t kFirstRows = 6;
// In the order of a day; those in between come last.
constexpr std::array<Moment, 7> kMoments{Moment::leaving, Moment::coming_home, Moment::kitchen, Moment::sofa,
                                         Moment::bedtime, Moment::afar,        Moment::any};

bool fits_line(const GestureLine& line, const ContentFilter& filter) {
  if (filter.moment && line.moment != *filter.moment) return false;
  if (filter.most_comfort && line.comfort > *filter.most_comfort) return false;
  if (filter.least_comfort && line.comfort < *filter.least_comfort) return false;
  return !filter.privacy || line.setting.empty() || line.setting == "any" || line.setting == name_of(*filter.privacy);
}

// Nothing where all of it fits.
std::string_view note_on(const ui::Strings& tr, const std::vector<GestureWish>& given_up) {
  const auto gave = [&](GestureWish wish) {
    return std::find(given_up.begin(), given_up.end(), wish) != given_up.end();
  };
  if (given_up.empty()) return {};
  if (gave(GestureWish::moment)) return tr("Nothing fits all of that. These come nearest, at other moments.");
  if (!gave(GestureWish::closeness)) return tr("Nothing fits all of that. These come nearest, in other company.");
  return gave(GestureWish::privacy) ? tr("Nothing fits all of that. These come nearest: lighter, in other company.")
                                    : tr("Nothing fits all of that. These come nearest, and are lighter.");
}

// Pressing the chosen one again takes the wish back.
template <class T>
void wish_chip(ui::Chips& chips, std::string_view name, std::string_view label, std::optional<T>& wish, T value) {
  const bool chosen = wish == value;
  if (chips.chip(name, label, chosen, ui::Step::touch)) wish = chosen ? std::optional<T>() : value;
}

void draw_wishes(Stage& stage, const std::vector<GestureLine>& gestures, int closest, GestureWishes& wishes) {
  ui::Ui& ui = stage.ui;
  ui::field_label(ui, ui.tr("Which moment"));
  ui.space(4);
  {
    ui::Chips chips(ui, "moments", ui.tr("Which moment"));
    for (const Moment moment : kMoments)
      wish_chip(chips, name_of(moment), moment_label(ui.tr, moment), wishes.moment, moment);
  }
  ui.space(8);
  ui::field_label(ui, ui.tr("How close"));
  ui.space(4);
  {
    ui::Chips chips(ui, "comfort", ui.tr("How close"));
    for (int step = 0; step <= closest; ++step) {
      const bool there =
          std::any_of(gestures.begin(), gestures.end(), [&](const GestureLine& line) { return line.comfort == step; });
      if (there) wish_chip(chips, std::to_string(step), comfort_name(ui.tr, step), wishes.comfort, step);
    }
  }
  ui.space(8);
  ui::field_label(ui, ui.tr("Who is there"));
  ui.space(4);
  ui::Chips chips(ui, "company", ui.tr("Who is there"));
  wish_chip(chips, "alone", ui.tr("Just the two of us"), wishes.privacy, Privacy::alone);
  wish_chip(chips, "others", ui.tr("Others, too"), wishes.privacy, Privacy::among_others);
}

}  // namespace

GestureLine gesture_line(const IdeaView& idea, const Format& format) {
  GestureLine line;
  line.id = idea.content.id;
  line.title = idea.content.name();
  if (!idea.content.title.empty()) line.text = idea.content.text;
  line.cue = cue_line(idea.content.cue);
  line.subtitle = line.cue.empty() ? format.length(std::chrono::minutes(idea.content.minutes)) : line.cue;
  line.icon = icon_of(idea.content);
  line.comfort = idea.content.comfort;
  line.moment = idea.content.moment;
  line.setting = idea.content.setting;
  line.touch = is_touch(idea.content);
  line.verdict = idea.verdict;
  return line;
}

std::string_view moment_label(const ui::Strings& tr, Moment moment) {
  switch (moment) {
    case Moment::leaving: return tr("Leaving");
    case Moment::coming_home: return tr("Coming home");
    case Moment::kitchen: return tr("In the kitchen");
    case Moment::sofa: return tr("On the sofa");
    case Moment::bedtime: return tr("Before sleep");
    case Moment::afar: return tr("From afar");
    case Moment::any: break;
  }
  return tr("In between");
}

GestureChoice choose(const std::vector<GestureLine>& gestures, const GestureWishes& wishes) {
  ContentFilter filter;
  filter.moment = wishes.moment;
  filter.most_comfort = filter.least_comfort = wishes.comfort;
  filter.privacy = wishes.privacy;
  const auto nearest = nearest_gestures(filter, [&](const ContentFilter& wanted) {
    return std::any_of(gestures.begin(), gestures.end(),
                       [&](const GestureLine& line) { return fits_line(line, wanted); });
  });
  GestureChoice choice;
  if (!nearest) return choice;
  choice.given_up = nearest->given_up;
  for (const GestureLine& line : gestures) {
    if (fits_line(line, nearest->filter)) choice.lines.push_back(&line);
  }
  return choice;
}

void draw_gesture_row(Stage& stage, const GestureLine& line, bool card) {
  const ui::RowLook look{.icon = line.icon,
                         .hue = ui::Step::touch,
                         .title = line.title,
                         .subtitle = line.subtitle,
                         .arrow = true,
                         .faint = line.verdict == Verdict::no,
                         .card = card};
  if (ui::row(stage.ui, line.id, look) == ui::RowEvent::pressed)
    stage.out.emplace_back(OpenPage{{.kind = PageKind::idea, .item = line.id}});
}

void draw_gesture_library(Stage& stage, const std::vector<GestureLine>& gestures, int closest,
                          GestureLibraryDraft& draft) {
  ui::Ui& ui = stage.ui;
  ui::heading(ui, ui.tr("Gestures"));
  ui.space(10);
  draw_wishes(stage, gestures, closest, draft.wishes);
  ui.space(12);
  const GestureChoice choice = choose(gestures, draft.wishes);
  if (choice.lines.empty()) {
    if (nothing_card(ui, "none",
                     {Icon::hand_heart, ui::Step::touch, ui.tr("Nothing this light"),
                      ui.tr("Every gesture there is lies above what you asked for."), ui.tr("Show every gesture")})) {
      draft.wishes = {};
    }
    return;
  }
  if (const std::string_view words = note_on(ui.tr, choice.given_up); !words.empty()) {
    ui::note(ui, words);
    ui.space(10);
  }
  const std::size_t shown = draft.all ? choice.lines.size() : std::min(choice.lines.size(), kFirstRows);
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0) ui.space(10);
    draw_gesture_row(stage, *choice.lines[i]);
  }
  if (shown == choice.lines.size()) return;
  ui.space(8);
  const auto count = static_cast<std::int64_t>(choice.lines.size());
  if (ui::button(ui, "all", ui.tr.count(count, "Show the one gesture", "Show all {n} gestures"),
                 {.style = ui::ButtonStyle::tinted, .hue = ui::Step::touch})) {
    draft.all = true;
  }
}

}  // namespace kindling::app
