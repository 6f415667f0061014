#include <array>

#include "platform/cli/agent_jobs.hpp"
#include "platform/cli/families.hpp"

namespace kindling::cli {
namespace {

constexpr auto kRun = std::to_array<Parameter>({
    {"--once", "", "bring what is due and end"},
    {"--with-parent", "", "end when the program that started it ends"},
});

constexpr auto kJobs = std::to_array<Command>({
    {"run", "wait and bring each reminder at its minute", kRun, run_agent, {}},
    {"install", "start it now and at each login", {}, install_agent, {}},
    {"remove", "start it no more, and end it", {}, remove_agent, {}},
    {"status", "whether reminders arrive while the window is closed", {}, show_agent_status, {}},
    {"test", "send a notification now", {}, test_agent, {}},
});

}  // namespace

Command agent_commands() noexcept { return {"agent", "reminders in the background", {}, nullptr, kJobs}; }

}  // namespace kindling::cli
