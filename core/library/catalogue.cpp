#include "core/library/catalogue.hpp"

#include <algorithm>
#include <bit>
#include <utility>

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
  const auto shelves = open_pack(packed);
  if (!shelves) return shelves.error();
  Catalogue catalogue;
  catalogue.packed_ = *shelves;
  return catalogue;
}

Result<Catalogue> Catalogue::load(Bytes&& packed) {
  auto catalogue = load(ByteView(packed));
  // Moving a vector leaves its bytes where they are.
  if (catalogue) catalogue->owned_ = std::move(packed);
  return catalogue;
}

const std::vector<Content>& Catalogue::of(ContentKind kind) const {
  const auto index = static_cast<std::size_t>(kind);
  Shelf& shelf = (*shelves_)[index];
  if (!std::exchange(shelf.is_unpacked, true)) {
    if (auto items = unpack(kind, packed_[index])) shelf.items = *std::move(items);
  }
  return shelf.items;
}

void Catalogue::visit(ContentKind kind, const std::function<bool(const Content&)>& visit) const {
  const auto index = static_cast<std::size_t>(kind);
  const Shelf& shelf = (*shelves_)[index];
  if (!shelf.is_unpacked) {
    (void)visit_shelf(kind, packed_[index], visit);
    return;
  }
  for (const Content& content : shelf.items) {
    if (!visit(content)) return;
  }
}

const Content* Catalogue::find(std::string_view id) const {
  const auto kind = parse_name<ContentKind>(id.substr(0, id.find('.')));
  if (!kind) return nullptr;
  const std::vector<Content>& items = of(*kind);
  const auto found = std::lower_bound(items.begin(), items.end(), id,
                                      [](const Content& item, std::string_view wanted) { return item.id < wanted; });
  return found != items.end() && found->id == id ? &*found : nullptr;
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
  if (f.least_depth && c.depth < *f.least_depth) return false;
  if (f.most_depth && c.depth > *f.most_depth) return false;
  return holds_every_word(c, f.search);
}

ContentFilter without(ContentFilter filter, Wish wish) {
  switch (wish) {
    case Wish::season: filter.season.reset(); break;
    case Wish::kids: filter.kids.reset(); break;
    case Wish::minutes: filter.most_minutes.reset(); break;
    case Wish::cost: filter.most_cost.reset(); break;
    case Wish::afar: filter.afar = false; break;
    case Wish::place: filter.place.reset(); break;
  }
  return filter;
}

std::optional<NearestFilter> nearest(const ContentFilter& filter,
                                     const std::function<bool(const ContentFilter&)>& something_fits) {
  constexpr unsigned kWishes = 6;
  for (int given_up = 0; given_up <= static_cast<int>(kWishes); ++given_up) {
    for (unsigned set = 0; set < 1U << kWishes; ++set) {
      if (std::popcount(set) != given_up) continue;
      NearestFilter found{filter, {}};
      for (unsigned wish = 0; wish < kWishes; ++wish) {
        if ((set >> wish & 1U) == 0) continue;
        found.filter = without(std::move(found.filter), static_cast<Wish>(wish));
        found.given_up.push_back(static_cast<Wish>(wish));
      }
      if (something_fits(found.filter)) return found;
    }
  }
  return std::nullopt;
}

}  // namespace kindling
