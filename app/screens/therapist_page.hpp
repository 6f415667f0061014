// A page to take to a therapist: its owner chooses each entry, adds notes, reads what will be written to the last
// character, and writes it to a file. Nothing is chosen at first, and nothing of the choice is kept. One thread.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "app/screens/screen.hpp"

namespace kindling::app {

struct PageLine {
  PageEntry entry;
  std::string id;
  std::string title;
  std::string hint;  // its date; where it has a head of its own that stands with the date, its words
};

struct TherapistPageModel {
  std::vector<PageLine> lines;  // of the kind that is shown, the newest first
  bool more = false;            // there are older ones
  std::string preview;          // the file, or empty
  std::string problem;          // why there is none
};

struct TherapistPageDraft {
  ui::ScrollState scroll;
  std::size_t kind = 0;  // of kPageKinds
  std::size_t limit = 12;
  std::vector<EntityRef> chosen;
  ui::TextEdit notes;
  PageFormat format = PageFormat::text;
  ui::TextEdit path;
  bool stale = false;  // the preview isn't that of what is chosen now
};
inline constexpr std::array<EntityKind, 4> kPageKinds{EntityKind::check_in, EntityKind::memory,
                                                      EntityKind::appreciation, EntityKind::prompt_answer};
[[nodiscard]] Result<TherapistPageModel> read_therapist_page(Kindling& home, const Format& format,
                                                             const TherapistPageDraft& draft);
void draw_therapist_page(Stage& stage, const TherapistPageModel& view, TherapistPageDraft& draft);

class TherapistPageScreen final : public Screen {
 public:
  Result<void> read(Kindling& home, const Format& format) override;
  void draw(Stage& stage) override;
  [[nodiscard]] float scrolled() const override { return draft_.scroll.offset; }

 private:
  TherapistPageModel view_;
  TherapistPageDraft draft_;
  Kindling* home_ = nullptr;  // for another choice; it outlives the screens
};

}  // namespace kindling::app
