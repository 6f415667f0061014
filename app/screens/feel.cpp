#include "app/screens/feel.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace kindling::app {
namespace {

using std::chrono::days;
using std::chrono::year_month;
using ui::Face;
using ui::Icon;

constexpr int kWeeks = 8;
constexpr int kWeeksOfYear = 52;
constexpr int kMostWeeks = 520;    // what the service gives
constexpr std::size_t kLeast = 3;  // values without which nothing is said of them
constexpr std::size_t kLatest = 3;

year_month month_of(LocalDate date) {
  const auto day = calendar(date);
  return day.year() / day.month();
}

// Means of means in tentative words; no number, no judgement.
std::string_view words_of_mean(const ui::Strings& tr, double mean) {
  if (mean >= 1.5) return tr("Mostly pleasant");
  if (mean >= 0.4) return tr("More pleasant than not");
  if (mean > -0.4) return tr("Somewhere in the middle");
  if (mean > -1.5) return tr("A little heavy");
  return tr("A heavy time");
}

std::string summary_of(const ui::Strings& tr, const std::vector<ui::LineValue>& values) {
  double sum = 0;
  std::size_t known = 0;
  for (const ui::LineValue& value : values) {
    if (!value.value) continue;
    sum += static_cast<double>(*value.value);
    ++known;
  }
  if (known < kLeast) return std::string(tr("After a few more check-ins a line appears here"));
  return std::string(words_of_mean(tr, sum / static_cast<double>(known)));
}

Result<void> read_week(Kindling& home, const Format& format, LocalDate today, FeelModel& model) {
  const LocalDate from = today - days(6);
  auto sums = read_sums(home, from, today);
  if (!sums) return sums.error();
  auto moods = mood_days(*sums, from, today, format);
  for (std::size_t i = 0; i < moods.size(); ++i) {
    const DaySum& sum = (*sums)[i];
    ui::LineValue value{.value = std::nullopt,
                        .words = std::move(moods[i].words),
                        .tick = format.short_weekday(std::chrono::weekday(moods[i].date))};
    if (sum.check_ins > 0) value.value = static_cast<float>(sum.valence) / static_cast<float>(sum.check_ins);
    model.line.push_back(std::move(value));
  }
  return {};
}

void add_weeks(const std::vector<WeekTrend>& weeks, const Format& format, FeelModel& model) {
  const ui::Strings& tr = format.tr();
  const bool year = weeks.size() > static_cast<std::size_t>(kWeeks);
  for (const WeekTrend& week : weeks) {
    const std::string date = format.short_date(week.monday);
    const auto day = static_cast<unsigned>(calendar(week.monday).day());
    ui::LineValue value;
    // Of a year the months are enough: each at its first week.
    if (!year) value.tick = date;
    if (year && day <= 7) value.tick = format.short_month(calendar(week.monday).month());
    if (week.valence) {
      value.value = static_cast<float>(*week.valence);
      const std::string mood = mood_words(tr, rounded(*week.valence), rounded(week.energy.value_or(0)));
      value.words = tr("Week from {date}: {mood}", {{"date", date}, {"mood", mood}});
    } else {
      value.words = tr("Week from {date}: no check-ins", {{"date", date}});
    }
    model.line.push_back(std::move(value));
  }
}

Result<void> read_line(Kindling& home, const Format& format, LocalDate today, MoodSpan span, FeelModel& model) {
  const int count = span == MoodSpan::year ? kWeeksOfYear : kWeeks;
  const LocalDate from = today - std::chrono::weeks(count);
  auto sums = read_sums(home, from, today);
  if (!sums) return sums.error();
  std::vector<MoodPointInTime> points;
  for (std::size_t i = 0; i < sums->size(); ++i) {
    const DaySum& sum = (*sums)[i];
    if (sum.check_ins > 0) points.push_back({from + days(i), sum.valence, sum.energy, sum.check_ins});
  }
  model.any_mood = !points.empty();
  if (!model.any_mood) {
    // Rare, and then there is little to read.
    auto all = home.insight().trend(kMostWeeks);
    if (!all) return all.error();
    model.any_mood = std::any_of(all->begin(), all->end(), [](const WeekTrend& week) { return week.check_ins > 0; });
  }
  if (span == MoodSpan::week) {
    if (auto read = read_week(home, format, today, model); !read) return read;
  } else {
    add_weeks(weekly_trend(points, today, count), format, model);
  }
  model.line_summary = summary_of(format.tr(), model.line);
  return {};
}

Result<void> read_month(Kindling& home, const Format& format, LocalDate today, const FeelWish& wish, FeelModel& model) {
  const year_month now = month_of(today);
  model.month = std::min(wish.month.value_or(now), now);
  model.later_month = model.month < now;
  model.month_title = format.month_year(model.month);
  const LocalDate first{model.month / 1};
  const LocalDate last{model.month / std::chrono::last};
  auto sums = read_sums(home, first, last);
  if (!sums) return sums.error();
  model.days = mood_days(*sums, first, today, format);
  if (today >= first && today <= last) model.today = static_cast<std::size_t>((today - first).count());
  const std::chrono::weekday start = format.habits().week_start;
  model.blanks = static_cast<std::size_t>((std::chrono::weekday(first) - start).count());
  for (int i = 0; i < 7; ++i) model.weekdays.push_back(format.short_weekday(start + days(i)));
  const auto known = std::count_if(model.days.begin(), model.days.end(), [](const auto& day) { return day.known; });
  model.month_summary = format.tr().count(known, "{n} day with a check-in", "{n} days with a check-in");
  return {};
}

Kept kept(const Memory& memory, const Format& format, LocalDate today) {
  return {{SpaceKind::self, EntityKind::memory, memory.id.bytes},
          to_string(memory.id),
          memory.text,
          format.list_date(memory.date, today)};
}

Result<void> read_kept(Kindling& home, const Format& format, LocalDate today, FeelModel& model) {
  auto notes = home.keepsakes().latest_appreciations(kLatest);
  if (!notes) return notes.error();
  for (const Appreciation& note : *notes) {
    model.appreciations.push_back({{SpaceKind::self, EntityKind::appreciation, note.id.bytes},
                                   to_string(note.id),
                                   note.text,
                                   format.list_date(local_date(home.context(), note.at), today)});
  }
  auto memories = home.keepsakes().latest_memories(1);
  if (!memories) return memories.error();
  if (!memories->empty()) model.latest_memory = kept(memories->front(), format, today);
  auto same_day = home.keepsakes().on_this_day(today);
  if (!same_day) return same_day.error();
  if (!same_day->empty()) {
    const Memory& memory = same_day->front();
    model.on_this_day = kept(memory, format, today);
    const int years = static_cast<int>(calendar(today).year()) - static_cast<int>(calendar(memory.date).year());
    model.on_this_day->when = format.tr().count(years, "A year ago", "{n} years ago");
  }
  return {};
}

void draw_drift(Stage& stage, const DriftCard& drift) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "drift", ui.tr("A quiet thought"), {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
  ui::heading(ui, ui.tr("A quiet thought"));
  ui.space(6);
  ui::paragraph(ui, drift.text);
  ui.space(10);
  ui::note(ui, ui.tr("What some people try then"));
  std::vector<std::string_view> pages;
  for (const DriftStep& step : drift.steps) {
    ui.space(8);
    ui::Ui::Column& column = ui.column();
    const float indent = ui.dp(28);
    ui.paint().icon(Icon::leaf, column.left + ui.dp(10), column.y + ui.paint().line_height(Face::body) / 2, ui.dp(18),
                    ui.theme().feel.strong, true);
    column.left += indent;
    ui::paragraph(ui, step.text);
    column.left -= indent;
    if (std::find(pages.begin(), pages.end(), step.article) == pages.end()) pages.push_back(step.article);
  }
  ui.space(6);
  for (const DriftStep& step : drift.steps) {
    const auto page = std::find(pages.begin(), pages.end(), step.article);
    if (page == pages.end()) continue;
    pages.erase(page);
    if (ui::link(ui, step.article, ui.tr("Read: {title}", {{"title", step.title}}), ui::Step::feel))
      stage.out.emplace_back(OpenPage{{.kind = PageKind::reading, .item = step.article}});
  }
  if (ui::link(ui, "gone", ui.tr("Thanks, not now"), ui::Step::feel)) stage.out.emplace_back(DismissDrift{});
}

void draw_line_card(Stage& stage, const FeelModel& view, FeelDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "line", ui.tr("Your mood"));
  if (!view.any_mood) {
    if (ui::empty_state(ui, "none", Icon::smiley, ui::Step::feel, ui.tr("Your own weather"),
                        ui.tr("After a few check-ins you see here how your days went. Nobody else does."),
                        ui.tr("Check in"))) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::check_in});
    }
    return;
  }
  ui::heading(ui, ui.tr("Your mood"));
  ui.space(12);
  const std::array<std::string_view, 3> spans{ui.tr("Week"), ui.tr("8 weeks"), ui.tr("Year")};
  if (const auto picked =
          ui::segmented(ui, "span", ui.tr("How far back"), spans, static_cast<std::size_t>(draft.wish.span))) {
    draft.wish.span = static_cast<MoodSpan>(*picked);
    draft.line.reset();
    ui.draw_again();
  }
  ui.space(14);
  ui::line_chart(ui, "mood", ui.tr("Line of your mood"), view.line,
                 {.high = ui.tr("Pleasant"), .low = ui.tr("Unpleasant"), .summary = view.line_summary}, draft.line);
  ui.space(4);
  if (ui::link(ui, "rhythm", ui.tr("By weekday, hour and mood"), ui::Step::feel))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::rhythm}});
}

