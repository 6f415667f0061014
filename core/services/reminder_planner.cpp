#include "core/services/reminder_planner.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>

#include "core/crypto/envelope.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::minutes;
using std::chrono::seconds;
using std::chrono::sys_seconds;

constexpr int kDayMinutes = 1440;
constexpr std::size_t kMostWanted = 60;  // iOS keeps 64 pending notifications of an app
constexpr minutes kMergeWithin{5};
// Whole days begin at midnight; nobody wants to be told of an anniversary then.
constexpr minutes kWholeDayAt = std::chrono::hours(9);
// A window that crosses midnight and a zone on the other side of the date line: how far the instant of an occurrence
// may lie from its nominal wall time in the device's zone.
constexpr days kReach{3};

minutes length_of(const LocalTimeRange& range) {
  const auto length = (range.end.since_midnight - range.start.since_midnight).count();
  return minutes(length > 0 ? length : length + kDayMinutes);
}
int wrapped(minutes time) { return static_cast<int>(((time.count() % kDayMinutes) + kDayMinutes) % kDayMinutes); }

// The wall clock of the device's zone, quick for neighbouring instants.
class WallClock {
 public:
  explicit WallClock(const TimeZone& zone) : zone_(zone) {}

  LocalDateTime operator()(Instant instant) {
    const auto second = floor<seconds>(instant);
    if (second < begin_ || second >= end_) {
      const ZonePeriod& period = zone_.period_at(second);
      begin_ = period.begin;
      end_ = period.end;
      offset_ = period.offset;
    }
    return LocalDateTime(second.time_since_epoch() + offset_);
  }

 private:
  const TimeZone& zone_;
  sys_seconds begin_{};  // empty at first
  sys_seconds end_{};
  seconds offset_{0};
};

// Quiet hours of the device's wall clock, as the clock of `other` shows them then.
std::optional<LocalTimeRange> quiet_seen_from(const std::optional<LocalTimeRange>& quiet, const TimeZone& device,
                                              const TimeZone& other, sys_seconds then) {
  if (!quiet || &device == &other) return quiet;
  const auto shift = floor<minutes>(other.period_at(then).offset - device.period_at(then).offset);
  const auto moved = [&](LocalTime time) { return LocalTime{minutes(wrapped(time.since_midnight + shift))}; };
  return LocalTimeRange{moved(quiet->start), moved(quiet->end)};
}

struct Candidate {
  Instant slot;  // when its schedule has it
  Instant at;    // the same, or what it was put off to
  LocalDate date;
  int ordinal = 0;
  std::size_t rule = 0;
  Fate fate = Fate::notified;
  bool snoozed = false;
};

LocalDate monday_of(LocalDate date) { return date - days(std::chrono::weekday(date).iso_encoding() - 1); }

bool is_before(const OccurrenceState& one, const OccurrenceState& other) {
  if (one.date != other.date) return one.date < other.date;
  if (one.ordinal != other.ordinal) return one.ordinal < other.ordinal;
  return one.what < other.what;  // done, then skipped, then snoozed: the first of an occurrence counts
}

// One run of the planner.
class Planning {
 public:
  explicit Planning(const PlannerInput& input)
      : input_(input),
        end_(input.now + days(input.days)),
        clock_(*input.zone),
        first_monday_(monday_of(date_of(clock_(input.now)))) {
    // The order of the rules given must not matter.
    order_.resize(input.rules.size());
    std::iota(order_.begin(), order_.end(), std::size_t{0});
    std::sort(order_.begin(), order_.end(), [&](std::size_t a, std::size_t b) {
      const PlannedRule& one = input.rules[a];
      const PlannedRule& other = input.rules[b];
      return std::tie(one.source, one.first_ordinal) < std::tie(other.source, other.first_ordinal);
    });
  }

  NotificationPlan run() {
    for (std::size_t place = 0; place < order_.size(); ++place) collect(place);
    std::sort(candidates_.begin(), candidates_.end(), [](const Candidate& a, const Candidate& b) {
      return std::tie(a.slot, a.rule, a.date, a.ordinal) < std::tie(b.slot, b.rule, b.date, b.ordinal);
    });
    spend_budgets();
    std::erase_if(candidates_, [&](const Candidate& one) { return one.at < input_.now || one.at >= end_; });
    std::stable_sort(candidates_.begin(), candidates_.end(),
                     [](const Candidate& a, const Candidate& b) { return a.at < b.at; });
    choose();
    record();
    return std::move(plan_);
  }

 private:
  const PlannedRule& rule_at(std::size_t place) const { return input_.rules[order_[place]]; }

