#include "core/services/delivery_service.hpp"

#include <algorithm>
#include <map>

#include "core/crypto/envelope.hpp"
#include "core/services/delivery_words.hpp"
#include "core/services/plan_lines.hpp"
#include "core/services/plan_moments.hpp"
#include "core/services/question_service.hpp"
#include "core/services/reminder_change.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/services/snooze_choices.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

using std::chrono::days;
using std::chrono::floor;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr minutes kTogether{5};  // as in the plan
constexpr minutes kInTime{10};   // later it counts as missed
constexpr days kMostLate{1};     // later it is over
constexpr minutes kLately{30};   // what may be given out again after a start
constexpr days kRemembered{60};
constexpr minutes kClockMayDiffer{1};
constexpr int kPlannedDays = 3;  // who asks looks again once a day at least
constexpr std::size_t kMostWanted = 60;

// Above the numbers that services count up from, and never 0, which means a new one to them.
MessageKey key_of(const Notification& first) {
  std::array<std::uint8_t, 16 + 8> bytes{};
  std::copy(first.source.id.begin(), first.source.id.end(), bytes.begin());
  const auto number = static_cast<std::uint64_t>(first.at.time_since_epoch().count());
  for (unsigned i = 0; i < 8; ++i) bytes[16 + i] = static_cast<std::uint8_t>(number >> (8 * i));
  const auto hash = digest(bytes);
  MessageKey key = 0;
  for (std::size_t i = 0; i < 4; ++i) key = (key << 8U) | hash[i];
  return (key & 0x3FFF'FFFFU) | 0x4000'0000U;
}

std::string screen_of(const Message& message) {
  if (message.of.size() != 1) return "today";
  switch (message.of.front().source.kind) {
    case EntityKind::plan: return "time";
    default: return "today";
  }
}

std::vector<MessageAction> actions_of(const Message& message) {
  using enum MessageAction;
  if (message.of.empty()) return {open, follow, stay};
  if (message.asks) return {open, rest, let_go};
  if (message.of.size() > 1) return {open, later};
  if (message.of.front().source.kind == EntityKind::plan) return {open, later};
  return {open, done, later};
}

bool is_same_occurrence(const Delivered& row, const Notification& one) {
  return row.source == one.source && row.date == one.date && row.ordinal == one.ordinal;
}

}  // namespace

// One look at everything.
struct DeliveryService::Run {
  const Context& context;
  const Situation& situation;
  Settings settings;
  DeliveryLog log;
  Instant now;
  Instant from;
  NotificationPlan plan;
  std::vector<Delivered> rows;  // what was told lately
  std::vector<Notification> untold;
  DeliveryStep step;

  LocalDateTime wall(Instant instant) const { return to_local(floor<seconds>(instant), context.zone); }

  // Told before: at that moment, or at that hour of the wall clock, which travels.
  bool was_told(const Notification& one) const {
    return std::any_of(rows.begin(), rows.end(), [&](const Delivered& row) {
      return row.state != Delivered::State::put_off && is_same_occurrence(row, one) &&
             (row.at == one.at || row.wall == wall(one.at));
    });
  }

  // Neither done, skipped, put off to later nor gone.
  bool is_open(const Delivered& row) const {
    Tables& tables = context.space(row.source.space).tables();
    const auto record = tables.record(row.source.kind, row.source.id);
    if (!record) return false;
    const Bytes key = occurrence_key(row.date, row.ordinal);
    switch (row.source.kind) {
      case EntityKind::reminder: {
        if (from_record<Reminder>(*record).paused || is_settled(tables, row.source.id, key)) return false;
        const auto snoozed = tables.element(row.source.id, Reminder::kSnoozed, key);
        Instant until = row.at;
        if (snoozed && snoozed->present) from_field(snoozed->value, until);
        return until <= row.at;
      }
      case EntityKind::ritual: return !tables.has_element(row.source.id, Ritual::kDone, key);
      case EntityKind::plan: return moment_of(row).has_value();
      default: return false;
    }
  }

