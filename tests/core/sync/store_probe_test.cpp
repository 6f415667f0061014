#include "core/sync/store_probe.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <functional>
#include <map>
#include <optional>

#include "core/sync/store_names.hpp"
#include "tests/support/fake_ports.hpp"

namespace kindling {
namespace {

// A store in memory that does as a test wants.
class OddStore final : public RemoteStore {
 public:
  explicit OddStore(FakeClock& clock) : clock_(clock) {}

  std::optional<Error> refuses_put;
  std::function<void(Bytes&)> on_put = [](Bytes&) {};
  std::function<void(std::vector<StoreEntry>&)> on_list = [](std::vector<StoreEntry>&) {};
  bool keeps_first = false;
  bool answers_anything = false;
  bool removes = true;
  bool has_folders = true;
  std::chrono::milliseconds pace{10};
  std::map<std::string, Bytes> files;

  Result<std::vector<StoreEntry>> list(const std::string& folder) override {
    clock_.advance(pace);
    EXPECT_TRUE(check_store_folder(folder));
    std::vector<StoreEntry> entries;
    for (const auto& [path, bytes] : files) {
      const StorePath parts = split_store_path(path);
      if (parts.folder == folder) entries.push_back({std::string(parts.name), bytes.size()});
    }
    on_list(entries);
    return entries;
  }
  Result<Bytes> get(const std::string& path, std::size_t limit) override {
    clock_.advance(pace);
    const auto found = files.find(path);
    if (found == files.end() && answers_anything) return Bytes{60, 112, 62};
    if (found == files.end()) return not_found("there is no such file in the store");
    if (found->second.size() > limit) return invalid("too large");
    return found->second;
  }
  Result<void> put(const std::string& path, ByteView bytes) override {
    clock_.advance(pace);
    EXPECT_TRUE(check_store_path(path));
    if (refuses_put) return *refuses_put;
    if (!has_folders && std::count(path.begin(), path.end(), '/') > 1) return failed("the store has no folders");
    Bytes kept(bytes.begin(), bytes.end());
    on_put(kept);
    if (keeps_first)
      files.try_emplace(path, std::move(kept));
    else
      files[path] = std::move(kept);
    return {};
  }
  Result<void> remove(const std::string& path) override {
    clock_.advance(pace);
    if (removes) files.erase(path);
    return {};
  }

 private:
  FakeClock& clock_;
};

class StoreProbe : public testing::Test {
 protected:
  FakeClock clock_{Instant(std::chrono::hours(500'000))};
  SeededRandom random_{7};
  OddStore store_{clock_};

  StoreReport probe() { return probe_store(store_, clock_, random_); }

  static const StoreFinding& finding(const StoreReport& report, const std::string& trait) {
    const auto found = std::find_if(report.findings.begin(), report.findings.end(),
                                    [&trait](const StoreFinding& one) { return one.trait == trait; });
    if (found == report.findings.end()) {
      ADD_FAILURE() << "nothing about " << trait;
      static const StoreFinding none;
      return none;
    }
    return *found;
  }

  // Nothing but `trait` is other than fine.
  void only(const StoreReport& report, const std::string& trait, StoreVerdict verdict) {
    for (const StoreFinding& one : report.findings) {
      EXPECT_EQ(one.verdict, one.trait == trait ? verdict : StoreVerdict::fine) << one.trait << ": " << one.sentence;
      EXPECT_EQ(one.advice.empty(), one.verdict == StoreVerdict::fine) << one.trait;
    }
    EXPECT_EQ(report.verdict(), verdict);
  }
};

TEST_F(StoreProbe, FindsAGoodStoreFineAndLeavesNothingThere) {
  const StoreReport report = probe();
  only(report, "none", StoreVerdict::fine);
  std::string traits;
  for (const StoreFinding& one : report.findings) traits += one.trait + " ";
  EXPECT_EQ(traits, "write read list absent replace names large remove speed ");
  EXPECT_EQ(finding(report, "write").took, std::chrono::milliseconds(10));
  EXPECT_TRUE(store_.files.empty());
  EXPECT_EQ(report.summary(), "This place does all that sharing needs.");
}

TEST_F(StoreProbe, StopsWhereNothingCanBeWrittenAndSaysWhy) {
  store_.refuses_put = failed("the disk of the store's folder is full; free some space there and try again");
  const StoreReport report = probe();
  ASSERT_EQ(report.findings.size(), 1U);
  only(report, "write", StoreVerdict::unusable);
  EXPECT_NE(report.findings[0].sentence.find("is full"), std::string::npos);
}

TEST_F(StoreProbe, RefusesAStoreThatChangesFiles) {
  store_.on_put = [](Bytes& bytes) { bytes.back() ^= 1U; };
  const StoreReport report = probe();
  only(report, "read", StoreVerdict::unusable);
  EXPECT_EQ(report.findings.size(), 2U);
  EXPECT_TRUE(store_.files.empty());
}

TEST_F(StoreProbe, RefusesAStoreThatCutsLargeFiles) {
  store_.on_put = [](Bytes& bytes) { bytes.resize(std::min<std::size_t>(bytes.size(), 128 * 1024)); };
  only(probe(), "large", StoreVerdict::unusable);
}

TEST_F(StoreProbe, SaysThatNewFilesAreListedLate) {
  store_.on_list = [](std::vector<StoreEntry>& entries) { entries.clear(); };
  const StoreReport report = probe();
  EXPECT_EQ(finding(report, "list").verdict, StoreVerdict::risky);
  EXPECT_EQ(finding(report, "names").verdict, StoreVerdict::risky);
  EXPECT_EQ(report.verdict(), StoreVerdict::risky);
}

TEST_F(StoreProbe, SaysThatSizesAreListedWrong) {
  store_.on_list = [](std::vector<StoreEntry>& entries) {
    for (StoreEntry& entry : entries) entry.size += 16;
  };
  only(probe(), "list", StoreVerdict::risky);
}

TEST_F(StoreProbe, SaysThatNamesAreChanged) {
  store_.on_list = [](std::vector<StoreEntry>& entries) {
    for (StoreEntry& entry : entries) {
      if (entry.name.size() > 64) entry.name.resize(64);
    }
  };
  only(probe(), "names", StoreVerdict::risky);
}

TEST_F(StoreProbe, RefusesAStoreWithoutFolders) {
  store_.has_folders = false;
  only(probe(), "names", StoreVerdict::unusable);
}

TEST_F(StoreProbe, SaysThatAFileCantBeReplaced) {
  store_.keeps_first = true;
  only(probe(), "replace", StoreVerdict::risky);
}

TEST_F(StoreProbe, SeesASignInPageThatAnswersToEverything) {
  store_.answers_anything = true;
  const StoreReport report = probe();
  EXPECT_EQ(finding(report, "absent").verdict, StoreVerdict::risky);
  EXPECT_NE(finding(report, "absent").advice.find("sign-in page"), std::string::npos);
}

TEST_F(StoreProbe, SaysThatRemovedFilesStay) {
  store_.removes = false;
  only(probe(), "remove", StoreVerdict::risky);
}

TEST_F(StoreProbe, SaysThatAStoreIsSlow) {
  store_.pace = std::chrono::milliseconds(5120);
  const StoreReport report = probe();
  only(report, "speed", StoreVerdict::risky);
  EXPECT_EQ(finding(report, "speed").sentence, "A small file took 5.1 s, 300 KiB there and back 10.2 s.");
}

}  // namespace
}  // namespace kindling
