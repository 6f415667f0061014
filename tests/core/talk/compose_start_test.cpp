#include <gtest/gtest.h>

#include <string>

#include "core/talk/gentle_start.hpp"

namespace kindling {
namespace {

std::string compose(std::string feeling, std::string fact, std::string need, std::string request) {
  const auto result = compose_gentle_start({std::move(feeling), std::move(fact), std::move(need), std::move(request)});
  return result ? *result : "error: " + result.error().message;
}

std::string with_feeling(std::string feeling) {
  return compose(std::move(feeling), "when we argue", "rest", "take a break");
}
std::string with_fact(std::string fact) { return compose("sad", std::move(fact), "rest", "take a break"); }
std::string with_need(std::string need) { return compose("sad", "when we argue", std::move(need), "take a break"); }
std::string with_request(std::string request) { return compose("sad", "when we argue", "rest", std::move(request)); }

TEST(GentleParts, MakeOneSentenceOfEach) {
  EXPECT_EQ(
      compose("lonely", "we have dinner with the phones on the table", "closeness", "put the phones away at dinner"),
      "I feel lonely when we have dinner with the phones on the table. I need closeness. Could we put the phones away "
      "at dinner?");
}

TEST(GentleParts, TakeAFeelingHoweverItIsSaid) {
  const std::string rest = " when we argue. I need rest. Could we take a break?";
  EXPECT_EQ(with_feeling("lonely"), "I feel lonely" + rest);
  EXPECT_EQ(with_feeling("Lonely."), "I feel lonely" + rest);
  EXPECT_EQ(with_feeling("I feel lonely"), "I feel lonely" + rest);
  EXPECT_EQ(with_feeling("a bit lonely"), "I feel a bit lonely" + rest);
  EXPECT_EQ(with_feeling("I'm feeling lonely!"), "I feel lonely" + rest);
  EXPECT_EQ(with_feeling("i’m sad and tired"), "I feel sad and tired" + rest);
  EXPECT_EQ(with_feeling("like a stranger"), "I feel like a stranger" + rest);
  EXPECT_EQ(with_feeling("I've been feeling distant"), "I've been feeling distant" + rest);
  EXPECT_EQ(with_feeling("i miss you"), "I miss you" + rest);
}

TEST(GentleParts, TieAFactToTheFeeling) {
  const auto said = [](const std::string& fact) {
    return "I feel sad " + fact + ". I need rest. Could we take a break?";
  };
  EXPECT_EQ(with_fact("when you come home late"), said("when you come home late"));
  EXPECT_EQ(with_fact("When you come home late."), said("when you come home late"));
  EXPECT_EQ(with_fact("you came home late twice this week"), said("after you came home late twice this week"));
  EXPECT_EQ(with_fact("You look at your phone while i talk"), said("when you look at your phone while I talk"));
  EXPECT_EQ(with_fact("we haven't been out for a month"), said("because we haven't been out for a month"));
  EXPECT_EQ(with_fact("the kitchen is untidy in the morning"), said("when the kitchen is untidy in the morning"));
  EXPECT_EQ(with_fact("the dishes in the sink"), said("about the dishes in the sink"));
  EXPECT_EQ(with_fact("Leo waited for you yesterday"), said("after Leo waited for you yesterday"));
}

TEST(GentleParts, TakeANeedHoweverItIsSaid) {
  const auto said = [](const std::string& need) {
    return "I feel sad when we argue. " + need + ". Could we take a break?";
  };
  EXPECT_EQ(with_need("closeness"), said("I need closeness"));
  EXPECT_EQ(with_need("to feel close"), said("I need to feel close"));
  EXPECT_EQ(with_need("feel close"), said("I need to feel close"));
  EXPECT_EQ(with_need("I need some time with you."), said("I need some time with you"));
  EXPECT_EQ(with_need("i'd like more calm"), said("I'd like more calm"));
  EXPECT_EQ(with_need("for you to listen"), said("I need you to listen"));
}

TEST(GentleParts, EndWithAQuestion) {
  const auto said = [](const std::string& request) { return "I feel sad when we argue. I need rest. " + request; };
  EXPECT_EQ(with_request("could we put the phones away at dinner"), said("Could we put the phones away at dinner?"));
  EXPECT_EQ(with_request("Would you call me?"), said("Would you call me?"));
  EXPECT_EQ(with_request("for you to call if you're late"), said("Could you call if you're late?"));
  EXPECT_EQ(with_request("please call me when you're late."), said("Could you call me when you're late?"));
  EXPECT_EQ(with_request("I'd like us to eat together"), said("Could we eat together?"));
  EXPECT_EQ(with_request("let's go for a walk!"), said("Could we go for a walk?"));
  EXPECT_EQ(with_request("a hug"), said("Could we have a hug?"));
  EXPECT_EQ(with_request("don't look at your phone"), said("Could you try not to look at your phone?"));
  EXPECT_EQ(with_request("putting the phones away"), said("How about putting the phones away?"));
  EXPECT_EQ(with_request("I'd love it if you called"),
            said("I'd love it if you called. Would that be all right with you?"));
}

TEST(GentleParts, RefuseBlankLongAndBrokenParts) {
  EXPECT_FALSE(compose_gentle_start({"", "a", "b", "c"}));
  EXPECT_FALSE(compose_gentle_start({"sad", " \n", "b", "c"}));
  EXPECT_FALSE(compose_gentle_start({"sad", "a", "...", "c"}));
  EXPECT_FALSE(compose_gentle_start({"I feel", "a", "b", "c"}));
  EXPECT_FALSE(compose_gentle_start({"sad", "a", "b", std::string("a\0b", 3)}));
  EXPECT_FALSE(compose_gentle_start({"sad", "a", "b", "\xFF"}));
  EXPECT_FALSE(compose_gentle_start({"sad", "a", "b", std::string(kGentlePartLimit + 1, 'a')}));
  std::string longest;
  for (std::size_t i = 0; i < kGentlePartLimit; ++i) longest += "ß";
  EXPECT_TRUE(compose_gentle_start({"sad", longest, "b", "c"}));
}

TEST(GentleParts, AnErrorNamesThePartAndNotTheWords) {
  const auto result = compose_gentle_start({"sad", "secret \x01", "b", "c"});
  ASSERT_FALSE(result.has_value());
  EXPECT_EQ(result.error().code, ErrorCode::invalid);
  EXPECT_NE(result.error().message.find("the fact"), std::string::npos);
  EXPECT_EQ(result.error().message.find("secret"), std::string::npos);
}

TEST(GentleWordings, SayTheSameInThreeWaysThatAllAsk) {
  const auto wordings =
      compose_gentle_wordings({"lonely", "when we eat in front of the TV", "closeness", "eat at the table"});
  ASSERT_TRUE(wordings.has_value());
  EXPECT_EQ(*wordings,
            (std::vector<std::string>{
                "I feel lonely when we eat in front of the TV. I need closeness. Could we eat at the table?",
                "When we eat in front of the TV, I feel lonely. I need closeness. Could we eat at the table?",
                "You matter to me, so I want to tell you. I need closeness, and I feel lonely when we eat in front of "
                "the TV. Could we eat at the table?"}));
}

TEST(GentleWordings, KeepAFactInItsPlaceWhereItIsNoTime) {
  const auto wordings = compose_gentle_wordings({"it hurts", "because you've been away", "rest", "talk"});
  ASSERT_TRUE(wordings.has_value());
  EXPECT_TRUE((*wordings)[1].starts_with("There is something on my mind. It hurts because")) << (*wordings)[1];
  EXPECT_NE((*wordings)[2].find("I need rest, and it hurts because"), std::string::npos) << (*wordings)[2];
}

TEST(GentleWordings, AddNothingThatLandsHard) {
  for (const char* fact :
       {"when we eat late", "after you came home late", "because we haven't talked", "about the rent"}) {
    const auto wordings = compose_gentle_wordings({"sad", fact, "to feel heard", "sit down for ten minutes"});
    ASSERT_EQ(wordings->size(), 3U);
    for (const std::string& wording : *wordings) {
      EXPECT_TRUE(check_speech(wording).flags.empty()) << wording;
      EXPECT_TRUE(wording.ends_with("?")) << wording;
    }
  }
}

TEST(RequestLook, FindsWhatIsHardToSayYesTo) {
  for (const char* request : {"stop looking at your phone", "please don\u2019t come late", "never do that again"})
    EXPECT_EQ(look_at_request(request), RequestHint::negative) << request;
  for (const char* request : {"be more attentive", "Try harder!", "listen more", "could you be there for me?"})
    EXPECT_EQ(look_at_request(request), RequestHint::vague) << request;
  for (const char* request : {"you must be home by six", "You have to call.", "clean up right now"})
    EXPECT_EQ(look_at_request(request), RequestHint::demand) << request;
  for (const char* request : {"", "eat at the table tonight", "could you call me at noon?",
                              "unstoppable music, together", "change the sheets with me"}) {
    EXPECT_EQ(look_at_request(request), RequestHint::none) << request;
  }
}

}  // namespace
}  // namespace kindling
