// What hides everything: the lock, and the neutral screen of quick-hide.
#pragma once

#include <string>

#include "app/model/intent.hpp"
#include "app/ui/ui.hpp"
#include "app/ui/widgets/fields.hpp"

namespace kindling::app {

struct LockDraft {
  ui::TextEdit passphrase;
  bool was_wrong = false;
};
// `trouble`: why the home can't be opened, where no passphrase would help; else empty. Pushes Unlock.
void draw_lock(ui::Ui& ui, Intents& out, LockDraft& draft, const std::string& trouble);

// True where everything should be shown again.
[[nodiscard]] bool draw_hidden(ui::Ui& ui);

}  // namespace kindling::app
