#include "app/covers.hpp"

#include <algorithm>
#include <utility>

#include "app/ui/widgets/basic.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

constexpr float kSign = 88;  // dp

void draw_sign(ui::Ui& ui) {
  const ui::Box sign = ui.take(ui.dp(kSign));
  const float x = (sign.left + sign.right) / 2;
  const float y = sign.top + ui.dp(kSign / 2);
  ui.paint().circle(x, y, ui.dp(kSign / 2), ui.theme().none.tint);
  ui.paint().icon(Icon::lock_key, x, y, ui.dp(40), ui.theme().accent);
}

void draw_words(ui::Ui& ui, std::string_view title, std::string_view text) {
  ui::paragraph(ui, title, Face::title, ui.theme().ink, ui::Align::centre);
  ui.space(8);
  ui::paragraph(ui, text, Face::body, ui.theme().soft_ink, ui::Align::centre);
  ui.space(20);
}

}  // namespace

void draw_lock(ui::Ui& ui, Intents& out, LockDraft& draft, const std::string& trouble) {
  const ui::Box window = ui.window();
  const float width = std::min(window.width() - ui.dp(48), ui.dp(380));
  const float left = (window.left + window.right - width) / 2;
  ui.push_column({left, left + width, window.top + std::max(ui.dp(40), window.height() * 0.22F)});
  const ui::Scope scope(ui, "lock");
  draw_sign(ui);
  ui.space(20);
  if (trouble.empty()) {
    draw_words(ui, ui.tr("Locked"), ui.tr("Your passphrase opens it. Nobody else has it."));
    const auto event =
        ui::text_field(ui, "passphrase", draft.passphrase,
                       {.label = ui.tr("Passphrase"),
                        .limit = 1000,
                        .secret = true,
                        .error = draft.was_wrong ? ui.tr("That isn't it; try again") : std::string_view()});
    ui.space(14);
    const bool press = ui::button(ui, "unlock", ui.tr("Unlock"), {.icon = Icon::lock_open});
    if (press || event == ui::FieldEvent::entered) out.emplace_back(Unlock{draft.passphrase.text()});
  } else {
    draw_words(ui, ui.tr("Kindling can't open its home"), trouble);
    if (ui::button(ui, "again", ui.tr("Try again"))) out.emplace_back(Unlock{});
  }
  ui.pop_column();
}

bool draw_hidden(ui::Ui& ui) {
  // It could be any empty list of any program.
  const ui::Box window = ui.window();
  ui.push_column({window.left + ui.dp(24), window.right - ui.dp(24), window.top + ui.dp(32)});
  ui::heading(ui, ui.tr("Notes"), 1, Face::title);
  ui.space(16);
  ui::paragraph(ui, ui.tr("No notes yet."), Face::body, ui.theme().soft_ink);
  ui.pop_column();
  ui::Node node;
  node.id = ui.id("hidden");
  node.role = ui::Role::button;
  node.name = ui.tr("Show again");
  node.box = ui.whole_window();
  node.actions = {"press"};
  return ui.touch(std::move(node)).pressed;
}

}  // namespace kindling::app
