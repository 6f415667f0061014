#include "core/services/drift_days.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>
#include <utility>

#include "core/codec/bounded_archive.hpp"
#include "core/domain/field_codec.hpp"
#include "core/domain/idea.hpp"
#include "core/domain/plan.hpp"
#include "core/domain/reminder.hpp"
#include "core/domain/ritual.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;
using std::chrono::seconds;
using std::chrono::weeks;

// The fields of Plan that a day needs lie side by side: start, zone, minutes, state.
constexpr FieldNumber kStart = 3;
constexpr FieldNumber kMinutes = 5;
constexpr FieldNumber kState = 6;

// How a space's days are kept: those without anything are left out.
struct KeptDay {
  std::int32_t date = 0;  // days since 1970
  std::int32_t due = 0;
  std::int32_t kept = 0;
  std::int32_t touches = 0;
  std::int32_t minutes = 0;
  std::int32_t resting = 0;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(date, due, kept, touches, minutes, resting);
  }
};
struct KeptDays {
  std::int32_t until = 0;  // the Monday after the last day that it covers
  std::vector<KeptDay> days;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(until, days);
  }
};

std::int32_t number_of(LocalDate date) { return static_cast<std::int32_t>(date.time_since_epoch().count()); }

// Reads one space. Rituals and plans are in the couple's, marks in the owner's, reminders in both.
class SpaceReader {
 public:
  SpaceReader(const Context& context, Space& space, LocalDate today)
      : context_(context), tables_(space.tables()), to_(monday_of(today)), from_(to_ - weeks(kDriftWeeks)) {}

  KeptDays read() {
    read_rituals();
    read_reminders();
    read_marks();
    read_plans();
    KeptDays kept{.until = number_of(to_), .days = {}};
    for (auto& [date, day] : by_date_) {
      day.date = number_of(date);
      kept.days.push_back(day);
    }
    return kept;
  }

 private:
  // nullptr outside of what is looked at.
  KeptDay* day(LocalDate date) { return date >= from_ && date < to_ ? &by_date_[date] : nullptr; }
  [[nodiscard]] std::vector<Element> marks_of(const Uuid& id, FieldNumber field) {
    return tables_.elements(id, field, occurrence_key(from_), occurrence_key(to_));
  }

  void read_rituals() {
    const auto rituals = load_all<Ritual>(tables_);
    std::map<LocalDate, int> resting;
    std::map<LocalDate, int> living;
    for (const Ritual& ritual : rituals) {
      const auto rests = rests_of(ritual);
      const auto rests_on = [&](LocalDate date) {
        return std::any_of(rests.begin(), rests.end(),
                           [&](const Rest& rest) { return rest.from <= date && date <= rest.to; });
      };
      for (LocalDate date = std::max(from_, date_of(ritual.schedule.start)); date < to_; date += days(1)) {
        ++living[date];
        if (!rests.empty() && rests_on(date)) ++resting[date];
      }
      count(ritual, rests_on);
    }
    // Where all of them rest, their owner rests.
    for (const auto& [date, count] : resting) {
      if (count == living[date]) day(date)->resting = 1;
    }
  }

  std::vector<Rest> rests_of(const Ritual& ritual) {
    std::vector<Rest> rests;
    for (const Element& element : tables_.elements(ritual.id.bytes, Ritual::kRests)) {
      Rest& rest = rests.emplace_back(Rest{date_of_key(element.key), {}});
      from_field(element.value, rest.to);
    }
    return rests;
  }

  // As its strength counts (RitualService): each that came up and didn't rest, or was kept all the same.
  template <class RestsOn>
  void count(const Ritual& ritual, const RestsOn& rests_on) {
    const auto done = marks_of(ritual.id.bytes, Ritual::kDone);
    auto mark = done.begin();
    LocalDate date{};
    int ordinal = -1;
    for_each_occurrence(ritual.schedule, context_.zone, LocalDateTime(from_), LocalDateTime(to_),
                        [&](const Occurrence& occurrence) {
                          ordinal = ordinal >= 0 && date_of(occurrence.nominal) == date ? ordinal + 1 : 0;
                          date = date_of(occurrence.nominal);
                          const Bytes key = occurrence_key(date, ordinal);
                          while (mark != done.end() && mark->key < key) ++mark;
                          const bool is_kept = mark != done.end() && mark->key == key;
                          KeptDay* found = is_kept || !rests_on(date) ? day(date) : nullptr;
                          if (found != nullptr) {
                            ++found->due;
                            found->kept += is_kept ? 1 : 0;
                          }
                          return true;
                        });
  }

