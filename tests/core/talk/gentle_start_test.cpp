#include "core/talk/gentle_start.hpp"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/base/text.hpp"

namespace kindling {
namespace {

std::vector<std::string> kinds_of(std::string_view text) {
  std::vector<std::string> kinds;
  for (const HarshFlag& flag : check_speech(text).flags) kinds.emplace_back(name_of(flag.kind));
  return kinds;
}

using Kinds = std::vector<std::string>;

TEST(GentleStart, FlagsThePlaceAndOffersAWording) {
  const SpeechCheck check = check_speech("Honestly, you never listen to me. Good night.");
  ASSERT_EQ(check.flags.size(), 1U);
  EXPECT_EQ(check.flags[0].start, 10U);
  EXPECT_EQ(check.flags[0].length, std::string_view("you never listen to me").size());
  EXPECT_EQ(check.flags[0].suggestion, "I don't feel heard right now, and I'd love to");
  EXPECT_EQ(check.gentle,
            "I don't feel heard right now, and I'd love to. Could we sit down tonight and really listen to each other? "
            "Good night.");
}

TEST(GentleStart, FlagsEachPlaceAndMakesOneRequest) {
  const SpeechCheck check = check_speech("You never listen to me and you're always on your phone");
  ASSERT_EQ(check.flags.size(), 2U);
  EXPECT_EQ(check.gentle,
            "I don't feel heard right now, and I miss having your attention when a screen is between us. Could we have "
            "some time tonight with the screens away?");
}

TEST(GentleStart, KeepsTheWritersOwnWhen) {
  EXPECT_EQ(
      check_speech("You never listen to me when I talk about work.").gentle,
      "I don't feel heard when I talk about work, and I'd love to. Could we sit down tonight and really listen to "
      "each other?");
  EXPECT_TRUE(
      check_speech("When I come home tired you never even look up.").gentle.starts_with("When I come home tired, it"));
}

TEST(GentleStart, MissesTalkingInsteadOfNeverTalking) {
  EXPECT_TRUE(check_speech("We never talk any more.").gentle.starts_with("I miss talking with you"));
}

TEST(GentleStart, ReadsHoweverItIsTyped) {
  for (const char* text : {"youre always late", "YOU’RE ALWAYS LATE", "u r always late",
                           "you're, like, so lazy and you never help", "your always late", "you NEVER EVER help",
                           "you *never* help", "you never\u00A0help", "neverrr mind, you neverrr help"})
    EXPECT_FALSE(check_speech(text).flags.empty()) << text;
}

TEST(GentleStart, NamesEachKind) {
  EXPECT_EQ(kinds_of("Why can't you just help?"), Kinds{"why-dont-you"});
  EXPECT_EQ(kinds_of("You make me feel so small."), Kinds{"you-make-me"});
  EXPECT_EQ(kinds_of("Everyone else's partner cooks."), Kinds{"comparison"});
  EXPECT_EQ(kinds_of("You're so selfish."), Kinds{"insult"});
  EXPECT_EQ(kinds_of("You don't care."), Kinds{"mind-reading"});
  EXPECT_EQ(kinds_of("If you loved me you'd know."), Kinds{"threat"});
  EXPECT_EQ(kinds_of("You're overreacting."), Kinds{"contempt"});
  EXPECT_EQ(kinds_of("You have to change."), Kinds{"demand"});
  EXPECT_EQ(kinds_of("It's your fault."), Kinds{"blame"});
}

TEST(GentleStart, LeavesKindWordsAlone) {
  for (const char* text :
       {"You always make me laugh", "You never fail to surprise me", "You never let me down", "I will always love you",
        "You make me feel safe", "Do you always take the train?", "Have you never been to Rome?", "I never call enough",
        "I always forget", "The cat always wakes you", "I'm not saying you never help",
        "My mother said \"you never call\""}) {
    const SpeechCheck check = check_speech(text);
    EXPECT_TRUE(check.flags.empty()) << text;
    EXPECT_EQ(check.gentle, text);
  }
}

TEST(GentleStart, CoachesNoWordingWhereThereIsFear) {
  for (const char* text :
       {"I'm scared of you. And you never listen to me.", "You won't let me see my friends", "you hit me"}) {
    const SpeechCheck check = check_speech(text);
    ASSERT_EQ(check.flags.size(), 1U) << text;
    EXPECT_EQ(check.flags[0].kind, HarshKind::safety);
    EXPECT_NE(check.flags[0].suggestion.find("kindling help crisis"), std::string::npos);
    EXPECT_EQ(check.gentle, "");
  }
}

TEST(GentleStart, GentleWordsAreGentleThemselves) {
  for (const char* text : {"You never listen.",
                           "You never help at home.",
                           "You're always on your phone.",
                           "We never go out.",
                           "We never touch.",
                           "You're always late.",
                           "You spend all our money.",
                           "You're always at work.",
                           "You never take my side with your mother.",
                           "You never help with the kids.",
                           "You're so rude.",
                           "You never text me.",
                           "You never thank me.",
                           "You always forget.",
                           "You always decide.",
                           "We always fight.",
                           "You make me feel worthless.",
                           "Other couples talk.",
                           "You don't care.",
                           "I'm done.",
                           "Whatever.",
                           "You have to change.",
                           "It's your fault.",
                           "Calm down.",
                           "Shut up.",
                           "Leave me alone."}) {
    const SpeechCheck check = check_speech(text);
    ASSERT_FALSE(check.flags.empty()) << text;
    EXPECT_TRUE(check_speech(check.gentle).flags.empty()) << check.gentle;
    EXPECT_EQ(check.gentle.back(), '?') << check.gentle;
    for (const HarshFlag& flag : check.flags)
      EXPECT_TRUE(check_speech(flag.suggestion).flags.empty()) << flag.suggestion;
  }
}

TEST(GentleStart, TakesTheEmptyText) { EXPECT_EQ(check_speech(""), SpeechCheck{}); }

bool is_boundary(const std::string& text, std::size_t at) {
  return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0U) != 0x80;
}

void check_offsets(const std::string& text) {
  const SpeechCheck check = check_speech(text);
  std::size_t last = 0;
  for (const HarshFlag& flag : check.flags) {
    RC_ASSERT(flag.length > 0U);
    RC_ASSERT(flag.start >= last);
    RC_ASSERT(flag.start + flag.length <= text.size());
    RC_ASSERT(is_boundary(text, flag.start));
    RC_ASSERT(is_boundary(text, flag.start + flag.length));
    RC_ASSERT(!flag.suggestion.empty());
    last = flag.start + flag.length;
  }
  RC_ASSERT(is_valid_utf8(check.gentle));
  if (check.flags.empty()) RC_ASSERT(check.gentle == text);
}

RC_GTEST_PROP(GentleStart, FlagsLieOnCharactersInOrderForSpokenText, ()) {
  const auto pieces = *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(std::vector<std::string>{
      "you ",     "never ", "always ", "You're ", "you’re ", "I ",      "feel ",     "like ",       "it ",  "that ",
      "when ",    "and ",   "but ",    "so ",     "lazy ",   "listen ", "to me ",    "hit ",        "let ", "me ",
      "make ",    "angry ", "your ",   "mother ", "just ",   "want ",   "Whatever ", "don't ",      "we ",  "talk ",
      "because ", "if ",    "I'm ",    "done ",   ". ",      "! ",      "?",         ", ",          "…",    "\n",
      "\n\n",     ">",      "\"",      "“",       "”",       "‘",       "’",         "«",           "»",    "'",
      "„",        "ü",      "🌙",       "\u00A0",  "*",       "-",       "—",         "every time ", "why ", "can't ",
      "u ",       "ur ",    "care ",   "again ",  "you",     "never"}));
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  check_offsets(text);
}

