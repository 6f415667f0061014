// A store by how a person names it: `folder:/path` or the address of a WebDAV folder. One thread.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"
#include "core/ports/remote_store.hpp"

namespace kindling {

struct StorePlace {
  std::string where;           // "folder:/home/ada/Sync/ours", "https://cloud.example/dav/ours"
  std::string user, password;  // of a WebDAV store; empty: none
};

// Of a folder that is named relative to here: the whole path. Fails with invalid for what is neither a folder nor an
// address.
[[nodiscard]] Result<std::string> whole_place(std::string_view where);

// Asks nothing of the store yet. Fails as the stores do. The ports must outlive it.
[[nodiscard]] Result<std::unique_ptr<RemoteStore>> open_store(const StorePlace& place, const Clock& clock,
                                                              Random& random);

}  // namespace kindling
