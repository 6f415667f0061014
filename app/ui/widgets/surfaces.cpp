#include "app/ui/widgets/surfaces.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace kindling::ui {
namespace {

constexpr float kCardRadius = 20;

void surface(Ui& ui, const Box& box, const CardLook& look) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const float radius = ui.dp(kCardRadius);
  switch (look.fill) {
    case CardLook::Fill::hero:
      paint.shadow(box, radius, t.shadow);
      paint.gradient(box, t.hero(look.hue).from, t.hero(look.hue).to, radius);
      if (t.name == ThemeName::contrast) paint.outline(box, t.accent, radius, ui.dp(2));
      return;
    case CardLook::Fill::tint: paint.fill(box, t.hue(look.hue).tint, radius); break;
    case CardLook::Fill::surface:
      paint.shadow(box, radius, t.shadow * 0.75F);
      paint.fill(box, t.surface, radius);
      break;
  }
  if (t.dark) paint.outline(box, t.line, radius, ui.dp(1));
}

}  // namespace

Card::Card(Ui& ui, std::string_view name, std::string_view label, const CardLook& look) : ui_(ui), look_(look) {
  const Ui::Column& column = ui.column();
  outer_ = {column.left, column.y, column.right, column.y};
  ui.open_group(Role::group, name, label, outer_);
  node_ = ui.semantics().last();
  ui.push_id(name);
  layers_.Split(&ui.paint().list(), 2);
  layers_.SetCurrentChannel(&ui.paint().list(), 1);
  const float pad = ui.dp(look.padding);
  ui.push_column({column.left + pad, column.right - pad, column.y + pad});
}

Card::~Card() {
  outer_.bottom = ui_.pop_column().y + ui_.dp(look_.padding);
  layers_.SetCurrentChannel(&ui_.paint().list(), 0);
  if (ui_.on_screen({outer_.left, outer_.top - ui_.dp(30), outer_.right, outer_.bottom + ui_.dp(30)})) {
    surface(ui_, outer_, look_);
  }
  layers_.Merge(&ui_.paint().list());
  ui_.pop_id();
  ui_.set_box(node_, outer_);
  ui_.semantics().at(node_).visible = ui_.on_screen(outer_);
  ui_.close_group();
  ui_.column().y = outer_.bottom;
}

bool empty_state(Ui& ui, std::string_view name, Icon icon, Step hue, std::string_view title, std::string_view text,
                 std::string_view action) {
  const Scope scope(ui, name);
  const float disc = ui.dp(44);
  ui.space(20);
  const Box box = ui.take(2 * disc);
  const float middle = (box.left + box.right) / 2;
  ui.paint().circle(middle, box.top + disc, disc, ui.theme().hue(hue).tint);
  ui.paint().icon(icon, middle, box.top + disc, ui.dp(40), ui.theme().hue(hue).strong);
  ui.space(16);
  paragraph(ui, title, Face::heading, ui.theme().ink, Align::centre);
  ui.space(6);
  paragraph(ui, text, Face::body, ui.theme().soft_ink, Align::centre);
  ui.space(18);
  const bool pressed = button(ui, "action", action, {.style = ButtonStyle::tinted, .hue = hue});
  ui.space(12);
  return pressed;
}

