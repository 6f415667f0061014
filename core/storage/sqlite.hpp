// SQLite in RAII: Database, Query, Transaction. Errors are sticky: after the first failure every step does nothing, and
// status() or commit() tells it, so that straight-line code stays readable and no failure is passed over.
// A Database and what comes from it belong to one thread. The only door to the C API.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace kindling {

class Database;

// One run of a statement. Resets it when it goes. Columns count from 0, parameters from 1.
class Query {
 public:
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  Query(Query&& other) noexcept;
  Query& operator=(Query&&) = delete;
  ~Query();

  Query& bind(int parameter, std::int64_t value);
  Query& bind(int parameter, std::string_view text);
  Query& bind(int parameter, ByteView blob);
  Query& bind_null(int parameter);

  // True while there is a row. False at the end and after a failure (see Database::status).
  [[nodiscard]] bool step();
  // Runs to the end, for statements without rows.
  void run();

  enum class Type { null, integer, text, blob, other };
  [[nodiscard]] Type type(int column) const;
  [[nodiscard]] std::int64_t integer(int column) const;
  // Views are valid until the next step.
  [[nodiscard]] std::string_view text(int column) const;
  [[nodiscard]] ByteView blob(int column) const;

 private:
  friend class Database;
  Query(Database& database, sqlite3_stmt* statement, bool* in_use)
      : database_(&database), statement_(statement), in_use_(in_use) {}

  Database* database_;
  sqlite3_stmt* statement_;  // nullptr where preparing failed
  bool* in_use_;             // its mark in the cache that it goes back to; nullptr where it is this query's own
};

class Database {
 public:
  struct Options {
    std::string vfs;               // empty: SQLite's default
    int busy_timeout_ms = 30'000;  // how long to wait for another process
    bool must_exist = false;
    bool durable = true;  // false: a commit may be lost with the machine's power; for homes that are thrown away
  };

  // Opens or makes the file. Fails with a sentence where it isn't a database, can't be read or is another user's.
  // A home that can't be written is opened for reading; see is_read_only().
  [[nodiscard]] static Result<std::unique_ptr<Database>> open(const std::string& path, const Options& options);

  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();

  // `sql` must outlive the Database (a literal): it is the key of the statement cache.
  [[nodiscard]] Query query(std::string_view sql);
  // One or more statements without parameters.
  void execute(const std::string& sql);
  // How many rows the last INSERT, UPDATE or DELETE changed.
  [[nodiscard]] std::int64_t changes() const;

  // The first failure since the last take_status, or success.
  [[nodiscard]] Result<void> status() const;
  // The same, and starts anew.
  [[nodiscard]] Result<void> take_status();

  [[nodiscard]] bool is_read_only() const noexcept { return read_only_; }
  [[nodiscard]] const std::string& path() const noexcept { return path_; }

 private:
  friend class Query;
  friend class Transaction;
  friend class ReadTransaction;
  Database(sqlite3* handle, std::string path) : handle_(handle), path_(std::move(path)) {}

  void note(int code);
  // SQLite tells how many pages the log holds after each commit.
  static int after_commit(void* database, sqlite3* handle, const char* name, int pages);

  sqlite3* handle_;
  std::string path_;
  bool read_only_ = false;
  int log_pages_ = 0;
  std::optional<Error> error_;
  struct Cached {
    sqlite3_stmt* statement = nullptr;
    bool in_use = false;
  };
  std::unordered_map<const char*, Cached> cache_;
};

// BEGIN IMMEDIATE … COMMIT: waits for its turn among processes, and rolls back unless committed.
class Transaction {
 public:
  explicit Transaction(Database& database);
  Transaction(const Transaction&) = delete;
  Transaction& operator=(const Transaction&) = delete;
  ~Transaction();

  // Fails, with everything rolled back, where any statement since the beginning failed.
  [[nodiscard]] Result<void> commit();

 private:
  Database& database_;
  bool open_;
};

// A consistent view over several reads.
class ReadTransaction {
 public:
  explicit ReadTransaction(Database& database);
  ReadTransaction(const ReadTransaction&) = delete;
  ReadTransaction& operator=(const ReadTransaction&) = delete;
  ~ReadTransaction();

 private:
  Database& database_;
};

}  // namespace kindling
