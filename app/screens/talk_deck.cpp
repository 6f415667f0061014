#include "app/screens/talk_deck.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/talk_words.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::string_view kPrefix = "deck:";
constexpr std::size_t kAnswerLimit = 2000;  // characters
constexpr ui::Step kHue = ui::Step::talk;

void draw_card(Stage& stage, const DeckModel& view) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Hue& hue = ui.theme().hue(kHue);
  const ui::Card card(ui, "card", view.question, {.fill = ui::CardLook::Fill::tint, .hue = kHue, .padding = 28});
  const ui::Box sign = ui.take(ui.dp(40));
  const float x = (sign.left + sign.right) / 2;
  paint.icon(deck_icon(view.category), x, sign.top + ui.dp(20), ui.dp(36), hue.strong, true);
  ui.space(4);
  ui::paragraph(ui, depth_label(ui.tr, view.depth), Face::label, hue.strong, ui::Align::centre);
  // A short question stands in the middle of a card of the same height as a long one.
  const float height = paint.height(Face::title, view.question, ui.column().width());
  const float air = std::max(ui.dp(20), (ui.dp(170) - height) / 2);
  ui.space(ui.to_dp(air));
  ui::paragraph(ui, view.question, Face::title, ui.theme().ink, ui::Align::centre);
  ui.space(ui.to_dp(air));
  ui::paragraph(ui, ui.tr("Ask it out loud. Whoever asks answers too."), Face::label, ui.theme().ink,
                ui::Align::centre);
}

void draw_next(Stage& stage, const DeckModel& view) {
  ui::Ui& ui = stage.ui;
  if (ui::button(ui, "next", ui.tr("Another question"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::arrow_clockwise, .hue = kHue}))
    stage.out.emplace_back(DrawPrompt{view.deck, view.most_depth});
  ui.space(8);
  ui::paragraph(ui, ui.tr("Passing over a question is never counted, and nobody sees it."), Face::label,
                ui.theme().soft_ink, ui::Align::centre);
}

void draw_answer(Stage& stage, const DeckModel& view, DeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "answer", ui.tr("Your answer"));
  ui::heading(ui, ui.tr("Your answer"));
  ui.space(4);
  ui::note(ui, ui.tr("If you like, in a few words. Only you see it."));
  ui.space(12);
  const ui::Scope scope(ui, view.prompt);
  ui::TextEdit& edit = draft.answers[view.prompt];
  const ui::FieldEvent event = ui::text_field(ui, "text", edit,
                                              {.label = ui.tr("Your answer"),
                                               .placeholder = ui.tr("What comes to mind first…"),
                                               .lines = 3,
                                               .limit = kAnswerLimit,
                                               .error = stage.error,
                                               .show_label = false});
  const bool blank = edit.text().find_first_not_of(" \n\t") == std::string::npos;
  if (blank) return;
  ui.space(12);
  const bool save = ui::button(ui, "save", ui.tr("Keep it"), {.hue = kHue});
  if (!save && event != ui::FieldEvent::entered) return;
  draft.sent = {view.prompt, edit.text()};
  stage.out.emplace_back(AnswerPrompt{view.prompt, edit.text()});
}

void draw_answers(Stage& stage, const DeckModel& view, DeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (view.answers.empty()) return;
  section(stage, ui.tr("What you answered before"));
  const std::size_t shown = std::min(view.answers.size(), draft.shown);
  for (std::size_t i = 0; i < shown; ++i) {
    const AnswerLine& answer = view.answers[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{.hue = kHue,
                           .title = answer.question.empty() ? ui.tr("An earlier question") : answer.question,
                           .subtitle = answer.text,
                           .trailing = answer.date,
                           .press = false,
                           .swipe_left = ui.tr("Remove")};
    if (ui::row(ui, to_string(answer.ref.id), look) == ui::RowEvent::swiped_left)
      stage.out.emplace_back(Remove{answer.ref});
  }
  if (shown < view.answers.size() && ui::link(ui, "more", ui.tr("Show more"), kHue)) draft.shown += 20;
}

}  // namespace

