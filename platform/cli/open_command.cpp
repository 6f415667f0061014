#include <algorithm>
#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/session.hpp"
#include "platform/cli/window_program.hpp"

namespace kindling::cli {
namespace {

constexpr std::string_view kChoices =
    "today|talk|feel|touch|time|check-in|plan|reminder|ritual|appreciation|memory|reminders|memories|appreciations|"
    "year|"
    "search|history|settings|help";
// The window's own names for what is written on a sheet.
constexpr auto kSheets =
    std::to_array<std::string_view>({"check-in", "plan", "reminder", "ritual", "appreciation", "memory"});

constexpr auto kOpen = std::to_array<Parameter>({
    {"WHAT", "", "what it shows, else what it showed: a place, a page, a thing to write, or a backup file", false,
     false, kChoices},
});

bool is_choice(std::string_view what) {
  for (std::string_view rest = kChoices; !rest.empty();) {
    const std::string_view one = rest.substr(0, rest.find('|'));
    if (one == what) return true;
    rest.remove_prefix(std::min(one.size() + 1, rest.size()));
  }
  return false;
}

// The window's name for it.
Result<std::string> screen_for(Session& session, const std::string& what) {
  if (std::find(kSheets.begin(), kSheets.end(), what) != kSheets.end()) return "sheet-" + what;
  if (is_choice(what)) return what;
  // Desktops name a file by its whole path. How a backup is brought back is said in the settings.
  if (what.find('/') != std::string::npos) {
    if (!session.files().exists(what)) return not_found("there is no such file");
    return std::string("settings");
  }
  std::string choices(kChoices);
  for (std::size_t at = 0; (at = choices.find('|', at)) != std::string::npos;) choices.replace(at, 1, ", ");
  return invalid("WHAT: it is one of " + choices + ", or the path of a backup file");
}

Result<void> open(Session& session, const Arguments& arguments) {
  if (session.json()) return Error{ErrorCode::usage, "open has nothing to print; leave out --json"};
  std::vector<std::string> words = shared_words(session);
  if (arguments.has("WHAT")) {
    auto screen = screen_for(session, arguments.text("WHAT"));
    if (!screen) return screen.error();
    words.insert(words.end(), {"--show", std::move(*screen)});
  }
  if (!display_is_there()) return failed("there is no display to open the window on");
  return become_window_program(words);
}

}  // namespace

Command open_command() noexcept {
  return {"open", "open the window, or bring the one that is open to the front",
          kOpen,  open,
          {},     "`kindling open check-in` and `kindling open plan` begin a check-in and a plan for a date."};
}

}  // namespace kindling::cli
