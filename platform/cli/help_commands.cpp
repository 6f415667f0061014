#include <array>

#include "core/talk/crisis_numbers.hpp"
#include "platform/cli/completion.hpp"
#include "platform/cli/crisis_help.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/help_text.hpp"
#include "platform/cli/json_parts.hpp"
#include "platform/cli/session.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/locale_country.hpp"

namespace kindling::cli {
namespace {

Result<void> print_page(Session& session, const std::string& topic, const std::string& text) {
  if (session.json())
    session.print_json(object_json({{"topic", topic}, {"text", text}}));
  else
    session.print(text);
  return {};
}

Result<void> print_script(Session& session, const std::string& shell) {
  if (shell == "bash") return print_page(session, shell, bash_completion());
  if (shell == "zsh") return print_page(session, shell, zsh_completion());
  if (shell == "fish") return print_page(session, shell, fish_completion());
  return invalid("SHELL: it is bash, zsh or fish");
}

// --country, else the region of --lang or of the locale.
std::string country_of(const Session& session, const Arguments& arguments) {
  if (arguments.has("--country")) return crisis_country(arguments.text("--country"));
  if (const auto tag = session.globals().optional_text("--lang")) return crisis_country(*tag);
  return locale_country();
}

Result<void> print_crisis(Session& session, const Arguments& arguments) {
  const std::string country = country_of(session, arguments);
  if (!session.json()) return session.print(crisis_text(country)), Result<void>();
  Json numbers = Json::array();
  for (const bool emergency : {true, false}) {
    for (const CrisisNumber& one : crisis_numbers()) {
      if (one.emergency != emergency || (!country.empty() && one.country != country)) continue;
      numbers.push_back({{"country", one.country},
                         {"emergency", one.emergency},
                         {"number", one.number},
                         {"name", one.name},
                         {"for", one.whom},
                         {"hours", text_or_null(std::string(one.hours))},
                         {"source", one.source},
                         {"as_of", one.as_of}});
    }
  }
  session.print_json(dump(Json{{"topic", "crisis"},
                               {"country", text_or_null(country)},
                               {"numbers", std::move(numbers)},
                               {"advice", crisis_advice()}}));
  return {};
}

Result<void> help(Session& session, const Arguments& arguments) {
  const std::vector<std::string>& words = arguments.all("TOPIC");
  if (words.empty()) return print_page(session, "kindling", overview_help());
  const std::string& topic = words.front();
  if (topic == "crisis" && words.size() == 1) return print_crisis(session, arguments);
  if (topic == "man" && words.size() == 1) return print_page(session, "man", man_page());
  if (topic == "completion" && words.size() == 2) return print_script(session, words.back());
  if (const auto text = topic_text(topic); !text.empty() && words.size() == 1) {
    const std::string page(text);
    if (topic == "therapist") return print_page(session, topic, page + referral_text(country_of(session, arguments)));
    return print_page(session, topic, page);
  }
  const Command* found = nullptr;
  std::span<const Command> level = all_commands();
  std::string path;
  for (const std::string& word : words) {
    found = find_command(level, word);
    if (found == nullptr)
      return not_found("there is no help on that; topics are " + topic_names() + ", and every command");
    path += (path.empty() ? "" : " ") + std::string(found->name);
    level = found->children;
  }
  // NOLINTNEXTLINE(clang-analyzer-core.NonNullParamChecker): there is a word, so the loop has found a command
  return print_page(session, path, command_help(*found, path));
}

Result<void> completion(Session& session, const Arguments& arguments) {
  return print_script(session, arguments.text("SHELL"));
}

constexpr auto kHelp = std::to_array<Parameter>(
    {{"TOPIC", "", "a topic or a command; none: an overview", false, true,
      "times|ids|rules|privacy|shells|therapist|crisis|man|completion"},
     {"--country", "CC", "crisis: the country's two letters, such as GB, or all; else that of the language"}});
constexpr auto kCompletion =
    std::to_array<Parameter>({{"SHELL", "", "bash, zsh or fish", true, false, "bash|zsh|fish"}});
constexpr auto kCommands = std::to_array<Command>({
    {"help", "topics, and help on every command; `help crisis` if you are afraid", kHelp, help, {}},
    {"completion", "a completion script for your shell", kCompletion, completion, {}},
});

}  // namespace

std::span<const Command> help_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
