#include "core/services/exchange_service.hpp"

#include "core/codec/json_export.hpp"
#include "core/codec/json_import.hpp"
#include "core/domain/entity_types.hpp"
#include "core/services/thing_importer.hpp"

namespace kindling {

std::uint64_t ExchangeService::things() {
  std::uint64_t things = 0;
  for (Space* space : {&context_.self, &context_.couple}) {
    for (const EntityTraits& traits : all_entity_traits()) things += space->tables().count(traits.kind);
  }
  return things;
}

Result<std::string> ExchangeService::export_json(const Progress& progress) {
  JsonExport out(context_.clock.now(), context_.zone.name());
  const std::uint64_t total = progress ? things() : 0;
  std::uint64_t done = 0;
  for (Space* space : {&context_.self, &context_.couple}) {
    const ReadTransaction moment(space->database());
    out.begin_space(space->kind());
    for (const EntityTraits& traits : all_entity_traits()) {
      const auto records = space->tables().records(traits.kind);
      if (records.empty()) continue;
      out.begin_kind(traits.kind);
      for (const Record& record : records) {
        out.add(state_of(space->tables(), traits.kind, record));
        if (progress && ++done % kStep == 0) progress(done, total);
      }
      out.end_kind();
    }
    out.end_space();
    if (auto status = space->take_status(); !status) return status.error();
  }
  return out.finish();
}

Result<ImportReport> ExchangeService::import_json(std::string_view json, const Progress& progress) {
  const auto checked = read_json_export(json, context_.zones, [](SpaceKind, EntityState&&) { return Result<void>(); });
  if (!checked) return checked.error();
  ImportReport report;
  report.ignored = checked->ignored;
  const std::uint64_t total = checked->things[0] + checked->things[1];
  std::uint64_t done = 0;
  // The file is read once more for each space: so nothing of it is ever held as a whole.
  for (Space* space : {&context_.self, &context_.couple}) {
    if (checked->things[space == &context_.self ? 0 : 1] == 0) continue;
    const auto changes = space->transact(Verb::import, [&](Writer& writer) -> Result<void> {
      ThingImporter importer(writer, report);
      const auto read = read_json_export(json, context_.zones, [&](SpaceKind where, EntityState&& state) {
        if (where != space->kind()) return Result<void>();
        importer.take(std::move(state));
        if (progress && ++done % kStep == 0) progress(done, total);
        return space->database().status();
      });
      if (!read) return read.error();
      return {};
    });
    if (!changes) return changes.error();
  }
  if (progress) progress(total, total);
  return report;
}

}  // namespace kindling
