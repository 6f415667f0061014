#include <algorithm>
#include <array>

#include "core/library/comfort_bounds.hpp"
#include "core/library/content_rules.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

void print_list(Session& session, const std::vector<Content>& pieces) {
  std::string_view last;
  for (const Content& piece : pieces) {
    if (piece.category != last)
      session.print((last.empty() ? "" : "\n") + session.style().strong(piece.category) + "\n");
    last = piece.category;
    session.print("  " + piece.title + "  " + session.style().faint(piece.id) + "\n");
  }
}

void print_piece(Session& session, const Content& piece) {
  session.print(session.style().strong(piece.title) + "\n\n" + wrapped(piece.text));
  for (const std::string& paragraph : piece.body) session.print("\n" + wrapped(paragraph));
  if (piece.kind == ContentKind::article) session.print("\nSmall steps:\n");
  for (const std::string& step : piece.steps) session.print(wrapped(step, "  "));
  if (piece.kind == ContentKind::rung)
    session.print("\nHere is a good place to stop, and so was every line before. Nothing is noted.\n");
}

Result<void> show(Session& session, const Arguments& arguments, ContentKind kind) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto found = (*home)->library().find(arguments.text("ID"));
  if (!found) return found.error();
  if (found->content.kind != kind)
    return not_found("that id names none of these; the same command with `list` shows them");
  if (session.json()) return session.print_json(pieces_json({found->content})), Result<void>();
  print_piece(session, found->content);
  return {};
}

Result<void> list(Session& session, ContentKind kind, const std::optional<std::string>& category,
                  std::string_view name) {
  const auto known = categories_of(kind);
  if (category && std::find(known.begin(), known.end(), *category) == known.end())
    return not_found(std::string(name) + ": there is no such one; without it all are listed");
  const auto home = session.home();
  if (!home) return home.error();
  auto pieces = (*home)->library().pieces(kind);
  if (!pieces) return pieces.error();
  if (category) std::erase_if(*pieces, [&](const Content& piece) { return piece.category != *category; });
  if (session.json()) return session.print_json(pieces_json(*pieces)), Result<void>();
  if (pieces->empty()) session.print("Nothing may be suggested here just now; `kindling comfort show` says why.\n");
  print_list(session, *pieces);
  return {};
}

Result<void> list_articles(Session& session, const Arguments& arguments) {
  return list(session, ContentKind::article, arguments.optional_text("--about"), "--about");
}
Result<void> show_article(Session& session, const Arguments& arguments) {
  return show(session, arguments, ContentKind::article);
}
Result<void> list_rungs(Session& session, const Arguments& arguments) {
  return list(session, ContentKind::rung, arguments.optional_text("--rung"), "--rung");
}
Result<void> show_rung(Session& session, const Arguments& arguments) {
  return show(session, arguments, ContentKind::rung);
}

// What was on the page felt good: touch comes at most one step closer from now on.
Result<void> felt_good(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto found = (*home)->library().find(arguments.text("ID"));
  if (!found) return found.error();
  if (!is_touch(found->content)) return not_found("that id names no touch; `ladder list` and `idea list` show some");
  const auto changes = (*home)->settings().set_felt_good(found->content.comfort);
  if (!changes) return changes.error();
  if (session.json()) return session.print_json(pieces_json({found->content})), Result<void>();
  session.print(
      "Good. Nothing more than one step closer is suggested; `kindling comfort felt-good none` forgets it.\n");
  return {};
}

template <bool rests>
Result<void> rest(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->settings().set_touch_rests(rests);
  if (!changes) return changes.error();
  if (session.json()) return list(session, ContentKind::rung, std::nullopt, "--rung");
  session.print(rests ? "Touch rests; no reason is needed. `kindling ladder resume` brings it back.\n"
                      : "Touch is suggested again.\n");
  return {};
}

constexpr auto kAbout =
    std::to_array<Parameter>({{"--about", "NAME", "talk, mood, closeness, touch, time, rituals or help", false, false,
                               "talk|mood|closeness|touch|time|rituals|help"}});
constexpr auto kRung = std::to_array<Parameter>(
    {{"--rung", "NAME", "beside, hands, arms, faces or resting", false, false, "beside|hands|arms|faces|resting"}});
constexpr auto kId = std::to_array<Parameter>({{"ID", "", "its id", true}});
constexpr auto kArticles = std::to_array<Command>({
    {"list", "all pages, by what has gone quiet", kAbout, list_articles, {}},
    {"show", "one page, with its small steps", kId, show_article, {}},
});
constexpr auto kLadder = std::to_array<Command>({
    {"list", "the rungs up to your ceiling; none is owed, nobody counts", kRung, list_rungs, {}},
    {"show", "one of them; stop wherever you like", kId, show_rung, {}},
    {"good", "it felt good: touch comes at most one step closer from now on", kId, felt_good, {}},
    {"rest", "no touch is suggested for as long as you like", {}, rest<true>, {}},
    {"resume", "touch is suggested again", {}, rest<false>, {}},
});
constexpr auto kFamilies = std::to_array<Command>({
    {"article", "pages to read when something has gone quiet, and small steps", {}, nullptr, kArticles},
    {"ladder", "slow closeness, step by step, up to your own ceiling", {}, nullptr, kLadder},
});

}  // namespace

std::span<const Command> library_commands() noexcept { return kFamilies; }

}  // namespace kindling::cli
