#include "app/screens/sharing.hpp"

#include <array>

#include "app/model/feelings.hpp"

namespace kindling::app {
namespace {

using ui::Face;

std::string joined(std::span<const std::string> words, const ui::Strings& tr) {
  std::string all;
  for (const std::string& word : words) {
    if (!all.empty()) all += " · ";
    all += feeling_words(tr, word);
  }
  return all;
}

void draw_preview(Stage& stage, std::string_view partner, const SharedParts& parts, bool whole) {
  ui::Ui& ui = stage.ui;
  const std::string whom =
      partner.empty() ? std::string(ui.tr("Your partner will see")) : ui.tr("{name} will see", {{"name", partner}});
  const ui::Card card(ui, "preview", whom, {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel, .padding = 16});
  ui::paragraph(ui, whom, Face::label, ui.theme().feel.strong);
  ui.space(4);
  ui::paragraph(ui, parts.mood.empty() ? std::string(ui.tr("the mood")) : parts.mood, Face::strong);
  if (!whole) return;
  if (!parts.feelings.empty()) ui::paragraph(ui, joined(parts.feelings, ui.tr), Face::body);
  if (!parts.note.empty()) ui::paragraph(ui, parts.note, Face::body);
  if (!parts.need.empty()) {
    ui.space(4);
    ui::note(ui, ui.tr("What would help: {need}", {{"need", need_words(ui.tr, parts.need)}}));
  }
}

}  // namespace

bool draw_sharing(Stage& stage, std::string_view partner, const SharedParts& parts, Share& share) {
  ui::Ui& ui = stage.ui;
  ui::field_label(ui, ui.tr("Share it"));
  const std::array<std::string_view, 3> options{ui.tr("No"), ui.tr("The mood"), ui.tr("All of it")};
  const auto picked = ui::segmented(ui, "share", ui.tr("Share it"), options, static_cast<std::size_t>(share));
  if (picked) share = static_cast<Share>(*picked);
  ui.space(8);
  if (share == Share::none) {
    ui::note(ui, ui.tr("Only you see this check-in."));
  } else {
    draw_preview(stage, partner, parts, share == Share::all);
  }
  return picked.has_value();
}

}  // namespace kindling::app
