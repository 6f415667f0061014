#include "core/services/today_service.hpp"

#include <algorithm>
#include <map>

#include "core/services/check_in_service.hpp"
#include "core/services/keepsake_service.hpp"
#include "core/services/plan_lines.hpp"
#include "core/services/plan_moments.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/question_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/safety_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::milliseconds;

constexpr days kPlanAhead{kMostDaysBefore + 1};  // its first task may be due so long before
constexpr days kLongestSnooze{7};
constexpr int kMostDays = 366;
constexpr std::size_t kMostWanted = 60;

// The dates whose marks matter to what is planned: from before the week began, since its budget counts from there, to
// beyond the end, since a snoozed occurrence may lie after the time that it was put off to.
struct MarkDates {
  LocalDate from;
  LocalDate to;
};

const TimeZone* own_zone_of(const Context& context, const Schedule& schedule) {
  return schedule.kind == ScheduleKind::zoned ? context.zones.find(schedule.zone) : nullptr;
}

// Where a floating schedule's wall clock hangs: on the device's, or at home where its owner wants it to stay there.
const TimeZone* wall_zone_of(const Context& context, const Settings& settings, const Schedule& schedule) {
  if (schedule.kind == ScheduleKind::floating && !settings.home_zone.empty())
    return context.zones.find(settings.home_zone);
  return own_zone_of(context, schedule);
}

PlannedRule rule_of(const Context& context, const Settings& settings, const Reminder& reminder) {
  PlannedRule rule;
  rule.source = {reminder.space, EntityKind::reminder, reminder.id.bytes};
  rule.title = reminder.title;
  rule.kind = reminder.kind;
  rule.schedule = reminder.schedule;
  rule.zone = wall_zone_of(context, settings, reminder.schedule);
  rule.window = reminder.window;
  return rule;
}

// Occurrences within a rest are taken out of the schedule: they count neither for nor against anything.
void leave_out_rests(const Context& context, const Ritual& ritual, Schedule& schedule, MarkDates dates) {
  for (const Element& element : context.couple.tables().elements(ritual.id.bytes, Ritual::kRests)) {
    Rest rest{date_of_key(element.key), {}};
    from_field(element.value, rest.to);
    const LocalDate from = std::max(rest.from, dates.from);
    const LocalDate to = std::min(rest.to, dates.to) + days(1);
    if (from >= to) continue;
    for (const Occurrence& occurrence :
         occurrences(ritual.schedule, context.zone, LocalDateTime(from), LocalDateTime(to)))
      schedule.excluded.push_back(occurrence.nominal);
  }
}

PlannedRule rule_of(const Context& context, const Settings& settings, const Ritual& ritual, MarkDates dates) {
  PlannedRule rule;
  rule.source = {SpaceKind::couple, EntityKind::ritual, ritual.id.bytes};
  rule.title = ritual.title;
  rule.kind = ReminderKind::ritual;
  rule.schedule = ritual.schedule;
  rule.zone = wall_zone_of(context, settings, ritual.schedule);
  leave_out_rests(context, ritual, rule.schedule, dates);
  for (const Element& element : context.couple.tables().elements(
           ritual.id.bytes, Ritual::kDone, occurrence_key(dates.from), occurrence_key(dates.to + days(1)))) {
    rule.states.push_back({date_of_key(element.key), ordinal_of_key(element.key), OccurrenceState::What::done, {}});
  }
  return rule;
}

PlannedRule rule_of(const Context& context, const Plan& plan, PlanMoment moment) {
  PlannedRule rule;
  rule.source = {SpaceKind::couple, EntityKind::plan, plan.id.bytes};
  rule.title = std::move(moment.title);
  rule.kind = ReminderKind::date;
  rule.schedule.kind = ScheduleKind::zoned;
  rule.schedule.start = moment.when;
  rule.schedule.zone = plan.zone;
  rule.zone = context.zones.find(plan.zone);
  rule.ahead = moment.ahead;
  rule.first_ordinal = moment.ordinal;
  if (rule.zone == nullptr) {  // a zone that this device doesn't know: the moment is known all the same
    rule.schedule.kind = ScheduleKind::floating;
    const LocalDateTime start = to_local(floor<std::chrono::seconds>(plan.at), context.zone);
    rule.schedule.start = start + (moment.when - plan.start);
  }
  return rule;
}

