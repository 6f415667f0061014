#include "core/storage/key_ring.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <sys/wait.h>

#include <csignal>
#include <fstream>

#include "core/codec/bounded_archive.hpp"
#include "core/storage/space.hpp"
#include "platform/common/posix_files.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

constexpr PassphraseCost kCheap{1, 8192};
constexpr std::string_view kMagic = "kindling key\n";

// What the key file holds, written down here once more: a hostile one is made of these.
struct RawKeyFile {
  std::uint8_t version = 1;
  bool wrapped = true;
  Salt salt{};
  std::uint64_t operations = 1;
  std::uint64_t memory_bytes = 8192;
  Bytes key = Bytes(SecretKey::kSize + kSealOverhead, 7);

  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, wrapped, salt, operations, memory_bytes, key);
  }
  [[nodiscard]] Bytes bytes() const {
    Bytes all(kMagic.begin(), kMagic.end());
    const Bytes body = codec::encode(*this);
    all.insert(all.end(), body.begin(), body.end());
    return all;
  }
};

class KeyRingTest : public ::testing::Test {
 protected:
  [[nodiscard]] std::string path() const { return folder_.path() + "/key"; }
  Result<KeyRing> open(std::string_view passphrase = "", bool has_data = true) {
    return KeyRing::open(files_, random_, folder_.path(), passphrase, has_data);
  }
  void put(const Bytes& bytes) {
    std::ofstream out(path(), std::ios::binary);
    const std::string_view text = text_of(bytes);
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
  }
  Bytes file() { return files_.read(path(), 8 << 20).value_or(Bytes{}); }
  void refuses(const Bytes& bytes, ErrorCode code, std::string_view why) {
    put(bytes);
    const auto opened = open("any passphrase");
    ASSERT_FALSE(opened.has_value()) << why;
    EXPECT_EQ(opened.error().code, code) << why << ": " << opened.error().message;
    EXPECT_GT(opened.error().message.size(), 20U) << why;
    if (code == ErrorCode::failed) {
      EXPECT_NE(opened.error().message.find("damaged"), std::string::npos) << why << ": " << opened.error().message;
    }
    EXPECT_EQ(file(), bytes) << why;
  }

  TemporaryFolder folder_;
  PosixFiles files_;
  SeededRandom random_{3};
};

TEST_F(KeyRingTest, MakesAKeyFileForItsOwnerAlone) {
  ::umask(0);
  ASSERT_TRUE(open("", false).has_value());
  struct stat status {};
  ASSERT_EQ(::stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  ASSERT_TRUE(open()->set_passphrase("correct horse", kCheap).has_value());
  ASSERT_EQ(::stat(path().c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777U, 0600U);
  EXPECT_EQ(files_.list(folder_.path()), std::vector<std::string>{"key"});
  ::umask(022);
}

TEST_F(KeyRingTest, RefusesAMissingKeyWhereThereIsDataAndMakesNothing) {
  const auto opened = open();
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::failed);
  EXPECT_TRUE(files_.list(folder_.path()).empty());
}

TEST_F(KeyRingTest, RefusesDamagedFilesUntouched) {
  ASSERT_TRUE(open("", false).has_value());
  const Bytes whole = file();
  for (std::size_t size = 0; size < whole.size(); ++size)
    refuses(Bytes(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size)), ErrorCode::failed, "cut off");
  Bytes longer = whole;
  longer.push_back(0);
  refuses(longer, ErrorCode::failed, "a byte too many");
  refuses(Bytes(100, 0), ErrorCode::failed, "zeros");
  refuses(Bytes(5'000'000, 'k'), ErrorCode::failed, "huge");
  Bytes padded = whole;
  padded.resize(4097);
  refuses(padded, ErrorCode::failed, "over the limit");
}

TEST_F(KeyRingTest, RefusesHostileFilesWithoutSpendingTheirCost) {
  RawKeyFile hostile;
  hostile.memory_bytes = 1ULL << 40U;
  refuses(hostile.bytes(), ErrorCode::failed, "a terabyte of memory");
  hostile.memory_bytes = UINT64_MAX;
  refuses(hostile.bytes(), ErrorCode::failed, "all memory");
  hostile = {};
  hostile.operations = 1ULL << 40U;
  refuses(hostile.bytes(), ErrorCode::failed, "years of work");
  hostile = {};
  hostile.operations = 0;
  refuses(hostile.bytes(), ErrorCode::failed, "no work");
  hostile = {};
  hostile.memory_bytes = 0;
  refuses(hostile.bytes(), ErrorCode::failed, "no memory");
  hostile = {};
  hostile.key.clear();
  refuses(hostile.bytes(), ErrorCode::failed, "no key");
  hostile = {};
  hostile.key.resize(2000);
  refuses(hostile.bytes(), ErrorCode::failed, "a long key");
  hostile = {};
  hostile.version = 2;
  refuses(hostile.bytes(), ErrorCode::newer, "a newer version");
  hostile = {};
  hostile.version = 0;
  refuses(hostile.bytes(), ErrorCode::failed, "no version");
  hostile = {};
  refuses(hostile.bytes(), ErrorCode::locked, "a key sealed by another passphrase");
}

