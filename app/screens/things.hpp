// What stands for each kind of thing in lists: its icon and hue, its name, and where it opens. One thread.
#pragma once

#include <string_view>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct ThingLook {
  ui::Icon icon = ui::Icon::note_pencil;
  ui::Step hue = ui::Step::none;
};
[[nodiscard]] ThingLook look_of(EntityKind kind) noexcept;
[[nodiscard]] std::string_view kind_words(const ui::Strings& tr, EntityKind kind);
// What was done: "Reminder added".
[[nodiscard]] std::string_view act_words(const ui::Strings& tr, Verb verb);
// Where a thing is looked at or changed; nothing where there is no such place, or the thing is gone.
[[nodiscard]] std::optional<Intent> opening(Kindling& home, const EntityRef& ref);

}  // namespace kindling::app