// When what a moment goes by was last said: the plan's time, or that its task has a day.
Instant said_at(Tables& tables, const Plan& plan, const PlanMoment& moment) {
  constexpr FieldNumber kStart = 3;  // Plan::start
  std::int64_t ms = 0;
  if (const auto cell = tables.cell(plan.id.bytes, kStart)) ms = cell->version.stamp.ms;
  if (moment.task > 0) {
    const auto day = tables.element(plan.id.bytes, Plan::kTaskDays, plan_line_key(moment.task));
    if (day) ms = std::max(ms, day->version.stamp.ms);
  }
  return Instant(milliseconds(ms));
}

// A moment that had passed when it was said wasn't missed: whoever plans tonight needs no word from last evening.
bool was_over(const Context& context, Tables& tables, const Plan& plan, const PlanMoment& moment) {
  const Instant said = said_at(tables, plan, moment);
  const Instant comes = plan.at + (moment.when - plan.start) - moment.ahead;
  return comes <= said && said <= context.clock.now();
}

Result<void> add_reminders(const Context& context, const Settings& settings, MarkDates dates,
                           std::vector<PlannedRule>& rules) {
  ReminderService service(context);
  auto reminders = service.list();
  if (!reminders) return reminders.error();
  const std::map<Uuid, int> ignored = ignored_in_a_row(context);
  for (const Reminder& reminder : *reminders) {
    if (reminder.paused) continue;
    auto states = service.states(reminder, dates.from, dates.to);
    if (!states) return states.error();
    PlannedRule& rule = rules.emplace_back(rule_of(context, settings, reminder));
    rule.states = std::move(*states);
    if (const auto found = ignored.find(reminder.id.bytes); found != ignored.end()) rule.ignored = found->second;
  }
  return {};
}

Result<void> add_rituals_and_plans(const Context& context, const Settings& settings, MarkDates dates, Instant from,
                                   Instant end, std::vector<PlannedRule>& rules) {
  Tables& tables = context.couple.tables();
  for (const Ritual& ritual : load_all<Ritual>(tables)) rules.push_back(rule_of(context, settings, ritual, dates));
  // Those of the week that is running, too: they have used up some of its budget.
  const SortRange range{(from - days(8)).time_since_epoch().count(), (end + kPlanAhead).time_since_epoch().count()};
  for (Plan& plan : load_all<Plan>(tables, range)) {
    if (!is_open(plan)) continue;
    read_plan_lists(tables, plan);
    for (PlanMoment& moment : moments_of(plan, settings)) {
      if (!was_over(context, tables, plan, moment)) rules.push_back(rule_of(context, plan, std::move(moment)));
    }
  }
  return context.couple.take_status();
}

// One occurrence as the owner sees it today.
DueReminder due_of(const Reminder& reminder, const Occurrence& occurrence, int ordinal, Instant at, Instant now,
                   const std::vector<OccurrenceState>& states) {
  using State = DueReminder::State;
  DueReminder due{reminder, occurrence, ordinal, at, at <= now ? State::due : State::coming};
  for (const OccurrenceState& state : states) {
    if (state.date != date_of(occurrence.nominal) || state.ordinal != ordinal) continue;
    if (state.what == OccurrenceState::What::done) due.state = State::done;
    if (state.what == OccurrenceState::What::skipped && due.state != State::done) due.state = State::skipped;
    if (state.what != OccurrenceState::What::snoozed) continue;
    due.at = state.until;
    if (due.state == State::due || due.state == State::coming)
      due.state = state.until <= now ? State::due : State::snoozed;
  }
  if (due.state == State::done || due.state == State::skipped) due.at = at;
  return due;
}

// Those of the day, and those put off into it from another.
void add_due(const Context& context, const Settings& settings, const Reminder& reminder, LocalDate today,
             const std::vector<OccurrenceState>& states, std::vector<DueReminder>& found) {
  const auto comes_today = [&](const OccurrenceState& state) {
    if (state.what != OccurrenceState::What::snoozed || state.date == today) return false;
    const LocalDateTime until = to_local(floor<std::chrono::seconds>(state.until), context.zone);
    return date_of(until - settings.day_start.since_midnight) == today;
  };
  LocalDate from = today;
  LocalDate to = today;
  for (const OccurrenceState& state : states) {
    if (!comes_today(state)) continue;
    from = std::min(from, state.date);
    to = std::max(to, state.date);
  }
  const PlannedRule rule = rule_of(context, settings, reminder);
  OccurrenceTimes times(rule, settings.quiet, context.zone);
  const TimeZone& zone = rule.zone == nullptr ? context.zone : *rule.zone;
  LocalDate date{};
  int ordinal = -1;
  for_each_occurrence(
      rule.schedule, zone, LocalDateTime(from), LocalDateTime(to + days(1)), [&](const Occurrence& occurrence) {
        ordinal = ordinal >= 0 && date_of(occurrence.nominal) == date ? ordinal + 1 : 0;
        date = date_of(occurrence.nominal);
        const bool moved_here = std::any_of(states.begin(), states.end(), [&](const auto& state) {
          return state.date == date && state.ordinal == ordinal && comes_today(state);
        });
        if (date == today || moved_here) {
          found.push_back(due_of(reminder, occurrence, ordinal, times.at(occurrence), context.clock.now(), states));
        }
        return true;
      });
}

