#include "core/services/question_service.hpp"

#include <algorithm>
#include <set>

#include "core/domain/reminder.hpp"
#include "core/services/reminder_change.hpp"
#include "core/services/reminder_planner.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/delivery_log.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;

constexpr days kRemembered{60};  // of what was told
constexpr days kStillOpen{1};    // what was told since may be given out again

// Notes of this device.
constexpr std::string_view kSettledZone = "settled_zone";  // to which its owner agreed
constexpr std::string_view kAskedZone = "asked_zone";      // about which a message asked

}  // namespace

std::map<Uuid, int> ignored_in_a_row(const Context& context) {
  const Instant now = context.clock.now();
  std::map<Uuid, int> counts;
  std::set<Uuid> ended;
  auto rows = DeliveryLog(context.self.database()).since(now - kRemembered);
  for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
    if (row->state == Delivered::State::put_off || row->source.kind != EntityKind::reminder) continue;
    if (row->told > now - std::chrono::hours(1) || ended.contains(row->source.id)) continue;
    Tables& tables = context.space(row->source.space).tables();
    // A mark on a later day counts too.
    const Bytes key = occurrence_key(row->date, row->ordinal);
    if (!tables.elements(row->source.id, Reminder::kDone, key).empty() ||
        !tables.elements(row->source.id, Reminder::kSkipped, key).empty()) {
      ended.insert(row->source.id);
    } else {
      ++counts[row->source.id];
    }
  }
  return counts;
}

std::optional<TravelQuestion> QuestionService::travel(const std::string& home_zone) {
  const auto settled = context_.self.note(kSettledZone);
  if (!home_zone.empty() || !settled || *settled == context_.zone.name()) return std::nullopt;
  return TravelQuestion{*settled, std::string(context_.zone.name())};
}

Result<OpenQuestions> QuestionService::open() {
  const ReadTransaction self(context_.self.database());
  const ReadTransaction couple(context_.couple.database());
  const auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  OpenQuestions questions;
  questions.travel = travel(settings->home_zone);
  for (const auto& [id, times] : ignored_in_a_row(context_)) {
    if (times < std::max(kIgnoredTooOften, questions.ignored ? questions.ignored->times + 1 : 0)) continue;
    for (const SpaceKind space : {SpaceKind::self, SpaceKind::couple}) {
      const auto reminder = load(context_.space(space).tables(), Id<Reminder>{id});
      if (!reminder || reminder->paused) continue;
      questions.ignored = IgnoredQuestion{{space, EntityKind::reminder, id}, reminder->title, times};
    }
  }
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (auto status = context_.couple.take_status(); !status) return status.error();
  return questions;
}

Result<Changes> QuestionService::answer_travel(bool follow) {
  const auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const auto question = travel(settings->home_zone);
  if (!question) return Changes{};
  Changes changes;
  if (!follow) {
    auto edited = SettingsService(context_).edit({.home_zone = question->from});
    if (!edited) return edited;
    changes = *std::move(edited);
  }
  Transaction transaction(context_.self.database());
  context_.self.set_note(kSettledZone, question->to);
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return changes;
}

Result<void> QuestionService::keep(const EntityRef& reminder) {
  Transaction transaction(context_.self.database());
  DeliveryLog(context_.self.database()).erase_told_before(context_.clock.now() - kStillOpen, reminder.id);
  return transaction.commit();
}

bool QuestionService::should_ask_about_travel(const std::string& home_zone) {
  const std::string here(context_.zone.name());
  const bool is_open = travel(home_zone).has_value();
  // Where they stay at home, and on a first run, there is nothing to agree to.
  if (!is_open) {
    if (context_.self.note(kSettledZone) != here) context_.self.set_note(kSettledZone, here);
    return false;
  }
  if (context_.self.note(kAskedZone) == here) return false;
  context_.self.set_note(kAskedZone, here);
  return true;
}

void QuestionService::ask_about_travel_again() { context_.self.set_note(kAskedZone, {}); }

}  // namespace kindling
