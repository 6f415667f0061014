#include <algorithm>

#include "app/screens/screen.hpp"

namespace kindling::app {
namespace {

constexpr float kMargin = 20;   // dp
constexpr float kGap = 20;      // dp, between two columns
constexpr float kColumn = 640;  // dp, the widest one
constexpr float kTwoColumns = 1080;

// Who listens is two taps away from everywhere. Of the places the settings' first row leads there; a page says it
// itself, but the two that would say it twice.
bool offers_help(const Stage& stage, std::string_view name) {
  return stage.page && name != "help" && name != "settings";
}

}  // namespace

Scene::Scene(Stage& stage, std::string_view name, ui::ScrollState& scroll, const SceneHead& head)
    : stage_(stage), area_(stage.ui, name, scroll, stage.area, stage.covered + stage.ui.dp(24)) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const float most = ui.dp(stage.wide ? kTwoColumns : kColumn);
  const float room = std::min(stage.area.width() - 2 * ui.dp(kMargin), most);
  left_ = (stage.area.left + stage.area.right - room) / 2;
  right_ = left_ + room;
  split_ = stage.wide;
  float y = ui.column().y + ui.dp(20);
  float x = left_;
  const float head_top = y;
  if (stage.page) {
    if (ui::icon_button(ui, "back", ui::Icon::arrow_left, ui.tr("Back"), x + ui.dp(16), y + ui.dp(24),
                        {.on_surface = false})) {
      stage.out.emplace_back(GoBack{});
    }
    x += ui.dp(48);
  }
  const bool help = offers_help(stage, name);
  if (help && ui::icon_button(ui, "who_helps", ui::Icon::lifebuoy, ui.tr("Who can help"), right_ - ui.dp(20),
                              y + ui.dp(24), {.on_surface = false})) {
    stage.out.emplace_back(OpenPage{{.kind = PageKind::help}});
  }
  const ui::Face face = stage.page ? ui::Face::title : ui::Face::display;
  const float wrap = right_ - x - ui.dp(help ? 52 : stage.page ? 0 : 64);
  if (!head.overline.empty()) {
    y += paint.wrapped(ui::Face::label, x, y, wrap, ui.theme().soft_ink, head.overline) + ui.dp(2);
  } else if (stage.page) {
    y += std::max(0.0F, (ui.dp(48) - paint.line_height(face)) / 2);
  }
  const float height = paint.wrapped(face, x, y, wrap, ui.theme().ink, head.title);
  ui.say(ui::Role::heading, ui.id("heading"), {x, y, x + wrap, y + height}, head.title, head.overline, 1);
  y = std::max(y + height, head_top + ui.dp(48)) + ui.dp(18);
  top_ = y;
  const float end = split_ ? left_ + (room - ui.dp(kGap)) / 2 : right_;
  ui.push_column({left_, end, y});
}

Scene::~Scene() {
  const float bottom = std::max(stage_.ui.pop_column().y, first_bottom_);
  stage_.ui.column().y = bottom;
}

void Scene::second_column() {
  if (!split_ || first_bottom_ > 0) return;
  first_bottom_ = stage_.ui.pop_column().y;
  const float room = right_ - left_;
  stage_.ui.push_column({left_ + (room + stage_.ui.dp(kGap)) / 2, right_, top_});
}

bool remove_button(ui::Ui& ui) {
  ui.space(8);
  return ui::button(ui, "remove", ui.tr("Remove"), {.style = ui::ButtonStyle::danger, .icon = ui::Icon::trash});
}

bool nothing_card(ui::Ui& ui, std::string_view name, const Nothing& look) {
  const ui::Card card(ui, name, look.title);
  return ui::empty_state(ui, "none", look.icon, look.hue, look.title, look.text, look.action);
}

void section(Stage& stage, std::string_view title) {
  stage.ui.space(22);
  ui::heading(stage.ui, title, 2);
  stage.ui.space(10);
}

void draw_care(Stage& stage) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "care", ui.tr("For you alone"), {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
  ui::paragraph(ui, ui.tr("For you alone"), ui::Face::heading);
  ui.space(6);
  ui::paragraph(ui,
                ui.tr("What couples do together rests here for now. Being afraid of a partner is nobody's fault, and "
                      "there are people who listen, privately, without deciding anything for you."));
  ui.space(14);
  if (ui::button(ui, "listen", ui.tr("See who can help"), {.icon = ui::Icon::lifebuoy, .hue = ui::Step::feel}))
    stage.out.emplace_back(OpenPage{{.kind = PageKind::help}});
}

}  // namespace kindling::app
