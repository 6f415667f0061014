// CSV after RFC 4180: a reader that takes text in pieces and gives rows as they end, so that files of any size stream
// through bounded memory, and a writer of rows. Not synchronised; one instance serves one thread.
//
// Cells are written as they are: one that begins with = + - or @ gets no apostrophe in front, because what is read back
// must equal what was written. A spreadsheet may take such a cell for a formula.
#pragma once

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.hpp"

namespace kindling {

inline constexpr std::size_t kCsvFieldLimit = 64 * 1024;  // bytes
inline constexpr std::size_t kCsvColumnLimit = 256;

using CsvRow = std::vector<std::string>;

class CsvReader {
 public:
  // Gets each row and the line that it begins on (from 1). Returns false to stop; the rest is then passed over.
  using Visit = std::function<bool(const CsvRow& row, std::size_t line)>;

  explicit CsvReader(Visit visit) : visit_(std::move(visit)) {}

  // The next piece of the text, cut anywhere. Rows end with CRLF, LF or CR; blank lines are passed over; a byte order
  // mark at the start is left out. Fails with invalid and the line's number where quotes are misplaced or a limit is
  // passed; nothing may be fed after a failure.
  [[nodiscard]] Result<void> feed(std::string_view piece);
  // The end of the text: gives the last row if it has no line break. Fails where a quote is still open.
  [[nodiscard]] Result<void> finish();

 private:
  enum class State { row_start, field_start, plain, quoted, after_quote, stopped };

  [[nodiscard]] Result<void> take(char c);
  [[nodiscard]] Result<void> append(std::string_view text);
  [[nodiscard]] Result<void> end_field();
  void end_row();

  Visit visit_;
  CsvRow row_;
  std::string field_;
  State state_ = State::row_start;
  std::size_t line_ = 1;
  std::size_t row_line_ = 1;
  std::size_t quote_line_ = 1;
  std::size_t mark_seen_ = 0;  // bytes of the byte order mark; past it once the text has begun
  bool after_return_ = false;  // a line feed now belongs to the carriage return before
};

// A whole text at once.
[[nodiscard]] Result<void> read_csv(std::string_view text, const CsvReader::Visit& visit);

// One row with CRLF, quoted where needed: a comma, a quote, a line break or spaces at an end.
[[nodiscard]] std::string csv_row(std::span<const std::string> cells);

}  // namespace kindling
