#include "core/sync/store_probe.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

#include "core/base/bytes.hpp"

namespace kindling {
namespace {

using std::chrono::milliseconds;

constexpr std::string_view kFolder = "check";
constexpr std::size_t kSmall = 200;
constexpr std::size_t kLarge = 300 * 1024;  // more than servers and proxies take for a form, less than a large segment
constexpr std::size_t kSlack = 1024;        // read so much more than was written, to see what was added
constexpr milliseconds kSlow{4000};         // for one small file
constexpr milliseconds kSlowLarge{30'000};

std::string seconds_of(milliseconds time) {
  const auto tenths = (time.count() + 50) / 100;
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " s";
}

class Probe {
 public:
  Probe(RemoteStore& store, const Clock& clock, Random& random) : store_(store), clock_(clock), random_(random) {}

  StoreReport run() {
    const std::string path = path_of("a-" + digits() + ".sg");
    const Bytes bytes = random_bytes(kSmall);
    if (write(path, bytes) && read(path, bytes)) {
      list(path, bytes.size());
      absent();
      replace(path);
      names();
      large();
      remove(path);
      speed();
    }
    for (const std::string& left : written_) static_cast<void>(store_.remove(left));
    return std::move(report_);
  }

 private:
  bool write(const std::string& path, const Bytes& bytes) {
    start();
    if (const auto done = put(path, bytes); !done) {
      add("write", StoreVerdict::unusable, "Nothing could be written: " + done.error().message + ".",
          "Make sure that the place is there, has room and lets you write.");
      return false;
    }
    small_took_ = took();
    add("write", StoreVerdict::fine, "A file could be written.");
    return true;
  }

  bool read(const std::string& path, const Bytes& bytes) {
    start();
    const auto back = store_.get(path, bytes.size() + kSlack);
    small_took_ = std::max(small_took_, took());
    if (back && *back == bytes) {
      add("read", StoreVerdict::fine, "It came back as it was written.");
      return true;
    }
    const std::string what = back ? "A file came back other than it was written."
                                  : "A file that was just written couldn't be read: " + back.error().message + ".";
    add("read", StoreVerdict::unusable, what,
        "Choose another place: whatever is stored here is changed, or kept from being read.");
    return false;
  }

  void list(const std::string& path, std::size_t size) {
    start();
    const auto entries = store_.list(std::string(kFolder));
    if (!entries) {
      add("list", StoreVerdict::unusable, "The files of a folder couldn't be listed: " + entries.error().message + ".",
          "Choose a server that speaks WebDAV in full; nginx, for one, needs its dav-ext module.");
      return;
    }
    const StoreEntry* entry = find(*entries, path);
    if (entry == nullptr)
      add("list", StoreVerdict::risky, "A new file isn't listed at once.",
          "It works, but what one of you writes may reach the other late.");
    else if (entry->size != size)
      add("list", StoreVerdict::risky, "A new file is listed with a size that isn't its own.",
          "It works where files come back whole; look whether the place changes or compresses them.");
    else
      add("list", StoreVerdict::fine, "A new file is listed at once.");
  }

  void absent() {
    start();
    const auto nothing = store_.get(path_of("b-" + digits() + ".sg"), kSmall);
    if (!nothing && nothing.error().code == ErrorCode::not_found)
      add("absent", StoreVerdict::fine, "A file that was never there is said to be missing.");
    else if (nothing)
      add("absent", StoreVerdict::risky, "Something comes back even for a file that was never there.",
          "Check the address: this may be a sign-in page or a website, and not the store itself.");
    else
      add("absent", StoreVerdict::risky, "A file that was never there gave an error: " + nothing.error().message + ".",
          "It works, but trouble with the place is harder to tell from a missing file.");
  }

  void replace(const std::string& path) {
    start();
    const Bytes other = random_bytes(kSmall);
    const auto done = put(path, other);
    const auto back = store_.get(path, other.size() + kSlack);
    if (done && back && *back == other)
      add("replace", StoreVerdict::fine, "A file can be replaced.");
    else
      add("replace", StoreVerdict::risky, "A file that was replaced still shows what it held before.",
          "It works, but a damaged file may stay damaged; switch off caching for this folder if you can.");
  }

  // All forms that are ever used: long, in folders, with digits, dots and dashes.
  void names() {
    start();
    const std::string folder = std::string(kFolder) + "/folder-1/0-1/";
    std::vector<std::string> names = {"00000001-" + digits() + digits() + ".sg", "1-256-" + digits() + ".pk",
                                      "x." + digits() + ".y", "z" + std::string(90, '7') + "-long"};
    std::vector<StoreEntry> expected;
    bool is_well = true;
    for (std::string& name : names) {
      const Bytes bytes = random_bytes(17);
      const std::string path = folder + name;
      is_well = put(path, bytes).has_value() && is_well;
      const auto back = store_.get(path, kSmall);
      is_well = is_well && back && *back == bytes;
      expected.push_back({std::move(name), bytes.size()});
    }
    auto entries = store_.list(folder.substr(0, folder.size() - 1));
    const auto by_name = [](const StoreEntry& a, const StoreEntry& b) { return a.name < b.name; };
    std::sort(expected.begin(), expected.end(), by_name);
    if (entries) std::sort(entries->begin(), entries->end(), by_name);
    const auto same_names = [&entries, &expected] {
      return std::equal(entries->begin(), entries->end(), expected.begin(), expected.end(),
                        [](const StoreEntry& a, const StoreEntry& b) { return a.name == b.name; });
    };
    if (is_well && entries && same_names())
      add("names", StoreVerdict::fine, "Folders and all forms of names are kept.");
    else if (is_well)
      add("names", StoreVerdict::risky, "Names in folders aren't all listed as they were given.",
          "If new files are listed late here, it works; if names are changed, choose another place.");
    else
      add("names", StoreVerdict::unusable, "Files in folders or with long names couldn't be kept.",
          "Choose a place that has folders and takes names of a hundred letters.");
  }

  void large() {
    start();
    const std::string path = path_of("c-" + digits() + ".sg");
    const Bytes bytes = random_bytes(kLarge);
    const auto done = put(path, bytes);
    const auto back = store_.get(path, bytes.size() + kSlack);
    large_took_ = took();
    if (done && back && *back == bytes)
      add("large", StoreVerdict::fine, "A file of 300 KiB came back whole.");
    else
      add("large", StoreVerdict::unusable, "A file of 300 KiB didn't come back whole.",
          "Raise the limit that the server sets for uploads to 32 MiB or more, or choose another place.");
  }

  void remove(const std::string& path) {
    start();
    const auto done = store_.remove(path);
    const auto back = store_.get(path, kSmall + kSlack);
    const auto entries = store_.list(std::string(kFolder));
    const bool is_gone = !back && back.error().code == ErrorCode::not_found;
    if (done && is_gone && entries && find(*entries, path) == nullptr)
      add("remove", StoreVerdict::fine, "A file can be removed.");
    else
      add("remove", StoreVerdict::risky, "A removed file stays, at least for a while.",
          "It works, and the place fills up more than it needs to; let your login delete if you can.");
  }

  void speed() {
    start();
    const bool is_slow = small_took_ > kSlow || large_took_ > kSlowLarge;
    add("speed", is_slow ? StoreVerdict::risky : StoreVerdict::fine,
        "A small file took " + seconds_of(small_took_) + ", 300 KiB there and back " + seconds_of(large_took_) + ".",
        is_slow ? "It works, but slowly; the first exchange may take a long while." : "");
    report_.findings.back().took = milliseconds(-1);
  }

  Result<void> put(const std::string& path, const Bytes& bytes) {
    if (std::find(written_.begin(), written_.end(), path) == written_.end()) written_.push_back(path);
    return store_.put(path, bytes);
  }

  static const StoreEntry* find(const std::vector<StoreEntry>& entries, std::string_view path) {
    const std::string_view name = path.substr(path.rfind('/') + 1);
    const auto found =
        std::find_if(entries.begin(), entries.end(), [name](const StoreEntry& entry) { return entry.name == name; });
    return found == entries.end() ? nullptr : &*found;
  }

  static std::string path_of(std::string_view name) { return std::string(kFolder) + "/" + std::string(name); }

  Bytes random_bytes(std::size_t size) {
    Bytes bytes(size);
    random_.fill(bytes);
    return bytes;
  }

  std::string digits() { return to_base32(random_bytes(10)); }

  void start() { started_ = clock_.now(); }
  // A clock that was set back meanwhile tells nothing.
  [[nodiscard]] milliseconds took() const { return std::max(milliseconds(0), clock_.now() - started_); }

  void add(std::string trait, StoreVerdict verdict, std::string sentence, std::string advice = {}) {
    report_.findings.push_back({std::move(trait), verdict, std::move(sentence), std::move(advice), took()});
  }

  RemoteStore& store_;
  const Clock& clock_;
  Random& random_;
  StoreReport report_;
  std::vector<std::string> written_;
  Instant started_{};
  milliseconds small_took_{0};
  milliseconds large_took_{0};
};

}  // namespace

std::string_view name_of(StoreVerdict verdict) noexcept {
  switch (verdict) {
    case StoreVerdict::fine: return "fine";
    case StoreVerdict::risky: return "risky";
    case StoreVerdict::unusable: return "unusable";
  }
  return "unusable";
}

StoreVerdict StoreReport::verdict() const noexcept {
  StoreVerdict worst = findings.empty() ? StoreVerdict::unusable : StoreVerdict::fine;
  for (const StoreFinding& finding : findings) worst = std::max(worst, finding.verdict);
  return worst;
}

std::string StoreReport::summary() const {
  switch (verdict()) {
    case StoreVerdict::fine: return "This place does all that sharing needs.";
    case StoreVerdict::risky: return "Sharing through this place works, but not everything is as it should be.";
    case StoreVerdict::unusable: break;
  }
  return "Sharing through this place wouldn't work.";
}

StoreReport probe_store(RemoteStore& store, const Clock& clock, Random& random) {
  return Probe(store, clock, random).run();
}

}  // namespace kindling
