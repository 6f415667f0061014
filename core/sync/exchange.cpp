#include "core/sync/exchange.hpp"

#include <algorithm>
#include <utility>

namespace kindling {
namespace {

constexpr std::size_t kMostWaiting = 512;
constexpr std::size_t kMostStrays = 64;  // files of other names that are looked at in one round
constexpr int kTries = 3;

bool is_covered(const std::vector<PackName>& packs, const KeptSegment& segment) {
  return std::any_of(packs.begin(), packs.end(),
                     [&](const PackName& pack) { return pack.first <= segment.first && segment.last() <= pack.last; });
}

}  // namespace

std::optional<StoreRequest> Exchange::next() {
  while (!dialogue_.next() && stage_ != Stage::over) go_on();
  return dialogue_.next();
}

void Exchange::answer(StoreAnswer answer) { dialogue_.answer(std::move(answer)); }

void Exchange::note(const Error& error) {
  if (!report_.trouble) report_.trouble = error;
}

// Nothing is left to ask in this stage.
void Exchange::go_on() {
  switch (std::exchange(stage_, static_cast<Stage>(static_cast<int>(stage_) + 1))) {
    case Stage::begin: return begin();
    case Stage::news:
      take_what_waits();
      if (options_.thorough || !waiting_.empty()) look_into_packs();
      return;
    case Stage::packs: take_what_waits(); return;
    case Stage::publishing: return give_what_is_new();
    case Stage::packing: return pack_own();
    case Stage::over: return;
  }
}

void Exchange::begin() {
  for (const KeptSegment& segment : space_.segments().all()) kept_.insert(shorten(segment.hash));
  for (const SegmentLog::Pack& pack : space_.segments().packs()) known_packs_.insert(pack.path);
  for (const Member& member : space_.segments().members()) {
    if (log_.writes(member.stream)) mine_.insert(member.stream);
  }
  ask({.what = StoreRequest::What::list, .path = folder_of_new(space_.id())}, [this](StoreAnswer&& answer) {
    if (answer.error) {
      // Without knowing what is there nothing more is done: a store that can't be reached isn't an empty one.
      note(*answer.error);
      stage_ = Stage::over;
      return;
    }
    read_news(answer.entries);
  });
}

void Exchange::read_news(const std::vector<StoreEntry>& entries) {
  const std::string folder = folder_of_new(space_.id()) + "/";
  std::vector<std::pair<SegmentName, std::string>> news;
  std::vector<std::string> strays;
  for (const StoreEntry& entry : entries) {
    if (entry.size > kSegmentLimit) continue;
    if (const auto name = read_segment_name(entry.name)) {
      listed_.insert(name->hash);
      if (!kept_.contains(name->hash)) news.emplace_back(*name, folder + entry.name);
    } else if (strays.size() < kMostStrays && entry.name.find(".sg") != std::string::npos) {
      strays.push_back(folder + entry.name);
    }
  }
  std::sort(news.begin(), news.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first.stream, a.first.first) < std::tie(b.first.stream, b.first.first);
  });
  for (const auto& [name, path] : news) fetch_segment(path);
  for (const std::string& path : strays) fetch_segment(path);
}

void Exchange::fetch_segment(const std::string& path) {
  ask({.what = StoreRequest::What::get, .path = path, .limit = kSegmentLimit}, [this](StoreAnswer&& answer) {
    if (!answer.error) {
      (void)take(std::move(answer.bytes));
    } else if (answer.error->code == ErrorCode::failed) {
      note(*answer.error);
    }
  });
}

// Whether it is here now.
bool Exchange::take(Bytes segment) {
  const auto taken = log_.take_in(segment);
  if (!taken) {
    note(taken.error());
    return false;
  }
  report_.forked = report_.forked || taken->forked;
  switch (taken->taken) {
    case SharedLog::Taken::applied:
      ++report_.taken;
      kept_.insert(shorten(segment_hash(segment)));
      return true;
    case SharedLog::Taken::known: return true;
    case SharedLog::Taken::waits:
    case SharedLog::Taken::foreign:
      if (waiting_.size() < kMostWaiting) waiting_.push_back(std::move(segment));
      return false;
    case SharedLog::Taken::closed: return false;
    case SharedLog::Taken::damaged: ++report_.damaged; return false;
  }
  return false;
}

// Each that comes in may be what others wait for, or tell of their writers.
void Exchange::take_what_waits() {
  for (bool more = true; more;) {
    more = false;
    for (Bytes& segment : std::exchange(waiting_, {})) {
      if (take(std::move(segment))) more = true;
    }
  }
  report_.waiting = static_cast<int>(waiting_.size());
}