Sheet::Sheet(Ui& ui, std::string_view name, std::string_view title, SheetState& state) : ui_(ui), state_(state) {
  const NodeId id = ui.id(name);
  const float part = ui.motion().from_to(id, 0, state.open ? 1.0F : 0.0F, 0.28F);
  if (!state.open && part < 0.02F) {
    ui.motion().forget(id);
    state.pulled = 0;
    return;
  }
  shown_ = true;
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const Box whole = ui.whole_window();
  paint.fill(whole, faded(t.scrim, part));
  ui.cover(name);
  ui.set_inert(!state.open);
  ui.push_id(name);
  const Box window = ui.window();
  const bool wide = window.width() > ui.dp(600);
  const float width = wide ? ui.dp(520) : window.width();
  const float title_wide = width - ui.dp(2 * 24 + 2 * 48);
  const float head = std::max(ui.dp(76), ui.dp(34) + paint.height(Face::title, title, title_wide));
  const float most = window.height() - ui.dp(wide ? 48 : 24);
  const float height = std::clamp(state.content + head + ui.dp(24), ui.dp(160), most);
  const float left = (window.left + window.right - width) / 2;
  const float rest = wide ? (window.top + window.bottom - height) / 2 : window.bottom - height;
  const float moved = ui.look().reduced_motion ? 0 : (1 - part) * (wide ? ui.dp(40) : height);
  const Box box{left, rest + moved + state.pulled, left + width, rest + moved + state.pulled + height};
  const float radius = ui.dp(28);
  if (wide) {
    paint.shadow(box, radius, t.shadow);
    paint.fill(box, faded(t.raised, part), radius);
  } else {
    const Box low{box.left, box.top, box.right, whole.bottom};
    paint.fill_top(low, t.raised, radius);
    const float middle = (box.left + box.right) / 2;
    paint.fill({middle - ui.dp(20), box.top + ui.dp(9), middle + ui.dp(20), box.top + ui.dp(13)}, t.faint, ui.dp(2));
  }
  if (t.dark)
    paint.outline({box.left, box.top, box.right, wide ? box.bottom : whole.bottom + radius}, t.line, radius, ui.dp(1));
  if (state.open) {
    const NodeId outside = ui.id("outside");
    ui.pointer().record({outside, whole, kPress});
    ui.pointer().record({ui.id("body"), box, static_cast<std::uint8_t>(kSolid)});
    const NodeId handle = ui.id("handle");
    ui.pointer().record({handle, {box.left, box.top, box.right, box.top + head}, kDragY});
    if (const auto drag = ui.pointer().drag(handle)) {
      state.pulled = std::max(0.0F, drag->moved_y);
      if (drag->ended) {
        if (state.pulled > height * 0.3F || drag->speed_y > ui.dp(900)) state.open = false;
        ui.motion().put(ui.id("pull"), state.pulled);
      }
    } else if (state.pulled > 0) {
      state.pulled = ui.motion().from_to(ui.id("pull"), state.pulled, 0, 0.2F);
      ui.draw_again();
    }
    if (ui.pointer().clicked(outside) || ui.take_key(Key::escape)) state.open = false;
  }
  Node node;
  node.id = ui.id("dialog");
  node.role = Role::dialog;
  node.name = title;
  node.modal = true;
  node.box = box;
  ui.semantics().open(std::move(node));
  const float pad = ui.dp(24);
  const Box words{box.left + pad, box.top + ui.dp(28), box.left + pad + title_wide, box.top + head};
  ui.say(Role::heading, ui.id("title"), words, title, {}, 1);
  paint.wrapped(Face::title, words.left, words.top, title_wide, t.ink, title);
  if (icon_button(ui, "who_helps", Icon::lifebuoy, ui.tr("Who can help"), box.right - ui.dp(42 + 48),
                  box.top + ui.dp(42), {.on_surface = false})) {
    state.asks_for_help = true;
  }
  if (icon_button(ui, "close", Icon::x, ui.tr("Close"), box.right - ui.dp(42), box.top + ui.dp(42),
                  {.on_surface = false})) {
    state.open = false;
  }
  area_.emplace(ui, "content", state.scroll, Box{box.left, box.top + head, box.right, box.bottom}, ui.dp(24));
  ui.push_column({box.left + pad, box.right - pad, ui.column().y});
}

Sheet::~Sheet() {
  if (!shown_) return;
  const float bottom = ui_.pop_column().y;
  const float content = bottom - ui_.column().y;
  if (content != state_.content) ui_.draw_again();
  state_.content = content;
  ui_.column().y = bottom;
  area_.reset();
  ui_.set_inert(false);
  ui_.close_group();
  ui_.pop_id();
}

