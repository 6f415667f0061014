#include "platform/common/web_address.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>

namespace kindling {
namespace {

constexpr std::size_t kAddressLimit = 2000;
constexpr std::size_t kHostLimit = 253;  // RFC 1035
constexpr int kHttpsPort = 443;
constexpr int kHttpPort = 80;
constexpr std::string_view kHexDigits = "0123456789ABCDEF";

int implied_port(std::string_view scheme) noexcept { return scheme == "https" ? kHttpsPort : kHttpPort; }

bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
bool is_letter(char c) noexcept { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_control(char c) noexcept { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

int hex_value(char c) noexcept {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return out;
}

bool is_host(std::string_view host) noexcept {
  if (host.empty() || host.size() > kHostLimit) return false;
  if (host.front() == '[') {
    return host.size() > 3 && host.back() == ']' && std::all_of(host.begin() + 1, host.end() - 1, [](char c) {
             return hex_value(c) >= 0 || c == ':' || c == '.';
           });
  }
  return host.front() != '.' && host.front() != '-' && std::all_of(host.begin(), host.end(), [](char c) {
           return is_letter(c) || is_digit(c) || c == '.' || c == '-';
         });
}

std::optional<int> parse_port(std::string_view text) noexcept {
  int port = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), port);
  if (error != std::errc() || end != text.data() + text.size() || port < 1 || port > 65'535) return std::nullopt;
  return port;
}

// RFC 3986 §3.3: pchar and slash.
bool stands_for_itself(char c) noexcept {
  return is_letter(c) || is_digit(c) || std::string_view("-._~!$&'()*+,;=:@/%").find(c) != std::string_view::npos;
}

std::string encode(std::string_view path) {
  std::string out;
  for (const char c : path) {
    if (stands_for_itself(c)) {
      out += c;
      continue;
    }
    const auto byte = static_cast<std::uint8_t>(c);
    out += '%';
    out += kHexDigits[byte >> 4U];
    out += kHexDigits[byte & 15U];
  }
  return out;
}

bool has_dots_for_names(std::string_view decoded) noexcept {
  while (!decoded.empty()) {
    const std::string_view name = decoded.substr(0, decoded.find('/'));
    if (name == "." || name == "..") return true;
    decoded.remove_prefix(std::min(name.size() + 1, decoded.size()));
  }
  return false;
}

std::size_t count_slashes(std::string_view text) noexcept {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '/'));
}

}  // namespace

std::string WebAddress::origin() const {
  return scheme + "://" + host + (port == implied_port(scheme) ? "" : ":" + std::to_string(port));
}

bool WebAddress::has_origin_of(const WebAddress& other) const noexcept {
  return scheme == other.scheme && host == other.host && port == other.port;
}

std::optional<WebAddress> parse_servers_address(std::string_view text) {
  if (text.size() > kAddressLimit || std::any_of(text.begin(), text.end(), is_control)) return std::nullopt;
  const std::size_t colon = text.find("://");
  if (colon == std::string_view::npos) return std::nullopt;
  WebAddress address;
  address.scheme = lower(text.substr(0, colon));
  if (address.scheme != "https" && address.scheme != "http") return std::nullopt;
  text.remove_prefix(colon + 3);
  const std::string_view authority = text.substr(0, text.find_first_of("/?#\\"));
  address.path = std::string(text.substr(authority.size()));
  const std::size_t bracket = authority.find(']');
  const std::size_t port_colon = authority.find(':', bracket == std::string_view::npos ? 0 : bracket);
  address.host = lower(authority.substr(0, port_colon));
  address.port = implied_port(address.scheme);
  if (!is_host(address.host)) return std::nullopt;
  if (port_colon != std::string_view::npos) {
    const auto port = parse_port(authority.substr(port_colon + 1));
    if (!port) return std::nullopt;
    address.port = *port;
  }
  return address;
}

Result<WebAddress> parse_web_address(std::string_view text) {
  auto address = parse_servers_address(text);
  if (!address) {
    const std::size_t start = text.find("://");
    const std::size_t login = text.find('@');
    if (start != std::string_view::npos && login != std::string_view::npos && login < text.find('/', start + 3))
      return invalid("the address of a WebDAV store holds no login; leave out what is before the '@'");
    return invalid("that isn't the address of a WebDAV store; write it like https://cloud.example/dav/kindling");
  }
  if (address->path.find_first_of("?#") != std::string::npos)
    return invalid("the address of a WebDAV store has no '?' and no '#'; leave out what comes from there on");
  std::string path = encode(address->path);
  if (path.empty() || path.back() != '/') path += '/';
  const auto decoded = decode_web_path(path);
  // An encoded slash would be one name for us and two for somebody else.
  if (!decoded || decoded->find("//") != std::string::npos || has_dots_for_names(*decoded) ||
      count_slashes(*decoded) != count_slashes(path))
    return invalid("the path of the store's address can't be used; write plain folder names joined by '/'");
  address->path = std::move(path);
  return *std::move(address);
}

std::optional<std::string> decode_web_path(std::string_view path) {
  std::string out;
  for (std::size_t i = 0; i < path.size(); ++i) {
    char c = path[i];
    if (c == '%') {
      const int high = i + 2 < path.size() ? hex_value(path[i + 1]) : -1;
      const int low = i + 2 < path.size() ? hex_value(path[i + 2]) : -1;
      if (high < 0 || low < 0) return std::nullopt;
      c = static_cast<char>(high * 16 + low);
      i += 2;
    }
    if (is_control(c) || c == '\\') return std::nullopt;
    out += c;
  }
  return out;
}

}  // namespace kindling