void Exchange::look_into_packs() {
  for (const Member& member : space_.segments().members()) {
    const Uuid stream = member.stream;
    ask({.what = StoreRequest::What::list, .path = folder_of_packs(space_.id(), stream)},
        [this, stream](StoreAnswer&& answer) {
          if (answer.error) return note(*answer.error);
          read_packs(stream, answer.entries);
        });
  }
}

void Exchange::read_packs(const Uuid& stream, const std::vector<StoreEntry>& entries) {
  const bool is_own = mine_.contains(stream);
  std::vector<PackName>& packs = packed_[stream];
  for (const StoreEntry& entry : entries) {
    const auto name = read_pack_name(entry.name);
    if (name && entry.size <= kPackLimit) packs.push_back(*name);
  }
  std::sort(packs.begin(), packs.end(), [](const PackName& a, const PackName& b) { return a.first < b.first; });
  for (const PackName& pack : packs) {
    const bool is_known = known_packs_.contains(folder_of_packs(space_.id(), stream) + "/" + name_of(pack));
    if (!is_known || (is_own && options_.thorough)) fetch_pack(stream, pack, is_own);
  }
}

void Exchange::fetch_pack(const Uuid& stream, const PackName& pack, bool is_own) {
  const std::string path = folder_of_packs(space_.id(), stream) + "/" + name_of(pack);
  ask({.what = StoreRequest::What::get, .path = path, .limit = kPackLimit},
      [this, path, stream, pack, is_own](StoreAnswer&& answer) {
        if (answer.error && answer.error->code == ErrorCode::failed) return note(*answer.error);
        bool all_here = true;
        for (const ByteView segment : split_pack(answer.bytes))
          all_here = take(Bytes(segment.begin(), segment.end())) && all_here;
        const bool is_whole = shorten(segment_hash(answer.bytes)) == pack.hash;
        if (is_whole && all_here) mark([&] { space_.segments().keep_pack({path, pack.first, pack.last}); });
        // Spoiled since it was seen: it counts as lost, and its segments are given again one by one.
        if (is_own && !is_whole) {
          std::erase_if(packed_[stream], [&](const PackName& name) { return name.hash == pack.hash; });
          ask({.what = StoreRequest::What::remove, .path = path}, [](StoreAnswer&&) {});
        }
      });
}

// Sealed only now: had this device's stream gone on without it, what it did since would be in another one.
void Exchange::give_what_is_new() {
  auto sealed = log_.seal_new();
  if (sealed) {
    report_.sealed = *sealed;
  } else {
    note(sealed.error());
  }
  const auto segments = space_.segments().all();
  const auto is_listed = [&](const KeptSegment& segment) { return listed_.contains(shorten(segment.hash)); };
  const auto was_seen = [](const KeptSegment& segment) { return segment.state == SegmentState::seen; };
  const auto is_mine = [&](const KeptSegment& segment) { return mine_.contains(segment.stream); };
  // The first segment of a stream is never packed, so that all of them can't be away unless everything is.
  const auto is_first = [&](const KeptSegment& segment) { return segment.previous == Hash{} && was_seen(segment); };
  const auto is_there = [&](const KeptSegment& segment) { return is_first(segment) && is_listed(segment); };
  if (std::any_of(segments.begin(), segments.end(), is_first) &&
      std::none_of(segments.begin(), segments.end(), is_there)) {
    report_.store_emptied = true;
    options_.thorough = true;
  }
  for (const KeptSegment& segment : segments) {
    if (segment.state == SegmentState::unseen) {
      publish(segment, false);
    } else if (is_mine(segment) && was_seen(segment) && !is_listed(segment)) {
      publish(segment, true);
    } else if (options_.thorough && was_seen(segment) && is_listed(segment)) {
      check(segment);
    }
  }
  if (options_.thorough) heal();
}

// Gives the store again what it should have and hasn't: of this device and, in its place, of others.
void Exchange::heal() {
  const auto segments = space_.segments().all();
  // Of a stream that forked the name of a pack doesn't say which branch it holds.
  std::set<Uuid> forked;
  for (const KeptSegment& segment : segments) {
    if (segment.label != segment.stream) forked.insert(segment.stream);
  }
  std::vector<Hash> loose;
  for (const KeptSegment& segment : segments) {
    if (segment.state == SegmentState::unseen) continue;
    const bool is_listed = listed_.contains(shorten(segment.hash));
    const bool is_packed = !forked.contains(segment.stream) && is_covered(packed_[segment.stream], segment);
    if (is_listed && is_packed && segment.state == SegmentState::packed) {
      // Somebody gave it again while the pack was away.
      ask({.what = StoreRequest::What::remove, .path = folder_of_new(space_.id()) + "/" + name_of(segment)},
          [](StoreAnswer&&) {});
    } else if (is_listed && !is_packed && segment.state == SegmentState::packed) {
      loose.push_back(segment.hash);
    } else if (!is_listed && !is_packed) {
      publish(segment, true);
    }
  }
  mark([&] {
    for (const Hash& hash : loose) space_.segments().set_state(hash, SegmentState::seen);
  });
}

