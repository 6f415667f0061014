#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>

#include "core/services/drift_steps.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/today_text.hpp"

namespace kindling::cli {
namespace {

Result<void> today(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto view = (*home)->today().today();
  if (!view) return view.error();
  // A home that can only be read can't keep that; then it is told again.
  if (!view->notices.empty()) static_cast<void>((*home)->insight().drift_was_told());
  if (session.json())
    session.print_json(today_json((*home)->context(), *view));
  else
    session.print(today_text(session, *view));
  return {};
}

Result<void> upcoming(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto days = read.number("--days", 1, 366);
  const auto limit = read.number("--limit", 1, 60);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto plan = (*home)->today().upcoming(days.value_or(14), static_cast<std::size_t>(limit.value_or(60)));
  if (!plan) return plan.error();
  if (session.json()) return session.print_json(upcoming_json((*home)->context(), *plan)), Result<void>();
  Columns rows;
  for (const Notification& one : plan->wanted) {
    std::string title = one_line(one.title, 50);
    for (const Notification& other : one.merged) title += ", " + one_line(other.title, 30);
    rows.add({time_words(local_of(session, one.at), current_date(session)), title,
              session.style().faint(std::string(name_of(one.kind)) + (one.snoozed ? ", snoozed" : ""))});
  }
  session.print(rows.empty() ? "Nothing will be notified in that time.\n" : rows.text());
  return {};
}

Result<void> search(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto hits = (*home)->search().search(arguments.text("TEXT"));
  if (!hits) return hits.error();
  if (session.json()) return session.print_json(hits_json(*hits)), Result<void>();
  Columns rows;
  for (const SearchHit& hit : *hits) {
    const EntityTraits* traits = traits_of(hit.subject.kind);
    rows.add({session.style().faint(short_id(hit.subject.id)), traits == nullptr ? "" : std::string(traits->name),
              one_line(hit.title, 50)});
  }
  session.print(rows.empty() ? "Nothing has these words.\n" : rows.text());
  return {};
}

Result<void> history(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto limit = read.number("--limit", 1, 100'000);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto entries = (*home)->history().history(static_cast<std::size_t>(limit.value_or(20)));
  if (!entries) return entries.error();
  if (session.json()) return session.print_json(history_json((*home)->context(), *entries)), Result<void>();
  Columns rows;
  for (const HistoryEntry& entry : *entries) {
    rows.add({time_words(local_of(session, entry.at), current_date(session)), one_line(entry.name, 60),
              entry.undone ? session.style().faint("undone") : ""});
  }
  session.print(rows.empty() ? "Nothing was done yet.\n" : rows.text());
  return {};
}

Result<void> undo(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  auto entry = (*home)->history().undo();
  if (!entry) return entry.error();
  if (*entry) (*entry)->undone = true;
  if (session.json()) {
    session.print_json(*entry ? history_entry_json((*home)->context(), **entry) : "null");
  } else {
    session.print(*entry ? "Undone: " + (*entry)->name + ".\n" : "Nothing to undo.\n");
  }
  return {};
}

std::string mean_words(const std::optional<double>& mean) {
  if (!mean) return "-";
  const long tenths = std::lround(*mean * 10);
  const std::string digits = std::to_string(std::labs(tenths));
  const std::string padded = digits.size() < 2 ? "0" + digits : digits;
  return (tenths < 0 ? "-" : "") + padded.substr(0, padded.size() - 1) + "." + padded.back();
}

void print_cell(Columns& rows, std::string_view name, const RhythmCell& cell) {
  if (cell.check_ins == 0) return rows.add({std::string(name), "0", "-", "-"});
  rows.add({std::string(name), std::to_string(cell.check_ins), mean_words(cell.mean_valence()),
            mean_words(cell.mean_energy())});
}

// From pleasant and lively at the top right; a dot where nobody was.
void print_grid(Session& session, const Rhythm& rhythm) {
  Columns rows;
  for (std::size_t row = Rhythm::kSide; row-- > 0;) {
    std::vector<std::string> cells{std::to_string(static_cast<int>(row) - kMoodLimit)};
    for (const int check_ins : rhythm.grid[row]) cells.push_back(check_ins == 0 ? "." : std::to_string(check_ins));
    rows.add(std::move(cells));
  }
  std::vector<std::string> feet{"energy"};
  for (int valence = -kMoodLimit; valence <= kMoodLimit; ++valence) feet.push_back(std::to_string(valence));
  rows.add(std::move(feet));
  session.print(rows.text());
}

Result<void> rhythm(Session& session, TrendBy by, int weeks) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto found = (*home)->insight().rhythm(weeks);
  if (!found) return found.error();
  if (session.json()) return session.print_json(rhythm_json(*found, by, weeks)), Result<void>();
  if (by == TrendBy::mood) return print_grid(session, *found), Result<void>();
  Columns rows;
  rows.add({name_of(by) == "hour" ? "hour" : "weekday", "check-ins", "valence", "energy"});
  if (by == TrendBy::weekday) {
    for (std::size_t i = 0; i < 7; ++i) print_cell(rows, kWeekdayNames[i], found->weekdays[i]);
  } else {
    for (std::size_t hour = 0; hour < 24; ++hour) {
      if (found->hours[hour].check_ins > 0) print_cell(rows, std::to_string(hour), found->hours[hour]);
    }
  }
  session.print(rows.text());
  const auto of = by == TrendBy::weekday ? Pattern::Of::weekday : Pattern::Of::day_part;
  for (const Pattern& pattern : found->patterns) {
    if (pattern.of == of) session.print(wrapped(pattern_sentence(pattern)));
  }
  return {};
}

Result<void> trend(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto weeks = read.number("--weeks", 1, 520);
  const auto by = read.choice<TrendBy>("--by").value_or(TrendBy::week);
  if (!read.ok()) return read.error();
  if (by != TrendBy::week) return rhythm(session, by, weeks.value_or(52));
  const auto home = session.home();
  if (!home) return home.error();
  const auto all = (*home)->insight().trend(weeks.value_or(12));
  if (!all) return all.error();
  if (session.json()) return session.print_json(trend_json(*all)), Result<void>();
  Columns rows;
  rows.add({"week of", "check-ins", "valence", "energy", "usual"});
  for (const WeekTrend& week : *all) {
    rows.add({to_string(week.monday), std::to_string(week.check_ins), mean_words(week.valence), mean_words(week.energy),
              mean_words(week.baseline)});
  }
  session.print(rows.text());
  return {};
}

std::string_view sign_words(Signal signal) {
  switch (signal) {
    case Signal::mood: return "mood, -4 to 4";
    case Signal::check_ins: return "days with a check-in";
    case Signal::rituals: return "rituals kept";
    case Signal::touch: return "days with a small touch";
    case Signal::together: break;
  }
  return "time together a week";
}

// In the form of its sign: a mood, a share, a length.
std::string sign_value(Signal signal, const std::optional<double>& value) {
  if (!value) return "-";
  if (signal == Signal::mood) return mean_words(value);
  const long rounded = std::lround(signal == Signal::together ? *value : *value * 100);
  if (signal != Signal::together) return std::to_string(rounded) + " %";
  return rounded == 0 ? "0m" : length_to_string(std::chrono::minutes(rounded));
}

void print_signs(Session& session, const DriftReport& report) {
  Columns rows;
  rows.add({"sign", "usual", "lately"});
  bool any = false;
  for (const SignalState& state : report.signals) {
    if (!state.usual) continue;
    any = true;
    rows.add({std::string(sign_words(state.signal)), sign_value(state.signal, state.usual),
              sign_value(state.signal, state.recent)});
  }
  if (any) session.print(rows.text());
}

Result<void> drift(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  InsightService& insight = (*home)->insight();
  if (arguments.has("--dismiss")) {
    if (auto dismissed = insight.dismiss_drift(); !dismissed) return dismissed.error();
  }
  const auto weeks = insight.trend(1);
  if (!weeks) return weeks.error();
  const auto report = insight.drift_report();
  if (!report) return report.error();
  const auto found = insight.drift();
  if (!found) return found.error();
  std::vector<DriftStep> steps;
  if (*found) {
    auto fitting = drift_steps((*home)->library(), (*found)->notice.signals);
    if (!fitting) return fitting.error();
    steps = std::move(*fitting);
    static_cast<void>(insight.drift_was_told());
  }
  const std::optional<double> baseline = weeks->empty() ? std::nullopt : weeks->back().baseline;
  if (session.json()) return session.print_json(drift_json(baseline, *report, *found, steps)), Result<void>();
  if (*found) {
    session.print(wrapped((*found)->text) + "\nWhat some people try then:\n");
    for (const DriftStep& step : steps) session.print(wrapped(step.text, "  "));
    session.print("\n");
  } else {
    const bool known = std::any_of(report->signals.begin(), report->signals.end(),
                                   [](const SignalState& state) { return state.usual.has_value(); });
    session.print(known ? "Nothing to say of the last weeks.\n" : "There is too little yet to know your usual.\n");
  }
  print_signs(session, *report);
  session.print(session.style().faint("Only you see this.") + "\n");
  return {};
}

constexpr auto kUpcoming = std::to_array<Parameter>(
    {{"--days", "N", "how many days ahead; else 14"}, {"--limit", "N", "at most so many; else 60, which is the most"}});
constexpr auto kSearch = std::to_array<Parameter>({{"TEXT", "", "words that all occur in it", true}});
constexpr auto kHistory = std::to_array<Parameter>({{"--limit", "N", "at most so many; else 20"}});
constexpr auto kTrend = std::to_array<Parameter>(
    {{"--weeks", "N", "how many weeks; else 12, or 52 with --by weekday, hour or mood"},
     {"--by", "WHAT", "weeks in a row, or all of them by weekday, hour or place on the mood grid; else week", false,
      false, "week|weekday|hour|mood"}});
constexpr std::string_view kTrendDetails =
    R"text(With --by week: a list of {week, checkins, valence, energy, baseline}; means, null where nothing was noted.
With --by weekday or hour: {by, weeks, checkins, cells, sentences}; a cell is {weekday or hour, checkins, valence, energy}.
With --by mood: {by, weeks, checkins, cells}; a cell is {valence, energy, checkins}, and only where there were any.
A sentence is {text, weekday or part, valence, energy, weeks, valence_by, energy_by}: valence and energy are -1, 0 or 1, the
last two mean differences in steps of the grid. There is one only where a cell has at least 12 weeks to compare within, the
difference is at least half a step and 0.3 of its own deviation, and a paired t-test at 1 % for all 22 comparisons together
finds it: of pure chance, fewer than one year in a hundred gets any.
)text";
constexpr auto kDrift = std::to_array<Parameter>({{"--dismiss", "", "hear no more of it for a season"}});
constexpr std::string_view kDriftDetails =
    "Whole weeks against your own usual, by mood, check-ins, rituals kept, touch and time together. A notice stays for "
    "a "
    "week, comes at most once in three, and may mean nothing; silence, holidays and a declared rest don't count. JSON: "
    "`baseline` is the usual mood; `notice` is null or since (a Monday), weeks, drop (in deviations of a week), "
    "signals, "
    "text, steps and articles (whose steps they are); `signals` has each with weeks (known, of 26), usual, recent and "
    "below. Units: mood -4 to 4, together minutes a week, the others shares from 0 to 1.";
constexpr auto kCommands = std::to_array<Command>({
    {"today", "what matters today", {}, today, {}},
    {"upcoming", "what will really be notified", kUpcoming, upcoming, {}},
    {"search", "everything you may see", kSearch, search, {}},
    {"history", "what was done", kHistory, history, {}},
    {"undo", "take back the last thing that was done", {}, undo, {}},
    {"trend", "your weeks, for your eyes only", kTrend, trend, {}, kTrendDetails},
    {"drift", "whether the last weeks lie below your usual", kDrift, drift, {}, kDriftDetails},
});

}  // namespace

std::span<const Command> overview_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
