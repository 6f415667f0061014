#include "app/screens/idea.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "core/library/comfort_bounds.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;

std::string_view cost_words(const ui::Strings& tr, Cost cost) {
  switch (cost) {
    case Cost::free: return tr("Costs nothing");
    case Cost::low: return tr("Costs little");
    case Cost::mid: return tr("Costs a bit");
    case Cost::high: break;
  }
  return tr("A treat");
}

// What a card has no room for and its own page has.
void add_more_facts(const ui::Strings& tr, const Content& content, std::vector<Fact>& facts) {
  if (content.setting == "indoor") facts.push_back({Icon::house, std::string(tr("Indoors"))});
  if (content.setting == "outdoor") facts.push_back({Icon::tree, std::string(tr("Outdoors"))});
  constexpr std::array<std::string_view, 4> kSeasons{"Spring", "Summer", "Autumn", "Winter"};
  for (const Season season : content.seasons)
    facts.push_back({Icon::leaf, std::string(tr(kSeasons[static_cast<std::size_t>(season)]))});
  if (content.daylight == "day") facts.push_back({Icon::sun, std::string(tr("By daylight"))});
  if (content.daylight == "night") facts.push_back({Icon::moon, std::string(tr("In the dark"))});
  if (content.noise == "quiet") facts.push_back({Icon::ear, std::string(tr("Quiet"))});
  if (content.step_free) facts.push_back({Icon::check, std::string(tr("Without steps"))});
}

bool is_outing(const Content& content) { return content.kind != ContentKind::gesture; }

void draw_sign(ui::Ui& ui, const IdeaModel& view) {
  const ui::Theme& t = ui.theme();
  const ui::Box box = ui.take(ui.dp(72));
  const float radius = ui.dp(36);
  ui.paint().circle(box.left + radius, box.top + radius, radius, t.hue(view.hue).tint);
  ui.paint().icon(view.icon, box.left + radius, box.top + radius, ui.dp(34), t.hue(view.hue).strong, true);
}

void draw_verdict(Stage& stage, const IdeaModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "verdict", ui.tr("What do you say?"));
  ui::heading(ui, ui.tr("What do you say?"));
  ui.space(4);
  ui::note(ui, ui.tr("Only you see this. A no needs no reason."));
  ui.space(10);
  struct Choice {
    Verdict verdict;
    std::string_view name, label;
    Icon icon;
  };
  const std::array<Choice, 4> choices{{{Verdict::yes, "yes", ui.tr("Yes"), Icon::heart},
                                       {Verdict::maybe, "maybe", ui.tr("Maybe"), Icon::heart_half},
                                       {Verdict::no, "no", ui.tr("Not for me"), Icon::x},
                                       {Verdict::hide, "hide", ui.tr("Hide it"), Icon::eye_slash}}};
  ui::Chips chips(ui, "choices", ui.tr("Your answer"));
  for (const Choice& choice : choices) {
    const bool chosen = view.verdict == choice.verdict;
    if (!chips.chip(choice.name, choice.label, chosen, view.hue, choice.icon)) continue;
    stage.out.emplace_back(MarkIdea{view.id, chosen ? Verdict::none : choice.verdict});
  }
}

void draw_before(Stage& stage, const IdeaModel& view) {
  ui::Ui& ui = stage.ui;
  const ui::Card card(ui, "before", ui.tr("Before it"));
  ui::heading(ui, ui.tr("Before it"));
  ui.space(4);
  ui::note(ui, ui.tr("Planned, these become tasks with their days."));
  ui.space(4);
  for (std::size_t i = 0; i < view.before.size(); ++i) {
    const ui::RowLook look{.icon = Icon::calendar_check,
                           .hue = ui::Step::time,
                           .title = view.before[i].when,
                           .subtitle = view.before[i].what,
                           .card = false,
                           .press = false};
    (void)ui::row(ui, "before" + std::to_string(i), look);
  }
}

}  // namespace

