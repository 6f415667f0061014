#include <string_view>

#include "platform/cli/agent_jobs.hpp"
#include "platform/cli/window_program.hpp"

namespace kindling::cli {
namespace {

Error become(const Session& session, std::string_view job, const Arguments& arguments) {
  std::vector<std::string> words = shared_words(session);
  if (session.json()) words.emplace_back("--json");
  words.insert(words.end(), {"agent", std::string(job)});
  for (const std::string_view flag : {"--once", "--with-parent"}) {
    if (arguments.has(flag)) words.emplace_back(flag);
  }
  return become_program_beside("kindling-agent", words);
}

}  // namespace

Result<void> run_agent(Session& session, const Arguments& arguments) { return become(session, "run", arguments); }
Result<void> install_agent(Session& session, const Arguments& arguments) {
  return become(session, "install", arguments);
}
Result<void> remove_agent(Session& session, const Arguments& arguments) { return become(session, "remove", arguments); }
Result<void> show_agent_status(Session& session, const Arguments& arguments) {
  return become(session, "status", arguments);
}
Result<void> test_agent(Session& session, const Arguments& arguments) { return become(session, "test", arguments); }

}  // namespace kindling::cli
