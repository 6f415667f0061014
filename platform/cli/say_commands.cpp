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

Result<void> compose(Session& session, const Arguments& arguments) {
  auto gentle = compose_gentle_start(
      {arguments.text("--feeling"), arguments.text("--fact"), arguments.text("--need"), arguments.text("--request")});
  if (!gentle) return gentle.error();
  SpeechCheck composed{check_speech(*gentle).flags, *gentle};
  if (session.json()) return session.print_json(speech_json(composed)), Result<void>();
  session.print(wrapped(*gentle));
  if (!composed.flags.empty()) {
    session.print("\nStill likely to sting:\n");
    for (const HarshFlag& flag : composed.flags)
      session.print(wrapped(gentle->substr(flag.start, flag.length) + ": " + flag.suggestion, "  "));
  }
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
constexpr auto kChildren = std::to_array<Command>({
    {"check", "find what may land as an attack, with a softer wording", kCheck, check, {}},
    {"compose", "a kind sentence from feeling, fact, need and request", kCompose, compose, {}},
    {"starts", "harsh openings beside kind ones, by theme", kStarts, starts, {}},
    {"replies", "sentences for where words are missing, by situation", kReplies, replies, {}},
});

}  // namespace

Command say_commands() noexcept { return {"say", "bring it up kindly; nothing is kept", {}, nullptr, kChildren}; }

}  // namespace kindling::cli
