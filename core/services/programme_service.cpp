#include "core/services/programme_service.hpp"

#include <algorithm>

#include "core/library/comfort_bounds.hpp"
#include "core/services/safety_service.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

Error none() { return not_found("no programme is on; `kindling programme start` begins one"); }

}  // namespace

// In the order of their ids, which name the days; what may not be suggested now has no place in it. Where one is comes
// from the last day that was done or passed over, so that a ceiling that moves neither repeats nor drops a day. Homes
// that kept only how many there were count them off.
ProgrammeService::Course ProgrammeService::course_of(const Settings& settings) const {
  const ComfortBounds bounds = bounds_of(settings);
  const std::string& last = settings.programme_last;
  Course course;
  bool is_left_out_at_the_end = false;
  for (const Content& session : catalogue_.of(ContentKind::session)) {
    if (session.category != name_of(*settings.programme)) continue;
    const bool is_over = !last.empty() && session.id <= last;
    if (allows(bounds, session)) {
      course.days.push_back(&session);
      if (is_over) ++course.next;
      is_left_out_at_the_end = false;
    } else if (!is_over) {
      is_left_out_at_the_end = true;
    }
  }
  if (last.empty()) {
    const auto done = static_cast<std::size_t>(std::max(settings.programme_day.value_or(0), 0));
    course.next = std::min(done, course.days.size());
  }
  course.leaves_out_later = is_left_out_at_the_end;
  return course;
}

Result<std::optional<ProgrammeView>> ProgrammeService::current() {
  const Settings settings = load_settings(context_.self.tables());
  const bool only_for_me = SafetyService(context_).only_for_me();
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (!settings.programme || only_for_me) return std::optional<ProgrammeView>();
  const Course course = course_of(settings);
  ProgrammeView view;
  view.programme = *settings.programme;
  view.days = static_cast<int>(course.days.size());
  view.day = static_cast<int>(course.next) + 1;
  if (course.next < course.days.size()) {
    view.session = *course.days[course.next];
  } else {
    view.waits = course.leaves_out_later;
  }
  view.done_today = settings.programme_done_on == context_.today(settings.day_start);
  view.paused = settings.programme_paused;
  return std::optional(std::move(view));
}

Result<Changes> ProgrammeService::start(Programme programme) {
  if (SafetyService(context_).only_for_me()) return invalid(kNothingForTwo);
  return change_settings(context_.self, Verb::start_programme, [&](Settings& settings) -> Result<void> {
    settings.programme = programme;
    settings.programme_day.reset();
    settings.programme_last.clear();
    settings.programme_done_on.reset();
    settings.programme_paused = false;
    return {};
  });
}

Result<Changes> ProgrammeService::go_on(bool done) {
  if (SafetyService(context_).only_for_me()) return invalid(kNothingForTwo);
  const Verb verb = done ? Verb::finish_session : Verb::pass_session;
  return change_settings(context_.self, verb, [&](Settings& settings) -> Result<void> {
    if (!settings.programme) return none();
    const Course course = course_of(settings);
    if (course.next >= course.days.size()) {
      return invalid(course.leaves_out_later
                         ? "what is left of it is closer than may be suggested now; it waits, or begin another one"
                         : "this programme is over; begin it again, or another one");
    }
    settings.programme_last = course.days[course.next]->id;
    settings.programme_day = static_cast<int>(course.next) + 1;
    if (done) settings.programme_done_on = context_.today(settings.day_start);
    settings.programme_paused = false;
    return {};
  });
}

Result<Changes> ProgrammeService::finish() { return go_on(true); }
Result<Changes> ProgrammeService::pass() { return go_on(false); }

Result<Changes> ProgrammeService::pause(bool paused) {
  return change_settings(context_.self, Verb::pause_programme, [&](Settings& settings) -> Result<void> {
    if (!settings.programme) return none();
    settings.programme_paused = paused;
    return {};
  });
}

Result<Changes> ProgrammeService::stop() {
  return change_settings(context_.self, Verb::stop_programme, [&](Settings& settings) -> Result<void> {
    if (!settings.programme) return none();
    settings.programme.reset();
    settings.programme_day.reset();
    settings.programme_last.clear();
    settings.programme_done_on.reset();
    settings.programme_paused = false;
    return {};
  });
}

}  // namespace kindling
