#include "app/model/dispatcher.hpp"

#include <algorithm>
#include <functional>
#include <utility>
#include <variant>

#include "core/services/auto_backup.hpp"
#include "core/services/safety_service.hpp"

namespace kindling::app {
namespace {

class Act {
 public:
  Act(Kindling& home, const Format& format) : home_(home), tr_(format.tr()) {}

  Outcome operator()(const AddReminder& act) { return done(home_.reminders().add(act), tr_("Reminder added")); }
  Outcome operator()(const ChangeReminder& act) {
    return done(home_.reminders().edit(act.ref, act.edit), tr_("Reminder changed"));
  }
  Outcome operator()(const ChangeOccurrence& act) {
    ReminderService& reminders = home_.reminders();
    return done(act.and_following ? reminders.edit_following(act.ref, act.date, act.edit)
                                  : reminders.edit_occurrence(act.ref, act.date, act.edit),
                tr_("Reminder changed"));
  }
  Outcome operator()(const RemoveOccurrence& act) {
    ReminderService& reminders = home_.reminders();
    return done(act.and_following ? reminders.remove_following(act.ref, act.date)
                                  : reminders.remove_occurrence(act.ref, act.date),
                tr_("Reminder removed"));
  }
  Outcome operator()(const TakeBack& act) {
    return done(act.ref.kind == EntityKind::ritual ? home_.rituals().unfinish(act.ref, act.date)
                                                   : home_.reminders().unfinish(act.ref, act.date, act.ordinal),
                tr_("Not done yet"));
  }
  Outcome operator()(const ChangeRitual& act) {
    return done(home_.rituals().edit(act.ref, act.edit), tr_("Ritual changed"));
  }
  Outcome operator()(const SkipRitual& act) {
    return done(home_.rituals().skip(act.ref, act.date), tr_("Left out this time"));
  }
  Outcome operator()(const UnfinishTask& act) { return done(home_.plans().unfinish_task(act.ref, act.number), {}); }
  Outcome operator()(const AddTask& act) {
    return done(home_.plans().add_task(act.ref, act.title, act.days_before), {});
  }
  Outcome operator()(const TickItem& act) {
    return done(
        act.have ? home_.plans().finish_item(act.ref, act.number) : home_.plans().unfinish_item(act.ref, act.number),
        {});
  }
  Outcome operator()(const AddItem& act) { return done(home_.plans().add_item(act.ref, act.title), {}); }
  Outcome operator()(const RemoveItem& act) {
    return done(home_.plans().remove_item(act.ref, act.number), tr_("Taken off the list"));
  }
  Outcome operator()(const WakeRitual& act) { return done(home_.rituals().wake(act.ref), tr_("The ritual is back")); }
  Outcome operator()(const RemoveTask& act) {
    return done(home_.plans().remove_task(act.ref, act.number), tr_("Task removed"));
  }
  Outcome operator()(const ChangePlan& act) {
    PlanService& plans = home_.plans();
    auto now = plans.get(act.ref);
    if (!now) return {.error = now.error()};
    std::vector<std::function<Result<Changes>()>> steps;
    if (act.edit.title || act.edit.place || act.edit.length) {
      steps.emplace_back([&] { return plans.edit(act.ref, act.edit); });
    }
    if (act.move) steps.emplace_back([&] { return plans.move(act.ref, *act.move); });
    for (const int number : act.without) {
      // Somebody else may have taken it away meanwhile.
      const auto is_it = [&](const PlanTask& task) { return task.number == number; };
      if (std::none_of(now->tasks.begin(), now->tasks.end(), is_it)) continue;
      steps.emplace_back([&plans, &act, number] { return plans.remove_task(act.ref, number); });
    }
    for (const std::string& title : act.with) {
      steps.emplace_back([&plans, &act, &title] { return plans.add_task(act.ref, title); });
    }
    return all_or_nothing(steps, act.move ? tr_("Date moved") : tr_("Plan changed"));
  }
  Outcome operator()(const ChangeMemory& act) {
    return done(home_.keepsakes().edit_memory(act.ref, act.edit), tr_("Memory changed"));
  }
  Outcome operator()(const ChangeSettings& act) { return done(home_.settings().edit(act.edit), {}); }
  Outcome operator()(const SetPassphrase& act) {
    const auto set = act.passphrase.empty() ? home_.keys().remove_passphrase()
                                            : home_.keys().set_passphrase(act.passphrase, PassphraseCost{});
    if (!set) return {.error = set.error()};
    return {.words = std::string(act.passphrase.empty() ? tr_("The lock is gone") : tr_("Locked with your passphrase")),
            .changed = true};
  }
  Outcome operator()(const FinishReminder& act) {
    return done(home_.reminders().finish(act.ref, act.date, act.ordinal), tr_("Done. Well kept."));
  }
  Outcome operator()(const SkipReminder& act) {
    return done(home_.reminders().skip(act.ref, act.date), tr_("Left out this time"));
  }
  Outcome operator()(const SnoozeReminder& act) {
    const Instant until = to_instant(act.until, home_.context().zone);
    return done(home_.reminders().snooze(act.ref, until, act.date, act.ordinal), tr_("It comes again a little later"));
  }
  Outcome operator()(const StartProgramme& act) {
    return done(home_.programme().start(act.programme), tr_("Begun. It never runs ahead of you."));
  }
  Outcome operator()(const FollowProgramme& act) {
    using What = FollowProgramme::What;
    ProgrammeService& programme = home_.programme();
    switch (act.what) {
      case What::finish: return done(programme.finish(), tr_("Lovely. The next one is for tomorrow."));
      case What::pass: return done(programme.pass(), tr_("Here is the next one"));
      case What::pause: return done(programme.pause(true), tr_("It rests; nothing is lost"));
      case What::resume: return done(programme.pause(false), tr_("Welcome back"));
      case What::stop: break;
    }
    return done(programme.stop(), tr_("Ended. Begin again whenever you like."));
  }
  Outcome operator()(const KeepReminder& act) {
    if (auto kept = home_.questions().keep(act.ref); !kept) return {.error = kept.error()};
    return {.words = std::string(tr_("It stays as it is")), .changed = true};
  }
  Outcome operator()(const AnswerTravel& act) {
    const auto answered = home_.questions().answer_travel(act.follow);
    return done(answered, act.follow ? tr_("Reminders come along") : tr_("Reminders stay with the clock at home"));
  }
  Outcome operator()(const DismissDrift&) {
    if (auto dismissed = home_.insight().dismiss_drift(); !dismissed) return {.error = dismissed.error()};
    return {.changed = true};
  }
  Outcome operator()(const KeepForMe& act) {
    if (auto kept = SafetyService(home_.context()).set_only_for_me(act.on); !kept) return {.error = kept.error()};
    return {.changed = true};
  }
  Outcome operator()(const WriteTherapistPage& act) {
    const auto written = TherapistPage(home_.context(), home_.library()).write(act.choice, act.path, home_.files());
    if (!written) return {.error = written.error()};
    return {.words = std::string(tr_("Written. Whoever has the file can read it.")), .changed = true};
  }
  Outcome operator()(const TurnAutoBackup& act) {
    AutoBackup backup(home_.context(), home_.files(), home_.keys().home_key(), home_.folder());
    if (act.folder.empty()) {
      if (auto off = backup.turn_off(); !off) return {.error = off.error()};
      return {.words = std::string(tr_("No more backups by themselves; those made stay")), .changed = true};
    }
    if (auto made = backup.turn_on(act.folder, act.passphrase, PassphraseCost{}); !made) return {.error = made.error()};
    return {.words = std::string(tr_("Backed up, read back and whole")), .changed = true};
  }
  Outcome operator()(const PauseReminder& act) {
    return act.paused ? done(home_.reminders().pause(act.ref), tr_("Reminder resting"))
                      : done(home_.reminders().resume(act.ref), tr_("Reminder is back"));
  }
  Outcome operator()(const AddRitual& act) { return done(home_.rituals().add(act), tr_("Ritual added")); }
  Outcome operator()(const FinishRitual& act) {
    return done(home_.rituals().finish(act.ref, act.date), tr_("Kept. That counts."));
  }
  Outcome operator()(const RestRitual& act) {
    return done(home_.rituals().rest(act.ref, act.until), tr_("The ritual rests; that costs nothing"));
  }
  Outcome operator()(const AddPlan& act) { return done(home_.plans().add(act), tr_("Date planned")); }
  Outcome operator()(const FinishTask& act) {
    return done(home_.plans().finish_task(act.ref, act.number), tr_("Task done"));
  }
  Outcome operator()(const ChangePlanState& act) {
    PlanService& plans = home_.plans();
    switch (act.state) {
      case PlanState::accepted: return done(plans.accept(act.ref), tr_("It's a date"));
      case PlanState::declined: return done(plans.decline(act.ref), tr_("Declined"));
      case PlanState::cancelled: return done(plans.cancel(act.ref), tr_("Date called off"));
      case PlanState::done: return done(plans.finish(act.ref, act.note), tr_("Lovely. Kept with your dates."));
      case PlanState::proposed: break;
    }
    return {};
  }
  Outcome operator()(const AddCheckIn& act) {
    return done(home_.check_ins().add(act), tr_("Noted. Thank you for looking."));
  }
  Outcome operator()(const ShareCheckIn& act) {
    return done(home_.check_ins().set_share(act.ref, act.share),
                act.share == Share::none ? tr_("It is yours alone again") : tr_("Shared as you saw it"));
  }
  Outcome operator()(const AddMemory& act) {
    return done(home_.keepsakes().add_memory(act.text, act.date), tr_("Memory kept"));
  }
  Outcome operator()(const Appreciate& act) { return done(home_.keepsakes().appreciate(act.text), tr_("In the jar")); }
  Outcome operator()(const AnswerPrompt& act) {
    return done(home_.keepsakes().answer_prompt(act.prompt, act.text), tr_("Answer kept"));
  }
  Outcome operator()(const InviteToTalk& act) {
    return done(home_.plans().add(act.plan), tr_("The time is set, with a reminder before it"));
  }
  Outcome operator()(const AddCard& act) { return done(home_.cards().add(act), tr_("Your card is in the deck")); }
  Outcome operator()(const ChangeCard& act) { return done(home_.cards().edit(act.ref, act.edit), tr_("Card changed")); }
  Outcome operator()(const MarkIdea& act) {
    const bool is_no = act.verdict == Verdict::no || act.verdict == Verdict::hide;
    return done(home_.library().mark_idea(act.id, act.verdict),
                is_no ? tr_("Put aside. Only you know.") : std::string_view());
  }
  Outcome operator()(const DrawPrompt& act) {
    auto drawn = home_.library().draw_prompt(act.deck, act.most_depth, std::nullopt, act.least_depth);
    if (!drawn) return {.error = drawn.error()};
    return {.changed = true, .item = drawn->content.id};
  }
  Outcome operator()(const SetComfort& act) {
    SettingsService& settings = home_.settings();
    return done(
        act.partner ? settings.set_partner_comfort(act.kind, act.ceiling) : settings.set_comfort(act.kind, act.ceiling),
        {});
  }
  Outcome operator()(const MarkFeltGood& act) {
    return done(home_.settings().set_felt_good(act.comfort),
                act.comfort ? tr_("Good. Nothing comes more than one step closer.") : tr_("Forgotten"));
  }
  Outcome operator()(const RestTouch& act) {
    return done(home_.settings().set_touch_rests(act.on), act.on ? tr_("Touch rests") : tr_("Welcome back"));
  }
  Outcome operator()(const WantAdult& act) { return done(home_.settings().set_adult(act.on), {}); }
  Outcome operator()(const SetQuiet& act) { return done(home_.settings().set_quiet(act.quiet), {}); }
  Outcome operator()(const SetBudget& act) { return done(home_.settings().set_budget(act.kind, act.a_week), {}); }
  Outcome operator()(const SetDayStart& act) { return done(home_.settings().set_day_start(act.day_start), {}); }
  Outcome operator()(const Remove& act) {
    switch (act.ref.kind) {
      case EntityKind::reminder: return done(home_.reminders().remove(act.ref), tr_("Reminder removed"));
      case EntityKind::ritual: return done(home_.rituals().remove(act.ref), tr_("Ritual removed"));
      case EntityKind::plan: return done(home_.plans().remove(act.ref), tr_("Plan removed"));
      case EntityKind::check_in: return done(home_.check_ins().remove(act.ref), tr_("Check-in removed"));
      case EntityKind::memory: return done(home_.keepsakes().remove_memory(act.ref), tr_("Memory removed"));
      case EntityKind::appreciation: return done(home_.keepsakes().remove_appreciation(act.ref), tr_("Note removed"));
      case EntityKind::prompt_answer: return done(home_.keepsakes().remove_answer(act.ref), tr_("Answer removed"));
      case EntityKind::idea: return done(home_.cards().remove(act.ref), tr_("Card removed"));
      default: return {};
    }
  }
  Outcome operator()(const Undo& act) {
    Outcome outcome;
    for (int i = 0; i < act.acts; ++i) {
      auto undone = home_.history().undo();
      if (!undone) {
        outcome.error = undone.error();
        return outcome;
      }
      if (!*undone) break;
      outcome.changed = true;
      outcome.words = tr_("Undone: {what}", {{"what", (*undone)->name}});
    }
    if (!outcome.changed) outcome.words = tr_("There is nothing to undo");
    return outcome;
  }
  // Ways through the app are the navigator's. Each is named, so that an act that nothing handles doesn't compile.
  Outcome operator()(const GoTo&) { return {}; }
  Outcome operator()(const OpenPage&) { return {}; }
  Outcome operator()(const GoBack&) { return {}; }
  Outcome operator()(const OpenSheet&) { return {}; }
  Outcome operator()(const CloseSheet&) { return {}; }
  Outcome operator()(const Saved&) { return {}; }
  Outcome operator()(const HideNow&) { return {}; }
  Outcome operator()(const LockNow&) { return {}; }
  Outcome operator()(const Unlock&) { return {}; }
  Outcome operator()(const Refresh&) { return {}; }
  Outcome operator()(const Say&) { return {}; }
  // These are the app's own.
  Outcome operator()(const TurnBackground&) { return {}; }
  Outcome operator()(const SendTest&) { return {}; }
  Outcome operator()(const OpenFolder&) { return {}; }

 private:
  // What touched nothing is no act to take back.
  static Outcome done(const Result<Changes>& result, std::string_view words) {
    if (!result) return {.error = result.error()};
    const bool is_act = !words.empty() && !result->touched.empty();
    return {.words = std::string(words), .acts = is_act ? 1 : 0, .changed = true};
  }
  // The services know no act of several parts: where one fails, those before it are taken back.
  Outcome all_or_nothing(const std::vector<std::function<Result<Changes>()>>& steps, std::string_view words) {
    Outcome outcome;
    for (const auto& step : steps) {
      if (auto result = step(); !result) {
        for (; outcome.acts > 0; --outcome.acts) static_cast<void>(home_.history().undo());
        outcome.error = result.error();
        return outcome;
      }
      ++outcome.acts;
      outcome.changed = true;
    }
    if (outcome.acts > 0) outcome.words = words;
    return outcome;
  }

  Kindling& home_;
  const ui::Strings& tr_;
};

}  // namespace

Outcome carry_out(Kindling& home, const Intent& intent, const Format& format) {
  return std::visit(Act(home, format), intent);
}

}  // namespace kindling::app
