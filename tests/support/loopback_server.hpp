// A web server for tests, on a port of its own of the loopback: it answers with whatever bytes a test gives it, at the
// pace that the test wants, and tells what it heard. One connection for each request, one after the other, in a thread
// of its own that ends with the object.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kindling {

struct HeardRequest {
  std::string method;
  std::string target;
  std::map<std::string, std::string> headers;  // names in lower case
  std::string body;
};

struct GivenAnswer {
  std::string bytes;        // all of it, with the status line
  std::size_t at_once = 0;  // so many bytes, then a pause; 0: all
  std::chrono::milliseconds pause{0};
  std::string again;  // sent over and over after that, until the other side goes
};

// An answer as it should be.
[[nodiscard]] GivenAnswer proper_answer(int status, const std::string& body = "",
                                        const std::vector<std::string>& headers = {});

class LoopbackServer {
 public:
  using Answerer = std::function<GivenAnswer(const HeardRequest& request)>;
  // `hangs_up`: whether to close the connection once the head of a request was heard, and not to read on.
  explicit LoopbackServer(
      Answerer answerer, std::function<bool()> hangs_up = [] { return false; });
  LoopbackServer(const LoopbackServer&) = delete;
  LoopbackServer& operator=(const LoopbackServer&) = delete;
  ~LoopbackServer();

  [[nodiscard]] int port() const noexcept { return port_; }
  [[nodiscard]] std::string origin() const { return "http://127.0.0.1:" + std::to_string(port_); }
  [[nodiscard]] std::vector<HeardRequest> heard() const;

 private:
  void run();
  void serve(int connection);
  [[nodiscard]] bool send_all(int connection, const GivenAnswer& answer) const;
  [[nodiscard]] bool wait_for(int descriptor, short events, std::chrono::milliseconds at_most) const;

  const Answerer answerer_;
  const std::function<bool()> hangs_up_;
  int listening_ = -1;
  int port_ = 0;
  int stop_[2] = {-1, -1};
  mutable std::mutex guard_;
  std::vector<HeardRequest> heard_;
  std::thread thread_;  // the last: it uses what is above
};

}  // namespace kindling
