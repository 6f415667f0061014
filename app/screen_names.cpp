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
constexpr std::array<NamedPage, 19> kPages{{{"settings", PageKind::settings},
                                            {"history", PageKind::history},
                                            {"search", PageKind::search},
                                            {"help", PageKind::help},
                                            {"memories", PageKind::memories},
                                            {"appreciations", PageKind::appreciations},
                                            {"year", PageKind::year},
                                            {"idea", PageKind::idea},
                                            {"ladder", PageKind::ladder},
                                            {"deck", PageKind::prompt_deck},
                                            {"talk-mode", PageKind::talk_mode},
                                            {"plan", PageKind::plan},
                                            {"reminders", PageKind::reminders},
                                            {"ritual", PageKind::ritual},
                                            {"articles", PageKind::reading},
                                            {"starts", PageKind::starts},
                                            {"programme", PageKind::programme},
                                            {"look-back", PageKind::look_back},
                                            {"therapist-page", PageKind::therapist_page}}};
struct NamedSheet {
  std::string_view name;
  SheetKind kind;
};
constexpr std::array<NamedSheet, 9> kSheets{{{"sheet-add", SheetKind::add},
                                             {"sheet-check-in", SheetKind::check_in},
                                             {"sheet-reminder", SheetKind::reminder},
                                             {"sheet-due", SheetKind::due},
                                             {"sheet-plan", SheetKind::plan},
                                             {"sheet-memory", SheetKind::memory},
                                             {"sheet-appreciation", SheetKind::appreciation},
                                             {"sheet-ritual", SheetKind::ritual},
                                             {"sheet-shortcuts", SheetKind::shortcuts}}};

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