std::uint64_t order_of_day(std::string_view id, LocalDate day) {
  // FNV-1a over the date and the id.
  std::uint64_t hash = 14695981039346656037U;
  const auto mix = [&](std::uint64_t byte) { hash = (hash ^ (byte & 0xFFU)) * 1099511628211U; };
  const auto number = static_cast<std::uint64_t>(day.time_since_epoch().count());
  for (unsigned i = 0; i < 4; ++i) mix(number >> (8 * i));
  for (const char letter : id) mix(static_cast<std::uint64_t>(letter));
  return hash ^ (hash >> 29U);
}

std::vector<Fact> facts_of(const Format& format, const Content& content) {
  const ui::Strings& tr = format.tr();
  std::vector<Fact> facts;
  const int days = content.minutes / (24 * 60);
  facts.push_back({Icon::clock, content.minutes >= 20 * 60 ? tr.count(std::max(days, 1), "A day", "{n} days")
                                                           : format.length(std::chrono::minutes(content.minutes))});
  if (!is_outing(content)) {
    facts.push_back({Icon::steps, std::string(comfort_name(tr, content.comfort))});
    return facts;
  }
  facts.push_back({Icon::wallet, std::string(cost_words(tr, content.cost))});
  if (content.place == Where::home) facts.push_back({Icon::house_line, std::string(tr("At home"))});
  if (content.place == Where::out) facts.push_back({Icon::map_pin, std::string(tr("Out"))});
  if (content.afar) facts.push_back({Icon::globe, std::string(tr("Works apart"))});
  if (std::find(content.kids.begin(), content.kids.end(), Kids::along) != content.kids.end())
    facts.push_back({Icon::users_three, std::string(tr("Kids can come"))});
  if (content.lead_days > 0)
    facts.push_back({Icon::calendar_blank, tr.count(content.lead_days, "A day ahead", "{n} days ahead")});
  if (content.travel_minutes > 0)
    facts.push_back(
        {Icon::path, tr("{length} there", {{"length", format.length(std::chrono::minutes(content.travel_minutes))}})});
  if (content.novelty >= 3) facts.push_back({Icon::sparkle, std::string(tr("New to most"))});
  return facts;
}

float flow_facts(ui::Ui& ui, std::span<const Fact> facts, float x, float y, float width, ui::Step hue, bool drawn) {
  ui::Paint& paint = ui.paint();
  const ui::Theme& t = ui.theme();
  const float height = std::max(ui.dp(30), paint.line_height(Face::caption) + ui.dp(12));
  const float gap = ui.dp(6);
  float at = x;
  float top = y;
  for (const Fact& fact : facts) {
    const float sign = ui.dp(22);
    const float wide = std::min(width, paint.width(Face::caption, fact.words) + sign + ui.dp(20));
    if (at > x && at + wide > x + width + 0.5F) {
      at = x;
      top += height + gap;
    }
    if (drawn) {
      const float middle = top + height / 2;
      paint.fill({at, top, at + wide, top + height}, t.hue(hue).tint, height / 2);
      paint.icon(fact.icon, at + ui.dp(18), middle, ui.dp(16), t.hue(hue).strong);
      paint.cut(Face::caption, at + sign + ui.dp(8), middle - paint.line_height(Face::caption) / 2,
                wide - sign - ui.dp(16), t.ink, fact.words);
    }
    at += wide + gap;
  }
  return facts.empty() ? 0 : top + height - y;
}

Icon icon_of(const Content& content) {
  if (content.category == "own") return Icon::star;
  switch (content.kind) {
    case ContentKind::gesture:
      if (content.category == "words") return Icon::chat_teardrop_text;
      if (content.category == "care") return Icon::coffee;
      if (content.category == "surprise") return Icon::gift;
      if (content.category == "afar") return Icon::paper_plane_tilt;
      return Icon::hand_heart;
    case ContentKind::cooking: return Icon::cooking_pot;
    case ContentKind::getaway: return content.category == "day" ? Icon::sun_horizon : Icon::mountains;
    case ContentKind::ritual: return Icon::repeat;
    case ContentKind::date:
    case ContentKind::prompt:
    case ContentKind::reply:
    case ContentKind::start:
    case ContentKind::rung:
    case ContentKind::article:
    case ContentKind::session:
    case ContentKind::practice: break;
  }
  if (content.category == "nature") return Icon::tree;
  if (content.category == "novel") return Icon::dice_five;
  if (content.category == "afar") return Icon::globe;
  return content.place == Where::out ? Icon::map_trifold : Icon::house_line;
}

