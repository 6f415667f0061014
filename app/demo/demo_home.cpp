#include "app/demo/demo_home.hpp"

#include <algorithm>
#include <functional>

#include "app/demo/demo_life.hpp"
#include "core/recurrence/schedule.hpp"

namespace kindling {
namespace {

using namespace demo;  // NOLINT(google-build-using-namespace): its words are all that this file is about
using std::chrono::days;
using std::chrono::minutes;

constexpr int kDays = 92;
constexpr std::uint64_t kSeed = 0x4D61'7261'4A6F'6E21;
constexpr Clock24 kSetUpAt = 715;  // of the first day, before anything else of that day
constexpr minutes kFridayAt{19 * 60};

LocalTime time_at(Clock24 clock) { return {minutes(clock / 100 * 60 + clock % 100)}; }

// Spreads bits well and needs no state (Steele, Lea, Flood 2014: the finaliser of SplitMix64).
constexpr std::uint64_t mixed(std::uint64_t value) {
  value = (value ^ (value >> 30)) * 0xBF58'476D'1CE4'E5B9;
  value = (value ^ (value >> 27)) * 0x94D0'49BB'1331'11EB;
  return value ^ (value >> 31);
}

std::vector<std::string> split(std::string_view list) {
  std::vector<std::string> parts;
  while (!list.empty()) {
    const std::size_t comma = std::min(list.find(','), list.size());
    parts.emplace_back(list.substr(0, comma));
    list.remove_prefix(std::min(comma + 1, list.size()));
  }
  return parts;
}

template <std::size_t size>
std::vector<std::string> lines(const std::array<std::string_view, size>& all) {
  std::vector<std::string> kept;
  for (const std::string_view line : all) {
    if (!line.empty()) kept.emplace_back(line);
  }
  return kept;
}

// The same day of an earlier year. 29 February has one in leap years alone.
LocalDate years_before(LocalDate date, int count) {
  std::chrono::year_month_day day = calendar(date);
  for (int found = 0; found < count;) {
    day -= std::chrono::years(1);
    if (day.ok()) ++found;
  }
  return LocalDate(day);
}

// Collects what happened, then lets it happen in its order: a home can't be told of things before earlier ones.
class LifeWriter {
 public:
  LifeWriter(Kindling& home, SteppedClock& clock, Instant now)
      : home_(home),
        clock_(clock),
        now_(now),
        local_now_(to_local(floor<std::chrono::seconds>(now), home.context().zone)),
        today_(date_of(local_now_)),
        monday_(today_ - days(std::chrono::weekday(today_).iso_encoding() - 1)),
        friday_(monday_ + days(4)) {
    if (at(friday_, {kFridayAt}) <= local_now_) friday_ += days(7);
  }

  Result<void> write() {
    settings();
    reminders();
    rituals();
    plans();
    check_ins();
    keepsakes();
    std::stable_sort(events_.begin(), events_.end(), [](const Event& a, const Event& b) { return a.at < b.at; });
    for (const Event& event : events_) {
      clock_.set(event.at);
      if (auto done = event.act(); !done) return done.error();
    }
    clock_.set(now_);
    return {};
  }

 private:
  using Act = std::function<Result<Changes>()>;
  struct Event {
    Instant at;
    Act act;
  };

  [[nodiscard]] LocalDate first_day() const { return today_ - days(kDays - 1); }
  [[nodiscard]] int weeks_ago(LocalDate date) const { return static_cast<int>((monday_ + days(6) - date).count()) / 7; }

  [[nodiscard]] LocalDate date_of_day(const Day& day) const {
    switch (day.from) {
      case Day::From::week: return monday_ - days(7 * day.count) + days(day.weekday - 1);
      case Day::From::today: return today_ - days(day.count);
      case Day::From::friday: return friday_ + days(day.count);
      case Day::From::year: break;
    }
    return years_before(today_, day.count);
  }

