// What the cards of the settings share: a line with less and more, and a command to copy. One thread.
#pragma once

#include <cstdint>
#include <string_view>

#include "app/screens/screen.hpp"

namespace kindling::app {

// A value between two buttons: -1 or 1 where one was pressed, else 0. On two lines where the words need it.
struct StepperLook {
  std::string_view label;
  std::string_view value;
};
[[nodiscard]] int stepper(ui::Ui& ui, std::string_view name, const StepperLook& look);

// A command for a terminal, and a button that copies it.
void command_line(Stage& stage, std::string_view name, std::string_view label, std::string_view command);

// Where something lies, with a button that opens the folder where the desktop can.
struct FolderLook {
  std::string_view label;
  std::string_view open;  // the button's
};
void folder_row(Stage& stage, std::string_view name, const FolderLook& look, const std::string& path);

// A new passphrase, written twice. True where Enter said that it is done.
enum class WrongPassphrase : std::uint8_t { nothing, length, different };
struct PassphraseDraft {
  ui::TextEdit first, again;
  WrongPassphrase wrong = WrongPassphrase::nothing;
};
[[nodiscard]] bool passphrase_fields(ui::Ui& ui, std::string_view label, PassphraseDraft& draft);
// Whether it can be kept; else `wrong` says why not.
[[nodiscard]] bool is_fine(PassphraseDraft& draft);

// A thin line between the parts of a card.
void divider(ui::Ui& ui);

}  // namespace kindling::app
