// What is kept to be read again: memories, appreciation, answers to prompts. Private. Value types, no I/O.
#pragma once

#include <string>

#include "core/domain/entity.hpp"

namespace kindling {

struct Memory {
  static constexpr EntityKind kKind = EntityKind::memory;
  Id<Memory> id;
  LocalDate date;
  std::string text;
};
template <class Visitor>
void describe(Visitor& visit, Memory& memory) {
  visit(1, "date", memory.date);
  visit(2, "text", memory.text);
}

struct Appreciation {
  static constexpr EntityKind kKind = EntityKind::appreciation;
  Id<Appreciation> id;
  Instant at;
  std::string text;
};
template <class Visitor>
void describe(Visitor& visit, Appreciation& appreciation) {
  visit(1, "at", appreciation.at);
  visit(2, "text", appreciation.text);
}

struct PromptAnswer {
  static constexpr EntityKind kKind = EntityKind::prompt_answer;
  Id<PromptAnswer> id;
  Instant at;
  std::string prompt;  // id of the prompt
  std::string text;
};
template <class Visitor>
void describe(Visitor& visit, PromptAnswer& answer) {
  visit(1, "at", answer.at);
  visit(2, "prompt", answer.prompt);
  visit(3, "text", answer.text);
}

}  // namespace kindling
