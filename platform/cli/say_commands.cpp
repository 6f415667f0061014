#include <algorithm>
#include <array>

#include "core/base/text.hpp"
#include "core/library/content_rules.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

void print_check(Session& session, std::string_view text, const SpeechCheck& check) {
  const Style& style = session.style();
  for (const HarshFlag& flag : check.flags) {
    session.print(style.warm(one_line(text.substr(flag.start, flag.length), 60)) + "\n");
    session.print(wrapped(flag.suggestion, "  "));
  }
  if (check.flags.empty()) {
    session.print("Nothing in it is likely to land as an attack.\n");
  } else if (check.gentle.empty()) {
    session.print(
        wrapped("If you are afraid, wording isn't what's needed. `kindling help crisis` has people to talk to."));
  } else {
    session.print("\nSofter, in one piece:\n" + wrapped(check.gentle, "  "));
  }
}

Result<void> check(Session& session, const Arguments& arguments) {
  const std::string& text = arguments.text("TEXT");
  if (trim(text).empty()) return invalid("TEXT is empty; write what you want to say");
  if (auto fine = check_note(text, "TEXT"); !fine) return fine.error();
  const SpeechCheck checked = check_speech(text);
  if (session.json())
    session.print_json(speech_json(checked));
  else
    print_check(session, text, checked);
  return {};
}

std::string_view line_of(RequestHint hint) {
  switch (hint) {
    case RequestHint::negative:
      return "About the request: what would you like to see instead? That is easier to do than not to do.";
    case RequestHint::vague:
      return "About the request: one small thing that could happen this week is easier to say yes to.";
    case RequestHint::demand:
    case RequestHint::none: break;
  }
  return "About the request: where there is room for a no, a yes is a real one.";
}

Result<void> compose(Session& session, const Arguments& arguments) {
  const auto wordings = compose_gentle_wordings(
      {arguments.text("--feeling"), arguments.text("--fact"), arguments.text("--need"), arguments.text("--request")});
  if (!wordings) return wordings.error();
  const std::string& gentle = wordings->front();
  const SpeechCheck composed{check_speech(gentle).flags, gentle};
  const RequestHint hint = look_at_request(arguments.text("--request"));
  if (session.json()) return session.print_json(composed_json(composed, *wordings, hint)), Result<void>();
  const bool is_fear = std::any_of(composed.flags.begin(), composed.flags.end(),
                                   [](const HarshFlag& flag) { return flag.kind == HarshKind::safety; });
  if (is_fear) return print_check(session, gentle, {composed.flags, {}}), Result<void>();
  session.print(wrapped(gentle));
  session.print("\nOr:\n");
  for (std::size_t i = 1; i < wordings->size(); ++i) session.print(wrapped((*wordings)[i], "  "));
  if (!composed.flags.empty()) {
    session.print("\nStill likely to sting:\n");
    for (const HarshFlag& flag : composed.flags)
      session.print(wrapped(gentle.substr(flag.start, flag.length) + ": " + flag.suggestion, "  "));
  }
  if (hint != RequestHint::none) session.print("\n" + wrapped(line_of(hint)));
  return {};
}

// A plan of both, which reminds of itself; and the words to ask with, since nothing is sent.
Result<void> invite(Session& session, const Arguments& arguments) {
  constexpr std::chrono::minutes kTalk{30};
  ArgumentReader read(arguments);
  AddPlan command;
  command.start = read.value("--at", parse_date_time);
  command.length = read.value("--for", parse_length, kTalk);
  if (!read.ok()) return read.error();
  const std::string topic(trim(arguments.text("--about")));
  command.title = topic.empty() ? "Time to talk" : "Talk: " + topic;
  const auto home = session.home();
  if (!home) return home.error();
  if (command.start <= (*home)->context().local_now())
    return invalid("--at: that time has passed; give one that is still to come");
  const auto changes = (*home)->plans().add(command);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::plan);
  if (!ref) return ref.error();
  const auto plan = (*home)->plans().get(*ref);
  if (!plan) return plan.error();
  if (session.json()) return session.print_json(plan_json((*home)->context(), *plan)), Result<void>();
  session.print("The time is set, with a reminder before it. You could ask:\n");
  session.print(wrapped("Can we talk " + time_words(plan->start, current_date(session)) + "?", "  "));
  return {};
}

Result<void> practice(Session& session, const Arguments& arguments) {
  const auto about = arguments.optional_text("--about");
  const auto known = categories_of(ContentKind::practice);
  if (about && std::find(known.begin(), known.end(), *about) == known.end())
    return not_found("--about: it is good-news or hard-moment; without it all are shown");
  const auto home = session.home();
  if (!home) return home.error();
  auto found = (*home)->library().pieces(ContentKind::practice);
  if (!found) return found.error();
  if (about) std::erase_if(*found, [&](const Content& moment) { return moment.category != *about; });
  if (session.json()) return session.print_json(pieces_json(*found)), Result<void>();
  if (found->empty()) return session.print("Nothing lies below your ceiling for talk.\n"), Result<void>();
  // Another one each day, in a fixed round.
  const auto day =
      static_cast<std::size_t>(std::max<std::int64_t>(0, current_date(session).time_since_epoch().count()));
  const Content& moment = (*found)[day % found->size()];
  session.print(session.style().strong(moment.title) + "\n" + wrapped(moment.text, "  "));
  for (std::size_t i = 0; i < moment.choices.size(); ++i) {
    session.print("\n" + wrapped(moment.choices[i], "  "));
    session.print(session.style().faint(wrapped(moment.feedback[i], "    ")));
  }
  session.print("\nYou could also say:\n");
  for (const std::string& reply : moment.replies) session.print(wrapped(reply, "  "));
  return {};
}

