#include "core/sync/store_dialogue.hpp"

namespace kindling {

StoreAnswer perform(RemoteStore& store, const StoreRequest& request) {
  StoreAnswer answer;
  const auto fail_with = [&](const Error& error) { answer.error = error; };
  switch (request.what) {
    case StoreRequest::What::list:
      if (auto entries = store.list(request.path); entries) {
        answer.entries = std::move(*entries);
      } else {
        fail_with(entries.error());
      }
      break;
    case StoreRequest::What::get:
      if (auto bytes = store.get(request.path, request.limit); bytes) {
        answer.bytes = std::move(*bytes);
      } else {
        fail_with(bytes.error());
      }
      break;
    case StoreRequest::What::put:
      if (auto put = store.put(request.path, request.bytes); !put) fail_with(put.error());
      break;
    case StoreRequest::What::remove:
      if (auto removed = store.remove(request.path); !removed) fail_with(removed.error());
      break;
  }
  return answer;
}

}  // namespace kindling
