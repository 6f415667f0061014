#include "platform/cli/text_output.hpp"

#include <algorithm>
#include <array>

namespace kindling::cli {
namespace {

struct CodePoint {
  char32_t value = 0;
  std::size_t length = 1;
};

CodePoint code_point_at(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) {
    return at + i < text.size() ? static_cast<char32_t>(static_cast<unsigned char>(text[at + i])) : char32_t{0x80};
  };
  const char32_t first = byte(0);
  if (first < 0x80) return {first, 1};
  if (first < 0xE0) return {((first & 0x1F) << 6) | (byte(1) & 0x3F), 2};
  if (first < 0xF0) return {((first & 0x0F) << 12) | ((byte(1) & 0x3F) << 6) | (byte(2) & 0x3F), 3};
  return {((first & 0x07) << 18) | ((byte(1) & 0x3F) << 12) | ((byte(2) & 0x3F) << 6) | (byte(3) & 0x3F), 4};
}

struct Stretch {
  char32_t from, to;
};
// Combining marks, joiners and variation selectors; and East Asian Wide and emoji (Unicode TR 11), in coarse blocks.
constexpr auto kNarrowest = std::to_array<Stretch>({{0x0300, 0x036F},
                                                    {0x0483, 0x0489},
                                                    {0x0591, 0x05BD},
                                                    {0x064B, 0x065F},
                                                    {0x200B, 0x200F},
                                                    {0x20D0, 0x20FF},
                                                    {0xFE00, 0xFE0F},
                                                    {0xFE20, 0xFE2F},
                                                    {0x1F3FB, 0x1F3FF},
                                                    {0xE0100, 0xE01EF}});
constexpr auto kWide = std::to_array<Stretch>({{0x1100, 0x115F},
                                               {0x2E80, 0x303E},
                                               {0x3041, 0xA4CF},
                                               {0xAC00, 0xD7A3},
                                               {0xF900, 0xFAFF},
                                               {0xFE30, 0xFE6F},
                                               {0xFF00, 0xFF60},
                                               {0xFFE0, 0xFFE6},
                                               {0x1F300, 0x1F64F},
                                               {0x1F680, 0x1F6FF},
                                               {0x1F900, 0x1FAFF},
                                               {0x20000, 0x3FFFD}});

template <std::size_t N>
bool lies_in(const std::array<Stretch, N>& stretches, char32_t c) {
  return std::any_of(stretches.begin(), stretches.end(), [c](const Stretch& s) { return c >= s.from && c <= s.to; });
}

std::size_t width_of(char32_t c) { return c < 0x300 ? 1 : lies_in(kNarrowest, c) ? 0 : lies_in(kWide, c) ? 2 : 1; }

constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
constexpr std::array<std::string_view, 7> kLongDays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                    "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> kMonths{"January",   "February", "March",    "April",
                                                   "May",       "June",     "July",     "August",
                                                   "September", "October",  "November", "December"};

std::string_view month_of(LocalDate date) { return kMonths[static_cast<unsigned>(calendar(date).month()) - 1]; }
std::string day_of_month(LocalDate date) { return std::to_string(static_cast<unsigned>(calendar(date).day())); }
unsigned weekday_of(LocalDate date) { return std::chrono::weekday(date).c_encoding(); }

}  // namespace

std::string Style::wrap(std::string_view code, std::string_view text) const {
  if (!coloured || text.empty()) return std::string(text);
  std::string styled = "\x1b[";
  ((styled += code) += 'm') += text;
  return styled += "\x1b[0m";
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < text.size();) {
    if (text[at] == '\x1b') {
      at = std::min(text.find('m', at), text.size() - 1) + 1;
      continue;
    }
    const CodePoint next = code_point_at(text, at);
    width += width_of(next.value);
    at += next.length;
  }
  return width;
}

std::string Columns::text(std::string_view indent) const {
  std::vector<std::size_t> widths;
  for (const auto& row : rows_) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i == widths.size()) widths.push_back(0);
      widths[i] = std::max(widths[i], display_width(row[i]));
    }
  }
  std::string out;
  for (const auto& row : rows_) {
    std::string line(indent);
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += row[i];
      if (i + 1 < row.size() && widths[i] > 0) line += std::string(widths[i] - display_width(row[i]) + 2, ' ');
    }
    line.resize(line.find_last_not_of(' ') + 1);
    (out += line) += '\n';
  }
  return out;
}

std::string short_id(const Uuid& id) { return to_string(id).substr(0, 6); }

std::string one_line(std::string_view text, std::size_t width) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  std::string out;
  std::size_t used = 0;
  for (std::size_t at = 0; at < end;) {
    const CodePoint next = code_point_at(text, at);
    const std::size_t cells = width_of(next.value);
    if (used + cells + 1 > width && display_width(text.substr(at, end - at)) + used > width) return out += "…";
    out += next.value == '\t' ? std::string_view(" ") : text.substr(at, next.length);
    used += cells;
    at += next.length;
  }
  return end < text.size() ? out += " …" : out;
}

std::string wrapped(std::string_view text, std::string_view indent, std::size_t width) {
  std::string out, line(indent);
  bool is_empty = true;
  const auto finish_line = [&] {
    line.resize(line.find_last_not_of(' ') + 1);
    (out += line) += '\n';
    line = indent;
    is_empty = true;
  };
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
    const std::string_view word = text.substr(at, end - at);
    if (!is_empty && display_width(line) + 1 + display_width(word) > width) finish_line();
    if (!is_empty) line += ' ';
    line += word;
    is_empty = false;
    if (end == text.size() || text[end] == '\n') finish_line();
    at = end + 1;
  }
  return out;
}

std::string date_words(LocalDate date, LocalDate today) {
  const auto away = (date - today).count();
  if (away == 0) return "today";
  if (away == 1) return "tomorrow";
  if (away == -1) return "yesterday";
  std::string words(kDays[weekday_of(date)]);
  words += " " + day_of_month(date) + " ";
  words += month_of(date).substr(0, 3);
  if (calendar(date).year() != calendar(today).year()) words += " " + to_string(date).substr(0, 4);
  return words;
}

std::string time_words(LocalDateTime time, LocalDate today) {
  return date_words(date_of(time), today) + " " + to_string(time_of(time));
}

std::string full_date_words(LocalDate date) {
  std::string words(kLongDays[weekday_of(date)]);
  words += ", " + day_of_month(date) + " ";
  words += month_of(date);
  return words + " " + to_string(date).substr(0, 4);
}

std::string length_words(std::chrono::minutes length) {
  const auto total = length.count();
  if (total < 60) return std::to_string(total) + " min";
  if (total >= 2880 && total % 1440 == 0) return std::to_string(total / 1440) + " days";
  std::string words = std::to_string(total / 60) + " h";
  if (total % 60 != 0) words += " " + std::to_string(total % 60) + " min";
  return words;
}

std::string count_words(std::size_t count, std::string_view one, std::string_view many) {
  std::string words = std::to_string(count) + " ";
  return words += count == 1 ? one : many;
}

}  // namespace kindling::cli
