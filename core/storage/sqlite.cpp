#include "core/storage/sqlite.hpp"

#include <sqlite3.h>

#include <utility>

#include "core/storage/log_vfs.hpp"

namespace kindling {
namespace {

constexpr int kMostLogPages = 1000;   // 4 MB: folded in while open
constexpr int kLogPagesToKeep = 256;  // 1 MB: folded in when closing
constexpr int kPauseMs = 5;           // between two tries where SQLite doesn't wait by itself

Error error_for(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return failed("another program has been writing to this home for a long time; try again when it is done");
    case SQLITE_FULL: return failed("the disk is full; free some space and try again (nothing was changed)");
    case SQLITE_READONLY:
      return failed("this home can't be written; check its permissions or choose another with --home");
    case SQLITE_PERM:
    case SQLITE_AUTH:
    case SQLITE_CANTOPEN: return failed("the data file can't be opened; check that the home exists and belongs to you");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return failed(
          "the data file is damaged or isn't Kindling's; it was left as it is: move it away and restore a backup");
    case SQLITE_IOERR: return failed("the disk reported an error; check it and try again (nothing was changed)");
    case SQLITE_NOMEM: return failed("there isn't enough memory; close some programs and try again");
    case SQLITE_TOOBIG: return invalid("a value is too large to be kept");
    default: return failed("the data file refused the change (SQLite code " + std::to_string(code) + ")");
  }
}

// Of two openers of a new file each may hold what the other waits for. SQLite tells one of them "busy" at once then,
// whatever its timeout, so that the waiting is done here.
int use_write_ahead_log(sqlite3* handle, int timeout_ms) {
  for (int waited = 0;; waited += kPauseMs) {
    const int code = sqlite3_exec(handle, "PRAGMA journal_mode=WAL", nullptr, nullptr, nullptr);
    if ((code & 0xFF) != SQLITE_BUSY || waited >= timeout_ms) return code;
    sqlite3_sleep(kPauseMs);
  }
}

}  // namespace

Query::Query(Query&& other) noexcept
    : database_(other.database_), statement_(std::exchange(other.statement_, nullptr)), in_use_(other.in_use_) {}

Query::~Query() {
  if (statement_ == nullptr) return;
  if (in_use_ == nullptr) {
    sqlite3_finalize(statement_);
    return;
  }
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  *in_use_ = false;
}

Query& Query::bind(int parameter, std::int64_t value) {
  if (statement_ != nullptr) database_->note(sqlite3_bind_int64(statement_, parameter, value));
  return *this;
}

