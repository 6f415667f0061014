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

constexpr int kNotFamiliar = 2;  // Content::novelty

template <NamedEnum E>
bool is_any_or_named(const std::string& value, std::string_view any, E wanted) {
  return value.empty() || value == any || value == name_of(wanted);
}

bool suits_weather(const std::string& needed, Weather as_it_is) {
  return is_any_or_named(needed, "any", as_it_is) || (as_it_is == Weather::warm && needed == name_of(Weather::dry));
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

bool is_for_adults(const Content& c) {
  return c.adult || c.comfort >= kAdultComfort || (c.kind == ContentKind::prompt && c.category == kIntimacyDeck);
}

std::optional<std::uint32_t> missed_wishes(const Content& c, const ContentFilter& f) {
  if (is_for_adults(c) && !f.adult) return std::nullopt;
  if (!is_any_or_holds(f.kinds, c.kind)) return std::nullopt;
  if (f.category && c.category != *f.category) return std::nullopt;
  if (f.most_comfort && c.comfort > *f.most_comfort) return std::nullopt;
  if (f.least_comfort && c.comfort < *f.least_comfort) return std::nullopt;
  if (f.moment && c.moment != *f.moment) return std::nullopt;
  if (f.privacy && !c.setting.empty() && c.setting != "any" && c.setting != name_of(*f.privacy)) return std::nullopt;
  if (f.least_depth && c.depth < *f.least_depth) return std::nullopt;
  if (f.most_depth && c.depth > *f.most_depth) return std::nullopt;
  if (!holds_every_word(c, f.search)) return std::nullopt;
  std::uint32_t missed = 0;
  const auto need = [&missed](Wish wish, bool met) { missed |= met ? 0U : 1U << static_cast<unsigned>(wish); };
  need(Wish::cost, !f.most_cost || c.cost <= *f.most_cost);
  need(Wish::minutes, !f.most_minutes || c.minutes <= *f.most_minutes);
  need(Wish::place, !f.place || *f.place == Where::anywhere || c.place == Where::anywhere || c.place == *f.place);
  need(Wish::season, !f.season || is_any_or_holds(c.seasons, *f.season));
  need(Wish::kids, !f.kids || is_any_or_holds(c.kids, *f.kids));
  need(Wish::afar, !f.afar || c.afar);
  need(Wish::setting, !f.setting || is_any_or_named(c.setting, "either", *f.setting));
  need(Wish::weather, !f.weather || suits_weather(c.weather, *f.weather));
  need(Wish::daylight, !f.daylight || is_any_or_named(c.daylight, "any", *f.daylight));
  need(Wish::time_of_day, !f.time_of_day || is_any_or_holds(c.time_of_day, std::string(name_of(*f.time_of_day))));
  need(Wish::travel, !f.most_travel || c.travel_minutes <= *f.most_travel);
  need(Wish::lead, !f.most_lead || c.lead_days <= *f.most_lead);
  need(Wish::materials, !f.nothing_needed || c.materials.empty());
  need(Wish::novelty, !f.new_to_us || c.novelty >= kNotFamiliar);
  need(Wish::noise, !f.most_noise || parse_name<Noise>(c.noise).value_or(Noise::quiet) <= *f.most_noise);
  need(Wish::step_free, !f.step_free || c.step_free);
  return missed;
}

bool fits(const Content& content, const ContentFilter& filter) {
  const auto missed = missed_wishes(content, filter);
  return missed && *missed == 0;
}

ContentFilter without(ContentFilter filter, Wish wish) {
  switch (wish) {
    case Wish::novelty: filter.new_to_us = false; break;
    case Wish::materials: filter.nothing_needed = false; break;
    case Wish::noise: filter.most_noise.reset(); break;
    case Wish::daylight: filter.daylight.reset(); break;
    case Wish::time_of_day: filter.time_of_day.reset(); break;
    case Wish::weather: filter.weather.reset(); break;
    case Wish::setting: filter.setting.reset(); break;
    case Wish::season: filter.season.reset(); break;
    case Wish::kids: filter.kids.reset(); break;
    case Wish::lead: filter.most_lead.reset(); break;
    case Wish::travel: filter.most_travel.reset(); break;
    case Wish::minutes: filter.most_minutes.reset(); break;
    case Wish::cost: filter.most_cost.reset(); break;
    case Wish::afar: filter.afar = false; break;
    case Wish::place: filter.place.reset(); break;
    case Wish::step_free: filter.step_free = false; break;
  }
  return filter;
}

// A set of wishes that somebody's piece leaves open is enough to give up for it, and no smaller one would be: so the
// least of those sets is the answer. Among sets of one size the lower number holds the wishes that cost less.
std::optional<NearestFilter> nearest(const ContentFilter& filter, std::span<const Content* const> pieces) {
  std::optional<std::uint32_t> least;
  for (const Content* piece : pieces) {
    const auto missed = missed_wishes(*piece, filter);
    if (!missed) continue;
    const auto rank = [](std::uint32_t set) { return std::pair(std::popcount(set), set); };
    if (!least || rank(*missed) < rank(*least)) least = missed;
    if (*least == 0) break;
  }
  if (!least) return std::nullopt;
  NearestFilter found{filter, {}};
  for (unsigned wish = 0; wish < kWishes; ++wish) {
    if ((*least >> wish & 1U) == 0) continue;
    found.filter = without(std::move(found.filter), static_cast<Wish>(wish));
    found.given_up.push_back(static_cast<Wish>(wish));
  }
  return found;
}

}  // namespace kindling
