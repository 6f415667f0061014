#include "platform/cli/subjects.hpp"

#include "core/domain/mood_words.hpp"

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

std::optional<SchedulePhrase> read_when(ArgumentReader& read, const Session& session, const Arguments& arguments) {
  if (!arguments.has("--when")) return std::nullopt;
  if (arguments.has("--repeat"))
    return read.refuse("--when", invalid("it stands in place of --repeat; give one of them")), std::nullopt;
  auto phrase = read_phrase(arguments.text("--when"), current_date(session));
  if (!phrase) return read.refuse("--when", phrase.error()), std::nullopt;
  if (phrase->at && arguments.has("--at"))
    return read.refuse("--at", invalid("--when names the time already; give it in one of them")), std::nullopt;
  if (phrase->from && arguments.has("--from"))
    return read.refuse("--from", invalid("--when names the first day already; give it in one of them")), std::nullopt;
  return std::move(*phrase);
}

std::string mood_text(const CheckIn& check_in) {
  std::string words(mood_words(check_in.valence, check_in.energy));
  for (const std::string& feeling : check_in.feelings) words += ", " + feeling;
  return words;
}

Result<LocalDateTime> parse_wall_time(std::string_view text) {
  if (const auto time = parse_date_time(text)) return *time;
  if (const auto date = parse_date(text)) return LocalDateTime(*date);
  return invalid("a wall time is written 2026-11-27T19:00, or as a date 2026-11-27");
}

Result<std::string> any_text(std::string_view text) { return std::string(text); }

LocalDateTime local_of(const Session& session, Instant instant) {
  return to_local(std::chrono::floor<std::chrono::seconds>(instant), session.zone());
}

LocalDate current_date(const Session& session) { return date_of(local_of(session, session.now())); }

}  // namespace kindling::cli