Result<std::vector<DueReminder>> reminders_of(const Context& context, const Settings& settings, LocalDate today) {
  ReminderService service(context);
  auto reminders = service.list();
  if (!reminders) return reminders.error();
  std::vector<DueReminder> found;
  for (const Reminder& reminder : *reminders) {
    if (reminder.paused) continue;
    auto states = service.states(reminder, today - kLongestSnooze, today + days(kMostDays));
    if (!states) return states.error();
    add_due(context, settings, reminder, today, *states, found);
  }
  std::stable_sort(found.begin(), found.end(), [](const DueReminder& a, const DueReminder& b) { return a.at < b.at; });
  return found;
}

std::map<ReminderKind, int> budgets_of(Settings settings) {
  std::map<ReminderKind, int> budgets;
  for (const ReminderKind kind :
       {ReminderKind::affection, ReminderKind::ritual, ReminderKind::talk, ReminderKind::date, ReminderKind::other}) {
    if (const auto& budget = settings.budget(kind)) budgets[kind] = *budget;
  }
  return budgets;
}

// Keeps a part of the view, or its error.
template <class T>
bool take(Result<T> part, T& into, std::optional<Error>& error) {
  if (!part) {
    error = part.error();
    return false;
  }
  into = std::move(*part);
  return true;
}

}  // namespace

Result<TodayView> TodayService::today() {
  // One view of each space, and a lock for all questions instead of one for each.
  const ReadTransaction self(context_.self.database());
  const ReadTransaction couple(context_.couple.database());
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  TodayView view;
  view.local_now = context_.local_now();
  view.date = date_of(view.local_now - settings->day_start.since_midnight);
  view.zone = context_.zone.name();
  std::vector<Plan> plans;
  std::optional<DriftView> drift;
  std::optional<Error> error;
  const bool for_two = !SafetyService(context_).only_for_me();
  const bool complete = (!for_two || take(library_.gesture_of_the_day(view.date), view.affection, error)) &&
                        take(reminders_of(context_, *settings, view.date), view.reminders, error) &&
                        take(RitualService(context_).due_today(), view.rituals, error) &&
                        take(CheckInService(context_).of_today(), view.check_in, error) &&
                        (!for_two || take(library_.prompt_of_the_day(view.date), view.prompt, error)) &&
                        take(PlanService(context_).coming(1), plans, error) &&
                        take(KeepsakeService(context_).on_this_day(view.date), view.on_this_day, error) &&
                        take(InsightService(context_).drift(), drift, error);
  if (!complete) return *error;
  if (!plans.empty()) view.next_plan = std::move(plans.front());
  if (drift) view.notices.push_back(std::move(drift->text));
  return view;
}

Result<NotificationPlan> TodayService::upcoming(int days_ahead, std::size_t limit) {
  if (days_ahead < 1 || days_ahead > kMostDays) return invalid("what comes can be told for 1 to 366 days");
  if (limit < 1 || limit > kMostWanted) return invalid("at most 60 notifications are planned; give 1 to 60");
  const ReadTransaction self(context_.self.database());
  const ReadTransaction couple(context_.couple.database());
  return planned(context_.clock.now(), days_ahead, limit);
}

Result<NotificationPlan> TodayService::planned(Instant from, int days_ahead, std::size_t limit) {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  PlannerInput input;
  input.quiet = settings->quiet;
  input.after_quiet = settings->after_quiet.value_or(AfterQuiet::drop);
  input.weekly_budget = budgets_of(*settings);
  input.now = from;
  input.zone = &context_.zone;
  input.days = days_ahead;
  input.limit = limit;
  const LocalDate today = date_of(to_local(floor<std::chrono::seconds>(from), context_.zone));
  const MarkDates dates{today - kLongestSnooze - days(4), today + days(days_ahead) + days(kMostDays)};
  const Instant end = input.now + days(days_ahead);
  if (auto added = add_reminders(context_, *settings, dates, input.rules); !added) return added.error();
  if (auto added = add_rituals_and_plans(context_, *settings, dates, from, end, input.rules); !added)
    return added.error();
  return plan_notifications(input);
}

}  // namespace kindling