void Exchange::publish(const KeptSegment& segment, bool again) {
  auto bytes = space_.segments().bytes(segment.hash);
  if (!bytes) return;
  // Given again in the round's two stages it is put once.
  listed_.insert(shorten(segment.hash));
  put_and_see(folder_of_new(space_.id()) + "/" + name_of(segment), std::move(*bytes), kTries,
              [this, hash = segment.hash, again] {
                ++report_.published;
                if (again) ++report_.healed;
                mark([&] { space_.segments().set_state(hash, SegmentState::seen); });
              });
}

// What was seen there may have been spoiled since.
void Exchange::check(const KeptSegment& segment) {
  const std::string path = folder_of_new(space_.id()) + "/" + name_of(segment);
  ask({.what = StoreRequest::What::get, .path = path, .limit = kSegmentLimit}, [this, segment](StoreAnswer&& answer) {
    if (answer.error && answer.error->code == ErrorCode::failed) return note(*answer.error);
    if (answer.error || segment_hash(answer.bytes) != segment.hash) publish(segment, true);
  });
}

// A store's yes is a perhaps: it counts as published once the same bytes were read there.
void Exchange::put_and_see(const std::string& path, Bytes bytes, int tries, std::function<void()> seen) {
  StoreRequest put{.what = StoreRequest::What::put, .path = path, .bytes = std::move(bytes)};
  const Bytes expected = put.bytes;
  ask(std::move(put), [this, path, expected, tries, seen = std::move(seen)](StoreAnswer&& done) {
    const std::optional<Error> said = done.error;
    ask({.what = StoreRequest::What::get, .path = path, .limit = kPackLimit},
        [this, path, expected, tries, seen, said](StoreAnswer&& answer) {
          if (!answer.error && answer.bytes == expected) return seen();
          if (tries > 1 && !said) return put_and_see(path, expected, tries - 1, seen);
          note(said ? *said : failed("the store doesn't keep what it is given; `kindling store check` says more"));
        });
  });
}

void Exchange::mark(const std::function<void()>& write) {
  Transaction transaction(space_.database());
  write();
  if (auto done = transaction.commit(); !done) note(done.error());
}

void Exchange::pack_own() {
  std::vector<KeptSegment> run;
  for (const KeptSegment& segment : space_.segments().all(space_.stream())) {
    // The first one stays where everybody looks: it may be what introduces the stream.
    const bool is_first = segment.previous == Hash{};
    if (segment.label == segment.stream && segment.state == SegmentState::seen && !is_first) {
      run.push_back(segment);
    } else {
      run.clear();
    }
    if (static_cast<int>(run.size()) == options_.pack_at) break;
  }
  if (static_cast<int>(run.size()) < options_.pack_at) return;
  std::vector<Bytes> segments;
  std::size_t size = 4;
  for (const KeptSegment& segment : run) {
    auto bytes = space_.segments().bytes(segment.hash);
    if (!bytes || size + 4 + bytes->size() > kPackLimit) break;
    size += 4 + bytes->size();
    segments.push_back(std::move(*bytes));
  }
  run.resize(segments.size());
  if (run.empty()) return;
  Bytes pack = make_pack(segments);
  const PackName name{run.front().first, run.back().last(), shorten(segment_hash(pack))};
  const std::string path = folder_of_packs(space_.id(), space_.stream()) + "/" + name_of(name);
  put_and_see(path, std::move(pack), kTries, [this, path, run] {
    mark([&] {
      for (const KeptSegment& segment : run) space_.segments().set_state(segment.hash, SegmentState::packed);
      space_.segments().keep_pack({path, run.front().first, run.back().last()});
    });
    stage_ = Stage::packing;  // there may be enough for another one
    // Each is in the pack now, and the pack was seen.
    for (const KeptSegment& segment : run)
      ask({.what = StoreRequest::What::remove, .path = folder_of_new(space_.id()) + "/" + name_of(segment)},
          [](StoreAnswer&&) {});
  });
}

}  // namespace kindling
