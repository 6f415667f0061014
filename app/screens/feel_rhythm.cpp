#include "app/screens/feel_rhythm.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/feel_moods.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr int kYear = 52;
constexpr int kShort = 8;
constexpr std::array<std::string_view, kDayParts> kParts{"Mornings", "Afternoons", "Evenings", "Late hours"};

std::string_view on_days(const ui::Strings& tr, std::size_t weekday) {
  constexpr std::array<std::string_view, 7> kDays{"Mondays", "Tuesdays",  "Wednesdays", "Thursdays",
                                                  "Fridays", "Saturdays", "Sundays"};
  return tr(kDays[weekday]);
}

int weeks_of(RhythmSpan span) { return span == RhythmSpan::weeks ? kShort : kYear; }

ui::BarValue bar(const ui::Strings& tr, std::string_view when, std::string tick, const RhythmCell& cell) {
  ui::BarValue value{.value = std::nullopt, .words = {}, .tick = std::move(tick)};
  if (cell.check_ins == 0) {
    value.words = tr("{when}: no check-ins", {{"when", when}});
    return value;
  }
  value.value = static_cast<float>(cell.mean_valence());
  const std::string count = tr.count(cell.check_ins, "{n} check-in", "{n} check-ins");
  const std::string mood = mood_words(tr, rounded(cell.mean_valence()), rounded(cell.mean_energy()));
  value.words = tr("{when}: {mood}, {count}", {{"when", when}, {"mood", mood}, {"count", count}});
  return value;
}

void add_bubbles(const Rhythm& rhythm, const ui::Strings& tr, RhythmModel& model) {
  for (std::size_t row = Rhythm::kSide; row-- > 0;) {
    for (std::size_t column = 0; column < Rhythm::kSide; ++column) {
      const int count = rhythm.grid[row][column];
      if (count == 0) continue;
      ui::Bubble bubble{.valence = static_cast<int>(column) - kMoodLimit,
                        .energy = static_cast<int>(row) - kMoodLimit,
                        .count = count,
                        .words = {}};
      const std::string mood = mood_words(tr, bubble.valence, bubble.energy);
      const std::string often = tr.count(count, "{n} check-in", "{n} check-ins");
      bubble.words = tr("{when}: {mood}", {{"when", mood}, {"mood", often}});
      model.bubbles.push_back(std::move(bubble));
    }
  }
}

void add_hours(const Rhythm& rhythm, const Format& format, RhythmModel& model) {
  std::size_t first = 24;
  std::size_t last = 0;
  for (std::size_t hour = 0; hour < 24; ++hour) {
    if (rhythm.hours[hour].check_ins == 0) continue;
    first = std::min(first, hour);
    last = hour;
  }
  for (std::size_t hour = first; hour <= last && hour < 24; ++hour) {
    const LocalTime time{std::chrono::hours(hour)};
    model.hours.push_back(bar(format.tr(), format.time(time), std::to_string(hour), rhythm.hours[hour]));
  }
}

void draw_words(Stage& stage, const RhythmModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "words", ui.tr("In words"), {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
  ui::heading(ui, ui.tr("In words"));
  for (const std::string& sentence : view.sentences) {
    ui.space(8);
    ui::paragraph(ui, sentence);
  }
  ui.space(8);
  ui::note(ui,
           view.sentences.empty()
               ? ui.tr("No weekday or time of day stands out clearly enough for a sentence. That is the usual case.")
               : ui.tr("Of your last year, and only what is hardly chance. It is no rule."));
}

}  // namespace

std::string pattern_words(const Pattern& pattern, const Format& format) {
  const ui::Strings& tr = format.tr();
  // By energy, from low to high; by valence, from unpleasant to pleasant.
  constexpr std::array<std::string_view, 9> kWords{"lower",   "quieter", "calmer",     "heavier", "the same",
                                                   "lighter", "tenser",  "more awake", "livelier"};
  const std::string_view words = tr(kWords[static_cast<std::size_t>((pattern.energy + 1) * 3 + pattern.valence + 1)]);
  if (pattern.of == Pattern::Of::weekday)
    return tr("{when} tend to be {words} than your other days.",
              {{"when", on_days(tr, pattern.which)}, {"words", words}});
  return tr("{when} tend to be {words} than the rest of your day.",
            {{"when", tr(kParts[pattern.which])}, {"words", words}});
}

