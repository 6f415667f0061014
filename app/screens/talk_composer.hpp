// The gentle-start composer: a text with softer wordings as it is written, or four short lines put together. What is
// written stays in the draft and goes nowhere but to the clipboard, when asked. One thread.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/screens/talk_invite.hpp"
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
  std::string parts;                  // the four lines that `wordings` were made of
  std::vector<std::string> wordings;  // of all four, to choose from; none while a line is missing
  std::array<SpeechCheck, 4> part_checks;
  RequestHint request_hint = RequestHint::none;

  bool inviting = false;  // a time to talk is being chosen
  InviteDraft invite;
};

// `text` with the flagged place replaced by its suggestion, which begins as the place did: large at a sentence's start.
[[nodiscard]] std::string with_suggestion(const std::string& text, const HarshFlag& flag);
[[nodiscard]] bool speaks_of_fear(const SpeechCheck& check);
// In either way of writing, whichever is open.
[[nodiscard]] bool speaks_of_fear(const ComposerDraft& draft);

void draw_composer(Stage& stage, ComposerDraft& draft);

}  // namespace kindling::app
