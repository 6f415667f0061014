#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "core/codec/backup_file.hpp"
#include "core/services/backup_service.hpp"
#include "tests/support/test_home.hpp"

namespace kindling {
namespace {

using ::testing::HasSubstr;

constexpr PassphraseCost kCheap{.operations = 1, .memory_bytes = 8192};
constexpr const char* kFile = "out/home.backup";
constexpr const char* kPassphrase = "correct horse";

int choose_with_rapidcheck(int lowest, int highest) { return *rc::gen::inRange(lowest, highest + 1); }

// Files in memory of which the nth change, counted from 1, and all later ones fail, as in a crash.
class CrashingFiles final : public FileStore {
 public:
  explicit CrashingFiles(MemoryFiles& files, int good_changes = 1'000'000) : files_(files), left_(good_changes) {}
  [[nodiscard]] bool exists(const std::string& path) const override { return files_.exists(path); }
  [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t limit) const override {
    return files_.read(path, limit);
  }
  [[nodiscard]] Result<void> write(const std::string& path, ByteView bytes) override {
    if (left_-- <= 0) return failed("the disk is gone");
    return files_.write(path, bytes);
  }
  [[nodiscard]] Result<bool> create(const std::string& path, ByteView bytes) override {
    if (left_-- <= 0) return failed("the disk is gone");
    return files_.create(path, bytes);
  }
  [[nodiscard]] Result<void> rename(const std::string& from, const std::string& to) override {
    if (left_-- <= 0) return failed("the disk is gone");
    return files_.rename(from, to);
  }
  [[nodiscard]] Result<void> remove(const std::string& path) override {
    if (left_-- <= 0) return failed("the disk is gone");
    return files_.remove(path);
  }
  [[nodiscard]] Result<void> make_folder(const std::string& path) override { return files_.make_folder(path); }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return files_.list(folder); }
  [[nodiscard]] std::uint64_t size(const std::string& path) const override { return files_.size(path); }

 private:
  MemoryFiles& files_;
  int left_;
};

int counted(int lowest, int highest) {
  static int n = 0;
  return lowest + (n++ * 7) % (highest - lowest + 1);
}

class Backup : public ::testing::Test {
 protected:
  Backup() {
    while (source_.self().log().count() == 0 || source_.couple().log().count() == 0) fill_by_chance(source_, counted);
  }

  static BackupService service(TestHome& home, FileStore& files) { return {home.context(), files, home.key(), "home"}; }
  void back_up(std::string_view passphrase) {
    const auto report = service(source_, files_).backup(kFile, passphrase, kCheap);
    ASSERT_TRUE(report.has_value()) << report.error().message;
    EXPECT_EQ(report->operations, source_.self().log().count() + source_.couple().log().count());
    EXPECT_EQ(report->encrypted, !passphrase.empty());
  }
  Bytes file() { return *files_.read(kFile, kBackupLimit); }
  // Restoring these bytes fails and changes nothing.
  void expect_refused(const Bytes& bytes, std::string_view passphrase, ErrorCode code, const std::string& sentence) {
    ASSERT_TRUE(files_.write("bad", bytes));
    const auto before = target_.digests();
    const auto restored = service(target_, files_).restore("bad", passphrase);
    ASSERT_FALSE(restored.has_value());
    EXPECT_EQ(restored.error().code, code) << restored.error().message;
    EXPECT_THAT(restored.error().message, HasSubstr(sentence));
    EXPECT_EQ(target_.digests(), before);
    EXPECT_FALSE(files_.exists("home/restore.pending"));
  }

