#include "platform/common/webdav_store.hpp"

#include <algorithm>
#include <chrono>
#include <string_view>
#include <utility>

#include "core/sync/store_names.hpp"
#include "platform/common/expat_library.hpp"

namespace kindling {
namespace {

constexpr std::chrono::hours kStale{24};

constexpr std::string_view kWanted =
    R"(<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><resourcetype/><getcontentlength/><getlastmodified/></prop></propfind>)";

bool is_success(int status) { return status == 200 || status == 201 || status == 204; }
bool is_missing(int status) { return status == 404 || status == 410; }
// What servers say where the folder of a file isn't there; some say it is forbidden, or an error of theirs.
bool may_lack_folder(int status) { return is_missing(status) || status == 409 || status == 403 || status == 500; }

bool has_control_characters(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

Result<void> check_login(const WebLogin& login) {
  if (login.user.find(':') != std::string::npos || has_control_characters(login.user))
    return invalid("a user name for WebDAV can't hold a colon or control characters");
  if (has_control_characters(login.password)) return invalid("a password for WebDAV can't hold control characters");
  return {};
}

WebRequest plain(std::string method, std::string path) {
  WebRequest request;
  request.method = std::move(method);
  request.path = std::move(path);
  return request;
}

std::string below(std::string_view folder, const std::string& name) {
  return folder.empty() ? name : std::string(folder) + "/" + name;
}

Error no_place() {
  return failed("the store's folder isn't there on the server; make it there, or set the store's address anew");
}

}  // namespace

Result<std::unique_ptr<WebdavStore>> WebdavStore::open(const WebdavPlace& place, const Clock& clock, Random& random) {
  auto root = parse_web_address(place.address);
  if (!root) return root.error();
  if (root->scheme != "https" && !place.allows_plain_http)
    return invalid("the store's address has to begin with https://; over plain http others can read the login");
  if (auto checked = check_login(place.options.login); !checked) return checked.error();
  if (const auto expat = ExpatLibrary::load(); !expat) return expat.error();
  auto session = WebSession::start(*root, place.options);
  if (!session) return session.error();
  return std::unique_ptr<WebdavStore>(new WebdavStore(*std::move(root), *std::move(session), clock, random));
}

WebdavStore::WebdavStore(WebAddress root, std::unique_ptr<WebSession> session, const Clock& clock, Random& random)
    : root_(std::move(root)), session_(std::move(session)), clock_(clock), random_(random) {}

Result<std::vector<StoreEntry>> WebdavStore::list(const std::string& folder) {
  if (auto checked = check_store_folder(folder); !checked) return checked.error();
  const auto answer = list_properties(folder, true);
  if (!answer) return answer.error();
  if (is_missing(answer->status)) {
    // Whether only this folder is missing, or all of the store.
    if (has_read_) return std::vector<StoreEntry>();
    if (folder.empty()) return no_place();
    const auto root = list_properties("", false);
    if (!root) return root.error();
    if (is_missing(root->status)) return no_place();
    if (root->status != 207) return refusal(*root, false);
    has_read_ = true;
    return std::vector<StoreEntry>();
  }
  if (answer->status != 207) return refusal(*answer, false);
  const auto entries = read_multistatus(answer->body);
  if (!entries) return entries.error();
  WebAddress place = root_;
  place.path = answer->path;
  auto listing = listing_of(*entries, place);
  if (!listing) return listing.error();
  has_read_ = true;
  sweep(folder, *listing);
  return std::move(listing->files);
}

Result<Bytes> WebdavStore::get(const std::string& path, std::size_t limit) {
  if (auto checked = check_store_path(path); !checked) return checked.error();
  WebRequest request;
  request.method = "GET";
  request.path = url_path(path);
  request.wants_body = true;
  request.limit = limit;
  request.carries_file = true;
  request.follows = true;
  auto answer = ask(request, false);
  if (!answer) return answer.error();
  if (is_missing(answer->status)) return not_found("there is no such file in the store");
  if (answer->status != 200) return refusal(*answer, false);
  has_read_ = true;
  return std::move(answer->body);
}

Result<void> WebdavStore::put(const std::string& path, ByteView bytes) {
  if (auto checked = check_store_path(path); !checked) return checked.error();
  const std::string_view folder = split_store_path(path).folder;
  const std::string temporary = below(folder, temporary_store_name(random_));
  Result<void> done = put_temporary(folder, temporary, bytes);
  if (done) done = move(temporary, path, bytes);
  if (!done) discard(temporary);
  return done;
}

Result<void> WebdavStore::remove(const std::string& path) {
  if (auto checked = check_store_path(path); !checked) return checked.error();
  const auto answer = ask(plain("DELETE", url_path(path)), true);
  if (!answer) return answer.error();
  if (is_success(answer->status) || is_missing(answer->status)) return {};
  if (answer->status == 403)
    return failed("this login may not remove files from the store; ask for the right to delete, or use another login");
  return refusal(*answer, true);
}

void WebdavStore::sweep(const std::string& folder, const FolderListing& listing) {
  const Instant now = clock_.now();
  for (const auto& [name, changed] : listing.temporaries) {
    if (!may_sweep_ || !changed || now - *changed <= kStale) continue;
    const auto answer = ask(plain("DELETE", url_path(below(folder, name))), true);
    may_sweep_ = answer && (is_success(answer->status) || is_missing(answer->status));
  }
}

Result<WebAnswer> WebdavStore::ask(const WebRequest& request, bool writes) {
  if (locked_out_) return *locked_out_;
  if (writes && read_only_) return *read_only_;
  return session_->send(request);
}

Result<WebAnswer> WebdavStore::list_properties(const std::string& folder, bool with_files) {
  // Folders end with a slash: without it nginx refuses and Apache redirects.
  const std::string path = folder.empty() ? root_.path : url_path(folder) + "/";
  WebRequest request = plain("PROPFIND", path);
  request.headers = {with_files ? "Depth: 1" : "Depth: 0", "Content-Type: application/xml; charset=utf-8"};
  request.body = bytes_of(kWanted);
  request.wants_body = true;
  request.limit = kMultistatusLimit;
  request.follows = true;
  return ask(request, false);
}

Result<void> WebdavStore::put_temporary(std::string_view folder, const std::string& temporary, ByteView bytes) {
  WebRequest request = plain("PUT", url_path(temporary));
  request.headers = {"Content-Type: application/octet-stream"};
  request.body = bytes;
  request.carries_file = true;
  auto answer = ask(request, true);
  if (!answer) return answer.error();
  if (may_lack_folder(answer->status) && !folder.empty()) {
    if (auto made = make_folders(folder); !made) return made;
    answer = ask(request, true);
    if (!answer) return answer.error();
  }
  if (is_success(answer->status)) return {};
  if (is_missing(answer->status) || answer->status == 409) return no_place();
  return refusal(*answer, true);
}

// From the outermost one on. What else is answered doesn't matter: the next PUT shows whether the folders are there.
Result<void> WebdavStore::make_folders(std::string_view folder) {
  std::size_t end = 0;
  do {
    end = folder.find('/', end + 1);
    const auto answer = ask(plain("MKCOL", url_path(folder.substr(0, end)) + "/"), true);
    if (!answer) return answer.error();
    // The folder around it is missing, and the outermost one is the store itself.
    if (is_missing(answer->status) || answer->status == 409) return no_place();
    if (answer->status == 401 || answer->status == 403 || answer->status == 507) return refusal(*answer, true);
  } while (end != std::string_view::npos);
  return {};
}

Result<void> WebdavStore::move(const std::string& temporary, const std::string& path, ByteView bytes) {
  auto answer = send_move(temporary, path, false);
  if (answer && is_success(answer->status)) return {};
  // 412 says that there is one already, perhaps by this very request if it was sent twice on the way.
  if (holds(path, bytes)) {
    discard(temporary);
    return {};
  }
  if (answer && answer->status == 412) {
    answer = send_move(temporary, path, true);
    if ((answer && is_success(answer->status)) || holds(path, bytes)) return {};
  }
  if (!answer) return answer.error();
  return refusal(*answer, true);
}

Result<WebAnswer> WebdavStore::send_move(const std::string& from, const std::string& to, bool replaces) {
  WebRequest request = plain("MOVE", url_path(from));
  request.headers = {"Destination: " + root_.origin() + url_path(to), replaces ? "Overwrite: T" : "Overwrite: F"};
  return ask(request, true);
}

bool WebdavStore::holds(const std::string& path, ByteView bytes) {
  const auto there = get(path, bytes.size());
  return there && std::equal(there->begin(), there->end(), bytes.begin(), bytes.end());
}

void WebdavStore::discard(const std::string& path) {
  // Where it fails the file stays, under a name that nobody lists.
  static_cast<void>(ask(plain("DELETE", url_path(path)), true));
}

Error WebdavStore::refusal(const WebAnswer& answer, bool writes) {
  const auto may_not_write = [this] {
    read_only_ =
        failed("this login may read the store but not write to it; ask for the right to write, or use another login");
    return *read_only_;
  };
  switch (answer.status) {
    case 401:
      if (writes && has_read_) return may_not_write();
      locked_out_ = answer.offers_basic
                        ? failed("the store's server doesn't take this login; check user name and password")
                        : failed(
                              "the store's server wants a way of signing in that isn't known here; let it take "
                              "passwords (Basic), or choose another place");
      return *locked_out_;
    case 403:
      if (writes) return may_not_write();
      return failed("this login may not read the store; ask for the right to, or use another login");
    case 405:
    case 501:
      return failed(
          "the store's server doesn't do all that a store needs; switch WebDAV on there in full, or check "
          "the address");
    case 413: return failed("the store's server takes no files of this size; raise its limit for uploads");
    case 423: return failed("something else holds the store's files locked; try again later");
    case 429:
    case 503: return failed("the store's server is busy; try again later");
    case 507: return failed("the store is full; free some space there and try again");
    default: break;
  }
  const std::string number = std::to_string(answer.status);
  if (answer.status >= 500)
    return failed("the store's server reports trouble of its own (" + number + "); try again later");
  return failed("the store's server answers in a way that isn't expected (" + number + "); check the store's address");
}

std::string WebdavStore::url_path(std::string_view path) const { return root_.path + std::string(path); }

}  // namespace kindling
