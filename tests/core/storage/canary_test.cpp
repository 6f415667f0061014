// Nothing that a person wrote can be read in a home's files, nor in an error.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>

#include "core/services/library_service.hpp"
#include "core/services/search_service.hpp"
#include "core/storage/key_ring.hpp"
#include "core/storage/repository.hpp"
#include "platform/common/posix_files.hpp"
#include "tests/support/bare_home.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

namespace fs = std::filesystem;

// One word for each field; no letters of any other text here.
std::string canary(std::string_view field) { return "Zq9Canary" + std::string(field); }
constexpr std::string_view kStem = "Zq9Canary";

std::string utf16(std::string_view text, bool little) {
  std::string out;
  for (const char c : text) {
    if (little) out += c;
    out += '\0';
    if (!little) out += c;
  }
  return out;
}

class Canary : public ::testing::Test {
 protected:
  void SetUp() override {
    keys_.emplace(*KeyRing::open(files_, random_, folder_.path(), "", false));
    home_ = open();
    ASSERT_NE(home_, nullptr);
  }
  std::unique_ptr<BareHome> open() {
    auto home = BareHome::open({.folder = folder_.path()}, keys_->home_key(), clock_, random_);
    return home ? std::move(*home) : nullptr;
  }

  // Every text of every service.
  void plant() {
    BareHome& home = *home_;
    for (const bool both : {false, true}) {
      const auto added = home.reminders.add({.title = canary("Title"),
                                             .at = LocalTime{std::chrono::minutes(465)},
                                             .rule = "FREQ=DAILY",
                                             .cue = canary("Cue"),
                                             .for_both = both});
      ASSERT_TRUE(added.has_value()) << added.error().message;
      const EntityRef ref = added->touched.front();
      ASSERT_TRUE(home.reminders.edit(ref, {.title = canary("NewTitle"), .cue = canary("NewCue")}).has_value());
      ASSERT_TRUE(home.reminders.finish(ref, *parse_date("2026-11-23")).has_value());
    }
    ASSERT_TRUE(home.check_ins
                    .add({-3,
                          3,
                          {canary("FeelingA"), canary("FeelingB")},
                          canary("Note"),
                          canary("Need"),
                          Share::all,
                          std::nullopt})
                    .has_value());
    const auto plan = home.plans.add({.title = canary("Plan"),
                                      .start = *parse_date_time("2026-11-27T19:00"),
                                      .zone = "UTC",
                                      .place = canary("Place"),
                                      .tasks = {canary("TaskA"), canary("TaskB")}});
    ASSERT_TRUE(plan.has_value());
    ASSERT_TRUE(home.plans.finish_task(plan->touched.front(), 1).has_value());
    ASSERT_TRUE(home.plans.finish(plan->touched.front(), canary("PlanNote")).has_value());
    ASSERT_TRUE(home.rituals.add({.title = canary("Ritual"), .steps = {canary("StepA"), canary("StepB")}}).has_value());
    ASSERT_TRUE(home.keepsakes.add_memory(canary("Memory") + std::string(9000, 'm'), std::nullopt).has_value());
    ASSERT_TRUE(home.keepsakes.appreciate(canary("Appreciation")).has_value());
    ASSERT_TRUE(home.keepsakes.answer_prompt("prompt-1", canary("Answer")).has_value());
    ASSERT_TRUE(home.settings.set_comfort(ComfortKind::touch, 5).has_value());
    ASSERT_TRUE(home.self
                    ->transact(Verb::add_idea,
                               [&](Writer& writer) -> Result<void> {
                                 Idea idea;
                                 idea.id.bytes = writer.new_id();
                                 idea.title = canary("Idea");
                                 idea.text = canary("IdeaText");
                                 save(writer, idea);
                                 Mark mark;
                                 mark.id.bytes = writer.new_id();
                                 mark.item = canary("Marked");
                                 save(writer, mark);
                                 return {};
                               })
                    .has_value());
    ASSERT_TRUE(home.history.undo().has_value());
    ASSERT_TRUE(home.keepsakes.add_memory(canary("Gone"), std::nullopt).has_value());
    ASSERT_TRUE(home.history.undo().has_value());
    ASSERT_FALSE(SearchService(home.context).search(canary("NewTitle"))->empty()) << "the canaries are there";
  }

