#include "platform/common/web_session.hpp"

#include <algorithm>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>
#include <utility>

#include "core/base/text.hpp"
#include "platform/common/curl_library.hpp"
#include "platform/common/held_pipe_signal.hpp"

namespace kindling {
namespace {

constexpr int kMostRedirects = 3;
constexpr std::size_t kDropped = 64 * 1024;
constexpr int kFirstRedirect = 300;
constexpr int kLastRedirect = 399;
constexpr int kUnauthorised = 401;

// One exchange, as curl's callbacks see it.
struct Exchange {
  const CurlLibrary& curl;
  CURL* handle = nullptr;
  const WebRequest& request;
  std::size_t header_limit = 0;
  ByteView rest;  // of what is sent
  Bytes body;
  std::string location;
  std::size_t headers = 0;
  std::size_t dropped = 0;
  bool is_too_long = false;
  bool has_too_many_headers = false;
  bool is_known_enough = false;  // the status is all that matters

  [[nodiscard]] bool is_wanted() const {
    long status = 0;
    curl.easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &status);
    return request.wants_body && status / 100 == 2;
  }
  [[nodiscard]] bool announces_too_much() const {
    curl_off_t size = -1;
    curl.easy_getinfo(handle, CURLINFO_CONTENT_LENGTH_DOWNLOAD_T, &size);
    return size > 0 && static_cast<std::uint64_t>(size) > request.limit;
  }
};

std::size_t take_body(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  if (!exchange.is_wanted()) {
    // A short page is read to its end, so that the connection can be kept.
    exchange.dropped += size;
    exchange.is_known_enough = exchange.dropped > kDropped;
    return exchange.is_known_enough ? 0 : size;
  }
  if (size > exchange.request.limit - exchange.body.size() || exchange.announces_too_much()) {
    exchange.is_too_long = true;
    return 0;
  }
  const ByteView view = bytes_of({bytes, size});
  exchange.body.insert(exchange.body.end(), view.begin(), view.end());
  return size;
}

std::size_t take_header(char* bytes, std::size_t, std::size_t size, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  exchange.headers += size;
  if (exchange.headers > exchange.header_limit) {
    exchange.has_too_many_headers = true;
    return 0;
  }
  constexpr std::string_view kName = "location:";
  const std::string_view line(bytes, size);
  const auto is_letter = [](char ours, char theirs) {
    return theirs == ours || (theirs >= 'A' && theirs <= 'Z' && theirs + ('a' - 'A') == ours);
  };
  if (line.size() >= kName.size() && std::equal(kName.begin(), kName.end(), line.begin(), is_letter))
    exchange.location = std::string(trim(line.substr(kName.size())));
  return size;
}

std::size_t give_body(char* bytes, std::size_t, std::size_t room, void* data) {
  auto& exchange = *static_cast<Exchange*>(data);
  const std::size_t size = std::min(room, exchange.rest.size());
  if (size > 0) std::memcpy(bytes, exchange.rest.data(), size);
  exchange.rest = exchange.rest.subspan(size);
  return size;
}

int go_back(void* data, curl_off_t offset, int from) {
  auto& exchange = *static_cast<Exchange*>(data);
  if (from != SEEK_SET || offset < 0 || static_cast<std::size_t>(offset) > exchange.request.body.size())
    return CURL_SEEKFUNC_FAIL;
  exchange.rest = exchange.request.body.subspan(static_cast<std::size_t>(offset));
  return CURL_SEEKFUNC_OK;
}

Error too_long(std::size_t limit) {
  return invalid("the store's answer is larger than the " + std::to_string(limit) + " bytes that are expected");
}

Error error_for(CURLcode code, const Exchange& exchange) {
  if (exchange.is_too_long) return too_long(exchange.request.limit);
  if (exchange.has_too_many_headers)
    return failed("the store's server answers with too many headers; check its address");
  switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
      return failed("the store's server can't be found; check the network and the store's address");
    case CURLE_COULDNT_RESOLVE_PROXY: return failed("the proxy can't be found; check the network's settings");
    case CURLE_COULDNT_CONNECT:
      return failed("the store's server can't be reached; check the network, and try again later");
    case CURLE_OPERATION_TIMEDOUT: return failed("the store's server takes too long to answer; try again later");
    case CURLE_PEER_FAILED_VERIFICATION:
      return failed(
          "the store's server can't prove that it is the right one (its certificate isn't trusted); check the address, "
          "and that this device's date is right");
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CIPHER:
    case CURLE_USE_SSL_FAILED:
      return failed("no secure connection to the store's server came about; check its address and port");
    case CURLE_SSL_CACERT_BADFILE: return failed("the file of certificates to trust can't be read; check it");
    case CURLE_OUT_OF_MEMORY: return failed("there isn't enough memory for the store's answer");
    default: return failed("the connection to the store's server broke off; try again later");
  }
}

class CurlSession final : public WebSession {
 public:
  CurlSession(const CurlLibrary& curl, CURL* handle, WebAddress origin, WebOptions options)
      : curl_(curl), handle_(handle), origin_(std::move(origin)), options_(std::move(options)) {}
  ~CurlSession() override { curl_.easy_cleanup(handle_); }

