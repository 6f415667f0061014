#include "core/services/programme_service.hpp"

#include <algorithm>

#include "core/library/content_rules.hpp"
#include "core/storage/settings_record.hpp"

namespace kindling {
namespace {

Error none() { return not_found("no programme is on; `kindling programme start` begins one"); }

}  // namespace

// In the order of their ids, which name the days; what lies above a ceiling has no place in it.
std::vector<const Content*> ProgrammeService::sessions_of(const Settings& settings) const {
  std::vector<const Content*> sessions;
  for (const Content& session : catalogue_.of(ContentKind::session)) {
    const bool is_below = session.comfort <= settings.ceiling(comfort_kind(session)) && !session.adult;
    if (is_below && session.category == name_of(*settings.programme)) sessions.push_back(&session);
  }
  return sessions;
}

Result<std::optional<ProgrammeView>> ProgrammeService::current() {
  const Settings settings = load_settings(context_.self.tables());
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (!settings.programme) return std::optional<ProgrammeView>();
  const auto sessions = sessions_of(settings);
  ProgrammeView view;
  view.programme = *settings.programme;
  view.days = static_cast<int>(sessions.size());
  const int done = std::clamp(settings.programme_day.value_or(0), 0, view.days);
  view.day = done + 1;
  if (done < view.days) view.session = *sessions[static_cast<std::size_t>(done)];
  view.done_today = settings.programme_done_on == context_.today(settings.day_start);
  view.paused = settings.programme_paused;
  return std::optional(std::move(view));
}

Result<Changes> ProgrammeService::start(Programme programme) {
  return change_settings(context_.self, Verb::start_programme, [&](Settings& settings) -> Result<void> {
    settings.programme = programme;
    settings.programme_day.reset();
    settings.programme_done_on.reset();
    settings.programme_paused = false;
    return {};
  });
}

Result<Changes> ProgrammeService::go_on(bool done) {
  return change_settings(context_.self, done ? Verb::finish_session : Verb::pass_session,
                         [&](Settings& settings) -> Result<void> {
                           if (!settings.programme) return none();
                           const int day = settings.programme_day.value_or(0);
                           if (day >= static_cast<int>(sessions_of(settings).size()))
                             return invalid("this programme is over; begin it again, or another one");
                           settings.programme_day = day + 1;
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
    settings.programme_done_on.reset();
    settings.programme_paused = false;
    return {};
  });
}

}  // namespace kindling