Query& Query::bind(int parameter, std::string_view text) {
  if (statement_ != nullptr) {
    database_->note(sqlite3_bind_text64(statement_, parameter, text.data() == nullptr ? "" : text.data(), text.size(),
                                        SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  return *this;
}

Query& Query::bind(int parameter, ByteView blob) {
  static constexpr std::uint8_t kEmpty = 0;
  if (statement_ != nullptr) {
    database_->note(sqlite3_bind_blob64(statement_, parameter, blob.data() == nullptr ? &kEmpty : blob.data(),
                                        blob.size(), SQLITE_TRANSIENT));
  }
  return *this;
}

Query& Query::bind_null(int parameter) {
  if (statement_ != nullptr) database_->note(sqlite3_bind_null(statement_, parameter));
  return *this;
}

bool Query::step() {
  if (statement_ == nullptr || database_->error_) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) database_->note(sqlite3_extended_errcode(database_->handle_));
  return false;
}

void Query::run() {
  while (step()) {
  }
}

Query::Type Query::type(int column) const {
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_NULL: return Type::null;
    case SQLITE_INTEGER: return Type::integer;
    case SQLITE_TEXT: return Type::text;
    case SQLITE_BLOB: return Type::blob;
    default: return Type::other;
  }
}

std::int64_t Query::integer(int column) const { return sqlite3_column_int64(statement_, column); }

std::string_view Query::text(int column) const { return text_of(blob(column)); }

ByteView Query::blob(int column) const {
  const void* data = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return {static_cast<const std::uint8_t*>(data), static_cast<std::size_t>(size)};
}

Result<std::unique_ptr<Database>> Database::open(const std::string& path, const Options& options) {
  // Nobody asks SQLite what memory it uses, and to count it takes a lock at each allocation.
  [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  const std::string& vfs_name = options.vfs.empty() ? log_vfs_name() : options.vfs;
  const char* vfs = vfs_name.empty() ? nullptr : vfs_name.c_str();
  const int create = options.must_exist ? 0 : SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  int code = sqlite3_open_v2(path.c_str(), &handle,
                             SQLITE_OPEN_READWRITE | create | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, vfs);
  if (code != SQLITE_OK) {
    sqlite3_close_v2(handle);
    return error_for(code);
  }
  std::unique_ptr<Database> database(new Database(handle, path));
  // Without a checkpoint each time it closes, a change costs one fsync; the log is folded in once it has grown.
  sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
  sqlite3_wal_hook(handle, &Database::after_commit, database.get());
  sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(handle, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  database->read_only_ = sqlite3_db_readonly(handle, "main") == 1;
  if (!database->read_only_) database->note(use_write_ahead_log(handle, options.busy_timeout_ms));
  sqlite3_busy_timeout(handle, options.busy_timeout_ms);
  database->execute("PRAGMA temp_store=MEMORY;");
  if (!database->read_only_) {
    database->execute("PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA secure_delete=ON;");
    if (!options.durable) database->execute("PRAGMA synchronous=OFF;");
  }
  if (auto status = database->take_status(); !status) return status.error();
  return database;
}

int Database::after_commit(void* database, sqlite3* handle, const char* name, int pages) {
  static_cast<Database*>(database)->log_pages_ = pages;
  // What couldn't be folded in now, since somebody reads, is folded in after a later commit.
  if (pages >= kMostLogPages) sqlite3_wal_checkpoint_v2(handle, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
  return SQLITE_OK;
}

Database::~Database() {
  for (auto& [sql, cached] : cache_) sqlite3_finalize(cached.statement);
  // The next process to open it reads all of the log first.
  if (log_pages_ >= kLogPagesToKeep) {
    sqlite3_busy_timeout(handle_, 0);
    sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
  }
  sqlite3_close_v2(handle_);
}

Query Database::query(std::string_view sql) {
  if (error_) return {*this, nullptr, nullptr};
  Cached& cached = cache_[sql.data()];
  if (cached.statement != nullptr && !cached.in_use) {
    cached.in_use = true;
    return {*this, cached.statement, &cached.in_use};
  }
  sqlite3_stmt* statement = nullptr;
  const bool keep = cached.statement == nullptr;
  note(sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), keep ? SQLITE_PREPARE_PERSISTENT : 0,
                          &statement, nullptr));
  if (keep && statement != nullptr) {
    cached.statement = statement;
    cached.in_use = true;
  }
  return {*this, statement, keep && statement != nullptr ? &cached.in_use : nullptr};
}

void Database::execute(const std::string& sql) {
  if (error_) return;
  const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) note(sqlite3_extended_errcode(handle_));
}

std::int64_t Database::changes() const { return sqlite3_changes64(handle_); }

void Database::note(int code) {
  if (code == SQLITE_OK || error_) return;
  error_ = error_for(code);
}

Result<void> Database::status() const {
  if (error_) return *error_;
  return {};
}

Result<void> Database::take_status() {
  Result<void> result = status();
  error_.reset();
  return result;
}

Transaction::Transaction(Database& database) : database_(database), open_(false) {
  database_.execute("BEGIN IMMEDIATE");
  open_ = database_.status().has_value();
}

Transaction::~Transaction() {
  if (!open_) return;
  // A failed statement may have rolled everything back already; then this fails without harm.
  sqlite3_exec(database_.handle_, "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<void> Transaction::commit() {
  if (open_) database_.execute("COMMIT");
  auto status = database_.take_status();
  if (status) open_ = false;
  return status;
}

ReadTransaction::ReadTransaction(Database& database) : database_(database) { database_.execute("BEGIN"); }
ReadTransaction::~ReadTransaction() { sqlite3_exec(database_.handle_, "ROLLBACK", nullptr, nullptr, nullptr); }

}  // namespace kindling
