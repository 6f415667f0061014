#include "tests/support/dav_server.hpp"

namespace kindling {

int DavServer::count(const std::string& method) const {
  int found = 0;
  for (const HeardRequest& request : heard()) found += request.method == method ? 1 : 0;
  return found;
}

GivenAnswer DavServer::obey(const HeardRequest& request) {
  if (request.method == "PUT") return put(request);
  if (request.method == "MOVE") return move(request);
  if (request.method == "PROPFIND") return list(request);
  if (request.method == "DELETE") return proper_answer(files.erase(request.target) == 1 ? 204 : 404);
  if (request.method == "MKCOL") {
    if (folders.contains(request.target)) return proper_answer(405);
    if (!folders.contains(folder_of(request.target.substr(0, request.target.size() - 1)))) return proper_answer(409);
    folders.insert(request.target);
    return proper_answer(201);
  }
  if (request.method != "GET") return proper_answer(501);
  const auto found = files.find(request.target);
  return found == files.end() ? proper_answer(404, "<p>There is no such file.</p>") : proper_answer(200, found->second);
}

GivenAnswer DavServer::put(const HeardRequest& request) {
  if (!folders.contains(folder_of(request.target))) return proper_answer(409);
  files[request.target] = request.body;
  return proper_answer(201, "<p>Created.</p>");
}

GivenAnswer DavServer::move(const HeardRequest& request) {
  const auto from = files.find(request.target);
  const auto to = request.headers.find("destination");
  if (from == files.end() || to == request.headers.end()) return proper_answer(404);
  if (!to->second.starts_with(origin() + "/")) return proper_answer(400);
  const std::string target = to->second.substr(origin().size());
  const auto overwrite = request.headers.find("overwrite");
  const bool replaces = overwrite == request.headers.end() || overwrite->second != "F";
  if (files.contains(target) && !replaces) return proper_answer(412);
  files[target] = from->second;
  files.erase(from);
  return proper_answer(201);
}

GivenAnswer DavServer::list(const HeardRequest& request) const {
  if (!folders.contains(request.target)) return proper_answer(404);
  const auto response = [](const std::string& path, const std::string& properties) {
    return "<D:response><D:href>" + path + "</D:href><D:propstat><D:prop>" + properties +
           "</D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>";
  };
  const std::string collection = "<D:resourcetype><D:collection/></D:resourcetype>";
  std::string body = "<?xml version=\"1.0\"?><D:multistatus xmlns:D=\"DAV:\">" + response(request.target, collection);
  for (const std::string& folder : folders) {
    if (folder != request.target && folder_of(folder.substr(0, folder.size() - 1)) == request.target)
      body += response(folder, collection);
  }
  for (const auto& [path, bytes] : files) {
    if (folder_of(path) == request.target)
      body += response(path, "<D:resourcetype/><D:getcontentlength>" + std::to_string(bytes.size()) +
                                 "</D:getcontentlength><D:getlastmodified>" + changed + "</D:getlastmodified>");
  }
  return proper_answer(207, body + "</D:multistatus>", {"Content-Type: application/xml"});
}

}  // namespace kindling