  // Every occurrence since the week began, since what has come already has used up some of its budget.
  void collect(std::size_t place) {
    const PlannedRule& rule = rule_at(place);
    std::vector<OccurrenceState> states = rule.states;
    std::sort(states.begin(), states.end(), is_before);
    LocalDate from = first_monday_ - kReach;
    LocalDate to = date_of(clock_(end_)) + std::chrono::ceil<days>(rule.ahead) + kReach;
    for (const OccurrenceState& state : states) {
      const bool comes =
          state.what == OccurrenceState::What::snoozed && state.until >= input_.now && state.until < end_;
      if (!comes) continue;
      from = std::min(from, state.date);
      to = std::max(to, state.date + days(1));
    }
    OccurrenceTimes times(rule, input_.quiet, *input_.zone);
    const TimeZone& zone = rule.zone != nullptr ? *rule.zone : *input_.zone;
    LocalDate date{};
    int ordinal = -1;
    for_each_occurrence(rule.schedule, zone, LocalDateTime(from), LocalDateTime(to), [&](const Occurrence& occurrence) {
      ordinal = date_of(occurrence.nominal) == date && ordinal >= 0 ? ordinal + 1 : rule.first_ordinal;
      date = date_of(occurrence.nominal);
      Candidate candidate{.slot = times.at(occurrence), .date = date, .ordinal = ordinal, .rule = place};
      candidate.at = candidate.slot;
      mark(candidate, states);
      if (candidate.slot < end_ || candidate.snoozed) candidates_.push_back(candidate);
      return true;
    });
  }

  static void mark(Candidate& candidate, const std::vector<OccurrenceState>& states) {
    const OccurrenceState wanted{candidate.date, candidate.ordinal, OccurrenceState::What::done, {}};
    const auto found = std::lower_bound(states.begin(), states.end(), wanted, is_before);
    if (found == states.end() || found->date != candidate.date || found->ordinal != candidate.ordinal) return;
    switch (found->what) {
      case OccurrenceState::What::done: candidate.fate = Fate::done; break;
      case OccurrenceState::What::skipped: candidate.fate = Fate::skipped; break;
      case OccurrenceState::What::snoozed:
        candidate.snoozed = true;
        candidate.at = found->until;
        break;
    }
  }

  // When the quiet hours that `instant` lies in end.
  Instant quiet_end(Instant instant) {
    const LocalDateTime local = clock_(instant);
    const LocalDate date = date_of(local);
    LocalDateTime end = at(date, input_.quiet->end);
    if (end <= local) end += days(1);
    return to_instant(end, *input_.zone);
  }

  // Of every three dates one, which one is in the id: equal on every device, and no later `now` changes it.
  bool is_thinned(const Candidate& candidate) const {
    const PlannedRule& rule = rule_at(candidate.rule);
    if (rule.ignored < kIgnoredTooOften || candidate.snoozed) return false;
    constexpr int kOneIn = 3;
    const auto day = candidate.date.time_since_epoch().count() + rule.source.id.back() % kOneIn;
    return (day % kOneIn + kOneIn) % kOneIn != 0;
  }

  bool is_quiet(Instant instant) { return input_.quiet && input_.quiet->contains(time_of(clock_(instant))); }

  // REQUIRES: candidates ascending by slot. Each takes its place in its week, also where it was done, skipped or put
  // off: so no mark and no later `now` changes what comes of the others, and what was told already isn't forgotten.
  void spend_budgets() {
    struct Spent {
      LocalDate monday{};
      int count = 0;
    };
    std::array<Spent, EnumNames<ReminderKind>::kNames.size()> spent{};
    for (Candidate& candidate : candidates_) {
      const bool quiet_now = is_quiet(candidate.at);
      const bool quiet_slot = candidate.snoozed ? is_quiet(candidate.slot) : quiet_now;
      const bool open = candidate.fate == Fate::notified;
      if (open && is_thinned(candidate)) {
        candidate.fate = Fate::thinned;
        continue;
      }
      if (open && quiet_now && input_.after_quiet == AfterQuiet::digest) {
        candidate.at = quiet_end(candidate.at);
        continue;
      }
      if (open && quiet_now) candidate.fate = Fate::quiet;
      const LocalDate monday = monday_of(date_of(clock_(candidate.slot)));
      if (quiet_slot || monday < first_monday_) continue;
      const ReminderKind kind = rule_at(candidate.rule).kind;
      Spent& week = spent[static_cast<std::size_t>(kind)];
      if (week.monday != monday) week = {monday, 0};
      if (week.count < budget(kind)) {
        ++week.count;
      } else if (open && !candidate.snoozed) {
        candidate.fate = Fate::over_budget;
      }
    }
  }

  int budget(ReminderKind kind) const {
    const auto found = input_.weekly_budget.find(kind);
    return found != input_.weekly_budget.end() ? found->second : default_weekly_budget(kind);
  }

  // REQUIRES: candidates ascending by `at`.
  void choose() {
    const std::size_t limit = std::min(input_.limit, kMostWanted);
    std::optional<Instant> head;  // of those that come together
    bool beyond = false;
    for (Candidate& candidate : candidates_) {
      if (candidate.fate != Fate::notified) continue;
      const bool alone = !head || candidate.at - *head > kMergeWithin;
      if (alone) {
        head = candidate.at;
        beyond = plan_.wanted.size() >= limit;
      }
      if (beyond) {
        candidate.fate = Fate::beyond_limit;
      } else if (alone) {
        plan_.wanted.push_back(notification_of(candidate));
      } else {
        candidate.fate = Fate::merged;
        plan_.wanted.back().merged.push_back(notification_of(candidate));
      }
    }
  }

