// The guided programmes: one small thing a day from the library, in order, at its owner's pace. Nothing is ever late:
// the next thing waits until it is done or passed over. Kept with the owner's settings, in Self; acts are undoable. One
// thread.
#pragma once

#include <optional>
#include <vector>

#include "core/domain/settings.hpp"
#include "core/library/catalogue.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct ProgrammeView {
  Programme programme = Programme::four_first_steps;
  int day = 1;                     // from 1; days + 1 where it is over
  int days = 0;                    // those that may be suggested
  std::optional<Content> session;  // the next thing; none where it is over or waits
  bool waits = false;              // what is left is closer than may be suggested now
  bool done_today = false;         // then the next one is for tomorrow
  bool paused = false;
};

class ProgrammeService {
 public:
  ProgrammeService(const Context& context, const Catalogue& catalogue) : context_(context), catalogue_(catalogue) {}

  // The one that was begun; nothing where there is none, or where this is for its owner alone.
  [[nodiscard]] Result<std::optional<ProgrammeView>> current();

  // From its first day, also where it was done before. Fails with invalid where this is for its owner alone; the next
  // two as well.
  [[nodiscard]] Result<Changes> start(Programme programme);
  // The next thing was done, or is passed over without trace. Fails with not_found where no programme is on, and with
  // invalid where it is over.
  [[nodiscard]] Result<Changes> finish();
  [[nodiscard]] Result<Changes> pass();
  [[nodiscard]] Result<Changes> pause(bool paused);
  [[nodiscard]] Result<Changes> stop();

 private:
  struct Course {
    std::vector<const Content*> days;  // that may be suggested
    std::size_t next = 0;              // of them
    bool leaves_out_later = false;     // some after the next one's place may not
  };
  [[nodiscard]] Course course_of(const Settings& settings) const;
  [[nodiscard]] Result<Changes> go_on(bool done);

  const Context& context_;
  const Catalogue& catalogue_;
};

}  // namespace kindling
