#include "core/services/delivery_words.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostTitles = 4;

std::string titles_of(const Message& message, std::size_t from) {
  std::string text;
  const std::size_t end = std::min(message.of.size(), from + kMostTitles);
  for (std::size_t i = from; i < end; ++i) {
    if (!text.empty()) text += ", ";
    text += message.of[i].title;
  }
  if (end < message.of.size()) text += " and " + std::to_string(message.of.size() - end) + " more";
  return text;
}

void neutral(Message& message) {
  message.title = message.asks            ? "Kindling · a small question"
                  : message.of.size() > 1 ? "Kindling · " + std::to_string(message.of.size()) + " small things"
                                          : "Kindling · a small thing";
  message.body = message.missed ? "From while you were away" : "";
}

}  // namespace

void put_into_words(Message& message, NotificationWords words) {
  if (words == NotificationWords::neutral) return neutral(message);
  if (message.of.empty()) {
    message.title = "Another time zone";
    message.body = "Reminders came along to the clock here. Should they?";
    return;
  }
  if (message.missed) {
    message.title = "While you were away";
    message.body = titles_of(message, 0);
  } else {
    message.title = message.of.front().title;
    message.body = message.of.size() > 1 ? "Also: " + titles_of(message, 1)
                   : message.asks        ? "It has passed several times now. Rest it, move it or let it go?"
                                         : "";
  }
}

}  // namespace kindling