  MemoryFiles files_;
  TestHome source_{3};
  TestHome target_{5};  // empty
};

TEST_F(Backup, RestoresEqualTablesUnderANewStream) {
  for (const std::string passphrase : {"", kPassphrase}) {
    back_up(passphrase);
    TestHome home(4);
    const auto restored = service(home, files_).restore(kFile, passphrase);
    ASSERT_TRUE(restored.has_value()) << restored.error().message;
    EXPECT_EQ(home.digests(), source_.digests());
    EXPECT_EQ(home.self().id(), source_.self().id());
    EXPECT_NE(home.self().stream(), source_.self().stream());
    EXPECT_EQ(restored->safety_copy, "");
    EXPECT_FALSE(files_.exists("home/restore.pending"));
    home.reopen();
    EXPECT_EQ(home.digests(), source_.digests());
    const auto rebuilt = home.self().rebuild();
    ASSERT_TRUE(rebuilt.has_value());
    EXPECT_TRUE(rebuilt->equal);
  }
}

TEST_F(Backup, AnyHomeRestoresEqual) {
  ASSERT_TRUE(rc::check([] {
    TestHome home(static_cast<std::uint64_t>(choose_with_rapidcheck(1, 1'000'000)));
    fill_by_chance(home, choose_with_rapidcheck);
    MemoryFiles files;
    const std::string passphrase = choose_with_rapidcheck(0, 1) == 0 ? "" : kPassphrase;
    RC_ASSERT(service(home, files).backup(kFile, passphrase, kCheap).has_value());
    TestHome other(9);
    RC_ASSERT(service(other, files).restore(kFile, passphrase).has_value());
    RC_ASSERT(other.digests() == home.digests());
  }));
}

TEST_F(Backup, TellsWhatItIsWithoutThePassphrase) {
  back_up(kPassphrase);
  const auto header = service(source_, files_).inspect(kFile);
  ASSERT_TRUE(header.has_value());
  EXPECT_TRUE(header->encrypted);
  EXPECT_EQ(header->version, 1);
  EXPECT_EQ(header->made, source_.clock().now());
}

TEST_F(Backup, HoldsNeitherKeysNorReadableWords) {
  ASSERT_TRUE(source_.self().transact(Verb::add_memory, [](Writer& w) -> Result<void> {
    w.append(EntityKind::memory, w.new_id(), {{2, "canary-in-the-mine"}});
    return {};
  }));
  back_up(kPassphrase);
  const Bytes sealed = file();
  EXPECT_EQ(text_of(sealed).find("canary"), std::string_view::npos);
  back_up("");
  const Bytes plain = file();
  EXPECT_NE(text_of(plain).find("canary"), std::string_view::npos);
  EXPECT_EQ(text_of(plain).find(text_of(source_.key().bytes())), std::string_view::npos);
}

TEST_F(Backup, RefusesAWrongOrMissingPassphrase) {
  back_up(kPassphrase);
  expect_refused(file(), "wrong", ErrorCode::locked, "passphrase isn't the one");
  expect_refused(file(), "", ErrorCode::locked, "needs the passphrase");
}

TEST_F(Backup, RefusesWhatIsNoBackupOrNewer) {
  back_up("");
  expect_refused({}, "", ErrorCode::invalid, "no backup");
  const ByteView json = bytes_of("{\"kindling\":1}");
  expect_refused(Bytes(json.begin(), json.end()), "", ErrorCode::invalid, "no backup");
  Bytes newer = file();
  newer[16] = 2;
  expect_refused(newer, "", ErrorCode::newer, "newer version");
  newer[16] = 0;
  expect_refused(newer, "", ErrorCode::invalid, "no backup");
}

TEST_F(Backup, RefusesAHostileCost) {
  back_up(kPassphrase);
  for (const std::size_t at : {48U, 56U}) {  // the highest bytes of operations and memory
    Bytes bytes = file();
    bytes[at + 1] = 0x7F;
    expect_refused(bytes, kPassphrase, ErrorCode::invalid, "damaged");
  }
}

TEST_F(Backup, FindsEveryCut) {
  for (const std::string passphrase : {"", kPassphrase}) {
    back_up(passphrase);
    const Bytes whole = file();
    for (std::size_t size = 1; size < whole.size(); size += 1 + whole.size() / 60) {
      expect_refused(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)), passphrase,
                     ErrorCode::invalid, "use another copy");
    }
    Bytes longer = whole;
    longer.push_back(0);
    expect_refused(longer, passphrase, ErrorCode::invalid, "use another copy");
  }
}

TEST_F(Backup, FindsEveryChangedByteOfTheBody) {
  for (const std::string passphrase : {"", kPassphrase}) {
    back_up(passphrase);
    const Bytes whole = file();
    for (std::size_t at = 130; at < whole.size(); at += 1 + whole.size() / 60) {
      Bytes changed = whole;
      changed[at] ^= 0x10U;
      expect_refused(changed, passphrase, ErrorCode::invalid, "use another copy");
    }
  }
}

TEST_F(Backup, FindsChunksInAnotherOrder) {
  const Bytes records(3 * kBackupChunk, 7);
  SeededRandom random(1);
  BackupSeal seal{SecretKey::random(random), {}, kCheap};
  Bytes bytes = write_backup(records, Instant{}, seal, random);
  ASSERT_EQ(*read_backup(bytes, seal.key), records);
  constexpr std::size_t kChunk = 4 + kBackupChunk + 17;
  const auto first = bytes.end() - 3 * kChunk;
  std::swap_ranges(first, first + kChunk, first + kChunk);
  EXPECT_THAT(read_backup(bytes, seal.key).error().message, HasSubstr("damaged"));
  std::swap_ranges(first, first + kChunk, first + kChunk);
  bytes.erase(first, first + kChunk);
  EXPECT_THAT(read_backup(bytes, seal.key).error().message, HasSubstr("damaged"));
}

