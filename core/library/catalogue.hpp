// The library of prompts, gestures, ideas, rituals and phrases that comes with Kindling, with filters and fair
// rotation. Content is packed at build time from assets/content and handed in as bytes; a kind is unpacked when it is
// first asked for. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "core/base/bytes.hpp"
#include "core/base/result.hpp"
#include "core/base/time.hpp"
#include "core/library/content.hpp"

namespace kindling {

class Catalogue {
 public:
  // Takes packed content (core/library/content_pack.hpp) that outlives it, or as its own. Fails with invalid where the
  // bytes are none.
  [[nodiscard]] static Result<Catalogue> load(ByteView packed);
  [[nodiscard]] static Result<Catalogue> load(Bytes&& packed);

  // By id. A kind whose bytes are damaged is empty.
  [[nodiscard]] const std::vector<Content>& of(ContentKind kind) const;
  // The same one by one, without keeping what isn't kept already: for who looks at many to take one. false ends it.
  void visit(ContentKind kind, const std::function<bool(const Content&)>& visit) const;
  // nullptr where there is none. Points into the catalogue.
  [[nodiscard]] const Content* find(std::string_view id) const;

 private:
  struct Shelf {
    bool is_unpacked = false;
    std::vector<Content> items;
  };
  using Shelves = std::array<Shelf, kContentKinds>;

  Bytes owned_;
  std::array<ByteView, kContentKinds> packed_{};
  std::unique_ptr<Shelves> shelves_ = std::make_unique<Shelves>();
};

struct ContentFilter {
  std::vector<ContentKind> kinds;  // empty: all
  std::optional<std::string> category;
  std::optional<Cost> most_cost;
  std::optional<int> most_minutes;
  std::optional<Where> place;
  std::optional<Season> season;
  std::optional<Kids> kids;
  bool afar = false;  // only what works apart
  std::optional<Setting> setting;
  std::optional<Weather> weather;  // as it is: what needs it dry fits a warm day too
  std::optional<Daylight> daylight;
  std::optional<TimeOfDay> time_of_day;
  std::optional<int> most_travel;  // minutes one way
  std::optional<int> most_lead;    // days ahead
  bool nothing_needed = false;     // no materials
  bool new_to_us = false;          // nothing familiar; what the two have had already is left out by who knows of it
  std::optional<Noise> most_noise;
  bool step_free = false;
  std::optional<int> most_comfort, least_comfort;
  std::optional<Moment> moment;    // of gestures; any: the other moments
  std::optional<Privacy> privacy;  // of gestures: those that fit there
  std::optional<int> least_depth, most_depth;
  bool adult = false;  // whether adult content may be shown
  std::string search;  // every word occurs in title or text, in any case
};

// What is shown only where both partners want it: comfort 5 and above, and the intimacy deck.
[[nodiscard]] bool is_for_adults(const Content& content);

// What names no season, kids, place, weather and so on fits any.
[[nodiscard]] bool fits(const Content& content, const ContentFilter& filter);

// The wishes of a filter that can be given up, those first that cost least to give up.
enum class Wish {
  novelty,
  materials,
  noise,
  daylight,
  time_of_day,
  weather,
  setting,
  season,
  kids,
  lead,
  travel,
  minutes,
  cost,
  afar,
  place,
  step_free
};
inline constexpr unsigned kWishes = static_cast<unsigned>(Wish::step_free) + 1;
[[nodiscard]] ContentFilter without(ContentFilter filter, Wish wish);

// Which wishes a piece leaves open: bit 1 << Wish each. Nothing where it fails at what is no wish: its kind, its
// category, a ceiling, the words searched for.
[[nodiscard]] std::optional<std::uint32_t> missed_wishes(const Content& content, const ContentFilter& filter);

// The filter itself where something fits it, else without as few wishes as can be, and of those the first in the order
// of Wish. Nothing where not even a filter without wishes fits. One look at each piece.
struct NearestFilter {
  ContentFilter filter;
  std::vector<Wish> given_up;
};
[[nodiscard]] std::optional<NearestFilter> nearest(const ContentFilter& filter, std::span<const Content* const> pieces);

// What is known of showing one piece.
struct Shown {
  std::optional<LocalDate> last;
  int times = 0;
};

// What rotation needs to know of a piece.
struct Candidate {
  std::string id;
  int novelty = 1;
  int repeat_days = 365;
};

// Takes one of `candidates` fairly: one that was never shown; then one not shown within a year; never one within its
// year while such a one is left; then the one shown longest ago whose `repeat_days` are over, and then any, the one
// shown longest ago. Among the unseen and the long unseen novelty weighs: novelty 2 is three, novelty 3 nine times as
// likely as novelty 1. The same seed, date and shown marks give the same answer on every machine. Nothing where there
// are no candidates. The result points into `candidates`. REQUIRES: no id twice.
[[nodiscard]] const Content* draw(const std::vector<const Content*>& candidates,
                                  const std::function<Shown(const Content&)>& shown, std::uint64_t seed,
                                  LocalDate date);

// The piece of the day: walks through all candidates in an order that the seed gives, one a day, so that none comes
// twice before all have come; skips what was shown within a year while there is anything else. Changes nothing and
// stays the same all day: what is drawn today is skipped from tomorrow on. Where the candidates themselves change, the
// walk goes on from another place. REQUIRES: no id twice.
[[nodiscard]] const Candidate* of_the_day(const std::vector<Candidate>& candidates,
                                          const std::function<Shown(const Candidate&)>& shown, std::uint64_t seed,
                                          LocalDate date);

}  // namespace kindling
