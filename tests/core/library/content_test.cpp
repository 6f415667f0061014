// Judges assets/content itself: what assets/content/README.md promises beyond the form of each field, which
// core/codec/content_json.cpp checks while Kindling is built.
#include "assets/content.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "core/base/text.hpp"
#include "core/codec/content_json.hpp"
#include "core/library/catalogue.hpp"
#include "core/library/content_rules.hpp"
#include "core/recurrence/rule.hpp"
#include "tests/support/source_file.hpp"

namespace kindling {
namespace {

const std::vector<Content>& library() {
  static const Catalogue kCatalogue = *Catalogue::load(packed_content());
  return kCatalogue.all();
}

std::vector<const Content*> of_kind(ContentKind kind) {
  std::vector<const Content*> found;
  for (const Content& item : library()) {
    if (item.kind == kind) found.push_back(&item);
  }
  return found;
}

std::size_t how_many(const ContentFilter& filter) {
  return static_cast<std::size_t>(
      std::count_if(library().begin(), library().end(), [&](const Content& item) { return fits(item, filter); }));
}

// Everything a reader sees of it.
std::string words_of(const Content& item) {
  std::string all = item.title + " . " + item.text + " . " + item.cue;
  for (const auto& list : {item.steps, item.materials}) {
    for (const std::string& line : list) all += " . " + line;
  }
  return all;
}

// Lower-case words; an apostrophe within belongs to the word, a hyphen parts two.
std::vector<std::string> split(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char letter : fold_case(text) + " ") {
    const bool inner = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
                       static_cast<unsigned char>(letter) >= 0x80 || (letter == '\'' && !word.empty());
    if (inner) {
      word += letter;
    } else if (!word.empty()) {
      if (word.back() == '\'') word.pop_back();
      words.push_back(std::move(word));
      word.clear();
    }
  }
  return words;
}

using Shingles = std::set<std::vector<std::string>>;

Shingles three_word_runs(const Content& item) {
  const auto words = split(item.title + " " + item.text);
  Shingles runs;
  for (std::size_t i = 0; i + 3 <= words.size(); ++i) runs.insert({words[i], words[i + 1], words[i + 2]});
  return runs;
}

double jaccard(const Shingles& a, const Shingles& b) {
  if (a.empty() || b.empty()) return 0;
  const auto shared =
      static_cast<double>(std::count_if(a.begin(), a.end(), [&](const auto& run) { return b.contains(run); }));
  return shared / (static_cast<double>(a.size() + b.size()) - shared);
}

// Pieces that say any of these words or phrases, each with what it says.
std::vector<std::string> who_says(const std::vector<std::string>& phrases) {
  std::vector<std::string> found;
  for (const Content& item : library()) {
    std::string text = " ";
    for (const std::string& word : split(words_of(item))) text += word + " ";
    for (const std::string& phrase : phrases) {
      if (text.find(" " + phrase + " ") != std::string::npos) found.push_back(item.id + ": " + phrase);
    }
  }
  return found;
}

TEST(Content, EveryFileReads) {
  std::size_t count = 0;
  for (const char* name : {"prompts", "gestures", "replies", "dates", "cooking", "getaways", "rituals"}) {
    const auto items = read_content_json(source_file(std::string("assets/content/") + name + ".json"));
    ASSERT_TRUE(items.has_value()) << name << ": " << items.error().message;
    count += items->size();
  }
  EXPECT_EQ(count, library().size());
}

TEST(Content, HoldsAsManyOfEachKindAsAreDue) {
  EXPECT_GE(of_kind(ContentKind::prompt).size(), 80U);
  EXPECT_GE(of_kind(ContentKind::gesture).size(), 60U);
  EXPECT_GE(of_kind(ContentKind::date).size(), 60U);
  EXPECT_GE(of_kind(ContentKind::cooking).size(), 20U);
  EXPECT_GE(of_kind(ContentKind::getaway).size(), 12U);
  EXPECT_GE(of_kind(ContentKind::ritual).size(), 24U);
  EXPECT_GE(of_kind(ContentKind::reply).size(), 30U);
}

TEST(Content, HasNoTextTwice) {
  std::map<std::string, std::string> seen;
  for (const Content& item : library()) {
    const auto [at, is_new] = seen.emplace(fold_case(item.text), item.id);
    EXPECT_TRUE(is_new) << item.id << " says the same as " << at->second;
    if (item.title.empty()) continue;
    const auto [title, is_new_title] = seen.emplace(fold_case(item.title), item.id);
    EXPECT_TRUE(is_new_title) << item.id << " is called the same as " << title->second;
  }
}

// Near duplicates: the sets of three-word runs of title and text, Jaccard index of one half or more.
TEST(Content, HasNoNearDuplicates) {
  std::vector<std::pair<std::string, Shingles>> runs;
  for (const Content& item : library()) runs.emplace_back(item.id, three_word_runs(item));
  for (std::size_t i = 0; i < runs.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j)
      EXPECT_LT(jaccard(runs[i].second, runs[j].second), 0.5) << runs[i].first << " and " << runs[j].first;
  }
}

