#include "core/storage/key_ring.hpp"

#include <algorithm>
#include <optional>

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

// The key file: "kindling key\n", then one of these as a bounded archive.
constexpr std::string_view kMagic = "kindling key\n";
constexpr std::uint8_t kVersion = 1;
constexpr std::string_view kContext = "kindling/key-file";
constexpr std::size_t kFileLimit = 4096;
// Never more than libsodium's SENSITIVE level: a hostile file must not ask for the machine's whole memory.
constexpr std::uint64_t kMostMemory = 1ULL << 30U;
constexpr std::uint64_t kMostOperations = 16;
// Argon2id's own least.
constexpr std::uint64_t kLeastMemory = 8192;

struct KeyFile {
  std::uint8_t version = kVersion;
  bool wrapped = false;
  Salt salt{};
  std::uint64_t operations = 0;
  std::uint64_t memory_bytes = 0;
  Bytes key;  // plain, or sealed under the passphrase's key

  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, wrapped, salt, operations, memory_bytes, key);
  }
};

std::string path_in(const std::string& folder) { return folder + "/key"; }

Bytes encode_file(const KeyFile& file) {
  Bytes bytes(kMagic.begin(), kMagic.end());
  const Bytes body = codec::encode(file);
  bytes.insert(bytes.end(), body.begin(), body.end());
  return bytes;
}

Error damaged() {
  return failed("the key file of this home is damaged; put a copy of it back or restore a backup into a new home");
}

Result<KeyFile> read_file(const FileStore& files, const std::string& path) {
  auto bytes = files.read(path, kFileLimit);
  if (!bytes) return bytes.error().code == ErrorCode::invalid ? damaged() : bytes.error();
  if (!text_of(*bytes).starts_with(kMagic)) return damaged();
  auto file = codec::decode<KeyFile>(ByteView(*bytes).subspan(kMagic.size()));
  if (!file || file->version == 0 || file->memory_bytes > kMostMemory || file->operations > kMostOperations)
    return damaged();
  if (file->version > kVersion)
    return Error{ErrorCode::newer, "the key of this home was written by a newer Kindling; update to open it"};
  if (file->wrapped && (file->operations == 0 || file->memory_bytes < kLeastMemory)) return damaged();
  const std::size_t expected = file->wrapped ? SecretKey::kSize + kSealOverhead : SecretKey::kSize;
  if (file->key.size() != expected) return damaged();
  return std::move(*file);
}

// A write that was cut off leaves its temporary file behind ("key." and six characters), which may hold the plain key.
// Beside a locked key file it would be the key under the mat.
void sweep(FileStore& files, const std::string& folder) {
  constexpr std::string_view kBeginning = "key.";
  const std::string path = folder + "/";
  for (const std::string& name : files.list(folder)) {
    if (name.starts_with(kBeginning) && name.size() == kBeginning.size() + 6)
      (void)files.remove(path + name);  // tried again at the next opening
  }
}

SecretKey key_of(ByteView bytes) {
  std::array<std::uint8_t, SecretKey::kSize> plain{};
  std::copy_n(bytes.begin(), plain.size(), plain.begin());
  return SecretKey(plain);
}

Result<SecretKey> unwrap(const KeyFile& file, std::string_view passphrase) {
  if (!file.wrapped) return key_of(file.key);
  if (passphrase.empty())
    return Error{ErrorCode::locked,
                 "this home is locked; give its passphrase with --passphrase-file FILE or on standard input"};
  auto wrapping = key_from_passphrase(passphrase, file.salt, {file.operations, file.memory_bytes});
  if (!wrapping) return wrapping.error();
  const auto plain = open_sealed(*wrapping, bytes_of(kContext), file.key);
  if (!plain) return Error{ErrorCode::locked, "the passphrase isn't the one of this home; try again"};
  return key_of(*plain);
}

}  // namespace

Result<KeyRing> KeyRing::open(FileStore& files, Random& random, const std::string& folder, std::string_view passphrase,
                              bool has_data) {
  const std::string path = path_in(folder);
  if (!files.exists(path)) {
    if (has_data)
      return failed("the key file of this home is missing; put a copy of it back or restore a backup into a new home");
    KeyFile fresh;
    const SecretKey key = SecretKey::random(random);
    fresh.key.assign(key.bytes().begin(), key.bytes().end());
    // Another process may be making the same home: the first file stays and serves both.
    if (auto made = files.create(path, encode_file(fresh)); !made) return made.error();
  }
  auto file = read_file(files, path);
  if (!file) return file.error();
  if (file->wrapped) sweep(files, folder);
  auto key = unwrap(*file, passphrase);
  if (!key) return key.error();
  return KeyRing(files, random, path, *key, file->wrapped ? KeyHolder::passphrase : KeyHolder::key_file);
}

Result<KeyHolder> KeyRing::holder_of(const FileStore& files, const std::string& folder) {
  auto file = read_file(files, path_in(folder));
  if (!file) return file.error();
  return file->wrapped ? KeyHolder::passphrase : KeyHolder::key_file;
}

Result<void> KeyRing::set_passphrase(std::string_view passphrase, const PassphraseCost& cost) {
  if (passphrase.size() < 8 || passphrase.size() > 1000)
    return invalid("a passphrase has 8 to 1,000 bytes; choose another");
  KeyFile file;
  file.wrapped = true;
  random_->fill(file.salt);
  file.operations = cost.operations;
  file.memory_bytes = cost.memory_bytes;
  auto wrapping = key_from_passphrase(passphrase, file.salt, cost);
  if (!wrapping) return wrapping.error();
  file.key = seal(*wrapping, bytes_of(kContext), key_.bytes(), *random_);
  if (auto written = files_->write(path_, encode_file(file)); !written) return written;
  sweep(*files_, path_.substr(0, path_.size() - std::string_view("/key").size()));
  holder_ = KeyHolder::passphrase;
  return {};
}

Result<void> KeyRing::remove_passphrase() {
  KeyFile file;
  file.key.assign(key_.bytes().begin(), key_.bytes().end());
  if (auto written = files_->write(path_, encode_file(file)); !written) return written;
  holder_ = KeyHolder::key_file;
  return {};
}

}  // namespace kindling
