#include "app/model/format.hpp"

#include <array>

namespace kindling::app {
namespace {

constexpr std::array<std::string_view, 7> kDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 7> kShortDays{"Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 12> kShortMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

std::string two_digits(std::int64_t number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::size_t index_of(std::chrono::month month) { return static_cast<unsigned>(month) - 1; }

}  // namespace

std::string Format::time(LocalTime time) const {
  const std::int64_t hour = time.since_midnight.count() / 60;
  const std::string minute = two_digits(time.since_midnight.count() % 60);
  if (habits_.clock_24h) return two_digits(hour) + ":" + minute;
  const std::string clock = std::to_string(hour % 12 == 0 ? 12 : hour % 12) + ":" + minute;
  return hour < 12 ? tr_("{time} am", {{"time", clock}}) : tr_("{time} pm", {{"time", clock}});
}

std::string Format::weekday(std::chrono::weekday day) const { return std::string(tr_(kDays[day.c_encoding()])); }
std::string Format::short_weekday(std::chrono::weekday day) const {
  return std::string(tr_(kShortDays[day.c_encoding()]));
}
std::string Format::month(std::chrono::month month) const { return std::string(tr_(kMonths[index_of(month)])); }
std::string Format::short_month(std::chrono::month month) const {
  return std::string(tr_(kShortMonths[index_of(month)]));
}
std::string Format::month_year(std::chrono::year_month month) const {
  return tr_("{month} {year}",
             {{"month", this->month(month.month())}, {"year", std::to_string(static_cast<int>(month.year()))}});
}

std::string Format::full_date(LocalDate date) const {
  const auto day = calendar(date);
  return tr_("{weekday} {day} {month}", {{"weekday", weekday(std::chrono::weekday(date))},
                                         {"day", std::to_string(static_cast<unsigned>(day.day()))},
                                         {"month", month(day.month())}});
}

std::string Format::short_date(LocalDate date) const {
  const auto day = calendar(date);
  return tr_("{day} {month}",
             {{"day", std::to_string(static_cast<unsigned>(day.day()))}, {"month", short_month(day.month())}});
}

std::string Format::date(LocalDate date, LocalDate today) const {
  const auto away = (date - today).count();
  if (away == 0) return std::string(tr_("Today"));
  if (away == 1) return std::string(tr_("Tomorrow"));
  if (away == -1) return std::string(tr_("Yesterday"));
  if (away > 1 && away < 7) return weekday(std::chrono::weekday(date));
  if (away > -300 && away < 300) return full_date(date);
  const auto day = calendar(date);
  return tr_("{day} {month} {year}", {{"day", std::to_string(static_cast<unsigned>(day.day()))},
                                      {"month", month(day.month())},
                                      {"year", std::to_string(static_cast<int>(day.year()))}});
}

std::string Format::list_date(LocalDate date, LocalDate today) const {
  if (std::abs((date - today).count()) <= 1) return this->date(date, today);
  const auto year = calendar(date).year();
  if (year == calendar(today).year()) return short_date(date);
  return tr_("{date} {year}", {{"date", short_date(date)}, {"year", std::to_string(static_cast<int>(year))}});
}

std::string Format::when(LocalDateTime time, LocalDate today) const {
  return tr_("{date} {time}", {{"date", date(date_of(time), today)}, {"time", this->time(time_of(time))}});
}

std::string Format::length(std::chrono::minutes length) const {
  const std::int64_t hours = length.count() / 60;
  const std::int64_t minutes = length.count() % 60;
  const std::string h = std::to_string(hours);
  const std::string m = std::to_string(minutes);
  if (hours == 0) return tr_("{n} min", {{"n", m}});
  return minutes == 0 ? tr_("{n} h", {{"n", h}}) : tr_("{hours} h {minutes} min", {{"hours", h}, {"minutes", m}});
}

std::string Format::until(LocalDateTime then, LocalDateTime now) const {
  if (then <= now) return std::string(tr_("now"));
  const auto days = (date_of(then) - date_of(now)).count();
  if (days >= 2) return tr_.count(days, "in {n} day", "in {n} days");
  if (days == 1) return std::string(tr_("tomorrow"));
  const auto minutes = std::chrono::duration_cast<std::chrono::minutes>(then - now).count();
  if (minutes >= 60) return tr_.count(minutes / 60, "in {n} hour", "in {n} hours");
  return tr_.count(std::max<std::int64_t>(minutes, 1), "in {n} minute", "in {n} minutes");
}

std::string mood_words(const ui::Strings& tr, int valence, int energy) {
  // Three by three fields of the circumplex, each with a word for weak and strong.
  const int column = valence < -1 ? 0 : valence > 1 ? 2 : 1;
  const int row = energy > 1 ? 0 : energy < -1 ? 2 : 1;
  const bool strong = std::max(std::abs(valence), std::abs(energy)) >= 3;
  static constexpr std::array<std::array<std::array<std::string_view, 2>, 3>, 3> kWords{
      {{{{"tense", "very tense"}, {"awake", "wound up"}, {"lively", "full of joy"}}},
       {{{"unhappy", "very unhappy"}, {"in between", "in between"}, {"content", "happy"}}},
       {{{"low", "very low"}, {"tired", "worn out"}, {"calm", "deeply calm"}}}}};
  return std::string(tr(kWords[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)][strong ? 1 : 0]));
}

}  // namespace kindling::app
