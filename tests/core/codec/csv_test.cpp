#include "core/codec/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

namespace kindling {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

std::vector<CsvRow> rows_of(std::string_view text) {
  std::vector<CsvRow> rows;
  const Result<void> done = read_csv(text, [&](const CsvRow& row, std::size_t) {
    rows.push_back(row);
    return true;
  });
  EXPECT_TRUE(done) << (done ? "" : done.error().message);
  return rows;
}

std::string error_of(std::string_view text) {
  const Result<void> done = read_csv(text, [](const CsvRow&, std::size_t) { return true; });
  EXPECT_FALSE(done);
  return done ? "" : done.error().message;
}

TEST(Csv, ReadsCellsQuotesAndLineBreaks) {
  EXPECT_THAT(rows_of("a,b\r\n\"x, y\",\"say \"\"hi\"\"\"\r\n\"two\r\nlines\",\r\n"),
              ElementsAre(CsvRow{"a", "b"}, CsvRow{"x, y", "say \"hi\""}, CsvRow{"two\r\nlines", ""}));
  EXPECT_THAT(rows_of("a,b\nc,d"), ElementsAre(CsvRow{"a", "b"}, CsvRow{"c", "d"}));
  EXPECT_THAT(rows_of("a\rb\r"), ElementsAre(CsvRow{"a"}, CsvRow{"b"}));
  EXPECT_THAT(rows_of("\xEF\xBB\xBF\"a\",b\n\n\r\n,\n"), ElementsAre(CsvRow{"a", "b"}, CsvRow{"", ""}));
  EXPECT_THAT(rows_of("\"\"\n"), ElementsAre(CsvRow{""}));
  EXPECT_TRUE(rows_of("").empty());
  EXPECT_THAT(rows_of("\xEF\xBB"), ElementsAre(CsvRow{"\xEF\xBB"}));
}

TEST(Csv, NamesTheLineOfMisplacedQuotes) {
  EXPECT_THAT(error_of("a\nb\"c\n"), HasSubstr("line 2 "));
  EXPECT_THAT(error_of("\"a\nb\"c\n"), HasSubstr("line 2 "));
  EXPECT_THAT(error_of("a\r\nb\r\n\"c\r\n\r\n"), HasSubstr("line 3 "));
}

TEST(Csv, TellsTheLineThatEachRowBeginsOn) {
  std::vector<std::size_t> lines;
  EXPECT_TRUE(read_csv("a\r\n\r\n\"b\r\nc\nd\"\r\ne", [&](const CsvRow&, std::size_t line) {
    lines.push_back(line);
    return true;
  }));
  EXPECT_THAT(lines, ElementsAre(1U, 3U, 6U));
}

TEST(Csv, StaysWithinItsLimits) {
  EXPECT_EQ(rows_of(std::string(kCsvFieldLimit, 'x')).size(), 1U);
  EXPECT_THAT(error_of(std::string(kCsvFieldLimit + 1, 'x')), HasSubstr("65536 bytes"));
  EXPECT_THAT(error_of("\"" + std::string(kCsvFieldLimit + 1, 'x')), HasSubstr("65536 bytes"));
  EXPECT_EQ(rows_of(std::string(kCsvColumnLimit - 1, ',')).at(0).size(), kCsvColumnLimit);
  EXPECT_THAT(error_of(std::string(kCsvColumnLimit, ',')), HasSubstr("256 columns"));
}

TEST(Csv, StopsWhenAsked) {
  int seen = 0;
  EXPECT_TRUE(read_csv("a\nb\n\"broken", [&](const CsvRow&, std::size_t) { return ++seen < 2; }));
  EXPECT_EQ(seen, 2);
}

TEST(Csv, ReadsBackWhatItWritesHoweverItIsCut) {
  EXPECT_TRUE(rc::check([] {
    const auto cell = rc::gen::container<std::string>(
        rc::gen::element('a', ' ', ',', '"', '\n', '\r', '=', '\xC3', '\xEF', '\xBB', '\xBF'));
    const auto table = *rc::gen::resize(
        15, rc::gen::container<std::vector<CsvRow>>(rc::gen::nonEmpty(rc::gen::container<CsvRow>(cell))));
    std::string text;
    for (const CsvRow& row : table) text += csv_row(row);
    std::vector<CsvRow> read;
    CsvReader reader([&](const CsvRow& row, std::size_t) {
      read.push_back(row);
      return true;
    });
    const auto piece = static_cast<std::size_t>(*rc::gen::inRange(1, 9));
    for (std::size_t i = 0; i < text.size(); i += piece) {
      RC_ASSERT(reader.feed(std::string_view(text).substr(i, piece)).has_value());
    }
    RC_ASSERT(reader.finish().has_value());
    RC_ASSERT(read == table);
  }));
}

}  // namespace
}  // namespace kindling
