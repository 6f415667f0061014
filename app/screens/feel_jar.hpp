// The jar of appreciation: all that was put into it, the newest first, and one a day drawn from it. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/screens/feel.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct JarModel {
  std::vector<Kept> notes;  // the newest first
  std::size_t drawn = 0;    // which of them is today's
  [[nodiscard]] const Kept* find(const std::string& id) const;
};
[[nodiscard]] Result<JarModel> read_jar(Kindling& home, const Format& format);

struct JarDraft {
  ui::ScrollState scroll;
  std::optional<std::string> shown;  // the id of the one that is shown large
};
void draw_jar(Stage& stage, const JarModel& view, JarDraft& draft);

// Item: the id of a note to open with.
class JarScreen final : public Screen {
 public:
  explicit JarScreen(const std::string& item) {
    if (!item.empty()) draft_.shown = item;
  }
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_jar(stage, view_, draft_); }

 private:
  JarModel view_;
  JarDraft draft_;
};

}  // namespace kindling::app
