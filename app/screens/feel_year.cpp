#include "app/screens/feel_year.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/feel_rhythm.hpp"
#include "app/ui/widgets/fields.hpp"

namespace kindling::app {
namespace {

using std::chrono::days;
using ui::Icon;

// With less than this a sentence would be about chance.
constexpr int kLeastDays = 30;

struct Mean {
  double sum = 0;
  int days = 0;

  void add(double value) {
    sum += value;
    ++days;
  }
  [[nodiscard]] double value() const { return days == 0 ? 0 : sum / days; }
};

void draw_legend(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::Theme& t = ui.theme();
  const auto entry = [&](int valence, int energy, std::string_view words) {
    return ui::LegendEntry{ui::mood_colour(t, valence, energy), words};
  };
  const std::array<ui::LegendEntry, 6> entries{
      {entry(kMoodLimit, kMoodLimit, ui.tr("lively")), entry(kMoodLimit, -kMoodLimit, ui.tr("calm")),
       entry(0, 0, ui.tr("in between")), entry(-kMoodLimit, kMoodLimit, ui.tr("tense")),
       entry(-kMoodLimit, -kMoodLimit, ui.tr("low")), ui::LegendEntry{std::nullopt, ui.tr("no check-in")}}};
  ui::legend(ui, entries);
}

void draw_sentences(Stage& stage, const YearModel& view) {
  if (view.sentences.empty()) return;
  ui::Ui& ui = stage.ui;
  ui.space(16);
  const ui::Card card(ui, "words", ui.tr("In words"), {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
  ui::heading(ui, ui.tr("In words"));
  for (const std::string& sentence : view.sentences) {
    ui.space(8);
    ui::paragraph(ui, sentence);
  }
}

}  // namespace

std::vector<std::string> year_sentences(const std::vector<DaySum>& sums, LocalDate from, const Format& format) {
  const ui::Strings& tr = format.tr();
  Mean all;
  Mean energy;
  std::vector<MoodMoment> moments;
  for (std::size_t i = 0; i < sums.size(); ++i) {
    if (sums[i].check_ins == 0) continue;
    const double value = static_cast<double>(sums[i].valence) / sums[i].check_ins;
    const LocalDate date = from + days(i);
    all.add(value);
    energy.add(static_cast<double>(sums[i].energy) / sums[i].check_ins);
    moments.push_back({.date = date,
                       .valence = rounded(value),
                       .energy = rounded(static_cast<double>(sums[i].energy) / sums[i].check_ins)});
  }
  std::vector<std::string> sentences;
  if (all.days < kLeastDays) return sentences;
  sentences.push_back(tr("Taken together, these days were {mood}.",
                         {{"mood", mood_words(tr, rounded(all.value()), rounded(energy.value()))}}));
  // Of a day's mean no hour is known, so all of them are of one part of the day, which is nothing to compare.
  for (const Pattern& pattern : find_patterns(moments)) sentences.push_back(pattern_words(pattern, format));
  return sentences;
}

Result<YearModel> read_year(Kindling& home, const Format& format, const YearWish& wish) {
  auto today = home.settings().today();
  if (!today) return today.error();
  const int running = static_cast<int>(calendar(*today).year());
  YearModel model;
  model.year = std::clamp(wish.year.value_or(running), kFirstYear, running);
  model.later = model.year < running;
  model.title = std::to_string(model.year);
  const std::chrono::year year(model.year);
  const LocalDate first{year / 1 / 1};
  const LocalDate last{year / 12 / 31};
  model.running = *today;
  model.sums.resize(static_cast<std::size_t>((last - first).count()) + 1);
  model.days = mood_days(model.sums, first, *today, format);
  model.unread = model.later ? 12 : static_cast<unsigned>(calendar(*today).month());
  if (!model.later) model.today = static_cast<std::size_t>((*today - first).count());
  for (unsigned month = 1; month <= 12; ++month) {
    model.months.push_back(format.short_month(std::chrono::month(month)));
  }
  if (wish.day) {
    auto day = read_open_day(home, *wish.day, *today, format);
    if (!day) return day.error();
    model.day = std::move(*day);
  }
  return model;
}

Result<void> read_more(Kindling& home, const Format& format, YearModel& view) {
  const std::chrono::year_month month = std::chrono::year(view.year) / std::chrono::month(view.unread);
  const LocalDate year{month.year() / 1 / 1};
  const LocalDate first{month / 1};
  auto sums = read_sums(home, first, LocalDate{month / std::chrono::last});
  if (!sums) return sums.error();
  const auto offset = (first - year).count();
  auto days_of_month = mood_days(*sums, first, view.running, format);
  std::copy(sums->begin(), sums->end(), view.sums.begin() + offset);
  std::move(days_of_month.begin(), days_of_month.end(), view.days.begin() + offset);
  const auto known = std::count_if(view.days.begin(), view.days.end(), [](const auto& day) { return day.known; });
  view.any = known > 0;
  view.summary = format.tr().count(known, "{n} day with a check-in", "{n} days with a check-in");
  if (--view.unread == 0) view.sentences = year_sentences(view.sums, year, format);
  return {};
}

void draw_year(Stage& wide, const YearModel& view, YearDraft& draft) {
  Stage stage = wide;
  stage.wide = false;
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "year", draft.scroll, {.title = ui.tr("Your year")});
  {
    const ui::Card card(ui, "pixels", view.title, {.padding = 16});
    const int step = draw_stepper(stage, {.title = view.title,
                                          .earlier_label = ui.tr("The year before"),
                                          .later_label = ui.tr("The next year"),
                                          .earlier = view.year > kFirstYear,
                                          .later = view.later});
    if (step != 0) {
      draft.wish = {.year = view.year + step, .day = std::nullopt};
      draft.reading.reset();
      ui.draw_again();
    }
    if (!view.any && view.unread == 0) {
      if (view.later) {
        if (ui::empty_state(ui, "none", Icon::leaf, ui::Step::feel, ui.tr("Nothing noted in this year"),
                            ui.tr("It keeps its own days to itself."), ui.tr("Back to this year"))) {
          draft.wish = {};
          ui.draw_again();
        }
      } else if (ui::empty_state(ui, "none", Icon::smiley, ui::Step::feel, ui.tr("A year in small squares"),
                                 ui.tr("Each day with a check-in gets the colour of its mood."), ui.tr("Check in"))) {
        stage.out.emplace_back(OpenSheet{.kind = SheetKind::check_in});
      }
      return;
    }
    ui.space(10);
    const ui::YearLook look{.months = view.months, .summary = view.summary, .today = view.today};
    const bool pressed = ui::year_in_pixels(ui, "year", ui.tr("The year, day by day"), view.days, look, draft.reading);
    if (pressed && draft.reading) {
      draft.wish.year = view.year;
      draft.wish.day = view.days[*draft.reading].date;
      ui.draw_again();
    }
    ui.space(18);
    draw_legend(stage);
  }
  if (view.day) {
    ui.space(16);
    const ui::Card card(ui, "day", view.day->title);
    draw_open_day(stage, *view.day);
  }
  draw_sentences(stage, view);
}

YearScreen::YearScreen(const std::string& item) {
  const auto day = parse_date(item);
  if (!day) return;
  draft_.wish = {.year = static_cast<int>(calendar(*day).year()), .day = *day};
}

Result<void> YearScreen::read(Kindling& home, const Format& format) {
  home_ = &home;
  auto view = read_year(home, format, draft_.wish);
  if (!view) return view.error();
  // What is shown already stays there while it is read again.
  if (view->year == view_.year && view->days.size() == view_.days.size()) {
    view->days = std::move(view_.days);
    view->summary = std::move(view_.summary);
    view->sentences = std::move(view_.sentences);
    view->any = view_.any;
  }
  view_ = std::move(*view);
  shown_ = draft_.wish;
  return {};
}

void YearScreen::draw(Stage& stage) {
  Result<void> done;
  // Another year or day was asked for in the last frame, or there are months left to read.
  if (home_ != nullptr && draft_.wish != shown_) {
    const bool same_year = draft_.wish.day && draft_.wish.year == view_.year;
    shown_ = draft_.wish;
    if (same_year) {
      auto day = read_open_day(*home_, *draft_.wish.day, view_.running, stage.format);
      if (day) view_.day = std::move(*day);
      if (!day) done = day.error();
    } else {
      done = read(*home_, stage.format);
    }
  } else if (home_ != nullptr && view_.unread > 0) {
    done = read_more(*home_, stage.format, view_);
    if (!done) view_.unread = 0;
  }
  if (!done) stage.out.emplace_back(Say{done.error().message});
  if (view_.unread > 0) stage.ui.draw_again();
  draw_year(stage, view_, draft_);
}

}  // namespace kindling::app
