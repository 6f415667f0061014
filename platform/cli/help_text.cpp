#include "platform/cli/help_text.hpp"

#include "platform/cli/text_output.hpp"

namespace kindling::cli {
namespace {

std::string parameter_words(const Parameter& parameter) {
  std::string words(parameter.name);
  if (!parameter.by_place() && !parameter.value.empty()) (words += ' ') += parameter.value;
  return words;
}

void add_row(Columns& rows, const Parameter& parameter) {
  rows.add({parameter_words(parameter), std::string(parameter.help)});
}

}  // namespace

std::string usage_line(const Command& command, const std::string& path) {
  std::string line = "kindling " + path;
  if (command.run == nullptr && !command.children.empty()) return line + " COMMAND";
  for (const Parameter& parameter : command.parameters) {
    const std::string words = parameter_words(parameter) + (parameter.repeated ? "…" : "");
    line += parameter.required ? " " + words : " [" + words + "]";
  }
  return line;
}

std::string overview_help() {
  std::string text =
      "Kindling: small, kind things for two people, kept on this device.\n\nUsage: kindling [OPTIONS] COMMAND\n\n";
  Columns commands;
  for (const Command& command : all_commands()) {
    commands.add({std::string(command.name), std::string(command.summary)});
  }
  text += "Commands:\n" + commands.text("  ") + "\nOptions, before or after the command:\n";
  Columns options;
  for (const Parameter& parameter : global_parameters()) add_row(options, parameter);
  text +=
      options.text("  ") + "\n`kindling COMMAND --help` tells more; `kindling help TOPIC` on " + topic_names() + ".\n";
  return text + "Afraid of your partner? `kindling help crisis`.\n";
}

std::string command_help(const Command& command, const std::string& path) {
  std::string text = "kindling " + path + ": " + std::string(command.summary) + "\n\n";
  text += "Usage:\n" + wrapped(usage_line(command, path), "  ");
  if (!command.children.empty()) {
    Columns children;
    for (const Command& child : command.children) children.add({std::string(child.name), std::string(child.summary)});
    text += "\nCommands:\n" + children.text("  ");
  }
  if (!command.parameters.empty()) {
    Columns parameters;
    for (const Parameter& parameter : command.parameters) add_row(parameters, parameter);
    text += "\nTakes:\n" + parameters.text("  ");
  }
  if (!command.details.empty()) text += "\n" + wrapped(command.details);
  return text + "\nOptions of every command: `kindling --help`.\n";
}

}  // namespace kindling::cli
