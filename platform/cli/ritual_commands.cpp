#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

// In words rather than a number: it's no score.
std::string_view strength_words(double strength) {
  return strength >= 0.75 ? "holding well" : strength >= 0.4 ? "taking root" : strength > 0 ? "beginning" : "new";
}

std::string state_words(const RitualView& view, LocalDate today) {
  if (view.resting_until) return "resting until " + date_words(*view.resting_until, today);
  return view.done_today ? "done today" : view.due_today ? "today" : "";
}

std::string time_text(const Session& session, const Ritual& ritual) {
  return phrase_of(ritual.schedule, current_date(session)) + ", " + to_string(time_of(ritual.schedule.start));
}

Result<void> show_ref(Session& session, Kindling& home, const EntityRef& ref) {
  const auto view = home.rituals().get(ref);
  if (!view) return view.error();
  if (session.json()) return session.print_json(ritual_json(*view)), Result<void>();
  const Style& style = session.style();
  session.print(style.strong(view->ritual.title) + "  " + style.faint(short_id(ref.id)) + "\n");
  Columns rows;
  rows.add({"when", time_text(session, view->ritual) + ", " + length_words(view->ritual.length)});
  for (const std::string& step : view->ritual.steps) rows.add({"step", step});
  rows.add({"holds", std::string(strength_words(view->strength))});
  if (const std::string state = state_words(*view, current_date(session)); !state.empty()) rows.add({"now", state});
  session.print(rows.text("  "));
  return {};
}

Result<void> add(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  AddRitual command;
  command.title = arguments.text("TITLE");
  command.kind = read.choice<RitualKind>("--kind").value_or(RitualKind::other);
  command.at = read.value("--at", parse_time);
  command.rule = arguments.text("--repeat");
  command.from = read.optional("--from", parse_date);
  command.length = std::chrono::minutes(read.number("--minutes", 1, 1440).value_or(10));
  command.steps = arguments.all("--step");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->rituals().add(command);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::ritual);
  if (!ref) return ref.error();
  return show_ref(session, **home, *ref);
}

Result<void> list(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto views = (*home)->rituals().list();
  if (!views) return views.error();
  if (session.json()) return session.print_json(rituals_json(*views)), Result<void>();
  Columns rows;
  for (const RitualView& view : *views) {
    rows.add({session.style().faint(short_id(view.ritual.id.bytes)), one_line(view.ritual.title, 40),
              time_text(session, view.ritual), std::string(strength_words(view.strength)),
              state_words(view, current_date(session))});
  }
  session.print(rows.empty()
                    ? "No rituals yet. `kindling ritual add \"Tea at ten\" --kind bedtime --at 22:00` begins one.\n"
                    : rows.text());
  return {};
}

Result<EntityRef> ritual_of(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  return subject(**home, EntityKind::ritual, arguments);
}

Result<void> show(Session& session, const Arguments& arguments) {
  const auto ref = ritual_of(session, arguments);
  if (!ref) return ref.error();
  return show_ref(session, **session.home(), *ref);
}

using ActOnDate = Result<Changes> (RitualService::*)(const EntityRef&, std::optional<LocalDate>);
template <ActOnDate act>
Result<void> act_on_date(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto date = read.optional("--date", parse_date);
  if (!read.ok()) return read.error();
  const auto ref = ritual_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  if (const auto changes = (home.rituals().*act)(*ref, date); !changes) return changes.error();
  return show_ref(session, home, *ref);
}

Result<void> edit(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditRitual command;
  command.title = arguments.optional_text("--title");
  command.kind = read.choice<RitualKind>("--kind");
  command.at = read.optional("--at", parse_time);
  command.rule = arguments.optional_text("--repeat");
  command.from = read.optional("--from", parse_date);
  if (const auto minutes = read.number("--minutes", 1, 1440)) command.length = std::chrono::minutes(*minutes);
  if (arguments.has("--step")) command.steps = arguments.all("--step");
  if (arguments.has("--no-steps")) command.steps.emplace();
  if (auto when = read_when(read, session, arguments)) {
    if (when->rule.empty())
      read.refuse("--when", invalid("a ritual recurs; say it like \"every day at 22:00\" or \"every Sunday at 10\""));
    command.rule = std::move(when->rule);
    if (!command.at) command.at = when->at;
    if (!command.from) command.from = when->from;
  }
  if (!read.ok()) return read.error();
  const auto ref = ritual_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  if (const auto changes = home.rituals().edit(*ref, command); !changes) return changes.error();
  return show_ref(session, home, *ref);
}