TEST_F(KeyRingTest, SaysThatAFolderInThePlaceOfTheKeyIsDamage) {
  ASSERT_TRUE(files_.make_folder(path()).has_value());
  const auto opened = open();
  ASSERT_FALSE(opened.has_value());
  EXPECT_EQ(opened.error().code, ErrorCode::failed);
}

TEST_F(KeyRingTest, OpensWithItsPassphraseAlone) {
  auto ring = open("", false);
  const auto key = ring->home_key().bytes();
  EXPECT_EQ(ring->holder(), KeyHolder::key_file);
  ASSERT_TRUE(ring->set_passphrase("correct horse", kCheap).has_value());
  EXPECT_EQ(ring->holder(), KeyHolder::passphrase);
  EXPECT_EQ(*KeyRing::holder_of(files_, folder_.path()), KeyHolder::passphrase);
  for (const std::string wrong : {"", "wrong horse", "correct horse ", "Correct horse"}) {
    const auto opened = open(wrong);
    ASSERT_FALSE(opened.has_value());
    EXPECT_EQ(opened.error().code, ErrorCode::locked);
    EXPECT_TRUE(wrong.empty() || opened.error().message.find(wrong) == std::string::npos);
  }
  auto again = open("correct horse");
  ASSERT_TRUE(again.has_value());
  EXPECT_EQ(again->home_key().bytes(), key);
  ASSERT_TRUE(again->set_passphrase("another horse", kCheap).has_value());
  EXPECT_FALSE(open("correct horse").has_value());
  ASSERT_TRUE(open("another horse")->remove_passphrase().has_value());
  EXPECT_EQ(open()->home_key().bytes(), key);
}

TEST_F(KeyRingTest, RefusesPassphrasesThatAreTooShortOrTooLong) {
  auto ring = open("", false);
  const Bytes before = file();
  EXPECT_EQ(ring->set_passphrase("1234567", kCheap).error().code, ErrorCode::invalid);
  EXPECT_EQ(ring->set_passphrase(std::string(1001, 'x'), kCheap).error().code, ErrorCode::invalid);
  EXPECT_EQ(file(), before);
}

TEST_F(KeyRingTest, NeverRewritesDataWhereThePassphraseChanges) {
  FakeClock clock(*parse_instant("2026-11-22T10:00:00Z"));
  auto ring = open("", false);
  const std::string data = folder_.path() + "/self.db";
  {
    auto space = Space::open({.path = data}, ring->home_key(), clock, random_);
    ASSERT_TRUE(space.has_value());
    ASSERT_TRUE((*space)->transact(Verb::add_reminder, [](Writer& writer) -> Result<void> {
      writer.set(EntityKind::reminder, Uuid{1}, 1, "Hug");
      return {};
    }));
  }
  const auto snapshot = [&] {
    std::map<std::string, Bytes> all;
    for (const std::string& name : files_.list(folder_.path())) {
      if (name != "key") all[name] = *files_.read(folder_.path() + "/" + name, 1 << 24);
    }
    return all;
  };
  const auto before = snapshot();
  ASSERT_GE(before.size(), 2U);
  ASSERT_TRUE(ring->set_passphrase("correct horse", kCheap).has_value());
  ASSERT_TRUE(ring->set_passphrase("another horse", kCheap).has_value());
  EXPECT_EQ(snapshot(), before);
  ASSERT_TRUE(ring->remove_passphrase().has_value());
  EXPECT_EQ(snapshot(), before);
  EXPECT_TRUE(Space::open({.path = data}, open()->home_key(), clock, random_).has_value());
}

// A write that was killed leaves a temporary file, which may hold the plain key: under the mat of a locked door.
TEST_F(KeyRingTest, LeavesNoPlainKeyBesideALockedOne) {
  auto ring = open("", false);
  const auto put_under_the_mat = [&] {
    return files_.write(folder_.path() + "/key.Ab12Cd", *files_.read(path(), 4096));
  };
  const std::vector<std::string> locked_alone{"key", "key-ring.txt", "self.db"};
  ASSERT_TRUE(files_.write(folder_.path() + "/self.db", Bytes{1}).has_value());
  ASSERT_TRUE(files_.write(folder_.path() + "/key-ring.txt", Bytes{1}).has_value());  // not ours
  ASSERT_TRUE(put_under_the_mat().has_value());
  ASSERT_TRUE(ring->set_passphrase("correct horse", kCheap).has_value());
  EXPECT_EQ(files_.list(folder_.path()), locked_alone);
  ASSERT_TRUE(put_under_the_mat().has_value());
  EXPECT_FALSE(open("wrong horse").has_value());
  EXPECT_EQ(files_.list(folder_.path()), locked_alone);
}

