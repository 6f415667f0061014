#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

Result<IdeaView> find_prompt(Kindling& home, const std::string& id) {
  auto found = home.library().find(id);
  if (!found) return found.error();
  if (found->content.kind != ContentKind::prompt)
    return not_found("that id names no prompt; `kindling prompt draw` shows one with its id");
  return found;
}

// Each answer with its question; an empty one where the library has it no more.
Result<std::vector<AnswerView>> with_questions(Kindling& home, const std::vector<PromptAnswer>& answers) {
  std::vector<std::string> ids;
  for (const PromptAnswer& one : answers) ids.push_back(one.prompt);
  const auto prompts = home.library().find_all(ids);
  if (!prompts) return prompts.error();
  std::vector<AnswerView> views;
  for (std::size_t i = 0; i < answers.size(); ++i) {
    const auto& prompt = (*prompts)[i];
    views.push_back({answers[i], prompt ? prompt->content.text : std::string()});
  }
  return views;
}

Result<void> decks(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto all = (*home)->library().decks();
  if (!all) return all.error();
  if (session.json()) return session.print_json(decks_json(*all)), Result<void>();
  Columns rows;
  for (const Deck& deck : *all) {
    rows.add({deck.name, count_words(deck.prompts, "prompt", "prompts"),
              "depth " + std::to_string(deck.least_depth) + " to " + std::to_string(deck.most_depth)});
  }
  session.print(rows.text());
  return {};
}

Result<void> draw(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto depth = read.number("--max-depth", 1, 5);
  const auto seed = read.number("--seed", 0, 2'147'483'647);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  std::optional<std::uint64_t> number;
  if (seed) number = static_cast<std::uint64_t>(*seed);
  const auto prompt = (*home)->library().draw_prompt(arguments.optional_text("--deck"), depth, number);
  if (!prompt) return prompt.error();
  if (session.json()) return session.print_json(prompt_json(*prompt)), Result<void>();
  session.print(wrapped(session.style().strong(prompt->content.text)));
  session.print("  " + session.style().faint(prompt->content.id) + "\n");
  return {};
}

Result<void> answer(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto prompt = find_prompt(**home, arguments.text("ID"));
  if (!prompt) return prompt.error();
  const auto changes = (*home)->keepsakes().answer_prompt(prompt->content.id, arguments.text("TEXT"));
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::prompt_answer);
  if (!ref) return ref.error();
  const auto kept = (*home)->keepsakes().answer(*ref);
  if (!kept) return kept.error();
  if (session.json())
    session.print_json(answer_json((*home)->context(), *kept, prompt->content.text));
  else
    session.print("Kept, for you alone.\n");
  return {};
}

Result<void> answers(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto kept = (*home)->keepsakes().answers();
  if (!kept) return kept.error();
  const auto views = with_questions(**home, *kept);
  if (!views) return views.error();
  if (session.json()) return session.print_json(answers_json((*home)->context(), *views)), Result<void>();
  for (const AnswerView& view : *views) {
    session.print(session.style().strong(one_line(view.question.empty() ? view.answer.prompt : view.question, 76)) +
                  "\n");
    session.print(wrapped(view.answer.text, "  "));
    session.print("  " +
                  session.style().faint(date_words(date_of(local_of(session, view.answer.at)), current_date(session))) +
                  "\n");
  }
  if (views->empty()) session.print("No answers yet. `kindling prompt draw` shows a question.\n");
  return {};
}

Result<void> forget(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::prompt_answer, arguments);
  if (!ref) return ref.error();
  const auto kept = (*home)->keepsakes().answer(*ref);
  if (!kept) return kept.error();
  const auto views = with_questions(**home, {*kept});
  if (!views) return views.error();
  if (const auto changes = (*home)->keepsakes().remove_answer(*ref); !changes) return changes.error();
  if (session.json())
    session.print_json(answer_json((*home)->context(), *kept, views->front().question));
  else
    session.print("Removed. `kindling undo` brings it back.\n");
  return {};
}

constexpr auto kAnswerId = std::to_array<Parameter>({{"ID", "", "the answer's id, as `answers --json` has it", true}});
constexpr auto kDraw = std::to_array<Parameter>({{"--deck", "DECK", "from this deck"},
                                                 {"--max-depth", "1..5", "at most so deep"},
                                                 {"--seed", "N", "draw by this seed rather than the home's own"}});
constexpr auto kAnswer = std::to_array<Parameter>(
    {{"ID", "", "the prompt's id, or the first characters of it", true}, {"TEXT", "", "your answer", true}});
constexpr auto kChildren = std::to_array<Command>({
    {"decks", "the decks of prompts", {}, decks, {}},
    {"draw", "one prompt, by fair rotation", kDraw, draw, {}},
    {"answer", "keep an answer, for yourself", kAnswer, answer, {}},
    {"answers", "your answers", {}, answers, {}},
    {"forget", "remove an answer", kAnswerId, forget, {}},
});

}  // namespace

Command prompt_commands() noexcept { return {"prompt", "questions to ask each other", {}, nullptr, kChildren}; }

}  // namespace kindling::cli
