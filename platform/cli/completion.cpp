#include "platform/cli/completion.hpp"

#include <algorithm>
#include <vector>

#include "platform/cli/help_text.hpp"

namespace kindling::cli {
namespace {

std::string words_of(std::string_view choices) {
  std::string words(choices);
  for (char& c : words) {
    if (c == '|') c = ' ';
  }
  return words;
}

std::string families() {
  std::string names;
  for (const Command& command : all_commands()) {
    if (command.run == nullptr && !command.children.empty()) (names += names.empty() ? "" : "|") += command.name;
  }
  return names;
}

// Commands that run themselves or are followed by a command: their path, and what may follow, with spaces.
template <class Visit>
void for_each_fork(Visit&& visit) {
  walk_commands(all_commands(), {}, [&](const Command& command, const std::string& path) {
    if (command.run == nullptr || command.children.empty()) return;
    std::string names;
    for (const Command& child : command.children) (names += names.empty() ? "" : " ") += child.name;
    visit(path, names);
  });
}

std::string global_options_with_values() {
  std::string names;
  for (const Parameter& parameter : global_parameters()) {
    if (!parameter.is_flag()) (names += names.empty() ? "" : "|") += parameter.name;
  }
  return names;
}

bool takes_file(const Parameter& parameter) {
  return parameter.value == "FILE" || parameter.value == "DIR" || parameter.name == "FILE" || parameter.name == "DIR";
}

// In single quotes of a POSIX shell; fish reads \' within them, the others don't.
std::string shell_quoted(std::string_view text, bool fish = false) {
  std::string quoted = "'";
  for (const char c : text) {
    if (c == '\'')
      quoted += fish ? "\\'" : "'\\''";
    else if (fish && c == '\\')
      quoted += "\\\\";
    else
      quoted += c;
  }
  return quoted + "'";
}

// Sets `at_path` to the command that the words so far name. bash counts words from 0, zsh from 1.
std::string path_finder(std::string_view words, std::string_view first, std::string_view end) {
  std::string script = "  local at_path= word skip= i\n  for ((i = ";
  script +=
      std::string(first) + "; i < " + std::string(end) + "; i++)); do\n    word=${" + std::string(words) + "[i]}\n";
  script += "    if [[ -n $skip ]]; then skip=; continue; fi\n    case $word in\n      ";
  script += global_options_with_values() + ") skip=1; continue;;\n      -*) continue;;\n    esac\n";
  script += "    case $at_path in\n      '') at_path=$word;;\n      " + families() + ") at_path=\"$at_path $word\";;\n";
  for_each_fork([&script](const std::string& path, std::string names) {
    std::replace(names.begin(), names.end(), ' ', '|');
    script += "      " + shell_quoted(path) + ") case $word in " + names + ") at_path=\"$at_path $word\";; esac;;\n";
  });
  return script + "    esac\n  done\n";
}

}  // namespace

std::string bash_completion() {
  std::string globals;
  for (const Parameter& parameter : global_parameters()) (globals += ' ') += parameter.name;
  std::string words, values;
  std::string top;
  for (const Command& command : all_commands()) {
    (top += ' ') += command.name;
  }
  const auto value_case = [&values](const std::string& path, const Parameter& parameter) {
    if (parameter.choices.empty() && !takes_file(parameter)) return;
    values += "    " + shell_quoted(path + " " + std::string(parameter.name)) + ") ";
    values += takes_file(parameter)
                  ? "COMPREPLY=($(compgen -f -- \"$cur\"))"
                  : "COMPREPLY=($(compgen -W " + shell_quoted(words_of(parameter.choices)) + " -- \"$cur\"))";
    values += "; return;;\n";
  };
  walk_commands(all_commands(), {}, [&](const Command& command, const std::string& path) {
    std::string offered;
    bool files = false;
    for (const Command& child : command.children) (offered += ' ') += child.name;
    for (const Parameter& parameter : command.parameters) {
      if (parameter.by_place()) {
        offered += parameter.choices.empty() ? "" : " " + words_of(parameter.choices);
        files = files || takes_file(parameter);
      } else {
        (offered += ' ') += parameter.name;
        value_case(path, parameter);
      }
    }
    words += "    " + shell_quoted(path) + ") words=" + shell_quoted(offered) + (files ? " files=1" : "") + ";;\n";
  });
  return "# bash completion for kindling\n_kindling() {\n  local cur=${COMP_WORDS[COMP_CWORD]} "
         "previous=${COMP_WORDS[COMP_CWORD-1]} words= files=\n" +
         path_finder("COMP_WORDS", "1", "COMP_CWORD") +
         "  case $previous in --home|--passphrase-file) if [[ $at_path != idea* || $previous != --home ]]; then "
         "COMPREPLY=($(compgen -f -- \"$cur\")); return; fi;; esac\n  case \"$at_path $previous\" in\n" +
         values + "  esac\n  case $at_path in\n    '') words=" + shell_quoted(top) + ";;\n" + words +
         "  esac\n  COMPREPLY=($(compgen -W \"$words" + globals +
         "\" -- \"$cur\"))\n  if [[ -n $files ]]; then COMPREPLY+=($(compgen -f -- \"$cur\")); fi\n}\n"
         "complete -o filenames -F _kindling kindling\n";
}

std::string zsh_completion() {
  const auto described = [](std::string_view name, std::string_view help) {
    std::string escaped;
    for (const char c : help) escaped += c == ':' ? "\\:" : std::string(1, c);
    return " " + shell_quoted(std::string(name) + ":" + escaped);
  };
  std::string top, globals, cases, values;
  for (const Command& command : all_commands()) {
    top += described(command.name, command.summary);
  }
  for (const Parameter& parameter : global_parameters()) globals += described(parameter.name, parameter.help);
  walk_commands(all_commands(), {}, [&](const Command& command, const std::string& path) {
    std::string offered, options, extra;
    for (const Command& child : command.children) offered += described(child.name, child.summary);
    for (const Parameter& parameter : command.parameters) {
      if (parameter.by_place()) {
        if (!parameter.choices.empty()) extra += " compadd " + words_of(parameter.choices) + ";";
        if (takes_file(parameter)) extra += " _files;";
        continue;
      }
      options += described(parameter.name, parameter.help);
      if (parameter.choices.empty() && !takes_file(parameter)) continue;
      values += "    " + shell_quoted(path + " " + std::string(parameter.name)) + ") ";
      values += (takes_file(parameter) ? "_files" : "compadd " + words_of(parameter.choices)) + "; return;;\n";
    }
    cases +=
        "    " + shell_quoted(path) + ") commands=(" + offered + " ); options+=(" + options + " );" + extra + ";\n";
  });
  return "#compdef kindling\n_kindling() {\n  local -a commands options\n  options=(" + globals + " )\n" +
         path_finder("words", "2", "CURRENT") + "  case \"$at_path ${words[CURRENT-1]}\" in\n" + values +
         "  esac\n  case $at_path in\n    '') commands=(" + top + " );;\n" + cases +
         "  esac\n  (( $#commands )) && _describe -t commands command commands\n"
         "  _describe -o -t options option options\n}\n_kindling \"$@\"\n";
}

std::string fish_completion() {
  std::string script =
      "# fish completion for kindling\nfunction __kindling_at\n  set -l at_path\n  set -l skip\n"
      "  for word in (commandline -opc)[2..-1]\n    if test -n \"$skip\"; set skip; continue; end\n    switch $word\n  "
      "    case ";
  for (const Parameter& parameter : global_parameters()) {
    if (!parameter.is_flag()) (script += parameter.name) += " ";
  }
  script +=
      "\n        set skip 1\n      case '-*'\n      case '*'\n        if test -z \"$at_path\"; set at_path $word\n"
      "        else if contains -- $at_path";
  for (const Command& command : all_commands()) {
    if (command.run == nullptr && !command.children.empty()) (script += ' ') += command.name;
  }
  script += "; set at_path \"$at_path $word\"\n";
  for_each_fork([&script](const std::string& path, const std::string& names) {
    script += "        else if test \"$at_path\" = " + shell_quoted(path, true) + "; and contains -- $word " + names +
              "; set at_path \"$at_path $word\"\n";
  });
  script +=
      "        end\n    end\n  end\n  test \"$at_path\" = \"$argv[1]\"\nend\ncomplete -c "
      "kindling -f\n";
  const auto option = [](const std::string& condition, const Parameter& parameter) {
    std::string line = "complete -c kindling" + condition + " -l " + std::string(parameter.name.substr(2));
    if (!parameter.is_flag()) line += takes_file(parameter) ? " -rF" : " -x";
    if (!parameter.choices.empty()) line += " -a " + shell_quoted(words_of(parameter.choices), true);
    return line + " -d " + shell_quoted(parameter.help, true) + "\n";
  };
  for (const Parameter& parameter : global_parameters()) script += option("", parameter);
  walk_commands(all_commands(), {}, [&](const Command& command, const std::string& path) {
    const std::size_t last = path.rfind(' ');
    const std::string above = last == std::string::npos ? "" : path.substr(0, last);
    const auto when = [](const std::string& at) { return " -n " + shell_quoted("__kindling_at \"" + at + "\"", true); };
    script += "complete -c kindling" + when(above) + " -a " + std::string(command.name) + " -d " +
              shell_quoted(command.summary, true) + "\n";
    for (const Parameter& parameter : command.parameters) {
      if (!parameter.by_place())
        script += option(when(path), parameter);
      else if (takes_file(parameter))
        script += "complete -c kindling" + when(path) + " -F\n";
      else if (!parameter.choices.empty())
        script += "complete -c kindling" + when(path) + " -a " + shell_quoted(words_of(parameter.choices), true) + "\n";
    }
  });
  return script;
}

}  // namespace kindling::cli
