#include "core/services/backup_service.hpp"

#include <algorithm>
#include <vector>

#include "core/codec/backup_file.hpp"
#include "core/codec/wire_v1.hpp"
#include "core/services/staged_restore.hpp"

namespace kindling {
namespace {

constexpr std::uint64_t kStep = 1024;  // operations between two words of progress

std::string staged_path(const std::string& folder) { return folder + "/restore.pending"; }

// "20261122T083424Z"
std::string compact_time(Instant instant) {
  std::string text = to_utc_string(instant);
  std::erase_if(text, [](char c) { return c == '-' || c == ':'; });
  return text;
}

struct Gathered {
  Bytes records;
  std::uint64_t operations = 0;
  std::uint64_t broken = 0;
};

// Counts first, because the number of a space's operations stands before them.
OperationLog::Walk count_readable(Space& space) {
  return space.log().for_each([](const LoggedOperation&) { return true; });
}

Result<Gathered> gather(const Context& context, const Progress& progress) {
  Gathered gathered;
  RecordWriter writer;
  const ReadTransaction moment_of_self(context.self.database());
  const ReadTransaction moment_of_couple(context.couple.database());
  const std::uint64_t total = context.self.log().count() + context.couple.log().count();
  for (Space* space : {&context.self, &context.couple}) {
    const auto counted = count_readable(*space);
    writer.begin_space(space->kind(), space->id(), counted.visited);
    space->log().for_each([&](const LoggedOperation& logged) {
      writer.add(logged.operation, logged.encoded_payload);
      if (progress && ++gathered.operations % kStep == 0) progress(gathered.operations, total);
      return true;
    });
    gathered.broken += counted.broken;
    if (auto status = space->take_status(); !status) return status.error();
  }
  gathered.operations = total - gathered.broken;
  gathered.records = writer.finish();
  return gathered;
}

// Everything that a backup or kept copy holds, verified to the last record.
struct Verified {
  Instant made;
  Bytes records;
  std::uint64_t operations = 0;
};

Result<Verified> verify(Instant made, Bytes records) {
  const auto operations = read_records(records, {});
  if (!operations) return operations.error();
  return Verified{made, std::move(records), *operations};
}

Result<Verified> read_verified(const FileStore& files, const SecretKey& home_key, const std::string& path,
                               std::string_view passphrase) {
  auto file = files.read(path, kBackupLimit);
  if (!file) return file.error();
  if (is_sealed_copy(*file)) {
    auto copy = open_copy(*file, home_key);
    if (!copy) return copy.error();
    return verify(copy->made, std::move(copy->records));
  }
  const auto header = read_backup_header(*file);
  if (!header) return header.error();
  std::optional<SecretKey> key;
  if (header->encrypted && !passphrase.empty()) {
    auto made = key_from_passphrase(passphrase, header->salt, header->cost);
    if (!made) return made.error();
    key = *made;
  }
  auto records = read_backup(*file, key);
  if (!records) return records.error();
  return verify(header->made, std::move(*records));
}

// Puts the operations of one space in place of what it holds, once for each restore.
Result<void> replace(Space& space, const SealedCopy& copy, const Progress& progress) {
  Uuid id{};
  std::vector<ByteView> operations;
  const RecordVisitor visit{[&](SpaceKind kind, const Uuid& space_id) {
                              if (kind == space.kind()) id = space_id;
                            },
                            [&](SpaceKind kind, ByteView operation) {
                              if (kind == space.kind()) operations.push_back(operation);
                            }};
  if (auto read = read_records(copy.records, visit); !read) return read.error();
  std::size_t next = 0;
  const auto source = [&]() -> std::optional<LoggedOperation> {
    if (progress && next % kStep == 0) progress(next, operations.size());
    if (next == operations.size()) return std::nullopt;
    auto decoded = decode_operation(operations[next++]);
    if (!decoded) return std::nullopt;  // read_records has seen that it can be
    LoggedOperation logged{std::move(decoded->operation), std::move(decoded->payload), false};
    if (auto payload = decode_payload(logged.encoded_payload)) {
      logged.operation.payload = std::move(*payload);
      logged.readable = true;
    }
    return logged;
  };
  const auto replaced = space.replace_with(id, source, copy.id);
  if (!replaced) return replaced.error();
  return {};
}

}  // namespace

Result<BackupReport> BackupService::backup(const std::string& path, std::string_view passphrase,
                                           const PassphraseCost& cost, const Progress& progress) {
  std::optional<BackupSeal> seal;
  if (!passphrase.empty()) {
    seal.emplace();
    context_.random.fill(seal->salt);
    seal->cost = cost;
    auto key = key_from_passphrase(passphrase, seal->salt, cost);
    if (!key) return key.error();
    seal->key = *key;
  }
  return backup_under(path, seal, progress);
}

Result<BackupReport> BackupService::backup_under(const std::string& path, const std::optional<BackupSeal>& seal,
                                                 const Progress& progress) {
  auto gathered = gather(context_, progress);
  if (!gathered) return gathered.error();
  const Bytes file = write_backup(gathered->records, context_.clock.now(), seal, context_.random);
  const auto expected = digest(gathered->records);
  gathered->records = {};
  if (auto written = files_.write(path, file); !written) return written.error();
  const auto back = files_.read(path, kBackupLimit);
  if (!back) return back.error();
  const auto records = read_backup(*back, seal ? std::optional(seal->key) : std::nullopt);
  const auto walked = records ? read_records(*records, {}) : Result<std::uint64_t>(records.error());
  if (!walked || *walked != gathered->operations || digest(*records) != expected)
    return failed("the backup didn't read back as it was written; write it to another disk");
  return BackupReport{gathered->operations, gathered->broken, file.size(), seal.has_value()};
}

Result<BackupHeader> BackupService::inspect(const std::string& path) const {
  const auto file = files_.read(path, kBackupLimit);
  if (!file) return file.error();
  if (is_sealed_copy(*file)) {
    const auto made = made_of_copy(*file);
    if (!made) return made.error();
    return BackupHeader{.version = 1, .encrypted = false, .of_a_home = true, .made = *made};
  }
  const auto header = read_backup_header(*file);
  if (!header) return header.error();
  return BackupHeader{header->version, header->encrypted, false, header->made};
}

bool BackupService::has_data() { return context_.self.log().count() + context_.couple.log().count() > 0; }

Result<RestoreReport> BackupService::restore(const std::string& path, std::string_view passphrase,
                                             const Progress& progress) {
  auto verified = read_verified(files_, home_key_, path, passphrase);
  if (!verified) return verified.error();
  RestoreReport report{verified->operations, verified->made, {}};
  const Instant now = context_.clock.now();
  if (has_data()) {
    auto here = gather(context_, {});
    if (!here) return here.error();
    report.safety_copy = folder_ + "/backups/before-restore-" + compact_time(now) + ".sealed";
    const SealedCopy safety{make_uuid_v7(now, context_.random), now, std::move(here->records)};
    if (auto made = files_.make_folder(folder_ + "/backups"); !made) return made.error();
    if (auto kept = files_.write(report.safety_copy, seal_copy(safety, home_key_, context_.random)); !kept)
      return kept.error();
  }
  const SealedCopy staged{make_uuid_v7(now, context_.random), verified->made, std::move(verified->records)};
  // From here on the restore will be, whatever comes between.
  if (auto written = files_.write(staged_path(folder_), seal_copy(staged, home_key_, context_.random)); !written)
    return written.error();
  if (auto replaced = replace(context_.self, staged, progress); !replaced) {
    // Nothing is replaced yet, so it is better not to be.
    if (files_.remove(staged_path(folder_))) return replaced.error();
    return failed("the restore is prepared but couldn't be done now; the next start of Kindling does it");
  }
  if (!replace(context_.couple, staged, progress) || !files_.remove(staged_path(folder_)))
    return failed("the restore is half done because the disk failed; the next start of Kindling completes it");
  return report;
}

Result<void> finish_pending_restore(Space& self, Space& couple, FileStore& files, const SecretKey& home_key,
                                    const std::string& folder) {
  const std::string path = staged_path(folder);
  // A home that can't be written shows what it held before; who can write it finishes.
  if (!files.exists(path) || self.database().is_read_only() || couple.database().is_read_only()) return {};
  const auto file = files.read(path, kBackupLimit);
  if (!file) return file.error().code == ErrorCode::not_found ? Result<void>() : file.error();
  const auto staged = open_copy(*file, home_key);
  if (!staged || !read_records(staged->records, {})) {
    return failed(
        "a restore was begun, and the file restore.pending that it needs is damaged; move that file out of the home "
        "and "
        "restore the backup again");
  }
  if (auto replaced = replace(self, *staged, {}); !replaced) return replaced;
  if (auto replaced = replace(couple, *staged, {}); !replaced) return replaced;
  return files.remove(path);
}

}  // namespace kindling
