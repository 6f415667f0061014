// What the sheets that add and change things share: a date and a time on a line that unfolds, the
// first field's focus, the choice of an occurrence's part of a series. Free functions on the stage; one thread.
#pragma once

#include <string_view>

#include "app/screens/screen.hpp"
#include "app/ui/widgets/pickers.hpp"

namespace kindling::app {

// Between two fields.
inline constexpr float kFieldGap = 16;  // dp

struct DateField {
  std::string_view label;
  std::optional<LocalDate> least = std::nullopt, most = std::nullopt;
  ui::Step hue = ui::Step::none;
};
// True where the date changed.
bool date_field(Stage& stage, std::string_view name, ui::DatePick& pick, const DateField& field);
bool time_field(Stage& stage, std::string_view name, std::string_view label, ui::TimePick& pick,
                ui::Step hue = ui::Step::none);
// With the year where it isn't this one.
[[nodiscard]] std::string spoken_date(const Stage& stage, LocalDate date);

// Puts the focus into the sheet's first field when it opens, for whoever has a keyboard; a finger would only get the
// on-screen one in its way. Call it before the field is drawn, with its name.
void focus_first(Stage& stage, std::string_view field, bool& done);

// Chips of one choice among several, none chosen where `chosen` is empty; what was pressed.
struct Choice {
  std::string_view name;   // identity
  std::string_view label;  // translated
  ui::Icon icon = ui::Icon::none;
};
std::optional<std::size_t> choice_chips(Stage& stage, std::string_view name, std::string_view label,
                                        std::span<const Choice> choices, std::optional<std::size_t> chosen,
                                        ui::Step hue);

[[nodiscard]] std::string_view trimmed_view(std::string_view text);

// The error of a field that has to say something and doesn't.
[[nodiscard]] inline std::string_view missing_words(const ui::Strings& tr, bool missing) {
  return missing ? tr("A few words would be right") : std::string_view();
}

}  // namespace kindling::app
