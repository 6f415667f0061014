#include "app/screens/reading.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/idea.hpp"
#include "core/library/content_rules.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

void draw_steps(Stage& stage, const Content& piece) {
  ui::Ui& ui = stage.ui;
  if (piece.steps.empty()) return;
  ui.space(16);
  ui::note(ui, piece.kind == ContentKind::article ? ui.tr("Small steps for this week") : ui.tr("Slowly"));
  for (const std::string& step : piece.steps) {
    ui.space(8);
    ui::paragraph(ui, step, Face::strong, ui.theme().hue(hue_of(piece.step)).strong);
  }
}

Icon article_icon(std::string_view category) {
  if (category == "talk") return Icon::chat_circle_dots;
  if (category == "mood") return Icon::cloud;
  if (category == "closeness") return Icon::heart;
  if (category == "touch") return Icon::hand_heart;
  if (category == "time") return Icon::calendar_heart;
  if (category == "rituals") return Icon::coffee;
  return Icon::lifebuoy;
}

}  // namespace

std::string_view article_label(const ui::Strings& tr, std::string_view category) {
  if (category == "talk") return tr("When talking has grown thin");
  if (category == "mood") return tr("When days feel heavy");
  if (category == "closeness") return tr("When you feel like flatmates");
  if (category == "touch") return tr("When touch has gone quiet");
  if (category == "time") return tr("When there is never time");
  if (category == "rituals") return tr("When habits have slipped");
  return tr("When more help is right");
}

std::string_view theme_label(const ui::Strings& tr, std::string_view theme) {
  if (theme == "distance") return tr("Feeling far apart");
  if (theme == "listening") return tr("Being heard");
  if (theme == "phones") return tr("Phones");
  if (theme == "chores") return tr("Housework");
  if (theme == "time") return tr("Time together");
  if (theme == "touch") return tr("Touch");
  if (theme == "promises") return tr("Promises");
  if (theme == "work") return tr("Work");
  if (theme == "family") return tr("Family");
  return tr("Money");
}

void draw_reading(Stage& stage, const Content& piece, ReadingDraft& draft) {
  ui::Ui& ui = stage.ui;
  const bool rung = piece.kind == ContentKind::rung;
  const std::string_view head = rung ? comfort_name(ui.tr, piece.comfort) : article_label(ui.tr, piece.category);
  Scene scene(stage, "reading", draft.scroll, {.title = head});
  if (rung && stage.only_for_me) return draw_care(stage);
  {
    const ui::Card card(ui, "piece", piece.title);
    ui::heading(ui, piece.title, 2, Face::title);
    ui.space(8);
    ui::paragraph(ui, piece.text);
    for (const std::string& paragraph : piece.body) {
      ui.space(12);
      ui::paragraph(ui, paragraph);
    }
    draw_steps(stage, piece);
    if (rung) {
      ui.space(20);
      if (ui::button(ui, "stop", ui.tr("Stop here"), {.style = ui::ButtonStyle::tinted, .hue = ui::Step::touch}))
        stage.out.emplace_back(GoBack{});
      ui.space(8);
      ui::note(ui, ui.tr("Here is a good place to stop, and so was every line before. Nothing is noted."));
      ui.space(10);
      draw_felt_good_button(stage, piece.comfort);
    }
  }
  scene.second_column();
  if (piece.kind != ContentKind::article) return;
  if (!stage.wide) ui.space(16);
  const ui::RowLook help{.icon = Icon::lifebuoy,
                         .title = ui.tr("Help"),
                         .subtitle = ui.tr("Numbers to call, therapists, doctors"),
                         .arrow = true};
  if (ui::row(ui, "help", help) == ui::RowEvent::pressed) stage.out.emplace_back(OpenPage{{.kind = PageKind::help}});
}

void draw_articles(Stage& stage, const std::vector<Content>& articles, ReadingDraft& draft) {
  ui::Ui& ui = stage.ui;
  const Scene scene(stage, "articles", draft.scroll, {.title = ui.tr("To read")});
  for (const std::string_view category : categories_of(ContentKind::article)) {
    section(stage, article_label(ui.tr, category));
    const ui::Scope scope(ui, category);
    bool first = true;
    for (const Content& article : articles) {
      if (article.category != category) continue;
      if (!std::exchange(first, false)) ui.space(10);
      const std::string length = stage.format.length(std::chrono::minutes(article.minutes));
      const ui::RowLook look{.icon = article_icon(category),
                             .hue = hue_of(article.step),
                             .title = article.title,
                             .subtitle = length,
                             .arrow = true};
      if (ui::row(ui, article.id, look) == ui::RowEvent::pressed)
        stage.out.emplace_back(OpenPage{{.kind = PageKind::reading, .item = article.id}});
    }
  }
}

Result<void> ReadingScreen::read(Kindling& home, const Format&) {
  if (id_.empty()) {
    auto articles = home.library().pieces(ContentKind::article);
    if (!articles) return articles.error();
    articles_ = std::move(*articles);
    return {};
  }
  auto found = home.library().find(id_);
  if (!found) return found.error();
  piece_ = std::move(found->content);
  return {};
}

void ReadingScreen::draw(Stage& stage) {
  if (piece_) {
    draw_reading(stage, *piece_, draft_);
  } else {
    draw_articles(stage, articles_, draft_);
  }
}

void draw_starts(Stage& stage, const std::vector<Content>& starts, StartsDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "starts", draft.scroll, {.title = ui.tr("Ways to begin")});
  ui::paragraph(ui, ui.tr("The same worry, said twice. Take one along and say it in your own way."), Face::body,
                ui.theme().soft_ink);
  ui.space(14);
  if (draft.theme.empty()) draft.theme = categories_of(ContentKind::start).front();
  {
    ui::Chips chips(ui, "themes", ui.tr("About"));
    for (const std::string_view theme : categories_of(ContentKind::start)) {
      if (chips.chip(theme, theme_label(ui.tr, theme), draft.theme == theme, ui::Step::talk))
        draft.theme = std::string(theme);
    }
  }
  ui.space(14);
  const ui::Scope scope(ui, draft.theme);
  for (const Content& start : starts) {
    if (start.category != draft.theme) continue;
    {
      const ui::Card card(ui, start.id, start.text);
      ui::note(ui, ui.tr("Instead of: {words}", {{"words", start.harsh}}));
      ui.space(8);
      ui::paragraph(ui, start.text);
      if (ui::link(ui, "copy", ui.tr("Take it along"), ui::Step::talk)) {
        ui.clipboard.write(start.text);
        stage.out.emplace_back(Say{std::string(ui.tr("Copied. Say it in your own way."))});
      }
    }
    ui.space(12);
  }
}

Result<void> StartsScreen::read(Kindling& home, const Format&) {
  auto starts = home.library().pieces(ContentKind::start);
  if (!starts) return starts.error();
  starts_ = std::move(*starts);
  return {};
}

}  // namespace kindling::app