  // What a plan told then, where it still stands as it did: neither moved, called off nor done.
  std::optional<PlanMoment> moment_of(const Delivered& row) const {
    Tables& tables = context.space(row.source.space).tables();
    auto told = load(tables, Id<Plan>{row.source.id});
    if (!told) return std::nullopt;
    read_plan_lists(tables, *told);
    for (PlanMoment& moment : moments_of(*told, settings)) {
      if (moment.ordinal == row.ordinal && date_of(moment.when) == row.date) return std::move(moment);
    }
    return std::nullopt;
  }

  bool is_held() const {
    if (situation.nobody_shows || (situation.screen_locked && settings.silent_when_locked)) return true;
    return settings.quiet && settings.quiet->contains(time_of(wall(now)));
  }

  // All that wasn't told yet, one by one: what a message told of has left those that came with it behind.
  void collect() {
    const auto take = [this](const Notification& one) {
      if (one.at < from || was_told(one)) return;
      untold.push_back(one);
      untold.back().merged.clear();
    };
    for (const Notification& head : plan.wanted) {
      take(head);
      for (const Notification& other : head.merged) take(other);
    }
    for (const Delivered& row : rows) {
      if (row.state == Delivered::State::put_off && is_open(row)) take(notification_of(row));
    }
    std::stable_sort(untold.begin(), untold.end(),
                     [](const Notification& a, const Notification& b) { return a.at < b.at; });
  }

  // Those that are due, as they come together; the others stay.
  std::vector<std::vector<Notification>> take_due() {
    std::vector<std::vector<Notification>> groups;
    auto one = untold.begin();
    for (; one != untold.end(); ++one) {
      const bool together = !groups.empty() && one->at - groups.back().front().at <= kTogether;
      if (one->at > now && !together) break;
      if (!together) groups.emplace_back();
      groups.back().push_back(std::move(*one));
    }
    untold.erase(untold.begin(), one);
    return groups;
  }

  Notification notification_of(const Delivered& row) const {
    return {.at = row.at,
            .source = row.source,
            .date = row.date,
            .ordinal = row.ordinal,
            .title = title_of(row),
            .snoozed = row.state == Delivered::State::put_off,
            .merged = {}};
  }

  std::string title_of(const Delivered& row) const {
    if (row.source.kind == EntityKind::plan) {
      const auto moment = moment_of(row);
      return moment ? moment->title : std::string();
    }
    const EntityTraits* traits = traits_of(row.source.kind);
    const auto record = context.space(row.source.space).tables().record(row.source.kind, row.source.id);
    if (traits == nullptr || !traits->title || !record) return {};
    const FieldValue* title = record->find(*traits->title);
    return title != nullptr && std::holds_alternative<std::string>(*title) ? std::get<std::string>(*title)
                                                                           : std::string();
  }

  // The moment that a reminder is tied to, in its owner's words.
  std::string cue_of(const Notification& one) const {
    if (one.source.kind != EntityKind::reminder) return {};
    const auto reminder = load(context.space(one.source.space).tables(), Id<Reminder>{one.source.id});
    return reminder ? reminder->cue : std::string();
  }

  // Asked once, until something is done about it again.
  bool should_ask(const Notification& one) const {
    if (one.ignored < kIgnoredTooOften) return false;
    return std::none_of(rows.begin(), rows.end(),
                        [&](const Delivered& row) { return row.asked && row.source == one.source; });
  }

  void tell(std::vector<Notification> of, bool missed) {
    Message message;
    message.key = key_of(of.front());
    message.of = std::move(of);
    message.missed = missed;
    message.asks = !missed && message.of.size() == 1 && should_ask(message.of.front());
    for (const Notification& one : message.of) {
      log.put({.source = one.source,
               .date = one.date,
               .ordinal = one.ordinal,
               .at = one.at,
               .wall = wall(one.at),
               .message = message.key,
               .state = Delivered::State::announced,
               .told = now,
               .asked = message.asks});
    }
    finish(message);
    step.show.push_back(std::move(message));
  }

