#include <array>
#include <iterator>
#include <map>

#include "core/services/look_back.hpp"
#include "core/services/therapist_page.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

// --- The year

Result<std::vector<DayMood>> moods_of(Session& session, Kindling& home, int year) {
  const std::chrono::year which(year);
  const auto check_ins = home.check_ins().list(LocalDate{which / 1 / 1}, LocalDate{which / 12 / 31});
  if (!check_ins) return check_ins.error();
  std::map<LocalDate, std::array<int, 3>> sums;
  for (const CheckIn& one : *check_ins) {
    auto& sum = sums[date_of(local_of(session, one.at))];
    sum[0] += one.valence;
    sum[1] += one.energy;
    ++sum[2];
  }
  std::vector<DayMood> moods;
  for (const auto& [date, sum] : sums)
    moods.push_back({date, static_cast<double>(sum[0]) / sum[2], static_cast<double>(sum[1]) / sum[2]});
  return moods;
}

// One line a month, one sign a day.
std::string mood_lines(const std::vector<DayMood>& moods, int year) {
  constexpr std::array<const char*, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  std::map<LocalDate, char> signs;
  for (const DayMood& mood : moods) signs[mood.date] = mood.valence >= 1 ? '+' : mood.valence <= -1 ? '-' : 'o';
  std::string text;
  for (unsigned month = 1; month <= 12; ++month) {
    const std::chrono::year_month which = std::chrono::year(year) / std::chrono::month(month);
    text += "  " + std::string(kMonths[month - 1]) + "  ";
    for (LocalDate day{which / 1}; day <= LocalDate{which / std::chrono::last}; day += std::chrono::days(1)) {
      const auto sign = signs.find(day);
      text += sign == signs.end() ? '.' : sign->second;
    }
    text += "\n";
  }
  return text + "  + pleasant   o in between   - heavy   . not noted\n";
}

std::string_view held_words(Held held) {
  switch (held) {
    case Held::mostly: return "there most of the time";
    case Held::on_and_off: return "came and went";
    case Held::now_and_then: break;
  }
  return "there now and then";
}

std::string look_back_text(const Session& session, const LookBack& found, const std::vector<DayMood>& moods) {
  const auto section = [&](std::string_view title) { return "\n" + session.style().strong(title) + "\n"; };
  std::string text = "Looking back on " + std::to_string(found.year) + ". For you alone.\n";
  if (!moods.empty()) text += section("Your days") + mood_lines(moods, found.year);
  if (!found.moments.empty()) text += section("Moments kept");
  for (const Memory& memory : found.moments)
    text += "  " + to_string(memory.date) + "  " + one_line(memory.text, 64) + "\n";
  if (!found.appreciations.empty()) text += section("What you liked about each other");
  for (const Appreciation& one : found.appreciations) text += wrapped(one.text, "  ");
  if (!found.evenings.empty()) text += section("Time for the two of you");
  for (const Plan& plan : found.evenings)
    text += "  " + to_string(date_of(plan.start)) + "  " + one_line(plan.title, 64) + "\n";
  if (!found.rituals.empty()) text += section("Rituals");
  for (const HeldRitual& ritual : found.rituals)
    text += "  " + one_line(ritual.title, 50) + ": " + std::string(held_words(ritual.held)) + "\n";
  const bool nothing = moods.empty() && found.moments.empty() && found.appreciations.empty() &&
                       found.evenings.empty() && found.rituals.empty();
  return nothing ? text + "Nothing was kept of this year; it has its days to itself.\n" : text;
}

Result<void> lookback(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto year = read.number("--year", kFirstYear, kLastYear);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto today = (*home)->settings().today();
  if (!today) return today.error();
  const int which = year.value_or(static_cast<int>(calendar(*today).year()));
  const auto found = look_back((*home)->context(), which);
  if (!found) return found.error();
  const auto moods = moods_of(session, **home, which);
  if (!moods) return moods.error();
  if (session.json())
    session.print_json(look_back_json((*home)->context(), *found, *moods));
  else
    session.print(look_back_text(session, *found, *moods));
  return {};
}

// --- The page for a therapist

constexpr std::array<EntityKind, 4> kKinds{EntityKind::check_in, EntityKind::memory, EntityKind::appreciation,
                                           EntityKind::prompt_answer};

Result<EntityRef> entry_ref(const Context& context, const std::string& prefix) {
  Error error = not_found("there is no entry with that id; `kindling therapist-page entries` shows them");
  std::optional<EntityRef> found;
  for (const EntityKind kind : kKinds) {
    const auto ref = find_by_prefix(context, kind, prefix);
    if (!ref && ref.error().code == ErrorCode::invalid) error = ref.error();
    if (!ref) continue;
    if (found) return invalid("the beginning of an id fits several entries; give more of it");
    found = *ref;
  }
  if (!found) return error;
  return *found;
}

