// The demonstration home: an invented couple's three months up to a given moment, for pictures, the README and a first
// try. It is written through the public services alone, each act at its own time, so that it is a home like any other;
// the same moment and zone give the same home to the last id. It holds nothing of anybody's. One thread.
#pragma once

#include "core/kindling.hpp"

namespace kindling {

// A clock that its owner sets: acts of the past are stamped with it. Must outlive the home that it was given to.
class SteppedClock final : public Clock {
 public:
  explicit SteppedClock(Instant start) : now_(start) {}
  [[nodiscard]] Instant now() const override { return now_; }
  void set(Instant instant) noexcept { now_ = instant; }

 private:
  Instant now_;
};

// Bytes that look like chance and are always the same: a demonstration's ids, and its key, which guards nothing.
// Never for a home that somebody keeps.
class RepeatableRandom final : public Random {
 public:
  explicit RepeatableRandom(std::uint64_t seed) : state_(seed) {}
  void fill(std::span<std::uint8_t> out) override;

 private:
  std::uint64_t state_;
};

// Fills an empty home with the three months that end at `now`, in the zone that the home was opened with; the clock is
// the one that the home was opened with, and stands at `now` afterwards. Fails with invalid for a `now` outside of
// 1980 to 2190, and with what a service says, which leaves a part of it behind.
[[nodiscard]] Result<void> fill_demo_home(Kindling& home, SteppedClock& clock, Instant now);

// Makes such a home in an empty folder and closes it again; what opens it then brings its own clock and randomness.
// Of `options` the folder, the zone and the vfs count. Nothing waits for the disk.
[[nodiscard]] Result<void> make_demo_home(const HomeOptions& options, const TimeZones& zones, FileStore& files,
                                          const Catalogue& catalogue, Instant now);

}  // namespace kindling