  Notification notification_of(const Candidate& candidate) const {
    const PlannedRule& rule = rule_at(candidate.rule);
    return {.at = candidate.at,
            .source = rule.source,
            .date = candidate.date,
            .ordinal = candidate.ordinal,
            .title = rule.title,
            .kind = rule.kind,
            .snoozed = candidate.snoozed,
            .ignored = rule.ignored,
            .merged = {}};
  }

  void record() {
    plan_.record.reserve(candidates_.size());
    for (const Candidate& candidate : candidates_) {
      plan_.record.push_back(
          {rule_at(candidate.rule).source, candidate.date, candidate.ordinal, candidate.at, candidate.fate});
    }
  }

  const PlannerInput& input_;
  Instant end_;
  WallClock clock_;
  LocalDate first_monday_;
  std::vector<std::size_t> order_;
  std::vector<Candidate> candidates_;
  NotificationPlan plan_;
};

}  // namespace

int default_weekly_budget(ReminderKind kind) noexcept {
  switch (kind) {
    case ReminderKind::affection: return 28;
    case ReminderKind::ritual: return 42;
    case ReminderKind::talk:
    case ReminderKind::date: return 14;
    case ReminderKind::other: break;
  }
  return 70;
}

LocalDateTime jittered(const Uuid& id, LocalDate date, const LocalTimeRange& window,
                       const std::optional<LocalTimeRange>& quiet) {
  const Bytes key = occurrence_key(date);
  std::array<std::uint8_t, 16 + 6> message{};
  std::copy(key.begin(), key.end(), std::copy(id.begin(), id.end(), message.begin()));
  const auto hash = digest(message);
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < 8; ++i) number = (number << 8U) | hash[i];
  const auto pick = [number](int choices) { return static_cast<int>(number % static_cast<unsigned>(choices)); };

  const int length = static_cast<int>(length_of(window).count());
  int offset = pick(length);
  if (quiet) {
    // The loud hours are an arc of the clock; seen from the window's start they meet it in at most two stretches:
    // [0, early) and [late, late_end).
    const int loud = kDayMinutes - static_cast<int>(length_of(*quiet).count());
    const int late = wrapped(quiet->end.since_midnight - window.start.since_midnight);
    const int late_end = std::max(late, std::min(late + loud, length));
    const int early = std::clamp(late + loud - kDayMinutes, 0, length);
    const int free = early + (late_end - late);
    if (free > 0) {
      offset = pick(free);
      if (offset >= early) offset += late - early;
    }
  }
  return at(date, window.start) + minutes(offset);
}

OccurrenceTimes::OccurrenceTimes(const PlannedRule& rule, const std::optional<LocalTimeRange>& quiet,
                                 const TimeZone& device)
    : rule_(rule), quiet_(quiet), device_(device), zone_(rule.zone != nullptr ? *rule.zone : device), cursor_(zone_) {}

Instant OccurrenceTimes::at(const Occurrence& occurrence) {
  sys_seconds instant = occurrence.utc;
  if (rule_.window) {
    const auto quiet = quiet_seen_from(quiet_, device_, zone_, instant);
    instant = cursor_.to_instant(jittered(rule_.source.id, date_of(occurrence.nominal), *rule_.window, quiet));
  } else if (rule_.schedule.kind == ScheduleKind::date) {
    instant = cursor_.to_instant(floor<days>(occurrence.nominal) + kWholeDayAt);
  }
  return instant - rule_.ahead;
}

NotificationChanges reconcile(const std::vector<Notification>& wanted, std::vector<HeldNotification> held) {
  NotificationChanges changes;
  std::sort(held.begin(), held.end());
  std::vector<bool> kept(held.size());
  for (const Notification& one : wanted) {
    const HeldNotification same{one.source, one.date, one.ordinal, one.at};
    const auto found = std::lower_bound(held.begin(), held.end(), same);
    if (found != held.end() && *found == same) {
      kept[static_cast<std::size_t>(found - held.begin())] = true;
    } else {
      changes.schedule.push_back(one);
    }
  }
  for (std::size_t i = 0; i < held.size(); ++i) {
    if (!kept[i]) changes.cancel.push_back(held[i]);
  }
  std::stable_sort(changes.cancel.begin(), changes.cancel.end(),
                   [](const HeldNotification& a, const HeldNotification& b) { return a.at < b.at; });
  return changes;
}

NotificationPlan plan_notifications(const PlannerInput& input) {
  if (input.zone == nullptr || input.days <= 0) return {};
  return Planning(input).run();
}

}  // namespace kindling
