// A store in a folder that something else carries to the other device: Syncthing, Dropbox, a Nextcloud client, a disk
// that both mount. Files appear whole or not at all, since what carries them looks at any moment. Only plain files
// below the folder are seen: links are followed nowhere but at the folder itself, and pipes and devices aren't opened.
// What is made here has the folder's own permissions, so that two users of one machine can share one. One thread.
#pragma once

#include <string>
#include <vector>

#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"
#include "core/ports/remote_store.hpp"

namespace kindling {

class FolderStore final : public RemoteStore {
 public:
  // `folder` is opened anew in each call and never made: it may be on a disk that is away. Clock and randomness live
  // longer than the store.
  FolderStore(std::string folder, const Clock& clock, Random& random);

  // Also removes what was left half written there more than a day ago.
  [[nodiscard]] Result<std::vector<StoreEntry>> list(const std::string& folder) override;
  [[nodiscard]] Result<Bytes> get(const std::string& path, std::size_t limit) override;
  // Synced, renamed, and the folder synced: it survives a power cut where the file system keeps its word.
  [[nodiscard]] Result<void> put(const std::string& path, ByteView bytes) override;
  [[nodiscard]] Result<void> remove(const std::string& path) override;

 private:
  const std::string folder_;
  const Clock& clock_;
  Random& random_;
};

}  // namespace kindling
