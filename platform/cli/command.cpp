#include "platform/cli/command.hpp"

#include <array>
#include <vector>

#include "platform/cli/families.hpp"

namespace kindling::cli {
namespace {

constexpr auto kGlobals = std::to_array<Parameter>({
    {"--home", "DIR", "the folder of the data, else KINDLING_HOME, else the XDG data folder"},
    {"--demo", "", "act on the home of an invented couple, made for this one run and removed after it"},
    {"--json", "", "print exactly one JSON document"},
    {"--now", "RFC3339", "act as if it were this instant, else KINDLING_NOW"},
    {"--zone", "IANA", "the zone of this device, else KINDLING_ZONE, else the system's"},
    {"--lang", "TAG", "the language of the output; English only for now"},
    {"--passphrase-file", "FILE", "read a passphrase from a file, else KINDLING_PASSPHRASE_FILE"},
    {"--version", "", "print the version"},
    {"--help", "", "print help for the command"},
});

std::vector<Command> assemble() {
  std::vector<Command> all;
  all.reserve(48);
  const auto add = [&all](std::span<const Command> commands) {
    all.insert(all.end(), commands.begin(), commands.end());
  };
  add(overview_commands());
  for (const Command& family :
       {check_in_commands(), reminder_commands(), ritual_commands(), idea_commands(), plan_commands(),
        prompt_commands(), say_commands(), programme_commands(), comfort_commands()})
    all.push_back(family);
  add(library_commands());
  add(keepsake_commands());
  add(look_back_commands());
  add(settings_commands());
  all.push_back(agent_commands());
  add(recurrence_commands());
  add(exchange_commands());
  all.push_back(calendar_commands());
  add(sync_commands());
  add(safekeeping_commands());
  all.push_back(open_command());
  add(window_commands());
  add(help_commands());
  return all;
}

}  // namespace

std::span<const Command> all_commands() noexcept {
  static const std::vector<Command> kAll = assemble();
  return kAll;
}

std::span<const Parameter> global_parameters() noexcept { return kGlobals; }

const Parameter* find_parameter(std::span<const Parameter> parameters, std::string_view name) noexcept {
  for (const Parameter& parameter : parameters) {
    if (parameter.name == name) return &parameter;
  }
  return nullptr;
}

const Command* find_command(std::span<const Command> commands, std::string_view name) noexcept {
  for (const Command& command : commands) {
    if (command.name == name) return &command;
  }
  return nullptr;
}

}  // namespace kindling::cli
