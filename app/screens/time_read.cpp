// What Time shows, read from the services.
#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/time.hpp"
#include "app/screens/time_ritual.hpp"
#include "core/calendar/free_slots.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr int kDaysAhead = 14;
constexpr std::chrono::minutes kLeastEvening{120};
// A parting, a reunion and an evening: three that need nothing and fit anybody.
constexpr std::array<std::string_view, 3> kStarters{"ritual.parting.coats-on", "ritual.reunion.quiet-landing",
                                                    "ritual.bedtime.i-saw-that"};

Result<std::vector<PlanLine>> read_plans(Kindling& home, const Format& format, LocalDate today) {
  const auto plans = home.plans().list();
  if (!plans) return plans.error();
  const ui::Strings& tr = format.tr();
  const LocalDateTime now = home.context().local_now();
  std::vector<PlanLine> lines;
  for (const Plan& plan : *plans) {
    if (plan.state != PlanState::proposed && plan.state != PlanState::accepted) continue;
    PlanLine line;
    line.ref = {SpaceKind::couple, EntityKind::plan, plan.id.bytes};
    line.title = plan.title;
    line.subtitle = format.when(plan.start, today);
    if (plan.start + plan.length <= now) {
      line.icon = Icon::calendar_check;
      line.subtitle += " · " + std::string(tr("how was it?"));
    } else {
      line.subtitle += " · " + format.until(plan.start, now);
      if (plan.state == PlanState::proposed) {
        line.icon = Icon::calendar_blank;
        line.subtitle += " · " + std::string(tr("waiting for a yes"));
      }
      const auto done =
          std::count_if(plan.tasks.begin(), plan.tasks.end(), [](const PlanTask& task) { return task.done; });
      if (!plan.tasks.empty()) {
        line.subtitle += "\n" + tr("{done} of {all} prepared",
                                   {{"done", std::to_string(done)}, {"all", std::to_string(plan.tasks.size())}});
      }
    }
    lines.push_back(std::move(line));
  }
  return lines;
}

// Evenings on which nothing of one's own is planned, as `plan free` of the command line finds them.
Result<std::vector<FreeEvening>> read_evenings(Kindling& home, const Format& format, LocalDate today) {
  const auto plans = home.plans().list();
  if (!plans) return plans.error();
  const Context& context = home.context();
  std::vector<Busy> busy;
  for (const Plan& plan : *plans) {
    if (plan.state != PlanState::proposed && plan.state != PlanState::accepted) continue;
    const auto begin = std::chrono::floor<std::chrono::seconds>(plan.at);
    busy.push_back({begin, begin + plan.length});
  }
  const SlotQuery query{.first_day = today,
                        .days = kDaysAhead,
                        .length = kLeastEvening,
                        .between = {{std::chrono::hours(18)}, {std::chrono::hours(23)}}};
  std::vector<FreeEvening> evenings;
  std::optional<LocalDate> last;
  for (const Slot& slot : free_slots(std::move(busy), query, context.zone, context.now())) {
    LocalDateTime begin = to_local(slot.begin, context.zone);
    const LocalDateTime end = to_local(slot.end, context.zone);
    const LocalDate date = date_of(begin);
    if (last == date) continue;
    last = date;
    // Seven is when most evenings begin; a later start is taken to the next half hour.
    const LocalDateTime seven = LocalDateTime(date) + std::chrono::hours(19);
    if (begin < seven && seven + kLeastEvening <= end) begin = seven;
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(begin - LocalDateTime(date));
    const LocalDateTime rounded = LocalDateTime(date) + (minutes + std::chrono::minutes(29)) / 30 * 30;
    if (rounded < end) begin = rounded;
    evenings.push_back({format.tr()("{weekday} {date}", {{"weekday", format.short_weekday(std::chrono::weekday(date))},
                                                         {"date", format.short_date(date)}}),
                        to_string(begin)});
  }
  return evenings;
}

Result<std::vector<StarterLine>> read_starters(Kindling& home, const Format& format) {
  std::vector<StarterLine> lines;
  for (const std::string_view id : kStarters) {
    const auto found = home.library().find(id);
    if (!found) continue;  // an edition of the library without it
    const Content& content = found->content;
    const auto at = parse_time(content.at);
    StarterLine line;
    line.ritual = {.title = content.title,
                   .kind = parse_name<RitualKind>(content.ritual_kind).value_or(RitualKind::other),
                   .at = at.value_or(LocalTime{std::chrono::hours(20)}),
                   .rule = content.rule,
                   .length = std::chrono::minutes(content.minutes),
                   .steps = content.steps};
    line.subtitle = format.time(line.ritual.at) + " · " + format.length(line.ritual.length);
    line.icon = ritual_icon(line.ritual.kind);
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

Result<TimeModel> read_time(Kindling& home, const Format& format) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  auto deck = read_deck(home, format);
  if (!deck) return deck.error();
  auto plans = read_plans(home, format, *today);
  if (!plans) return plans.error();
  auto evenings = read_evenings(home, format, *today);
  if (!evenings) return evenings.error();
  auto month = read_month(home, format);
  if (!month) return month.error();
  const auto rituals = home.rituals().list();
  if (!rituals) return rituals.error();
  TimeModel view{.date = *today,
                 .deck = std::move(*deck),
                 .plans = std::move(*plans),
                 .evenings = std::move(*evenings),
                 .month = std::move(*month)};
  for (const RitualView& ritual : *rituals) view.rituals.push_back(ritual_line(ritual, format, *today));
  if (view.rituals.empty()) {
    auto starters = read_starters(home, format);
    if (!starters) return starters.error();
    view.starters = std::move(*starters);
  }
  return view;
}

}  // namespace kindling::app