// A store whose machine stops at a step: before the write, after the temporary file, or right after the rename.
class StoppingFiles final : public FileStore {
 public:
  enum class Stop { never, before, with_temporary, after };
  explicit StoppingFiles(MemoryFiles& files) : files_(files) {}
  Stop stop = Stop::never;

  [[nodiscard]] bool exists(const std::string& path) const override { return files_.exists(path); }
  [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t limit) const override {
    return files_.read(path, limit);
  }
  [[nodiscard]] Result<void> write(const std::string& path, ByteView bytes) override {
    if (stop == Stop::before) return failed("stopped");
    if (stop == Stop::with_temporary) {
      (void)files_.write(path + ".x7Yq2a", bytes.first(bytes.size() / 2));
      return failed("stopped");
    }
    auto written = files_.write(path, bytes);
    return stop == Stop::after ? Result<void>(failed("stopped")) : written;
  }
  [[nodiscard]] Result<bool> create(const std::string& path, ByteView bytes) override {
    return files_.create(path, bytes);
  }
  [[nodiscard]] Result<void> rename(const std::string& from, const std::string& to) override {
    return files_.rename(from, to);
  }
  [[nodiscard]] Result<void> remove(const std::string& path) override { return files_.remove(path); }
  [[nodiscard]] Result<void> make_folder(const std::string& path) override { return files_.make_folder(path); }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override { return files_.list(folder); }
  [[nodiscard]] std::uint64_t size(const std::string& path) const override { return files_.size(path); }

 private:
  MemoryFiles& files_;
};

TEST(KeyRing, OpensWithTheOldOrTheNewHolderWhereverItStops) {
  using Stop = StoppingFiles::Stop;
  for (const Stop stop : {Stop::before, Stop::with_temporary, Stop::after}) {
    MemoryFiles memory;
    StoppingFiles files(memory);
    SeededRandom random(4);
    auto ring = KeyRing::open(files, random, "home", "", false);
    ASSERT_TRUE(ring.has_value());
    const auto key = ring->home_key().bytes();
    const auto opens_with = [&](std::string_view passphrase) {
      const auto opened = KeyRing::open(memory, random, "home", passphrase, true);
      return opened.has_value() && opened->home_key().bytes() == key;
    };
    files.stop = stop;
    ASSERT_FALSE(ring->set_passphrase("correct horse", kCheap).has_value());
    EXPECT_TRUE(opens_with(stop == Stop::after ? "correct horse" : ""));
    EXPECT_EQ(ring->holder(), KeyHolder::key_file) << "what failed isn't claimed";
    files.stop = Stop::never;
    ASSERT_TRUE(ring->set_passphrase("correct horse", kCheap).has_value());
    files.stop = stop;
    ASSERT_FALSE(ring->remove_passphrase().has_value());
    EXPECT_TRUE(opens_with(stop == Stop::after ? "" : "correct horse"));
  }
}

TEST_F(KeyRingTest, OpensWithTheOldOrTheNewHolderAfterKills) {
  const auto key = open("", false)->home_key().bytes();
  std::mt19937 delays(2026);
  int killed_after_change = 0;
  for (int round = 0; round < 120; ++round) {
    const pid_t child = ::fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
      SeededRandom random(static_cast<std::uint64_t>(round));
      for (;;) {
        const bool locked = *KeyRing::holder_of(files_, folder_.path()) == KeyHolder::passphrase;
        auto ring = KeyRing::open(files_, random, folder_.path(), locked ? "correct horse" : "", true);
        if (!ring) ::_exit(1);
        const auto done = locked ? ring->remove_passphrase() : ring->set_passphrase("correct horse", kCheap);
        if (!done) ::_exit(2);
      }
    }
    const Bytes before = file();
    ::usleep(std::uniform_int_distribution<useconds_t>(500, 20'000)(delays));
    ::kill(child, SIGKILL);
    int status = 0;
    ASSERT_EQ(::waitpid(child, &status, 0), child);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the child gave up with " << WEXITSTATUS(status);
    if (file() != before) ++killed_after_change;
    const auto holder = KeyRing::holder_of(files_, folder_.path());
    ASSERT_TRUE(holder.has_value()) << holder.error().message;
    const auto opened = open(*holder == KeyHolder::passphrase ? "correct horse" : "");
    ASSERT_TRUE(opened.has_value()) << opened.error().message;
    EXPECT_EQ(opened->home_key().bytes(), key);
  }
  EXPECT_GT(killed_after_change, 10);
}

}  // namespace
}  // namespace kindling
