#include "app/screens/talk_deck.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "app/screens/talk_words.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr std::string_view kPrefix = "deck:";
constexpr std::size_t kAnswerLimit = 2000;  // characters
constexpr ui::Step kHue = ui::Step::talk;
constexpr int kDeepest = 5;
constexpr int kCardsADepth = 2;  // talked about before it goes deeper
constexpr int kLongestWay = 100;

void draw_card(Stage& stage, const DeckModel& view) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const ui::Hue& hue = ui.theme().hue(kHue);
  const ui::Card card(ui, "card", view.question, {.fill = ui::CardLook::Fill::tint, .hue = kHue, .padding = 28});
  const ui::Box sign = ui.take(ui.dp(40));
  const float x = (sign.left + sign.right) / 2;
  if (ui::icon_button(
          ui, "favourite", Icon::heart, view.favourite ? ui.tr("No favourite any more") : ui.tr("A favourite"),
          sign.right - ui.dp(8), sign.top + ui.dp(8),
          {.on_surface = false, .filled_icon = view.favourite, .colour = hue.strong, .selected = view.favourite}))
    stage.out.emplace_back(MarkIdea{view.prompt, view.favourite ? Verdict::none : Verdict::yes});
  if (view.own && ui::icon_button(ui, "edit", Icon::pencil_simple, ui.tr("Change the card"), sign.left + ui.dp(8),
                                  sign.top + ui.dp(8), {.on_surface = false, .colour = hue.strong}))
    stage.out.emplace_back(OpenSheet{.kind = SheetKind::card, .ref = view.own});
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

void turn_over(Stage& stage, const DeckModel& view, int talked) {
  const DepthWindow depths = sitting_depths(talked, view.least_depth, view.most_depth.value_or(kDeepest));
  stage.out.emplace_back(DrawPrompt{view.deck, depths.most, depths.least});
}

// Where this sitting is on its way from light to deep, as three parts of a line.
void draw_way(Stage& stage, const DeckModel& view, const DeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  const int most = view.most_depth.value_or(kDeepest);
  const DepthWindow end = sitting_depths(kLongestWay, view.least_depth, most);
  if (end == sitting_depths(0, view.least_depth, most)) return;  // one depth only
  const DepthWindow now = sitting_depths(draft.talked, view.least_depth, most);
  int steps = 0;
  while (sitting_depths(steps, view.least_depth, most) != end) ++steps;
  const float part = static_cast<float>(std::min(draft.talked, steps) + 1) / static_cast<float>(steps + 1);
  ui::progress_bar(ui, "way", ui.tr("From light to deep"), part, kHue);
  ui.space(4);
  ui::note(ui, now == end ? ui.tr("As deep as you chose. Stay as long as it is good.")
                          : ui.tr("It begins lightly and goes deeper as you talk."));
  ui.space(12);
}

void draw_next(Stage& stage, const DeckModel& view, DeckDraft& draft) {
  ui::Ui& ui = stage.ui;
  if (ui::button(ui, "onward", ui.tr("Next question"), {.icon = Icon::arrow_right, .hue = kHue}))
    turn_over(stage, view, ++draft.talked);
  ui.space(8);
  if (ui::button(ui, "next", ui.tr("Another question"),
                 {.style = ui::ButtonStyle::tinted, .icon = Icon::arrow_clockwise, .hue = kHue}))
    turn_over(stage, view, draft.talked);
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

DepthWindow sitting_depths(int talked, int least, int most) noexcept {
  constexpr std::array<DepthWindow, 3> kWay{{{1, 2}, {3, 3}, {4, 5}}};
  const auto reached = static_cast<std::size_t>(std::clamp(talked / kCardsADepth, 0, 2));
  DepthWindow window = kWay[reached];
  // A deck that begins deeper begins there, and nobody is taken deeper than they chose.
  window.most = std::clamp(window.most, std::min(least, most), most);
  window.least = std::min(window.least, window.most);
  for (const DepthWindow& part : kWay) {
    if (part.most == window.most) window.least = std::min(window.least, part.least);
  }
  return window;
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
  if (deck_) {
    const auto decks = home.library().decks();
    if (!decks) return decks.error();
    const auto found =
        std::find_if(decks->begin(), decks->end(), [&](const Deck& deck) { return deck.name == *deck_; });
    if (found != decks->end()) view.least_depth = found->least_depth;
  }
  view.title = deck_ ? std::string(deck_label(tr, *deck_)) : std::string(tr("A question for you two"));
  if (!prompt_.empty()) {
    auto found = home.library().find(prompt_);
    if (!found) return found.error();
    const Content& content = found->content;
    view.prompt = content.id;
    view.question = content.text;
    view.category = content.category;
    view.depth = content.depth;
    view.favourite = found->verdict == Verdict::yes;
    const auto id = found->own ? parse_uuid(content.id) : std::nullopt;
    if (id) view.own = EntityRef{SpaceKind::self, EntityKind::idea, *id};
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
      turn_over(stage, view, draft.talked);
    scene.second_column();
  } else {
    draw_way(stage, view, draft);
    draw_card(stage, view);
    ui.space(14);
    draw_next(stage, view, draft);
    if (!stage.wide) ui.space(22);
    scene.second_column();
    draw_answer(stage, view, draft);
  }
  draw_answers(stage, view, draft);
}

}  // namespace kindling::app
