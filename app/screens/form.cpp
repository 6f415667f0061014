#include "app/screens/form.hpp"

namespace kindling::app {

std::string spoken_date(const Stage& stage, LocalDate date) {
  const std::string words = stage.format.full_date(date);
  if (calendar(date).year() == calendar(stage.today).year()) return words;
  return stage.ui.tr("{date} {year}",
                     {{"date", words}, {"year", std::to_string(static_cast<int>(calendar(date).year()))}});
}

bool date_field(Stage& stage, std::string_view name, ui::DatePick& pick, const DateField& field) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, name);
  std::string words = spoken_date(stage, pick.date);
  if (pick.date == stage.today) words = ui.tr("Today, {date}", {{"date", words}});
  ui::fold_row(ui, "line", {.label = field.label, .value = words, .icon = ui::Icon::calendar_blank, .hue = field.hue},
               pick.open);
  if (!pick.open) return false;
  return ui::date_picker(ui, "month", pick,
                         {.label = field.label,
                          .today = stage.today,
                          .least = field.least,
                          .most = field.most,
                          .week_start = stage.format.habits().week_start,
                          .hue = field.hue,
                          .spoken = [&](LocalDate date) { return spoken_date(stage, date); },
                          .month = [&](std::chrono::year_month month) { return stage.format.month_year(month); },
                          .weekday = [&](std::chrono::weekday day) { return stage.format.short_weekday(day); }});
}

bool time_field(Stage& stage, std::string_view name, std::string_view label, ui::TimePick& pick, ui::Step hue) {
  ui::Ui& ui = stage.ui;
  const ui::Scope scope(ui, name);
  ui::fold_row(ui, "line", {.label = label, .value = stage.format.time(pick.time), .icon = ui::Icon::clock, .hue = hue},
               pick.open);
  if (!pick.open) return false;
  return ui::time_picker(
      ui, "wheels", pick,
      {.label = label, .clock_24h = stage.format.habits().clock_24h, .hue = hue, .spoken = [&](LocalTime time) {
         return stage.format.time(time);
       }});
}

void focus_first(Stage& stage, std::string_view field, bool& done) {
  if (done) return;
  done = true;
  if (!stage.ui.pointer().touch()) stage.ui.set_focus(stage.ui.id(field));
}

std::optional<std::size_t> choice_chips(Stage& stage, std::string_view name, std::string_view label,
                                        std::span<const Choice> choices, std::optional<std::size_t> chosen,
                                        ui::Step hue) {
  std::optional<std::size_t> picked;
  ui::Chips chips(stage.ui, name, label);
  for (std::size_t i = 0; i < choices.size(); ++i) {
    if (chips.chip(choices[i].name, choices[i].label, chosen == i, hue, choices[i].icon)) picked = i;
  }
  return picked;
}

std::string_view trimmed_view(std::string_view text) {
  static constexpr std::string_view kBlank = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlank);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kBlank) - begin + 1);
}

}  // namespace kindling::app
