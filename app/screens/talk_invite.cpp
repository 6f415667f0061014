#include "app/screens/talk_invite.hpp"

#include <algorithm>
#include <utility>

#include "app/screens/form.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

constexpr ui::Step kHue = ui::Step::talk;
constexpr std::size_t kTopicLimit = 80;  // characters
constexpr std::chrono::minutes kTalk{30};

// What was chosen, where it is still to come.
LocalDateTime choose_time(Stage& stage, InviteDraft& draft) {
  ui::Ui& ui = stage.ui;
  const std::vector<LocalDateTime> times = talk_times(stage.now);
  const auto kept = std::find(times.begin(), times.end(), draft.time);
  const LocalDateTime chosen = kept == times.end() ? times.front() : *kept;
  {
    ui::Chips chips(ui, "times", ui.tr("When"));
    for (const LocalDateTime time : times) {
      const bool is_it = !draft.own_time && time == chosen;
      if (!chips.chip(to_string(time), stage.format.when(time, date_of(stage.now)), is_it, kHue)) continue;
      draft.time = time;
      draft.own_time = false;
    }
    if (chips.chip("own", ui.tr("Another time"), draft.own_time, kHue)) draft.own_time = true;
  }
  if (!draft.own_time) return draft.time && kept != times.end() ? *draft.time : chosen;
  if (!draft.date) {
    draft.date = ui::DatePick{};
    draft.date->date = date_of(times.back());
    draft.clock.time = time_of(times.back());
  }
  ui.space(8);
  date_field(stage, "date", *draft.date, {.label = ui.tr("Day"), .least = date_of(stage.now), .hue = kHue});
  time_field(stage, "clock", ui.tr("Time"), draft.clock, kHue);
  return at(draft.date->date, draft.clock.time);
}

}  // namespace

std::vector<LocalDateTime> talk_times(LocalDateTime now) {
  constexpr std::chrono::minutes kLead{30};
  constexpr int kTomorrow = 20;
  constexpr std::size_t kOfToday = 3;
  const LocalDate today = date_of(now);
  std::vector<LocalDateTime> times;
  for (int hour = 18; hour <= 22 && times.size() < kOfToday; ++hour) {
    const LocalDateTime time = at(today, LocalTime{std::chrono::hours(hour)});
    if (time - now >= kLead) times.push_back(time);
  }
  times.push_back(at(today + std::chrono::days(1), LocalTime{std::chrono::hours(kTomorrow)}));
  return times;
}

bool draw_invite(Stage& stage, InviteDraft& draft) {
  ui::Ui& ui = stage.ui;
  const LocalDateTime chosen = choose_time(stage, draft);
  ui.space(10);
  ui::note(ui, ui.tr("What about? You may leave it open"));
  ui.space(4);
  ui::text_field(ui, "topic", draft.topic,
                 {.label = ui.tr("What about? You may leave it open"), .limit = kTopicLimit, .show_label = false});
  ui.space(12);
  // The words to ask with, since nothing is sent.
  const LocalDate day = date_of(chosen);
  const std::string time = stage.format.time(time_of(chosen));
  const LocalDate today = date_of(stage.now);
  const std::string asked =
      day == today ? ui.tr("Can we talk today at {time}?", {{"time", time}})
      : day == today + std::chrono::days(1)
          ? ui.tr("Can we talk tomorrow at {time}?", {{"time", time}})
          : ui.tr("Can we talk on {date} at {time}?", {{"date", stage.format.full_date(day)}, {"time", time}});
  ui::paragraph(ui, ui.tr("“{phrase}”", {{"phrase", asked}}), ui::Face::strong);
  const bool is_past = chosen <= stage.now;
  if (is_past) {
    ui.space(6);
    ui::error_note(ui, ui.tr("That time has passed; a later one would be right"));
  }
  ui.space(12);
  const bool set =
      ui::button(ui, "plan", ui.tr("Set the time"), {.icon = Icon::clock, .hue = kHue, .enabled = !is_past});
  if (ui::link(ui, "ask", ui.tr("Copy the question"), kHue)) {
    ui.clipboard.write(asked);
    stage.out.emplace_back(Say{std::string(ui.tr("Copied. Nothing was sent."))});
  }
  ui::note(ui, ui.tr("It becomes a plan with a reminder. It is for both of you: once you are paired, your partner sees "
                     "the time and the topic, and nothing else."));
  if (!set) return false;
  const std::string_view topic = trimmed_view(draft.topic.text());
  InviteToTalk act;
  act.plan.title = topic.empty() ? std::string(ui.tr("Time to talk")) : ui.tr("Talk: {topic}", {{"topic", topic}});
  act.plan.start = chosen;
  act.plan.length = kTalk;
  stage.out.emplace_back(std::move(act));
  draft = {};
  return true;
}

}  // namespace kindling::app
