#include "tests/support/bare_home.hpp"

#include <algorithm>
#include <sstream>

#include "core/storage/repository.hpp"

namespace kindling {
namespace {

std::string joined(const std::vector<std::string>& parts) {
  std::string out;
  for (const std::string& part : parts) out += part + ",";
  return out;
}

void add_check_ins(std::vector<std::string>& lines, Space& space, std::string_view who) {
  for (const CheckIn& c : load_all<CheckIn>(space.tables())) {
    std::ostringstream line;
    line << who << " check-in " << to_utc_string(c.at) << ' ' << c.valence << ' ' << c.energy << ' '
         << joined(c.feelings) << ' ' << c.note << ' ' << c.need << ' ' << name_of(c.share);
    lines.push_back(line.str());
  }
}

}  // namespace

std::string describe_home(BareHome& home) {
  std::vector<std::string> lines;
  const auto reminders = home.reminders.list();
  if (!reminders) return {};
  for (const Reminder& reminder : *reminders) {
    std::ostringstream line;
    line << "reminder " << reminder.title << '|' << reminder.cue << '|' << to_string(reminder.schedule.start) << '|'
         << reminder.paused << (reminder.space == SpaceKind::self ? " me" : " both");
    const auto states = home.reminders.states(reminder, date_of(reminder.schedule.start) - std::chrono::days(400),
                                              date_of(reminder.schedule.start) + std::chrono::days(400));
    if (!states) return {};
    for (const OccurrenceState& state : *states)
      line << ' ' << to_string(state.date) << '=' << static_cast<int>(state.what);
    lines.push_back(line.str());
  }
  add_check_ins(lines, *home.self, "own");
  add_check_ins(lines, *home.couple, "shared");
  const auto plans = home.plans.list();
  const auto rituals = home.rituals.list();
  const auto settings = home.settings.get();
  const auto memories = home.keepsakes.memories();
  const auto appreciations = home.keepsakes.appreciations();
  const auto answers = home.keepsakes.answers();
  if (!plans || !rituals || !settings || !memories || !appreciations || !answers) return {};
  for (const Plan& plan : *plans) {
    std::ostringstream line;
    line << "plan " << plan.title << '|' << plan.place << '|' << plan.note << '|' << to_string(plan.start) << ' '
         << name_of(plan.state);
    for (const PlanTask& task : plan.tasks) line << ' ' << task.number << task.title << task.done;
    lines.push_back(line.str());
  }
  for (const RitualView& view : *rituals) {
    std::ostringstream line;
    line << "ritual " << view.ritual.title << '|' << joined(view.ritual.steps) << view.done_today
         << view.resting_until.has_value();
    lines.push_back(line.str());
  }
  for (const Memory& memory : *memories) lines.push_back("memory " + memory.text + to_string(memory.date));
  for (const Appreciation& word : *appreciations) lines.push_back("appreciation " + word.text);
  for (const PromptAnswer& answer : *answers) lines.push_back("answer " + answer.text);
  lines.push_back("quiet " + (settings->quiet ? to_string(*settings->quiet) : "off") + " touch " +
                  std::to_string(settings->comfort_touch.value_or(-1)));
  if (!home.self->take_status() || !home.couple->take_status()) return {};
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

}  // namespace kindling