  // What would lie ahead of now, or before these months, doesn't happen.
  void happen(LocalDate date, LocalTime time, Act act) {
    const Instant instant = to_instant(at(date, time), home_.context().zone);
    if (date >= first_day() && instant <= now_) events_.push_back({instant, std::move(act)});
  }
  void happen(const demo::Moment& moment, Act act) {
    if (moment.at != 0) happen(date_of_day(moment.day), time_at(moment.at), std::move(act));
  }
  void at_the_beginning(Act act) { happen(first_day(), time_at(kSetUpAt), std::move(act)); }

  // Keeps what an act made under a number, for the acts that follow.
  static Result<Changes> keep(Result<Changes> made, std::vector<EntityRef>& into, std::size_t number) {
    if (made) into[number] = made->touched.front();
    return made;
  }

  // Whether a habit was kept that day. By the days that have passed since, so that pictures stay alike.
  [[nodiscard]] bool is_kept(const Habit& habit, LocalDate date, std::uint64_t salt) const {
    const auto weekday = std::chrono::weekday(date).iso_encoding();
    const int week = weeks_ago(date);
    if (habit.weekdays[weekday - 1] != 'x' || week < habit.since) return false;
    const int share = is_hard_week(week) ? habit.hard : habit.usual;
    const auto number = static_cast<std::uint64_t>(week) * 7 + weekday;
    return static_cast<int>(mixed(number * 1000 + salt) % 100) < share;
  }

  void settings() {
    at_the_beginning([this] { return home_.settings().set_quiet(LocalTimeRange{time_at(2200), time_at(700)}); });
    at_the_beginning([this] { return home_.settings().set_comfort(ComfortKind::touch, 4); });
    at_the_beginning([this] { return home_.settings().set_comfort(ComfortKind::talk, 3); });
    at_the_beginning([this] { return home_.settings().set_comfort(ComfortKind::time, 4); });
  }

  void reminders() {
    reminders_.resize(demo::reminders().size());
    for (std::size_t i = 0; i < reminders_.size(); ++i) {
      const ReminderWords& words = demo::reminders()[i];
      at_the_beginning([this, &words, i] {
        AddReminder command;
        command.title = words.title;
        command.cue = words.cue;
        command.at = time_at(words.at);
        command.rule = words.rule;
        command.kind = words.kind;
        command.for_both = words.for_both;
        if (words.window_end != 0) command.window = LocalTimeRange{time_at(words.at), time_at(words.window_end)};
        return keep(home_.reminders().add(command), reminders_, i);
      });
      const LocalTime marked{time_at(words.window_end == 0 ? words.at : words.window_end).since_midnight + minutes(6)};
      for (LocalDate date = first_day() + days(1); date <= today_; date += days(1)) {
        if (is_kept(words.habit, date, i)) {
          happen(date, marked, [this, i, date] { return home_.reminders().finish(reminders_[i], date); });
        } else if (is_kept({words.habit.weekdays, 40, 60}, date, 100 + i)) {
          happen(date, marked, [this, i, date] { return home_.reminders().skip(reminders_[i], date); });
        }
      }
    }
  }

  void rituals() {
    rituals_.resize(demo::rituals().size());
    for (std::size_t i = 0; i < rituals_.size(); ++i) {
      const RitualWords& words = demo::rituals()[i];
      at_the_beginning([this, &words, i] {
        AddRitual command{std::string(words.title), words.kind,        time_at(words.at), std::string(words.rule),
                          minutes(words.minutes),   lines(words.steps)};
        return keep(home_.rituals().add(command), rituals_, i);
      });
      const LocalTime marked{time_at(words.at).since_midnight + minutes(words.minutes + 1)};
      for (LocalDate date = first_day(); date <= today_; date += days(1)) {
        if (!is_kept(words.habit, date, 200 + i)) continue;
        happen(date, marked, [this, i, date] { return home_.rituals().finish(rituals_[i], date); });
      }
      if (words.rest_from == 0) continue;
      happen({days_ago(words.rest_from), 1820},
             [this, &words, i] { return home_.rituals().rest(rituals_[i], today_ + days(words.rest_to)); });
    }
  }