ui::Step hue_of(Step step) {
  switch (step) {
    case Step::talk: return ui::Step::talk;
    case Step::feel: return ui::Step::feel;
    case Step::touch: return ui::Step::touch;
    case Step::time: break;
  }
  return ui::Step::time;
}

ui::Step hue_of(const Content& content) {
  return content.kind == ContentKind::gesture ? ui::Step::touch : ui::Step::time;
}

std::string_view sort_of(const ui::Strings& tr, const Content& content) {
  if (content.category == "own") return tr("Your own idea");
  if (content.category == "words") return tr("Words");
  if (content.category == "care") return tr("Care");
  if (content.category == "touch") return tr("Touch");
  if (content.category == "surprise") return tr("A surprise");
  if (content.category == "afar") return tr("From afar");
  if (content.category == "home") return tr("A date at home");
  if (content.category == "out") return tr("A date out");
  if (content.category == "novel") return tr("Something new");
  if (content.category == "nature") return tr("In the open air");
  if (content.category == "quick") return tr("A quick supper");
  if (content.category == "evening") return tr("An evening's cooking");
  if (content.category == "project") return tr("A kitchen project");
  if (content.category == "day") return tr("A day away");
  if (content.category == "night") return tr("A night away");
  if (content.category == "weekend") return tr("A weekend away");
  return tr("An idea");
}

std::string_view comfort_name(const ui::Strings& tr, int comfort) {
  switch (comfort) {
    case 0: return tr("Light");
    case 1: return tr("Friendly");
    case 2: return tr("Warm");
    case 3: return tr("Close");
    case 4: return tr("Tender");
    case 5: return tr("Sensual");
    default: return tr("Intimate");
  }
}

std::string_view comfort_words(const ui::Strings& tr, int comfort) {
  switch (comfort) {
    case 0: return tr("What anyone could do in public, with anyone");
    case 1: return tr("A friendly hand, a kind act");
    case 2: return tr("Warm words, holding hands");
    case 3: return tr("Close hugs, cuddling, tender talk");
    case 4: return tr("Long kisses, lying close");
    case 5: return tr("Sensual touch");
    default: return tr("Everything the two of you like");
  }
}

std::string days_before_words(const ui::Strings& tr, int days) {
  constexpr int kWeek = 7;
  if (days == 0) return std::string(tr("On the day"));
  if (days % kWeek == 0) return tr.count(days / kWeek, "A week before", "{n} weeks before");
  return tr.count(days, "A day before", "{n} days before");
}

std::string cue_line(std::string_view cue) {
  std::string line(cue);
  if (!line.empty() && line[0] >= 'a' && line[0] <= 'z') line[0] = static_cast<char>(line[0] - 'a' + 'A');
  return line;
}

Result<IdeaModel> read_idea(Kindling& home, const Format& format, const std::string& id) {
  std::string wanted = id;
  if (wanted.empty()) {
    const auto today = home.settings().today();
    if (!today) return today.error();
    const auto gesture = home.library().gesture_of_the_day(*today);
    if (!gesture) return gesture.error();
    if (!*gesture) return not_found("nothing is suggested just now");
    wanted = (*gesture)->id;
  }
  const auto found = home.library().find(wanted);
  if (!found) return found.error();
  const Content& content = found->content;
  IdeaModel view;
  view.id = content.id;
  view.title = content.name();
  if (!content.title.empty()) view.text = content.text;
  view.cue = cue_line(content.cue);
  view.sort = sort_of(format.tr(), content);
  view.icon = icon_of(content);
  view.hue = hue_of(content);
  view.facts = facts_of(format, content);
  if (is_outing(content)) add_more_facts(format.tr(), content, view.facts);
  for (const std::string& material : content.materials) {
    if (!view.materials.empty()) view.materials += " · ";
    view.materials += material;
  }
  for (const Errand& errand : content.errands)
    view.before.push_back({days_before_words(format.tr(), errand.days_before), errand.text});
  if (!content.hands.empty()) {
    auto cooking = read_cook(home, format, content.id);
    if (!cooking) return cooking.error();
    view.cooking = std::move(*cooking);
  }
  view.verdict = found->verdict;
  view.gesture = content.kind == ContentKind::gesture;
  view.touch = is_touch(content);
  view.comfort = content.comfort;
  return view;
}

