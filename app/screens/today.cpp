#include "app/screens/today.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "app/screens/due_sheet.hpp"
#include "app/screens/idea.hpp"
#include "app/screens/offer.hpp"
#include "app/screens/programme.hpp"
#include "app/screens/questions.hpp"
#include "app/screens/time_ritual.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

std::string greeting_at(const ui::Strings& tr, LocalDateTime now) {
  const auto hour = time_of(now).since_midnight.count() / 60;
  if (hour < 5) return std::string(tr("Good night"));
  if (hour < 12) return std::string(tr("Good morning"));
  if (hour < 18) return std::string(tr("Good afternoon"));
  return std::string(tr("Good evening"));
}

TodayCard card_of(const Content& content) {
  return {content.id, content.title.empty() ? std::string() : content.title, content.text, content.cue};
}

std::pair<Icon, ui::Step> look_of(ReminderKind kind) {
  switch (kind) {
    case ReminderKind::affection: return {Icon::hand_heart, ui::Step::touch};
    case ReminderKind::ritual: return {Icon::coffee, ui::Step::time};
    case ReminderKind::talk: return {Icon::chat_circle_dots, ui::Step::talk};
    case ReminderKind::date: return {Icon::calendar_heart, ui::Step::time};
    case ReminderKind::other: break;
  }
  return {Icon::bell, ui::Step::none};
}

DueLine line_of(const DueReminder& due, const Format& format) {
  DueLine line;
  line.ref = {due.reminder.space, EntityKind::reminder, due.reminder.id.bytes};
  line.id = to_string(line.ref.id) + "/" + to_string(due.occurrence.nominal);
  line.title = due.reminder.title;
  line.subtitle = format.time(time_of(due.occurrence.local));
  if (due.state == DueReminder::State::snoozed) line.subtitle = format.tr()("Again a little later");
  if (due.state == DueReminder::State::due) line.subtitle += " · " + std::string(format.tr()("now"));
  if (!due.reminder.cue.empty()) line.subtitle += " · " + due.reminder.cue;
  std::tie(line.icon, line.hue) = look_of(due.reminder.kind);
  line.state = due.state;
  line.date = date_of(due.occurrence.nominal);
  line.ordinal = due.ordinal;
  return line;
}

DueLine line_of(const RitualView& ritual, LocalDate today, const Format& format) {
  DueLine line;
  line.ref = {SpaceKind::couple, EntityKind::ritual, ritual.ritual.id.bytes};
  line.id = to_string(line.ref.id);
  line.title = ritual.ritual.title;
  line.subtitle = format.time(time_of(ritual.ritual.schedule.start)) + " · " + format.length(ritual.ritual.length);
  line.icon = ritual_icon(ritual.ritual.kind);
  line.hue = ui::Step::time;
  if (ritual.done_today) line.state = DueReminder::State::done;
  line.ritual = true;
  line.date = today;
  return line;
}

void draw_hero(Stage& stage, const TodayModel& view, TodayDraft& draft) {
  ui::Ui& ui = stage.ui;
  const ui::Theme& t = ui.theme();
  const TodayCard& gesture = view.gestures[draft.gesture % view.gestures.size()];
  const ui::Card card(ui, "affection", ui.tr("A small thing for today"), {.fill = ui::CardLook::Fill::hero});
  const ui::Colour soft = t.on_ember;
  ui::paragraph(ui, ui.tr("A small thing for today"), Face::label, soft);
  ui.space(6);
  const bool titled = !gesture.title.empty();
  ui::paragraph(ui, titled ? gesture.title : gesture.text, Face::title, t.on_ember);
  if (titled) {
    ui.space(6);
    ui::paragraph(ui, gesture.text, Face::body, soft);
  }
  ui.space(18);
  switch (draw_offer(stage, gesture.item, ui::Step::none)) {
    case OfferAnswer::another: ++draft.gesture; break;
    case OfferAnswer::taken:
    case OfferAnswer::not_today: draft.gesture_gone = true; break;
    case OfferAnswer::none: break;
  }
}