Result<PageChoice> choice_of(const Context& context, const Arguments& arguments) {
  PageChoice choice;
  choice.notes = arguments.text("--note");
  for (const std::string& id : arguments.all("--entry")) {
    const auto ref = entry_ref(context, id);
    if (!ref) return ref.error();
    choice.entries.push_back(*ref);
  }
  return choice;
}

Result<void> list_entries(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto limit = read.number("--limit", 1, 100'000);
  if (!read.ok()) return read.error();
  const std::string wanted = arguments.text("--kind");
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  TherapistPage page((*home)->context(), (*home)->library());
  std::vector<PageEntry> all;
  bool known = wanted.empty();
  for (const EntityKind kind : kKinds) {
    if (!wanted.empty() && traits_of(kind)->name != wanted) continue;
    known = true;
    auto entries = page.entries(kind, static_cast<std::size_t>(limit.value_or(20)));
    if (!entries) return entries.error();
    std::move(entries->begin(), entries->end(), std::back_inserter(all));
  }
  if (!known) return invalid("--kind: it is check-in, memory, appreciation or answer");
  if (session.json()) return session.print_json(page_entries_json(all)), Result<void>();
  Columns rows;
  for (const PageEntry& entry : all) {
    rows.add({session.style().faint(short_id(entry.ref.id)), to_string(entry.date), one_line(entry.head, 34),
              one_line(entry.text, 40)});
  }
  session.print(rows.empty() ? "There is nothing to choose from yet.\n" : rows.text());
  return {};
}

Result<void> preview(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto choice = choice_of((*home)->context(), arguments);
  if (!choice) return choice.error();
  const PageFormat format = arguments.has("--html") ? PageFormat::html : PageFormat::text;
  const auto page = TherapistPage((*home)->context(), (*home)->library()).compose(*choice, format);
  if (!page) return page.error();
  if (session.json())
    session.print_json(object_json({{"format", std::string(name_of(format))}, {"text", *page}}));
  else
    session.print(*page);
  return {};
}

Result<void> write(Session& session, const Arguments& arguments) {
  const auto format = page_format_of(arguments.text("FILE"));
  if (!format) return format.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto choice = choice_of((*home)->context(), arguments);
  if (!choice) return choice.error();
  TherapistPage page((*home)->context(), (*home)->library());
  const auto written = page.write(*choice, arguments.text("FILE"), session.files());
  if (!written) return written.error();
  if (session.json()) {
    session.print_json(object_json({{"format", std::string(name_of(*format))},
                                    {"file", arguments.text("FILE")},
                                    {"bytes", static_cast<std::int64_t>(*written)}}));
  } else {
    session.print("Written. It isn't sealed: whoever has the file can read it.\n");
  }
  return {};
}

constexpr auto kYear = std::to_array<Parameter>({{"--year", "YYYY", "which year; else the running one"}});
constexpr auto kEntries = std::to_array<Parameter>({
    {"--kind", "KIND", "one sort alone: check-in, memory, appreciation or answer", false, false,
     "check-in|memory|appreciation|answer"},
    {"--limit", "N", "at most so many of each sort; else 20"},
});
constexpr auto kPreview = std::to_array<Parameter>({
    {"--entry", "ID", "an entry to put on it; may be given several times", false, true},
    {"--note", "TEXT", "what you would like to say yourself; stands at the top"},
    {"--html", "", "as it would be written to a file that ends with .html"},
});
constexpr auto kWrite = std::to_array<Parameter>({
    {"FILE", "", "a new file that ends with .txt or .html", true},
    {"--entry", "ID", "an entry to put on it; may be given several times", false, true},
    {"--note", "TEXT", "what you would like to say yourself; stands at the top"},
});
constexpr auto kChildren = std::to_array<Command>({
    {"entries", "what could go on it, the newest first", kEntries, list_entries, {}},
    {"preview", "exactly what would be written", kPreview, preview, {}},
    {"write", "write it to a file that only you can read", kWrite, write, {}},
});
constexpr auto kCommands = std::to_array<Command>({
    {"lookback",
     "a year, looked back on",
     kYear,
     lookback,
     {},
     "For you alone: moments kept, appreciation, evenings together, rituals in words, your days in signs. Nothing is "
     "counted or compared. JSON: year, moments, appreciations, evenings, rituals (each with id, title and held: "
     "mostly, "
     "on_and_off or now_and_then), moods (date, valence and energy, means of a day)."},
    {"therapist-page",
     "a page to take to a therapist, of what you choose",
     {},
     nullptr,
     kChildren,
     "Nothing is on it that you didn't name. JSON: entries gives id, kind, date, head and text of each; preview gives "
     "format and text; write gives format, file and bytes."},
});

}  // namespace

std::span<const Command> look_back_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
