// A home in a temporary folder: both spaces, a clock that one sets, and things to fill it with.
#pragma once

#include <memory>
#include <string>

#include "core/services/context.hpp"
#include "platform/common/tzif_zones.hpp"
#include "tests/support/fake_ports.hpp"
#include "tests/support/random_rule.hpp"
#include "tests/support/temporary_folder.hpp"

namespace kindling {

class TestHome {
 public:
  explicit TestHome(std::uint64_t seed = 1);

  [[nodiscard]] const Context& context() const { return *context_; }
  [[nodiscard]] Space& self() { return *self_; }
  [[nodiscard]] Space& couple() { return *couple_; }
  [[nodiscard]] FakeClock& clock() { return clock_; }
  [[nodiscard]] SeededRandom& random() { return random_; }
  [[nodiscard]] const SecretKey& key() const { return key_; }
  [[nodiscard]] const TimeZones& zones() const { return zones_; }

  // As after the program's end and a new start.
  void reopen();
  // Digests of what both spaces say.
  [[nodiscard]] std::pair<std::array<std::uint8_t, 32>, std::array<std::uint8_t, 32>> digests();

 private:
  TemporaryFolder folder_;
  FakeClock clock_{*parse_instant("2026-11-22T10:00:00Z")};
  SeededRandom random_;
  SecretKey key_;
  TzifZones zones_;
  std::unique_ptr<Space> self_, couple_;
  std::unique_ptr<Context> context_;
};

// Things of every kind with marks, deletions and edits, as `choose` has it; at most a few dozen.
void fill_by_chance(TestHome& home, const Choose& choose);

// Check-ins of many years and the marks of a few rituals, in few acts.
void fill_with_years(TestHome& home, int check_ins, int done_marks);

}  // namespace kindling
