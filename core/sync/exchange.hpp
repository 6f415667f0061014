// One round of exchange between a space and the store that the couple has: what is new here goes there, what is new
// there comes in, and what the store lost is given to it again. It does no I/O: it asks for one thing after the other
// and takes the answers, so that a command can wait for each, a window can go on drawing, and a test can let anything
// go wrong in between. It may end at any point, by a crash too; the next round goes on. Belongs to one thread.
//
//   while (auto request = exchange.next()) exchange.answer(perform(store, *request));
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "core/sync/shared_log.hpp"
#include "core/sync/store_dialogue.hpp"
#include "core/sync/store_layout.hpp"

namespace kindling {

// What came of a round.
struct ExchangeReport {
  int sealed = 0;                // new segments of this device
  int published = 0;             // put on the store and seen there
  int healed = 0;                // of those: what the store had lost or spoiled
  int taken = 0;                 // segments of others that came in
  int damaged = 0;               // files that are no segment of whom they say; their streams wait, nothing else does
  int waiting = 0;               // segments whose forerunners aren't there yet, or whose writer isn't known yet
  bool forked = false;           // a stream went on in two ways: somewhere a home was copied or brought back
  bool store_emptied = false;    // nothing is there of what was; this device gave it all again
  std::optional<Error> trouble;  // the first thing that the store or the disk failed at
};

class Exchange {
 public:
  struct Options {
    // Also looks at all that should be there, not at what is new alone: at the first round after a start, and once a
    // day.
    bool thorough = false;
    int pack_at = 64;  // so many segments of this device's become one file
  };

  Exchange(Space& space, SharedLog& log, Options options) : space_(space), log_(log), options_(options) {}

  // What to ask the store for. Nothing: the round is over.
  [[nodiscard]] std::optional<StoreRequest> next();
  // REQUIRES: next() gave a request, and this is its answer.
  void answer(StoreAnswer answer);

  [[nodiscard]] const ExchangeReport& report() const noexcept { return report_; }

 private:
  enum class Stage { begin, news, packs, publishing, packing, over };

  void ask(StoreRequest request, StoreDialogue::Then then) { dialogue_.ask(std::move(request), std::move(then)); }
  void go_on();
  void begin();
  void read_news(const std::vector<StoreEntry>& entries);
  void fetch_segment(const std::string& path);
  void look_into_packs();
  void give_what_is_new();
  void read_packs(const Uuid& stream, const std::vector<StoreEntry>& entries);
  void fetch_pack(const Uuid& stream, const PackName& pack, bool is_own);
  void heal();
  void pack_own();
  void publish(const KeptSegment& segment, bool again);
  void check(const KeptSegment& segment);
  void put_and_see(const std::string& path, Bytes bytes, int tries, std::function<void()> seen);
  void mark(const std::function<void()>& write);
  bool take(Bytes segment);
  void take_what_waits();
  void note(const Error& error);

  Space& space_;
  SharedLog& log_;
  Options options_;
  Stage stage_ = Stage::begin;
  StoreDialogue dialogue_;
  ExchangeReport report_;
  std::set<Uuid> mine_;                           // streams that this device writes or wrote
  std::set<ShortHash> kept_;                      // here
  std::set<ShortHash> listed_;                    // there, by their names
  std::map<Uuid, std::vector<PackName>> packed_;  // there, by the names of packs
  std::set<std::string> known_packs_;             // whose segments are all here
  std::vector<Bytes> waiting_;
};

}  // namespace kindling
