#include "core/codec/csv.hpp"

#include <utility>

namespace kindling {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Error at_line(std::size_t line, std::string_view what) {
  return invalid("line " + std::to_string(line) + " of the CSV text " + std::string(what));
}

// How much of the text, from its start, has no meaning in that state and can be taken at once.
std::size_t plain_length(std::string_view text, bool quoted) noexcept {
  std::size_t i = 0;
  if (quoted) {
    while (i < text.size() && text[i] != '"' && text[i] != '\n' && text[i] != '\r') ++i;
  } else {
    while (i < text.size() && text[i] != ',' && text[i] != '"' && text[i] != '\n' && text[i] != '\r') ++i;
  }
  return i;
}

bool needs_quotes(std::string_view cell) noexcept {
  if (cell.empty()) return false;
  if (cell.front() == ' ' || cell.back() == ' ' || cell.front() == '\t' || cell.back() == '\t') return true;
  // A byte order mark in the first cell would be taken for the file's own.
  return cell.find_first_of(",\"\r\n") != std::string_view::npos || cell.starts_with(kByteOrderMark);
}

}  // namespace

Result<void> CsvReader::feed(std::string_view piece) {
  while (!piece.empty() && mark_seen_ < kByteOrderMark.size() && state_ != State::stopped) {
    if (piece.front() != kByteOrderMark[mark_seen_]) {
      const std::string_view partial = kByteOrderMark.substr(0, std::exchange(mark_seen_, kByteOrderMark.size()));
      for (const char c : partial) {
        if (Result<void> done = take(c); !done) return done;
      }
      break;
    }
    piece.remove_prefix(1);
    ++mark_seen_;
  }
  while (!piece.empty() && state_ != State::stopped) {
    const bool quoted = state_ == State::quoted;
    if (quoted || state_ == State::plain) {
      const std::size_t length = plain_length(piece, quoted);
      if (Result<void> done = append(piece.substr(0, length)); !done) return done;
      piece.remove_prefix(length);
      if (length > 0) after_return_ = false;
      if (piece.empty()) break;
    }
    if (Result<void> done = take(piece.front()); !done) return done;
    piece.remove_prefix(1);
  }
  return {};
}

Result<void> CsvReader::take(char c) {
  const bool feed_of_return = std::exchange(after_return_, c == '\r') && c == '\n';
  const bool line_break = c == '\n' || c == '\r';
  if (state_ == State::quoted) {
    if (line_break && !feed_of_return) ++line_;
    if (c != '"') return append({&c, 1});
    state_ = State::after_quote;
    return {};
  }
  if (line_break) {
    if (feed_of_return) return {};
    const bool blank = state_ == State::row_start;
    if (!blank) {
      if (Result<void> done = end_field(); !done) return done;
      end_row();
    }
    row_line_ = ++line_;
    return {};
  }
  if (c == ',') {
    if (Result<void> done = end_field(); !done) return done;
    state_ = State::field_start;
    return {};
  }
  if (c != '"') {
    if (state_ == State::after_quote) {
      return at_line(line_, "has text after a closing quote; a quote inside a quoted cell is written twice");
    }
    state_ = State::plain;
    return append({&c, 1});
  }
  if (state_ == State::plain) {
    return at_line(line_, "has a quote inside a cell; such a cell is put in quotes and the quote written twice");
  }
  if (state_ == State::after_quote) {
    state_ = State::quoted;
    return append("\"");
  }
  state_ = State::quoted;
  quote_line_ = line_;
  return {};
}

Result<void> CsvReader::append(std::string_view text) {
  if (field_.size() + text.size() > kCsvFieldLimit) {
    return at_line(line_, "has a cell of more than " + std::to_string(kCsvFieldLimit) + " bytes");
  }
  field_.append(text);
  return {};
}

Result<void> CsvReader::end_field() {
  if (row_.size() == kCsvColumnLimit) {
    return at_line(line_, "has more than " + std::to_string(kCsvColumnLimit) + " columns");
  }
  row_.push_back(std::exchange(field_, {}));
  return {};
}

void CsvReader::end_row() {
  const bool go_on = visit_(row_, row_line_);
  row_.clear();
  state_ = go_on ? State::row_start : State::stopped;
}

Result<void> CsvReader::finish() {
  if (mark_seen_ < kByteOrderMark.size()) {
    const std::string_view partial = kByteOrderMark.substr(0, std::exchange(mark_seen_, kByteOrderMark.size()));
    // Fewer bytes than a mark: they are the text itself.
    if (Result<void> done = feed(partial); !done) return done;
  }
  if (state_ == State::quoted) return at_line(quote_line_, "opens a quote that is never closed");
  if (state_ == State::row_start || state_ == State::stopped) return {};
  if (Result<void> done = end_field(); !done) return done;
  end_row();
  return {};
}

Result<void> read_csv(std::string_view text, const CsvReader::Visit& visit) {
  CsvReader reader(visit);
  if (Result<void> done = reader.feed(text); !done) return done;
  return reader.finish();
}

std::string csv_row(std::span<const std::string> cells) {
  std::string out;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    // A row of one empty cell would be a blank line.
    if (!needs_quotes(cells[i]) && !(cells.size() == 1 && cells[i].empty())) {
      out += cells[i];
      continue;
    }
    out += '"';
    for (const char c : cells[i]) {
      if (c == '"') out += '"';
      out += c;
    }
    out += '"';
  }
  return out + "\r\n";
}

}  // namespace kindling