  // Every byte of every file.
  void expect_silence() {
    std::size_t read = 0;
    for (const auto& entry : fs::recursive_directory_iterator(folder_.path())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
      read += bytes.size();
      for (const std::string& form : {std::string(kStem), utf16(kStem, true), utf16(kStem, false)})
        EXPECT_EQ(bytes.find(form), std::string::npos) << entry.path().filename();
      std::string folded = bytes;
      for (char& c : folded) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
      EXPECT_EQ(folded.find("zq9canary"), std::string::npos) << entry.path().filename();
    }
    EXPECT_GT(read, 50'000U);
  }

  TemporaryFolder folder_;
  PosixFiles files_;
  FakeClock clock_{*parse_instant("2026-11-22T10:00:00Z")};
  SeededRandom random_{11};
  std::optional<KeyRing> keys_;
  std::unique_ptr<BareHome> home_;
};

TEST_F(Canary, CannotBeReadInAnyFile) {
  plant();
  expect_silence();  // while the connections are open, with the log of SQLite beside the file
  for (Space* space : {home_->self.get(), home_->couple.get()})
    space->database().execute("PRAGMA wal_checkpoint(FULL)");
  expect_silence();
  // The copy that a migration puts beside the file.
  const std::string copy = folder_.path() + "/self.db.v1.backup";
  home_->self->database().query("VACUUM INTO ?1").bind(1, std::string_view(copy)).run();
  ASSERT_TRUE(home_->self->take_status().has_value());
  expect_silence();
  ASSERT_TRUE(home_->self->rebuild().has_value());
  expect_silence();
  home_.reset();
  expect_silence();
  ASSERT_TRUE(keys_->set_passphrase(canary("Passphrase"), {1, 8192}).has_value());
  expect_silence();
}

TEST_F(Canary, MoodsAndComfortLieSealed) {
  plant();
  for (Space* space : {home_->self.get(), home_->couple.get()}) {
    Query query =
        space->database().query("SELECT e.kind, c.field, typeof(c.value) FROM cell c JOIN entity e ON e.id = c.entity");
    std::size_t sealed = 0;
    while (query.step()) {
      const auto kind = static_cast<EntityKind>(query.integer(0));
      const auto field = static_cast<FieldNumber>(query.integer(1));
      const bool private_field =
          (kind == EntityKind::check_in && field >= 3 && field <= 7) ||
          (kind == EntityKind::settings && field >= 4 && field <= 6) || (kind == EntityKind::mark && field <= 2) ||
          (kind != EntityKind::check_in && kind != EntityKind::settings && field == 1 && kind != EntityKind::memory &&
           kind != EntityKind::appreciation && kind != EntityKind::prompt_answer);
      if (!private_field) continue;
      EXPECT_TRUE(query.text(2) == "blob" || query.text(2) == "null")
          << "kind " << static_cast<int>(kind) << " field " << field << " is " << query.text(2);
      ++sealed;
    }
    EXPECT_GT(sealed, 5U);
  }
}

TEST_F(Canary, SealedValuesOpenInTheirPlaceAlone) {
  const SecretKey key = SecretKey::random(random_);
  const ValueSealer sealer(key, random_);
  const Uuid row{1};
  const Uuid other{2};
  const Bytes member{7};
  const Place place{"cell", row, 3};
  const Bytes sealed = sealer.seal_value(place, std::string("word"));
  EXPECT_EQ(sealer.open_value(place, sealed), FieldValue("word"));
  const Place elsewhere[] = {{"element", row, 3}, {"cell", other, 3}, {"cell", row, 4}, {"cell", row, 3, member},
                             {"operation", row},  {"cel", row, 3},    {"", row, 3},     {"cell", {}, 3}};
  for (const Place& wrong : elsewhere) EXPECT_FALSE(sealer.open_value(wrong, sealed).has_value());
  EXPECT_FALSE(ValueSealer(SecretKey::random(random_), random_).open_value(place, sealed).has_value());
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    Bytes damaged = sealed;
    damaged[i] ^= 1U;
    EXPECT_FALSE(sealer.open_value(place, damaged).has_value()) << i;
    EXPECT_FALSE(sealer.open_value(place, ByteView(sealed).first(i)).has_value()) << i;
  }
  EXPECT_NE(sealer.seal_value(place, std::string("word")), sealed) << "sealing twice gives two different texts";
}

TEST_F(Canary, TheSpacesHaveDifferentKeys) {
  plant();
  const ValueSealer self(keys_->home_key().derive("kindling/at-rest/self"), random_);
  const ValueSealer couple(keys_->home_key().derive("kindling/at-rest/couple"), random_);
  Query query = home_->couple->database().query("SELECT entity, field, value FROM cell WHERE typeof(value) = 'blob'");
  std::size_t checked = 0;
  while (query.step()) {
    const Bytes row(query.blob(0).begin(), query.blob(0).end());
    const Place place{"cell", row, static_cast<FieldNumber>(query.integer(1))};
    EXPECT_TRUE(couple.open_value(place, query.blob(2)).has_value());
    EXPECT_FALSE(self.open_value(place, query.blob(2)).has_value());
    ++checked;
  }
  EXPECT_GT(checked, 3U);
}