void draw_month_card(Stage& stage, const FeelModel& view, FeelDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "month", view.month_title, {.padding = 16});
  const int step = draw_stepper(stage, {.title = view.month_title,
                                        .earlier_label = ui.tr("The month before"),
                                        .later_label = ui.tr("The next month"),
                                        .earlier = static_cast<int>(view.month.year()) > kFirstYear,
                                        .later = view.later_month});
  if (step != 0) {
    draft.wish.month = view.month + std::chrono::months(step);
    draft.wish.day.reset();
    draft.day.reset();
    ui.draw_again();
  }
  ui.space(10);
  const ui::MonthLook look{
      .weekdays = view.weekdays, .blanks = view.blanks, .summary = view.month_summary, .today = view.today};
  if (ui::month_of_moods(ui, "days", ui.tr("Days of the month"), view.days, look, draft.day)) {
    draft.wish.day.reset();
    if (draft.day) draft.wish.day = view.days[*draft.day].date;
    ui.draw_again();
  }
  if (view.day) {
    ui.space(14);
    draw_open_day(stage, *view.day);
  }
  ui.space(4);
  if (ui::link(ui, "year", ui.tr("The whole year"), ui::Step::feel)) {
    stage.out.emplace_back(OpenPage{{.kind = PageKind::year}});
  }
}

}  // namespace

