// The schema's numbered steps, one SQL file each in core/storage/migrations. Single thread, like the Database.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "core/base/result.hpp"
#include "core/storage/sqlite.hpp"

namespace kindling {

struct Migration {
  int version;  // user_version after it
  std::string_view sql;
};

// Ascending, without gaps from 1. Generated from the SQL files at build time.
[[nodiscard]] std::span<const Migration> migrations();

[[nodiscard]] int latest_schema();
[[nodiscard]] Result<int> schema_of(Database& database);

// Brings the file up to the latest schema. All steps and their user_version happen in one transaction, after a copy of
// a file that already held data was put beside it ("<path>.v<N>.backup"; values stay sealed in it). A newer file is
// refused with ErrorCode::newer and isn't touched.
[[nodiscard]] Result<void> migrate(Database& database);

}  // namespace kindling