Result<RhythmModel> read_rhythm(Kindling& home, const Format& format, RhythmSpan span) {
  auto year = home.insight().rhythm(kYear);
  if (!year) return year.error();
  const ui::Strings& tr = format.tr();
  RhythmModel model;
  model.check_ins = year->check_ins;
  for (const Pattern& pattern : year->patterns) model.sentences.push_back(pattern_words(pattern, format));
  if (span != RhythmSpan::year) {
    auto other = home.insight().rhythm(weeks_of(span));
    if (!other) return other.error();
    year = std::move(other);
  }
  add_bubbles(*year, tr, model);
  model.bubbles_summary = tr.count(year->check_ins, "{n} check-in; a larger dot stands for more",
                                   "{n} check-ins; a larger dot stands for more");
  const std::chrono::weekday start = format.habits().week_start;
  for (int i = 0; i < 7; ++i) {
    const std::chrono::weekday day = start + std::chrono::days(i);
    const std::size_t index = day.iso_encoding() - 1;
    model.weekdays.push_back(bar(tr, on_days(tr, index), format.short_weekday(day), year->weekdays[index]));
  }
  add_hours(*year, format, model);
  return model;
}

void draw_rhythm(Stage& stage, const RhythmModel& view, RhythmDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "rhythm", draft.scroll, {.title = ui.tr("Where your moods lie")});
  if (view.check_ins == 0) {
    if (nothing_card(
            ui, "none",
            {Icon::smiley, ui::Step::feel, ui.tr("Your own weather"),
             ui.tr("After a few check-ins you see here how your days went. Nobody else does."), ui.tr("Check in")}))
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::check_in});
    return;
  }
  {
    const ui::Card card(ui, "plane", ui.tr("On the mood grid"));
    ui::heading(ui, ui.tr("On the mood grid"));
    ui.space(12);
    const std::array<std::string_view, 2> spans{ui.tr("8 weeks"), ui.tr("Year")};
    if (const auto picked =
            ui::segmented(ui, "span", ui.tr("How far back"), spans, static_cast<std::size_t>(draft.span))) {
      draft.span = static_cast<RhythmSpan>(*picked);
      ui.draw_again();
    }
    ui.space(14);
    ui::mood_plane(ui, "moods", ui.tr("Moods on the grid"), view.bubbles, {.summary = view.bubbles_summary},
                   draft.bubble);
  }
  ui.space(16);
  if (!stage.wide) {
    draw_words(stage, view);
    ui.space(16);
  }
  scene.second_column();
  const ui::LineLook look{
      .high = ui.tr("Pleasant"), .low = ui.tr("Unpleasant"), .summary = ui.tr("Means of your check-ins")};
  {
    const ui::Card card(ui, "weekdays", ui.tr("By weekday"));
    ui::heading(ui, ui.tr("By weekday"));
    ui.space(8);
    ui::mean_bars(ui, "bars", ui.tr("Mood by weekday"), view.weekdays, look, draft.weekday);
  }
  ui.space(16);
  {
    const ui::Card card(ui, "hours", ui.tr("By time of day"));
    ui::heading(ui, ui.tr("By time of day"));
    ui.space(8);
    ui::mean_bars(ui, "bars", ui.tr("Mood by hour"), view.hours, look, draft.hour);
  }
  if (stage.wide) {
    ui.space(16);
    draw_words(stage, view);
  }
}

Result<void> RhythmScreen::read(Kindling& home, const Format& format) {
  home_ = &home;
  auto view = read_rhythm(home, format, draft_.span);
  if (!view) return view.error();
  view_ = std::move(*view);
  shown_ = draft_.span;
  return {};
}

void RhythmScreen::draw(Stage& stage) {
  // Another span was asked for in the last frame.
  if (home_ != nullptr && draft_.span != shown_) {
    const RhythmSpan wanted = draft_.span;
    draft_.bubble = draft_.weekday = draft_.hour = std::nullopt;
    if (auto again = read(*home_, stage.format); !again) {
      shown_ = wanted;
      stage.out.emplace_back(Say{again.error().message});
    }
  }
  draw_rhythm(stage, view_, draft_);
}

}  // namespace kindling::app
