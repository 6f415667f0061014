#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/session.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/cli/window_program.hpp"

namespace kindling::cli {
namespace {

constexpr auto kShot = std::to_array<Parameter>({
    {"SCREEN", "", "which one", true, false,
     "today|talk|feel|touch|time|settings|history|search|help|memories|appreciations|year|idea|ladder|deck|"
     "talk-mode|plan|reminders|ritual|articles|starts|programme|cook|rhythm|reminisce|cards|practice|look-back|"
     "therapist-page|sheet-add|sheet-check-in|sheet-reminder|sheet-if-then|sheet-due|sheet-past-check-in|"
     "sheet-plan|sheet-memory|sheet-appreciation|sheet-ritual|sheet-cancel|sheet-shortcuts|sheet-card|hidden|"
     "locked|first-run"},
    {"--out", "FILE", "the PNG file to write", true},
    {"--tree", "FILE", "also write what a screen reader would read, as JSON"},
    {"--size", "WxH", "width and height in dp, else 390x844"},
    {"--scale", "N", "physical pixels a dp, 1 to 4"},
    {"--theme", "NAME", "how it looks", false, false, "light|dark|contrast"},
    {"--text-scale", "N", "the size of text, 0.85 to 2"},
    {"--scroll", "DP", "scroll down by that much first"},
    {"--pseudo", "", "in the pseudo-language: longer words, with accents"},
    {"--empty", "", "with --demo: a home with nothing in it"},
});

Result<void> shot(Session& session, const Arguments& arguments) {
  std::vector<std::string> words{"shot"};
  for (const Parameter& parameter : kShot) {
    if (!parameter.by_place()) repeat(arguments, parameter, words);
  }
  for (std::string& word : shared_words(session)) words.push_back(std::move(word));
  words.insert(words.end(), {"--", arguments.text("SCREEN")});
  if (auto drawn = run_window_program(words); !drawn) return drawn;
  if (session.json()) {
    session.print_json(object_json({{"screen", arguments.text("SCREEN")}, {"file", arguments.text("--out")}}));
  }
  return {};
}

constexpr auto kCommands = std::to_array<Command>({
    {"shot", "draw a screen into a PNG file, without a display", kShot, shot, {}},
});

}  // namespace

std::span<const Command> window_commands() noexcept { return kCommands; }

Result<void> open_window(Session& session) {
  if (!display_is_there()) return failed("there is no display to open the window on");
  return become_window_program(shared_words(session));
}

}  // namespace kindling::cli
