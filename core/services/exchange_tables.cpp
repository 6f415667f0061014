// The export for spreadsheets and the import of a diary.
#include <algorithm>

#include "core/base/text.hpp"
#include "core/codec/csv_export.hpp"
#include "core/domain/checks.hpp"
#include "core/services/exchange_service.hpp"
#include "core/services/thing_importer.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

// From what the row says alone, so that the same row gives the same check-in: its time first, as in any UUIDv7.
Uuid id_of(const DaylioEntry& entry) {
  const auto hash =
      digest(bytes_of("kindling/daylio\n" + to_string(entry.when) + "\n" + entry.mood + "\n" + entry.note));
  const auto ms =
      static_cast<std::uint64_t>(std::chrono::milliseconds(entry.when.time_since_epoch()).count() & 0xFFFF'FFFF'FFFFLL);
  Uuid id{};
  for (unsigned i = 0; i < 6; ++i) id[i] = static_cast<std::uint8_t>(ms >> (40U - 8U * i));
  std::copy_n(hash.begin(), id.size() - 6, id.begin() + 6);
  id[6] = static_cast<std::uint8_t>((id[6] & 0x0FU) | 0x70U);
  id[8] = static_cast<std::uint8_t>((id[8] & 0x3FU) | 0x80U);
  return id;
}

Result<std::vector<CheckIn>> check_ins_of(const std::vector<DaylioEntry>& entries, const MoodNames& moods,
                                          const Context& context) {
  std::vector<CheckIn> found;
  std::vector<std::string_view> unknown;
  std::size_t first_unknown = 0;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const DaylioEntry& entry = entries[i];
    const auto mood = mood_point(entry.mood, moods);
    if (!mood) {
      if (unknown.empty()) first_unknown = i + 1;
      if (std::find(unknown.begin(), unknown.end(), entry.mood) == unknown.end()) unknown.push_back(entry.mood);
      continue;
    }
    CheckIn& check_in = found.emplace_back();
    check_in.id.bytes = id_of(entry);
    check_in.at = to_instant(entry.when, context.zone);
    check_in.zone = context.zone.name();
    check_in.valence = mood->valence;
    check_in.energy = mood->energy;
    check_in.feelings = entry.activities;
    check_in.note = entry.note;
    if (auto checked = check(check_in, context.zones); !checked)
      return invalid("entry " + std::to_string(i + 1) + " of the diary can't be taken in: " + checked.error().message);
  }
  if (unknown.empty()) return found;
  return invalid("the diary has " + std::to_string(unknown.size()) +
                 " moods of its owner's own, the first of them in entry " + std::to_string(first_unknown) +
                 "; say what each means with --mood NAME=V,E, both numbers from -4 to 4");
}

}  // namespace

Result<std::vector<NamedText>> ExchangeService::export_csv(const Progress& progress) {
  CsvExport out;
  const std::uint64_t total = progress ? things() : 0;
  std::uint64_t done = 0;
  for (Space* space : {&context_.self, &context_.couple}) {
    for (const EntityTraits& traits : all_entity_traits()) {
      for (const Record& record : space->tables().records(traits.kind)) {
        // What is shared of an own check-in says nothing that its own row doesn't say.
        const bool shared_part = traits.kind == EntityKind::check_in && space == &context_.couple &&
                                 context_.self.tables().record(traits.kind, record.id).has_value();
        if (progress && ++done % kStep == 0) progress(done, total);
        if (!shared_part) out.add(space->kind(), state_of(space->tables(), traits.kind, record));
      }
    }
    if (auto status = space->take_status(); !status) return status.error();
  }
  std::vector<NamedText> files;
  for (CsvFile& file : out.finish()) files.push_back({std::move(file.name), std::move(file.text)});
  return files;
}

Result<ImportReport> ExchangeService::import_daylio(std::string_view csv, const MoodNames& moods,
                                                    const Progress& progress) {
  const auto diary = read_daylio(csv);
  if (!diary) return diary.error();
  const auto check_ins = check_ins_of(diary->entries, moods, context_);
  if (!check_ins) return check_ins.error();
  ImportReport report;
  report.skipped = diary->skipped;
  const auto changes = context_.self.transact(Verb::import, [&](Writer& writer) -> Result<void> {
    ThingImporter importer(writer, report);
    std::uint64_t done = 0;
    for (const CheckIn& check_in : *check_ins) {
      if (progress && done++ % kStep == 0) progress(done - 1, check_ins->size());
      // The same row is the same check-in, also with moods named otherwise than the last time.
      if (writer.tables().record(CheckIn::kKind, check_in.id.bytes)) {
        ++report.skipped;
        continue;
      }
      EntityState state{.kind = CheckIn::kKind, .id = check_in.id.bytes, .fields = to_fields(check_in)};
      std::erase_if(state.fields,
                    [](const auto& field) { return std::holds_alternative<std::monostate>(field.second); });
      importer.take(std::move(state));
    }
    return context_.self.database().status();
  });
  if (!changes) return changes.error();
  if (progress) progress(check_ins->size(), check_ins->size());
  return report;
}

}  // namespace kindling
