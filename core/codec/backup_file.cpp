#include "core/codec/backup_file.hpp"

#include <sodium.h>

#include <algorithm>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::string_view kMagic = "KINDLING-BACKUP\n";
constexpr std::uint8_t kEncrypted = 1;
constexpr std::size_t kPlainHeader = 16 + 1 + 1 + 8;  // magic, version, flags, time
constexpr std::size_t kCheckSize = 32;
constexpr std::size_t kStreamHeader = crypto_secretstream_xchacha20poly1305_HEADERBYTES;
constexpr std::size_t kChunkOverhead = crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr std::size_t kSealedHeader = kPlainHeader + 16 + 8 + 8 + kCheckSize + kStreamHeader;
constexpr std::size_t kDigestSize = 32;

// What a hostile header may ask of Argon2id: more than any cost that Kindling uses, less than what stops a machine.
constexpr std::uint64_t kMostOperations = 16;
constexpr std::uint64_t kMostMemory = 1'073'741'824;

Error foreign() { return invalid("this is no backup of Kindling; choose a file that `kindling backup` wrote"); }
Error cut_off() { return invalid("the backup is cut off: its end is missing; use another copy of it"); }
Error damaged() { return invalid("the backup is damaged: its bytes were changed; use another copy of it"); }

template <class T>
void put(Bytes& out, T number) {
  codec::BoundedOutput(out).write_number(number);
}
void put(Bytes& out, ByteView bytes) { out.insert(out.end(), bytes.begin(), bytes.end()); }

// A keyed digest of the header: tells a wrong passphrase from damage, and binds the file to one key.
std::array<std::uint8_t, kCheckSize> check_of(const SecretKey& key, ByteView header) {
  std::array<std::uint8_t, kCheckSize> out{};
  const SecretKey own = key.derive("kindling/backup/check");
  crypto_generichash(out.data(), out.size(), header.data(), header.size(), own.bytes().data(), own.bytes().size());
  return out;
}

// libsodium's own init_push takes its nonce from its own generator; pulling begins with the same state for a given
// nonce, and so lets it come through the port.
crypto_secretstream_xchacha20poly1305_state begin_stream(const SecretKey& key, ByteView nonce) {
  crypto_secretstream_xchacha20poly1305_state state;
  const SecretKey own = key.derive("kindling/backup/stream");
  crypto_secretstream_xchacha20poly1305_init_pull(&state, nonce.data(), own.bytes().data());
  return state;
}

void write_sealed(Bytes& out, ByteView records, const BackupSeal& seal, Random& random) {
  put(out, ByteView(seal.salt));
  put(out, seal.cost.operations);
  put(out, seal.cost.memory_bytes);
  put(out, ByteView(check_of(seal.key, out)));
  std::array<std::uint8_t, kStreamHeader> nonce{};
  random.fill(nonce);
  put(out, ByteView(nonce));
  const Bytes header = out;
  auto state = begin_stream(seal.key, nonce);
  Bytes chunk(kBackupChunk + kChunkOverhead);
  for (bool last = false; !last;) {
    const ByteView plain = records.first(std::min(records.size(), kBackupChunk));
    records = records.subspan(plain.size());
    last = records.empty();
    crypto_secretstream_xchacha20poly1305_push(
        &state, chunk.data(), nullptr, plain.data(), plain.size(), header.data(), header.size(),
        last ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    put(out, static_cast<std::uint32_t>(plain.size() + kChunkOverhead));
    put(out, ByteView(chunk).first(plain.size() + kChunkOverhead));
  }
  sodium_memzero(&state, sizeof state);
}

void write_plain(Bytes& out, ByteView records) {
  while (!records.empty()) {
    const ByteView plain = records.first(std::min(records.size(), kBackupChunk));
    put(out, static_cast<std::uint32_t>(plain.size()));
    put(out, plain);
    records = records.subspan(plain.size());
  }
  put(out, std::uint32_t{0});
  put(out, ByteView(digest(out)));
}

// The chunk at the front, with its length taken away; nothing where it isn't whole.
Result<ByteView> take_chunk(ByteView& rest) {
  if (rest.size() < 4) return cut_off();
  const auto size = codec::BoundedInput(rest).take_number<std::uint32_t>();
  if (size > kBackupChunk + kChunkOverhead) return damaged();
  if (size > rest.size() - 4) return cut_off();
  const ByteView chunk = rest.subspan(4, size);
  rest = rest.subspan(4 + size);
  return chunk;
}

Result<Bytes> read_sealed(ByteView file, const SecretKey& key) {
  const std::size_t check_at = kPlainHeader + 32;
  const auto check = check_of(key, file.first(check_at));
  if (sodium_memcmp(check.data(), file.data() + check_at, check.size()) != 0)
    return Error{ErrorCode::locked, "the passphrase isn't the one that this backup was made with; try again"};
  const ByteView header = file.first(kSealedHeader);
  auto state = begin_stream(key, header.last(kStreamHeader));
  ByteView rest = file.subspan(kSealedHeader);
  Bytes records;
  records.reserve(rest.size());
  Bytes plain(kBackupChunk);
  unsigned char tag = 0;
  while (tag != crypto_secretstream_xchacha20poly1305_TAG_FINAL) {
    const auto chunk = take_chunk(rest);
    if (!chunk) return chunk.error();
    unsigned long long size = 0;
    if (chunk->size() < kChunkOverhead ||
        crypto_secretstream_xchacha20poly1305_pull(&state, plain.data(), &size, &tag, chunk->data(), chunk->size(),
                                                   header.data(), header.size()) != 0)
      return damaged();
    put(records, ByteView(plain).first(static_cast<std::size_t>(size)));
  }
  if (!rest.empty()) return damaged();
  return records;
}

Result<Bytes> read_plain(ByteView file) {
  ByteView rest = file.subspan(kPlainHeader);
  Bytes records;
  records.reserve(rest.size());
  while (true) {
    const auto chunk = take_chunk(rest);
    if (!chunk) return chunk.error();
    if (chunk->empty()) break;
    put(records, *chunk);
  }
  if (rest.size() < kDigestSize) return cut_off();
  const auto expected = digest(file.first(file.size() - rest.size()));
  if (rest.size() != kDigestSize || !std::equal(rest.begin(), rest.end(), expected.begin())) return damaged();
  return records;
}

}  // namespace

