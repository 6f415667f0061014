#include "core/services/insight_service.hpp"

#include <algorithm>

#include "core/domain/check_in.hpp"
#include "core/domain/field_codec.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/services/settings_service.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::seconds;

constexpr int kMostWeeks = 520;
constexpr days kHistory{26 * 7};  // what baseline.cpp looks at

// The fields of CheckIn that a point needs lie side by side.
constexpr FieldNumber kZone = 2;
constexpr FieldNumber kValence = 3;
constexpr FieldNumber kEnergy = 4;

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

std::string number_word(int number) {
  constexpr const char* kWords[] = {"zero", "one",   "two",   "three", "four", "five",
                                    "six",  "seven", "eight", "nine",  "ten",  "eleven"};
  return number >= 0 && number < 12 ? kWords[number] : std::to_string(number);
}

std::string words_of(const DriftNotice& notice) {
  return "The last " + number_word(notice.weeks) +
         " weeks look a little lower than is usual for you. It may mean nothing at all.";
}

std::vector<std::string> small_steps() {
  return {"Tell your partner one thing that you liked today.", "Take ten minutes together without phones.",
          "If it stays with you, say how you feel, and ask for a time to talk."};
}

}  // namespace

Result<std::vector<MoodPointInTime>> InsightService::points(LocalDate from) {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  // Wherever it was, a check-in of that date or later isn't earlier than this.
  const Instant earliest(floor<days>(from - days(1)).time_since_epoch());
  ZoneFinder zone_of(context_);
  std::vector<MoodPointInTime> found;
  Uuid current{};
  std::string zone;
  context_.self.tables().for_each_value(
      EntityKind::check_in, {earliest.time_since_epoch().count(), SortRange{}.to}, kZone, kEnergy,
      [&](const Uuid& id, std::int64_t sort, FieldNumber field, const FieldValue& value) {
        if (found.empty() || id != current) {
          current = id;
          zone.clear();
          found.push_back({LocalDate(), 0, 0});
        }
        MoodPointInTime& point = found.back();
        if (field == kZone) from_field(value, zone);
        if (field == kValence) from_field(value, point.valence);
        if (field == kEnergy) from_field(value, point.energy);
        if (field == kEnergy || field == kValence) {
          const auto at = floor<seconds>(Instant(std::chrono::milliseconds(sort)));
          point.date = date_of(to_local(at, zone_of(zone)) - settings->day_start.since_midnight);
        }
      });
  if (auto status = context_.self.take_status(); !status) return status.error();
  std::erase_if(found, [&](const MoodPointInTime& point) { return point.date < from; });
  return found;
}

Result<std::vector<WeekTrend>> InsightService::trend(int weeks) {
  if (weeks < 1 || weeks > kMostWeeks) return invalid("a trend covers 1 to 520 weeks");
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  auto found = points(*today - std::chrono::weeks(weeks) - kHistory);
  if (!found) return found.error();
  return weekly_trend(*found, *today, weeks);
}

Result<std::optional<DriftView>> InsightService::drift() {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  auto found = points(*today - kHistory);
  if (!found) return found.error();
  const auto notice = find_drift(*found, *today);
  if (!notice) return std::optional<DriftView>();
  return std::optional<DriftView>(DriftView{*notice, words_of(*notice), small_steps()});
}

}  // namespace kindling
