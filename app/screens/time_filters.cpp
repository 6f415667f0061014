#include "app/screens/time_filters.hpp"

namespace kindling::app {
namespace {

using ui::Icon;

std::string_view wish_words(const ui::Strings& tr, Wish wish) {
  switch (wish) {
    case Wish::novelty: return tr("being new to you");
    case Wish::materials: return tr("needing nothing");
    case Wish::noise: return tr("the noise");
    case Wish::daylight: return tr("the light");
    case Wish::time_of_day: return tr("the time of day");
    case Wish::weather: return tr("the weather");
    case Wish::setting: return tr("a roof or none");
    case Wish::season: return tr("the season");
    case Wish::kids: return tr("the children");
    case Wish::lead: return tr("booking ahead");
    case Wish::travel: return tr("the way there");
    case Wish::minutes: return tr("the time it takes");
    case Wish::cost: return tr("the cost");
    case Wish::afar: return tr("being apart");
    case Wish::place: return tr("the place");
    case Wish::step_free: break;
  }
  return tr("being free of steps");
}

int filters_set(const ContentFilter& filter) {
  return int{filter.place.has_value()} + int{filter.most_minutes.has_value()} + int{filter.most_cost.has_value()} +
         int{filter.season.has_value()} + int{filter.kids.has_value()} + int{filter.afar} +
         int{filter.setting.has_value()} + int{filter.weather.has_value()} + int{filter.daylight.has_value()} +
         int{filter.time_of_day.has_value()} + int{filter.most_travel.has_value()} + int{filter.most_lead.has_value()} +
         int{filter.nothing_needed} + int{filter.new_to_us} + int{filter.most_noise.has_value()} +
         int{filter.step_free};
}

// One group of chips under its own small title.
class Group {
 public:
  Group(ui::Ui& ui, std::string_view name, std::string_view title) : chips_((begin(ui, title), ui), name, title) {}

  template <class Value>
  void choice(std::string_view name, std::string_view label, std::optional<Value>& now, Value value) {
    const bool chosen = now == value;
    if (chips_.chip(name, label, chosen, ui::Step::time)) now = chosen ? std::optional<Value>() : value;
  }
  void flag(std::string_view name, std::string_view label, bool& on) {
    if (chips_.chip(name, label, on, ui::Step::time)) on = !on;
  }

 private:
  static void begin(ui::Ui& ui, std::string_view title) {
    ui.space(8);
    ui::field_label(ui, title);
    ui.space(4);
  }

