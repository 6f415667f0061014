#include "app/screens/feel_moods.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/model/feelings.hpp"
#include "core/recurrence/schedule.hpp"

namespace kindling::app {
namespace {

using std::chrono::days;
using ui::Face;
using ui::Icon;

// On which day of its owner's a check-in was, and when. Neighbours are mostly of one zone.
class WallClock {
 public:
  WallClock(const Context& context, LocalTime day_start) : context_(context), day_start_(day_start) {}

  LocalDateTime time(const CheckIn& check_in) {
    if (check_in.zone != name_ || zone_ == nullptr) {
      name_ = check_in.zone;
      zone_ = name_.empty() ? nullptr : context_.zones.find(name_);
      if (zone_ == nullptr) zone_ = &context_.zone;
    }
    return to_local(std::chrono::floor<std::chrono::seconds>(check_in.at), *zone_);
  }
  LocalDate date(const CheckIn& check_in) { return date_of(time(check_in) - day_start_.since_midnight); }

 private:
  const Context& context_;
  LocalTime day_start_;
  std::string name_;
  const TimeZone* zone_ = nullptr;
};

// The service counts from midnight in the device's zone: a day more at both ends holds all that may belong here.
template <class Visit>
Result<void> each_between(Kindling& home, LocalDate from, LocalDate to, Visit&& visit) {
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  auto found = home.check_ins().list(from - days(1), to + days(2));
  if (!found) return found.error();
  WallClock clock(home.context(), settings->day_start);
  for (const CheckIn& check_in : *found) {
    const LocalDate date = clock.date(check_in);
    if (date >= from && date <= to) visit(check_in, date, clock.time(check_in));
  }
  return {};
}

// The parts of a check-in that are words, as one text.
std::string words_of(const CheckIn& check_in, const ui::Strings& tr) {
  std::string words;
  for (const std::string& feeling : check_in.feelings) {
    if (!words.empty()) words += ", ";
    words += feeling_words(tr, feeling);
  }
  const auto add = [&](const std::string& more) {
    if (!more.empty()) words += (words.empty() ? "" : " · ") + more;
  };
  add(check_in.note);
  if (!check_in.need.empty()) add(tr("Needed: {need}", {{"need", need_words(tr, check_in.need)}}));
  if (check_in.share != Share::none)
    add(std::string(check_in.share == Share::mood ? tr("The mood is shared") : tr("All of it is shared")));
  return words;
}

Icon face_of(int valence) { return valence > 1 ? Icon::smiley : valence < -1 ? Icon::smiley_sad : Icon::smiley_meh; }

}  // namespace

int rounded(double mean) { return std::clamp(static_cast<int>(std::lround(mean)), -kMoodLimit, kMoodLimit); }

LocalDate local_date(const Context& context, Instant at) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(at);
  return date_of(LocalDateTime(seconds.time_since_epoch() + context.offset_at(at)));
}

LocalDateTime wall_time(const Context& context, const CheckIn& check_in) {
  return WallClock(context, {}).time(check_in);
}

Result<std::vector<DaySum>> read_sums(Kindling& home, LocalDate from, LocalDate to) {
  std::vector<DaySum> sums(static_cast<std::size_t>((to - from).count()) + 1);
  auto settings = home.settings().get();
  if (!settings) return settings.error();
  // The last months are kept by day, from the first of them on; only what lies before is read one by one.
  LocalDate read_to = to;
  if (const auto kept = home.insight().moods_by_day(settings->day_start); kept && !kept->empty()) {
    read_to = std::min(to, kept->front().date - days(1));
    for (const MoodPointInTime& point : *kept) {
      if (point.date < from || point.date > to) continue;
      sums[static_cast<std::size_t>((point.date - from).count())] = {point.check_ins, point.valence, point.energy};
    }
  }
  if (read_to < from) return sums;
  auto read = each_between(home, from, read_to, [&](const CheckIn& check_in, LocalDate date, LocalDateTime) {
    DaySum& sum = sums[static_cast<std::size_t>((date - from).count())];
    ++sum.check_ins;
    sum.valence += check_in.valence;
    sum.energy += check_in.energy;
  });
  if (!read) return read.error();
  return sums;
}

