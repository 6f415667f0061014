#include "platform/common/store_place.hpp"

#include <filesystem>

#include "platform/common/folder_store.hpp"
#include "platform/common/webdav_store.hpp"

namespace kindling {
namespace {

constexpr std::string_view kFolder = "folder:";
constexpr std::string_view kPlainHttp = "http://";
constexpr std::string_view kHttps = "https://";

}  // namespace

Result<std::string> whole_place(std::string_view where) {
  if (where.starts_with(kHttps) || where.starts_with(kPlainHttp)) return std::string(where);
  if (!where.starts_with(kFolder) || where.size() == kFolder.size())
    return invalid("a store is folder:PATH or an address that begins with https://");
  std::error_code error;
  const auto path = std::filesystem::absolute(where.substr(kFolder.size()), error).lexically_normal();
  if (error || !std::filesystem::is_directory(path, error))
    return not_found("there is no such folder; make it where both of you sync it, then name it again");
  return std::string(kFolder) + path.string();
}

Result<std::unique_ptr<RemoteStore>> open_store(const StorePlace& place, const Clock& clock, Random& random) {
  const std::string_view where = place.where;
  if (where.starts_with(kFolder)) {
    return std::unique_ptr<RemoteStore>(
        std::make_unique<FolderStore>(std::string(where.substr(kFolder.size())), clock, random));
  }
  WebdavPlace web;
  web.address = place.where;
  web.options.login = {place.user, place.password};
  // Whoever writes http:// has chosen it: `store check` says what that means.
  web.allows_plain_http = where.starts_with(kPlainHttp);
  auto store = WebdavStore::open(web, clock, random);
  if (!store) return store.error();
  return std::unique_ptr<RemoteStore>(std::move(*store));
}

}  // namespace kindling