  Result<WebAnswer> send(const WebRequest& request) override {
    const HeldPipeSignal held;
    std::string path = request.path;
    for (int redirects = 0;; ++redirects) {
      std::string location;
      auto answer = send_once(request, path, location);
      if (!answer || answer->status < kFirstRedirect || answer->status > kLastRedirect) return answer;
      const auto next = path_within(location);
      if (!next || !request.follows)
        return failed(
            "the store's server sends us to another address, which isn't followed; set the store's address anew");
      if (redirects == kMostRedirects)
        return failed("the store's server sends us round in circles; check the store's address");
      path = *next;
    }
  }

 private:
  // Where a redirect leads to on this server; none where it leads to another, or it can't be told.
  [[nodiscard]] std::optional<std::string> path_within(const std::string& location) const {
    if (location.starts_with('/') && !location.starts_with("//")) return location.substr(0, location.find('#'));
    const auto address = parse_servers_address(location);
    if (!address || !address->has_origin_of(origin_) || !address->path.starts_with('/')) return std::nullopt;
    return address->path.substr(0, address->path.find('#'));
  }

  template <class Value>
  void set(CURLoption option, Value value) {
    is_set_ = curl_.easy_setopt(handle_, option, value) == CURLE_OK && is_set_;
  }

  Result<WebAnswer> send_once(const WebRequest& request, const std::string& path, std::string& location) {
    Exchange exchange{curl_, handle_, request, options_.limits.headers, request.body};
    // Keeps the connection, and forgets everything else.
    curl_.easy_reset(handle_);
    is_set_ = true;
    guard(request.carries_file);
    if (!options_.login.user.empty()) {
      set(CURLOPT_HTTPAUTH, static_cast<long>(CURLAUTH_BASIC));
      set(CURLOPT_USERNAME, options_.login.user.c_str());
      set(CURLOPT_PASSWORD, options_.login.password.c_str());
    }
    const std::string url = origin_.origin() + path;
    set(CURLOPT_URL, url.c_str());
    set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    if (request.method == "PUT" || !request.body.empty()) {
      set(CURLOPT_UPLOAD, 1L);
      set(CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      set(CURLOPT_READFUNCTION, &give_body);
      set(CURLOPT_READDATA, static_cast<void*>(&exchange));
      set(CURLOPT_SEEKFUNCTION, &go_back);
      set(CURLOPT_SEEKDATA, static_cast<void*>(&exchange));
    } else {
      set(CURLOPT_HTTPGET, 1L);
    }
    set(CURLOPT_WRITEFUNCTION, &take_body);
    set(CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
    set(CURLOPT_HEADERFUNCTION, &take_header);
    set(CURLOPT_HEADERDATA, static_cast<void*>(&exchange));
    // Without "Expect:" curl waits a second for servers that don't know it.
    curl_slist* headers = curl_.slist_append(nullptr, "Expect:");
    for (const std::string& header : request.headers) headers = curl_.slist_append(headers, header.c_str());
    set(CURLOPT_HTTPHEADER, headers);
    const CURLcode code = is_set_ ? curl_.easy_perform(handle_) : CURLE_FAILED_INIT;
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    curl_.slist_free_all(headers);
    if (code != CURLE_OK && !exchange.is_known_enough) return error_for(code, exchange);

    long status = 0;
    long ways = 0;
    curl_.easy_getinfo(handle_, CURLINFO_RESPONSE_CODE, &status);
    curl_.easy_getinfo(handle_, CURLINFO_HTTPAUTH_AVAIL, &ways);
    location = std::move(exchange.location);
    const bool offers_basic = status == kUnauthorised && (ways & static_cast<long>(CURLAUTH_BASIC)) != 0;
    return WebAnswer{static_cast<int>(status), std::move(exchange.body), path, offers_basic};
  }

  void guard(bool carries_file) {
    const WebLimits& limits = options_.limits;
    set(CURLOPT_PROTOCOLS_STR, origin_.scheme.c_str());
    set(CURLOPT_FOLLOWLOCATION, 0L);
    set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
    set(CURLOPT_SSL_VERIFYPEER, 1L);
    set(CURLOPT_SSL_VERIFYHOST, 2L);
    set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
    if (!options_.authorities_file.empty()) set(CURLOPT_CAINFO, options_.authorities_file.c_str());
    if (!options_.uses_proxy_of_system) set(CURLOPT_PROXY, "");
    set(CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    set(CURLOPT_HTTP09_ALLOWED, 0L);
    // A server's log shows what asks, and some servers turn away what doesn't say.
    set(CURLOPT_USERAGENT, "Kindling");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_NOPROGRESS, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(limits.connect.count()));
    set(CURLOPT_TIMEOUT_MS, static_cast<long>((carries_file ? limits.transfer : limits.exchange).count()));
    set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(limits.slowest));
    set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(limits.slowest_for.count()));
    set(CURLOPT_PATH_AS_IS, 1L);
  }

  const CurlLibrary& curl_;
  CURL* const handle_;
  const WebAddress origin_;
  const WebOptions options_;
  bool is_set_ = true;
};

}  // namespace

Result<std::unique_ptr<WebSession>> WebSession::start(const WebAddress& origin, WebOptions options) {
  const auto curl = CurlLibrary::load();
  if (!curl) return curl.error();
  CURL* handle = (*curl)->easy_init();
  if (handle == nullptr) return failed("there isn't enough memory to ask the store's server");
  return std::unique_ptr<WebSession>(std::make_unique<CurlSession>(**curl, handle, origin, std::move(options)));
}

}  // namespace kindling
