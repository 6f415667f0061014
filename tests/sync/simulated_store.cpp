#include "tests/sync/simulated_store.hpp"

#include <algorithm>
#include <utility>

namespace kindling::sim {
namespace {

Error unreachable() { return failed("the store can't be reached"); }

}  // namespace

Fault SimulatedStore::choose(std::initializer_list<Fault> faults) {
  if (trouble_ == 0 || !chance_.one_in(trouble_)) return Fault::none;
  const Fault fault = *(faults.begin() + chance_.below(faults.size()));
  ++suffered_[fault];
  return fault;
}

SimulatedStore::Files::iterator SimulatedStore::any() {
  auto file = files_.begin();
  std::advance(file, static_cast<std::ptrdiff_t>(chance_.below(files_.size())));
  return file;
}

void SimulatedStore::remember() {
  constexpr std::size_t kMostPast = 4;
  if (!chance_.one_in(4)) return;
  past_.push_back(files_);
  if (past_.size() > kMostPast) past_.erase(past_.begin());
}

void SimulatedStore::suffer(Fault fault) {
  if (files_.empty()) return;
  ++suffered_[fault];
  switch (fault) {
    case Fault::flipped_bit: {
      Bytes& bytes = any()->second;
      if (!bytes.empty()) bytes[chance_.below(bytes.size())] ^= static_cast<std::uint8_t>(1U << chance_.below(8));
      return;
    }
    case Fault::foreign_delete: files_.erase(any()); return;
    case Fault::emptied: files_.clear(); return;
    case Fault::rolled_back:
      if (!past_.empty()) files_ = past_[chance_.below(past_.size())];
      return;
    case Fault::conflict_copy: {
      const auto [path, bytes] = *any();
      files_[path + " (conflicted copy).sg"] = bytes;
      return;
    }
    case Fault::garbage: {
      const std::string folder = any()->first.substr(0, any()->first.rfind('/'));
      Bytes noise(chance_.below(600));
      for (std::uint8_t& byte : noise) byte = static_cast<std::uint8_t>(chance_.below(256));
      files_[folder + "/noise-" + std::to_string(chance_.below(5)) + ".sg"] = noise;
      return;
    }
    default: return;
  }
}

Result<std::vector<StoreEntry>> SimulatedStore::list(const std::string& folder) {
  const Fault fault = choose({Fault::unreachable, Fault::short_listing, Fault::stale_listing});
  if (fault == Fault::unreachable) return unreachable();
  const bool is_stale = fault == Fault::stale_listing && !past_.empty();
  const Files& files = is_stale ? past_[chance_.below(past_.size())] : files_;
  std::vector<StoreEntry> entries;
  for (const auto& [path, bytes] : files) {
    const std::size_t slash = path.rfind('/');
    if (path.substr(0, slash) != folder) continue;
    if (fault == Fault::short_listing && chance_.one_in(2)) continue;
    entries.push_back({path.substr(slash + 1), bytes.size()});
  }
  // In no order that anybody could rely on.
  for (std::size_t i = entries.size(); i > 1; --i) std::swap(entries[i - 1], entries[chance_.below(i)]);
  return entries;
}

Result<Bytes> SimulatedStore::get(const std::string& path, std::size_t limit) {
  const Fault fault = choose({Fault::unreachable, Fault::missing_get, Fault::flipped_get});
  if (fault == Fault::unreachable) return unreachable();
  const auto found = files_.find(path);
  if (found == files_.end() || fault == Fault::missing_get) return not_found("no such file");
  if (found->second.size() > limit) return invalid("the file is too large");
  Bytes bytes = found->second;
  if (fault == Fault::flipped_get && !bytes.empty()) bytes[chance_.below(bytes.size())] ^= 1U;
  return bytes;
}

Result<void> SimulatedStore::put(const std::string& path, ByteView bytes) {
  const Fault fault = choose({Fault::unreachable, Fault::lost_put, Fault::put_said_no, Fault::cut_put});
  if (fault == Fault::unreachable) return unreachable();
  if (fault == Fault::lost_put) return {};
  remember();
  const std::size_t size = fault == Fault::cut_put ? chance_.below(bytes.size() + 1) : bytes.size();
  files_[path] = Bytes(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size));
  if (fault == Fault::put_said_no) return failed("the store says that the file is there already");
  return {};
}

Result<void> SimulatedStore::remove(const std::string& path) {
  if (choose({Fault::unreachable}) == Fault::unreachable) return unreachable();
  remember();
  files_.erase(path);
  return {};
}

}  // namespace kindling::sim
