// What this device told its owner: one row for each occurrence that came in a message. Of this device alone, never
// synced, no words in it. Kept in Self's file. One thread; what belongs together goes into one Transaction.
#pragma once

#include <optional>
#include <vector>

#include "core/base/time.hpp"
#include "core/domain/entity.hpp"
#include "core/storage/sqlite.hpp"

namespace kindling {

// Names a message to the system that shows it: the same for the same first occurrence, whatever happened between.
using MessageKey = std::uint32_t;

struct Delivered {
  enum class State {
    put_off,    // to come again at `at`; for what has no snooze of its own
    announced,  // given out, not known to be on the screen yet
    shown,
    over,  // acted on, closed or withdrawn
  };
  EntityRef source;
  LocalDate date;
  int ordinal = 0;
  Instant at;          // the moment that it was for
  LocalDateTime wall;  // the same on the wall clock of then
  MessageKey message = 0;
  State state = State::announced;
  Instant told;
  bool asked = false;  // whether the message asked to rest, move or let go
};

class DeliveryLog {
 public:
  explicit DeliveryLog(Database& database) : database_(database) {}

  // Up to when everything was looked at; none before the first time.
  [[nodiscard]] std::optional<Instant> checked();
  void set_checked(Instant checked);

  void put(const Delivered& row);
  // Those told, or put off to, from then on, in the order of their entities and occurrences.
  [[nodiscard]] std::vector<Delivered> since(Instant told);
  [[nodiscard]] std::vector<Delivered> of_message(MessageKey message);
  void set_state(MessageKey message, Delivered::State state);
  void erase(MessageKey message);
  void erase_told_after(Instant told);
  void erase_told_before(Instant told);
  void erase_told_before(Instant told, const Uuid& of);

 private:
  Database& database_;
};

}  // namespace kindling
