// Rituals, in the couple's space. Mutations are acts, undoable by name. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/ritual.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct AddRitual {
  std::string title;
  RitualKind kind = RitualKind::other;
  LocalTime at;
  std::string rule;  // RRULE text; empty: every day, for weekly and yearly kinds every week or year from today
  std::chrono::minutes length{10};
  std::vector<std::string> steps;
  std::optional<LocalDate> from;  // its first day: what "every other" counts from; else today
};

struct RitualView {
  Ritual ritual;
  double strength = 0;  // 0..1, see core/insight/strength.hpp
  std::optional<LocalDate> resting_until;
  bool due_today = false;
  bool done_today = false;
};

// Only what is set is changed.
struct EditRitual {
  std::optional<std::string> title;
  std::optional<RitualKind> kind;
  std::optional<LocalTime> at;
  std::optional<std::string> rule;  // RRULE text; a ritual always recurs
  std::optional<LocalDate> from;    // its first day: what "every other" counts from
  std::optional<std::chrono::minutes> length;
  std::optional<std::vector<std::string>> steps;
};

class RitualService {
 public:
  explicit RitualService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Changes> add(const AddRitual& command);
  [[nodiscard]] Result<Changes> finish(const EntityRef& ritual, std::optional<LocalDate> date);
  // The whole series, what was done of it included; its strength is then that of the new rhythm.
  [[nodiscard]] Result<Changes> edit(const EntityRef& ritual, const EditRitual& command);
  // Takes back the last "done" of that day (else today), or that it was skipped where nothing was done: a day's mark is
  // a last-writer-wins cell of its own, so its removal wins over the mark that it saw, and a mark that the partner
  // makes later counts again. Fails with invalid where the day is neither done nor skipped; a longer rest stays.
  [[nodiscard]] Result<Changes> unfinish(const EntityRef& ritual, std::optional<LocalDate> date);
  // Leaves out one day (else today): a rest of that day alone, which counts neither for nor against it.
  [[nodiscard]] Result<Changes> skip(const EntityRef& ritual, std::optional<LocalDate> date);
  // From today to `until`, at most a year; those days count neither for nor against it.
  [[nodiscard]] Result<Changes> rest(const EntityRef& ritual, LocalDate until);
  // Ends the rest of today, so that today counts again; the days before stay rested. Fails with invalid where it
  // doesn't rest.
  [[nodiscard]] Result<Changes> wake(const EntityRef& ritual);
  [[nodiscard]] Result<Changes> remove(const EntityRef& ritual);

  [[nodiscard]] Result<std::vector<RitualView>> list();
  // Those due today and not resting, without their strength: quick, for Today.
  [[nodiscard]] Result<std::vector<RitualView>> due_today();
  [[nodiscard]] Result<RitualView> get(const EntityRef& ritual);

 private:
  [[nodiscard]] RitualView view_of(const Ritual& ritual, LocalDate today, bool with_strength);
  const Context& context_;
};

}  // namespace kindling