  ui::Chips chips_;
};

void draw_usual(ui::Ui& ui, ContentFilter& filter) {
  {
    Group group(ui, "place", ui.tr("Where"));
    group.choice("home", ui.tr("At home"), filter.place, Where::home);
    group.choice("out", ui.tr("Out"), filter.place, Where::out);
    group.flag("afar", ui.tr("While apart"), filter.afar);
  }
  {
    Group group(ui, "length", ui.tr("How long"));
    group.choice("30", ui.tr("Half an hour"), filter.most_minutes, 30);
    group.choice("60", ui.tr("An hour"), filter.most_minutes, 60);
    group.choice("120", ui.tr("Two hours"), filter.most_minutes, 120);
  }
  {
    Group group(ui, "cost", ui.tr("At most"));
    group.choice("free", ui.tr("Costs nothing"), filter.most_cost, Cost::free);
    group.choice("low", ui.tr("Costs little"), filter.most_cost, Cost::low);
    group.choice("mid", ui.tr("Costs a bit"), filter.most_cost, Cost::mid);
  }
  {
    Group group(ui, "ease", ui.tr("Kept simple"));
    group.flag("new", ui.tr("New to us"), filter.new_to_us);
    group.choice("today", ui.tr("Nothing to book"), filter.most_lead, 0);
    group.flag("needs", ui.tr("Nothing to have ready"), filter.nothing_needed);
  }
  Group group(ui, "kids", ui.tr("Children"));
  group.choice("asleep", ui.tr("Asleep next door"), filter.kids, Kids::asleep);
  group.choice("along", ui.tr("Coming along"), filter.kids, Kids::along);
  group.choice("sitter", ui.tr("With a sitter"), filter.kids, Kids::sitter);
}

void draw_more(ui::Ui& ui, ContentFilter& filter) {
  {
    Group group(ui, "setting", ui.tr("Roof"));
    group.choice("indoor", ui.tr("Indoors"), filter.setting, Setting::indoor);
    group.choice("outdoor", ui.tr("Outdoors"), filter.setting, Setting::outdoor);
  }
  {
    Group group(ui, "season", ui.tr("Season"));
    group.choice("spring", ui.tr("Spring"), filter.season, Season::spring);
    group.choice("summer", ui.tr("Summer"), filter.season, Season::summer);
    group.choice("autumn", ui.tr("Autumn"), filter.season, Season::autumn);
    group.choice("winter", ui.tr("Winter"), filter.season, Season::winter);
  }
  {
    Group group(ui, "weather", ui.tr("The weather"));
    group.choice("dry", ui.tr("Dry"), filter.weather, Weather::dry);
    group.choice("warm", ui.tr("Warm"), filter.weather, Weather::warm);
    group.choice("rain", ui.tr("Rain"), filter.weather, Weather::rain);
    group.choice("snow", ui.tr("Snow"), filter.weather, Weather::snow);
  }
  {
    Group group(ui, "time", ui.tr("Time of day"));
    group.choice("morning", ui.tr("Morning"), filter.time_of_day, TimeOfDay::morning);
    group.choice("afternoon", ui.tr("Afternoon"), filter.time_of_day, TimeOfDay::afternoon);
    group.choice("evening", ui.tr("Evening"), filter.time_of_day, TimeOfDay::evening);
    group.choice("night", ui.tr("Night"), filter.time_of_day, TimeOfDay::night);
  }
  {
    Group group(ui, "light", ui.tr("Light"));
    group.choice("day", ui.tr("By daylight"), filter.daylight, Daylight::day);
    group.choice("dark", ui.tr("In the dark"), filter.daylight, Daylight::night);
  }
  {
    Group group(ui, "travel", ui.tr("The way there"));
    group.choice("0", ui.tr("None"), filter.most_travel, 0);
    group.choice("15", ui.tr("A quarter of an hour"), filter.most_travel, 15);
    group.choice("30", ui.tr("At most half an hour"), filter.most_travel, 30);
    group.choice("60", ui.tr("At most an hour"), filter.most_travel, 60);
  }
  {
    Group group(ui, "lead", ui.tr("Booking ahead"));
    group.choice("3", ui.tr("Three days"), filter.most_lead, 3);
    group.choice("7", ui.tr("A week"), filter.most_lead, 7);
    group.choice("14", ui.tr("Two weeks"), filter.most_lead, 14);
  }
  {
    Group group(ui, "noise", ui.tr("How loud"));
    group.choice("quiet", ui.tr("Quiet"), filter.most_noise, Noise::quiet);
    group.choice("medium", ui.tr("Not loud"), filter.most_noise, Noise::medium);
  }
  Group group(ui, "body", ui.tr("Getting about"));
  group.flag("step_free", ui.tr("Without steps"), filter.step_free);
}

}  // namespace

void say_what_was_given_up(Stage& stage, const std::vector<Wish>& wishes) {
  ui::Ui& ui = stage.ui;
  std::string words;
  for (const Wish wish : wishes) words += (words.empty() ? "" : ", ") + std::string(wish_words(ui.tr, wish));
  ui::note(ui, ui.tr("Nothing fits all of that. These come near; left out: {wishes}.", {{"wishes", words}}));
  ui.space(10);
}

void draw_idea_filters(Stage& stage, IdeaFilterDraft& draft) {
  ui::Ui& ui = stage.ui;
  const int set = filters_set(draft.filter);
  {
    ui::Chips chips(ui, "filter", ui.tr("Narrow the ideas"));
    const std::string label = set == 0 ? std::string(ui.tr("Filters")) : ui.tr.count(set, "1 filter", "{n} filters");
    if (chips.chip("open", label, draft.open || set > 0, ui::Step::time, Icon::faders)) draft.open = !draft.open;
    if (set > 0 && chips.chip("clear", ui.tr("Clear"), false, ui::Step::time, Icon::x)) draft.filter = {};
  }
  ui.space(8);
  if (!draft.open) return;
  {
    const ui::Card card(ui, "filters", ui.tr("Filters"), {.padding = 16});
    draw_usual(ui, draft.filter);
    if (draft.more) draw_more(ui, draft.filter);
    ui.space(10);
    if (ui::link(ui, "more", draft.more ? ui.tr("Fewer filters") : ui.tr("More filters"), ui::Step::time))
      draft.more = !draft.more;
  }
  ui.space(14);
}

}  // namespace kindling::app
