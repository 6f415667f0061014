#include "core/services/keepsake_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"
#include "core/talk/reminiscing.hpp"

namespace kindling {
namespace {

Result<void> check_words(const std::string& text, std::string_view what) {
  if (trim(text).empty()) return invalid(std::string(what) + " is empty; write at least one character");
  return check_note(text, what);
}

template <class Entity>
Result<Changes> keep(const Context& context, Verb verb, Entity entity) {
  return context.self.transact(verb, [&](Writer& writer) -> Result<void> {
    entity.id.bytes = writer.new_id();
    append(writer, entity);
    return {};
  });
}

template <class Entity>
Result<std::vector<Entity>> all_of(const Context& context, Order order = Order::ascending,
                                   std::size_t limit = kEverything) {
  auto found = load_all<Entity>(context.self.tables(), {}, order, limit);
  if (auto status = context.self.take_status(); !status) return status.error();
  return found;
}

template <class Entity>
Result<Entity> one_of(const Context& context, const EntityRef& ref) {
  auto found = require<Entity>(context.self.tables(), ref);
  if (auto status = context.self.take_status(); !status) return status.error();
  return found;
}

template <class Entity>
Result<Changes> take_away(const Context& context, Verb verb, const EntityRef& ref) {
  return context.self.transact(verb, [&](Writer& writer) -> Result<void> {
    if (auto kept = require<Entity>(writer.tables(), ref); !kept) return kept.error();
    writer.set_alive(Entity::kKind, ref.id, false);
    return {};
  });
}

Result<void> check_passed(LocalDate date, LocalDate today) {
  if (date <= today) return {};
  return invalid("a memory has a date that has passed; give today's or an earlier one");
}

}  // namespace

Result<Changes> KeepsakeService::add_memory(const std::string& text, std::optional<LocalDate> date) {
  if (auto checked = check_words(text, "a memory"); !checked) return checked.error();
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  Memory memory;
  memory.text = text;
  memory.date = date.value_or(*today);
  if (auto checked = check_passed(memory.date, *today); !checked) return checked.error();
  return keep(context_, Verb::add_memory, memory);
}

Result<Changes> KeepsakeService::edit_memory(const EntityRef& ref, const EditMemory& command) {
  if (command.text) {
    if (auto checked = check_words(*command.text, "a memory"); !checked) return checked.error();
  }
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  if (command.date) {
    if (auto checked = check_passed(*command.date, *today); !checked) return checked.error();
  }
  return context_.self.transact(Verb::edit_memory, [&](Writer& writer) -> Result<void> {
    auto memory = require<Memory>(writer.tables(), ref);
    if (!memory) return memory.error();
    if (command.text) memory->text = *command.text;
    if (command.date) memory->date = *command.date;
    save(writer, *memory);
    return {};
  });
}

Result<Changes> KeepsakeService::remove_memory(const EntityRef& ref) {
  return take_away<Memory>(context_, Verb::remove_memory, ref);
}
Result<Changes> KeepsakeService::remove_appreciation(const EntityRef& ref) {
  return take_away<Appreciation>(context_, Verb::remove_appreciation, ref);
}
Result<Changes> KeepsakeService::remove_answer(const EntityRef& ref) {
  return take_away<PromptAnswer>(context_, Verb::remove_answer, ref);
}

Result<Changes> KeepsakeService::appreciate(const std::string& text) {
  if (auto checked = check_words(text, "an appreciation"); !checked) return checked.error();
  Appreciation appreciation;
  appreciation.at = context_.clock.now();
  appreciation.text = text;
  return keep(context_, Verb::appreciate, appreciation);
}

Result<Changes> KeepsakeService::answer_prompt(const std::string& prompt, const std::string& text) {
  if (auto checked = check_words(text, "an answer"); !checked) return checked.error();
  PromptAnswer answer;
  answer.at = context_.clock.now();
  answer.prompt = prompt;
  answer.text = text;
  return keep(context_, Verb::answer_prompt, answer);
}

Result<std::vector<Memory>> KeepsakeService::memories() { return all_of<Memory>(context_); }
Result<std::vector<Memory>> KeepsakeService::latest_memories(std::size_t count) {
  return all_of<Memory>(context_, Order::descending, count);
}
Result<std::vector<Appreciation>> KeepsakeService::latest_appreciations(std::size_t count) {
  return all_of<Appreciation>(context_, Order::descending, count);
}
Result<Memory> KeepsakeService::memory(const EntityRef& ref) { return one_of<Memory>(context_, ref); }
Result<std::vector<Appreciation>> KeepsakeService::appreciations() { return all_of<Appreciation>(context_); }
Result<Appreciation> KeepsakeService::appreciation(const EntityRef& ref) { return one_of<Appreciation>(context_, ref); }
Result<std::vector<PromptAnswer>> KeepsakeService::answers() { return all_of<PromptAnswer>(context_); }
Result<PromptAnswer> KeepsakeService::answer(const EntityRef& ref) { return one_of<PromptAnswer>(context_, ref); }

Result<std::vector<Memory>> KeepsakeService::on_this_day(LocalDate today) {
  using namespace std::chrono;
  const year_month_day now = calendar(today);
  std::vector<Memory> found;
  const auto add_day = [&](year_month_day day) {
    if (!day.ok()) return;
    const std::int64_t number = LocalDate(day).time_since_epoch().count();
    for (Memory& memory : load_all<Memory>(context_.self.tables(), {number, number}))
      found.push_back(std::move(memory));
  };
  const bool stands_for_leap_day = now.month() == February && now.day() == day(28) && !now.year().is_leap();
  const auto oldest = load_all<Memory>(context_.self.tables(), {}, Order::ascending, 1);
  const int first_year = oldest.empty() ? kLastYear : static_cast<int>(calendar(oldest.front().date).year());
  for (int y = static_cast<int>(now.year()) - 1; y >= first_year; --y) {
    if (stands_for_leap_day) add_day(year(y) / February / 29);
    add_day(year(y) / now.month() / now.day());
  }
  if (auto status = context_.self.take_status(); !status) return status.error();
  return found;
}

Result<std::optional<Reminiscing>> KeepsakeService::reminisce(std::optional<EntityRef> chosen, std::size_t turn) {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  const auto with_questions = [&](Memory memory) {
    const auto questions = reminiscing_questions(memory.id, *today);
    return std::optional(Reminiscing{std::move(memory), questions});
  };
  if (chosen) {
    auto one = memory(*chosen);
    if (!one) return one.error();
    return with_questions(std::move(*one));
  }
  auto same_day = on_this_day(*today);
  if (!same_day) return same_day.error();
  if (turn < same_day->size()) return with_questions(std::move((*same_day)[turn]));
  auto all = memories();
  if (!all) return all.error();
  if (all->empty()) return std::optional<Reminiscing>();
  return with_questions(std::move((*all)[pick_of_the_day(all->size(), *today, turn)]));
}

Result<std::optional<Appreciation>> KeepsakeService::drawn_today() {
  auto today = SettingsService(context_).today();
  if (!today) return today.error();
  auto all = appreciations();
  if (!all) return all.error();
  if (all->empty()) return std::optional<Appreciation>();
  const std::size_t newest_first = pick_of_the_day(all->size(), *today, 0);
  return std::optional(std::move((*all)[all->size() - 1 - newest_first]));
}

}  // namespace kindling
