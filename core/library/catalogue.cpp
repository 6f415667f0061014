#include "core/library/catalogue.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/library/content_pack.hpp"
#include "core/library/content_rules.hpp"

namespace kindling {
namespace {

template <class T>
bool is_any_or_holds(const std::vector<T>& values, T wanted) {
  return values.empty() || std::find(values.begin(), values.end(), wanted) != values.end();
}

bool is_for_adults(const Content& c) {
  return c.adult || (c.kind == ContentKind::prompt && c.category == kIntimacyDeck);
}

bool holds_every_word(const Content& content, std::string_view search) {
  constexpr std::string_view kBlank = " \t\r\n";
  if (search.find_first_not_of(kBlank) == std::string_view::npos) return true;
  const std::string text = fold_case(content.title + "\n" + content.text);
  const std::string words = fold_case(search);
  for (std::size_t start = words.find_first_not_of(kBlank); start != std::string::npos;) {
    const std::size_t end = std::min(words.find_first_of(kBlank, start), words.size());
    if (text.find(words.substr(start, end - start)) == std::string::npos) return false;
    start = words.find_first_not_of(kBlank, end);
  }
  return true;
}

}  // namespace

Result<Catalogue> Catalogue::load(ByteView packed) {
  auto items = unpack(packed);
  if (!items) return items.error();
  Catalogue catalogue;
  catalogue.items_ = *std::move(items);
  return catalogue;
}

const Content* Catalogue::find(std::string_view id) const noexcept {
  const auto found = std::lower_bound(items_.begin(), items_.end(), id,
                                      [](const Content& item, std::string_view wanted) { return item.id < wanted; });
  return found != items_.end() && found->id == id ? &*found : nullptr;
}

bool fits(const Content& c, const ContentFilter& f) {
  if (is_for_adults(c) && !f.adult) return false;
  if (!is_any_or_holds(f.kinds, c.kind)) return false;
  if (f.category && c.category != *f.category) return false;
  if (f.most_cost && c.cost > *f.most_cost) return false;
  if (f.most_minutes && c.minutes > *f.most_minutes) return false;
  if (f.place && *f.place != Where::anywhere && c.place != Where::anywhere && c.place != *f.place) return false;
  if (f.season && !is_any_or_holds(c.seasons, *f.season)) return false;
  if (f.kids && !is_any_or_holds(c.kids, *f.kids)) return false;
  if (f.afar && !c.afar) return false;
  if (f.most_comfort && c.comfort > *f.most_comfort) return false;
  if (f.most_depth && c.depth > *f.most_depth) return false;
  return holds_every_word(c, f.search);
}

}  // namespace kindling