TEST(Content, SaysNothingOfWhoTheTwoAre) {
  EXPECT_THAT(who_says({"he",     "she",      "him",     "his",       "her",       "hers",       "himself",  "herself",
                        "man",    "men",      "woman",   "women",     "boy",       "girl",       "boys",     "girls",
                        "guy",    "guys",     "lady",    "ladies",    "gentleman", "gentlemen",  "husband",  "wife",
                        "spouse", "fiancé",   "fiancée", "married",   "boyfriend", "girlfriend", "mother",   "father",
                        "mum",    "mom",      "dad",     "son",       "daughter",  "brother",    "sister",   "king",
                        "queen",  "waitress", "actress", "housewife", "manly",     "feminine",   "masculine"}),
              ::testing::IsEmpty());
}

TEST(Content, SoundsLikeNoClinicAndNoSelfHelp) {
  EXPECT_THAT(
      who_says(
          {"trauma",       "traumatic",     "toxic",          "triggered",     "boundaries",    "attachment",
           "avoidant",     "codependent",   "narcissist",     "narcissistic",  "therapy",       "disorder",
           "symptom",      "symptoms",      "dysfunction",    "dysfunctional", "diagnosis",     "pathological",
           "libido",       "foreplay",      "intercourse",    "bonding",       "deepen",        "vulnerability",
           "mindful",      "mindfulness",   "self care",      "inner child",   "validate",      "validated",
           "empower",      "holistic",      "wellness",       "journey",       "soulmate",      "soulmates",
           "better half",  "love language", "love languages", "quality time",  "reconnect",     "affirmation",
           "affirmations", "gratitude",     "communicate",    "communication", "communicating", "relationship goals"}),
      ::testing::IsEmpty());
}

TEST(Content, HasNoBabyTalkNoCountingAndNoPressure) {
  EXPECT_THAT(who_says({"hubby", "wifey", "bae", "sweetie", "cuddle bug", "snuggle bunny", "honey bunny", "date nite",
                        "you owe them", "earn a kiss", "reward them", "make them", "whether they like it or not",
                        "don't take no", "prove that you love", "if you loved"}),
              ::testing::IsEmpty());
}

TEST(Content, IsWrittenWithoutExclamationMarksAndEmoji) {
  for (const Content& item : library()) {
    const std::string words = words_of(item);
    EXPECT_EQ(words.find_first_of("!\"<>{}[]|*_#"), std::string::npos) << item.id;
    // Three-byte punctuation and symbols (U+2000 to U+2FFF) and all four-byte characters.
    for (std::size_t i = 0; i < words.size(); ++i) {
      const auto byte = static_cast<unsigned char>(words[i]);
      EXPECT_TRUE(byte < 0xF0 && byte != 0xE2) << item.id;
    }
  }
}

