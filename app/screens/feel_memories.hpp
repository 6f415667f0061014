// All memories, the newest first, under the headings of their years; a field finds among them while one writes. One
// thread.
#pragma once

#include <string>
#include <vector>

#include "app/screens/feel.hpp"
#include "app/screens/screen.hpp"

namespace kindling::app {

struct MemoryLine {
  Kept kept;
  std::string folded;  // its words as they are looked for
  int year = 0;
};
struct MemoriesModel {
  std::vector<MemoryLine> lines;  // the newest first
};
[[nodiscard]] Result<MemoriesModel> read_memories(Kindling& home, const Format& format);

struct MemoriesDraft {
  ui::ScrollState scroll;
  ui::TextEdit wanted;
  bool stale = true;               // `found` must be made again
  std::vector<std::size_t> found;  // indexes of lines
};
void draw_memories(Stage& stage, const MemoriesModel& view, MemoriesDraft& draft);

class MemoriesScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override { draw_memories(stage, view_, draft_); }

 private:
  MemoriesModel view_;
  MemoriesDraft draft_;
};

}  // namespace kindling::app
