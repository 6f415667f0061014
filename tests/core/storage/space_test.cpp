#include "core/storage/space.hpp"

#include <gtest/gtest.h>

#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

constexpr EntityKind kKind = EntityKind::reminder;

class SpaceTest : public ::testing::Test {
 protected:
  std::unique_ptr<Space> open(std::string name = "self.db") {
    auto space = Space::open({.path = folder_.path() + "/" + name, .kind = SpaceKind::self}, key_, clock_, random_);
    EXPECT_TRUE(space.has_value()) << (space ? "" : space.error().message);
    return space ? std::move(*space) : nullptr;
  }
  static void set(Space& space, Verb verb, const Uuid& id, FieldNumber field, FieldValue value) {
    const auto done = space.transact(verb, [&](Writer& writer) -> Result<void> {
      writer.set(kKind, id, field, value);
      return {};
    });
    ASSERT_TRUE(done.has_value()) << done.error().message;
  }
  static std::string text(Space& space, const Uuid& id, FieldNumber field) {
    const auto record = space.tables().record(kKind, id);
    if (!record) return "(none)";
    const FieldValue* value = record->find(field);
    return value != nullptr && std::holds_alternative<std::string>(*value) ? std::get<std::string>(*value) : "(unset)";
  }

  TemporaryFolder folder_;
  FakeClock clock_{*parse_instant("2026-11-22T10:00:00Z")};
  SeededRandom random_{1};
  SecretKey key_ = SecretKey::random(random_);
  Uuid id_ = make_uuid_v7(clock_.now(), random_);
};

TEST_F(SpaceTest, KeepsWhatWasWrittenAcrossOpenings) {
  set(*open(), Verb::add_reminder, id_, 1, "Hug");
  EXPECT_EQ(text(*open(), id_, 1), "Hug");
}

TEST_F(SpaceTest, RollsEverythingBackWhereTheBodyFails) {
  auto space = open();
  const auto done = space->transact(Verb::add_reminder, [&](Writer& writer) -> Result<void> {
    writer.set(kKind, id_, 1, "Hug");
    return invalid("no");
  });
  EXPECT_FALSE(done.has_value());
  EXPECT_EQ(space->log().count(), 0U);
  EXPECT_FALSE(space->tables().record(kKind, id_).has_value());
}

TEST_F(SpaceTest, UndoesActByActAcrossOpenings) {
  set(*open(), Verb::add_reminder, id_, 1, "first");
  set(*open(), Verb::edit_reminder, id_, 1, "second");
  set(*open(), Verb::edit_reminder, id_, 1, "third");
  for (const std::string expected : {"second", "first", "(none)"}) {
    auto space = open();
    const auto act = space->last_undoable();
    ASSERT_TRUE(act.has_value());
    ASSERT_TRUE(space->undo(*act).has_value());
    EXPECT_EQ(text(*space, id_, 1), expected);
  }
  EXPECT_FALSE(open()->last_undoable().has_value());
}

TEST_F(SpaceTest, UndoRestoresADeletedEntityAndASetMember) {
  auto space = open();
  const Bytes day{1, 2, 3};
  set(*space, Verb::add_reminder, id_, 1, "Hug");
  ASSERT_TRUE(space->transact(Verb::finish_reminder, [&](Writer& w) -> Result<void> {
    w.add_element(kKind, id_, 20, day);
    return {};
  }));
  ASSERT_TRUE(space->transact(Verb::remove_reminder, [&](Writer& w) -> Result<void> {
    w.set_alive(kKind, id_, false);
    return {};
  }));
  EXPECT_EQ(text(*space, id_, 1), "(none)");
  ASSERT_TRUE(space->undo(*space->last_undoable()));
  EXPECT_EQ(text(*space, id_, 1), "Hug");
  EXPECT_TRUE(space->tables().has_element(id_, 20, day));
  ASSERT_TRUE(space->undo(*space->last_undoable()));
  EXPECT_FALSE(space->tables().has_element(id_, 20, day));
}

TEST_F(SpaceTest, RebuildGivesEqualTables) {
  auto space = open();
  for (int i = 0; i < 20; ++i) {
    const Uuid id = make_uuid_v7(clock_.now(), random_);
    set(*space, Verb::add_reminder, id, 1, "title " + std::to_string(i));
    set(*space, Verb::edit_reminder, id, 4, std::int64_t{i});
    ASSERT_TRUE(space->transact(Verb::finish_reminder, [&](Writer& w) -> Result<void> {
      w.add_element(kKind, id, 20, Bytes{static_cast<std::uint8_t>(i)}, "note");
      w.add_count(kKind, id, 30, i);
      return {};
    }));
  }
  const auto rebuilt = space->rebuild();
  ASSERT_TRUE(rebuilt.has_value()) << rebuilt.error().message;
  EXPECT_TRUE(rebuilt->equal);
  EXPECT_EQ(rebuilt->broken, 0U);
  EXPECT_EQ(rebuilt->operations, space->log().count());
}

