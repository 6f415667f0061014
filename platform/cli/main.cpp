// `kindling`, the command line. See docs in `kindling help`; the interface is kept stable.
#include <exception>
#include <string>
#include <vector>

#include "platform/cli/families.hpp"
#include "platform/cli/help_text.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/parser.hpp"
#include "platform/cli/session.hpp"
#include "platform/cli/terminal.hpp"

#ifndef KINDLING_VERSION
#define KINDLING_VERSION "0"
#endif

namespace kindling::cli {
namespace {

int fail(const Error& error, bool json) {
  std::string line = "kindling: " + error.message;
  for (char& c : line) {
    if (c == '\n' || c == '\r') c = ' ';
  }
  write_errors(line + "\n");
  if (json) write_errors(error_json(error) + "\n");
  return static_cast<int>(error.code);
}

Result<void> print_help(Session& session, const Invocation& invocation) {
  const std::string text =
      invocation.command == nullptr ? overview_help() : command_help(*invocation.command, invocation.path);
  if (session.json())
    session.print_json(object_json({{"topic", invocation.path}, {"text", text}}));
  else
    session.print(text);
  return {};
}

Result<void> run(Session& session, const Invocation& invocation) {
  if (invocation.wants_help) return print_help(session, invocation);
  if (invocation.globals.has("--version")) {
    if (session.json())
      session.print_json(object_json({{"name", "kindling"}, {"version", KINDLING_VERSION}}));
    else
      session.print("kindling " KINDLING_VERSION "\n");
    return {};
  }
  if (invocation.command == nullptr) {
    // A script that asks for JSON doesn't want a window.
    if (!session.json()) {
      const auto opened = open_window(session);
      if (!opened) write_errors("kindling: " + opened.error().message + "; here is today in words\n");
    }
    return find_command(all_commands(), "today")->run(session, invocation.arguments);
  }
  return invocation.command->run(session, invocation.arguments);
}

int main_of(const std::vector<std::string>& words) {
  const bool json = asks_for_json(words);
  const auto invocation = parse(words);
  if (!invocation) return fail(invocation.error(), json);
  auto session = Session::make(invocation->globals);
  if (!session) return fail(session.error(), json);
  const auto done = run(**session, *invocation);
  // Whoever reads the answer may be gone, which ends this program: by then the home is closed.
  const std::string answer = (*session)->take_output();
  session->reset();
  // A command that finds something broken has an answer and an error.
  if (const auto written = write_output(answer); !written) return fail(written.error(), json);
  return done ? 0 : fail(done.error(), json);
}

}  // namespace
}  // namespace kindling::cli

int main(int argc, char** argv) {
  try {
    return kindling::cli::main_of(std::vector<std::string>(argv + (argc > 0 ? 1 : 0), argv + argc));
  } catch (const std::exception&) {
    return kindling::cli::fail(kindling::failed("something unexpected went wrong; nothing more was changed"), false);
  }
}
