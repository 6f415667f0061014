#include "core/codec/plain_text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "core/base/text.hpp"

namespace kindling {
namespace {

constexpr std::size_t kLongestTag = 2'000;  // with attributes
constexpr std::size_t kLongestEntity = 10;

bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

void append_code_point(std::string& out, std::uint32_t c) {
  const auto push = [&out](std::uint32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0U | (c >> 6U));
    push(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    push(0xE0U | (c >> 12U));
    push(0x80U | ((c >> 6U) & 0x3FU));
    push(0x80U | (c & 0x3FU));
  } else {
    push(0xF0U | (c >> 18U));
    push(0x80U | ((c >> 12U) & 0x3FU));
    push(0x80U | ((c >> 6U) & 0x3FU));
    push(0x80U | (c & 0x3FU));
  }
}

// The length of the tag that text begins with, and its name in lower case ("/div" without the slash).
std::optional<std::pair<std::size_t, std::string>> tag_at(std::string_view text) {
  if (text.size() < 3 || text.front() != '<') return std::nullopt;
  std::size_t i = text[1] == '/' ? 2 : 1;
  if (i >= text.size() || !is_letter(text[i])) return std::nullopt;
  std::string name;
  for (; i < text.size() && (is_letter(text[i]) || is_digit(text[i])) && name.size() < 12; ++i) {
    name += static_cast<char>(text[i] | 0x20);
  }
  if (i < text.size() && text[i] != '>' && text[i] != '/' && text[i] != ' ') return std::nullopt;
  const std::size_t end = text.substr(0, kLongestTag).find('>', i);
  if (end == std::string_view::npos) return std::nullopt;
  return std::pair(end + 1, std::move(name));
}

bool breaks_line(std::string_view name) noexcept {
  constexpr std::array<std::string_view, 8> kBlocks{"br", "p", "div", "li", "ul", "ol", "tr", "blockquote"};
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading || std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

std::uint32_t number_from(std::string_view digits) noexcept {
  std::uint32_t value = 0;
  const bool hexadecimal = !digits.empty() && (digits.front() | 0x20) == 'x';
  if (hexadecimal) digits.remove_prefix(1);
  for (const char c : digits) {
    const char lower = static_cast<char>(c | 0x20);
    if (is_digit(c)) {
      value = value * (hexadecimal ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
    } else if (hexadecimal && lower >= 'a' && lower <= 'f') {
      value = value * 16 + static_cast<std::uint32_t>(lower - 'a' + 10);
    } else {
      return 0;
    }
    if (value > 0x10FFFF) return 0;
  }
  const bool allowed = value >= 0x20 || value == '\n' || value == '\t';
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return allowed && !surrogate && !(value >= 0x7F && value < 0xA0) ? value : 0;
}

// The length of the entity that text begins with, and what it stands for; 0 where it's none.
std::pair<std::size_t, std::uint32_t> entity_at(std::string_view text) noexcept {
  const std::size_t end = text.substr(0, kLongestEntity).find(';');
  if (end == std::string_view::npos) return {};
  const std::string_view name = text.substr(1, end - 1);
  constexpr std::array<std::pair<std::string_view, char>, 6> kNamed{
      {{"amp", '&'}, {"lt", '<'}, {"gt", '>'}, {"quot", '"'}, {"apos", '\''}, {"nbsp", ' '}}};
  for (const auto& [known, stands_for] : kNamed) {
    if (name == known) return {end + 1, static_cast<std::uint32_t>(stands_for)};
  }
  if (name.size() < 2 || name.front() != '#') return {};
  const std::uint32_t value = number_from(name.substr(1));
  return value == 0 ? std::pair<std::size_t, std::uint32_t>{} : std::pair{end + 1, value == 0xA0 ? 0x20U : value};
}

// At most one blank line between paragraphs, no spaces before a line break.
std::string tidied(std::string_view text) {
  std::string out;
  std::size_t breaks = 0;
  for (const char c : trim(text)) {
    if (c == '\r') continue;
    if (c != '\n') {
      breaks = 0;
      out += c;
      continue;
    }
    while (!out.empty() && (out.back() == ' ' || out.back() == '\t')) out.pop_back();
    if (++breaks <= 2) out += c;
  }
  return out;
}

}  // namespace

std::string plain_text_from_html(std::string_view html) {
  std::string out;
  out.reserve(html.size());
  while (!html.empty()) {
    if (html.front() == '<') {
      if (const auto tag = tag_at(html)) {
        const bool closing = html[1] == '/';
        const bool at_line_start = out.empty() || out.back() == '\n';
        // A block begins on a line of its own; only <br> makes one more.
        if (breaks_line(tag->second) && (tag->second == "br" || !at_line_start)) out += '\n';
        if (tag->second == "p" && closing) out += '\n';
        if (tag->second == "li" && !closing) out += "- ";
        html.remove_prefix(tag->first);
        continue;
      }
    }
    if (html.front() == '&') {
      if (const auto [length, value] = entity_at(html); length > 0) {
        append_code_point(out, value);
        html.remove_prefix(length);
        continue;
      }
    }
    out += html.front();
    html.remove_prefix(1);
  }
  return tidied(out);
}

}  // namespace kindling
