// Where a device keeps its own keys: a file of the home beside the data, sealed under the home's key, in no database
// and no backup. Each stream has keys of its own; one that follows another (because that one went on elsewhere) is
// vouched for by its forerunner's. Belongs to one thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/base/id.hpp"
#include "core/crypto/device_keys.hpp"
#include "core/ports/file_store.hpp"

namespace kindling {

class DeviceKeyFile {
 public:
  struct Entry {
    Uuid stream{};
    Uuid forerunner{};  // nil for a device that others vouched for
    DeviceKeys keys;
  };

  // `folder` is the home's. The ports must outlive it.
  DeviceKeyFile(FileStore& files, Random& random, const std::string& folder, const SecretKey& home_key);

  // The keys of a stream of this device. Nothing where it has none: the data came from a backup.
  [[nodiscard]] Result<std::optional<Entry>> find(const Uuid& stream);
  // Makes keys for a stream that has none, on disk before it returns.
  [[nodiscard]] Result<Entry> make(const Uuid& stream, const Uuid& forerunner = {});

 private:
  [[nodiscard]] Result<const std::vector<Entry>*> read();

  FileStore& files_;
  Random& random_;
  std::string path_;
  SecretKey key_;
  // As read last, and from which bytes: another process of the home may have added to them.
  Bytes sealed_;
  std::vector<Entry> entries_;
};

}  // namespace kindling
