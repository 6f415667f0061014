#include "core/services/check_in_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/services/insight_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostFeelings = 20;

Result<void> check(const AddCheckIn& command) {
  for (const int axis : {command.valence, command.energy}) {
    if (axis < -kMoodLimit || axis > kMoodLimit) return invalid("valence and energy are whole numbers from -4 to 4");
  }
  if (command.feelings.size() > kMostFeelings) return invalid("a check-in has at most 20 feelings");
  for (const std::string& feeling : command.feelings) {
    if (auto checked = check_title(feeling, "a feeling"); !checked) return checked;
  }
  if (!command.need.empty()) {
    if (auto checked = check_title(command.need, "a need"); !checked) return checked;
  }
  return check_note(command.note, "a note");
}

std::int64_t milliseconds_at(const Context& context, LocalDate date, LocalTime day_start) {
  return Instant(to_instant(at(date, day_start), context.zone)).time_since_epoch().count();
}

Result<SortRange> range_of(const Context& context, std::optional<LocalDate> from, std::optional<LocalDate> to) {
  if (from && to && *from > *to) return invalid("--from comes before --to; swap the two dates");
  SortRange range;
  if (from) range.from = milliseconds_at(context, *from, {});
  if (to) range.to = milliseconds_at(context, *to + std::chrono::days(1), {}) - 1;
  return range;
}

// What the partner may see of it: nothing, the mood, or all.
std::optional<CheckIn> shared_part(const CheckIn& own) {
  if (own.share == Share::none) return std::nullopt;
  if (own.share == Share::all) return own;
  CheckIn part = own;
  part.feelings.clear();
  part.note.clear();
  part.need.clear();
  return part;
}

}  // namespace

Result<Changes> CheckInService::add(const AddCheckIn& command) {
  if (auto checked = check(command); !checked) return checked.error();
  const Instant now = context_.clock.now();
  CheckIn check_in;
  check_in.at = command.at.value_or(now);
  if (check_in.at > now) return invalid("a check-in is for now or earlier; give a time that has passed");
  check_in.zone = context_.zone.name();
  check_in.valence = command.valence;
  check_in.energy = command.energy;
  check_in.feelings = command.feelings;
  check_in.note = command.note;
  check_in.need = command.need;
  check_in.share = command.share;
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  InsightService insight(context_);
  auto changes = context_.self.transact(Verb::add_check_in, [&](Writer& writer) -> Result<void> {
    const auto moods = insight.moods_by_day(settings->day_start);
    check_in.id.bytes = writer.new_id();
    append(writer, check_in);
    if (auto kept = insight.keep_moods_by_day(moods, check_in, settings->day_start); !kept) return kept;
    // Made good at the next opening, should this process end before the couple's space has it.
    if (check_in.share != Share::none) context_.self.await_share(check_in.id.bytes);
    return {};
  });
  if (!changes) return changes;
  // It is kept by now, so nothing after this may say that it failed: a twin that can't be written now follows later.
  if (check_in.share != Share::none) (void)publish_pending();
  return changes;
}

Result<Changes> CheckInService::remove(const EntityRef& ref) {
  if (ref.space != SpaceKind::self) return invalid("only your own check-ins can be removed; `checkin list` shows them");
  auto changes = context_.self.transact(Verb::remove_check_in, [&](Writer& writer) -> Result<void> {
    const auto own = require<CheckIn>(writer.tables(), ref);
    if (!own) return own.error();
    writer.set_alive(CheckIn::kKind, ref.id, false);
    if (own->share != Share::none) context_.self.await_share(ref.id);
    return {};
  });
  // The twin goes now, or at the next opening.
  if (changes) (void)publish_pending();
  return changes;
}

Result<Changes> CheckInService::set_share(const EntityRef& ref, Share share) {
  if (ref.space != SpaceKind::self) return invalid("only your own check-ins can be shared; `checkin list` shows them");
  auto changes = context_.self.transact(Verb::share_check_in, [&](Writer& writer) -> Result<void> {
    const auto before = require<CheckIn>(writer.tables(), ref);
    if (!before) return before.error();
    if (before->share == share) return {};
    CheckIn after = *before;
    after.share = share;
    save_changes(writer, *before, after);
    context_.self.await_share(ref.id);
    return {};
  });
  // The twin follows now, or at the next opening.
  if (changes) (void)publish_pending();
  return changes;
}

Result<void> CheckInService::publish_pending() {
  const auto pending = context_.self.awaiting_share();
  if (auto status = context_.self.take_status(); !status) return status;
  for (const Uuid& id : pending) {
    const auto own = load(context_.self.tables(), Id<CheckIn>{id});
    const auto part = own ? shared_part(*own) : std::nullopt;
    const auto done = context_.couple.transact(Verb::share, [&](Writer& writer) -> Result<void> {
      const bool known = writer.tables().is_known(id);
      if (part && !known) append(writer, *part);
      if (known) writer.set_alive(CheckIn::kKind, id, part.has_value());
      // Less may be shared of it than before, or more.
      if (part && known) save(writer, *part);
      return {};
    });
    if (!done) return done.error();
    if (auto cleared = context_.self.share_is_done(id); !cleared) return cleared;
  }
  return {};
}

Result<std::vector<CheckIn>> CheckInService::list(std::optional<LocalDate> from, std::optional<LocalDate> to) {
  const auto range = range_of(context_, from, to);
  if (!range) return range.error();
  auto found = load_all<CheckIn>(context_.self.tables(), *range);
  if (auto status = context_.self.take_status(); !status) return status.error();
  return found;
}

Result<std::vector<CheckIn>> CheckInService::of_partner(std::optional<LocalDate> from, std::optional<LocalDate> to) {
  const auto range = range_of(context_, from, to);
  if (!range) return range.error();
  auto found = load_all<CheckIn>(context_.couple.tables(), *range);
  // One's own lie there too, as far as they are shared, and have their originals in Self.
  std::erase_if(found, [&](const CheckIn& one) { return context_.self.tables().is_known(one.id.bytes); });
  if (auto status = context_.couple.take_status(); !status) return status.error();
  if (auto status = context_.self.take_status(); !status) return status.error();
  return found;
}

Result<CheckIn> CheckInService::get(const EntityRef& ref) {
  auto check_in = require<CheckIn>(context_.self.tables(), ref);
  if (auto status = context_.self.take_status(); !status) return status.error();
  return check_in;
}

Result<std::optional<CheckIn>> CheckInService::of_today() {
  auto settings = SettingsService(context_).get();
  if (!settings) return settings.error();
  const LocalDate today = context_.today(settings->day_start);
  SortRange range;
  range.from = milliseconds_at(context_, today, settings->day_start);
  range.to = milliseconds_at(context_, today + std::chrono::days(1), settings->day_start) - 1;
  auto found = load_all<CheckIn>(context_.self.tables(), range, Order::descending, 1);
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (found.empty()) return std::optional<CheckIn>();
  return std::optional<CheckIn>(std::move(found.front()));
}

}  // namespace kindling