Result<void> replies(Session& session, const Arguments& arguments) {
  const auto situation = arguments.optional_text("--situation");
  const auto known = categories_of(ContentKind::reply);
  if (situation && std::find(known.begin(), known.end(), *situation) == known.end())
    return not_found("--situation: there is no such situation; it is apology, pause, validation or good-news");
  const auto home = session.home();
  if (!home) return home.error();
  auto found = (*home)->library().pieces(ContentKind::reply);
  if (!found) return found.error();
  if (situation) std::erase_if(*found, [&](const Content& reply) { return reply.category != *situation; });
  if (session.json()) return session.print_json(replies_json(*found)), Result<void>();
  std::string_view last;
  for (const Content& reply : *found) {
    if (reply.category != last)
      session.print((last.empty() ? "" : "\n") + session.style().strong(reply.category) + "\n");
    last = reply.category;
    session.print(wrapped(reply.text, "  "));
  }
  if (found->empty()) session.print("Nothing lies below your ceiling for talk; `kindling comfort show` has it.\n");
  return {};
}

Result<void> starts(Session& session, const Arguments& arguments) {
  const auto theme = arguments.optional_text("--theme");
  const auto known = categories_of(ContentKind::start);
  if (theme && std::find(known.begin(), known.end(), *theme) == known.end())
    return not_found("--theme: there is no such theme; without it all are shown");
  const auto home = session.home();
  if (!home) return home.error();
  auto found = (*home)->library().pieces(ContentKind::start);
  if (!found) return found.error();
  if (theme) std::erase_if(*found, [&](const Content& start) { return start.category != *theme; });
  if (session.json()) return session.print_json(pieces_json(*found)), Result<void>();
  std::string_view last;
  for (const Content& start : *found) {
    if (start.category != last)
      session.print((last.empty() ? "" : "\n") + session.style().strong(start.category) + "\n");
    last = start.category;
    session.print(session.style().faint(wrapped("Not: " + start.harsh, "  ")) + wrapped(start.text, "  ") + "\n");
  }
  if (found->empty()) session.print("Nothing lies below your ceiling for talk; `kindling comfort show` has it.\n");
  return {};
}

constexpr auto kStarts =
    std::to_array<Parameter>({{"--theme", "NAME", "of this one alone, such as phones or chores", false, false,
                               "distance|listening|phones|chores|time|touch|promises|work|family|"
                               "money"}});
constexpr auto kReplies =
    std::to_array<Parameter>({{"--situation", "NAME", "for this one: apology, pause, validation or good-news", false,
                               false, "apology|pause|validation|good-news"}});
constexpr auto kCheck =
    std::to_array<Parameter>({{"TEXT", "", "what you want to say, at most 10,000 characters", true}});
constexpr auto kCompose = std::to_array<Parameter>({
    {"--feeling", "TEXT", "how you feel, such as \"lonely\"", true},
    {"--fact", "TEXT", "what happens, such as \"when we eat with the phones on the table\"", true},
    {"--need", "TEXT", "what you need, such as \"closeness\"", true},
    {"--request", "TEXT", "what you ask for, such as \"put the phones away at dinner\"", true},
});
constexpr auto kInvite = std::to_array<Parameter>({{"--at", "WALL", "when, such as 2026-11-27T20:00", true},
                                                   {"--about", "TEXT", "what about; both of you see it"},
                                                   {"--for", "LENGTH", "how long, 30m unless said"}});
constexpr auto kPractice = std::to_array<Parameter>(
    {{"--about", "NAME", "of these alone: good-news or hard-moment", false, false, "good-news|hard-moment"}});
constexpr auto kChildren = std::to_array<Command>({
    {"check", "find what may land as an attack, with a softer wording", kCheck, check, {}},
    {"compose", "three kind wordings from feeling, fact, need and request", kCompose, compose, {}},
    {"invite", "a time to talk, as a plan with a reminder", kInvite, invite, {}},
    {"practice", "a moment to answer: replies, how each may land, and good ones", kPractice, practice, {}},
    {"starts", "harsh openings beside kind ones, by theme", kStarts, starts, {}},
    {"replies", "sentences for where words are missing, by situation", kReplies, replies, {}},
});

}  // namespace

Command say_commands() noexcept {
  return {"say", "bring it up kindly; nothing is kept but an invitation", {}, nullptr, kChildren};
}

}  // namespace kindling::cli
