#include "tests/support/loopback_server.hpp"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

namespace kindling {
namespace {

constexpr std::chrono::milliseconds kPatience{5000};
constexpr std::size_t kMostHeard = 64U << 20U;

std::string lower(std::string text) {
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

// The head of a request; its body is still to come.
HeardRequest parse_head(const std::string& head) {
  HeardRequest request;
  std::size_t at = head.find("\r\n");
  const std::string line = head.substr(0, at);
  const std::size_t first = line.find(' ');
  const std::size_t second = line.rfind(' ');
  request.method = line.substr(0, first);
  if (second > first) request.target = line.substr(first + 1, second - first - 1);
  while (at != std::string::npos && at + 2 < head.size()) {
    const std::size_t start = at + 2;
    at = head.find("\r\n", start);
    const std::string field = head.substr(start, at == std::string::npos ? at : at - start);
    const std::size_t colon = field.find(": ");
    if (colon != std::string::npos) request.headers[lower(field.substr(0, colon))] = field.substr(colon + 2);
  }
  return request;
}

}  // namespace

GivenAnswer proper_answer(int status, const std::string& body, const std::vector<std::string>& headers) {
  std::string bytes = "HTTP/1.1 " + std::to_string(status) + " Said\r\nConnection: close\r\n";
  for (const std::string& header : headers) bytes += header + "\r\n";
  if (status != 204) bytes += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  return {bytes + "\r\n" + body, 0, {}, {}};
}

LoopbackServer::LoopbackServer(Answerer answerer, std::function<bool()> hangs_up)
    : answerer_(std::move(answerer)), hangs_up_(std::move(hangs_up)) {
  listening_ = socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  auto* const general = reinterpret_cast<sockaddr*>(&address);
  if (listening_ < 0 || bind(listening_, general, size) != 0 || listen(listening_, 16) != 0 ||
      getsockname(listening_, general, &size) != 0 || pipe(stop_) != 0)
    std::abort();
  port_ = ntohs(address.sin_port);
  thread_ = std::thread([this] { run(); });
}

LoopbackServer::~LoopbackServer() {
  close(stop_[1]);
  thread_.join();
  close(stop_[0]);
  close(listening_);
}

std::vector<HeardRequest> LoopbackServer::heard() const {
  const std::lock_guard lock(guard_);
  return heard_;
}

bool LoopbackServer::wait_for(int descriptor, short events, std::chrono::milliseconds at_most) const {
  pollfd waiting[2] = {{stop_[0], 0, 0}, {descriptor, events, 0}};
  const int ready = poll(waiting, descriptor < 0 ? 1 : 2, static_cast<int>(at_most.count()));
  return waiting[0].revents == 0 && (descriptor < 0 || (ready > 0 && waiting[1].revents != 0));
}

void LoopbackServer::run() {
  for (;;) {
    if (wait_for(listening_, POLLIN, std::chrono::milliseconds(60'000))) {
      const int connection = accept(listening_, nullptr, nullptr);
      if (connection >= 0) serve(connection);
      close(connection);
      continue;
    }
    pollfd stop{stop_[0], 0, 0};
    if (poll(&stop, 1, 0) != 0) return;
  }
}

void LoopbackServer::serve(int connection) {
  std::string text;
  std::size_t end = std::string::npos;
  std::size_t wanted = 0;
  HeardRequest request;
  std::vector<char> bytes(64 * 1024);
  while (end == std::string::npos || text.size() < end + wanted) {
    if (!wait_for(connection, POLLIN, kPatience) || text.size() > kMostHeard) return;
    const ssize_t got = recv(connection, bytes.data(), bytes.size(), 0);
    if (got <= 0) return;
    text.append(bytes.data(), static_cast<std::size_t>(got));
    if (end != std::string::npos) continue;
    const std::size_t blank = text.find("\r\n\r\n");
    if (blank == std::string::npos) continue;
    end = blank + 4;
    request = parse_head(text.substr(0, blank));
    if (hangs_up_()) return;
    const auto length = request.headers.find("content-length");
    if (length != request.headers.end()) wanted = std::strtoull(length->second.c_str(), nullptr, 10);
  }
  request.body = text.substr(end);
  {
    const std::lock_guard lock(guard_);
    heard_.push_back(request);
  }
  const GivenAnswer answer = answerer_(request);
  if (send_all(connection, answer)) shutdown(connection, SHUT_WR);
}

bool LoopbackServer::send_all(int connection, const GivenAnswer& answer) const {
  std::string rest = answer.bytes;
  for (;;) {
    while (!rest.empty()) {
      if (!wait_for(connection, POLLOUT, kPatience)) return false;
      const std::size_t size = answer.at_once == 0 ? rest.size() : std::min(answer.at_once, rest.size());
      const ssize_t sent = send(connection, rest.data(), size, MSG_NOSIGNAL);
      if (sent <= 0) return false;
      rest.erase(0, static_cast<std::size_t>(sent));
      if (answer.pause.count() > 0 && !wait_for(-1, 0, answer.pause)) return false;
    }
    if (answer.again.empty()) return true;
    rest = answer.again;
  }
}

}  // namespace kindling
