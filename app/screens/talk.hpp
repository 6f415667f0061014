// Talk: starting gently, tonight's question and the decks, talk in turns, an invitation to talk, and phrases for when
// words are missing. One thread.
#pragma once

#include <string>
#include <vector>

#include "app/screens/screen.hpp"
#include "app/screens/talk_composer.hpp"
#include "app/screens/talk_invite.hpp"

namespace kindling::app {

struct DeckLine {
  std::string name;  // as the core calls it
  std::string label;
  std::string count;
  ui::Icon icon = ui::Icon::cards_three;
  int least_depth = 1;
};

struct ReplyGroup {
  std::string situation;
  std::string label;
  std::vector<std::string> phrases;
};

struct TalkModel {
  std::string prompt;  // id of tonight's question; empty: there is none
  std::string question;
  std::vector<DeckLine> decks;  // light ones first
  std::vector<ReplyGroup> replies;
};

[[nodiscard]] Result<TalkModel> read_talk(Kindling& home, const Format& format);

struct TalkDraft {
  ui::ScrollState scroll;
  ComposerDraft composer;
  std::size_t depth = 1;      // which of light, closer, deep
  std::size_t situation = 0;  // of the replies
  bool all_replies = false;
  InviteDraft invite;
};
void draw_talk(Stage& stage, const TalkModel& view, TalkDraft& draft);

class TalkScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_talk(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  TalkModel view_;
  TalkDraft draft_;
};

}  // namespace kindling::app