TEST(Content, OpensPromptsInManyWays) {
  const auto prompts = of_kind(ContentKind::prompt);
  std::map<std::string, std::size_t> openings;
  for (const Content* prompt : prompts) {
    const auto words = split(prompt->text);
    ASSERT_GE(words.size(), 2U) << prompt->id;
    ++openings[words[0] + " " + words[1]];
  }
  for (const auto& [opening, count] : openings) EXPECT_LE(count * 25, prompts.size()) << opening;
}

TEST(Content, HoldsSomethingForWhoeverAsks) {
  const ContentFilter date{.kinds = {ContentKind::date}};
  ContentFilter cheap_evening = date;
  cheap_evening.place = Where::home;
  cheap_evening.most_minutes = 90;
  cheap_evening.most_cost = Cost::low;
  EXPECT_GE(how_many(cheap_evening), 5U);
  for (const Season season : {Season::spring, Season::summer, Season::autumn, Season::winter}) {
    ContentFilter filter = date;
    filter.season = season;
    EXPECT_GE(how_many(filter), 5U) << name_of(season);
    filter.place = Where::out;
    EXPECT_GE(how_many(filter), 3U) << name_of(season);
  }
  for (const Kids kids : {Kids::asleep, Kids::along, Kids::sitter}) {
    ContentFilter filter = date;
    filter.kids = kids;
    EXPECT_GE(how_many(filter), 5U) << name_of(kids);
  }
  ContentFilter apart = date;
  apart.afar = true;
  EXPECT_GE(how_many(apart), 5U);
}

TEST(Content, HoldsSomethingBelowEveryCeiling) {
  for (int ceiling = 0; ceiling <= 6; ++ceiling) {
    for (const ContentKind kind : {ContentKind::date, ContentKind::gesture, ContentKind::prompt})
      EXPECT_GE(how_many({.kinds = {kind}, .most_comfort = ceiling}), 1U) << name_of(kind) << " " << ceiling;
  }
}

// All decks but the one that both have to switch on.
TEST(Content, HoldsDecksOfTwoDepthsBelowTheUsualCeiling) {
  for (const std::string_view deck : categories_of(ContentKind::prompt)) {
    const bool opt_in = deck == kIntimacyDeck;
    std::set<int> depths;
    for (const Content* prompt : of_kind(ContentKind::prompt)) {
      if (prompt->category == deck && (opt_in || prompt->comfort <= 3)) depths.insert(prompt->depth);
    }
    EXPECT_GE(depths.size(), 2U) << deck;
  }
}

TEST(Content, HoldsSomethingInEveryCategory) {
  for (const ContentKind kind : {ContentKind::prompt, ContentKind::gesture, ContentKind::reply, ContentKind::date,
                                 ContentKind::cooking, ContentKind::getaway, ContentKind::ritual}) {
    for (const std::string_view category : categories_of(kind)) {
      if (category == "other") continue;
      EXPECT_GE(how_many({.kinds = {kind}, .category = std::string(category), .adult = true}), 3U)
          << name_of(kind) << " " << category;
    }
  }
}

TEST(Content, GivesRitualsRulesThatAreWrittenAsTheyAreKept) {
  for (const Content* ritual : of_kind(ContentKind::ritual)) {
    const auto rule = parse_rule(ritual->rule);
    ASSERT_TRUE(rule.has_value()) << ritual->id;
    EXPECT_EQ(parse_rule(to_string(*rule)).value(), *rule) << ritual->id;
    EXPECT_EQ(ritual->ritual_kind, ritual->category) << ritual->id;
    EXPECT_EQ(rule->frequency == Frequency::yearly, ritual->category == "yearly") << ritual->id;
  }
}

TEST(Content, KeepsTheWaitsThatItsKindsPromise) {
  for (const Content& item : library()) {
    const auto [least, most] = item.kind == ContentKind::prompt    ? std::pair(365, 365)
                               : item.kind == ContentKind::reply   ? std::pair(30, 30)
                               : item.kind == ContentKind::gesture ? std::pair(7, 60)
                                                                   : std::pair(0, 365);
    EXPECT_TRUE(item.repeat_days >= least && item.repeat_days <= most) << item.id;
  }
}

}  // namespace
}  // namespace kindling
