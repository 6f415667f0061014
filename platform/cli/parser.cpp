#include "platform/cli/parser.hpp"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>

#include "core/base/text.hpp"

namespace kindling::cli {
namespace {

Error usage(std::string message) { return {ErrorCode::usage, std::move(message)}; }

std::string in_ticks(const std::string& path) { return path.empty() ? "`kindling`" : "`kindling " + path + "`"; }

std::string help_hint(const std::string& path) {
  return "see `kindling " + path + (path.empty() ? "" : " ") + "--help`";
}

std::string list_of(std::span<const Command> commands) {
  std::string list;
  for (std::size_t i = 0; i < commands.size(); ++i) {
    if (i > 0) list += i + 1 == commands.size() ? " or " : ", ";
    list += commands[i].name;
  }
  return list;
}

void declare(CLI::App& app, const Parameter& parameter, Arguments& into) {
  const std::string name(parameter.name);
  if (parameter.is_flag()) {
    const std::string names = name == "--help" ? "-h,--help" : name;
    app.add_flag_callback(names, [&into, &parameter] { into.replace(parameter.name, {}); });
    return;
  }
  CLI::Option* option = app.add_option(
      name,
      [&into, &parameter](const CLI::results_t& values) {
        for (const std::string& value : values) {
          if (parameter.repeated)
            into.add(parameter.name, value);
          else
            into.replace(parameter.name, value);
        }
        return true;
      },
      std::string());
  if (parameter.repeated) {
    option->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    if (parameter.by_place()) option->expected(0, 64)->allow_extra_args();
  }
}

// A sentence for what CLI11 found wrong, made of our own words and the names of our own options.
Error explain(const CLI::ParseError& error, std::span<const Parameter> parameters, const std::string& path) {
  const std::string what = error.what();
  const std::string name = what.substr(0, what.find_first_of(": "));
  const bool ours =
      std::any_of(parameters.begin(), parameters.end(), [&name](const Parameter& p) { return p.name == name; }) ||
      find_parameter(global_parameters(), name) != nullptr;
  if (dynamic_cast<const CLI::ExtrasError*>(&error) != nullptr) {
    return usage(
        "there is an option or a word that " + in_ticks(path) +
        " doesn't take; put text of several words in quotes and `--` before text that begins with a dash, or " +
        help_hint(path));
  }
  if (ours && dynamic_cast<const CLI::ArgumentMismatch*>(&error) != nullptr) {
    const Parameter* parameter = find_parameter(parameters, name);
    if (parameter == nullptr) parameter = find_parameter(global_parameters(), name);
    if (parameter->is_flag()) return usage(name + " takes no value");
    return usage(name + " takes one value, " + std::string(parameter->value.empty() ? name : parameter->value) +
                 ", and is given once");
  }
  return usage("the options of " + in_ticks(path) + " can't be read that way; " + help_hint(path));
}

Result<void> parse_options(std::span<const std::string> words, std::span<const Parameter> parameters,
                           const std::string& path, Arguments& arguments, Arguments& globals) {
  if (words.empty()) return {};
  CLI::App app;
  app.set_help_flag();
  for (const Parameter& parameter : parameters) declare(app, parameter, arguments);
  for (const Parameter& parameter : global_parameters()) {
    if (find_parameter(parameters, parameter.name) == nullptr) declare(app, parameter, globals);
  }
  try {
    app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 takes them from the back
  } catch (const CLI::ParseError& error) {
    return explain(error, parameters, path);
  }
  return {};
}

Result<void> check_required(const Command& command, const std::string& path, const Arguments& arguments) {
  for (const Parameter& parameter : command.parameters) {
    if (parameter.required && !arguments.has(parameter.name)) {
      return usage(in_ticks(path) + " needs " + std::string(parameter.name) +
                   (parameter.by_place() ? "" : " " + std::string(parameter.value)) + "; " + help_hint(path));
    }
  }
  return {};
}

// A command's flag may have the name of a global option with a value (`idea list --home`). What clearly is the global
// one is moved to `before`: with "=", or with a word after it that can't be an argument of the command.
std::vector<std::string> without_shadowed(std::span<const std::string> words, std::span<const Parameter> parameters,
                                          std::vector<std::string>& before) {
  const bool takes_words =
      std::any_of(parameters.begin(), parameters.end(), [](const Parameter& p) { return p.by_place(); });
  std::vector<std::string> rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == "--") {
      rest.insert(rest.end(), words.begin() + static_cast<std::ptrdiff_t>(i), words.end());
      break;
    }
    const std::string name = words[i].substr(0, words[i].find('='));
    if (words[i].starts_with("--") && name.size() + 1 == words[i].size()) {
      rest.insert(rest.end(), {name, std::string()});  // CLI11 takes the next word for the value of "--cue="
      continue;
    }
    const Parameter* own = find_parameter(parameters, name);
    const Parameter* global = find_parameter(global_parameters(), name);
    const bool shadowed = own != nullptr && global != nullptr && own->is_flag() && !global->is_flag();
    const bool has_value = name.size() < words[i].size();
    const bool value_follows = i + 1 < words.size() && !words[i + 1].starts_with('-') &&
                               (!takes_words || words[i + 1].starts_with('/') || words[i + 1].starts_with('.'));
    if (!shadowed || (!has_value && !value_follows)) {
      rest.push_back(words[i]);
      continue;
    }
    before.push_back(words[i]);
    if (!has_value) before.push_back(words[++i]);
  }
  return rest;
}

