// The backup file: a header, then the operations of both spaces as a stream of records, cut into chunks. Sealed under a
// passphrase each chunk is authenticated with its place, so that a cut, changed or reordered file doesn't open; without
// one a BLAKE2b digest at the end finds damage. Described in core/codec/README.md. Pure; any thread.
#pragma once

#include <functional>
#include <optional>
#include <string_view>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/crypto/envelope.hpp"
#include "core/sync/operation.hpp"

namespace kindling {

inline constexpr int kBackupVersion = 1;
inline constexpr std::size_t kBackupChunk = 64 * 1024;
inline constexpr std::size_t kBackupLimit = 512U * 1024U * 1024U;  // bytes of a file

struct BackupFileHeader {
  int version = kBackupVersion;
  bool encrypted = false;
  Instant made;
  Salt salt{};
  PassphraseCost cost;
};

// A passphrase's key with what it was made from.
struct BackupSeal {
  SecretKey key;
  Salt salt{};
  PassphraseCost cost;
};

// Records of both spaces in one stream: what backups and staged restores hold.
class RecordWriter {
 public:
  void begin_space(SpaceKind space, const Uuid& id, std::uint64_t operations);
  void add(const Operation& operation, ByteView encoded_payload);
  [[nodiscard]] Bytes finish();

 private:
  Bytes out_;
  std::uint64_t operations_ = 0;
};

struct RecordVisitor {
  std::function<void(SpaceKind space, const Uuid& id)> on_space;
  // Gets what decode_operation takes, checked already; a view into the records.
  std::function<void(SpaceKind space, ByteView operation)> on_operation;
};

// Walks over all records. Fails with invalid where they aren't complete and well-formed: both spaces, self first, with
// the numbers of operations that they announce; with newer for a record that this version doesn't know. Gives the
// number of operations.
[[nodiscard]] Result<std::uint64_t> read_records(ByteView records, const RecordVisitor& visit);

[[nodiscard]] Bytes write_backup(ByteView records, Instant made, const std::optional<BackupSeal>& seal, Random& random);

// Fails with invalid for what is no backup, with newer for one of a newer version.
[[nodiscard]] Result<BackupFileHeader> read_backup_header(ByteView file);

// The records of a backup. `key` is what key_from_passphrase gives for the header's salt and cost; nothing for a backup
// that isn't encrypted. Fails with locked where it isn't the right one, with invalid where the file is cut off or
// damaged.
[[nodiscard]] Result<Bytes> read_backup(ByteView file, const std::optional<SecretKey>& key);

}  // namespace kindling
