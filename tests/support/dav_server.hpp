// A WebDAV server in memory that does as it should, behind a hook with which a test makes it do otherwise.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "tests/support/loopback_server.hpp"

namespace kindling {

class DavServer {
 public:
  std::string changed;    // when all files were, as a server writes it
  bool hangs_up = false;  // once it has heard the head of a request

  // What a request is answered with instead; the request is then not carried out, unless the hook calls `obey`.
  std::function<std::optional<GivenAnswer>(const HeardRequest& request)> hook;

  [[nodiscard]] std::string address() const { return server_.origin() + "/dav/us/"; }
  [[nodiscard]] std::string origin() const { return server_.origin(); }
  // Of paths like "/dav/us/a/1.sg". Looked at while nothing is asked.
  std::map<std::string, std::string> files;
  std::set<std::string> folders = {"/dav/us/"};
  [[nodiscard]] std::vector<HeardRequest> heard() const { return server_.heard(); }
  [[nodiscard]] int count(const std::string& method) const;

  GivenAnswer obey(const HeardRequest& request);

 private:
  GivenAnswer put(const HeardRequest& request);
  GivenAnswer move(const HeardRequest& request);
  GivenAnswer list(const HeardRequest& request) const;
  static std::string folder_of(const std::string& path) { return path.substr(0, path.rfind('/') + 1); }

  LoopbackServer server_{[this](const HeardRequest& request) {
                           if (hook) {
                             if (auto instead = hook(request)) return *instead;
                           }
                           return obey(request);
                         },
                         [this] { return hangs_up; }};
};

}  // namespace kindling
