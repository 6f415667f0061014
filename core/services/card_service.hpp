// Cards of one's own: questions that a person writes, kept in Self and drawn with the library's. Each is an idea of the
// kind prompt. Mutations are acts, undoable by name. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/idea.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct AddCard {
  std::string question;
  std::string deck;  // one of the library's but intimacy; empty: the deck of own cards
  int depth = 1;     // 1..5
};

// Only what is set is changed.
struct EditCard {
  std::optional<std::string> question;
  std::optional<std::string> deck;
  std::optional<int> depth;
};

class CardService {
 public:
  explicit CardService(const Context& context) : context_(context) {}

  // Fails with invalid for a question that is no title (check_title), a deck that there isn't, a depth not in 1..5.
  [[nodiscard]] Result<Changes> add(const AddCard& command);
  [[nodiscard]] Result<Changes> edit(const EntityRef& card, const EditCard& command);
  [[nodiscard]] Result<Changes> remove(const EntityRef& card);

  [[nodiscard]] Result<std::vector<Idea>> list();  // the newest first
  // Fails with not_found where the id names an idea of another kind.
  [[nodiscard]] Result<Idea> get(const EntityRef& card);

 private:
  const Context& context_;
};

}  // namespace kindling
