// Pages of the library to read: an article, a rung of the ladder; the list of articles; and gentle starts, each beside
// the harsh one that it stands in for. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

// What sort of article it is: "When talking has grown thin".
[[nodiscard]] std::string_view article_label(const ui::Strings& tr, std::string_view category);
[[nodiscard]] std::string_view theme_label(const ui::Strings& tr, std::string_view theme);

struct ReadingDraft {
  ui::ScrollState scroll;
};
void draw_reading(Stage& stage, const Content& piece, ReadingDraft& draft);
void draw_articles(Stage& stage, const std::vector<Content>& articles, ReadingDraft& draft);

// One piece, by its id; without one the list of articles.
class ReadingScreen final : public Screen {
 public:
  explicit ReadingScreen(std::string id) : id_(std::move(id)) {}
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  std::string id_;
  std::optional<Content> piece_;
  std::vector<Content> articles_;
  ReadingDraft draft_;
};

struct StartsDraft {
  ui::ScrollState scroll;
  std::string theme;  // empty: the first
};
void draw_starts(Stage& stage, const std::vector<Content>& starts, StartsDraft& draft);

class StartsScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_starts(stage, starts_, draft_); }
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  std::vector<Content> starts_;
  StartsDraft draft_;
};

}  // namespace kindling::app
