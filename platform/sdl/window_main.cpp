// kindling-window: the app in a window, and with `shot` its pictures. `kindling` starts it.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <string>

#include "platform/sdl/open_window.hpp"
#include "platform/sdl/shot.hpp"

namespace {

using kindling::ErrorCode;

int complain(const kindling::Error& error) {
  std::fprintf(stderr, "kindling: %s\n", error.message.c_str());
  return static_cast<int>(error.code);
}

void add_launch_options(CLI::App& command, kindling::LaunchOptions& launch) {
  command.add_option("--home", launch.home, "The folder of the data");
  command.add_option("--now", launch.now, "Act as if it were this instant (RFC 3339)");
  command.add_option("--zone", launch.zone, "The device's time zone (IANA)");
  command.add_option("--passphrase-file", launch.passphrase_file, "A file with the passphrase of a locked home");
  command.add_flag("--demo", launch.demo, "A demonstration home, gone afterwards");
}

}  // namespace

int main(int count, char** words) {
  CLI::App command("Kindling's window");
  kindling::LaunchOptions launch;
  kindling::ShotOptions shot;
  std::string size = "390x844", screen;
  add_launch_options(command, launch);
  command.add_option("--show", screen, "The screen to begin with: today, settings, sheet-check-in …");
  CLI::App* picture = command.add_subcommand("shot", "Draw a screen into a PNG file, without a display");
  add_launch_options(*picture, launch);
  picture->add_option("SCREEN", shot.screen, "today, talk, feel …")->required();
  picture->add_option("--out", shot.out, "The PNG file")->required();
  picture->add_option("--tree", shot.tree, "A JSON file for what a screen reader would read");
  picture->add_option("--size", size, "Width and height in dp, as in 390x844");
  picture->add_option("--scale", shot.scale, "Physical pixels a dp, 1 to 4");
  picture->add_option("--theme", shot.theme, "light, dark or contrast");
  picture->add_option("--text-scale", shot.text_scale, "0.85 to 2");
  picture->add_option("--scroll", shot.scroll, "Scroll down by that many dp first");
  picture->add_flag("--pseudo", shot.pseudo, "In the pseudo-language: longer, with accents");
  picture->add_flag("--empty", launch.empty, "With --demo: a home with nothing in it");
  try {
    command.parse(count, words);
  } catch (const CLI::ParseError& error) {
    if (error.get_exit_code() == 0) return command.exit(error);
    return complain({ErrorCode::usage, std::string(error.what()) + "; see kindling help shot"});
  }
  if (*picture) {
    char end = 0;
    if (std::sscanf(size.c_str(), "%dx%d%c", &shot.width, &shot.height, &end) != 2) {
      return complain(kindling::invalid("--size: write it as 390x844"));
    }
    shot.launch = launch;
    const auto taken = kindling::take_shot(shot);
    return taken ? 0 : complain(taken.error());
  }
  const auto closed = kindling::open_window(launch, screen);
  return closed ? 0 : complain(closed.error());
}
