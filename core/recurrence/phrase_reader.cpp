#include "core/recurrence/phrase_reader.hpp"

#include <algorithm>

#include "core/recurrence/phrase_vocabulary.hpp"

namespace kindling::phrase {
namespace {

using std::chrono::days;
using std::chrono::weekday;

constexpr std::string_view kNoTime = "a time of day is written like 07:45, 19:00 or 7:45 pm";
constexpr std::string_view kNoDay = "the calendar has no such day; write it like 24 December or 2026-12-24";

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool same(std::string_view word, std::string_view name) {
  return word.size() == name.size() &&
         std::equal(word.begin(), word.end(), name.begin(), [](char a, char b) { return a == lower(b); });
}

// Digits alone, at most six.
std::optional<int> digits(std::string_view text) {
  if (text.empty() || text.size() > 6 || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int number = 0;
  for (const char c : text) number = number * 10 + (c - '0');
  return number;
}

template <std::size_t N>
std::optional<std::size_t> place_of(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (same(word, names[i])) return i;
  }
  return std::nullopt;
}

// Names of which the first three letters are enough.
template <std::size_t N>
std::optional<std::size_t> place_of_name(const std::array<std::string_view, N>& names, std::string_view word) {
  for (std::size_t i = 0; i < N; ++i) {
    if (same(word, names[i]) || same(word, names[i].substr(0, 3))) return i;
  }
  return std::nullopt;
}

enum class Half { none, am, pm };

Half half_of(std::string_view word) {
  return word == "am" || word == "a.m" || word == "a.m."   ? Half::am
         : word == "pm" || word == "p.m" || word == "p.m." ? Half::pm
                                                           : Half::none;
}

// A time as one word and perhaps "am" or "pm" after it.
struct TimeWords {
  std::optional<LocalTime> time;  // none: it looks like a time and isn't one
  std::size_t count = 1;
  bool by_itself = false;  // nothing but a time looks like that, also without "at"
};

std::optional<TimeWords> time_at(const WordStream& words, std::size_t ahead) {
  std::string_view word = words.peek(ahead);
  if (word == "noon" || word == "midday") return TimeWords{LocalTime{std::chrono::hours(12)}, 1, true};
  if (word == "midnight") return TimeWords{LocalTime{}, 1, true};
  if (word.empty() || !is_digit(word[0])) return std::nullopt;
  TimeWords found;
  Half half = Half::none;
  for (const std::string_view suffix : {"am", "pm", "a.m", "p.m", "a.m.", "p.m."}) {
    if (!word.ends_with(suffix)) continue;
    half = half_of(suffix);
    word.remove_suffix(suffix.size());
    break;
  }
  if (half == Half::none && half_of(words.peek(ahead + 1)) != Half::none) {
    half = half_of(words.peek(ahead + 1));
    found.count = 2;
  } else if (half == Half::none && words.peek(ahead + 1) == "o'clock") {
    found.count = 2;
  }
  const std::size_t mark = word.find_first_of(":.");
  const auto hour = digits(word.substr(0, mark));
  const auto minute = mark == std::string_view::npos ? 0 : digits(word.substr(mark + 1)).value_or(-1);
  found.by_itself = found.count == 2 || half != Half::none || word.find(':') != std::string_view::npos;
  const bool two_digits = mark == std::string_view::npos || word.size() - mark == 3;
  if (!hour || word.substr(0, mark).size() > 2 || !two_digits || minute < 0 || minute > 59) return found;
  if (half == Half::none ? *hour > 23 : (*hour < 1 || *hour > 12)) return found;
  const int of_day = half == Half::none ? *hour : *hour % 12 + (half == Half::pm ? 12 : 0);
  found.time = LocalTime{std::chrono::hours(of_day) + std::chrono::minutes(minute)};
  return found;
}

std::optional<LocalDate> dated(std::chrono::month_day day, int year) {
  if (year < kFirstYear || year > kLastYear) return std::nullopt;
  const std::chrono::year_month_day date{std::chrono::year(year), day.month(), day.day()};
  if (!date.ok()) return std::nullopt;
  return LocalDate(date);
}

// The next such day from today on; 29 February may be eight years away.
std::optional<LocalDate> next_such(std::chrono::month_day day, LocalDate today) {
  const int year = static_cast<int>(calendar(today).year());
  for (int y = year; y <= year + 8; ++y) {
    if (const auto date = dated(day, y); date && *date >= today) return date;
  }
  return std::nullopt;
}

}  // namespace

WordStream::WordStream(std::string_view text) {
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words_.push_back(std::move(word));
    word.clear();
  };
  while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.remove_suffix(1);
  for (const char c : text) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == ',') {
      end_word();
    } else {
      word += lower(c);
    }
  }
  end_word();
}

std::string_view WordStream::peek(std::size_t ahead) const noexcept {
  return ahead < words_.size() - place_ ? std::string_view(words_[place_ + ahead]) : std::string_view();
}

bool WordStream::take(std::string_view word) noexcept {
  if (at_end() || words_[place_] != word) return false;
  ++place_;
  return true;
}

