#include "core/services/ritual_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/insight/strength.hpp"
#include "core/recurrence/series.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;

constexpr std::size_t kMostSteps = 20;
// What lies further back than twenty half-lives of 13 repetitions weighs less than a millionth.
constexpr std::size_t kRepetitionsThatCount = 13 * 20;

std::string default_rule(RitualKind kind) {
  if (kind == RitualKind::weekly) return "FREQ=WEEKLY";
  if (kind == RitualKind::yearly) return "FREQ=YEARLY";
  return "FREQ=DAILY";
}

template <class Words>
Result<void> check_words(const Words& command) {
  if (auto checked = check_title(command.title, "a ritual's title"); !checked) return checked;
  if (command.steps.size() > kMostSteps) return invalid("a ritual has at most 20 steps");
  for (const std::string& step : command.steps) {
    if (auto checked = check_title(step, "a step"); !checked) return checked;
  }
  if (command.length < std::chrono::minutes(1) || command.length > std::chrono::hours(24))
    return invalid("a ritual takes from 1 to 1440 minutes");
  return {};
}

std::vector<Rest> rests_of(Tables& tables, const Ritual& ritual) {
  std::vector<Rest> rests;
  for (const Element& element : tables.elements(ritual.id.bytes, Ritual::kRests)) {
    Rest& rest = rests.emplace_back(Rest{date_of_key(element.key), {}});
    from_field(element.value, rest.to);
  }
  return rests;
}

bool is_resting(const std::vector<Rest>& rests, LocalDate date) {
  return std::any_of(rests.begin(), rests.end(),
                     [&](const Rest& rest) { return rest.from <= date && date <= rest.to; });
}

std::vector<Occurrence> of_day(const Context& context, const Ritual& ritual, LocalDate day) {
  return occurrences(ritual.schedule, context.zone, LocalDateTime(day), LocalDateTime(day + days(1)), UINT16_MAX);
}

// How many days back hold the repetitions that still count.
days horizon_of(const Rule& rule) {
  const int apart = rule.frequency == Frequency::yearly    ? 366
                    : rule.frequency == Frequency::monthly ? 31
                    : rule.frequency == Frequency::weekly  ? 7
                                                           : 1;
  return days(static_cast<long>(kRepetitionsThatCount) * apart * std::min(rule.interval, 60));
}

double strength_of(const Context& context, const Ritual& ritual, const std::vector<Rest>& rests, LocalDate today) {
  if (!ritual.schedule.rule) return 0;
  const LocalDate from = std::max(date_of(ritual.schedule.start), today - horizon_of(*ritual.schedule.rule));
  const auto done = context.couple.tables().elements(ritual.id.bytes, Ritual::kDone, occurrence_key(from),
                                                     occurrence_key(today + days(1)));
  std::vector<Repetition> repetitions;
  auto mark = done.begin();
  int ordinal = -1;
  LocalDate day;
  for_each_occurrence(ritual.schedule, context.zone, LocalDateTime(from), LocalDateTime(today + days(1)),
                      [&](const Occurrence& occurrence) {
                        ordinal = ordinal >= 0 && date_of(occurrence.nominal) == day ? ordinal + 1 : 0;
                        day = date_of(occurrence.nominal);
                        const Bytes key = occurrence_key(day, ordinal);
                        while (mark != done.end() && mark->key < key) ++mark;
                        const bool is_done = mark != done.end() && mark->key == key;
                        // Today still has time, and a rest doesn't count.
                        if (is_done || (day < today && !is_resting(rests, day))) repetitions.push_back({day, is_done});
                        return true;
                      });
  if (repetitions.empty()) return 0;
  const auto span = std::max<long>((today - from).count() + 1, 1);
  const double expected = static_cast<double>(repetitions.size()) / static_cast<double>(span);
  return ritual_strength(repetitions, expected);
}

}  // namespace

