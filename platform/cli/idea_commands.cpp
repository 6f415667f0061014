#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

std::optional<ContentKind> idea_kind(ArgumentReader& read, const Arguments& arguments) {
  if (!arguments.has("--kind")) return std::nullopt;
  const auto kind = parse_name<ContentKind>(arguments.text("--kind"));
  if (kind != ContentKind::date && kind != ContentKind::cooking && kind != ContentKind::getaway &&
      kind != ContentKind::gesture) {
    read.refuse("--kind", invalid("it is one of date, cooking, getaway or gesture"));
    return std::nullopt;
  }
  return kind;
}

std::optional<Where> place(ArgumentReader& read, const Arguments& arguments) {
  if (arguments.has("--home") && arguments.has("--out"))
    read.refuse("--home", Error{ErrorCode::usage, "it is given without --out"});
  if (arguments.has("--home")) return Where::home;
  if (arguments.has("--out")) return Where::out;
  return std::nullopt;
}

Result<ContentFilter> filter_of(const Arguments& arguments) {
  ArgumentReader read(arguments);
  ContentFilter filter;
  if (const auto kind = idea_kind(read, arguments)) filter.kinds = {*kind};
  filter.most_cost = read.choice<Cost>("--max-cost");
  filter.most_minutes = read.number("--max-minutes", 1, 10'080);
  filter.place = place(read, arguments);
  filter.season = read.choice<Season>("--season");
  filter.kids = read.choice<Kids>("--kids");
  filter.afar = arguments.has("--afar");
  filter.most_comfort = read.number("--max-comfort", 0, kComfortLimit);
  filter.setting = read.choice<Setting>("--setting");
  filter.weather = read.choice<Weather>("--weather");
  filter.daylight = read.choice<Daylight>("--daylight");
  filter.time_of_day = read.choice<TimeOfDay>("--time");
  filter.most_travel = read.number("--max-travel", 0, 10'080);
  filter.most_lead = read.number("--max-lead", 0, 365);
  filter.nothing_needed = arguments.has("--nothing-needed");
  filter.new_to_us = arguments.has("--new");
  filter.most_noise = read.choice<Noise>("--max-noise");
  filter.step_free = arguments.has("--step-free");
  filter.moment = read.choice<Moment>("--moment");
  filter.privacy = read.choice<Privacy>("--privacy");
  filter.search = arguments.text("--search");
  if (filter.kinds.empty() && (filter.moment || filter.privacy)) filter.kinds = {ContentKind::gesture};
  // Who asks for a cost, a place, a season, child care and so on wants time together, not a gesture.
  const bool wants_time = filter.most_cost || filter.place || filter.season || filter.kids || filter.setting ||
                          filter.weather || filter.daylight || filter.time_of_day || filter.most_travel ||
                          filter.most_lead || filter.nothing_needed || filter.new_to_us || filter.most_noise ||
                          filter.step_free;
  if (filter.kinds.empty() && wants_time)
    filter.kinds = {ContentKind::date, ContentKind::cooking, ContentKind::getaway};
  if (!read.ok()) return read.error();
  return filter;
}

std::string days_before_words(int days) {
  if (days == 0) return "on the day";
  if (days == 1) return "a day before";
  if (days % 7 == 0) return days == 7 ? "a week before" : std::to_string(days / 7) + " weeks before";
  return std::to_string(days) + " days before";
}

std::string facts(const Content& content) {
  std::string words(name_of(content.kind));
  words += ", " + length_words(std::chrono::minutes(content.minutes));
  if (content.kind != ContentKind::gesture) {
    words += content.cost == Cost::free ? ", free" : ", " + std::string(name_of(content.cost)) + " cost";
    if (content.place != Where::anywhere) words += content.place == Where::home ? ", at home" : ", out";
    if (content.afar) words += ", also from afar";
  }
  return words;
}

Result<void> print_idea(Session& session, const IdeaView& idea) {
  if (session.json()) return session.print_json(idea_json(idea)), Result<void>();
  const Content& content = idea.content;
  session.print(session.style().strong(content.name()) + "\n");
  if (!content.title.empty() && !content.text.empty()) session.print(wrapped(content.text, "  "));
  if (!content.cue.empty()) session.print(wrapped(content.cue, "  "));
  Columns rows;
  for (const Errand& errand : content.errands) rows.add({days_before_words(errand.days_before) + ":", errand.text});
  for (const std::string& material : content.materials) rows.add({"have ready:", material});
  for (std::size_t i = 0; i < content.steps.size(); ++i) {
    const bool two = i < content.hands.size();
    rows.add({two ? std::string(name_of(content.hands[i])) + ":" : std::string("step:"), content.steps[i]});
  }
  session.print(rows.text("  "));
  session.print("  " + session.style().faint(facts(content) + " · " + content.id) + "\n");
  return {};
}

void print_ideas(Session& session, const std::vector<IdeaView>& ideas) {
  Columns rows;
  for (const IdeaView& idea : ideas) {
    const std::string id = idea.own ? idea.content.id.substr(0, 6) : idea.content.id;
    rows.add({one_line(idea.content.name(), 44), facts(idea.content),
              idea.verdict == Verdict::none ? "" : std::string(name_of(idea.verdict)), session.style().faint(id)});
  }
  session.print(rows.empty() ? "Nothing fits that. Fewer conditions find more, and so does --near.\n" : rows.text());
}

std::string_view wish_words(Wish wish) {
  switch (wish) {
    case Wish::novelty: return "new to us";
    case Wish::materials: return "nothing needed";
    case Wish::noise: return "the noise";
    case Wish::daylight: return "the light";
    case Wish::time_of_day: return "the time of day";
    case Wish::weather: return "the weather";
    case Wish::setting: return "indoors or out";
    case Wish::season: return "the season";
    case Wish::kids: return "the children";
    case Wish::lead: return "booking ahead";
    case Wish::travel: return "the way there";
    case Wish::minutes: return "the time it takes";
    case Wish::cost: return "the cost";
    case Wish::afar: return "being apart";
    case Wish::place: return "the place";
    case Wish::step_free: break;
  }
  return "free of steps";
}

// What fits, or what comes nearest with a note of what was left out.
Result<void> list_near(Session& session, Kindling& home, ContentFilter filter) {
  const auto near = home.library().near_ideas(std::move(filter));
  if (!near) return near.error();
  if (session.json()) return session.print_json(ideas_json(near->ideas)), Result<void>();
  if (!near->given_up.empty()) {
    std::string words;
    for (const Wish wish : near->given_up) words += (words.empty() ? "" : ", ") + std::string(wish_words(wish));
    session.print("Nothing fits all of that. These come near; left out: " + words + ".\n");
  }
  print_ideas(session, near->ideas);
  return {};
}

Result<void> list(Session& session, const Arguments& arguments) {
  auto filter = filter_of(arguments);
  if (!filter) return filter.error();
  const auto home = session.home();
  if (!home) return home.error();
  if (arguments.has("--near")) return list_near(session, **home, std::move(*filter));
  const auto ideas = (*home)->library().ideas(std::move(*filter));
  if (!ideas) return ideas.error();
  if (session.json()) return session.print_json(ideas_json(*ideas)), Result<void>();
  print_ideas(session, *ideas);
  return {};
}

Result<void> draw(Session& session, const Arguments& arguments) {
  auto filter = filter_of(arguments);
  if (!filter) return filter.error();
  ArgumentReader read(arguments);
  const auto seed = read.number("--seed", 0, 2'147'483'647);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  std::optional<std::uint64_t> number;
  if (seed) number = static_cast<std::uint64_t>(*seed);
  const auto idea = (*home)->library().draw_idea(std::move(*filter), number);
  if (!idea) return idea.error();
  return print_idea(session, *idea);
}

Result<void> show(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto idea = (*home)->library().find(arguments.text("ID"));
  if (!idea) return idea.error();
  return print_idea(session, *idea);
}

Result<void> add(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  Idea idea;
  idea.title = arguments.text("TITLE");
  idea.text = arguments.text("--text");
  idea.kind = idea_kind(read, arguments).value_or(ContentKind::date);
  idea.cost = read.choice<Cost>("--cost").value_or(Cost::low);
  idea.minutes = read.number("--minutes", 1, 10'080).value_or(60);
  idea.place = place(read, arguments).value_or(Where::anywhere);
  idea.comfort = read.number("--comfort", 0, kComfortLimit).value_or(0);
  idea.afar = arguments.has("--afar");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->library().add_idea(idea);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::idea);
  if (!ref) return ref.error();
  const auto added = (*home)->library().find(to_string(ref->id));
  if (!added) return added.error();
  return print_idea(session, *added);
}

Result<void> mark(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto verdict = read.choice<Verdict>("VERDICT");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto idea = (*home)->library().find(arguments.text("ID"));
  if (!idea) return idea.error();
  const auto changes = (*home)->library().mark_idea(idea->content.id, *verdict);
  if (!changes) return changes.error();
  const auto marked = (*home)->library().find(idea->content.id);
  if (!marked) return marked.error();
  if (session.json()) return print_idea(session, *marked);
  session.print(*verdict == Verdict::hide ? "It won't be shown again.\n" : "Noted. Only you see it.\n");
  return {};
}

constexpr Parameter kId{"ID", "", "its id, or the first characters of it", true};
constexpr Parameter kKind{"--kind", "KIND", "date, cooking, getaway or gesture",
                          false,    false,  "date|cooking|getaway|gesture"};
constexpr Parameter kHome{"--home", "", "at home"};
constexpr Parameter kOut{"--out", "", "out of the house"};
constexpr Parameter kAfar{"--afar", "", "works when you are apart"};
constexpr Parameter kMaxCost{"--max-cost", "COST", "free, low, mid or high", false, false, "free|low|mid|high"};
constexpr Parameter kMaxMinutes{"--max-minutes", "N", "at most so long"};
constexpr Parameter kSeason{"--season", "SEASON", "spring, summer, autumn or winter",
                            false,      false,    "spring|summer|autumn|winter"};
constexpr Parameter kKids{"--kids", "WHERE", "asleep, along or sitter", false, false, "asleep|along|sitter"};
constexpr Parameter kMaxComfort{"--max-comfort", "0..6", "at most so close; never above your own ceiling"};
constexpr Parameter kMoment{"--moment", "MOMENT", "gestures of that moment",
                            false,      false,    "leaving|coming-home|kitchen|sofa|bedtime|afar|any"};
constexpr Parameter kPrivacy{"--privacy", "WHERE", "gestures that fit there: private or public",
                             false,       false,   "private|public"};
constexpr Parameter kSearch{"--search", "TEXT", "words that occur in it"};

constexpr Parameter kSetting{"--setting", "WHERE", "indoor or outdoor", false, false, "indoor|outdoor"};
constexpr Parameter kWeather{"--weather", "WEATHER", "as it is: dry, warm, snow or rain",
                             false,       false,     "dry|warm|snow|rain"};
constexpr Parameter kDaylight{"--daylight", "LIGHT", "day or night", false, false, "day|night"};
constexpr Parameter kTime{"--time", "TIME", "morning, afternoon, evening or night",
                          false,    false,  "morning|afternoon|evening|night"};
constexpr Parameter kMaxTravel{"--max-travel", "N", "at most so many minutes there"};
constexpr Parameter kMaxLead{"--max-lead", "DAYS", "nothing to book longer ahead; 0: today"};
constexpr Parameter kNothingNeeded{"--nothing-needed", "", "nothing to have ready"};
constexpr Parameter kNew{"--new", "", "new to the two of you"};
constexpr Parameter kMaxNoise{"--max-noise", "NOISE", "quiet, medium or loud", false, false, "quiet|medium|loud"};
constexpr Parameter kStepFree{"--step-free", "", "without steps"};

constexpr auto kList = std::to_array<Parameter>({kKind,
                                                 kMaxCost,
                                                 kMaxMinutes,
                                                 kHome,
                                                 kOut,
                                                 kSeason,
                                                 kKids,
                                                 kAfar,
                                                 kMaxComfort,
                                                 kMoment,
                                                 kPrivacy,
                                                 kSearch,
                                                 kSetting,
                                                 kWeather,
                                                 kDaylight,
                                                 kTime,
                                                 kMaxTravel,
                                                 kMaxLead,
                                                 kNothingNeeded,
                                                 kNew,
                                                 kMaxNoise,
                                                 kStepFree,
                                                 {"--near", "", "where nothing fits, what comes nearest"}});
constexpr auto kDraw = std::to_array<Parameter>({kKind,
                                                 kMaxCost,
                                                 kMaxMinutes,
                                                 kHome,
                                                 kOut,
                                                 kSeason,
                                                 kKids,
                                                 kAfar,
                                                 kMaxComfort,
                                                 kMoment,
                                                 kPrivacy,
                                                 kSearch,
                                                 kSetting,
                                                 kWeather,
                                                 kDaylight,
                                                 kTime,
                                                 kMaxTravel,
                                                 kMaxLead,
                                                 kNothingNeeded,
                                                 kNew,
                                                 kMaxNoise,
                                                 kStepFree,
                                                 {"--seed", "N", "draw by this seed rather than the home's own"}});
constexpr auto kIdOnly = std::to_array<Parameter>({kId});
constexpr auto kAdd = std::to_array<Parameter>(
    {{"TITLE", "", "what you call it, at most 200 characters", true},
     {"--text", "TEXT", "what it is"},
     kKind,
     {"--cost", "COST", "free, low, mid or high; else low", false, false, "free|low|mid|high"},
     {"--minutes", "N", "how long it takes; else 60"},
     kHome,
     kOut,
     {"--comfort", "0..6", "how close it is; else 0; 5 and 6 stay hidden until both want them"},
     kAfar});
constexpr auto kMark = std::to_array<Parameter>(
    {kId, {"VERDICT", "", "yes, maybe, no, hide, or none to take it back", true, false, "yes|maybe|no|hide|none"}});
constexpr auto kChildren = std::to_array<Command>({
    {"list", "ideas that fit", kList, list, {}},
    {"draw", "one idea, by fair rotation", kDraw, draw, {}},
    {"show", "one idea", kIdOnly, show, {}},
    {"add", "an idea of your own", kAdd, add, {}},
    {"mark", "what you think of one, privately", kMark, mark, {}},
});

}  // namespace

Command idea_commands() noexcept {
  return {"idea",
          "ideas for time together and small gestures",
          {},
          nullptr,
          kChildren,
          "Here --home after the command means \"at home\"; the folder of the data is named before the command: "
          "kindling --home DIR idea list --home."};
}

}  // namespace kindling::cli
