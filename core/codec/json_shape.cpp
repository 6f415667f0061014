#include "core/codec/json_shape.hpp"

#include <string>

namespace kindling {
namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

Error too_much(std::string_view what, std::size_t limit, std::size_t offset) {
  return invalid("at byte " + std::to_string(offset) + " the file has " + std::string(what) +
                 "; an export has at most " + std::to_string(limit));
}

// Past the closing quote; npos where there is none within the limit.
std::size_t end_of_text(std::string_view json, std::size_t at, std::size_t limit) {
  const std::size_t last = json.size() - at > limit ? at + limit : json.size();
  for (; at < last; ++at) {
    if (json[at] == '"') return at + 1;
    if (json[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

}  // namespace

Result<void> check_json_shape(std::string_view json, const JsonLimits& limits) {
  std::size_t depth = 0;
  std::size_t literal = 0;
  for (std::size_t at = 0; at < json.size();) {
    const char c = json[at];
    if (c == '"') {
      const std::size_t end = end_of_text(json, at + 1, limits.text);
      if (end == std::string_view::npos) return too_much("a text that is too long or never ends", limits.text, at);
      at = end;
      literal = 0;
      continue;
    }
    if (c == '[' || c == '{') {
      if (++depth > limits.depth) return too_much("too many brackets within brackets", limits.depth, at);
    } else if ((c == ']' || c == '}') && depth > 0) {
      --depth;
    }
    const bool structure = is_space(c) || c == ',' || c == ':' || c == '[' || c == ']' || c == '{' || c == '}';
    literal = structure ? 0 : literal + 1;
    if (literal > limits.literal) return too_much("a number or word that is too long", limits.literal, at);
    ++at;
  }
  return {};
}

}  // namespace kindling