Result<Changes> RitualService::add(const AddRitual& command) {
  if (auto checked = check_words(command); !checked) return checked.error();
  auto rule = parse_rule(command.rule.empty() ? default_rule(command.kind) : command.rule);
  if (!rule) return rule.error();
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  Schedule schedule;
  schedule.rule = std::move(*rule);
  schedule.start = at(command.from.value_or(*today), command.at);
  auto normal = normalised(std::move(schedule));
  if (!normal) return normal.error();
  Ritual ritual;
  ritual.title = command.title;
  ritual.kind = command.kind;
  ritual.length = command.length;
  ritual.steps = command.steps;
  ritual.schedule = std::move(*normal);
  return context_.couple.transact(Verb::add_ritual, [&](Writer& writer) -> Result<void> {
    ritual.id.bytes = writer.new_id();
    save(writer, ritual);
    return {};
  });
}

Result<Changes> RitualService::finish(const EntityRef& ref, std::optional<LocalDate> date) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  const LocalDate day = date.value_or(*today);
  if (day > *today) return invalid("a ritual is marked done on its day or later, not ahead of it");
  return context_.couple.transact(Verb::finish_ritual, [&](Writer& writer) -> Result<void> {
    auto ritual = require<Ritual>(writer.tables(), ref);
    if (!ritual) return ritual.error();
    // A ritual that was done counts on any day; where the rule gives several a day, the first open one.
    const auto count = static_cast<int>(std::max<std::size_t>(of_day(context_, *ritual, day).size(), 1));
    int ordinal = 0;
    while (ordinal + 1 < count && writer.tables().has_element(ref.id, Ritual::kDone, occurrence_key(day, ordinal)))
      ++ordinal;
    writer.add_element(Ritual::kKind, ref.id, Ritual::kDone, occurrence_key(day, ordinal));
    return {};
  });
}

Result<Changes> RitualService::edit(const EntityRef& ref, const EditRitual& command) {
  std::optional<Rule> rule;
  if (command.rule) {
    auto read = parse_rule(*command.rule);
    if (!read) return read.error();
    rule = std::move(*read);
  }
  return context_.couple.transact(Verb::edit_ritual, [&](Writer& writer) -> Result<void> {
    auto ritual = require<Ritual>(writer.tables(), ref);
    if (!ritual) return ritual.error();
    if (command.title) ritual->title = *command.title;
    if (command.kind) ritual->kind = *command.kind;
    if (command.length) ritual->length = *command.length;
    if (command.steps) ritual->steps = *command.steps;
    if (auto checked = check_words(*ritual); !checked) return checked;
    Schedule schedule = ritual->schedule;
    if (rule) schedule.rule = *rule;
    const LocalDateTime start =
        at(command.from.value_or(date_of(schedule.start)), command.at.value_or(time_of(schedule.start)));
    schedule = with_start(std::move(schedule), start);
    if (schedule != ritual->schedule) {
      auto normal = normalised(std::move(schedule));
      if (!normal) return normal.error();
      ritual->schedule = std::move(*normal);
    }
    save(writer, *ritual);
    return {};
  });
}

Result<Changes> RitualService::unfinish(const EntityRef& ref, std::optional<LocalDate> date) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  const LocalDate day = date.value_or(*today);
  return context_.couple.transact(Verb::unfinish_ritual, [&](Writer& writer) -> Result<void> {
    if (auto ritual = require<Ritual>(writer.tables(), ref); !ritual) return ritual.error();
    const auto done =
        writer.tables().elements(ref.id, Ritual::kDone, occurrence_key(day), occurrence_key(day + days(1)));
    if (!done.empty()) {
      writer.remove_element(Ritual::kKind, ref.id, Ritual::kDone, done.back().key);
      return {};
    }
    const auto rest = writer.tables().element(ref.id, Ritual::kRests, occurrence_key(day));
    if (!rest || !rest->present || rest->value != to_field(day))
      return invalid("this ritual is neither done nor skipped on " + to_string(day) + "; give a day on which it is");
    writer.remove_element(Ritual::kKind, ref.id, Ritual::kRests, occurrence_key(day));
    return {};
  });
}