TEST_F(SpaceTest, ErasesThoroughlyAgainAfterARebuildThatFailed) {
  auto space = open();
  set(*space, Verb::add_reminder, id_, 1, "Hug");
  space->database().execute("UPDATE operation SET payload = x'00'");
  const auto rebuilt = space->rebuild();
  ASSERT_TRUE(rebuilt.has_value()) << rebuilt.error().message;
  EXPECT_EQ(rebuilt->broken, 1U);
  EXPECT_EQ(text(*space, id_, 1), "Hug") << "rolled back";
  Query pragma = space->database().query("PRAGMA secure_delete");
  ASSERT_TRUE(pragma.step());
  EXPECT_EQ(pragma.integer(0), 1);
}

TEST_F(SpaceTest, ALocalEditWinsOverACellFromTheFarFuture) {
  auto space = open();
  clock_.set(*parse_instant("2099-01-01T00:00:00Z"));
  set(*space, Verb::add_reminder, id_, 1, "from the future");
  clock_.set(*parse_instant("2026-11-22T10:00:00Z"));
  set(*space, Verb::edit_reminder, id_, 1, "now");
  EXPECT_EQ(text(*space, id_, 1), "now");
}

TEST_F(SpaceTest, LaterEditsNeverResurrectTheDeleted) {
  auto space = open();
  set(*space, Verb::add_reminder, id_, 1, "Hug");
  ASSERT_TRUE(space->transact(Verb::remove_reminder, [&](Writer& w) -> Result<void> {
    w.set_alive(kKind, id_, false);
    return {};
  }));
  set(*space, Verb::edit_reminder, id_, 1, "Hug again");
  EXPECT_FALSE(space->tables().record(kKind, id_).has_value());
}

TEST_F(SpaceTest, RefusesAnotherKey) {
  set(*open(), Verb::add_reminder, id_, 1, "Hug");
  const auto space = Space::open({.path = folder_.path() + "/self.db"}, SecretKey::random(random_), clock_, random_);
  ASSERT_FALSE(space.has_value());
  EXPECT_EQ(space.error().code, ErrorCode::failed);
}

TEST_F(SpaceTest, RefusesAFileOfANewerVersionUntouched) {
  {
    auto space = open();
    space->database().execute("PRAGMA user_version = 999");
  }
  const auto space = Space::open({.path = folder_.path() + "/self.db"}, key_, clock_, random_);
  ASSERT_FALSE(space.has_value());
  EXPECT_EQ(space.error().code, ErrorCode::newer);
}

TEST_F(SpaceTest, KeepsOperationsAndEntitiesOfANewerVersion) {
  auto space = open();
  const auto future = static_cast<EntityKind>(4321);
  ASSERT_TRUE(space->transact(static_cast<Verb>(9999), [&](Writer& w) -> Result<void> {
    w.set(future, id_, 77, "kept");
    return {};
  }));
  const auto rebuilt = space->rebuild();
  ASSERT_TRUE(rebuilt.has_value());
  EXPECT_TRUE(rebuilt->equal);
  EXPECT_EQ(space->tables().cell(id_, 77)->value, FieldValue("kept"));
}

TEST_F(SpaceTest, TwoOpeningsSeeEachOthersChanges) {
  auto first = open();
  auto second = open();
  set(*first, Verb::add_reminder, id_, 1, "from the first");
  EXPECT_EQ(text(*second, id_, 1), "from the first");
  set(*second, Verb::edit_reminder, id_, 1, "from the second");
  EXPECT_EQ(text(*first, id_, 1), "from the second");
}

TEST_F(SpaceTest, AValueMovedToAnotherRowDoesNotOpen) {
  auto space = open();
  const Uuid other = make_uuid_v7(clock_.now(), random_);
  set(*space, Verb::add_reminder, id_, 1, "mine");
  set(*space, Verb::add_reminder, other, 1, "other");
  space->database()
      .query("UPDATE cell SET value = (SELECT value FROM cell WHERE entity = ?1) WHERE entity = ?2")
      .bind(1, ByteView(id_))
      .bind(2, ByteView(other))
      .run();
  ASSERT_TRUE(space->take_status());
  EXPECT_EQ(text(*space, other, 1), "(unset)");
}

}  // namespace
}  // namespace kindling