// The moments to which it may be put off.
Intent way_to_later(const DueLine& line) {
  return OpenSheet{.kind = SheetKind::due, .ref = line.ref, .item = due_item(line.date, line.ordinal.value_or(0))};
}

void draw_due(Stage& stage, const TodayModel& view) {
  ui::Ui& ui = stage.ui;
  section(stage, ui.tr("Today's rhythm"));
  if (view.due.empty()) {
    if (nothing_card(ui, "empty",
                     {Icon::bell, ui::Step::touch, ui.tr("Nothing is due today"),
                      ui.tr("A hug before work, tea at ten: small things come back when something reminds you."),
                      ui.tr("Add a reminder")})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::reminder});
    }
    return;
  }
  for (std::size_t i = 0; i < view.due.size(); ++i) {
    const DueLine& line = view.due[i];
    if (i > 0) ui.space(10);
    const ui::RowLook look{.icon = line.icon,
                           .hue = line.hue,
                           .title = line.title,
                           .subtitle = line.subtitle,
                           .done = line.done(),
                           .faint = line.state == DueReminder::State::skipped,
                           .swipe_right = line.done() ? std::string_view() : ui.tr("Done"),
                           .swipe_left = line.may_wait() ? ui.tr("Later") : std::string_view(),
                           .left_icon = Icon::clock_countdown};
    switch (ui::row(ui, line.id, look)) {
      case ui::RowEvent::ticked:
      case ui::RowEvent::swiped_right:
        if (line.done()) {
          stage.out.emplace_back(TakeBack{line.ref, line.date, line.ordinal});
        } else if (line.ritual) {
          stage.out.emplace_back(FinishRitual{line.ref, line.date});
        } else {
          stage.out.emplace_back(FinishReminder{line.ref, line.date, line.ordinal});
        }
        break;
      case ui::RowEvent::swiped_left: stage.out.push_back(way_to_later(line)); break;
      case ui::RowEvent::pressed:
      case ui::RowEvent::none: break;
    }
  }
}

void draw_rest(Stage& stage, const TodayModel& view) {
  ui::Ui& ui = stage.ui;
  if (view.prompt) {
    section(stage, ui.tr("Tonight's question"));
    const ui::Card card(ui, "prompt", ui.tr("Tonight's question"),
                        {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::talk});
    ui::paragraph(ui, view.prompt->text, Face::heading);
    ui.space(14);
    if (ui::button(ui, "answer", ui.tr("Write an answer"), {.style = ui::ButtonStyle::filled, .hue = ui::Step::talk})) {
      stage.out.emplace_back(OpenPage{{.kind = PageKind::prompt_deck, .item = view.prompt->item}});
    }
  }
  section(stage, ui.tr("Next date"));
  if (view.plan) {
    const ui::RowLook look{.icon = Icon::calendar_heart,
                           .hue = ui::Step::time,
                           .title = view.plan_title,
                           .subtitle = view.plan_when,
                           .trailing = view.plan_until,
                           .arrow = true};
    if (ui::row(ui, "plan", look) == ui::RowEvent::pressed) {
      stage.out.emplace_back(OpenPage{{.kind = PageKind::plan, .ref = view.plan}});
    }
  } else {
    const ui::RowLook look{.icon = Icon::calendar_plus,
                           .hue = ui::Step::time,
                           .title = ui.tr("Plan an evening"),
                           .subtitle = ui.tr("Nothing is planned yet"),
                           .arrow = true};
    if (ui::row(ui, "plan", look) == ui::RowEvent::pressed) stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan});
  }
  if (view.on_this_day) {
    section(stage, ui.tr("On this day"));
    const ui::Card card(ui, "memory", ui.tr("On this day"));
    ui::note(ui, view.on_this_day->first);
    ui.space(6);
    ui::paragraph(ui, view.on_this_day->second);
  }
}

}  // namespace

