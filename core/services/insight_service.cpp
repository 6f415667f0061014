#include "core/services/insight_service.hpp"

#include <algorithm>
#include <map>

#include "core/codec/bounded_archive.hpp"
#include "core/domain/check_in.hpp"
#include "core/domain/field_codec.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/services/drift_days.hpp"
#include "core/services/safety_service.hpp"
#include "core/services/settings_service.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

constexpr int kMostWeeks = 520;
constexpr days kHistory{27 * 7};  // what the drift looks at, and the running week

// Notes of this device: when.
constexpr std::string_view kDismissed = "drift_dismissed";
constexpr std::string_view kTold = "drift_told";
constexpr days kSeason{90};
constexpr days kTelling{7};  // how long a notice stays

// The fields of CheckIn that a point needs lie side by side.
constexpr FieldNumber kZone = 2;
constexpr FieldNumber kValence = 3;
constexpr FieldNumber kEnergy = 4;

// How moods by day are kept: sums and numbers, oldest first, of `from` and later.
struct MoodDay {
  std::int32_t date = 0;  // days since 1970
  std::int32_t valence = 0;
  std::int32_t energy = 0;
  std::int32_t check_ins = 0;

  template <class Archive>
  void serialize(Archive& archive) {
    archive(date, valence, energy, check_ins);
  }
};
struct MoodsByDay {
  std::int32_t day_start = 0;  // minutes
  std::vector<MoodDay> days;
  std::int32_t from = 0;  // days since 1970

  template <class Archive>
  void serialize(Archive& archive) {
    archive(day_start, days, from);
  }
};

// Finds zones by name; neighbouring check-ins are mostly of the same.
class ZoneFinder {
 public:
  explicit ZoneFinder(const Context& context) : context_(context) {}

  const TimeZone& operator()(const std::string& name) {
    if (name.empty()) return context_.zone;
    if (name != name_) {
      name_ = name;
      zone_ = context_.zones.find(name);
    }
    return zone_ == nullptr ? context_.zone : *zone_;
  }

 private:
  const Context& context_;
  std::string name_;
  const TimeZone* zone_ = nullptr;
};

std::int32_t number_of(LocalDate date) { return static_cast<std::int32_t>(date.time_since_epoch().count()); }

std::string number_word(int number) {
  constexpr const char* kWords[] = {"zero", "one",   "two",   "three", "four", "five",
                                    "six",  "seven", "eight", "nine",  "ten",  "eleven"};
  return number >= 0 && number < 12 ? kWords[number] : std::to_string(number);
}

std::string_view words_of(Signal signal) {
  switch (signal) {
    case Signal::mood: return "a lower mood";
    case Signal::check_ins: return "fewer check-ins";
    case Signal::rituals: return "rituals kept less often";
    case Signal::touch: return "fewer small touches";
    case Signal::together: break;
  }
  return "less time together";
}

std::string words_of(const DriftNotice& notice) {
  const std::string weeks = "The last " + number_word(notice.weeks) + " weeks ";
  if (notice.signals == std::vector{Signal::mood})
    return weeks + "look a little lower than is usual for you. It may mean nothing at all.";
  std::string text = weeks + "look a little different from what is usual for you: ";
  for (std::size_t i = 0; i < notice.signals.size(); ++i) {
    if (i > 0) text += i + 1 == notice.signals.size() ? " and " : ", ";
    text += words_of(notice.signals[i]);
  }
  return text + ". It may mean nothing at all.";
}

}  // namespace

Result<std::vector<MoodMoment>> InsightService::moments(LocalDate from, LocalTime day_start) {
  // Wherever it was, a check-in of that date or later isn't earlier than this.
  const Instant earliest(floor<days>(from - days(1)).time_since_epoch());
  ZoneFinder zone_of(context_);
  std::vector<MoodMoment> found;
  Uuid current{};
  std::string zone;
  context_.self.tables().for_each_value(
      EntityKind::check_in, {earliest.time_since_epoch().count(), SortRange{}.to}, kZone, kEnergy,
      [&](const Uuid& id, std::int64_t sort, FieldNumber field, const FieldValue& value) {
        if (found.empty() || id != current) {
          current = id;
          zone.clear();
          found.push_back({.date = LocalDate()});
        }
        MoodMoment& moment = found.back();
        if (field == kZone) from_field(value, zone);
        if (field == kValence) from_field(value, moment.valence);
        if (field == kEnergy) from_field(value, moment.energy);
        if (field == kEnergy || field == kValence) {
          const LocalDateTime local = to_local(floor<seconds>(Instant(std::chrono::milliseconds(sort))), zone_of(zone));
          moment.date = date_of(local - day_start.since_midnight);
          moment.hour = static_cast<int>(floor<std::chrono::hours>(time_of(local).since_midnight).count());
        }
      });
  if (auto status = context_.self.take_status(); !status) return status.error();
  std::erase_if(found, [&](const MoodMoment& moment) { return moment.date < from; });
  return found;
}

Result<std::vector<MoodPointInTime>> InsightService::points(LocalDate from, LocalTime day_start) {
  const auto read = moments(from, day_start);
  if (!read) return read.error();
  std::vector<MoodPointInTime> found;
  found.reserve(read->size());
  for (const MoodMoment& moment : *read) found.push_back({moment.date, moment.valence, moment.energy});
  return found;
}

