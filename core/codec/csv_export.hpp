// The CSV export: one file for each kind of thing, with a row of names first. For spreadsheets; the JSON export is the
// complete one. One instance, one thread.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/domain/set_fields.hpp"

namespace kindling {

struct CsvFile {
  std::string name;  // "check_ins.csv"
  std::string text;
};

class CsvExport {
 public:
  void add(SpaceKind space, const EntityState& state);

  // One file for each kind that was added, in the order of kinds, then days.csv, tasks.csv and items.csv where there
  // are any.
  [[nodiscard]] std::vector<CsvFile> finish();

 private:
  std::map<EntityKind, std::string> texts_;
  std::string days_, tasks_, items_;
};

}  // namespace kindling
