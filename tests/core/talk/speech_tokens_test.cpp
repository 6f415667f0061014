#include "core/talk/speech_tokens.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "core/talk/phrase_pattern.hpp"
#include "core/talk/speech_rules.hpp"
#include "core/talk/speech_words.hpp"

namespace kindling::talk {
namespace {

std::string words(std::string_view text) {
  std::string out;
  for (const Token& token : read_speech(text).tokens) out += (out.empty() ? "" : " ") + token.word;
  return out;
}

bool matches(std::string_view pattern, std::string_view text) {
  const std::string_view patterns[] = {pattern};
  const PhraseBook book(patterns);
  const SpeechText speech = read_speech(text);
  const auto ids = book.number(speech.tokens);
  std::vector<PhraseBook::Match> found;
  for (std::size_t at = 0; at < speech.tokens.size(); ++at) book.match_at(speech.tokens, ids, at, found);
  return !found.empty();
}

TEST(SpeechTokens, WriteOutContractionsHoweverTheyAreTyped) {
  EXPECT_EQ(words("You're YOUʼRE you’re youre u"), "you are you are you are you are you");
  EXPECT_EQ(words("don't dont can't cannot won't"), "do not do not can not can not will not");
  EXPECT_EQ(words("It's Anna's, I'd"), "it is anna 's i would");
  EXPECT_EQ(words("ur so lazy, ur mother"), "you are so lazy your mother");
  EXPECT_EQ(words("neverrrr anymore"), "never any more");
}

TEST(SpeechTokens, KnowTheirPlaceInBytes) {
  const SpeechText speech = read_speech("Grüße, you’re");
  ASSERT_EQ(speech.tokens.size(), 3U);
  EXPECT_EQ(speech.tokens[1].start, 9U);
  EXPECT_EQ(speech.tokens[2].start, 9U);
  EXPECT_EQ(speech.tokens[2].end, 17U);
}

TEST(SpeechTokens, LeaveOutQuotedWords) {
  EXPECT_EQ(words("he said \"you never call\" again"), "he said again");
  EXPECT_EQ(words("“a” ‘b’ «c» „d“ 'e' f"), "f");
  EXPECT_EQ(words("hello\n> you never call\nbye"), "hello bye");
}

TEST(SpeechTokens, DoNotTakeApostrophesAndInchesForQuotes) {
  EXPECT_EQ(words("I don't, 'til you won't"), "i do not til you will not");
  EXPECT_EQ(words("a 12\" pizza and a 14\" one"), "a 12 pizza and a 14 one");
  EXPECT_EQ(words("\"an open quote"), "an open quote");
}

TEST(SpeechTokens, BelongToSentences) {
  const SpeechText speech = read_speech("One, two. Three?! 3.5 four");
  ASSERT_EQ(speech.sentences.size(), 3U);
  EXPECT_EQ(speech.tokens[1].before, Break::comma);
  EXPECT_EQ(speech.tokens[2].before, Break::sentence);
  EXPECT_EQ(speech.tokens[3].sentence, 2U);
}

TEST(PhrasePattern, MatchesWordsAlternativesAndClasses) {
  EXPECT_TRUE(matches("you always|never", "and YOU never"));
  EXPECT_FALSE(matches("you always|never", "you, never"));
  EXPECT_FALSE(matches("you always|never", "you. Never"));
  EXPECT_TRUE(matches("like your @family", "like your mum"));
}

TEST(PhrasePattern, MatchesOptionalWordsRunsAndGaps) {
  EXPECT_TRUE(matches("you just? want", "you want"));
  EXPECT_TRUE(matches("you just? want", "you just want"));
  EXPECT_TRUE(matches("you @adv* never", "you just really never"));
  EXPECT_TRUE(matches("you ..2 again", "you did it again"));
  EXPECT_FALSE(matches("you ..2 again", "you did it to me again"));
}

TEST(PhrasePattern, KnowsWhereAClauseStartsAndEnds) {
  EXPECT_TRUE(matches("^ whatever $", "Oh, whatever."));
  EXPECT_FALSE(matches("^ whatever $", "whatever happens"));
  EXPECT_FALSE(matches("^ whatever $", "do whatever"));
  EXPECT_TRUE(matches("done with|$", "I'm done!"));
  EXPECT_TRUE(matches("you , again", "you, again"));
  EXPECT_FALSE(matches("you know !how", "you know how"));
  EXPECT_TRUE(matches("you know !how", "you know"));
}

// The tables are checked here rather than when they're read: a pattern must start with words, have one-digit gaps, and
// name classes that exist.
void expect_well_formed(std::string_view pattern) {
  SCOPED_TRACE(pattern);
  const std::string_view whole = pattern;
  bool first = true;
  while (!pattern.empty()) {
    const std::string_view field = pattern.substr(0, pattern.find(' '));
    pattern.remove_prefix(std::min(field.size() + 1, pattern.size()));
    ASSERT_FALSE(field.empty());
    if (field == "^") {
      EXPECT_TRUE(whole.starts_with("^"));
      continue;
    }
    if (first) {
      EXPECT_TRUE(field[0] != '!' && field[0] != '.' && field != "," && field != "$");
      EXPECT_TRUE(field.back() != '?' && field.back() != '*');
    }
    first = false;
    if (field.starts_with("..")) {
      ASSERT_EQ(field.size(), 3U);
      EXPECT_TRUE(field[2] >= '1' && field[2] <= '9');
      continue;
    }
    EXPECT_EQ(field.find("||"), std::string_view::npos);
    EXPECT_NE(field.back(), '|');
    for (std::size_t i = 0; i + 1 < field.size(); ++i) {
      EXPECT_TRUE(field[i] != '?' && field[i] != '*') << field;
      EXPECT_TRUE(field[i] != '!' || i == 0) << field;
      EXPECT_TRUE(field[i] != '.') << field;
      EXPECT_TRUE(field[i] != '_') << field;
    }
    for (std::size_t at = field.find('@'); at != std::string_view::npos; at = field.find('@', at + 1)) {
      std::string_view name = field.substr(at + 1);
      name = name.substr(0, name.find_first_of("|?*"));
      EXPECT_FALSE(words_of_class(name).empty()) << name;
    }
  }
}

TEST(SpeechRules, AreWellFormed) {
  for (const auto table : {pattern_rules(), judgement_rules(), everyday_rules(), safety_rules()})
    for (const HarshRule& rule : table) expect_well_formed(rule.pattern);
  for (const auto table : {kind_phrases(), harmless_phrases()})
    for (const std::string_view pattern : table) expect_well_formed(pattern);
}

}  // namespace
}  // namespace kindling::talk
