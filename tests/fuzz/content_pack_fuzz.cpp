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
  const auto catalogue = kindling::Catalogue::load(view);
  const auto shelves = kindling::open_pack(view);
  require(shelves.has_value() == catalogue.has_value());
  if (!catalogue) return 0;
  std::vector<kindling::Content> all;
  bool whole = true;
  for (std::size_t number = 0; number < kindling::kContentKinds; ++number) {
    const auto kind = static_cast<kindling::ContentKind>(number);
    whole = whole && kindling::unpack(kind, (*shelves)[number]).has_value();
    for (const kindling::Content& item : catalogue->of(kind)) {
      require(kindling::number_out_of_range(item).empty());
      (void)kindling::fits(item, {.search = "a b"});
      all.push_back(item);
    }
  }
  if (!whole) return 0;
  const kindling::Bytes again = kindling::pack(all);
  require(again.size() == size && std::equal(again.begin(), again.end(), bytes));
  return 0;
}
