#include "core/codec/content_line.hpp"

#include <algorithm>
#include <cstdint>

#include "core/base/text.hpp"

namespace kindling {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t kFoldWidth = 75;                     // octets, RFC 5545 §3.1

char upper(char c) noexcept { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

bool is_control(char c) noexcept {
  const auto byte = static_cast<unsigned char>(c);
  return (byte < 0x20 && c != '\n' && c != '\t') || byte == 0x7F;
}

bool is_continuation(char c) noexcept { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80; }

// A line as it stands in the text, without its end.
std::string_view take_physical_line(std::string_view& rest) noexcept {
  const std::size_t end = rest.find('\n');
  std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  while (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

bool is_folded(std::string_view rest) noexcept {
  return !rest.empty() && (rest.front() == ' ' || rest.front() == '\t');
}

bool split(std::string_view text, ContentLine& line) noexcept {
  std::size_t i = 0;
  while (i < text.size() && text[i] != ':' && text[i] != ';') ++i;
  if (i == 0 || i == text.size()) return false;
  line.name = text.substr(0, i);
  const std::size_t parameters = i;
  for (bool quoted = false; i < text.size() && (quoted || text[i] != ':'); ++i) quoted ^= text[i] == '"';
  if (i == text.size()) {
    // A quote that never closes: take the first colon rather than lose the line.
    i = text.find(':', parameters);
    if (i == std::string_view::npos) return false;
  }
  line.parameters = i > parameters ? text.substr(parameters + 1, i - parameters - 1) : std::string_view{};
  line.value = text.substr(i + 1);
  return true;
}

// Only for text that is_valid_utf8 refuses: each run of bytes that belongs to no character becomes one U+FFFD.
std::string repaired(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t length = 1;
    while (length < 4 && i + length < text.size() && is_continuation(text[i + length])) ++length;
    while (length > 1 && !is_valid_utf8(text.substr(i, length))) --length;
    if (is_valid_utf8(text.substr(i, length))) {
      out.append(text.substr(i, length));
    } else if (!out.ends_with(kReplacement)) {
      out.append(kReplacement);
    }
    i += length;
  }
  return out;
}

std::string valid_utf8(const std::string& text) { return is_valid_utf8(text) ? text : repaired(text); }

}  // namespace

bool equals_upper(std::string_view text, std::string_view upper_text) noexcept {
  if (text.size() != upper_text.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (upper(text[i]) != upper_text[i]) return false;
  }
  return true;
}

bool ContentLine::is(std::string_view wanted) const noexcept { return equals_upper(name, wanted); }

std::string_view ContentLine::parameter(std::string_view wanted) const noexcept {
  std::size_t i = 0;
  while (i < parameters.size()) {
    const std::size_t begin = i;
    bool quoted = false;
    for (; i < parameters.size() && (quoted || parameters[i] != ';'); ++i) quoted ^= parameters[i] == '"';
    const std::string_view part = parameters.substr(begin, i - begin);
    ++i;
    const std::size_t equals = part.find('=');
    if (equals == std::string_view::npos || !equals_upper(part.substr(0, equals), wanted)) continue;
    std::string_view found = part.substr(equals + 1);
    if (!found.empty() && found.front() == '"') {
      found.remove_prefix(1);
      return found.substr(0, found.find('"'));
    }
    return found.substr(0, found.find(','));
  }
  return {};
}

ContentLines::ContentLines(std::string_view text) noexcept : rest_(text) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  if (rest_.starts_with(kByteOrderMark)) rest_.remove_prefix(kByteOrderMark.size());
}

bool ContentLines::next(ContentLine& line) {
  while (!rest_.empty()) {
    std::string_view whole = take_physical_line(rest_);
    bool too_long = whole.size() > kContentLineLimit;
    if (is_folded(rest_)) {
      unfolded_.assign(whole.substr(0, kContentLineLimit));
      while (is_folded(rest_)) {
        const std::string_view more = take_physical_line(rest_).substr(1);
        too_long = too_long || unfolded_.size() + more.size() > kContentLineLimit;
        if (!too_long) unfolded_.append(more);
      }
      whole = unfolded_;
    }
    line = {};
    if (!split(whole.substr(0, kContentLineLimit), line)) continue;
    if (too_long) line = {.name = line.name, .parameters = {}, .value = {}, .too_long = true};
    return true;
  }
  return false;
}

std::string text_from_ics(std::string_view value) {
  const auto is_plain = [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 && byte < 0x7F && c != '\\';
  };
  if (std::all_of(value.begin(), value.end(), is_plain)) return std::string(value);
  std::string out;
  out.reserve(value.size());
  for (std::size_t i = 0; i < value.size(); ++i) {
    char c = value[i];
    if (c == '\\' && i + 1 < value.size()) {
      c = value[++i];
      if (c == 'n' || c == 'N') c = '\n';
    }
    if (!is_control(c)) out += c;
  }
  return valid_utf8(out);
}

std::string text_to_ics(std::string_view text) {
  std::string out;
  out.reserve(text.size() + 16);
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
    } else if (!is_control(c)) {
      if (c == '\\' || c == ';' || c == ',') out += '\\';
      out += c;
    }
  }
  return valid_utf8(out);
}

void append_folded(std::string& out, std::string_view line) {
  std::size_t width = kFoldWidth;
  while (line.size() > width) {
    std::size_t cut = width;
    while (cut > 0 && is_continuation(line[cut])) --cut;
    if (cut == 0) cut = width;
    out.append(line.substr(0, cut)).append("\r\n ");
    line.remove_prefix(cut);
    width = kFoldWidth - 1;  // the space that marks a continuation counts
  }
  out.append(line).append("\r\n");
}

}  // namespace kindling
