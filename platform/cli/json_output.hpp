// Kindling's things as JSON documents, in the stable fields of the command line. Each function gives one document as
// text (UTF-8, indented by two spaces), so that only the .cpp files know the JSON library. Pure but for reading what a
// thing's next time is; same thread as the home.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/calendar/free_slots.hpp"
#include "core/kindling.hpp"
#include "core/services/auto_backup.hpp"
#include "core/services/calendar_out.hpp"
#include "core/services/drift_steps.hpp"
#include "core/services/look_back.hpp"
#include "core/services/sync_service.hpp"
#include "core/services/therapist_page.hpp"
#include "core/sync/store_probe.hpp"
#include "core/talk/gentle_start.hpp"

namespace kindling::cli {

// A reminder with its next occurrence.
struct ReminderView {
  Reminder reminder;
  std::optional<Occurrence> next;
};

[[nodiscard]] std::string reminder_json(const Context& context, const ReminderView& view);
[[nodiscard]] std::string reminders_json(const Context& context, const std::vector<ReminderView>& views);
[[nodiscard]] std::string occurrences_json(const Context& context, const std::vector<Occurrence>& occurrences);

[[nodiscard]] std::string ritual_json(const RitualView& view);
[[nodiscard]] std::string rituals_json(const std::vector<RitualView>& views);

[[nodiscard]] std::string plan_json(const Context& context, const Plan& plan);
[[nodiscard]] std::string plans_json(const Context& context, const std::vector<Plan>& plans);
[[nodiscard]] std::string shopping_json(const Plan& plan);  // what is still to get
[[nodiscard]] std::string slots_json(const Context& context, const std::vector<Slot>& slots);

[[nodiscard]] std::string check_in_json(const Context& context, const CheckIn& check_in);
struct CheckInView {
  CheckIn check_in;
  bool is_partners = false;  // what they shared of it
};
[[nodiscard]] std::string check_ins_json(const Context& context, const std::vector<CheckInView>& check_ins);

[[nodiscard]] std::string memory_json(const Memory& memory);
[[nodiscard]] std::string memories_json(const std::vector<Memory>& memories);
[[nodiscard]] std::string reminiscing_json(const std::optional<Reminiscing>& found);
[[nodiscard]] std::string appreciation_json(const Context& context, const Appreciation& appreciation);
[[nodiscard]] std::string appreciations_json(const Context& context, const std::vector<Appreciation>& appreciations);
[[nodiscard]] std::string answer_json(const Context& context, const PromptAnswer& answer, const std::string& question);
struct AnswerView {
  PromptAnswer answer;
  std::string question;
};
[[nodiscard]] std::string answers_json(const Context& context, const std::vector<AnswerView>& answers);

[[nodiscard]] std::string idea_json(const IdeaView& idea);
[[nodiscard]] std::string ideas_json(const std::vector<IdeaView>& ideas);
[[nodiscard]] std::string prompt_json(const IdeaView& prompt);
[[nodiscard]] std::string prompts_json(const std::vector<IdeaView>& prompts);
[[nodiscard]] std::string replies_json(const std::vector<Content>& replies);
[[nodiscard]] std::string decks_json(const std::vector<Deck>& decks);

[[nodiscard]] std::string quiet_json(const Settings& settings);
[[nodiscard]] std::string comfort_json(const Settings& settings, bool for_two);
[[nodiscard]] std::string budget_json(Settings settings);
[[nodiscard]] std::string day_start_json(const Settings& settings);

[[nodiscard]] std::string programme_json(const std::optional<ProgrammeView>& view);
[[nodiscard]] std::string pieces_json(const std::vector<Content>& pieces);
[[nodiscard]] std::string notifications_json(const Settings& settings, const OpenQuestions& questions);
[[nodiscard]] std::string settings_json(const Settings& settings);  // what the window keeps

[[nodiscard]] std::string today_json(const Context& context, const TodayView& view);
[[nodiscard]] std::string upcoming_json(const Context& context, const NotificationPlan& plan);
// `zone`: the zone that the rule was expanded in.
[[nodiscard]] std::string expansion_json(const std::vector<Occurrence>& occurrences);
// What `trend --by` says them by.
enum class TrendBy { week, weekday, hour, mood };
inline constexpr std::array<std::string_view, 7> kWeekdayNames{"monday", "tuesday",  "wednesday", "thursday",
                                                               "friday", "saturday", "sunday"};
[[nodiscard]] std::string rhythm_json(const Rhythm& rhythm, TrendBy by, int weeks);
[[nodiscard]] std::string trend_json(const std::vector<WeekTrend>& weeks);
// `steps`: of the notice.
[[nodiscard]] std::string drift_json(const std::optional<double>& baseline, const DriftReport& report,
                                     const std::optional<DriftView>& drift, const std::vector<DriftStep>& steps);
// What a day's check-ins came to: means.
struct DayMood {
  LocalDate date;
  double valence = 0;
  double energy = 0;
};
[[nodiscard]] std::string look_back_json(const Context& context, const LookBack& found,
                                         const std::vector<DayMood>& moods);
[[nodiscard]] std::string page_entries_json(const std::vector<PageEntry>& entries);
[[nodiscard]] std::string history_json(const Context& context, const std::vector<HistoryEntry>& entries);
[[nodiscard]] std::string history_entry_json(const Context& context, const HistoryEntry& entry);
[[nodiscard]] std::string hits_json(const std::vector<SearchHit>& hits);
[[nodiscard]] std::string speech_json(const SpeechCheck& check);
// With all wordings, and what stands in the way of the request.
[[nodiscard]] std::string composed_json(const SpeechCheck& check, const std::vector<std::string>& wordings,
                                        RequestHint hint);

[[nodiscard]] std::string auto_backup_json(const Context& context, const AutoBackupStatus& status);
[[nodiscard]] std::string calendar_json(const std::optional<KeptCalendar>& kept);

// A flat object, for the few commands whose answer is no thing of the couple's.
using JsonFields = std::vector<std::pair<std::string, std::variant<std::nullptr_t, bool, std::int64_t, std::string>>>;
[[nodiscard]] std::string object_json(const JsonFields& fields);
[[nodiscard]] std::string error_json(const Error& error);  // on one line

[[nodiscard]] std::string store_json(const std::string& where);
[[nodiscard]] std::string store_report_json(const StoreReport& report);
[[nodiscard]] std::string pairing_json(const Context& context, const PairingView& view);
[[nodiscard]] std::string pairing_offer_json(const Context& context, const PairingOfferView& offer);
[[nodiscard]] std::string sync_json(const Context& context, const ExchangeReport& report,
                                    const std::optional<Instant>& last, bool waiting);
[[nodiscard]] std::string devices_json(const std::vector<DeviceView>& devices);

}  // namespace kindling::cli

namespace kindling {
template <>
struct EnumNames<cli::TrendBy> {
  static constexpr std::array<std::string_view, 4> kNames{"week", "weekday", "hour", "mood"};
};
}  // namespace kindling
