// What was done, from the log, and taking it back. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/services/context.hpp"

namespace kindling {

struct HistoryEntry {
  Instant at;
  Verb verb = Verb::undo;
  EntityRef subject;
  std::string title;  // of the thing, shortened; empty where it has none
  std::string name;   // "add reminder 'Hug before work'"
  bool undone = false;
};

class HistoryService {
 public:
  explicit HistoryService(const Context& context) : context_(context) {}

  // Newest first, over both spaces. Undoing and drawing cards are left out.
  [[nodiscard]] Result<std::vector<HistoryEntry>> history(std::size_t limit);
  // Takes back the newest act that wasn't taken back yet, and tells which. Nothing where there is none.
  [[nodiscard]] Result<std::optional<HistoryEntry>> undo();

 private:
  [[nodiscard]] HistoryEntry entry_of(Space& space, const Act& act);
  const Context& context_;
};

}  // namespace kindling