TEST_F(Backup, KeepsWhatWasHereAndCanBringItBack) {
  back_up("");
  TestHome home(4);
  while (home.self().log().count() == 0) fill_by_chance(home, counted);
  const auto before = home.digests();
  const auto restored = service(home, files_).restore(kFile, "");
  ASSERT_TRUE(restored.has_value()) << restored.error().message;
  EXPECT_EQ(home.digests(), source_.digests());
  EXPECT_TRUE(restored->safety_copy.starts_with("home/backups/before-restore-20"));
  EXPECT_TRUE(service(home, files_).inspect(restored->safety_copy)->of_a_home);
  EXPECT_FALSE(service(source_, files_).restore(restored->safety_copy, "").has_value());
  ASSERT_TRUE(service(home, files_).restore(restored->safety_copy, "").has_value());
  EXPECT_EQ(home.digests(), before);
}

TEST_F(Backup, IsAllOrNothingWhereverItStops) {
  back_up("");
  for (int good = 0; good < 4; ++good) {
    TestHome home(6);
    while (home.self().log().count() == 0) fill_by_chance(home, counted);
    const auto before = home.digests();
    CrashingFiles crashing(files_, good);
    const bool restored = service(home, crashing).restore(kFile, "").has_value();
    EXPECT_EQ(restored, good == 3);
    const bool staged = files_.exists("home/restore.pending");
    if (good < 2) {
      EXPECT_FALSE(staged);
      EXPECT_EQ(home.digests(), before);
    }
    home.reopen();
    ASSERT_TRUE(finish_pending_restore(home.self(), home.couple(), files_, home.key(), "home"));
    EXPECT_EQ(home.digests(), good < 2 ? before : source_.digests());
    EXPECT_FALSE(files_.exists("home/restore.pending"));
  }
}

TEST_F(Backup, ACrashAfterStagingIsFinishedAtTheNextStartAndOnlyOnce) {
  back_up("");
  TestHome home(6);
  CrashingFiles crashing(files_, 1);  // staged, and then never removed
  ASSERT_FALSE(service(home, crashing).restore(kFile, "").has_value());
  ASSERT_TRUE(files_.exists("home/restore.pending"));
  const Bytes staged = *files_.read("home/restore.pending", kBackupLimit);
  // Something is written before the rest of it is done: it stays.
  const Uuid id = make_uuid_v7(home.clock().now(), home.random());
  ASSERT_TRUE(home.self().transact(Verb::add_memory, [&](Writer& w) -> Result<void> {
    w.append(EntityKind::memory, id, {{2, "kept"}});
    return {};
  }));
  home.reopen();
  ASSERT_TRUE(finish_pending_restore(home.self(), home.couple(), files_, home.key(), "home"));
  EXPECT_TRUE(home.self().tables().record(EntityKind::memory, id).has_value());
  EXPECT_EQ(home.couple().tables().digest(), source_.couple().tables().digest());

  // Neither space had it yet: both get it.
  TestHome fresh(6);
  ASSERT_TRUE(files_.write("home/restore.pending", staged));
  ASSERT_TRUE(finish_pending_restore(fresh.self(), fresh.couple(), files_, fresh.key(), "home"));
  EXPECT_EQ(fresh.digests(), source_.digests());
}

TEST_F(Backup, ADamagedStagedFileChangesNothing) {
  back_up("");
  TestHome home(6);
  ASSERT_TRUE(files_.write("home/restore.pending", file()));
  const auto before = home.digests();
  const auto finished = finish_pending_restore(home.self(), home.couple(), files_, home.key(), "home");
  ASSERT_FALSE(finished.has_value());
  EXPECT_THAT(finished.error().message, HasSubstr("restore.pending"));
  EXPECT_EQ(home.digests(), before);
}

TEST_F(Backup, ReportsAFileThatDidNotReadBack) {
  class Forgetful final : public FileStore {
   public:
    [[nodiscard]] bool exists(const std::string&) const override { return true; }
    [[nodiscard]] Result<Bytes> read(const std::string&, std::size_t) const override { return bytes; }
    [[nodiscard]] Result<void> write(const std::string&, ByteView written) override {
      bytes.assign(written.begin(), written.end());
      bytes[bytes.size() / 2] ^= 1U;
      return {};
    }
    [[nodiscard]] Result<bool> create(const std::string&, ByteView) override { return true; }
    [[nodiscard]] Result<void> rename(const std::string&, const std::string&) override { return {}; }
    [[nodiscard]] Result<void> remove(const std::string&) override { return {}; }
    [[nodiscard]] Result<void> make_folder(const std::string&) override { return {}; }
    [[nodiscard]] std::vector<std::string> list(const std::string&) const override { return {}; }
    [[nodiscard]] std::uint64_t size(const std::string&) const override { return bytes.size(); }
    Bytes bytes;
  } forgetful;
  const auto report = service(source_, forgetful).backup(kFile, kPassphrase, kCheap);
  ASSERT_FALSE(report.has_value());
  EXPECT_THAT(report.error().message, HasSubstr("didn't read back"));
}

}  // namespace
}  // namespace kindling
