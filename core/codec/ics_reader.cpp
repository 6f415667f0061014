#include "core/codec/ics_reader.hpp"

#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "core/codec/content_line.hpp"
#include "core/codec/ics_event.hpp"
#include "core/codec/ics_zones.hpp"

namespace kindling {
namespace {

constexpr std::size_t kLongestName = 64;

std::string upper_case(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  }
  return out;
}

class Reader {
 public:
  Reader(std::string_view text, const TimeZones& zones) : lines_(text), zones_(text, zones) {}

  Result<CalendarFile> run() {
    ContentLine line;
    while (lines_.next(line)) {
      if (line.is("BEGIN")) {
        if (Result<void> done = begin(line.value); !done) return std::move(done).error();
      } else if (line.is("END")) {
        end(line.value);
      } else if (!open_.empty()) {
        if (open_.back().component == Component::event) draft_->property(line);
        if (open_.back().component == Component::alarm) draft_->alarm_property(line);
      }
    }
    if (!calendar_seen_) return invalid("this is no calendar file: it would begin with BEGIN:VCALENDAR");
    for (const Open& open : open_) {
      if (open.component == Component::event) ++file_.skipped;  // the text was cut off
    }
    name_overrides_by_their_series();
    return std::move(file_);
  }

 private:
  enum class Component { calendar, event, alarm, other };
  struct Open {
    Component component;
    std::string name;  // in upper case
  };

  // A component counts only where RFC 5545 puts it.
  [[nodiscard]] Component component_from(std::string_view name) const noexcept {
    const Component parent = open_.empty() ? Component::other : open_.back().component;
    if (equals_upper(name, "VCALENDAR")) return Component::calendar;
    if (equals_upper(name, "VEVENT") && parent == Component::calendar) return Component::event;
    if (equals_upper(name, "VALARM") && parent == Component::event) return Component::alarm;
    return Component::other;
  }

  Result<void> begin(std::string_view name) {
    if (open_.size() >= kIcsNestingLimit) {
      return invalid("the calendar nests its components deeper than " + std::to_string(kIcsNestingLimit) + " levels");
    }
    const Component component = component_from(name);
    if (component == Component::event) {
      if (file_.events.size() + file_.skipped >= kIcsEventLimit) {
        return invalid("the calendar has more than " + std::to_string(kIcsEventLimit) +
                       " events; export a shorter time");
      }
      draft_.emplace(zones_);
    }
    if (component == Component::alarm) draft_->begin_alarm();
    calendar_seen_ = calendar_seen_ || component == Component::calendar;
    open_.push_back({component, upper_case(name.substr(0, kLongestName))});
    return {};
  }

  // Closes the innermost component of that name and what was left open within; an END without BEGIN is passed over.
  void end(std::string_view name) {
    std::size_t depth = open_.size();
    while (depth > 0 && !equals_upper(name, open_[depth - 1].name)) --depth;
    if (depth == 0) return;
    while (open_.size() >= depth) {
      const bool asked_for = open_.size() == depth;
      if (open_.back().component == Component::alarm && asked_for) draft_->end_alarm();
      if (open_.back().component == Component::event) finish_event(asked_for);
      open_.pop_back();
    }
  }

  void finish_event(bool complete) {
    std::optional<CalendarEvent> event = complete ? draft_->build() : std::nullopt;
    if (!event) {
      ++file_.skipped;
      return;
    }
    if (draft_->warned()) ++file_.warnings;
    if (event->recurrence_id) overrides_.emplace_back(file_.events.size(), *draft_->recurrence_id());
    file_.events.push_back(*std::move(event));
  }

  // An occurrence can be moved to another zone or to whole days; its series' wall time is what names it.
  void name_overrides_by_their_series() {
    if (overrides_.empty()) return;
    std::unordered_map<std::string_view, std::size_t> series;
    for (std::size_t i = 0; i < file_.events.size(); ++i) {
      if (!file_.events[i].recurrence_id) series.emplace(file_.events[i].uid, i);
    }
    for (const auto& [index, time] : overrides_) {
      const auto found = series.find(file_.events[index].uid);
      if (found == series.end()) continue;
      const Schedule& schedule = file_.events[found->second].schedule;
      const TimeZone* zone = schedule.zone.empty() ? nullptr : zones_.find(schedule.zone).zone;
      file_.events[index].recurrence_id = nominal_in(schedule, zone, time);
    }
  }

  ContentLines lines_;
  IcsZones zones_;
  std::optional<IcsEventDraft> draft_;  // holds one while an event is open
  CalendarFile file_;
  std::vector<Open> open_;
  std::vector<std::pair<std::size_t, ZonedIcsTime>> overrides_;
  bool calendar_seen_ = false;
};

}  // namespace

Result<CalendarFile> read_ics(std::string_view text, const TimeZones& zones) {
  if (text.size() > kIcsByteLimit) return invalid("the calendar is larger than 64 MiB; export a shorter time");
  return Reader(text, zones).run();
}

}  // namespace kindling