Result<FeelModel> read_feel(Kindling& home, const Format& format, const FeelWish& wish) {
  auto today = home.settings().today();
  if (!today) return today.error();
  FeelModel model;
  auto check_in = home.check_ins().of_today();
  if (!check_in) return check_in.error();
  if (*check_in) model.mood = mood_words(format.tr(), (*check_in)->valence, (*check_in)->energy);
  if (auto read = read_line(home, format, *today, wish.span, model); !read) return read.error();
  if (auto read = read_month(home, format, *today, wish, model); !read) return read.error();
  if (wish.day) {
    auto day = read_open_day(home, *wish.day, *today, format);
    if (!day) return day.error();
    model.day = std::move(*day);
  }
  auto drift = home.insight().drift();
  if (!drift) return drift.error();
  if (*drift) {
    auto steps = drift_steps(home.library(), (*drift)->notice.signals);
    if (!steps) return steps.error();
    model.drift = DriftCard{(*drift)->text, std::move(*steps)};
    // A home that can only be read can't keep that; then it is told again.
    static_cast<void>(home.insight().drift_was_told());
  }
  if (auto read = read_kept(home, format, *today, model); !read) return read.error();
  return model;
}

void draw_feel(Stage& stage, const FeelModel& view, FeelDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "feel", draft.scroll, {.title = ui.tr("Feel"), .overline = ui.tr("For you alone")});
  draw_check_in(stage, view.mood, draft.mood);
  if (view.drift) {
    ui.space(16);
    draw_drift(stage, *view.drift);
  }
  ui.space(16);
  draw_line_card(stage, view, draft);
  if (!stage.wide && view.any_mood) {
    ui.space(16);
    draw_month_card(stage, view, draft);
  }
  if (stage.wide && !stage.only_for_me) draw_programme_rows(stage);
  scene.second_column();
  if (stage.wide && view.any_mood) draw_month_card(stage, view, draft);
  draw_keepsakes(stage, view);
  if (!stage.wide && !stage.only_for_me) draw_programme_rows(stage);
}

Result<void> FeelScreen::read(Kindling& home, const Format& format) {
  home_ = &home;
  auto view = read_feel(home, format, draft_.wish);
  if (!view) return view.error();
  view_ = std::move(*view);
  shown_ = draft_.wish;
  return {};
}

void FeelScreen::draw(Stage& stage) {
  // Another month, day or span was asked for in the last frame.
  if (home_ != nullptr && draft_.wish != shown_) {
    const FeelWish wish = draft_.wish;
    if (auto again = read(*home_, stage.format); !again) {
      shown_ = wish;
      stage.out.emplace_back(Say{again.error().message});
    }
  }
  draw_feel(stage, view_, draft_);
}

}  // namespace kindling::app
