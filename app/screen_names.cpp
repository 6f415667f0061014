#include "app/screen_names.hpp"

#include <array>

namespace kindling::app {
namespace {

struct NamedPlace {
  std::string_view name;
  Place place;
};
constexpr std::array<NamedPlace, 5> kPlaces{{{"today", Place::today},
                                             {"talk", Place::talk},
                                             {"feel", Place::feel},
                                             {"touch", Place::touch},
                                             {"time", Place::time}}};
struct NamedPage {
  std::string_view name;
  PageKind kind;
};
constexpr auto kPages =
    std::to_array<NamedPage>({{"settings", PageKind::settings},   {"history", PageKind::history},
                              {"search", PageKind::search},       {"help", PageKind::help},
                              {"memories", PageKind::memories},   {"appreciations", PageKind::appreciations},
                              {"year", PageKind::year},           {"idea", PageKind::idea},
                              {"ladder", PageKind::ladder},       {"deck", PageKind::prompt_deck},
                              {"talk-mode", PageKind::talk_mode}, {"plan", PageKind::plan},
                              {"reminders", PageKind::reminders}, {"ritual", PageKind::ritual},
                              {"articles", PageKind::reading},    {"starts", PageKind::starts},
                              {"programme", PageKind::programme}, {"cook", PageKind::cook},
                              {"rhythm", PageKind::rhythm},       {"reminisce", PageKind::reminisce},
                              {"cards", PageKind::cards},         {"practice", PageKind::practice},
                              {"look-back", PageKind::look_back}, {"therapist-page", PageKind::therapist_page}});
struct NamedSheet {
  std::string_view name;
  SheetKind kind;
};
constexpr auto kSheets = std::to_array<NamedSheet>({{"sheet-add", SheetKind::add},
                                                    {"sheet-check-in", SheetKind::check_in},
                                                    {"sheet-reminder", SheetKind::reminder},
                                                    {"sheet-if-then", SheetKind::if_then},
                                                    {"sheet-due", SheetKind::due},
                                                    {"sheet-past-check-in", SheetKind::past_check_in},
                                                    {"sheet-plan", SheetKind::plan},
                                                    {"sheet-memory", SheetKind::memory},
                                                    {"sheet-appreciation", SheetKind::appreciation},
                                                    {"sheet-ritual", SheetKind::ritual},
                                                    {"sheet-cancel", SheetKind::cancel_plan},
                                                    {"sheet-shortcuts", SheetKind::shortcuts},
                                                    {"sheet-card", SheetKind::card}});

}  // namespace

std::optional<Intent> way_to(std::string_view screen) {
  for (const NamedPlace& place : kPlaces) {
    if (place.name == screen) return GoTo{place.place};
  }
  for (const NamedPage& page : kPages) {
    if (page.name == screen) return OpenPage{{.kind = page.kind}};
  }
  for (const NamedSheet& sheet : kSheets) {
    if (sheet.name == screen) return OpenSheet{.kind = sheet.kind};
  }
  if (screen == "hidden") return HideNow{};
  return std::nullopt;
}

bool may_be_called(std::string_view screen) { return screen != "hidden" && way_to(screen).has_value(); }

std::vector<std::string_view> screen_names() {
  std::vector<std::string_view> names;
  for (const NamedPlace& place : kPlaces) names.push_back(place.name);
  for (const NamedPage& page : kPages) names.push_back(page.name);
  for (const NamedSheet& sheet : kSheets) names.push_back(sheet.name);
  for (const std::string_view name : {"hidden", "locked", "first-run"}) names.push_back(name);
  return names;
}

}  // namespace kindling::app
