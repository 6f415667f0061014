#include <algorithm>
#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

Result<void> add(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  AddCheckIn command;
  command.valence = read.number("--valence", -kMoodLimit, kMoodLimit).value_or(0);
  command.energy = read.number("--energy", -kMoodLimit, kMoodLimit).value_or(0);
  command.feelings = arguments.all("--feeling");
  command.note = arguments.text("--note");
  command.need = arguments.text("--need");
  command.share = read.choice<Share>("--share").value_or(Share::none);
  if (!read.ok()) return read.error();
  if (arguments.has("--at")) {
    const auto moment = parse_moment(session, arguments.text("--at"));
    if (!moment) return invalid("--at: " + moment.error().message);
    command.at = *moment;
  }
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->check_ins().add(command);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::check_in);
  if (!ref) return ref.error();
  const auto check_in = (*home)->check_ins().get(*ref);
  if (!check_in) return check_in.error();
  if (session.json()) return session.print_json(check_in_json((*home)->context(), *check_in)), Result<void>();
  session.print("Noted: " + mood_text(*check_in) + ".");
  session.print(check_in->share == Share::none ? " It stays with you.\n" : "\n");
  return {};
}

Result<void> list(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto from = read.optional("--from", parse_date);
  const auto to = read.optional("--to", parse_date);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto own = (*home)->check_ins().list(from, to);
  if (!own) return own.error();
  const auto partners = (*home)->check_ins().of_partner(from, to);
  if (!partners) return partners.error();
  std::vector<CheckInView> all;
  for (const CheckIn& one : *own) all.push_back({one, false});
  for (const CheckIn& one : *partners) all.push_back({one, true});
  std::stable_sort(all.begin(), all.end(),
                   [](const CheckInView& a, const CheckInView& b) { return a.check_in.at < b.check_in.at; });
  if (session.json()) return session.print_json(check_ins_json((*home)->context(), all)), Result<void>();
  Columns rows;
  for (const auto& [one, is_partners] : all) {
    rows.add({session.style().faint(short_id(one.id.bytes)),
              time_words(local_of(session, one.at), current_date(session)), is_partners ? "your partner" : "",
              mood_text(one), one_line(one.note, 50)});
  }
  session.print(rows.empty() ? "No check-ins here yet.\n" : rows.text());
  return {};
}

Result<void> show(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::check_in, arguments);
  if (!ref) return ref.error();
  const auto check_in = (*home)->check_ins().get(*ref);
  if (!check_in) return check_in.error();
  if (session.json()) return session.print_json(check_in_json((*home)->context(), *check_in)), Result<void>();
  session.print(time_words(local_of(session, check_in->at), current_date(session)) + ": " + mood_text(*check_in) +
                "\n");
  if (!check_in->note.empty()) session.print(wrapped(check_in->note, "  "));
  if (!check_in->need.empty()) session.print(wrapped("what would help: " + check_in->need, "  "));
  session.print("shared: " + std::string(name_of(check_in->share)) + "\n");
  return {};
}

Result<void> share(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto wanted = read.choice<Share>("WHAT");
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::check_in, arguments);
  if (!ref) return ref.error();
  if (const auto changes = (*home)->check_ins().set_share(*ref, wanted.value_or(Share::none)); !changes)
    return changes.error();
  const auto check_in = (*home)->check_ins().get(*ref);
  if (!check_in) return check_in.error();
  if (session.json()) return session.print_json(check_in_json((*home)->context(), *check_in)), Result<void>();
  switch (check_in->share) {
    case Share::none: session.print("It is yours alone again. What was read before can't be called back.\n"); break;
    case Share::mood:
      session.print("Your partner may see: " + mood_text({.valence = check_in->valence, .energy = check_in->energy}) +
                    ".\n");
      break;
    case Share::all:
      session.print("Your partner may see all of it: " + mood_text(*check_in) +
                    (check_in->note.empty() ? "" : ", with your note") + ".\n");
      break;
  }
  return {};
}

Result<void> remove(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::check_in, arguments);
  if (!ref) return ref.error();
  const auto check_in = (*home)->check_ins().get(*ref);
  if (!check_in) return check_in.error();
  if (const auto changes = (*home)->check_ins().remove(*ref); !changes) return changes.error();
  if (session.json()) return session.print_json(check_in_json((*home)->context(), *check_in)), Result<void>();
  session.print("Removed, also where it was shared. `kindling undo` brings it back.\n");
  return {};
}

constexpr auto kId = std::to_array<Parameter>({{"ID", "", "its id, or the first characters of it", true}});
constexpr auto kShare = std::to_array<Parameter>(
    {{"ID", "", "its id, or the first characters of it", true},
     {"WHAT", "", "what your partner may see from now on: none, mood or all", true, false, "none|mood|all"}});
constexpr auto kAdd = std::to_array<Parameter>({
    {"--valence", "-4..4", "from unpleasant to pleasant", true},
    {"--energy", "-4..4", "from low to high", true},
    {"--feeling", "WORD", "a word for it; may be given several times", false, true},
    {"--note", "TEXT", "what you want to remember of it"},
    {"--need", "TEXT", "what would be good now"},
    {"--share", "WHAT", "what your partner may see: none, mood or all; else none", false, false, "none|mood|all"},
    {"--at", "TIME", "when it was; else now"},
});
constexpr auto kList =
    std::to_array<Parameter>({{"--from", "DATE", "from this day on"}, {"--to", "DATE", "to this day"}});
constexpr auto kChildren = std::to_array<Command>({
    {"add", "how you are, in ten seconds", kAdd, add, {}},
    {"list", "your check-ins, and what your partner shared of theirs", kList, list, {}},
    {"show", "one check-in", kId, show, {}},
    {"share", "show your partner more or less of it", kShare, share, {}},
    {"remove", "remove a check-in, and what was shared of it", kId, remove, {}},
});

}  // namespace

Command check_in_commands() noexcept { return {"checkin", "how you are, for yourself first", {}, nullptr, kChildren}; }

}  // namespace kindling::cli
