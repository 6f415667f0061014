// Fakes of the core's ports: a clock that one sets, randomness from a seed, files in memory.
#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <span>
#include <string>

#include "core/ports/clock.hpp"
#include "core/ports/file_store.hpp"
#include "core/ports/random.hpp"

namespace kindling {

class FakeClock final : public Clock {
 public:
  explicit FakeClock(Instant start) : now_(start) {}
  [[nodiscard]] Instant now() const override { return now_; }
  void set(Instant instant) { now_ = instant; }
  void advance(std::chrono::milliseconds step) { now_ += step; }

 private:
  Instant now_;
};

class SeededRandom final : public Random {
 public:
  explicit SeededRandom(std::uint64_t seed) : engine_(seed) {}
  void fill(std::span<std::uint8_t> out) override {
    for (std::uint8_t& byte : out) byte = static_cast<std::uint8_t>(engine_());
  }

 private:
  std::mt19937_64 engine_;
};

class MemoryFiles final : public FileStore {
 public:
  [[nodiscard]] bool exists(const std::string& path) const override { return files_.contains(path); }
  [[nodiscard]] Result<Bytes> read(const std::string& path, std::size_t limit) const override {
    const auto found = files_.find(path);
    if (found == files_.end()) return not_found("no such file");
    if (found->second.size() > limit) return invalid("the file is too large");
    return found->second;
  }
  [[nodiscard]] Result<void> write(const std::string& path, ByteView bytes) override {
    files_[path] = Bytes(bytes.begin(), bytes.end());
    return {};
  }
  [[nodiscard]] Result<bool> create(const std::string& path, ByteView bytes) override {
    return files_.try_emplace(path, bytes.begin(), bytes.end()).second;
  }
  [[nodiscard]] Result<void> rename(const std::string& from, const std::string& to) override {
    const auto found = files_.find(from);
    if (found == files_.end()) return not_found("no such file");
    files_[to] = found->second;
    files_.erase(from);
    return {};
  }
  [[nodiscard]] Result<void> remove(const std::string& path) override {
    files_.erase(path);
    return {};
  }
  [[nodiscard]] Result<void> make_folder(const std::string&) override { return {}; }
  [[nodiscard]] std::vector<std::string> list(const std::string& folder) const override {
    std::vector<std::string> names;
    for (const auto& [path, bytes] : files_) {
      if (path.starts_with(folder + "/")) names.push_back(path.substr(folder.size() + 1));
    }
    return names;
  }
  [[nodiscard]] std::uint64_t size(const std::string& path) const override {
    const auto found = files_.find(path);
    return found == files_.end() ? 0 : found->second.size();
  }

 private:
  std::map<std::string, Bytes> files_;
};

}  // namespace kindling
