#include "core/codec/json_writer.hpp"

#include "core/base/text.hpp"

namespace kindling {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

// The length of the valid UTF-8 character at the front, 0 where there is none.
std::size_t character_length(std::string_view text) {
  for (std::size_t length = 1; length <= 4 && length <= text.size(); ++length) {
    if (is_valid_utf8(text.substr(0, length))) return length;
  }
  return 0;
}

std::string repaired(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const std::size_t length = character_length(text);
    out += length == 0 ? kReplacement : text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

void append_escaped(std::string& out, std::string_view text) {
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::size_t plain = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7F) continue;
    out += text.substr(plain, i - plain);
    plain = i + 1;
    switch (c) {
      case '"': out += "\\\""; break;
      case '\\': out += "\\\\"; break;
      case '\n': out += "\\n"; break;
      case '\r': out += "\\r"; break;
      case '\t': out += "\\t"; break;
      default:
        out += "\\u00";
        out += kDigits[c >> 4U];
        out += kDigits[c & 15U];
    }
  }
  out += text.substr(plain);
}

}  // namespace

void JsonWriter::before_value() {
  if (needs_comma_) out_ += ',';
  if (wants_line_) out_ += '\n';
  wants_line_ = false;
  needs_comma_ = true;
}

void JsonWriter::open(char bracket) {
  before_value();
  out_ += bracket;
  needs_comma_ = false;
}

void JsonWriter::close(char bracket) {
  if (wants_line_) out_ += '\n';
  wants_line_ = false;
  out_ += bracket;
  needs_comma_ = true;
}

void JsonWriter::key(std::string_view name) {
  before_value();
  out_ += '"';
  out_ += name;
  out_ += "\":";
  needs_comma_ = false;
}

void JsonWriter::text(std::string_view value) {
  before_value();
  out_ += '"';
  if (is_valid_utf8(value)) {
    append_escaped(out_, value);
  } else {
    append_escaped(out_, repaired(value));
  }
  out_ += '"';
}

void JsonWriter::number(std::int64_t value) {
  before_value();
  out_ += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
  before_value();
  out_ += value ? "true" : "false";
}

void JsonWriter::null() {
  before_value();
  out_ += "null";
}

}  // namespace kindling