bool is_own(const std::string& word, std::span<const Parameter> parameters) {
  const std::string name = word.substr(0, word.find('='));
  return find_parameter(parameters, name) != nullptr || find_parameter(global_parameters(), name) == nullptr;
}

// Whether the next word is this option's value.
bool takes_next(const std::string& word) {
  const Parameter* parameter = find_parameter(global_parameters(), word);
  return parameter != nullptr && !parameter->is_flag();
}

}  // namespace

bool asks_for_json(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (word == "--") return false;
    if (word == "--json") return true;
  }
  return false;
}

Result<Invocation> parse(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    if (!is_valid_utf8(word)) return invalid("a word on the command line isn't UTF-8; write it as UTF-8 text");
  }
  Invocation invocation;
  std::vector<std::string> before;
  std::span<const Command> level = all_commands();
  std::size_t at = 0;
  for (; at < words.size(); ++at) {
    const std::string& word = words[at];
    if (word == "--") break;
    // Of a command that does something itself and has commands of its own, what isn't one of these is for it.
    const bool runs = invocation.command != nullptr && invocation.command->run != nullptr;
    if (word.size() > 1 && word.front() == '-') {
      if (runs && is_own(word, invocation.command->parameters)) break;
      before.push_back(word);
      if (takes_next(word) && at + 1 < words.size()) before.push_back(words[++at]);
      continue;
    }
    const Command* found = find_command(level, word);
    if (found == nullptr) {
      if (runs) break;
      if (invocation.command == nullptr) return usage("there is no such command; `kindling --help` lists them");
      return usage(in_ticks(invocation.path) + " is followed by " + list_of(level));
    }
    invocation.command = found;
    invocation.path += (invocation.path.empty() ? "" : " ") + std::string(found->name);
    level = found->children;
    if (level.empty()) {
      ++at;
      break;
    }
  }
  const std::span<const Parameter> parameters =
      invocation.command == nullptr ? std::span<const Parameter>() : invocation.command->parameters;
  const std::vector<std::string> rest = without_shadowed(std::span(words).subspan(at), parameters, before);
  if (auto read = parse_options(before, {}, invocation.path, invocation.arguments, invocation.globals); !read)
    return read.error();
  if (auto read = parse_options(rest, parameters, invocation.path, invocation.arguments, invocation.globals); !read)
    return read.error();
  invocation.wants_help = invocation.globals.has("--help");
  if (invocation.wants_help || invocation.globals.has("--version") || invocation.command == nullptr) return invocation;
  if (invocation.command->run == nullptr && !invocation.command->children.empty())
    return usage(in_ticks(invocation.path) + " is followed by " + list_of(invocation.command->children));
  if (auto complete = check_required(*invocation.command, invocation.path, invocation.arguments); !complete)
    return complete.error();
  return invocation;
}

}  // namespace kindling::cli
