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
  const auto least = read.number("--min-depth", 1, 5);
  const auto seed = read.number("--seed", 0, 2'147'483'647);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  std::optional<std::uint64_t> number;
  if (seed) number = static_cast<std::uint64_t>(*seed);
  const auto prompt = (*home)->library().draw_prompt(arguments.optional_text("--deck"), depth, number, least);
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

void print_prompts(Session& session, const std::vector<IdeaView>& prompts) {
  Columns rows;
  for (const IdeaView& prompt : prompts) {
    const Content& content = prompt.content;
    rows.add({one_line(content.text, 60), content.category, "depth " + std::to_string(content.depth),
              session.style().faint(prompt.own ? content.id.substr(0, 6) : content.id)});
  }
  session.print(rows.text());
}

Result<void> print_card(Session& session, Kindling& home, const EntityRef& ref) {
  const auto card = home.library().find(to_string(ref.id));
  if (!card) return card.error();
  if (session.json()) return session.print_json(prompt_json(*card)), Result<void>();
  print_prompts(session, {*card});
  return {};
}

Result<void> add_card(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  AddCard command{arguments.text("TEXT"), arguments.text("--deck"), read.number("--depth", 1, 5).value_or(1)};
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->cards().add(command);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::idea);
  if (!ref) return ref.error();
  return print_card(session, **home, *ref);
}

Result<void> edit_card(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditCard command{arguments.optional_text("--text"), arguments.optional_text("--deck"), read.number("--depth", 1, 5)};
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::idea, arguments);
  if (!ref) return ref.error();
  if (const auto changes = (*home)->cards().edit(*ref, command); !changes) return changes.error();
  return print_card(session, **home, *ref);
}

Result<void> remove_card(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::idea, arguments);
  if (!ref) return ref.error();
  const auto card = (*home)->library().find(to_string(ref->id));
  if (!card) return card.error();
  if (const auto changes = (*home)->cards().remove(*ref); !changes) return changes.error();
  if (session.json()) return session.print_json(prompt_json(*card)), Result<void>();
  session.print("Removed. `kindling undo` brings it back.\n");
  return {};
}

Result<void> cards(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto own = (*home)->cards().list();
  if (!own) return own.error();
  std::vector<IdeaView> views;
  for (const Idea& card : *own) {
    auto view = (*home)->library().find(to_string(card.id));
    if (!view) return view.error();
    views.push_back(*std::move(view));
  }
  if (session.json()) return session.print_json(prompts_json(views)), Result<void>();
  if (views.empty())
    return session.print("No cards of your own yet. `kindling prompt add` writes one.\n"), Result<void>();
  print_prompts(session, views);
  return {};
}

Result<void> favourites(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto kept = (*home)->library().favourite_prompts();
  if (!kept) return kept.error();
  if (session.json()) return session.print_json(prompts_json(*kept)), Result<void>();
  if (kept->empty())
    return session.print("No favourites yet. `kindling prompt favourite` keeps one.\n"), Result<void>();
  print_prompts(session, *kept);
  return {};
}

Result<void> favourite(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto prompt = find_prompt(**home, arguments.text("ID"));
  if (!prompt) return prompt.error();
  const Verdict verdict = arguments.has("--off") ? Verdict::none : Verdict::yes;
  if (const auto done = (*home)->library().mark_idea(prompt->content.id, verdict); !done) return done.error();
  const auto marked = find_prompt(**home, prompt->content.id);
  if (!marked) return marked.error();
  if (session.json()) return session.print_json(prompt_json(*marked)), Result<void>();
  session.print(verdict == Verdict::yes ? "Among your favourites.\n" : "No favourite any more.\n");
  return {};
}

constexpr auto kAddCard = std::to_array<Parameter>({{"TEXT", "", "the question, at most 200 characters", true},
                                                    {"--deck", "DECK", "among this deck's; else your own deck"},
                                                    {"--depth", "1..5", "1 is light, 5 is deep; 1 unless said"}});
constexpr auto kEditCard = std::to_array<Parameter>({{"ID", "", "the card's id, or the first characters of it", true},
                                                     {"--text", "TEXT", "the question"},
                                                     {"--deck", "DECK", "the deck; own for your own"},
                                                     {"--depth", "1..5", "how deep"}});
constexpr auto kCardId = std::to_array<Parameter>({{"ID", "", "the card's id, or the first characters of it", true}});
constexpr auto kFavourite = std::to_array<Parameter>(
    {{"ID", "", "the prompt's id, or the first characters of it", true}, {"--off", "", "no favourite any more"}});
constexpr auto kAnswerId = std::to_array<Parameter>({{"ID", "", "the answer's id, as `answers --json` has it", true}});
constexpr auto kDraw = std::to_array<Parameter>({{"--deck", "DECK", "from this deck"},
                                                 {"--max-depth", "1..5", "at most so deep"},
                                                 {"--min-depth", "1..5", "so deep, or lighter where nothing is"},
                                                 {"--seed", "N", "draw by this seed rather than the home's own"}});
constexpr auto kAnswer = std::to_array<Parameter>(
    {{"ID", "", "the prompt's id, or the first characters of it", true}, {"TEXT", "", "your answer", true}});
constexpr auto kChildren = std::to_array<Command>({
    {"decks", "the decks of prompts", {}, decks, {}},
    {"draw", "one prompt, by fair rotation", kDraw, draw, {}},
    {"answer", "keep an answer, for yourself", kAnswer, answer, {}},
    {"answers", "your answers", {}, answers, {}},
    {"add", "write a card of your own", kAddCard, add_card, {}},
    {"cards", "your own cards", {}, cards, {}},
    {"edit", "change a card of your own", kEditCard, edit_card, {}},
    {"remove", "remove a card of your own", kCardId, remove_card, {}},
    {"favourite", "keep a prompt among your favourites", kFavourite, favourite, {}},
    {"favourites", "your favourites", {}, favourites, {}},
    {"forget", "remove an answer", kAnswerId, forget, {}},
});

}  // namespace

Command prompt_commands() noexcept { return {"prompt", "questions to ask each other", {}, nullptr, kChildren}; }

}  // namespace kindling::cli