const Question& DeckScreen::question_of(Kindling& home, const std::string& prompt) {
  const auto [known, is_new] = questions_.try_emplace(prompt);
  if (!is_new) return known->second;
  if (const auto found = home.library().find(prompt)) known->second = {found->content.text, found->content.category};
  return known->second;
}

Result<std::vector<AnswerLine>> DeckScreen::read_answers(Kindling& home, const Format& format,
                                                         const std::string& prompt) {
  const auto today = home.settings().today();
  if (!today) return today.error();
  auto answers = home.keepsakes().answers();
  if (!answers) return answers.error();
  std::stable_sort(answers->begin(), answers->end(), [&](const PromptAnswer& a, const PromptAnswer& b) {
    return std::pair(a.prompt == prompt, a.at) > std::pair(b.prompt == prompt, b.at);
  });
  std::vector<AnswerLine> lines;
  for (PromptAnswer& answer : *answers) {
    const Question& question = question_of(home, answer.prompt);
    if (deck_ && question.category != *deck_) continue;
    const LocalDate date = date_of(to_local(std::chrono::floor<std::chrono::seconds>(answer.at), home.context().zone));
    lines.push_back({{SpaceKind::self, EntityKind::prompt_answer, answer.id.bytes},
                     question.text,
                     std::move(answer.text),
                     format.list_date(date, *today)});
  }
  return lines;
}

std::string deck_item(std::string_view deck, int most_depth) {
  return std::string(kPrefix) + std::string(deck) + "/" + std::to_string(most_depth);
}

DeckScreen::DeckScreen(const std::string& item) {
  if (!item.starts_with(kPrefix)) {
    prompt_ = item;
    of_today_ = item.empty();
    return;
  }
  std::string name = item.substr(kPrefix.size());
  if (const std::size_t slash = name.find('/'); slash != std::string::npos) {
    if (name.size() == slash + 2 && name.back() >= '1' && name.back() <= '5') most_depth_ = name.back() - '0';
    name.resize(slash);
  }
  if (!name.empty()) deck_ = std::move(name);
}

Result<void> DeckScreen::read(Kindling& home, const Format& format) {
  const ui::Strings& tr = format.tr();
  if (of_today_ && prompt_.empty()) {
    auto today = home.today().today();
    if (!today) return today.error();
    if (today->prompt) prompt_ = today->prompt->id;
  }
  DeckModel view;
  view.deck = deck_;
  view.most_depth = most_depth_;
  view.title = deck_ ? std::string(deck_label(tr, *deck_)) : std::string(tr("A question for you two"));
  if (!prompt_.empty()) {
    auto found = home.library().find(prompt_);
    if (!found) return found.error();
    const Content& content = found->content;
    view.prompt = content.id;
    view.question = content.text;
    view.category = content.category;
    view.depth = content.depth;
  }
  auto answers = read_answers(home, format, view.prompt);
  if (!answers) return answers.error();
  view.answers = std::move(*answers);
  if (draft_.sent) {
    const auto& [prompt, text] = *draft_.sent;
    const bool kept = std::any_of(view.answers.begin(), view.answers.end(),
                                  [&words = text](const AnswerLine& line) { return line.text == words; });
    if (kept) draft_.answers.erase(prompt);
    draft_.sent.reset();
  }
  view_ = std::move(view);
  return {};
}

void draw_deck(Stage& stage, const DeckModel& view, DeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "deck", draft.scroll, {.title = view.title});
  if (view.prompt.empty()) {
    if (nothing_card(ui, "closed",
                     {Icon::cards_three, kHue, ui.tr("The cards are face down"),
                      ui.tr("Sit down together, turn one over, and take your time."), ui.tr("Turn one over")}))
      stage.out.emplace_back(DrawPrompt{view.deck, view.most_depth});
    scene.second_column();
  } else {
    draw_card(stage, view);
    ui.space(14);
    draw_next(stage, view);
    if (!stage.wide) ui.space(22);
    scene.second_column();
    draw_answer(stage, view, draft);
  }
  draw_answers(stage, view, draft);
}

}  // namespace kindling::app