std::optional<std::vector<MoodPointInTime>> InsightService::moods_by_day(LocalTime day_start) {
  const auto bytes = context_.self.tables().derived(EntityKind::check_in);
  if (!bytes) return std::nullopt;
  auto kept = codec::decode<MoodsByDay>(*bytes);
  if (!kept || kept->day_start != day_start.since_midnight.count()) return std::nullopt;
  // Kept while the clock ran ahead: the days before are missing there.
  if (kept->from > number_of(context_.today(day_start) - kHistory)) return std::nullopt;
  std::vector<MoodPointInTime> found;
  for (const MoodDay& day : kept->days) {
    found.push_back({LocalDate(days(day.date)), day.valence, day.energy, day.check_ins});
  }
  return found;
}

Result<void> InsightService::keep_up() {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  if (auto kept = keep_moods_up(settings->day_start); !kept) return kept;
  return DriftDays(context_).keep_up(context_.today(settings->day_start));
}

Result<void> InsightService::keep_moods_up(LocalTime day_start) {
  if (moods_by_day(day_start)) return {};
  const LocalDate from = context_.today(day_start) - kHistory;
  const auto seen = points(from, day_start);
  if (!seen) return seen.error();
  if (seen->empty()) return {};
  // Read again: nobody else writes from here on.
  Transaction transaction(context_.self.database());
  const auto read = points(from, day_start);
  if (!read) return read.error();
  keep(*read, from, day_start);
  return transaction.commit();
}

Result<void> InsightService::drift_was_told() {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const LocalDate today = context_.today(settings->day_start);
  const auto told = date_of_note(kTold);
  if (told && today >= *told && today - *told < kTelling) return {};
  Transaction transaction(context_.self.database());
  context_.self.set_note(kTold, to_string(today));
  return transaction.commit();
}

std::optional<LocalDate> InsightService::date_of_note(std::string_view name) {
  const auto date = parse_date(context_.self.note(name).value_or(std::string()));
  return date ? std::optional(*date) : std::nullopt;
}

void InsightService::keep(const std::vector<MoodPointInTime>& all, LocalDate from, LocalTime day_start) {
  std::map<LocalDate, MoodDay> by_date;
  for (const MoodPointInTime& point : all) {
    if (point.date < from) continue;
    MoodDay& day = by_date[point.date];
    day.date = number_of(point.date);
    day.valence += point.valence;
    day.energy += point.energy;
    day.check_ins += point.check_ins;
  }
  MoodsByDay kept;
  kept.day_start = static_cast<std::int32_t>(day_start.since_midnight.count());
  kept.from = number_of(from);
  for (const auto& [key, day] : by_date) kept.days.push_back(day);
  context_.self.tables().set_derived(EntityKind::check_in, codec::encode(kept));
}

Result<void> InsightService::keep_moods_by_day(const std::optional<std::vector<MoodPointInTime>>& before,
                                               const CheckIn& added, LocalTime day_start) {
  const LocalDate date =
      date_of(to_local(floor<seconds>(added.at), ZoneFinder(context_)(added.zone)) - day_start.since_midnight);
  const LocalDate from = context_.today(day_start) - kHistory;
  std::vector<MoodPointInTime> all;
  if (before) {
    all = *before;
    all.push_back({date, added.valence, added.energy, 1});
  } else {
    auto read = points(from, day_start);
    if (!read) return read.error();
    all = std::move(*read);
  }
  keep(all, from, day_start);
  return {};
}

Result<std::vector<WeekTrend>> InsightService::trend(int weeks) {
  if (weeks < 1 || weeks > kMostWeeks) return invalid("a trend covers 1 to 520 weeks");
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const LocalDate today = context_.today(settings->day_start);
  auto found = points(today - std::chrono::weeks(weeks) - kHistory, settings->day_start);
  if (!found) return found.error();
  return weekly_trend(*found, today, weeks);
}

Result<Rhythm> InsightService::rhythm(int weeks) {
  if (weeks < 1 || weeks > kMostWeeks) return invalid("a rhythm covers 1 to 520 weeks");
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const LocalDate today = context_.today(settings->day_start);
  auto found = moments(today - std::chrono::weeks(weeks) + days(1), settings->day_start);
  if (!found) return found.error();
  // A check-in of a clock that ran ahead is of no weekday yet.
  std::erase_if(*found, [&](const MoodMoment& moment) { return moment.date > today; });
  return rhythm_of(*found);
}

Result<void> InsightService::dismiss_drift() {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  Transaction transaction(context_.self.database());
  context_.self.set_note(kDismissed, to_string(context_.today(settings->day_start)));
  return transaction.commit();
}

Result<DriftReport> InsightService::drift_report() {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const LocalDate today = context_.today(settings->day_start);
  auto found = moods_by_day(settings->day_start);
  if (!found) {
    auto read = points(today - kHistory, settings->day_start);
    if (!read) return read.error();
    found = std::move(*read);
  }
  const auto all = DriftDays(context_).read(*found, today);
  if (!all) return all.error();
  return find_drift(*all, today);
}

Result<std::optional<DriftView>> InsightService::drift() {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const LocalDate today = context_.today(settings->day_start);
  const auto dismissed = date_of_note(kDismissed);
  // Where one is afraid of the other, a drop is no matter for the two of them.
  if ((dismissed && today - *dismissed < kSeason) || SafetyService(context_).only_for_me())
    return std::optional<DriftView>();
  const auto report = drift_report();
  if (!report) return report.error();
  const auto& notice = report->notice;
  if (!notice) return std::optional<DriftView>();
  const auto told = date_of_note(kTold);
  const bool is_being_told = !told || today - *told < kTelling;
  if (!is_being_told && !may_be_told(*notice, today, *told)) return std::optional<DriftView>();
  return std::optional<DriftView>(DriftView{*notice, words_of(*notice)});
}

}  // namespace kindling
