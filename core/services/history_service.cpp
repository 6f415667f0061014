#include "core/services/history_service.hpp"

#include <algorithm>
#include <utility>

#include "core/services/check_in_service.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostOfTitle = 40;  // characters of a title in a name

// The first characters of a text, on one line.
std::string shortened(std::string_view text) {
  std::string out;
  std::size_t characters = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool begins = (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80;
    if (begins && ++characters > kMostOfTitle) return out + "…";
    out += text[i] == '\n' || text[i] == '\t' || text[i] == '\r' ? ' ' : text[i];
  }
  return out;
}

}  // namespace

HistoryEntry HistoryService::entry_of(Space& space, const Act& act) {
  HistoryEntry entry;
  entry.at = Instant(std::chrono::milliseconds(act.stamp.ms));
  entry.verb = act.verb;
  entry.subject = {space.kind(), act.entity_kind, act.entity};
  entry.undone = act.undone;
  entry.name = name_of(act.verb);
  const EntityTraits* traits = traits_of(act.entity_kind);
  if (traits == nullptr || !traits->title) return entry;
  if (const auto record = space.tables().any_record(act.entity)) {
    const FieldValue* title = record->find(*traits->title);
    if (title != nullptr && std::holds_alternative<std::string>(*title)) {
      entry.title = shortened(std::get<std::string>(*title));
      entry.name += " '" + entry.title + "'";
    }
  }
  return entry;
}

Result<std::vector<HistoryEntry>> HistoryService::history(std::size_t limit) {
  std::vector<std::pair<Stamp, HistoryEntry>> stamped;
  for (Space* space : {&context_.self, &context_.couple}) {
    for (const Act& act : space->log().acts(limit)) stamped.emplace_back(act.stamp, entry_of(*space, act));
    if (auto status = space->take_status(); !status) return status.error();
  }
  std::stable_sort(stamped.begin(), stamped.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  if (stamped.size() > limit) stamped.resize(limit);
  std::vector<HistoryEntry> entries;
  for (auto& [stamp, entry] : stamped) entries.push_back(std::move(entry));
  return entries;
}

Result<std::optional<HistoryEntry>> HistoryService::undo() {
  auto own = context_.self.last_undoable();
  if (auto status = context_.self.take_status(); !status) return status.error();
  auto shared = context_.couple.last_undoable();
  if (auto status = context_.couple.take_status(); !status) return status.error();
  if (!own && !shared) return std::optional<HistoryEntry>();
  const bool from_couple = !own || (shared && shared->stamp > own->stamp);
  Space& space = from_couple ? context_.couple : context_.self;
  const Act act = from_couple ? *shared : *own;
  HistoryEntry entry = entry_of(space, act);
  auto undone = space.undo(act);
  if (!undone) return undone.error();
  // It is undone by now, whatever becomes of a shared twin: that follows at the next opening if not now.
  (void)CheckInService(context_).publish_pending();
  entry.undone = true;
  return std::optional<HistoryEntry>(std::move(entry));
}

}  // namespace kindling