Bytes write_backup(ByteView records, Instant made, const std::optional<BackupSeal>& seal, Random& random) {
  Bytes out;
  out.reserve(records.size() + records.size() / 1000 + 1024);
  put(out, bytes_of(kMagic));
  put(out, static_cast<std::uint8_t>(kBackupVersion));
  put(out, seal ? kEncrypted : std::uint8_t{0});
  put(out, static_cast<std::int64_t>(made.time_since_epoch().count()));
  if (seal) {
    write_sealed(out, records, *seal, random);
  } else {
    write_plain(out, records);
  }
  return out;
}

Result<BackupFileHeader> read_backup_header(ByteView file) {
  const std::size_t compared = std::min(file.size(), kMagic.size());
  if (compared == 0 || text_of(file.first(compared)) != kMagic.substr(0, compared)) return foreign();
  if (file.size() < kPlainHeader) return cut_off();
  codec::BoundedInput input(file.subspan(kMagic.size()));
  BackupFileHeader header;
  header.version = input.take_number<std::uint8_t>();
  if (header.version == 0) return foreign();
  if (header.version > kBackupVersion)
    return Error{ErrorCode::newer,
                 "this backup was made by a newer version of Kindling; update Kindling to restore it"};
  const auto flags = input.take_number<std::uint8_t>();
  if (flags > kEncrypted) return damaged();
  header.encrypted = flags == kEncrypted;
  const auto ms = input.take_number<std::int64_t>();
  if (ms < 0 || ms >= std::int64_t{1} << 48U) return damaged();
  header.made = Instant(std::chrono::milliseconds(ms));
  if (!header.encrypted) return header;
  if (file.size() < kSealedHeader) return cut_off();
  const ByteView salt = input.take(header.salt.size());
  std::copy(salt.begin(), salt.end(), header.salt.begin());
  header.cost.operations = input.take_number<std::uint64_t>();
  header.cost.memory_bytes = input.take_number<std::uint64_t>();
  if (header.cost.operations < crypto_pwhash_OPSLIMIT_MIN || header.cost.operations > kMostOperations ||
      header.cost.memory_bytes < crypto_pwhash_MEMLIMIT_MIN || header.cost.memory_bytes > kMostMemory)
    return damaged();
  return header;
}

Result<Bytes> read_backup(ByteView file, const std::optional<SecretKey>& key) {
  const auto header = read_backup_header(file);
  if (!header) return header.error();
  if (!header->encrypted) return read_plain(file);
  if (!key) return Error{ErrorCode::locked, "this backup needs the passphrase that it was made with"};
  return read_sealed(file, *key);
}

}  // namespace kindling