RC_GTEST_PROP(GentleStart, FlagsLieOnCharactersInOrderForAnyText, ()) {
  std::string text;
  for (const std::uint32_t number : *rc::gen::container<std::vector<std::uint32_t>>(rc::gen::inRange(1U, 0x11000U))) {
    const std::uint32_t c = number >= 0xD800 && number < 0xE000 ? 0x20 : number;
    if (c < 0x80) {
      text += static_cast<char>(c);
    } else if (c < 0x800) {
      text += {static_cast<char>(0xC0U | (c >> 6U)), static_cast<char>(0x80U | (c & 0x3FU))};
    } else if (c < 0x10000) {
      text += {static_cast<char>(0xE0U | (c >> 12U)), static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)),
               static_cast<char>(0x80U | (c & 0x3FU))};
    } else {
      text += {static_cast<char>(0xF0U | (c >> 18U)), static_cast<char>(0x80U | ((c >> 12U) & 0x3FU)),
               static_cast<char>(0x80U | ((c >> 6U) & 0x3FU)), static_cast<char>(0x80U | (c & 0x3FU))};
    }
    if (number % 3 == 0) text += " you never ";
  }
  RC_PRE(is_valid_utf8(text));
  check_offsets(text);
}

RC_GTEST_PROP(GentleStart, NeverFlagsQuotedText, ()) {
  const auto marks = *rc::gen::elementOf(std::vector<std::pair<std::string, std::string>>{
      {"“", "”"}, {"\"", "\""}, {"‘", "’"}, {"«", "»"}, {"„", "“"}, {"'", "'"}, {"\n> ", "\n"}});
  const auto words = *rc::gen::nonEmpty(rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(
      std::vector<std::string>{"you", "never", "always", "are", "lazy", "hit", "me", "don't", "care", "whatever"})));
  std::string quoted;
  for (const std::string& word : words) quoted += (quoted.empty() ? "" : " ") + word;
  const std::string text = "She said " + marks.first + quoted + marks.second + " to him.";
  RC_ASSERT(check_speech(text).flags.empty());
}

// Something quadratic would take minutes here and run into ctest's limit.
TEST(GentleStart, EndsSoonOnLongTextsThatAreHardToRead) {
  for (const std::string_view piece :
       {"you never ", "“ ‘ « ", " 'a", "you ", "why can't you just ever ", "when when ", "> ", "if you do not ",
        "aaaaaaaaaaaaaaaa", "you are all kind of very too quite so "}) {
    std::string text;
    while (text.size() < 50'000) text += piece;
    EXPECT_LE(check_speech(text).flags.size(), text.size()) << piece;
  }
}

}  // namespace
}  // namespace kindling
