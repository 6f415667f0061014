// Questions that Kindling asks its owner once: what to do with a reminder that passes unheeded again and again, and
// whether reminders follow a journey. They wait in Today until they are answered or have lost their reason. One thread.
#pragma once

#include <map>
#include <optional>
#include <string>

#include "core/services/context.hpp"

namespace kindling {

// The device shows another zone than the one its owner last agreed to, and reminders came along with it.
struct TravelQuestion {
  std::string from;  // IANA ids
  std::string to;
  friend bool operator==(const TravelQuestion&, const TravelQuestion&) = default;
};

struct IgnoredQuestion {
  EntityRef reminder;
  std::string title;
  int times = 0;  // in a row
};

struct OpenQuestions {
  std::optional<TravelQuestion> travel;
  std::optional<IgnoredQuestion> ignored;  // the one that was passed over most
};

class QuestionService {
 public:
  explicit QuestionService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<OpenQuestions> open();

  // Floating reminders go with the device from here on, or stay with the clock of the zone that it came from (a
  // setting, which undo takes back). Nothing happens where that isn't the question.
  [[nodiscard]] Result<Changes> answer_travel(bool follow);
  // The reminder stays as it is; how often it was passed over counts from here.
  [[nodiscard]] Result<void> keep(const EntityRef& reminder);

  // For who brings reminders: remembers the zone of a first run, and says whether to ask about a journey now. Once for
  // each zone. Doesn't begin a transaction.
  [[nodiscard]] bool should_ask_about_travel(const std::string& home_zone);
  // The message that asked didn't arrive.
  void ask_about_travel_again();

 private:
  [[nodiscard]] std::optional<TravelQuestion> travel(const std::string& home_zone);

  const Context& context_;
};

// How often in a row each reminder was told and nothing was done about it, up to an hour ago.
[[nodiscard]] std::map<Uuid, int> ignored_in_a_row(const Context& context);

}  // namespace kindling
