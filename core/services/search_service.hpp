// Search over everything the owner may see. Values are opened in memory only. One thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/services/context.hpp"

namespace kindling {

struct SearchHit {
  EntityRef subject;
  std::string title;  // what names the thing: its title, or the beginning of its words
  std::string field;  // where it was found: "title", "note" …
};

class SearchService {
 public:
  explicit SearchService(const Context& context) : context_(context) {}

  // Things in which every word of `text` occurs, in any case; newest first, at most `limit`. Fails with invalid for
  // empty text.
  [[nodiscard]] Result<std::vector<SearchHit>> search(std::string_view text, std::size_t limit = 200);

 private:
  const Context& context_;
};

}  // namespace kindling