  void plans() {
    plans_.resize(demo::plans().size());
    for (std::size_t i = 0; i < plans_.size(); ++i) {
      const PlanWords& words = demo::plans()[i];
      happen(words.proposed, [this, &words, i] {
        AddPlan command;
        command.title = words.title;
        command.place = words.place;
        // An idea brings along what it needs.
        if (const auto idea = home_.library().find(words.idea); !words.idea.empty() && idea)
          fill_from_idea(command, idea->content);
        command.start = at(date_of_day(words.start.day), time_at(words.start.at));
        command.length = minutes(words.minutes);
        command.tasks = lines(words.tasks);
        return keep(home_.plans().add(command), plans_, i);
      });
      happen(words.answered, [this, &words, i] {
        return words.state == PlanState::declined ? home_.plans().decline(plans_[i]) : home_.plans().accept(plans_[i]);
      });
      for (int task = 1; task <= words.tasks_done; ++task)
        happen(words.task_done, [this, i, task] { return home_.plans().finish_task(plans_[i], task); });
      happen(words.finished, [this, &words, i] { return home_.plans().finish(plans_[i], std::string(words.note)); });
    }
  }

  void check_ins() {
    LocalDate date = monday_ - days(7 * (kWeeks - 1));
    for (const WeekOfCheckIns& week : demo::check_ins()) {
      for (const CheckInWords& words : week) {
        if (words.at != 0) {
          happen(date, time_at(words.at), [this, &words] {
            AddCheckIn command;
            command.valence = words.valence;
            command.energy = words.energy;
            command.feelings = split(words.feelings);
            command.note = words.note;
            command.need = words.need;
            command.share = words.share;
            return home_.check_ins().add(command);
          });
        }
        date += days(1);
      }
    }
  }

  void keepsakes() {
    for (const MemoryWords& words : demo::memories()) {
      happen(words.written,
             [this, &words] { return home_.keepsakes().add_memory(std::string(words.text), date_of_day(words.date)); });
    }
    for (const AppreciationWords& words : demo::appreciations())
      happen(words.at, [this, &words] { return home_.keepsakes().appreciate(std::string(words.text)); });
    for (const AnswerWords& words : demo::answers()) {
      happen(words.at, [this, &words]() -> Result<Changes> {
        if (auto found = home_.library().find(words.prompt); !found) return found.error();
        return home_.keepsakes().answer_prompt(std::string(words.prompt), std::string(words.text));
      });
    }
    for (const MarkWords& words : demo::marks())
      happen(words.at, [this, &words] { return home_.library().mark_idea(words.item, words.verdict); });
  }

  Kindling& home_;
  SteppedClock& clock_;
  Instant now_;
  LocalDateTime local_now_;
  LocalDate today_;
  LocalDate monday_;  // of the running week
  LocalDate friday_;  // the coming one
  std::vector<Event> events_;
  std::vector<EntityRef> reminders_, rituals_, plans_;
};

}  // namespace

void RepeatableRandom::fill(std::span<std::uint8_t> out) {
  for (std::uint8_t& byte : out) {
    state_ += 0x9E37'79B9'7F4A'7C15;
    byte = static_cast<std::uint8_t>(mixed(state_));
  }
}

Result<void> fill_demo_home(Kindling& home, SteppedClock& clock, Instant now) {
  using std::chrono::sys_days;
  // Far enough from the ends of what ids and dates can say, with room for the years that memories reach back.
  if (now < sys_days(std::chrono::year(1980) / 1 / 1) || now >= sys_days(std::chrono::year(2190) / 1 / 1))
    return invalid("the demonstration can be shown on days from 1980 to 2189");
  return LifeWriter(home, clock, now).write();
}

Result<void> make_demo_home(const HomeOptions& options, const TimeZones& zones, FileStore& files,
                            const Catalogue& catalogue, Instant now) {
  SteppedClock clock(now - days(kDays));
  RepeatableRandom random(kSeed);
  const HomeOptions own{.folder = options.folder, .zone = options.zone, .vfs = options.vfs, .durable = false};
  auto home = Kindling::open(own, {clock, random, zones, files}, catalogue);
  if (!home) return home.error();
  return fill_demo_home(**home, clock, now);
}

}  // namespace kindling
