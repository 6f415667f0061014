#include <algorithm>
#include <array>
#include <list>
#include <tuple>

#include "core/crypto/envelope.hpp"
#include "core/library/catalogue.hpp"

namespace kindling {
namespace {

constexpr int kYear = 365;

int day_number(LocalDate date) { return static_cast<int>(date.time_since_epoch().count()); }

// ---- Keyed order: the same everywhere, so integers only.

std::uint64_t read_number(ByteView bytes) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number |= std::uint64_t{bytes[i]} << (8 * i);
  return number;
}

std::uint64_t keyed_hash(std::string_view id, std::uint64_t seed, int day) {
  Bytes message;
  const auto put = [&message](std::uint64_t number) {
    for (unsigned i = 0; i < 8; ++i) message.push_back(static_cast<std::uint8_t>(number >> (8 * i)));
  };
  put(seed);
  put(static_cast<std::uint64_t>(std::int64_t{day}));
  message.insert(message.end(), id.begin(), id.end());
  return read_number(digest(message));
}

// The next value of SplitMix64 (Steele, Lea, Flood 2014).
std::uint64_t next_ticket(std::uint64_t& state) {
  state += 0x9E3779B97F4A7C15U;
  std::uint64_t mixed = state;
  mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
  mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
  return mixed ^ (mixed >> 31U);
}

// A lottery in which the lowest ticket wins: a piece of novelty 1, 2, 3 has 1, 3, 9 tickets. That is drawing without
// replacement by weight (Efraimidis & Spirakis 2006), in which the lowest of w even numbers stands for their power.
std::uint64_t lowest_ticket(const Content& content, std::uint64_t seed, int day) {
  constexpr std::array<int, 3> kTickets{1, 3, 9};
  std::uint64_t state = keyed_hash(content.id, seed, day);
  std::uint64_t lowest = next_ticket(state);
  for (int i = 1; i < kTickets[static_cast<std::size_t>(std::clamp(content.novelty, 1, 3) - 1)]; ++i)
    lowest = std::min(lowest, next_ticket(state));
  return lowest;
}

// ---- Drawing.

enum class Turn { unseen, long_ago, rested, resting };

Turn turn_of(const Content& content, const Shown& shown, int today) {
  if (!shown.last) return shown.times > 0 ? Turn::long_ago : Turn::unseen;
  const int ago = today - day_number(*shown.last);
  if (ago >= kYear) return Turn::long_ago;
  return ago >= content.repeat_days ? Turn::rested : Turn::resting;
}

// ---- The piece of the day.

// When a piece is known to have been shown lately: the days in [from, to) on which it isn't fresh.
struct Walker {
  const Candidate* candidate = nullptr;
  std::uint64_t key = 0;
  int from = 0;
  int to = 0;
  int shown = 0;  // the day itself

  // 0 fresh, 1 shown within a year and rested, 2 resting.
  [[nodiscard]] int rank(int day) const {
    if (day < from || day >= to) return 0;
    return day > shown && day - shown < candidate->repeat_days ? 2 : 1;
  }
};

// A mark made today doesn't count before tomorrow, so that the piece stays the same all day. A piece shown more than
// once was known before its last day too.
Walker walker_of(const Candidate& candidate, const Shown& shown, std::uint64_t seed) {
  Walker walker{&candidate, keyed_hash(candidate.id, seed, 0), 0, 0, 0};
  if (!shown.last) return walker;
  walker.shown = day_number(*shown.last);
  walker.from = shown.times > 1 ? walker.shown - kYear + 1 : walker.shown + 1;
  walker.to = walker.shown + kYear;
  return walker;
}

// The first day on which anything may be left out; today where nothing is.
int first_disturbed_day(const std::vector<Walker>& queue, int today) {
  int first = today;
  for (const Walker& walker : queue) {
    if (walker.to > walker.from) first = std::min(first, walker.from);
  }
  return first;
}

std::list<Walker>::const_iterator first_of_lowest_rank(const std::list<Walker>& queue, int day) {
  auto best = queue.begin();
  for (auto walker = queue.begin(); walker != queue.end() && best->rank(day) > 0; ++walker) {
    if (walker->rank(day) < best->rank(day)) best = walker;
  }
  return best;
}

}  // namespace

const Content* draw(const std::vector<const Content*>& candidates, const std::function<Shown(const Content&)>& shown,
                    std::uint64_t seed, LocalDate date) {
  using Key = std::tuple<Turn, int, int, std::uint64_t, std::string_view>;  // the lowest is drawn
  const int today = day_number(date);
  const Content* drawn = nullptr;
  Key lowest;
  for (const Content* candidate : candidates) {
    const Shown known = shown(*candidate);
    const Turn turn = turn_of(*candidate, known, today);
    const bool is_fresh = turn == Turn::unseen || turn == Turn::long_ago;
    const Key key{turn, is_fresh ? 0 : day_number(*known.last), is_fresh ? 0 : known.times,
                  lowest_ticket(*candidate, seed, today), candidate->id};
    if (drawn != nullptr && lowest <= key) continue;
    drawn = candidate;
    lowest = key;
  }
  return drawn;
}

// The pieces stand in a queue; each day the first fresh one is taken and goes to its end. The queue is walked through
// from the first day that a mark disturbs, which keeps the days before a new mark as they were; until then it only
// turns round.
const Candidate* of_the_day(const std::vector<Candidate>& candidates,
                            const std::function<Shown(const Candidate&)>& shown, std::uint64_t seed, LocalDate date) {
  if (candidates.empty()) return nullptr;
  std::vector<Walker> walkers;
  walkers.reserve(candidates.size());
  for (const Candidate& candidate : candidates) walkers.push_back(walker_of(candidate, shown(candidate), seed));
  std::sort(walkers.begin(), walkers.end(), [](const Walker& a, const Walker& b) {
    return std::tie(a.key, a.candidate->id) < std::tie(b.key, b.candidate->id);
  });
  const int today = day_number(date);
  int day = first_disturbed_day(walkers, today);
  const int size = static_cast<int>(walkers.size());
  std::rotate(walkers.begin(), walkers.begin() + ((day % size) + size) % size, walkers.end());
  std::list<Walker> queue(walkers.begin(), walkers.end());
  for (;; ++day) {
    const auto taken = first_of_lowest_rank(queue, day);
    if (day >= today) return taken->candidate;
    queue.splice(queue.end(), queue, taken);
  }
}

}  // namespace kindling