  void finish(Message& message) const {
    const auto words = settings.notification_words.value_or(NotificationWords::neutral);
    put_into_words(message, words);
    const bool has_room = words == NotificationWords::full && message.body.empty();
    if (has_room && !message.of.empty()) message.body = cue_of(message.of.front());
    message.screen = screen_of(message);
    message.actions = actions_of(message);
  }

  // What was given out lately, once more; and what is settled by now, away.
  void look_at_open_ones() {
    std::map<MessageKey, std::vector<const Delivered*>> messages;
    for (const Delivered& row : rows) {
      const bool is_out = row.state == Delivered::State::announced || row.state == Delivered::State::shown;
      if (is_out && row.told > now - kMostLate) messages[row.message].push_back(&row);
    }
    for (auto& [key, of] : messages) {
      std::sort(of.begin(), of.end(), [](const Delivered* a, const Delivered* b) { return a->at < b->at; });
      if (std::none_of(of.begin(), of.end(), [&](const Delivered* row) { return is_open(*row); })) {
        step.withdraw.push_back(key);
        log.set_state(key, Delivered::State::over);
      } else if (situation.again && !is_held() && of.front()->told > now - kLately) {
        repeat(key, of);
      }
    }
  }

  void repeat(MessageKey key, const std::vector<const Delivered*>& of) {
    Message message;
    message.key = key;
    message.asks = of.front()->asked;
    message.missed = of.front()->at < of.front()->told - kInTime;
    for (const Delivered* row : of) {
      if (!is_open(*row)) continue;
      message.of.push_back(notification_of(*row));
    }
    finish(message);
    step.show.push_back(std::move(message));
  }

  void ask_about_travel() {
    if (!QuestionService(context).should_ask_about_travel(settings.home_zone)) return;
    Message message;
    message.key = kTravelKey;
    message.asks = true;
    finish(message);
    step.show.push_back(std::move(message));
  }

  void tell_due() {
    std::vector<Notification> missed;
    for (std::vector<Notification>& group : take_due()) {
      if (group.front().at < now - kInTime) {
        std::move(group.begin(), group.end(), std::back_inserter(missed));
      } else {
        tell(std::move(group), false);
      }
    }
    if (!missed.empty()) tell(std::move(missed), true);
  }

  // When quiet hours end, or the next one comes.
  void look_ahead() {
    Instant next = now + days(1);
    if (settings.quiet && settings.quiet->contains(time_of(wall(now)))) {
      LocalDateTime end = at(date_of(wall(now)), settings.quiet->end);
      if (end <= wall(now)) end += days(1);
      next = std::min<Instant>(next, to_instant(end, context.zone));
    }
    for (const Notification& one : untold) {
      if (one.at > now) next = std::min(next, one.at);
    }
    // So many were missed that the plan ends with them.
    if (!is_held() && plan.wanted.size() >= kMostWanted && plan.wanted.back().at <= now) next = now;
    step.next = next;
  }
};

Result<DeliveryStep> DeliveryService::step(const Situation& situation) {
  Transaction transaction(context_.self.database());
  const ReadTransaction couple(context_.couple.database());
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  Run run{.context = context_,
          .situation = situation,
          .settings = *std::move(settings),
          .log = DeliveryLog(context_.self.database()),
          .now = context_.clock.now(),
          .from = {},
          .plan = {},
          .rows = {},
          .untold = {},
          .step = {}};
  const Instant checked = run.log.checked().value_or(run.now);
  // The clock was set back: what was told by the wrong one is told again by the right one.
  if (checked > run.now + kClockMayDiffer) run.log.erase_told_after(run.now + kClockMayDiffer);
  run.log.erase_told_before(run.now - kRemembered);
  run.rows = run.log.since(run.now - kRemembered);
  run.from = std::max(std::min(checked, run.now), run.now - kMostLate);
  auto plan = today_.planned(run.from, kPlannedDays, kMostWanted);
  if (!plan) return plan.error();
  run.plan = *std::move(plan);
  run.look_at_open_ones();
  run.collect();
  if (!run.is_held()) {
    run.tell_due();
    run.ask_about_travel();
    run.log.set_checked(run.now);
  } else {
    run.log.set_checked(run.from);
  }
  run.look_ahead();
  if (auto committed = transaction.commit(); !committed) return committed.error();
  return std::move(run.step);
}

