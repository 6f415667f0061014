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
  int days = 0;                    // those below the owner's ceilings
  std::optional<Content> session;  // the next thing; none where it is over
  bool done_today = false;         // then the next one is for tomorrow
  bool paused = false;
};

class ProgrammeService {
 public:
  ProgrammeService(const Context& context, const Catalogue& catalogue) : context_(context), catalogue_(catalogue) {}

  // The one that was begun; nothing where there is none.
  [[nodiscard]] Result<std::optional<ProgrammeView>> current();

  [[nodiscard]] Result<Changes> start(Programme programme);  // from its first day, also where it was done before
  // The next thing was done, or is passed over without trace. Fails with not_found where no programme is on, and with
  // invalid where it is over.
  [[nodiscard]] Result<Changes> finish();
  [[nodiscard]] Result<Changes> pass();
  [[nodiscard]] Result<Changes> pause(bool paused);
  [[nodiscard]] Result<Changes> stop();

 private:
  [[nodiscard]] std::vector<const Content*> sessions_of(const Settings& settings) const;
  [[nodiscard]] Result<Changes> go_on(bool done);

  const Context& context_;
  const Catalogue& catalogue_;
};

}  // namespace kindling
