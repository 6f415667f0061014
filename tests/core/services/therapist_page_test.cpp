#include "core/services/therapist_page.hpp"

#include <gmock/gmock.h>
#include <sys/stat.h>

#include "assets/content.hpp"
#include "core/services/check_in_service.hpp"
#include "core/services/keepsake_service.hpp"
#include "core/services/plan_service.hpp"
#include "platform/common/posix_files.hpp"
#include "tests/support/service_test.hpp"

namespace kindling {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class TherapistPageTest : public ServiceTest {
 protected:
  static const Catalogue& catalogue() {
    static const auto kContent = Catalogue::load(packed_content());
    return *kContent;
  }
  EntityRef memory(const std::string& text, std::string_view date = "2026-11-01") {
    return must(KeepsakeService(context()).add_memory(text, day(date)));
  }
  std::string text_of(const PageChoice& choice, PageFormat format = PageFormat::text) {
    auto page = page_.compose(choice, format);
    EXPECT_TRUE(page.has_value()) << (page ? "" : page.error().message);
    return page ? *page : std::string();
  }
  std::string path(const std::string& name) const { return folder_.path() + "/" + name; }
  std::string read(const std::string& file) {
    const auto bytes = files_.read(file, 1'000'000);
    return bytes ? std::string(kindling::text_of(*bytes)) : "nothing";
  }

  LibraryService library_{context(), catalogue()};
  TherapistPage page_{context(), library_};
  PosixFiles files_;
  TemporaryFolder folder_;
};

TEST_F(TherapistPageTest, HoldsWhatWasChosenAndNothingElse) {
  const EntityRef chosen = memory("the walk");
  memory("the quarrel");
  must(CheckInService(context()).add({.valence = -2, .energy = 1, .note = "alone again"}));
  EXPECT_EQ(text_of({.entries = {chosen}, .notes = ""}), "Notes for our talk\n\n2026-11-01  Memory\nthe walk\n");
}

TEST_F(TherapistPageTest, HasNothingOnItByItself) {
  memory("the walk");
  EXPECT_THAT(refusal(page_.compose({}, PageFormat::text)), HasSubstr("empty"));
  EXPECT_THAT(refusal(page_.compose({.entries = {}, .notes = " \n"}, PageFormat::html)), HasSubstr("empty"));
}

TEST_F(TherapistPageTest, PutsNotesFirstAndEntriesByDateOnce) {
  const EntityRef late = memory("late", "2026-11-20");
  const EntityRef early = memory("early", "2026-03-01");
  EXPECT_EQ(
      text_of({.entries = {late, early, late}, .notes = "We talk past each other.\n"}),
      "Notes for our talk\n\nWhat I would like to say\n\nWe talk past each other.\n\n2026-03-01  Memory\nearly\n\n"
      "2026-11-20  Memory\nlate\n");
}

TEST_F(TherapistPageTest, KnowsFourSortsAndRefusesOthers) {
  const EntityRef check_in = must(CheckInService(context()).add(
      {.valence = -2, .energy = -2, .feelings = {"lonely"}, .note = "a long day", .need = "a hug"}));
  const EntityRef thanks = must(KeepsakeService(context()).appreciate("you warmed the car"));
  const auto prompts = library_.pieces(ContentKind::prompt);
  const EntityRef answer = must(KeepsakeService(context()).answer_prompt(prompts->front().id, "the sea"));
  const std::string page = text_of({.entries = {check_in, thanks, answer}, .notes = ""});
  EXPECT_THAT(page, AllOf(HasSubstr("lonely\na long day\nWould be good: a hug"), HasSubstr("you warmed the car"),
                          HasSubstr(prompts->front().text), HasSubstr("the sea")));
  for (const EntityKind kind :
       {EntityKind::check_in, EntityKind::memory, EntityKind::appreciation, EntityKind::prompt_answer})
    EXPECT_TRUE(page_.entries(kind, 10).has_value());
  refusal(page_.entries(EntityKind::plan, 10));
  AddPlan plan;
  plan.title = "Ramen";
  plan.start = parse_date_time("2026-11-27T19:00").value();
  refusal(page_.entry(must(PlanService(context()).add(plan))));
}

TEST_F(TherapistPageTest, IsSafeInABrowserAndNeedsNothingElse) {
  const EntityRef evil = memory("<script src=\"http://x\">&'</script>");
  const std::string page = text_of({.entries = {evil}, .notes = "<img src=x>"}, PageFormat::html);
  EXPECT_THAT(page, AllOf(Not(HasSubstr("<script")), Not(HasSubstr("<img")), HasSubstr("&lt;script"),
                          HasSubstr("default-src 'none'"), Not(HasSubstr("href")), Not(HasSubstr("url("))));
}

TEST_F(TherapistPageTest, WritesWhatWasShownForItsOwnerAlone) {
  const EntityRef chosen = memory("the walk");
  const PageChoice choice{.entries = {chosen}, .notes = "Hello"};
  for (const auto& [name, format] :
       {std::pair{"page.txt", PageFormat::text}, {"page.html", PageFormat::html}, {"other.HTM", PageFormat::html}}) {
    const auto written = page_.write(choice, path(name), files_);
    ASSERT_TRUE(written.has_value());
    EXPECT_EQ(read(path(name)), text_of(choice, format));
    EXPECT_EQ(*written, text_of(choice, format).size());
    struct stat status {};
    ASSERT_EQ(::stat(path(name).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0777U, 0600U);
  }
}

TEST_F(TherapistPageTest, RefusesABadPlaceAndWritesNothing) {
  const PageChoice choice{.entries = {memory("the walk")}, .notes = ""};
  ASSERT_TRUE(page_.write(choice, path("there.txt"), files_).has_value());
  EXPECT_THAT(refusal(page_.write(choice, path("there.txt"), files_)), HasSubstr("already"));
  EXPECT_THAT(refusal(page_.write(choice, path("page.pdf"), files_)), HasSubstr(".txt"));
  EXPECT_THAT(refusal(page_.write(choice, path("away/page.txt"), files_)), HasSubstr("no such folder"));
  refusal(page_.write(choice, path(".txt"), files_));
  refusal(page_.write(choice, "", files_));
  refusal(page_.write(choice, path(std::string("a\0b.txt", 7)), files_));
  refusal(page_.write(choice, path(std::string(2'000, 'a') + ".txt"), files_));
  EXPECT_EQ(files_.list(folder_.path()), std::vector<std::string>{"there.txt"});
}

TEST_F(TherapistPageTest, FailsWhereAnEntryIsGone) {
  const EntityRef gone = memory("the walk");
  must(KeepsakeService(context()).remove_memory(gone));
  refusal(page_.compose({.entries = {gone}, .notes = "x"}, PageFormat::text), ErrorCode::not_found);
}

TEST_F(TherapistPageTest, LeavesNothingOfTheChoiceBehind) {
  const EntityRef chosen = memory("the walk");
  const auto before = context().self.log().count();
  text_of({.entries = {chosen}, .notes = "x"});
  EXPECT_EQ(context().self.log().count(), before);
}

}  // namespace
}  // namespace kindling
