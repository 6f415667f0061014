// Content lines of iCalendar (RFC 5545 §3.1): unfolding, names, parameters and text values, as views over the text
// read. Bounded: a line over the limit is reported, never built up. Not synchronised; one instance serves one thread.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace kindling {

inline constexpr std::size_t kContentLineLimit = 64 * 1024;  // bytes of an unfolded line

// One unfolded line. The views stay valid until the next line is read.
struct ContentLine {
  std::string_view name;        // as written; compare with is()
  std::string_view parameters;  // between name and value, e.g. TZID=Europe/Berlin;VALUE=DATE-TIME
  std::string_view value;
  bool too_long = false;  // longer than kContentLineLimit: only the name is given

  // Whether the name is `wanted` (upper case), in any case.
  [[nodiscard]] bool is(std::string_view wanted) const noexcept;
  // The first value of a parameter (upper case) without its quotes; empty where there is none.
  [[nodiscard]] std::string_view parameter(std::string_view wanted) const noexcept;
};

class ContentLines {
 public:
  // `text` must outlive the reader. A byte order mark at its start is left out.
  explicit ContentLines(std::string_view text) noexcept;

  // Reads the next line that has a name and a value; others are passed over. False at the end.
  [[nodiscard]] bool next(ContentLine& line);

 private:
  std::string_view rest_;
  std::string unfolded_;
};

// Whether two texts are equal but for the case of ASCII letters. `upper` is in upper case.
[[nodiscard]] bool equals_upper(std::string_view text, std::string_view upper) noexcept;

// A TEXT value (RFC 5545 §3.3.11) as plain UTF-8: escapes resolved, control characters but line break and tab left
// out, bytes that aren't UTF-8 replaced by U+FFFD.
[[nodiscard]] std::string text_from_ics(std::string_view value);

// The reverse, without folding. text_from_ics(text_to_ics(t)) == t where t is valid UTF-8 without control characters
// other than \n and \t.
[[nodiscard]] std::string text_to_ics(std::string_view text);

// Appends `line` with CRLF, folded so that no line has more than 75 octets and no character is cut.
void append_folded(std::string& out, std::string_view line);

}  // namespace kindling
