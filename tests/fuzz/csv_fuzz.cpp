// Any bytes as CSV and as an export of Daylio: no crash; cut into pieces they give the same rows; rows survive being
// written and read again.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/text.hpp"
#include "core/codec/csv.hpp"
#include "core/codec/daylio.hpp"
#include "core/codec/plain_text.hpp"

namespace {

using namespace kindling;  // NOLINT(google-build-using-namespace): a program of one file

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const std::string_view text = text_of({bytes, size});
  std::vector<CsvRow> rows;
  const auto keep = [](std::vector<CsvRow>& into) {
    return [&into](const CsvRow& row, std::size_t) {
      into.push_back(row);
      return true;
    };
  };
  const Result<void> whole = read_csv(text, keep(rows));

  std::vector<CsvRow> rows_in_pieces;
  CsvReader reader(keep(rows_in_pieces));
  bool good = true;
  for (std::size_t i = 0; i < text.size() && good; ++i) good = reader.feed(text.substr(i, 1)).has_value();
  good = good && reader.finish().has_value();
  require(good == whole.has_value() && rows_in_pieces == rows);

  std::string written;
  for (const CsvRow& row : rows) written += csv_row(row);
  std::vector<CsvRow> again;
  require(read_csv(written, keep(again)).has_value() && again == rows);

  const std::string plain = plain_text_from_html(text);
  require(plain.size() <= 2 * text.size());
  require(!is_valid_utf8(text) || is_valid_utf8(plain));
  if (const auto file = read_daylio(text)) {
    for (const DaylioEntry& entry : file->entries) require(!entry.mood.empty() && is_valid_utf8(entry.note));
  }
  return 0;
}
