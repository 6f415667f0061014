// Memories, appreciation and answers to prompts: private, kept to be read again. One thread.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "core/domain/keepsake.hpp"
#include "core/services/context.hpp"

namespace kindling {

// Only what is set is changed.
struct EditMemory {
  std::optional<std::string> text;
  std::optional<LocalDate> date;  // not in the future
};

// One memory to look at together, and two questions about it.
struct Reminiscing {
  Memory memory;
  std::array<std::string_view, 2> questions;  // constant data
};

class KeepsakeService {
 public:
  explicit KeepsakeService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Changes> add_memory(const std::string& text, std::optional<LocalDate> date);
  [[nodiscard]] Result<Changes> appreciate(const std::string& text);
  // `prompt` is the id of a prompt of the library; the caller has checked that there is one.
  [[nodiscard]] Result<Changes> answer_prompt(const std::string& prompt, const std::string& text);

  [[nodiscard]] Result<Changes> edit_memory(const EntityRef& ref, const EditMemory& command);
  [[nodiscard]] Result<Changes> remove_memory(const EntityRef& ref);
  [[nodiscard]] Result<Changes> remove_appreciation(const EntityRef& ref);
  [[nodiscard]] Result<Changes> remove_answer(const EntityRef& ref);

  [[nodiscard]] Result<std::vector<Memory>> memories();  // by date
  // The newest `count` alone, newest first.
  [[nodiscard]] Result<std::vector<Memory>> latest_memories(std::size_t count);
  [[nodiscard]] Result<std::vector<Appreciation>> latest_appreciations(std::size_t count);
  [[nodiscard]] Result<Memory> memory(const EntityRef& ref);
  [[nodiscard]] Result<std::vector<Appreciation>> appreciations();
  [[nodiscard]] Result<Appreciation> appreciation(const EntityRef& ref);
  [[nodiscard]] Result<std::vector<PromptAnswer>> answers();
  [[nodiscard]] Result<PromptAnswer> answer(const EntityRef& ref);
  // Memories of the same day in earlier years, newest first; those of 29 February also on 28 February of other years.
  [[nodiscard]] Result<std::vector<Memory>> on_this_day(LocalDate today);
  // The memory that was chosen; else one of this day, and then others by chance, another for each `turn`. Nothing where
  // there are none.
  [[nodiscard]] Result<std::optional<Reminiscing>> reminisce(std::optional<EntityRef> chosen, std::size_t turn);
  // What the jar gives today: the same all day.
  [[nodiscard]] Result<std::optional<Appreciation>> drawn_today();

 private:
  const Context& context_;
};

}  // namespace kindling