  void read_reminders() {
    for (const Reminder& reminder : load_all<Reminder>(tables_)) {
      // One that rests now takes its past along: else it would look like a drop.
      if (reminder.kind != ReminderKind::affection || reminder.paused) continue;
      for (const Element& element : marks_of(reminder.id.bytes, Reminder::kDone)) {
        if (KeptDay* found = day(date_of_key(element.key))) ++found->touches;
      }
    }
  }

  // Gestures taken up and steps of the ladder, on the day on which their owner said yes to them.
  void read_marks() {
    for (const Uuid& id : tables_.ids(EntityKind::mark)) {
      const auto verdict = tables_.cell(id, Mark::kVerdict);
      if (!verdict || verdict->value != to_field(Verdict::yes)) continue;
      const auto at = floor<seconds>(Instant(milliseconds(verdict->version.stamp.ms)));
      const LocalDate date = date_of(to_local(at, context_.zone));
      if (date < from_ || date >= to_) continue;
      const auto item = tables_.cell(id, Mark::kItem);
      std::string name;
      if (item) from_field(item->value, name);
      if (name.starts_with("gesture.") || name.starts_with("rung.")) ++day(date)->touches;
    }
  }

  void read_plans() {
    // Wherever it was, a plan of those dates doesn't lie farther away than a day.
    const auto milliseconds_of = [](LocalDate date) {
      return Instant(date.time_since_epoch()).time_since_epoch().count();
    };
    const SortRange range{milliseconds_of(from_ - days(1)), milliseconds_of(to_ + days(1))};
    std::map<Uuid, Plan> plans;
    tables_.for_each_value(EntityKind::plan, range, kStart, kState,
                           [&](const Uuid& id, std::int64_t, FieldNumber field, const FieldValue& value) {
                             Plan& plan = plans[id];
                             if (field == kStart) from_field(value, plan.start);
                             if (field == kMinutes) from_field(value, plan.length);
                             if (field == kState) from_field(value, plan.state);
                           });
    for (const auto& [id, plan] : plans) {
      if (plan.state != PlanState::done) continue;
      if (KeptDay* found = day(date_of(plan.start))) found->minutes += static_cast<std::int32_t>(plan.length.count());
    }
  }

  const Context& context_;
  Tables& tables_;
  LocalDate to_;
  LocalDate from_;
  std::map<LocalDate, KeptDay> by_date_;
};

std::optional<KeptDays> kept_of(Space& space, LocalDate today) {
  const auto bytes = space.tables().derived(EntityKind::ritual);
  if (!bytes) return std::nullopt;
  auto kept = codec::decode<KeptDays>(*bytes);
  if (!kept || kept->until != number_of(monday_of(today))) return std::nullopt;
  return std::move(*kept);
}

}  // namespace

Result<std::vector<DriftDay>> DriftDays::read(const std::vector<MoodPointInTime>& moods, LocalDate today) {
  const LocalDate to = monday_of(today);
  const LocalDate from = to - weeks(kDriftWeeks);
  std::map<LocalDate, DriftDay> by_date;
  for (const MoodPointInTime& mood : moods) {
    if (mood.date < from || mood.date >= to) continue;
    DriftDay& day = by_date[mood.date];
    day.check_ins += mood.check_ins;
    day.valence += mood.valence;
  }
  for (Space* space : {&context_.self, &context_.couple}) {
    auto kept = kept_of(*space, today);
    if (!kept) kept = SpaceReader(context_, *space, today).read();
    if (auto status = space->take_status(); !status) return status.error();
    for (const KeptDay& one : kept->days) {
      DriftDay& day = by_date[LocalDate(days(one.date))];
      day.rituals_due += one.due;
      day.rituals_kept += one.kept;
      day.touches += one.touches;
      day.minutes += one.minutes;
      day.resting = day.resting || one.resting != 0;
    }
  }
  std::vector<DriftDay> found;
  for (auto& [date, day] : by_date) {
    day.date = date;
    found.push_back(day);
  }
  return found;
}

Result<void> DriftDays::keep_up(LocalDate today) {
  if (auto kept = keep_up(context_.self, today); !kept) return kept;
  return keep_up(context_.couple, today);
}

Result<void> DriftDays::keep_up(Space& space, LocalDate today) {
  if (kept_of(space, today)) return {};
  // A new home has nothing to keep.
  Tables& tables = space.tables();
  const bool is_new =
      tables.count(EntityKind::reminder) + tables.count(EntityKind::ritual) == 0 && tables.count(EntityKind::plan) == 0;
  if (is_new) return space.take_status();
  Transaction transaction(space.database());
  const KeptDays kept = SpaceReader(context_, space, today).read();
  if (auto status = space.take_status(); !status) return status;
  space.tables().set_derived(EntityKind::ritual, codec::encode(kept));
  return transaction.commit();
}

}  // namespace kindling