void draw_idea(Stage& stage, const IdeaModel& view, IdeaDraft& draft) {
  ui::Ui& ui = stage.ui;
  Scene scene(stage, "idea", draft.scroll, {.title = view.sort});
  if (stage.only_for_me) return draw_care(stage);
  {
    const ui::Card card(ui, "idea", view.title);
    draw_sign(ui, view);
    ui.space(14);
    ui::heading(ui, view.title, 2, Face::title);
    ui.space(8);
    ui::paragraph(ui, view.text);
    if (!view.cue.empty()) {
      ui.space(12);
      ui::paragraph(ui, view.cue, Face::strong, ui.theme().hue(view.hue).strong);
    }
    ui.space(16);
    const ui::Ui::Column& column = ui.column();
    const float height = flow_facts(ui, view.facts, column.left, column.y, column.width(), view.hue, true);
    const ui::Box pills = ui.take(height);
    std::string spoken;
    for (const Fact& fact : view.facts) spoken += (spoken.empty() ? "" : ", ") + fact.words;
    ui.say(ui::Role::text, ui.id("facts"), pills, spoken);
    if (!view.materials.empty()) {
      ui.space(14);
      ui::note(ui, ui.tr("Have ready"));
      ui.space(2);
      ui::paragraph(ui, view.materials);
    }
    ui.space(20);
    if (view.gesture) {
      if (ui::button(ui, "remind", ui.tr("Remind me of it"), {.icon = Icon::bell, .hue = view.hue}))
        stage.out.emplace_back(OpenSheet{.kind = SheetKind::if_then, .item = view.id});
    } else if (ui::button(ui, "plan", ui.tr("Plan this"), {.icon = Icon::calendar_plus, .hue = view.hue})) {
      stage.out.emplace_back(OpenSheet{.kind = SheetKind::plan, .item = view.id});
    }
    if (!view.cooking.stages.empty()) {
      ui.space(8);
      if (ui::button(ui, "cook", ui.tr("Cook along"),
                     {.style = ui::ButtonStyle::tinted, .icon = Icon::cooking_pot, .hue = view.hue})) {
        stage.out.emplace_back(OpenPage{{.kind = PageKind::cook, .item = view.id}});
      }
    }
  }
  scene.second_column();
  if (!stage.wide) ui.space(16);
  if (!view.before.empty()) {
    draw_before(stage, view);
    ui.space(16);
  }
  if (!view.cooking.stages.empty()) {
    draw_who_does_what(stage, view.cooking);
    ui.space(16);
  }
  draw_verdict(stage, view);
  if (!view.touch) return;
  ui.space(12);
  draw_felt_good_button(stage, view.comfort);
}

void draw_felt_good_button(Stage& stage, int comfort) {
  ui::Ui& ui = stage.ui;
  if (ui::button(ui, "felt_good", ui.tr("That felt good"),
                 {.style = ui::ButtonStyle::plain, .icon = Icon::heart, .hue = ui::Step::touch}))
    stage.out.emplace_back(MarkFeltGood{comfort});
}

Result<void> IdeaScreen::read(Kindling& home, const Format& format) {
  auto view = read_idea(home, format, id_);
  if (!view) return view.error();
  id_ = view->id;
  view_ = std::move(*view);
  return {};
}

}  // namespace kindling::app
