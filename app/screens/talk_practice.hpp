// Practising an answer: a moment is shown, a person chooses or writes a reply, reads what it may do to the other, and
// two or three good ones. Nothing is marked, counted or kept. One thread.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct PracticeModel {
  std::array<std::vector<Content>, 2> moments;  // good news, hard moments
};

struct PracticeDraft {
  ui::ScrollState scroll;
  std::size_t group = 0;                   // into moments
  std::array<std::size_t, 2> turned = {};  // how many cards further than the day's
  std::optional<std::size_t> chosen;       // of the choices
  ui::TextEdit own;
  bool wrote = false;  // own words were asked about
  std::string written;
};
void draw_practice(Stage& stage, const PracticeModel& view, PracticeDraft& draft);

// What words of one's own may do: whether they come down hard, answer with advice, turn to the speaker, or ask for
// more.
enum class OwnReply : std::uint8_t { fear, harsh, advice, about_me, asks, listens };
[[nodiscard]] OwnReply look_at_reply(std::string_view reply);

class PracticeScreen final : public Screen {
 public:
  // `item` is the group to begin with, "good-news" or "hard-moment"; good news where it is neither.
  explicit PracticeScreen(std::string_view item) { draft_.group = item == "hard-moment" ? 1 : 0; }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_practice(stage, view_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  PracticeModel view_;
  PracticeDraft draft_;
};

}  // namespace kindling::app