std::vector<ui::MoodDay> mood_days(const std::vector<DaySum>& sums, LocalDate from, LocalDate today,
                                   const Format& format) {
  const ui::Strings& tr = format.tr();
  std::vector<ui::MoodDay> found;
  found.reserve(sums.size());
  for (std::size_t i = 0; i < sums.size(); ++i) {
    const DaySum& sum = sums[i];
    ui::MoodDay day{.date = from + days(i), .words = {}};
    const std::string date = format.full_date(day.date);
    if (sum.check_ins > 0) {
      day.known = true;
      day.valence = rounded(static_cast<double>(sum.valence) / sum.check_ins);
      day.energy = rounded(static_cast<double>(sum.energy) / sum.check_ins);
      day.words = tr("{date}: {mood}", {{"date", date}, {"mood", mood_words(tr, day.valence, day.energy)}});
    } else if (day.date > today) {
      day.words = date;
    } else {
      day.words = tr("{date}: no check-in", {{"date", date}});
    }
    found.push_back(std::move(day));
  }
  return found;
}

Result<OpenDay> read_open_day(Kindling& home, LocalDate date, LocalDate today, const Format& format) {
  OpenDay day{.date = date, .title = format.date(date, today), .lines = {}};
  auto read = each_between(home, date, date, [&](const CheckIn& check_in, LocalDate, LocalDateTime time) {
    const std::string clock_time = format.time(time_of(time));
    const std::string mood = mood_words(format.tr(), check_in.valence, check_in.energy);
    day.lines.push_back({.ref = {SpaceKind::self, EntityKind::check_in, check_in.id.bytes},
                         .id = to_string(check_in.id),
                         .title = format.tr()("{time} · {mood}", {{"time", clock_time}, {"mood", mood}}),
                         .words = words_of(check_in, format.tr()),
                         .valence = check_in.valence});
  });
  if (!read) return read.error();
  return day;
}

void draw_open_day(Stage& stage, const OpenDay& day) {
  ui::Ui& ui = stage.ui;
  ui::heading(ui, day.title, 3, Face::strong);
  ui.space(4);
  if (day.lines.empty()) ui::note(ui, ui.tr("No check-in on this day"));
  for (const CheckInLine& line : day.lines) {
    const ui::RowLook look{.icon = face_of(line.valence),
                           .hue = ui::Step::feel,
                           .title = line.title,
                           .subtitle = line.words,
                           .arrow = true,
                           .card = false,
                           .swipe_left = ui.tr("Remove")};
    const ui::RowEvent event = ui::row(ui, line.id, look);
    if (event == ui::RowEvent::swiped_left) stage.out.emplace_back(Remove{line.ref});
    if (event == ui::RowEvent::pressed)
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::past_check_in, .ref = line.ref});
  }
}

int draw_stepper(Stage& stage, const Stepper& stepper) {
  ui::Ui& ui = stage.ui;
  ui::Paint& paint = ui.paint();
  const float side = ui.dp(48);
  const float wrap = ui.column().width() - 2 * side - ui.dp(8);
  const float text = paint.height(Face::heading, stepper.title, wrap);
  const ui::Box line = ui.take(std::max(side, text));
  const float middle = (line.top + line.bottom) / 2;
  int step = 0;
  if (stepper.earlier && ui::icon_button(ui, "earlier", Icon::caret_left, stepper.earlier_label, line.left + side / 2,
                                         middle, {.on_surface = false})) {
    step = -1;
  }
  const float left = line.left + side + ui.dp(4);
  paint.wrapped(Face::heading, left, middle - text / 2, wrap, ui.theme().ink, stepper.title, ui::Align::centre);
  ui.say(ui::Role::heading, ui.id("stepper"), {left, middle - text / 2, left + wrap, middle + text / 2}, stepper.title,
         {}, 2);
  if (stepper.later && ui::icon_button(ui, "later", Icon::caret_right, stepper.later_label, line.right - side / 2,
                                       middle, {.on_surface = false})) {
    step = 1;
  }
  return step;
}

}  // namespace kindling::app
