#include "core/codec/content_json.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace kindling {
namespace {

using nlohmann::json;
using ::testing::HasSubstr;

json gesture() {
  return {{"id", "gesture.care.fill-the-flask"},
          {"version", 1},
          {"title", "Fill their flask"},
          {"text", "Fill it and set it by the door, lid on."},
          {"category", "care"},
          {"step", "feel"},
          {"depth", 1},
          {"comfort", 1},
          {"effort", 1},
          {"minutes", 2},
          {"for", "solo"},
          {"adult", false},
          {"sensitive", json::array()},
          {"repeat_days", 14},
          {"moment", "kitchen"},
          {"cue", "when the kettle clicks off"},
          {"setting", "private"}};
}

std::string file(const json& item, const std::string& kind = "gesture") {
  return json{{"schema", 1}, {"kind", kind}, {"locale", "en"}, {"items", json::array({item})}}.dump();
}

std::string complaint(const std::string& text) {
  const auto read = read_content_json(text);
  return read ? "(read)" : read.error().message;
}

TEST(ContentJson, ReadsAPiece) {
  const auto read = read_content_json(file(gesture()));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  const Content& content = read->front();
  EXPECT_EQ(content.id, "gesture.care.fill-the-flask");
  EXPECT_EQ(content.kind, ContentKind::gesture);
  EXPECT_EQ(content.audience, "solo");
  EXPECT_EQ(content.cue, "when the kettle clicks off");
  EXPECT_EQ(content.repeat_days, 14);
}

TEST(ContentJson, NamesThePieceAndTheFieldThatIsMissing) {
  const json whole = gesture();
  for (const auto& [field, value] : whole.items()) {
    json item = whole;
    item.erase(field);
    const std::string said = complaint(file(item));
    EXPECT_THAT(said, HasSubstr(field + " is missing"));
    EXPECT_THAT(said, HasSubstr(field == "id" ? "a piece without id" : "gesture.care.fill-the-flask"));
  }
}

TEST(ContentJson, RefusesAFieldThatItsKindDoesntHave) {
  json item = gesture();
  item["cost"] = "low";
  EXPECT_EQ(complaint(file(item)), "gesture.care.fill-the-flask: cost is no field of its kind");
}

struct Wrong {
  const char* field;
  json value;
  const char* says;
};

TEST(ContentJson, SaysWhatIsWrongWithAField) {
  const std::vector<Wrong> all{
      {"id", "gesture.touch.fill", "must begin with 'gesture.care.'"},
      {"id", "gesture.care.Fill", "a-z"},
      {"version", 0, "version must be 1"},
      {"version", "1", "whole number"},
      {"title", "", "title has 0 bytes"},
      {"title", std::string(81, 'a'), "title has 81 bytes"},
      {"text", std::string(401, 'a'), "text has 401 bytes"},
      {"text", "line\nbreak in the text", "one line"},
      {"text", 7, "must be a text"},
      {"category", "kitchen", "category must be words, care"},
      {"step", "walk", "step must be talk, feel, touch or time"},
      {"depth", 6, "depth is out of its range"},
      {"comfort", -1, "whole number"},
      {"comfort", 5, "adult must be true from comfort 5"},
      {"comfort", 1.5, "whole number"},
      {"minutes", 4321, "minutes is out of its range"},
      {"for", "both", "for must be pair, solo or either"},
      {"adult", "no", "true or false"},
      {"adult", true, "adult must be true from comfort 5 on and only then"},
      {"sensitive", json::array({"money", "money"}), "none of them twice"},
      {"sensitive", json::array({"work"}), "must be a list of grief"},
      {"cue", "while walking home", "must begin with 'when '"},
      {"setting", "indoor", "setting must be private, public or any"},
      {"moment", "evening", "moment must be any, leaving, coming-home, kitchen, sofa, bedtime or afar"},
  };
  for (const Wrong& wrong : all) {
    json item = gesture();
    item[wrong.field] = wrong.value;
    EXPECT_THAT(complaint(file(item)), HasSubstr(wrong.says)) << wrong.field;
  }
}

// Without its sorts nobody could keep a touch below the ceilings for them.
TEST(ContentJson, AsksOfEveryTouchWhichSortsItIs) {
  json item = gesture();
  item["id"] = "gesture.touch.palm";
  item["category"] = "touch";
  EXPECT_THAT(complaint(file(item)), HasSubstr("touch is missing"));
  item["touch"] = json::array();
  EXPECT_THAT(complaint(file(item)), HasSubstr("must name one at least"));
  item["touch"] = json::array({"elbows"});
  EXPECT_THAT(complaint(file(item)), HasSubstr("hands, hugs, kisses, lying or skin"));
  item["touch"] = json::array({"hands", "kisses"});
  const auto read = read_content_json(file(item));
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->front().touch, (std::vector{TouchKind::hands, TouchKind::kisses}));
  EXPECT_EQ(read->front().moment, Moment::kitchen);
}

TEST(ContentJson, RefusesFilesOfAnotherForm) {
  EXPECT_THAT(complaint(""), HasSubstr("no JSON"));
  EXPECT_THAT(complaint("[]"), HasSubstr("exactly schema"));
  EXPECT_THAT(complaint(file(gesture(), "poem")), HasSubstr("kind must be prompt"));
  EXPECT_THAT(complaint(R"({"schema":2,"kind":"date","locale":"en","items":[]})"), HasSubstr("schema must be 1"));
  EXPECT_THAT(complaint(R"({"schema":1,"kind":"date","locale":"en","items":[],"more":1})"), HasSubstr("exactly"));
  EXPECT_THAT(complaint(R"({"schema":1,"kind":"date","locale":"en","items":[7]})"), HasSubstr("id is missing"));
  EXPECT_THAT(complaint(R"({"schema":1,"schema":1,"kind":"date","locale":"en","items":[]})"), HasSubstr("twice"));
}

TEST(ContentJson, RefusesRitualsWithoutATimeOrRuleThatCanBeRead) {
  json ritual = gesture();
  ritual.erase("cue");
  ritual.erase("setting");
  ritual.erase("moment");
  ritual["id"] = "ritual.meal.bread";
  ritual["category"] = "meal";
  ritual["ritual_kind"] = "meal";
  ritual["at"] = "19:00";
  ritual["rule"] = "FREQ=WEEKLY;BYDAY=SU";
  ritual["steps"] = json::array({"Cut the bread"});
  EXPECT_EQ(complaint(file(ritual, "ritual")), "(read)");
  ritual["rule"] = "FREQ=FORTNIGHTLY";
  EXPECT_THAT(complaint(file(ritual, "ritual")), HasSubstr("rule cannot be read"));
  ritual["at"] = "25:00";
  EXPECT_THAT(complaint(file(ritual, "ritual")), HasSubstr("at must be a time"));
}

}  // namespace
}  // namespace kindling
