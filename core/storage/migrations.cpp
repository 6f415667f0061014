#include "core/storage/migrations.hpp"

namespace kindling {

int latest_schema() { return migrations().back().version; }

Result<int> schema_of(Database& database) {
  int version = 0;
  {
    Query query = database.query("PRAGMA user_version");
    if (query.step()) version = static_cast<int>(query.integer(0));
  }
  if (auto status = database.take_status(); !status) return status.error();
  return version;
}

namespace {

Result<void> refuse_newer(int version) {
  if (version <= latest_schema()) return {};
  return Error{ErrorCode::newer, "this home was written by a newer Kindling (data version " + std::to_string(version) +
                                     ", this one knows " + std::to_string(latest_schema()) +
                                     "); update Kindling to open it"};
}

Result<void> back_up(Database& database, int version) {
  const std::string copy = database.path() + ".v" + std::to_string(version) + ".backup";
  database.query("VACUUM INTO ?1").bind(1, std::string_view(copy)).run();
  return database.take_status();
}

}  // namespace

Result<void> migrate(Database& database) {
  auto version = schema_of(database);
  if (!version) return version.error();
  if (auto checked = refuse_newer(*version); !checked) return checked;
  if (*version == latest_schema()) return {};
  if (database.is_read_only())
    return failed("this home needs an update of its data but can't be written; check its permissions");
  if (*version > 0) {
    if (auto copied = back_up(database, *version); !copied) return copied;
  }
  Transaction transaction(database);
  // Another process may have been faster.
  auto current = schema_of(database);
  if (!current) return current.error();
  for (const Migration& migration : migrations()) {
    if (migration.version <= *current) continue;
    database.execute(std::string(migration.sql));
    database.execute("PRAGMA user_version = " + std::to_string(migration.version));
  }
  return transaction.commit();
}

}  // namespace kindling