Result<void> DeliveryService::settle(MessageKey message, Delivered::State state) {
  Transaction transaction(context_.self.database());
  DeliveryLog(context_.self.database()).set_state(message, state);
  return transaction.commit();
}

Result<void> DeliveryService::shown(MessageKey message) { return settle(message, Delivered::State::shown); }
Result<void> DeliveryService::closed(MessageKey message) { return settle(message, Delivered::State::over); }

Result<void> DeliveryService::failed(MessageKey message) {
  Transaction transaction(context_.self.database());
  if (message == kTravelKey) QuestionService(context_).ask_about_travel_again();
  DeliveryLog log(context_.self.database());
  Instant checked = log.checked().value_or(context_.clock.now());
  for (const Delivered& row : log.of_message(message)) checked = std::min(checked, row.at);
  log.erase(message);
  log.set_checked(checked);
  return transaction.commit();
}

Result<void> DeliveryService::put_off(const Delivered& row, Instant until) {
  if (row.source.kind == EntityKind::reminder) {
    auto changed = ReminderService(context_).snooze(row.source, until, row.date, row.ordinal);
    if (!changed) return changed.error();
    return {};
  }
  Transaction transaction(context_.self.database());
  Delivered again = row;
  again.at = until;
  again.wall = to_local(floor<seconds>(until), context_.zone);
  again.message = 0;
  again.state = Delivered::State::put_off;
  DeliveryLog(context_.self.database()).put(again);
  return transaction.commit();
}

Result<void> DeliveryService::act(MessageKey message, MessageAction action) {
  if (message == kTravelKey) {
    if (action != MessageAction::follow && action != MessageAction::stay) return {};
    auto answered = QuestionService(context_).answer_travel(action == MessageAction::follow);
    if (!answered) return answered.error();
    return {};
  }
  const std::vector<Delivered> rows = DeliveryLog(context_.self.database()).of_message(message);
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (rows.empty()) return not_found("there is no such notification any more");
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const Instant later = snooze_choices(context_.clock.now(), context_.zone, settings->quiet).front();
  for (const Delivered& row : rows) {
    const bool is_ritual = row.source.kind == EntityKind::ritual;
    const bool is_reminder = row.source.kind == EntityKind::reminder;
    Result<void> done;
    const auto keep = [&](const Result<Changes>& changed) {
      if (!changed) done = changed.error();
    };
    if (action == MessageAction::later) done = put_off(row, later);
    if (action == MessageAction::done && is_reminder)
      keep(ReminderService(context_).finish(row.source, row.date, row.ordinal));
    if (action == MessageAction::done && is_ritual) keep(RitualService(context_).finish(row.source, row.date));
    if (action == MessageAction::rest && is_reminder) keep(ReminderService(context_).pause(row.source));
    if (action == MessageAction::let_go && is_reminder) keep(ReminderService(context_).remove(row.source));
    if (!done) return done;
  }
  return closed(message);
}

Message DeliveryService::test_message() {
  Message message;
  message.key = 0x7FFF'FFFFU;
  message.title = "Kindling · a small test";
  message.body = "Reminders arrive here";
  message.screen = "settings";
  message.actions = {MessageAction::open};
  return message;
}

}  // namespace kindling
