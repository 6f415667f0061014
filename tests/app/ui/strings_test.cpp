#include "app/ui/strings.hpp"

#include <gtest/gtest.h>

#include "core/base/text.hpp"

namespace kindling::ui {
namespace {

TEST(Strings, EnglishIsItsOwnKey) {
  const Strings tr;
  EXPECT_EQ(tr("Save"), "Save");
}

TEST(Strings, FillsInArgumentsByName) {
  const Strings tr;
  EXPECT_EQ(tr("{weekday} {day} {month}", {{"month", "May"}, {"day", "3"}, {"weekday", "Sunday"}}), "Sunday 3 May");
  EXPECT_EQ(tr("{a} and {a}", {{"a", "x"}}), "x and x");
  EXPECT_EQ(tr("For {name}.", {{"name", "{a}"}}), "For {a}.") << "a value isn't a pattern";
  EXPECT_EQ(tr("Less {unknown}than", {}), "Less than");
  EXPECT_EQ(tr("An open {brace", {{"brace", "x"}}), "An open {brace");
}

TEST(Strings, CountsInEnglish) {
  const Strings tr;
  EXPECT_EQ(tr.count(1, "in {n} day", "in {n} days"), "in 1 day");
  EXPECT_EQ(tr.count(0, "in {n} day", "in {n} days"), "in 0 days");
  EXPECT_EQ(tr.count(21, "in {n} day", "in {n} days"), "in 21 days");
  EXPECT_EQ(tr.count(2, "A year ago", "{n} years ago"), "2 years ago");
}

TEST(Strings, PseudoIsLongerAndMarked) {
  const Strings tr(Language::pseudo);
  const std::string_view plain = "Nothing is announced then; it stays in Today.";
  const std::string_view stretched = tr(plain);
  EXPECT_TRUE(is_valid_utf8(stretched));
  const double longer = static_cast<double>(count_characters(stretched)) / static_cast<double>(plain.size());
  EXPECT_GT(longer, 1.25);
  EXPECT_LT(longer, 1.6);
  EXPECT_EQ(stretched.find("Nothing"), std::string_view::npos);
  EXPECT_EQ(tr(plain).data(), stretched.data()) << "what it gave lives on";
}

TEST(Strings, PseudoLeavesArgumentsAlone) {
  const Strings tr(Language::pseudo);
  EXPECT_EQ(tr("{name}", {{"name", "Ana"}}), "Ana");
  EXPECT_NE(tr("Done: {name}", {{"name", "Ana"}}).find("Ana"), std::string::npos);
}

TEST(Strings, LanguageIsChangedLive) {
  Strings tr;
  tr.use(Language::pseudo);
  EXPECT_NE(tr("Save"), "Save");
  tr.use(Language::english);
  EXPECT_EQ(tr("Save"), "Save");
}

}  // namespace
}  // namespace kindling::ui
