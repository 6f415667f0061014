// Asking a store without waiting for it: what is to be asked stands in a row, each with what to do with its answer. Who
// asks does no I/O; whoever runs it performs one request after the other, at once or when a loop comes round to it.
// Belongs to one thread.
#pragma once

#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <utility>

#include "core/ports/remote_store.hpp"

namespace kindling {

struct StoreRequest {
  enum class What { list, get, put, remove };
  What what = What::list;
  std::string path;
  Bytes bytes = {};       // to put
  std::size_t limit = 0;  // of what is got, in bytes
};
struct StoreAnswer {
  std::optional<Error> error;
  std::vector<StoreEntry> entries;  // listed
  Bytes bytes;                      // got
};
// Asks the store, and waits for it.
[[nodiscard]] StoreAnswer perform(RemoteStore& store, const StoreRequest& request);

class StoreDialogue {
 public:
  using Then = std::function<void(StoreAnswer&&)>;

  void ask(StoreRequest request, Then then) { jobs_.push_back({std::move(request), std::move(then)}); }
  // What is to be asked next. Nothing where nothing is left.
  [[nodiscard]] std::optional<StoreRequest> next() const {
    return jobs_.empty() ? std::nullopt : std::optional(jobs_.front().request);
  }
  // REQUIRES: next() gave a request, and this is its answer.
  void answer(StoreAnswer answer) {
    const Job job = std::move(jobs_.front());
    jobs_.pop_front();
    job.then(std::move(answer));
  }
  void clear() { jobs_.clear(); }

 private:
  struct Job {
    StoreRequest request;
    Then then;
  };
  std::deque<Job> jobs_;
};

}  // namespace kindling
