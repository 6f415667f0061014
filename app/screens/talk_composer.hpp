// The gentle-start composer: a text with softer wordings as it is written, or four short lines put together. What is
// written stays in the draft and goes nowhere but to the clipboard, when asked. One thread.
#pragma once

#include <string>

#include "app/screens/screen.hpp"
#include "core/talk/gentle_start.hpp"

namespace kindling::app {

struct ComposerDraft {
  bool stepwise = false;
  ui::TextEdit text;
  ui::TextEdit feeling, fact, need, request;
  bool all_feelings = false, all_needs = false;  // the whole lists are shown

  // What the rules say of the above; looked up again only where that has changed.
  std::string checked;
  SpeechCheck check;
  std::string parts;     // the four lines that `composed` was made of
  std::string composed;  // empty while a line is missing
  SpeechCheck parts_check;
};

// `text` with the flagged place replaced by its suggestion, which begins as the place did: large at a sentence's start.
[[nodiscard]] std::string with_suggestion(const std::string& text, const HarshFlag& flag);
[[nodiscard]] bool speaks_of_fear(const SpeechCheck& check);
// In either way of writing, whichever is open.
[[nodiscard]] bool speaks_of_fear(const ComposerDraft& draft);

void draw_composer(Stage& stage, ComposerDraft& draft);

}  // namespace kindling::app
