// Any bytes as a packed library: no crash; whatever is read is in order, in range and packs to the same bytes again.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "core/library/catalogue.hpp"
#include "core/library/content_pack.hpp"
#include "core/library/content_rules.hpp"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
  const kindling::ByteView view{bytes, size};
  const auto items = kindling::unpack(view);
  const auto catalogue = kindling::Catalogue::load(view);
  require(items.has_value() == catalogue.has_value());
  if (!items) return 0;
  for (const kindling::Content& item : *items) {
    require(kindling::number_out_of_range(item).empty());
    require(catalogue->find(item.id) != nullptr && *catalogue->find(item.id) == item);
    (void)kindling::fits(item, {.search = "a b"});
  }
  const kindling::Bytes again = kindling::pack(*items);
  require(again.size() == size && std::equal(again.begin(), again.end(), bytes));
  return 0;
}