bool WordStream::take_all(std::initializer_list<std::string_view> words) noexcept {
  const std::size_t before = place_;
  for (const std::string_view word : words) {
    if (take(word)) continue;
    place_ = before;
    return false;
  }
  return true;
}

bool WordStream::contains(std::string_view word) const noexcept {
  return std::find(words_.begin(), words_.end(), word) != words_.end();
}

void WordStream::cut(std::size_t first, std::size_t count) {
  const auto begin = words_.begin() + static_cast<std::ptrdiff_t>(first);
  words_.erase(begin, begin + static_cast<std::ptrdiff_t>(count));
  place_ = 0;
}

Result<std::optional<LocalTime>> take_time(WordStream& words) {
  std::optional<LocalTime> found;
  for (std::size_t i = 0; !words.peek(i).empty();) {
    const bool named = words.peek(i) == "at";
    const auto time = time_at(words, named ? i + 1 : i);
    if (!time || (!named && !time->by_itself)) {
      ++i;
      continue;
    }
    if (!time->time) return invalid(std::string(kNoTime));
    if (found) return invalid("one rhythm has one time of day; make a second one for the other time");
    found = time->time;
    words.cut(i, time->count + (named ? 1U : 0U));
  }
  return found;
}

std::optional<int> take_number(WordStream& words) {
  auto number = digits(words.peek());
  if (const auto place = place_of(kNumberNames, words.peek()); place) number = static_cast<int>(*place) + 1;
  if (number) words.skip();
  return number;
}

std::optional<int> take_ordinal(WordStream& words) {
  const std::string_view word = words.peek();
  std::optional<int> number;
  if (word == "last") number = -1;
  if (const auto place = place_of(kOrdinalNames, word); place) number = static_cast<int>(*place) + 1;
  if (word.size() > 2) {
    const std::string_view suffix = word.substr(word.size() - 2);
    if (suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "th") {
      if (const auto counted = digits(word.substr(0, word.size() - 2)); counted && *counted > 0) number = counted;
    }
  }
  if (number) words.skip();
  return number;
}

std::optional<unsigned> take_month(WordStream& words) {
  auto place = place_of_name(kMonthNames, words.peek());
  if (words.peek() == "sept") place = 8;
  if (!place) return std::nullopt;
  words.skip();
  return static_cast<unsigned>(*place) + 1;
}

std::optional<weekday> take_weekday(WordStream& words, bool many) {
  std::string_view word = words.peek();
  if (many && !word.ends_with('s')) return std::nullopt;
  if (many) word.remove_suffix(1);
  auto place = many ? place_of(kWeekdayNames, word) : place_of_name(kWeekdayNames, word);
  if (!many && (word == "tues" || word == "thur" || word == "thurs")) place = word == "tues" ? 2 : 4;
  if (!place) return std::nullopt;
  words.skip();
  return weekday(static_cast<unsigned>(*place));
}

std::optional<std::chrono::month_day> take_month_day(WordStream& words) {
  const std::size_t before = words.place();
  const auto made = [](unsigned month, int day) {
    return std::chrono::month_day(std::chrono::month(month), std::chrono::day(static_cast<unsigned>(day)));
  };
  const auto take_day = [&words]() -> std::optional<int> {
    if (auto day = take_ordinal(words)) return day;
    auto day = digits(words.peek());
    if (day) words.skip();
    return day;
  };
  (void)words.take("the");
  if (const auto month = take_month(words)) {
    if (const auto day = take_day(); day && *day > 0 && *day < 100) return made(*month, *day);
  } else if (const auto day = take_day(); day && *day > 0 && *day < 100) {
    (void)words.take("of");
    if (const auto named = take_month(words)) return made(*named, *day);
  }
  words.go_back(before);
  return std::nullopt;
}

Result<std::optional<LocalDate>> take_date(WordStream& words, LocalDate today) {
  if (words.take("today")) return std::optional(today);
  if (words.take("tomorrow")) return std::optional(today + days(1));
  const std::size_t before = words.place();
  const auto named = take_weekday(words);
  std::optional<LocalDate> date;
  if (const auto day = take_month_day(words)) {
    const auto year = words.peek().size() == 4 ? digits(words.peek()) : std::nullopt;
    if (year) words.skip();
    date = year ? dated(*day, *year) : next_such(*day, today);
    if (!date) return invalid(std::string(kNoDay));
  } else if (const std::string_view word = words.peek(); word.size() == 10 && word[4] == '-') {
    const auto parsed = parse_date(word);
    if (!parsed) return invalid(std::string(kNoDay));
    words.skip();
    date = *parsed;
  }
  if (date && named && weekday(*date) != *named)
    return invalid("that date is another weekday; leave out the weekday or the date, like Friday or 27 November");
  // A weekday alone: the next one after today.
  if (!date && named) {
    const days ahead = *named - weekday(today);
    date = today + (ahead == days(0) ? days(7) : ahead);
  }
  if (!date) words.go_back(before);
  return date;
}

}  // namespace kindling::phrase