Result<TodayModel> read_today(Kindling& home, const Format& format) {
  auto today = home.today().today();
  if (!today) return today.error();
  const TodayView& view = *today;
  TodayModel model;
  model.greeting = greeting_at(format.tr(), view.local_now);
  model.date = format.full_date(view.date);
  if (view.affection) model.gestures.push_back(card_of(*view.affection));
  auto ideas = home.library().ideas({.kinds = {ContentKind::gesture}});
  if (!ideas) return ideas.error();
  std::stable_sort(ideas->begin(), ideas->end(), [&](const IdeaView& a, const IdeaView& b) {
    return order_of_day(a.content.id, view.date) < order_of_day(b.content.id, view.date);
  });
  for (const IdeaView& idea : *ideas) {
    if (idea.verdict == Verdict::no || (view.affection && idea.content.id == view.affection->id)) continue;
    model.gestures.push_back(card_of(idea.content));
  }
  for (const DueReminder& due : view.reminders) model.due.push_back(line_of(due, format));
  for (const RitualView& ritual : view.rituals) model.due.push_back(line_of(ritual, view.date, format));
  if (view.check_in) model.mood = mood_words(format.tr(), view.check_in->valence, view.check_in->energy);
  if (view.prompt) model.prompt = card_of(*view.prompt);
  if (view.next_plan) {
    model.plan = EntityRef{SpaceKind::couple, EntityKind::plan, view.next_plan->id.bytes};
    model.plan_title = view.next_plan->title;
    model.plan_when = format.when(view.next_plan->start, view.date);
    if (view.next_plan->state == PlanState::proposed)
      model.plan_when += " · " + std::string(format.tr()("waiting for a yes"));
    model.plan_until = format.until(view.next_plan->start, view.local_now);
  }
  if (!view.on_this_day.empty()) {
    const Memory& memory = view.on_this_day.front();
    const int years = static_cast<int>(calendar(view.date).year()) - static_cast<int>(calendar(memory.date).year());
    model.on_this_day = {format.tr().count(years, "A year ago", "{n} years ago"), memory.text};
  }
  auto questions = home.questions().open();
  if (!questions) return questions.error();
  model.questions = std::move(*questions);
  auto programme = home.programme().current();
  if (!programme) return programme.error();
  model.programme = std::move(*programme);
  if (!view.notices.empty()) {
    model.notice = view.notices.front();
    // A home that can only be read can't keep that; then it is told again.
    static_cast<void>(home.insight().drift_was_told());
  }
  return model;
}

void draw_today(Stage& stage, const TodayModel& view, TodayDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "today", draft.scroll, {.title = view.greeting, .overline = view.date});
  if (stage.only_for_me) {
    draw_care(stage);
    ui.space(16);
  } else if (!view.gestures.empty() && !draft.gesture_gone) {
    draw_hero(stage, view, draft);
    ui.space(16);
  }
  draw_check_in(stage, view.mood, draft.mood);
  if (!view.notice.empty()) {
    ui.space(16);
    const ui::Card card(ui, "notice", ui.tr("A quiet thought"),
                        {.fill = ui::CardLook::Fill::tint, .hue = ui::Step::feel});
    ui::paragraph(ui, view.notice);
    if (ui::link(ui, "read", ui.tr("Something to read"), ui::Step::feel))
      stage.out.emplace_back(OpenPage{{.kind = PageKind::reading}});
    if (ui::link(ui, "gone", ui.tr("Thanks, not now"), ui::Step::feel)) stage.out.emplace_back(DismissDrift{});
  }
  draw_questions(stage, view.questions);
  if (!stage.only_for_me) draw_programme_card(stage, view.programme);
  if (!stage.wide) draw_due(stage, view);
  scene.second_column();
  if (stage.wide) draw_due(stage, view);
  draw_rest(stage, view);
}

Result<void> TodayScreen::read(Kindling& home, const Format& format) {
  auto view = read_today(home, format);
  if (!view) return view.error();
  // A new day has a gesture of its own.
  if (view->date != view_.date) {
    draft_.gesture = 0;
    draft_.gesture_gone = false;
  }
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