TEST_F(Canary, DeletedBytesAreOverwrittenAndTemporaryOnesStayInMemory) {
  for (Space* space : {home_->self.get(), home_->couple.get()}) {
    const auto pragma = [&](std::string_view sql) {
      Query query = space->database().query(sql);
      return query.step() ? query.integer(0) : -1;
    };
    EXPECT_EQ(pragma("PRAGMA secure_delete"), 1);
    EXPECT_EQ(pragma("PRAGMA temp_store"), 2);
    EXPECT_EQ(pragma("PRAGMA synchronous"), 2);
    EXPECT_EQ(pragma("PRAGMA foreign_keys"), 1);
  }
}

TEST_F(Canary, IsInNoErrorMessage) {
  plant();
  BareHome& home = *home_;
  const std::string word = canary("Word");
  const std::string broken = word + "\xFF";
  const std::string line = word + "\nmore";
  const std::string title_too_long = word + std::string(200, 'x');
  const std::string note_too_long = word + std::string(10'000, 'x');
  const auto start = *parse_date_time("2026-11-27T19:00");
  const EntityRef nothing{SpaceKind::self, EntityKind::reminder, Uuid{1}};
  const EntityRef no_plan{SpaceKind::couple, EntityKind::plan, Uuid{1}};
  const EntityRef reminder{SpaceKind::self, EntityKind::reminder, home.reminders.list()->front().id.bytes};
  const EntityRef plan{SpaceKind::couple, EntityKind::plan, home.plans.list()->front().id.bytes};
  std::vector<Error> errors;
  const auto note = [&errors](const auto& result) {
    EXPECT_FALSE(result.has_value()) << "call " << errors.size();
    errors.push_back(result.has_value() ? failed("") : result.error());
  };
  for (const std::string& bad : {broken, line, title_too_long}) {
    note(home.reminders.add({.title = bad}));
    note(home.reminders.add({.title = "Hug", .cue = bad}));
    note(home.reminders.edit(reminder, {.title = bad}));
    note(home.check_ins.add({1, 1, {bad}, "", "", Share::none, std::nullopt}));
    note(home.check_ins.add({1, 1, {}, "", bad, Share::none, std::nullopt}));
    note(home.plans.add({.title = bad, .start = start}));
    note(home.plans.add({.title = "Ramen", .start = start, .tasks = {bad}}));
    note(home.rituals.add({.title = bad}));
    note(home.rituals.add({.title = "Tea", .steps = {bad}}));
  }
  for (const std::string& bad : {broken, note_too_long}) {
    note(home.check_ins.add({1, 1, {}, bad, "", Share::none, std::nullopt}));
    note(home.plans.add({.title = "Ramen", .start = start, .place = bad}));
    note(home.plans.finish(plan, bad));
    note(home.keepsakes.add_memory(bad, std::nullopt));
    note(home.keepsakes.appreciate(bad));
    note(home.keepsakes.answer_prompt("prompt-1", bad));
  }
  note(home.reminders.add({.title = "Hug", .rule = word}));
  note(home.reminders.add({.title = "Hug", .zone = word}));
  note(home.plans.add({.title = "Ramen", .start = start, .zone = word}));
  note(home.rituals.add({.title = "Tea", .rule = "FREQ=DAILY;" + word + "=1"}));
  note(home.reminders.finish(nothing, std::nullopt));
  note(home.plans.accept(no_plan));
  note(home.plans.cancel(plan));  // it is done
  note(home.check_ins.add({9, 1, {word}, word, word, Share::none, std::nullopt}));
  note(home.check_ins.add({1, 1, {word}, word, word, Share::none, clock_.now() + std::chrono::hours(1)}));
  note(find_by_prefix(home.context, EntityKind::reminder, word));
  note(SearchService(home.context).search(""));
  EXPECT_GE(errors.size(), 30U);
  for (const Error& error : errors) {
    EXPECT_EQ(error.message.find(kStem), std::string::npos) << error.message;
    EXPECT_GT(error.message.size(), 10U);
  }
}

TEST_F(Canary, IsInNoErrorOfADamagedFile) {
  plant();
  home_->self->database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
  home_.reset();
  const std::string path = folder_.path() + "/self.db";
  const auto size = fs::file_size(path);
  for (std::uintmax_t at = 4096; at < size; at += 4096) {
    std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(static_cast<std::streamoff>(at));
    file.write(std::string(512, 'x').data(), 512);
  }
  auto home = BareHome::open({.folder = folder_.path()}, keys_->home_key(), clock_, random_);
  if (!home) {
    EXPECT_EQ(home.error().message.find(kStem), std::string::npos);
    return;
  }
  for (const auto& result : {(*home)->reminders.list().has_value(), (*home)->keepsakes.memories().has_value()})
    EXPECT_FALSE(result);
  const auto added = (*home)->keepsakes.appreciate(canary("After"));
  if (!added) {
    EXPECT_EQ(added.error().message.find(kStem), std::string::npos);
  }
}

}  // namespace
}  // namespace kindling
