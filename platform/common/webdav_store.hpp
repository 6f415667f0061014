// A store on a WebDAV server (RFC 4918): Nextcloud, Apache, nginx with dav-ext, rclone and the like. libcurl and expat
// are loaded when one is opened, and by nothing else. A file is put under a temporary name and then moved; since any
// answer may be lost or wrong, what isn't clear is looked up. What the server refuses once (a login, writing) isn't
// asked again by the same object, since servers lock out who goes on asking: open another to try again. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/ports/clock.hpp"
#include "core/ports/random.hpp"
#include "core/ports/remote_store.hpp"
#include "platform/common/multistatus.hpp"
#include "platform/common/web_address.hpp"
#include "platform/common/web_session.hpp"

namespace kindling {

struct WebdavPlace {
  std::string address;  // of the store's folder, which has to be there; without a login
  WebOptions options;
  bool allows_plain_http = false;  // chosen for a network of one's own: the login can be read on the way
};

class WebdavStore final : public RemoteStore {
 public:
  // No request is made yet. Clock and randomness live longer than the store. Fails with invalid where the address can't
  // be used, with failed where libcurl or expat isn't installed.
  [[nodiscard]] static Result<std::unique_ptr<WebdavStore>> open(const WebdavPlace& place, const Clock& clock,
                                                                 Random& random);

  // Also removes what was left half written there more than a day ago.
  [[nodiscard]] Result<std::vector<StoreEntry>> list(const std::string& folder) override;
  [[nodiscard]] Result<Bytes> get(const std::string& path, std::size_t limit) override;
  [[nodiscard]] Result<void> put(const std::string& path, ByteView bytes) override;
  [[nodiscard]] Result<void> remove(const std::string& path) override;

 private:
  WebdavStore(WebAddress root, std::unique_ptr<WebSession> session, const Clock& clock, Random& random);

  [[nodiscard]] Result<WebAnswer> ask(const WebRequest& request, bool writes);
  [[nodiscard]] Result<WebAnswer> list_properties(const std::string& folder, bool with_files);
  void sweep(const std::string& folder, const FolderListing& listing);
  [[nodiscard]] Result<void> put_temporary(std::string_view folder, const std::string& temporary, ByteView bytes);
  [[nodiscard]] Result<void> make_folders(std::string_view folder);
  [[nodiscard]] Result<void> move(const std::string& temporary, const std::string& path, ByteView bytes);
  [[nodiscard]] Result<WebAnswer> send_move(const std::string& from, const std::string& to, bool replaces);
  [[nodiscard]] bool holds(const std::string& path, ByteView bytes);
  void discard(const std::string& path);
  // The error for a status that isn't the one hoped for.
  [[nodiscard]] Error refusal(const WebAnswer& answer, bool writes);
  [[nodiscard]] std::string url_path(std::string_view path) const;

  const WebAddress root_;
  const std::unique_ptr<WebSession> session_;
  const Clock& clock_;
  Random& random_;
  bool has_read_ = false;            // the login is good for reading
  bool may_sweep_ = true;            // until it is refused once
  std::optional<Error> locked_out_;  // nothing is asked any more
  std::optional<Error> read_only_;   // nothing is written any more
};

}  // namespace kindling
