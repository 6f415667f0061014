#include "core/library/comfort_bounds.hpp"
#include "platform/cli/json_parts.hpp"

namespace kindling::cli {
namespace {

constexpr std::array<std::string_view, 5> kStates{"due", "coming", "done", "skipped", "snoozed"};

std::string kind_name(EntityKind kind) {
  const EntityTraits* traits = traits_of(kind);
  return traits == nullptr ? "unknown" : std::string(traits->name);
}

Json to_json(const Context& context, const DueReminder& due) {
  return {{"id", to_string(due.reminder.id)},
          {"title", due.reminder.title},
          {"cue", text_or_null(due.reminder.cue)},
          {"kind", name_of(due.reminder.kind)},
          {"date", to_string(date_of(due.occurrence.nominal))},
          {"local", to_string(due.occurrence.local)},
          {"at", instant(context, due.at)},
          {"utc", to_utc_string(due.at)},
          {"state", kStates[static_cast<std::size_t>(due.state)]}};
}

Json to_json(const Context& context, const Notification& notification) {
  return {{"at", instant(context, notification.at)},
          {"utc", to_utc_string(notification.at)},
          {"id", to_string(notification.source.id)},
          {"title", notification.title},
          {"kind", name_of(notification.kind)},
          {"source", kind_name(notification.source.kind)},
          {"date", to_string(notification.date)},
          {"snoozed", notification.snoozed},
          {"merged", array_of(notification.merged, [&](const Notification& one) { return to_json(context, one); })}};
}

Json to_json(const Context& context, const HistoryEntry& entry) {
  return {{"id", to_string(entry.subject.id)},
          {"at", instant(context, entry.at)},
          {"action", name_of(entry.verb)},
          {"name", entry.name},
          {"title", text_or_null(entry.title)},
          {"kind", kind_name(entry.subject.kind)},
          {"undone", entry.undone}};
}

template <class T>
Json or_null(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

}  // namespace

std::string quiet_json(const Settings& settings) {
  if (!settings.quiet) return dump(nullptr);
  return dump(Json{{"id", to_string(settings.id)},
                   {"quiet", to_string(*settings.quiet)},
                   {"start", to_string(settings.quiet->start)},
                   {"end", to_string(settings.quiet->end)}});
}

std::string comfort_json(const Settings& settings, bool for_two) {
  const ComfortBounds bounds = bounds_of(settings);
  Json json{{"id", to_string(settings.id)}};
  Json partner = Json::object();
  for (std::size_t i = 0; i < kComfortKinds; ++i) {
    const auto kind = static_cast<ComfortKind>(i);
    json[std::string(name_of(kind))] = settings.ceiling(kind);
    if (const auto known = settings.partner(kind)) partner[std::string(name_of(kind))] = *known;
  }
  json["partner"] = partner;
  json["felt_good"] = or_null(settings.felt_good);
  json["closest_touch"] = bounds.closest_touch();
  json["touch_rests"] = settings.touch_rests;
  json["adult"] = settings.adult;
  json["adult_shown"] = bounds.adult;
  json["for_two"] = for_two;
  return dump(json);
}

std::string budget_json(Settings settings) {
  Json json = {{"id", to_string(settings.id)}};
  for (std::size_t i = 0; i < EnumNames<ReminderKind>::kNames.size(); ++i) {
    const auto kind = static_cast<ReminderKind>(i);
    json[std::string(name_of(kind))] = settings.budget(kind).value_or(default_weekly_budget(kind));
  }
  return dump(json);
}

std::string day_start_json(const Settings& settings) {
  return dump(Json{{"id", to_string(settings.id)}, {"day_start", to_string(settings.day_start)}});
}

std::string notifications_json(const Settings& settings, const OpenQuestions& questions) {
  Json asked = Json::array();
  if (questions.travel)
    asked.push_back({{"question", "travel"}, {"from", questions.travel->from}, {"to", questions.travel->to}});
  if (questions.ignored) {
    asked.push_back({{"question", "ignored"},
                     {"id", to_string(questions.ignored->reminder.id)},
                     {"title", questions.ignored->title},
                     {"times", questions.ignored->times}});
  }
  return dump(Json{{"id", to_string(settings.id)},
                   {"words", name_of(settings.notification_words.value_or(NotificationWords::neutral))},
                   {"when_locked", settings.silent_when_locked ? "wait" : "show"},
                   {"after_quiet", name_of(settings.after_quiet.value_or(AfterQuiet::drop))},
                   {"home_zone", text_or_null(settings.home_zone)},
                   {"evening_before", !settings.no_evening_before},
                   {"hour_before", !settings.no_hour_before},
                   {"task_days", !settings.no_task_days},
                   {"questions", asked}});
}

std::string settings_json(const Settings& settings) {
  return dump(Json{{"id", to_string(settings.id)},
                   {"own_name", text_or_null(settings.own_name)},
                   {"partner_name", text_or_null(settings.partner_name)},
                   {"theme", name_of(settings.theme.value_or(Theme::system))},
                   {"text_scale", settings.text_scale.value_or(kTextScaleDefault)},
                   {"motion", name_of(settings.motion.value_or(Motion::system))},
                   {"clock", name_of(settings.clock.value_or(ClockFace::system))},
                   {"week_start", name_of(settings.week_start.value_or(WeekStart::system))},
                   {"discreet_title", settings.discreet_title},
                   {"lock_after", settings.lock_after ? Json(*settings.lock_after) : Json(nullptr)},
                   {"first_run_done", settings.first_run_done}});
}

std::string today_json(const Context& context, const TodayView& view) {
  Json json;
  json["date"] = to_string(view.date);
  json["zone"] = view.zone;
  json["now"] = instant(context, context.clock.now());
  json["affection"] = view.affection ? idea_to_json(*view.affection) : Json(nullptr);
  json["reminders"] = array_of(view.reminders, [&](const DueReminder& due) { return to_json(context, due); });
  json["rituals"] = array_of(view.rituals, [](const RitualView& ritual) { return to_json(ritual, false); });
  json["checkin"] = view.check_in ? to_json(context, *view.check_in) : Json(nullptr);
  json["prompt"] = view.prompt ? prompt_to_json(*view.prompt) : Json(nullptr);
  json["next_plan"] = view.next_plan ? to_json(context, *view.next_plan) : Json(nullptr);
  json["on_this_day"] = array_of(view.on_this_day, [&](const Memory& memory) {
    Json one = to_json(memory);
    one["years_ago"] = static_cast<int>(calendar(view.date).year()) - static_cast<int>(calendar(memory.date).year());
    return one;
  });
  json["notices"] = view.notices;
  return dump(json);
}

std::string upcoming_json(const Context& context, const NotificationPlan& plan) {
  return dump(array_of(plan.wanted, [&](const Notification& one) { return to_json(context, one); }));
}

std::string expansion_json(const std::vector<Occurrence>& occurrences) {
  return dump(array_of(occurrences, [](const Occurrence& occurrence) {
    return Json{{"local", to_string(occurrence.local)},
                {"utc", to_utc_string(occurrence.utc)},
                {"nominal", to_string(occurrence.nominal)}};
  }));
}

std::string trend_json(const std::vector<WeekTrend>& weeks) {
  return dump(array_of(weeks, [](const WeekTrend& week) {
    return Json{{"week", to_string(week.monday)},
                {"checkins", week.check_ins},
                {"valence", or_null(week.valence)},
                {"energy", or_null(week.energy)},
                {"baseline", or_null(week.baseline)}};
  }));
}

std::string rhythm_json(const Rhythm& rhythm, TrendBy by, int weeks) {
  Json cells = Json::array();
  const auto add_cell = [&](std::string_view key, Json name, const RhythmCell& cell) {
    const bool any = cell.check_ins > 0;
    cells.push_back({{key, std::move(name)},
                     {"checkins", cell.check_ins},
                     {"valence", any ? Json(cell.mean_valence()) : Json(nullptr)},
                     {"energy", any ? Json(cell.mean_energy()) : Json(nullptr)}});
  };
  if (by == TrendBy::weekday) {
    for (std::size_t i = 0; i < rhythm.weekdays.size(); ++i) add_cell("weekday", kWeekdayNames[i], rhythm.weekdays[i]);
  }
  if (by == TrendBy::hour) {
    for (std::size_t i = 0; i < rhythm.hours.size(); ++i) add_cell("hour", i, rhythm.hours[i]);
  }
  for (std::size_t row = 0; by == TrendBy::mood && row < Rhythm::kSide; ++row) {
    for (std::size_t column = 0; column < Rhythm::kSide; ++column) {
      if (rhythm.grid[row][column] == 0) continue;
      cells.push_back({{"valence", static_cast<int>(column) - kMoodLimit},
                       {"energy", static_cast<int>(row) - kMoodLimit},
                       {"checkins", rhythm.grid[row][column]}});
    }
  }
  Json json{{"by", name_of(by)}, {"weeks", weeks}, {"checkins", rhythm.check_ins}, {"cells", std::move(cells)}};
  if (by == TrendBy::mood) return dump(json);
  constexpr std::array<std::string_view, kDayParts> kParts{"morning", "afternoon", "evening", "night"};
  Json sentences = Json::array();
  for (const Pattern& pattern : rhythm.patterns) {
    const bool of_week = pattern.of == Pattern::Of::weekday;
    if (of_week != (by == TrendBy::weekday)) continue;
    sentences.push_back({{"text", pattern_sentence(pattern)},
                         {of_week ? "weekday" : "part", of_week ? kWeekdayNames[pattern.which] : kParts[pattern.which]},
                         {"valence", pattern.valence},
                         {"energy", pattern.energy},
                         {"weeks", pattern.weeks},
                         {"valence_by", pattern.valence_by},
                         {"energy_by", pattern.energy_by}});
  }
  json["sentences"] = std::move(sentences);
  return dump(json);
}

std::string drift_json(const std::optional<double>& baseline, const DriftReport& report,
                       const std::optional<DriftView>& drift, const std::vector<DriftStep>& steps) {
  Json notice = nullptr;
  if (drift) {
    notice = {{"since", to_string(drift->notice.since)},
              {"weeks", drift->notice.weeks},
              {"drop", drift->notice.drop},
              {"signals", array_of(drift->notice.signals, [](Signal signal) { return Json(name_of(signal)); })},
              {"text", drift->text},
              {"steps", array_of(steps, [](const DriftStep& step) { return Json(step.text); })},
              {"articles", array_of(steps, [](const DriftStep& step) { return Json(step.article); })}};
  }
  Json signals = array_of(report.signals, [](const SignalState& state) {
    return Json{{"signal", name_of(state.signal)},
                {"weeks", state.weeks},
                {"usual", or_null(state.usual)},
                {"recent", or_null(state.recent)},
                {"below", state.below}};
  });
  return dump(Json{{"baseline", or_null(baseline)}, {"notice", std::move(notice)}, {"signals", std::move(signals)}});
}

std::string history_json(const Context& context, const std::vector<HistoryEntry>& entries) {
  return dump(array_of(entries, [&](const HistoryEntry& entry) { return to_json(context, entry); }));
}
std::string history_entry_json(const Context& context, const HistoryEntry& entry) {
  return dump(to_json(context, entry));
}

std::string hits_json(const std::vector<SearchHit>& hits) {
  return dump(array_of(hits, [](const SearchHit& hit) {
    return Json{{"id", to_string(hit.subject.id)},
                {"kind", kind_name(hit.subject.kind)},
                {"title", hit.title},
                {"field", hit.field}};
  }));
}

namespace {

Json speech_to_json(const SpeechCheck& check) {
  return Json{{"flags", array_of(check.flags,
                                 [](const HarshFlag& flag) {
                                   return Json{{"start", flag.start},
                                               {"length", flag.length},
                                               {"kind", name_of(flag.kind)},
                                               {"suggestion", flag.suggestion}};
                                 })},
              {"gentle", text_or_null(check.gentle)}};
}
}  // namespace

std::string speech_json(const SpeechCheck& check) { return dump(speech_to_json(check)); }
std::string composed_json(const SpeechCheck& check, const std::vector<std::string>& wordings, RequestHint hint) {
  Json json = speech_to_json(check);
  json["wordings"] = wordings;
  json["request_hint"] = name_of(hint);
  return dump(json);
}

Json to_json(const Context& context, const AutoBackupStatus& status) {
  const auto time = [&](std::optional<Instant> at) { return at ? instant(context, *at) : Json(nullptr); };
  return Json{{"on", status.on},
              {"folder", text_or_null(status.folder)},
              {"here", status.here},
              {"encrypted", status.here ? Json(status.encrypted) : Json(nullptr)},
              {"due", status.due},
              {"newest", status.newest ? Json(to_string(*status.newest)) : Json(nullptr)},
              {"kept", status.kept},
              {"last_success", time(status.success)},
              {"last_failure", time(status.failure)},
              {"warning", text_or_null(status.warning)}};
}

std::string auto_backup_json(const Context& context, const AutoBackupStatus& status) {
  return dump(to_json(context, status));
}

std::string calendar_json(const std::optional<KeptCalendar>& kept) {
  if (!kept) return dump(nullptr);
  const RitualChoice& rituals = kept->choice.rituals;
  Json which = rituals.all ? Json("all") : Json("none");
  if (!rituals.all && !rituals.ids.empty())
    which = array_of(rituals.ids, [](const Uuid& id) { return Json(to_string(id)); });
  return dump(Json{{"folder", kept->folder}, {"rituals", which}, {"discreet", kept->choice.discreet}});
}

std::string object_json(const JsonFields& fields) {
  Json json = Json::object();
  for (const auto& field : fields) {
    std::visit([&](const auto& one) { json[field.first] = one; }, field.second);
  }
  return dump(json);
}

std::string error_json(const Error& error) {
  const Json json = {{"error", {{"code", name_of(error.code)}, {"message", error.message}}}};
  return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace kindling::cli
