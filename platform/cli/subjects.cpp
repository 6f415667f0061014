#include "platform/cli/subjects.hpp"

#include <array>

namespace kindling::cli {

Result<EntityRef> subject(Kindling& home, EntityKind kind, const Arguments& arguments) {
  std::string id = arguments.text("ID");
  for (char& c : id) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return find_by_prefix(home.context(), kind, id);
}

Result<EntityRef> touched(const Changes& changes, EntityKind kind) {
  const EntityRef* found = nullptr;
  for (const EntityRef& ref : changes.touched) {
    if (ref.kind != kind) continue;
    if (found == nullptr || (ref.space == SpaceKind::self && found->space != SpaceKind::self)) found = &ref;
  }
  if (found == nullptr) return failed("nothing was changed");
  return *found;
}

Result<Instant> parse_moment(const Session& session, std::string_view text) {
  if (const auto instant = parse_instant(text)) return *instant;
  if (const auto local = parse_date_time(text)) return Instant(to_instant(*local, session.zone()));
  if (const auto time = parse_time(text)) {
    const LocalDate today = current_date(session);
    const Instant coming = to_instant(at(today, *time), session.zone());
    return coming > session.now() ? coming
                                  : Instant(to_instant(at(today + std::chrono::days(1), *time), session.zone()));
  }
  return invalid("a moment is written 2026-11-27T19:00, with an offset 2026-11-27T19:00+01:00, or as a time 19:00");
}

std::string mood_words(const CheckIn& check_in) {
  // By valence and by energy, from -4 to 4.
  constexpr std::array<std::string_view, 9> kPleasant{"very low", "low",  "rather low", "a bit low", "in between",
                                                      "fine",     "good", "very good",  "wonderful"};
  constexpr std::array<std::string_view, 9> kLively{"worn out",       "tired",          "rather tired",
                                                    "a little tired", "steady",         "awake",
                                                    "some energy",    "lots of energy", "full of energy"};
  std::string words(kPleasant[static_cast<std::size_t>(check_in.valence + kMoodLimit)]);
  (words += ", ") += kLively[static_cast<std::size_t>(check_in.energy + kMoodLimit)];
  for (const std::string& feeling : check_in.feelings) words += ", " + feeling;
  return words;
}

Result<LocalDateTime> parse_wall_time(std::string_view text) {
  if (const auto time = parse_date_time(text)) return *time;
  if (const auto date = parse_date(text)) return LocalDateTime(*date);
  return invalid("a wall time is written 2026-11-27T19:00, or as a date 2026-11-27");
}

Result<std::string> any_text(std::string_view text) { return std::string(text); }

std::string rule_words(const Rule& rule) {
  struct Unit {
    std::string_view one, many;
  };
  constexpr std::array<Unit, 7> kUnits{{{"second", "seconds"},
                                        {"minute", "minutes"},
                                        {"hour", "hours"},
                                        {"day", "days"},
                                        {"week", "weeks"},
                                        {"month", "months"},
                                        {"year", "years"}}};
  constexpr std::array<std::string_view, 7> kDays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  const bool plain = !rule.count && !rule.until && rule.by_second.empty() && rule.by_minute.empty() &&
                     rule.by_hour.empty() && rule.by_month_day.empty() && rule.by_year_day.empty() &&
                     rule.by_week.empty() && rule.by_month.empty() && rule.by_set_pos.empty() &&
                     (rule.by_day.empty() || rule.frequency == Frequency::weekly);
  if (!plain) return to_string(rule);
  const Unit& unit = kUnits[static_cast<std::size_t>(rule.frequency)];
  std::string words = "every ";
  words += rule.interval == 1 ? std::string(unit.one) : std::to_string(rule.interval) + " " + std::string(unit.many);
  for (std::size_t i = 0; i < rule.by_day.size(); ++i) {
    words += i == 0 ? " on " : i + 1 == rule.by_day.size() ? " and " : ", ";
    words += kDays[rule.by_day[i].day.c_encoding()];
  }
  return words;
}

LocalDateTime local_of(const Session& session, Instant instant) {
  return to_local(std::chrono::floor<std::chrono::seconds>(instant), session.zone());
}

LocalDate current_date(const Session& session) { return date_of(local_of(session, session.now())); }

}  // namespace kindling::cli
