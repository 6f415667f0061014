#include <array>

#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"

namespace kindling::cli {
namespace {

Result<void> add_memory(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  const auto date = read.optional("--date", parse_date);
  if (!read.ok()) return read.error();
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->keepsakes().add_memory(arguments.text("TEXT"), date);
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::memory);
  if (!ref) return ref.error();
  const auto memory = (*home)->keepsakes().memory(*ref);
  if (!memory) return memory.error();
  if (session.json())
    session.print_json(memory_json(*memory));
  else
    session.print("Kept for " + full_date_words(memory->date) + ".\n");
  return {};
}

Result<void> list_memories(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto memories = (*home)->keepsakes().memories();
  if (!memories) return memories.error();
  if (session.json()) return session.print_json(memories_json(*memories)), Result<void>();
  Columns rows;
  for (const Memory& memory : *memories)
    rows.add({session.style().faint(short_id(memory.id.bytes)), to_string(memory.date), one_line(memory.text, 60)});
  session.print(rows.empty() ? "No memories kept yet.\n" : rows.text());
  return {};
}

Result<void> list_appreciations(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto all = (*home)->keepsakes().appreciations();
  if (!all) return all.error();
  if (session.json()) return session.print_json(appreciations_json((*home)->context(), *all)), Result<void>();
  Columns rows;
  for (const Appreciation& one : *all) {
    rows.add({session.style().faint(short_id(one.id.bytes)),
              date_words(date_of(local_of(session, one.at)), current_date(session)), one_line(one.text, 60)});
  }
  session.print(rows.empty() ? "Nothing noted yet. `kindling appreciate \"…\"` keeps what you noticed.\n"
                             : rows.text());
  return {};
}

Result<void> appreciate(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto changes = (*home)->keepsakes().appreciate(arguments.text("TEXT"));
  if (!changes) return changes.error();
  const auto ref = touched(*changes, EntityKind::appreciation);
  if (!ref) return ref.error();
  const auto kept = (*home)->keepsakes().appreciation(*ref);
  if (!kept) return kept.error();
  if (session.json())
    session.print_json(appreciation_json((*home)->context(), *kept));
  else
    session.print("Kept. It counts double when you say it aloud.\n");
  return {};
}

Result<void> edit_memory(Session& session, const Arguments& arguments) {
  ArgumentReader read(arguments);
  EditMemory command;
  command.text = arguments.optional_text("--text");
  command.date = read.optional("--date", parse_date);
  if (!read.ok()) return read.error();
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::memory, arguments);
  if (!ref) return ref.error();
  if (const auto changes = (*home)->keepsakes().edit_memory(*ref, command); !changes) return changes.error();
  const auto memory = (*home)->keepsakes().memory(*ref);
  if (!memory) return memory.error();
  if (session.json())
    session.print_json(memory_json(*memory));
  else
    session.print("Kept for " + full_date_words(memory->date) + ".\n");
  return {};
}

Result<void> remove_memory(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::memory, arguments);
  if (!ref) return ref.error();
  const auto memory = (*home)->keepsakes().memory(*ref);
  if (!memory) return memory.error();
  if (const auto changes = (*home)->keepsakes().remove_memory(*ref); !changes) return changes.error();
  if (session.json())
    session.print_json(memory_json(*memory));
  else
    session.print("Removed. `kindling undo` brings it back.\n");
  return {};
}

Result<void> remove_appreciation(Session& session, const Arguments& arguments) {
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto ref = subject(**home, EntityKind::appreciation, arguments);
  if (!ref) return ref.error();
  const auto kept = (*home)->keepsakes().appreciation(*ref);
  if (!kept) return kept.error();
  if (const auto changes = (*home)->keepsakes().remove_appreciation(*ref); !changes) return changes.error();
  if (session.json())
    session.print_json(appreciation_json((*home)->context(), *kept));
  else
    session.print("Removed. `kindling undo` brings it back.\n");
  return {};
}

Result<void> reminisce(Session& session, const Arguments& arguments) {
  const auto home = session.home();
  if (!home) return home.error();
  std::optional<EntityRef> ref;
  if (arguments.has("ID")) {
    const auto named = subject(**home, EntityKind::memory, arguments);
    if (!named) return named.error();
    ref = *named;
  }
  const auto found = (*home)->keepsakes().reminisce(ref, 0);
  if (!found) return found.error();
  if (session.json()) return session.print_json(reminiscing_json(*found)), Result<void>();
  if (!*found) return session.print("No memories kept yet.\n"), Result<void>();
  session.print(full_date_words((*found)->memory.date) + "\n");
  session.print(wrapped((*found)->memory.text, "  "));
  for (const std::string_view question : (*found)->questions) session.print(wrapped(question));
  session.print("Now put the screen away. What you say can stay between you.\n");
  return {};
}

Result<void> open_jar(Session& session, const Arguments&) {
  const auto home = session.home();
  if (!home) return home.error();
  const auto drawn = (*home)->keepsakes().drawn_today();
  if (!drawn) return drawn.error();
  if (session.json())
    return session.print_json(*drawn ? appreciation_json((*home)->context(), **drawn) : "null"), Result<void>();
  if (!*drawn)
    return session.print("The jar is empty. `kindling appreciate \"…\"` puts something in.\n"), Result<void>();
  session.print(wrapped((*drawn)->text));
  session.print(date_words(date_of(local_of(session, (*drawn)->at)), current_date(session)) + "\n");
  return {};
}

constexpr Parameter kId{"ID", "", "its id, or the first characters of it", true};
constexpr auto kIdOnly = std::to_array<Parameter>({kId});
constexpr auto kReminisce = std::to_array<Parameter>({{"ID", "", "a memory; else one of this day, or one by chance"}});
constexpr auto kEditMemory = std::to_array<Parameter>(
    {kId, {"--text", "TEXT", "what you want to remember instead"}, {"--date", "DATE", "the day it was"}});
constexpr auto kMemory =
    std::to_array<Parameter>({{"TEXT", "", "what you want to remember, at most 10,000 characters", true},
                              {"--date", "DATE", "the day it was; else today"}});
constexpr auto kAppreciate = std::to_array<Parameter>({{"TEXT", "", "what you noticed, in your own words", true}});
constexpr auto kMemoryChildren = std::to_array<Command>({
    {"add", "keep a memory", kMemory, add_memory, {}},
    {"list", "your memories", {}, list_memories, {}},
    {"edit", "change a memory", kEditMemory, edit_memory, {}},
    {"remove", "remove a memory", kIdOnly, remove_memory, {}},
    {"reminisce", "one memory and two questions, for the two of you", kReminisce, reminisce, {}},
});
constexpr auto kAppreciationChildren = std::to_array<Command>({
    {"list", "what you noticed", {}, list_appreciations, {}},
    {"open", "the one that the jar gives today", {}, open_jar, {}},
    {"remove", "remove one", kIdOnly, remove_appreciation, {}},
});
constexpr auto kFamilies = std::to_array<Command>({
    {"memory", "what you want to remember", {}, nullptr, kMemoryChildren},
    {"appreciate", "note something you're glad of", kAppreciate, appreciate, {}},
    {"appreciation", "what you noted with `appreciate`", {}, nullptr, kAppreciationChildren},
});

}  // namespace

std::span<const Command> keepsake_commands() noexcept { return kFamilies; }

}  // namespace kindling::cli
