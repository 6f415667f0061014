#include <array>

#include "core/services/safety_service.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

std::string_view title_of(Programme programme) {
  return programme == Programme::four_first_steps ? "Four first steps" : "Small touches";
}
std::string_view words_of(Programme programme) {
  return programme == Programme::four_first_steps
             ? "four weeks, one small thing a day from each step in turn: talk, closeness, touch, time"
             : "three weeks of small touches, from hands to a longer hug, each with an easy no";
}

void print_view(Session& session, const ProgrammeView& view) {
  const Style& style = session.style();
  session.print(style.strong(std::string(title_of(view.programme))));
  if (view.waits) {
    return session.print(
        ". What is left of it is closer than may be suggested now. It waits; `kindling comfort show` says why, and "
        "nothing has to change.\n");
  }
  if (!view.session) return session.print(", all days seen. Begin it again whenever you like.\n");
  session.print(", day " + std::to_string(view.day) + " of " + std::to_string(view.days) +
                (view.paused       ? " (resting)\n\n"
                 : view.done_today ? ", for tomorrow or whenever you like\n\n"
                                   : "\n\n"));
  session.print(style.strong(view.session->title) + " (" + std::to_string(view.session->minutes) + " min)\n");
  session.print(wrapped(view.session->text));
  for (const std::string& step : view.session->steps) session.print(wrapped(step, "  "));
}

Result<void> show(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto view = (*home)->programme().current();
  if (!view) return view.error();
  if (session.json()) return session.print_json(programme_json(*view)), Result<void>();
  if (!*view && SafetyService((*home)->context()).only_for_me()) {
    session.print(
        "What couples do together rests while this is for you alone. `kindling help crisis` shows who listens.\n");
    return {};
  }
  if (!*view) {
    session.print("No programme is on. `kindling programme start NAME` begins one:\n");
    for (const Programme programme : {Programme::four_first_steps, Programme::small_touches})
      session.print("  " + std::string(name_of(programme)) + "  " + std::string(words_of(programme)) + "\n");
    return {};
  }
  print_view(session, **view);
  return {};
}

Result<void> after(Session& session, const Arguments& arguments, const Result<Changes>& changes) {
  if (!changes) return changes.error();
  return show(session, arguments);
}

Result<void> start(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto programme = read.choice<Programme>("NAME");
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  return after(session, arguments, (*home)->programme().start(*programme));
}

template <Result<Changes> (ProgrammeService::*act)()>
Result<void> simply(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  return after(session, arguments, ((*home)->programme().*act)());
}

template <bool paused>
Result<void> pause(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  return after(session, arguments, (*home)->programme().pause(paused));
}

constexpr auto kStart = std::to_array<Parameter>(
    {{"NAME", "", "four-first-steps or small-touches", true, false, "four-first-steps|small-touches"}});
constexpr auto kChildren = std::to_array<Command>({
    {"show", "the next small thing", {}, show, {}},
    {"start", "begin a programme from its first day", kStart, start, {}},
    {"done", "the next thing was done", {}, simply<&ProgrammeService::finish>, {}},
    {"pass", "go on to the one after it, without trace", {}, simply<&ProgrammeService::pass>, {}},
    {"pause", "rest it; nothing is lost", {}, pause<true>, {}},
    {"resume", "go on where it rested", {}, pause<false>, {}},
    {"stop", "end it", {}, simply<&ProgrammeService::stop>, {}},
});

}  // namespace

Command programme_commands() noexcept {
  return {"programme", "a guided programme, one small thing a day, never behind", {}, nullptr, kChildren};
}

}  // namespace kindling::cli
