#include "platform/common/folder_store.hpp"

#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <fstream>

#include "core/sync/store_probe.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {
namespace {

namespace fs = std::filesystem;

class FolderStoreTest : public testing::Test {
 protected:
  TemporaryFolder folder_;
  FakeClock clock_{std::chrono::floor<std::chrono::milliseconds>(std::chrono::system_clock::now())};
  SeededRandom random_{3};
  FolderStore store_{folder_.path(), clock_, random_};

  [[nodiscard]] std::string at(const std::string& path) const { return folder_.path() + "/" + path; }

  void write(const std::string& path, const std::string& text) const {
    fs::create_directories(fs::path(at(path)).parent_path());
    std::ofstream(at(path), std::ios::binary) << text;
  }

  std::string read(const std::string& path) {
    const auto bytes = store_.get(path, 1000);
    return bytes ? std::string(text_of(*bytes)) : "(" + std::string(name_of(bytes.error().code)) + ")";
  }

  std::string names(const std::string& folder) {
    auto entries = store_.list(folder);
    if (!entries) return "(" + std::string(name_of(entries.error().code)) + ")";
    std::sort(entries->begin(), entries->end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    std::string out;
    for (const StoreEntry& entry : *entries) out += entry.name + ":" + std::to_string(entry.size) + " ";
    return out;
  }
};

TEST_F(FolderStoreTest, KeepsWhatIsPut) {
  ASSERT_TRUE(store_.put("s/t/0/1-a.sg", bytes_of("first")));
  ASSERT_TRUE(store_.put("s/t/0/2-b.sg", {}));
  EXPECT_EQ(read("s/t/0/1-a.sg"), "first");
  EXPECT_EQ(read("s/t/0/2-b.sg"), "");
  EXPECT_EQ(names("s/t/0"), "1-a.sg:5 2-b.sg:0 ");
  EXPECT_EQ(names("s"), "");
  EXPECT_EQ(names(""), "");
  ASSERT_TRUE(store_.remove("s/t/0/1-a.sg"));
  ASSERT_TRUE(store_.remove("s/t/0/1-a.sg"));
  ASSERT_TRUE(store_.remove("nowhere/a.sg"));
  EXPECT_EQ(read("s/t/0/1-a.sg"), "(not-found)");
}

TEST_F(FolderStoreTest, DoesAllThatSharingNeeds) {
  const StoreReport report = probe_store(store_, clock_, random_);
  EXPECT_EQ(report.verdict(), StoreVerdict::fine);
  EXPECT_EQ(names("check"), "");
}

TEST_F(FolderStoreTest, ReplacesAFileAndNeverWritesIntoIt) {
  ASSERT_TRUE(store_.put("a.sg", bytes_of("old")));
  fs::create_hard_link(at("a.sg"), at("same"));
  ASSERT_TRUE(store_.put("a.sg", bytes_of("new")));
  EXPECT_EQ(read("a.sg"), "new");
  EXPECT_EQ(read("same"), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 2);
}

TEST_F(FolderStoreTest, NeverMakesItsOwnFolder) {
  FolderStore away(at("away"), clock_, random_);
  for (const Error& error : {away.put("s/a.sg", bytes_of("x")).error(), away.get("s/a.sg", 9).error(),
                             away.list("").error(), away.list("s").error(), away.remove("s/a.sg").error()}) {
    EXPECT_EQ(error.code, ErrorCode::failed);
    EXPECT_NE(error.message.find("isn't there"), std::string::npos) << error.message;
  }
  EXPECT_FALSE(fs::exists(at("away")));
}

TEST_F(FolderStoreTest, ReadsNoMoreThanItMay) {
  ASSERT_TRUE(store_.put("a.sg", bytes_of("12345")));
  EXPECT_EQ(store_.get("a.sg", 5)->size(), 5U);
  EXPECT_EQ(store_.get("a.sg", 4).error().code, ErrorCode::invalid);
  // Ten gigabytes of nothing take no room, and must take none in memory.
  std::ofstream(at("b.sg")).close();
  fs::resize_file(at("b.sg"), 10'000'000'000);
  EXPECT_EQ(store_.get("b.sg", 1U << 20U).error().code, ErrorCode::invalid);
  EXPECT_EQ(names(""), "a.sg:5 b.sg:10000000000 ");
}

TEST_F(FolderStoreTest, RefusesPathsThatLeadElsewhere) {
  write("inside/x", "x");
  for (const char* path : {"../x", "inside/../inside/x", "/etc/passwd", "inside//x", ".", "..", "", "inside/X"}) {
    EXPECT_EQ(store_.get(path, 1000).error().code, ErrorCode::invalid) << path;
    EXPECT_EQ(store_.put(path, bytes_of("y")).error().code, ErrorCode::invalid) << path;
    EXPECT_EQ(store_.remove(path).error().code, ErrorCode::invalid) << path;
  }
  EXPECT_EQ(store_.list("..").error().code, ErrorCode::invalid);
  EXPECT_EQ(store_.list("/").error().code, ErrorCode::invalid);
}

TEST_F(FolderStoreTest, FollowsNoLinksOutOfItself) {
  TemporaryFolder outside;
  std::ofstream(outside.path() + "/secret.sg") << "secret";
  fs::create_directory_symlink(outside.path(), at("link"));
  fs::create_symlink(outside.path() + "/secret.sg", at("file.sg"));
  EXPECT_EQ(names(""), "");
  EXPECT_EQ(names("link"), "");
  EXPECT_EQ(read("link/secret.sg"), "(not-found)");
  EXPECT_EQ(read("file.sg"), "(not-found)");
  EXPECT_FALSE(store_.put("link/new.sg", bytes_of("x")));
  EXPECT_FALSE(fs::exists(outside.path() + "/new.sg"));
  ASSERT_TRUE(store_.remove("link/secret.sg"));
  // What is put replaces the link, and not what it leads to.
  ASSERT_TRUE(store_.put("file.sg", bytes_of("ours")));
  std::ifstream secret(outside.path() + "/secret.sg");
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(secret), {}), "secret");
  EXPECT_EQ(read("file.sg"), "ours");
}

TEST_F(FolderStoreTest, TheFolderItselfMayBeALink) {
  fs::create_directory(at("real"));
  fs::create_directory_symlink(at("real"), at("link"));
  FolderStore store(at("link"), clock_, random_);
  ASSERT_TRUE(store.put("a.sg", bytes_of("x")));
  EXPECT_TRUE(fs::exists(at("real/a.sg")));
}

TEST_F(FolderStoreTest, SeesPlainFilesOnly) {
  ASSERT_EQ(mkfifo(at("pipe.sg").c_str(), 0600), 0);
  fs::create_directory(at("folder.sg"));
  const int listening = socket(AF_UNIX, SOCK_STREAM, 0);
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  at("socket.sg").copy(address.sun_path, sizeof address.sun_path - 1);
  ASSERT_EQ(bind(listening, reinterpret_cast<sockaddr*>(&address), sizeof address), 0);
  write("Upper.sg", "x");
  write("a.sync-conflict-20261201-064500-ABCDEFG.sg", "x");
  write(".hidden", "x");
  EXPECT_EQ(names(""), "");
  for (const char* name : {"pipe.sg", "folder.sg", "socket.sg"}) EXPECT_EQ(read(name), "(not-found)") << name;
  EXPECT_FALSE(store_.put("folder.sg", bytes_of("x")));
  EXPECT_FALSE(store_.put("pipe.sg/a.sg", bytes_of("x")));
  close(listening);
}

TEST_F(FolderStoreTest, SweepsOnlyItsOwnOldTemporaries) {
  const std::string ours = "~syncthing~aaaaaaaaaaaaaaaa.~.tmp";
  write("s/" + ours, "half");
  write("s/~syncthing~1-a.sg.tmp", "of Syncthing");
  fs::create_directory(at("s/~syncthing~bbbbbbbbbbbbbbbb.~.tmp"));
  EXPECT_EQ(names("s"), "");
  EXPECT_TRUE(fs::exists(at("s/" + ours)));
  clock_.advance(std::chrono::hours(25));
  EXPECT_EQ(names("s"), "");
  EXPECT_FALSE(fs::exists(at("s/" + ours)));
  EXPECT_TRUE(fs::exists(at("s/~syncthing~1-a.sg.tmp")));
  EXPECT_TRUE(fs::exists(at("s/~syncthing~bbbbbbbbbbbbbbbb.~.tmp")));
}

TEST_F(FolderStoreTest, TakesOverTheFoldersPermissions) {
  ASSERT_EQ(chmod(folder_.path().c_str(), S_ISGID | 0770), 0);
  ASSERT_TRUE(store_.put("s/t/a.sg", bytes_of("x")));
  struct stat status {};
  ASSERT_EQ(stat(at("s/t").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, S_ISGID | 0770U);
  ASSERT_EQ(stat(at("s/t/a.sg").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0660U);
  ASSERT_EQ(chmod(folder_.path().c_str(), 0700), 0);
  ASSERT_TRUE(store_.put("u/a.sg", bytes_of("x")));
  ASSERT_EQ(stat(at("u/a.sg").c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 07777U, 0600U);
}

TEST_F(FolderStoreTest, LeavesTheOldFileWhereTheNewOneCantBeWritten) {
  ASSERT_TRUE(store_.put("a.sg", bytes_of("old")));
  rlimit before{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  rlimit small = before;
  small.rlim_cur = 4096;
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto done = store_.put("a.sg", Bytes(10'000, 1));
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::failed);
  EXPECT_EQ(done.error().message.find(folder_.path()), std::string::npos);
  EXPECT_EQ(read("a.sg"), "old");
  EXPECT_EQ(std::distance(fs::directory_iterator(folder_.path()), fs::directory_iterator()), 1);
}

}  // namespace
}  // namespace kindling