Answer dialog(Ui& ui, std::string_view name, const Question& question, ScrollState& scroll) {
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  paint.fill(ui.whole_window(), t.scrim);
  ui.cover(name);
  const Scope scope(ui, name);
  const Box window = ui.window();
  const float width = std::min(window.width() - ui.dp(40), ui.dp(400));
  const float pad = ui.dp(24);
  const float wrap = width - 2 * pad;
  // As button() takes room: large letters want several lines.
  const auto button_room = [&](std::string_view label) {
    return std::max(button_height(ui), paint.height(Face::strong, label, wrap - ui.dp(40)) + ui.dp(20));
  };
  const float wanted = 2 * pad + paint.height(Face::title, question.title, wrap) + ui.dp(10) +
                       paint.height(Face::body, question.text, wrap) + ui.dp(20) + button_room(question.yes) +
                       ui.dp(8) + button_room(question.no);
  const float height = std::min(wanted, window.height() - ui.dp(32));
  const float left = (window.left + window.right - width) / 2;
  const float top = (window.top + window.bottom - height) / 2;
  const Box box{left, top, left + width, top + height};
  paint.shadow(box, ui.dp(24), t.shadow);
  paint.fill(box, t.raised, ui.dp(24));
  if (t.dark) paint.outline(box, t.line, ui.dp(24), ui.dp(1));
  ui.pointer().record({ui.id("body"), box, kSolid});
  Node node;
  node.id = ui.id("dialog");
  node.role = Role::dialog;
  node.name = question.title;
  node.modal = true;
  node.box = box;
  ui.semantics().open(std::move(node));
  Answer answer = Answer::none;
  {
    const ScrollArea area(ui, "content", scroll, box, pad);
    ui.push_column({left + pad, left + width - pad, ui.column().y + pad});
    heading(ui, question.title, 1, Face::title);
    ui.space(10);
    paragraph(ui, question.text, Face::body, t.soft_ink);
    ui.space(20);
    const ButtonStyle style = question.dangerous ? ButtonStyle::danger : ButtonStyle::filled;
    if (button(ui, "yes", question.yes, {.style = style})) answer = Answer::yes;
    ui.space(8);
    if (button(ui, "no", question.no, {.style = ButtonStyle::plain})) answer = Answer::no;
    const float bottom = ui.pop_column().y;
    ui.column().y = bottom;
  }
  if (ui.take_key(Key::escape)) answer = Answer::no;
  ui.close_group();
  return answer;
}

bool toast(Ui& ui, std::optional<Toast>& toast, float bottom) {
  if (!toast) return false;
  if (toast->since < 0) toast->since = ui.time();
  const double left = toast->since + kToastSeconds - ui.time();
  if (left <= 0) {
    toast.reset();
    ui.draw_again();
    return false;
  }
  ui.wake_in(left);
  Paint& paint = ui.paint();
  const Theme& t = ui.theme();
  const Scope scope(ui, "toast");
  const float part = ui.motion().from_to(ui.id(toast->text) ^ static_cast<NodeId>(toast->since * 10), 0, 1, 0.25F);
  const Box window = ui.window();
  const float width = std::min(window.width() - ui.dp(32), ui.dp(480));
  const float action = toast->action.empty() ? 0 : paint.width(Face::strong, toast->action) + ui.dp(32);
  const float sign = toast->error ? ui.dp(34) : 0;
  const float wrap = width - ui.dp(36) - sign - action;
  const float height = std::max(ui.dp(56), paint.height(Face::body, toast->text, wrap) + ui.dp(28));
  const float x = (window.left + window.right - width) / 2;
  const float y = bottom - height - ui.dp(12) + (1 - part) * ui.dp(30);
  const Box box{x, y, x + width, y + height};
  paint.shadow(box, ui.dp(18), part);
  paint.fill(box, faded(t.toast, part), ui.dp(18));
  ui.pointer().record({ui.id("body"), box, kSolid});
  const float words = paint.height(Face::body, toast->text, wrap);
  if (toast->error) {
    paint.icon(Icon::warning_circle, box.left + ui.dp(28), (box.top + box.bottom) / 2, ui.dp(24),
               faded(t.toast_accent, part), true);
  }
  paint.wrapped(Face::body, box.left + ui.dp(20) + sign, (box.top + box.bottom - words) / 2, wrap,
                faded(t.on_toast, part), toast->text);
  ui.say(Role::status, ui.id("text"), box, toast->text);
  if (toast->action.empty()) return false;
  Node node;
  node.id = ui.id("action");
  node.role = Role::button;
  node.name = toast->action;
  node.box = {box.right - action - ui.dp(4), box.top, box.right, box.bottom};
  node.actions = {"press"};
  const Box at = node.box;
  const Touch touch = ui.touch(std::move(node));
  paint.text(Face::strong, (at.left + at.right) / 2, (at.top + at.bottom - paint.line_height(Face::strong)) / 2,
             faded(t.toast_accent, part), toast->action, Align::centre);
  if (touch.ring) paint.outline(at, t.on_toast, ui.dp(18), ui.dp(2));
  if (touch.pressed) toast.reset();
  return touch.pressed;
}

}  // namespace kindling::ui
