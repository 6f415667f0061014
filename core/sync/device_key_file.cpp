#include "core/sync/device_key_file.hpp"

#include "core/codec/bounded_archive.hpp"

namespace kindling {
namespace {

constexpr std::string_view kPurpose = "kindling/device-keys/v1";
constexpr std::size_t kFileLimit = 64 * 1024;

struct EntryDto {
  Uuid stream{}, forerunner{};
  std::array<std::uint8_t, SecretKey::kSize> sign{}, box{};
  template <class Archive>
  void serialize(Archive& archive) {
    archive(stream, forerunner, sign, box);
  }
};
struct FileDto {
  std::uint8_t version = 1;
  std::vector<EntryDto> entries;
  template <class Archive>
  void serialize(Archive& archive) {
    archive(version, entries);
  }
};

}  // namespace

DeviceKeyFile::DeviceKeyFile(FileStore& files, Random& random, const std::string& folder, const SecretKey& home_key)
    : files_(files), random_(random), path_(folder + "/device-keys"), key_(home_key.derive(kPurpose)) {}

Result<const std::vector<DeviceKeyFile::Entry>*> DeviceKeyFile::read() {
  Bytes sealed;
  if (files_.exists(path_)) {
    auto read = files_.read(path_, kFileLimit);
    if (!read) return read.error();
    sealed = std::move(*read);
  }
  if (sealed == sealed_) return &entries_;
  const auto plain = open_sealed(key_, bytes_of(kPurpose), sealed);
  const auto file = plain ? codec::decode<FileDto>(*plain) : std::nullopt;
  if (!file || file->version != 1)
    return failed("the file with this device's keys is damaged; move it away and link this device anew");
  entries_.clear();
  for (const EntryDto& dto : file->entries)
    entries_.push_back({dto.stream, dto.forerunner, DeviceKeys(SecretKey(dto.sign), SecretKey(dto.box))});
  sealed_ = std::move(sealed);
  return &entries_;
}

Result<std::optional<DeviceKeyFile::Entry>> DeviceKeyFile::find(const Uuid& stream) {
  const auto entries = read();
  if (!entries) return entries.error();
  for (const Entry& entry : **entries) {
    if (entry.stream == stream) return std::optional(entry);
  }
  return std::optional<Entry>();
}

Result<DeviceKeyFile::Entry> DeviceKeyFile::make(const Uuid& stream, const Uuid& forerunner) {
  const auto entries = read();
  if (!entries) return entries.error();
  const Entry made{stream, forerunner, DeviceKeys::make(random_)};
  FileDto file;
  const auto add = [&](const Entry& entry) {
    file.entries.push_back(
        {entry.stream, entry.forerunner, entry.keys.sign_seed().bytes(), entry.keys.box_seed().bytes()});
  };
  for (const Entry& entry : **entries) add(entry);
  add(made);
  if (auto written = files_.write(path_, seal(key_, bytes_of(kPurpose), codec::encode(file), random_)); !written)
    return written.error();
  return made;
}

}  // namespace kindling
