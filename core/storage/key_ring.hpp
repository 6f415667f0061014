// The key of a home and who holds it: a key file (0600) beside the data, or the same file wrapped by a passphrase
// through Argon2id. All data is sealed under keys derived from one home key that never changes, so setting, changing or
// removing a passphrase replaces one small file atomically and never rewrites data. One thread.
#pragma once

#include <string>
#include <string_view>

#include "core/crypto/envelope.hpp"
#include "core/ports/file_store.hpp"
#include "core/ports/random.hpp"

namespace kindling {

enum class KeyHolder { key_file, passphrase };

class KeyRing {
 public:
  // Reads `<folder>/key`. Makes a new key where there is neither a key nor any data (`has_data`); where there is data
  // but no key it fails: a new key could never open it. Fails with locked where a passphrase is needed and `passphrase`
  // is empty or wrong.
  [[nodiscard]] static Result<KeyRing> open(FileStore& files, Random& random, const std::string& folder,
                                            std::string_view passphrase, bool has_data);

  // Who holds the key, without opening it. Fails with not_found where there is no key file.
  [[nodiscard]] static Result<KeyHolder> holder_of(const FileStore& files, const std::string& folder);

  [[nodiscard]] const SecretKey& home_key() const noexcept { return key_; }
  [[nodiscard]] KeyHolder holder() const noexcept { return holder_; }

  // Wraps the key under a passphrase (8 to 1,000 bytes), a new one or another one.
  [[nodiscard]] Result<void> set_passphrase(std::string_view passphrase, const PassphraseCost& cost);
  // Back to a plain key file.
  [[nodiscard]] Result<void> remove_passphrase();

 private:
  KeyRing(FileStore& files, Random& random, std::string path, const SecretKey& key, KeyHolder holder)
      : files_(&files), random_(&random), path_(std::move(path)), key_(key), holder_(holder) {}

  FileStore* files_;
  Random* random_;
  std::string path_;
  SecretKey key_;
  KeyHolder holder_;
};

}  // namespace kindling
