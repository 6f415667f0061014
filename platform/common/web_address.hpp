// The address of a WebDAV folder, taken apart by rules that are narrower than a browser's, so that nobody who reads it
// later can see another place in it. Value types; pure functions.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "core/base/result.hpp"

namespace kindling {

struct WebAddress {
  std::string scheme;  // "https" or "http"
  std::string host;    // lower-case name or IPv4 address, or an IPv6 address in brackets
  int port = 0;        // always set
  std::string path;    // percent-encoded; begins and ends with a slash

  // Scheme, host and port as they begin an address; a port that the scheme implies is left out.
  [[nodiscard]] std::string origin() const;
  [[nodiscard]] bool has_origin_of(const WebAddress& other) const noexcept;

  friend bool operator==(const WebAddress&, const WebAddress&) = default;
};

// "https://cloud.example/remote.php/dav/files/us/kindling". Letters that a path can't hold are percent-encoded. Fails
// with invalid where it holds a login, a query, a fragment, or is no such address. The sentence repeats none of it.
[[nodiscard]] Result<WebAddress> parse_web_address(std::string_view text);

// As a server names one: the path is left as it is, needn't end with a slash, and may be empty. None where it is no
// http or https address, or holds a login.
[[nodiscard]] std::optional<WebAddress> parse_servers_address(std::string_view text);

// Without percent-encoding. None where that is broken, or what comes out has control characters or a backslash.
[[nodiscard]] std::optional<std::string> decode_web_path(std::string_view path);

}  // namespace kindling