Result<Changes> RitualService::skip(const EntityRef& ref, std::optional<LocalDate> date) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  const LocalDate day = date.value_or(*today);
  return context_.couple.transact(Verb::skip_ritual, [&](Writer& writer) -> Result<void> {
    const auto ritual = require<Ritual>(writer.tables(), ref);
    if (!ritual) return ritual.error();
    if (of_day(context_, *ritual, day).empty())
      return invalid("this ritual doesn't come on " + to_string(day) + "; give a day on which it does");
    if (is_resting(rests_of(writer.tables(), *ritual), day))
      return invalid("this ritual rests on " + to_string(day) + " already; give another day");
    writer.add_element(Ritual::kKind, ref.id, Ritual::kRests, occurrence_key(day), to_field(day));
    return {};
  });
}

Result<Changes> RitualService::rest(const EntityRef& ref, LocalDate until) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  if (until < *today || until > *today + days(366))
    return invalid("a rest ends today or later, at most a year from now");
  return context_.couple.transact(Verb::rest_ritual, [&](Writer& writer) -> Result<void> {
    if (auto ritual = require<Ritual>(writer.tables(), ref); !ritual) return ritual.error();
    writer.add_element(Ritual::kKind, ref.id, Ritual::kRests, occurrence_key(*today), to_field(until));
    return {};
  });
}

Result<Changes> RitualService::wake(const EntityRef& ref) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  return context_.couple.transact(Verb::rest_ritual, [&](Writer& writer) -> Result<void> {
    const auto ritual = require<Ritual>(writer.tables(), ref);
    if (!ritual) return ritual.error();
    const auto rests = rests_of(writer.tables(), *ritual);
    if (!is_resting(rests, *today)) return invalid("this ritual doesn't rest today; `ritual rest` lets it");
    for (const Rest& rest : rests) {
      if (rest.from > *today || rest.to < *today) continue;
      const Bytes key = occurrence_key(rest.from);
      if (rest.from == *today) {
        writer.remove_element(Ritual::kKind, ref.id, Ritual::kRests, key);
      } else {
        writer.add_element(Ritual::kKind, ref.id, Ritual::kRests, key, to_field(*today - days(1)));
      }
    }
    return {};
  });
}

Result<Changes> RitualService::remove(const EntityRef& ref) {
  return context_.couple.transact(Verb::remove_ritual, [&](Writer& writer) -> Result<void> {
    if (auto ritual = require<Ritual>(writer.tables(), ref); !ritual) return ritual.error();
    writer.set_alive(Ritual::kKind, ref.id, false);
    return {};
  });
}

RitualView RitualService::view_of(const Ritual& ritual, LocalDate today, bool with_strength) {
  RitualView view;
  view.ritual = ritual;
  Tables& tables = context_.couple.tables();
  const auto rests = rests_of(tables, ritual);
  for (const Rest& rest : rests) {
    if (rest.from <= today && today <= rest.to)
      view.resting_until = std::max(view.resting_until.value_or(rest.to), rest.to);
  }
  const auto due = of_day(context_, ritual, today);
  view.due_today = !due.empty() && !view.resting_until;
  const int last = std::max(static_cast<int>(due.size()) - 1, 0);
  view.done_today = tables.has_element(ritual.id.bytes, Ritual::kDone, occurrence_key(today, last));
  if (with_strength) view.strength = strength_of(context_, ritual, rests, today);
  return view;
}

Result<std::vector<RitualView>> RitualService::list() {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  std::vector<RitualView> views;
  for (const Ritual& ritual : load_all<Ritual>(context_.couple.tables()))
    views.push_back(view_of(ritual, *today, true));
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return views;
}

Result<std::vector<RitualView>> RitualService::due_today() {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  std::vector<RitualView> views;
  for (const Ritual& ritual : load_all<Ritual>(context_.couple.tables())) {
    RitualView view = view_of(ritual, *today, false);
    if (view.due_today) views.push_back(std::move(view));
  }
  if (auto status = context_.couple.take_status(); !status) return status.error();
  std::stable_sort(views.begin(), views.end(), [](const RitualView& a, const RitualView& b) {
    return time_of(a.ritual.schedule.start) < time_of(b.ritual.schedule.start);
  });
  return views;
}

Result<RitualView> RitualService::get(const EntityRef& ref) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  auto ritual = require<Ritual>(context_.couple.tables(), ref);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  if (!ritual) return ritual.error();
  RitualView view = view_of(*ritual, *today, true);
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return view;
}

}  // namespace kindling