Result<void> rest(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto until = read.value("--until", parse_date);
  if (!read.ok()) return read.error();
  const auto ref = ritual_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  if (const auto changes = home.rituals().rest(*ref, until); !changes) return changes.error();
  return show_ref(session, home, *ref);
}

Result<void> wake(Session& session, const Arguments& arguments) {
  const auto ref = ritual_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  if (const auto changes = home.rituals().wake(*ref); !changes) return changes.error();
  return show_ref(session, home, *ref);
}

Result<void> remove(Session& session, const Arguments& arguments) {
  const auto ref = ritual_of(session, arguments);
  if (!ref) return ref.error();
  Kindling& home = **session.home();
  const auto view = home.rituals().get(*ref);
  if (!view) return view.error();
  if (const auto changes = home.rituals().remove(*ref); !changes) return changes.error();
  if (session.json())
    session.print_json(ritual_json(*view));
  else
    session.print("Removed. `kindling undo` brings it back.\n");
  return {};
}

constexpr Parameter kId{"ID", "", "its id, or the first characters of it", true};
constexpr auto kAdd = std::to_array<Parameter>({
    {"TITLE", "", "what you call it, at most 200 characters", true},
    {"--kind", "KIND", "parting, reunion, meal, bedtime, weekly, yearly or other", true, false,
     "parting|reunion|meal|bedtime|weekly|yearly|other"},
    {"--at", "HH:MM", "the time on the wall clock", true},
    {"--repeat", "RRULE", "how it recurs (RFC 5545); else every day, week or year as its kind says"},
    {"--from", "DATE", "its first day: what \"every other\" counts from; else today"},
    {"--minutes", "N", "how long it takes; else 10"},
    {"--step", "TEXT", "one thing to do; may be given several times", false, true},
});
constexpr auto kEdit = std::to_array<Parameter>({
    kId,
    {"--title", "TEXT", "a new title"},
    {"--kind", "KIND", "parting, reunion, meal, bedtime, weekly, yearly or other", false, false,
     "parting|reunion|meal|bedtime|weekly|yearly|other"},
    {"--at", "HH:MM", "the time on the wall clock"},
    {"--when", "WORDS", "when, in words, such as \"every other Friday at 22:00\""},
    {"--repeat", "RRULE", "how it recurs (RFC 5545)"},
    {"--from", "DATE", "its first day: what \"every other\" counts from"},
    {"--minutes", "N", "how long it takes"},
    {"--step", "TEXT", "one thing to do, in place of those before; may be given several times", false, true},
    {"--no-steps", "", "without steps"},
});
constexpr auto kIdOnly = std::to_array<Parameter>({kId});
constexpr auto kDone = std::to_array<Parameter>({kId, {"--date", "DATE", "the day that is meant; else today"}});
constexpr auto kRest = std::to_array<Parameter>({kId, {"--until", "DATE", "the last day of the rest", true}});
constexpr auto kChildren = std::to_array<Command>({
    {"add", "add a ritual", kAdd, add, {}},
    {"list", "all rituals, and how well they hold", {}, list, {}},
    {"show", "one ritual", kIdOnly, show, {}},
    {"edit", "change a ritual", kEdit, edit, {}},
    {"done", "mark today's as done", kDone, act_on_date<&RitualService::finish>, {}},
    {"undone", "take back that today's was done or skipped", kDone, act_on_date<&RitualService::unfinish>, {}},
    {"skip", "leave today's out; it counts neither for nor against it", kDone, act_on_date<&RitualService::skip>, {}},
    {"rest", "let it rest; those days count neither for nor against it", kRest, rest, {}},
    {"wake", "end its rest today", kIdOnly, wake, {}},
    {"remove", "remove a ritual", kIdOnly, remove, {}},
});

}  // namespace

Command ritual_commands() noexcept {
  return {"ritual", "partings, reunions, meals, bedtimes: what you do again and again", {}, nullptr, kChildren};
}

}  // namespace kindling::cli
