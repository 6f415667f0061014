// What the façade promises of a home's files when it opens them.
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "core/kindling.hpp"
#include "core/storage/repository.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/faulty_vfs.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

namespace fs = std::filesystem;

class HomeFiles : public ::testing::Test {
 protected:
  Result<std::unique_ptr<Kindling>> open(const std::string& folder) {
    return Kindling::open({.folder = folder}, {clock_, random_, zones_, files_}, catalogue_);
  }
  // A home with something private in it, all in one file each.
  std::string make(const std::string& name) {
    const std::string folder = folder_.path() + "/" + name;
    auto home = open(folder);
    EXPECT_TRUE(home.has_value());
    EXPECT_TRUE((*home)->keepsakes().appreciate("Thank you for the soup").has_value());
    for (Space* space : {&(*home)->context().self, &(*home)->context().couple})
      space->database().execute("PRAGMA wal_checkpoint(TRUNCATE)");
    return folder;
  }
  void refuses(const std::string& folder, const std::string& why) {
    const auto before = files_.list(folder);
    const auto opened = open(folder);
    ASSERT_FALSE(opened.has_value()) << why;
    EXPECT_EQ(opened.error().code, ErrorCode::failed) << why;
    EXPECT_EQ(files_.list(folder), before) << why;
  }

  TemporaryFolder folder_;
  PosixFiles files_;
  TzifZones zones_;
  Catalogue catalogue_;
  FakeClock clock_{*parse_instant("2026-11-22T10:00:00Z")};
  SeededRandom random_{5};
};

TEST_F(HomeFiles, AreForTheirOwnerAlone) {
  const auto mask = ::umask(0);
  const std::string folder = make("home");
  for (const std::string& name : files_.list(folder)) {
    struct stat status {};
    ASSERT_EQ(::stat((folder + "/" + name).c_str(), &status), 0);
    EXPECT_EQ(status.st_mode & 0077U, 0U) << name;
  }
  ::umask(mask);
}

TEST_F(HomeFiles, AreNotMadeAnewBesideWhatIsLeft) {
  for (const std::string file : {"self.db", "couple.db"}) {
    std::string folder = make("gone-" + file);
    for (const std::string tail : {"", "-wal", "-shm"}) fs::remove(folder + "/" + file + tail);
    refuses(folder, file + " is gone");
    for (const std::uintmax_t size : {0U, 1U, 100U, 511U}) {
      folder = make(file + std::to_string(size));
      fs::resize_file(folder + "/" + file, size);
      refuses(folder, file + " cut to " + std::to_string(size));
      EXPECT_EQ(fs::file_size(folder + "/" + file), size);
    }
  }
}

TEST_F(HomeFiles, BegunButNotFinishedAreTakenUp) {
  const std::string folder = folder_.path() + "/home";
  ASSERT_TRUE(KeyRing::open(files_, random_, folder, "", false).has_value());
  EXPECT_TRUE(open(folder).has_value()) << "stopped after the key";
  for (const std::string name : {"couple.db", "couple.db-wal", "couple.db-shm"}) fs::remove(folder + "/" + name);
  EXPECT_TRUE(open(folder).has_value()) << "stopped before the second file";
  fs::resize_file(folder + "/couple.db", 0);
  EXPECT_TRUE(open(folder).has_value()) << "stopped while the second file was empty";
}

TEST_F(HomeFiles, CanBeReadOnAFullDiskThoughSomethingIsToBeShared) {
  FaultyVfs vfs("full");
  MemoryFiles memory;
  const auto open_here = [&] {
    return Kindling::open({.folder = "home", .vfs = vfs.name()}, {clock_, random_, zones_, memory}, catalogue_);
  };
  {
    auto home = open_here();
    ASSERT_TRUE(home.has_value());
    // As after a process that ended between the two spaces.
    ASSERT_TRUE((*home)->context().self.transact(Verb::add_check_in, [&](Writer& writer) -> Result<void> {
      CheckIn check_in;
      check_in.id.bytes = writer.new_id();
      check_in.at = clock_.now();
      check_in.share = Share::all;
      append(writer, check_in);
      (*home)->context().self.await_share(check_in.id.bytes);
      return {};
    }));
  }
  for (const std::string path : {"home/self.db", "home/couple.db"}) ASSERT_TRUE(memory.write(path, Bytes(4096, 0)));
  vfs.arm(Fault::full, 0);
  {
    auto home = open_here();
    ASSERT_TRUE(home.has_value()) << home.error().message;
    EXPECT_TRUE(vfs.has_struck());
    EXPECT_EQ((*home)->check_ins().list(std::nullopt, std::nullopt)->size(), 1U);
    EXPECT_EQ((*home)->context().couple.tables().count(EntityKind::check_in), 0U);
  }
  vfs.disarm();
  auto home = open_here();
  ASSERT_TRUE(home.has_value());
  EXPECT_EQ((*home)->context().couple.tables().count(EntityKind::check_in), 1U);
}

}  // namespace
}  // namespace kindling
