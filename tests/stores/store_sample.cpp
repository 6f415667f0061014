// A store from outside, for tests with real servers: store_sample PLACE [--http] [--user NAME] [--trust FILE] COMMAND…,
// where PLACE is folder:PATH or an address and the password is the first line of standard input.
//   put PATH    the rest of standard input       get PATH LIMIT     list FOLDER     remove PATH
//   check       what a probe of the store finds, a line each: trait, verdict, milliseconds, sentence, advice
// Errors are one line on standard error; the exit code is the error's.
#include <algorithm>
#include <cstdio>
#include <iostream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

#include "core/sync/store_probe.hpp"
#include "platform/common/folder_store.hpp"
#include "platform/common/system_clock.hpp"
#include "platform/common/webdav_store.hpp"

namespace {

using namespace kindling;  // NOLINT(google-build-using-namespace): a program of one file

int say(const Error& error) {
  std::cerr << error.message << "\n";
  return static_cast<int>(error.code);
}

int check(RemoteStore& store, const Clock& clock, Random& random) {
  const StoreReport report = probe_store(store, clock, random);
  for (const StoreFinding& one : report.findings)
    std::cout << one.trait << "\t" << name_of(one.verdict) << "\t" << one.took.count() << "\t" << one.sentence << "\t"
              << one.advice << "\n";
  std::cout << name_of(report.verdict()) << "\t" << report.summary() << "\n";
  return 0;
}

int run(RemoteStore& store, const std::vector<std::string>& words, const Bytes& input) {
  const std::string& command = words[0];
  const std::string& path = words[1];
  if (command == "put") {
    const auto done = store.put(path, input);
    return done ? 0 : say(done.error());
  }
  if (command == "remove") {
    const auto done = store.remove(path);
    return done ? 0 : say(done.error());
  }
  if (command == "list") {
    auto entries = store.list(path);
    if (!entries) return say(entries.error());
    std::sort(entries->begin(), entries->end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    for (const StoreEntry& entry : *entries) std::cout << entry.name << " " << entry.size << "\n";
    return 0;
  }
  if (command != "get" || words.size() < 3) return 2;
  const auto bytes = store.get(path, std::stoul(words[2]));
  if (!bytes) return say(bytes.error());
  std::cout << text_of(*bytes);
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> words(argv + 1, argv + argc);
  if (words.size() < 2) return 2;
  const std::string folder = "folder:";
  WebdavPlace place;
  place.address = words[0];
  words.erase(words.begin());
  while (!words.empty() && words[0].starts_with("--")) {
    const std::string option = words[0];
    words.erase(words.begin());
    if (option == "--http") {
      place.allows_plain_http = true;
      continue;
    }
    if (words.empty()) return 2;
    (option == "--user" ? place.options.login.user : place.options.authorities_file) = words[0];
    words.erase(words.begin());
  }
  if (words.empty()) return 2;
  std::getline(std::cin, place.options.login.password);
  const std::string rest{std::istreambuf_iterator<char>(std::cin), {}};

  const SystemClock clock;
  SystemRandom random;
  std::unique_ptr<RemoteStore> store;
  if (place.address.starts_with(folder)) {
    store = std::make_unique<FolderStore>(place.address.substr(folder.size()), clock, random);
  } else {
    auto opened = WebdavStore::open(place, clock, random);
    if (!opened) return say(opened.error());
    store = *std::move(opened);
  }
  if (words[0] == "check") return check(*store, clock, random);
  if (words.size() < 2) return 2;
  return run(*store, words, Bytes(rest.begin(), rest.end()));
}
