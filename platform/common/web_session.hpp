// One web server, asked over and over: bounded requests through libcurl, which is loaded by the first session. The
// server is not trusted: what it sends is bounded in bytes and time, its certificate is verified, and nothing of the
// login goes anywhere but to its origin. One thread; a request blocks until its limits.
#pragma once

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "platform/common/web_address.hpp"

namespace kindling {

struct WebLimits {
  std::chrono::milliseconds connect{15'000};
  std::chrono::milliseconds exchange{60'000};   // a request without a file, altogether
  std::chrono::milliseconds transfer{900'000};  // one that carries a file
  // Less than so many bytes a second for so long, and it is given up.
  std::int64_t slowest = 200;
  std::chrono::seconds slowest_for{30};
  std::size_t headers = 64 * 1024;  // bytes of one answer's headers, redirects and trailers included
};

struct WebLogin {
  std::string user;  // empty: no login
  std::string password;
};

struct WebOptions {
  WebLogin login;
  std::string authorities_file;       // certificates to trust instead of the system's; empty: the system's
  bool uses_proxy_of_system = false;  // what http_proxy and its like say
  WebLimits limits;
};

struct WebRequest {
  std::string method;                // "GET", "PUT", "PROPFIND" …
  std::string path;                  // percent-encoded, from the server's root
  std::vector<std::string> headers;  // "Depth: 1"
  ByteView body;                     // sent with PUT, and where it isn't empty
  bool wants_body = false;           // of a good answer; what others say is never kept
  std::size_t limit = 0;             // bytes of it; more fails with invalid, and isn't read
  bool carries_file = false;
  bool follows = false;  // a few redirects within the origin
};

struct WebAnswer {
  int status = 0;
  Bytes body;
  std::string path;           // where it came from in the end
  bool offers_basic = false;  // of a 401: whether a login would be taken as it is given
};

class WebSession {
 public:
  // `origin` gives scheme, host and port. Fails with failed where libcurl can't be loaded.
  [[nodiscard]] static Result<std::unique_ptr<WebSession>> start(const WebAddress& origin, WebOptions options);
  virtual ~WebSession() = default;
  WebSession(const WebSession&) = delete;
  WebSession& operator=(const WebSession&) = delete;

  // The answer, whatever its status. Fails with failed where there is none, or it redirects to elsewhere, with invalid
  // where it is too long. No sentence holds anything of the address, the login or the server's words.
  [[nodiscard]] virtual Result<WebAnswer> send(const WebRequest& request) = 0;

 protected:
  WebSession() = default;
};

}  // namespace kindling
