#include "app/app.hpp"

#include <imgui.h>

#include <algorithm>
#include <utility>

#include "core/base/text.hpp"

namespace kindling::app {
namespace {

using ui::Face;
using ui::Icon;
using ui::Key;

constexpr float kRailFrom = 600;  // dp
constexpr float kTwoPanesFrom = 840;

struct PlaceLook {
  Place place;
  std::string_view id;
  std::string_view label;
  Icon icon;
  ui::Step hue;
};
constexpr std::array<PlaceLook, 5> kPlaces{{{Place::today, "today", "Today", Icon::house, ui::Step::none},
                                            {Place::talk, "talk", "Talk", Icon::chats_circle, ui::Step::talk},
                                            {Place::feel, "feel", "Feel", Icon::smiley, ui::Step::feel},
                                            {Place::touch, "touch", "Touch", Icon::hand_heart, ui::Step::touch},
                                            {Place::time, "time", "Time", Icon::calendar_heart, ui::Step::time}}};

std::size_t index_of(Place place) { return static_cast<std::size_t>(place); }

struct NamedPage {
  std::string_view name;
  PageKind kind;
};
constexpr std::array<NamedPage, 14> kPages{{{"settings", PageKind::settings},
                                            {"history", PageKind::history},
                                            {"search", PageKind::search},
                                            {"help", PageKind::help},
                                            {"memories", PageKind::memories},
                                            {"appreciations", PageKind::appreciations},
                                            {"year", PageKind::year},
                                            {"idea", PageKind::idea},
                                            {"ladder", PageKind::ladder},
                                            {"deck", PageKind::prompt_deck},
                                            {"talk-mode", PageKind::talk_mode},
                                            {"plan", PageKind::plan},
                                            {"reminders", PageKind::reminders},
                                            {"ritual", PageKind::ritual}}};
struct NamedSheet {
  std::string_view name;
  SheetKind kind;
};
constexpr std::array<NamedSheet, 8> kSheets{{{"sheet-add", SheetKind::add},
                                             {"sheet-check-in", SheetKind::check_in},
                                             {"sheet-reminder", SheetKind::reminder},
                                             {"sheet-plan", SheetKind::plan},
                                             {"sheet-memory", SheetKind::memory},
                                             {"sheet-appreciation", SheetKind::appreciation},
                                             {"sheet-ritual", SheetKind::ritual},
                                             {"sheet-shortcuts", SheetKind::shortcuts}}};

// ImGui makes only its first context the current one.
ImGuiContext* make_context() {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  return context;
}

bool is_input(const ui::Event& event) { return !std::holds_alternative<ui::PointerLeave>(event); }

}  // namespace

App::App(Shell shell, const Surroundings& surroundings)
    : shell_(std::move(shell)),
      surroundings_(surroundings),
      context_(make_context()),
      strings_(surroundings.language),
      fonts_(shell_.fonts, shell_.emoji, *ImGui::GetIO().Fonts),
      ui_(fonts_, strings_) {
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;
  style.CircleTessellationMaxError = 0.15F;
  style.CurveTessellationTol = 0.6F;
  ui_.clipboard = shell_.clipboard;
  format_.emplace(strings_, Habits{surroundings_.clock_24h, surroundings_.week_start});
  for (const PlaceLook& look : kPlaces) places_[index_of(look.place)].screen = make_place(look.place);
  open_home({});
}

App::~App() {
  // Screens may hold what the home gave.
  pages_.clear();
  kept_.clear();
  first_run_ = {};
  sheet_ = {};
  for (Shown& shown : places_) shown = {};
  ImGui::DestroyContext(context_);
}

void App::open_home(const std::string& passphrase) {
  auto opened = shell_.open(passphrase);
  if (!opened) {
    closed_because_ = opened.error();
    return;
  }
  home_ = std::move(*opened);
  closed_because_.reset();
  passphrase_.set({});
  make_stale();
  read_settings();
  if (is_new_home()) first_run_ = {.screen = make_first_run(), .stale = true, .failure = {}};
}

bool App::is_new_home() {
  if (settings_.first_run_done) return false;
  // What costs most is asked last: a home of twenty years has reminders.
  const auto reminders = home_->reminders().list();
  if (!reminders || !reminders->empty()) return false;
  const auto rituals = home_->rituals().list();
  if (!rituals || !rituals->empty()) return false;
  const auto check_ins = home_->check_ins().list(std::nullopt, std::nullopt);
  return check_ins && check_ins->empty();
}

void App::read_settings() {
  if (!home_) return;
  auto settings = home_->settings().get();
  if (!settings) return;
  settings_ = *settings;
  Habits habits{surroundings_.clock_24h, surroundings_.week_start};
  if (const ClockFace face = settings_.clock.value_or(ClockFace::system); face != ClockFace::system) {
    habits.clock_24h = face == ClockFace::h24;
  }
  switch (settings_.week_start.value_or(WeekStart::system)) {
    case WeekStart::monday: habits.week_start = std::chrono::Monday; break;
    case WeekStart::sunday: habits.week_start = std::chrono::Sunday; break;
    case WeekStart::saturday: habits.week_start = std::chrono::Saturday; break;
    case WeekStart::system: break;
  }
  format_.emplace(strings_, habits);
}

ui::Look App::look() const {
  ui::Look look;
  look.theme = surroundings_.high_contrast ? ui::ThemeName::contrast
               : surroundings_.dark        ? ui::ThemeName::dark
                                           : ui::ThemeName::light;
  look.reduced_motion = surroundings_.reduced_motion;
  switch (settings_.theme.value_or(kindling::Theme::system)) {
    case kindling::Theme::light: look.theme = ui::ThemeName::light; break;
    case kindling::Theme::dark: look.theme = ui::ThemeName::dark; break;
    case kindling::Theme::contrast: look.theme = ui::ThemeName::contrast; break;
    case kindling::Theme::system: break;
  }
  if (const Motion motion = settings_.motion.value_or(Motion::system); motion != Motion::system) {
    look.reduced_motion = motion == Motion::reduced;
  }
  look.text_scale =
      surroundings_.text_scale.value_or(static_cast<float>(settings_.text_scale.value_or(kTextScaleDefault)) / 100.0F);
  return look;
}

void App::set_surroundings(const Surroundings& surroundings) {
  surroundings_ = surroundings;
  strings_.use(surroundings.language);
  read_settings();
  make_stale();
}

void App::make_stale() {
  for (Shown& shown : places_) shown.stale = true;
  for (Shown& shown : pages_) shown.stale = true;
  sheet_.stale = true;
  first_run_.stale = true;
}

void App::home_changed() {
  read_settings();
  make_stale();
}

void App::background() {
  if (settings_.lock_after && home_ && home_->keys().holder() == KeyHolder::passphrase) last_input_ = ui_.time();
}

const ImDrawData& App::draw_data() const {
  ImGui::SetCurrentContext(context_);
  return *ImGui::GetDrawData();
}

void App::refresh(Shown& shown) {
  if (!shown.stale || !home_ || !shown.screen) return;
  shown.stale = false;
  shown.failure.reset();
  if (auto read = shown.screen->read(*home_, *format_); !read) shown.failure = read.error();
}

ui::FrameOutput App::frame(const ui::FrameInput& input, std::span<const ui::Event> events) {
  ImGui::SetCurrentContext(context_);
  const ui::Look look = this->look();
  if (fonts_.prepare(input.scale, look.text_scale)) shell_.upload(*ImGui::GetIO().Fonts);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input.width, input.height};
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  if (std::any_of(events.begin(), events.end(), is_input)) last_input_ = input.time;
  const double lock_after = settings_.lock_after.value_or(0) * 60.0;
  if (home_ && lock_after > 0 && home_->keys().holder() == KeyHolder::passphrase) {
    if (input.time - last_input_ >= lock_after) handle(LockNow{});
  }
  ui_.begin_frame(input, events, look, *ImGui::GetBackgroundDrawList());
  if (home_ && lock_after > 0) ui_.wake_in(std::max(0.1, last_input_ + lock_after - input.time));
  ui_.paint().fill(ui_.whole_window(), ui_.theme().background);
  if (hidden_) {
    draw_hidden();
  } else if (!home_) {
    draw_lock();
  } else {
    Stage stage{.ui = ui_, .format = *format_, .out = intents_, .country = surroundings_.country, .error = act_error_};
    const Context& context = home_->context();
    stage.now = context.local_now();
    stage.today = date_of(stage.now - settings_.day_start.since_midnight);
    if (first_run_.screen) {
      draw_first_run(stage);
    } else {
      draw(stage);
    }
  }
  take_shortcuts();
  ui::FrameOutput out = ui_.end_frame();
  for (const Intent& intent : std::exchange(intents_, {})) {
    handle(intent);
    out.again = true;
  }
  out.again = out.again || fonts_.lacks_letters();
  ImGui::Render();
  return out;
}

void App::draw(Stage& stage) {
  const ui::Box window = ui_.window();
  const bool rail = window.width() >= ui_.dp(kRailFrom);
  const float side = ui_.dp(88);
  const float bar = std::max(ui_.dp(72), ui_.text_dp(56)) + (ui_.whole_window().bottom - window.bottom);
  stage.area = window;
  if (rail) {
    stage.area.left += side;
  } else if (pages_.empty()) {
    stage.area.bottom = ui_.whole_window().bottom;
    stage.covered = bar;
  }
  stage.wide = stage.area.width() >= ui_.dp(kTwoPanesFrom - 88);
  if (pages_.empty()) {
    draw_place(stage);
    draw_avatar(stage);
  } else {
    stage.page = true;
    Shown& page = pages_.back();
    refresh(page);
    const ui::Scope scope(ui_, "page" + std::to_string(pages_.size()));
    if (page.failure) {
      draw_failure(stage, page.failure->message);
    } else {
      page.screen->draw(stage);
    }
  }
  if (rail) {
    draw_bar(stage, {window.left, 0, window.left + side, ui_.whole_window().bottom}, true);
  } else if (pages_.empty()) {
    const ui::Box whole = ui_.whole_window();
    draw_bar(stage, {0, whole.bottom - bar, whole.right, whole.bottom}, false);
  }
  draw_sheet(stage);
  if (ui::toast(ui_, toast_, rail || !pages_.empty() ? window.bottom : ui_.whole_window().bottom - bar)) {
    intents_.emplace_back(Undo{});
  }
}

void App::draw_first_run(Stage& stage) {
  stage.area = ui_.window();
  stage.wide = stage.area.width() >= ui_.dp(kTwoPanesFrom);
  refresh(first_run_);
  const ui::Scope scope(ui_, "first_run");
  first_run_.screen->draw(stage);
  if (ui::toast(ui_, toast_, stage.area.bottom)) intents_.emplace_back(Undo{});
}

void App::draw_place(Stage& stage) {
  Shown& shown = places_[index_of(place_)];
  refresh(shown);
  const ui::Scope scope(ui_, kPlaces[index_of(place_)].id);
  if (shown.failure) {
    draw_failure(stage, shown.failure->message);
  } else {
    shown.screen->draw(stage);
  }
}

void App::draw_failure(Stage& stage, const std::string& sentence) {
  ui_.push_column({stage.area.left + ui_.dp(20), stage.area.right - ui_.dp(20), stage.area.top + ui_.dp(60)});
  ui::heading(ui_, ui_.tr("This can't be shown"), 1, Face::title);
  ui_.space(12);
  ui::error_note(ui_, sentence);
  ui_.space(12);
  if (ui::button(ui_, "again", ui_.tr("Try again"))) make_stale();
  if (stage.page && ui::link(ui_, "back", ui_.tr("Back"))) intents_.emplace_back(GoBack{});
  ui_.pop_column();
}

void App::draw_avatar(Stage& stage) {
  const float most = ui_.dp(stage.wide ? 1080 : 640);
  const float room = std::min(stage.area.width() - ui_.dp(40), most);
  const float right = (stage.area.left + stage.area.right + room) / 2;
  const float x = right - ui_.dp(24);
  const float y = stage.area.top + ui_.dp(44) - places_[index_of(place_)].screen->scrolled();
  if (y < -ui_.dp(30)) return;
  std::string initial = settings_.own_name.substr(0, 1);
  for (std::size_t i = 1;
       i < settings_.own_name.size() && (static_cast<unsigned char>(settings_.own_name[i]) & 0xC0U) == 0x80; ++i) {
    initial += settings_.own_name[i];
  }
  if (ui::icon_button(ui_, "settings", initial.empty() ? Icon::user : Icon::none, ui_.tr("You and settings"), x, y)) {
    intents_.emplace_back(OpenPage{{.kind = PageKind::settings}});
  }
  if (!initial.empty()) {
    ui_.paint().text(Face::heading, x, y - ui_.paint().line_height(Face::heading) / 2, ui_.theme().accent, initial,
                     ui::Align::centre);
  }
}

void App::draw_bar(Stage& stage, const ui::Box& box, bool rail) {
  ui::Paint& paint = ui_.paint();
  const ui::Theme& t = ui_.theme();
  const float radius = ui_.dp(26);
  if (rail) {
    paint.fill(box, t.surface);
    paint.line(box.right, box.top, box.right, box.bottom, t.line, ui_.dp(1));
  } else {
    paint.shadow({box.left, box.top + ui_.dp(4), box.right, box.bottom + radius}, radius, t.shadow);
    paint.fill_top(box, t.surface, radius);
    if (t.dark)
      paint.outline({box.left - ui_.dp(2), box.top, box.right + ui_.dp(2), box.bottom + radius}, t.line, radius,
                    ui_.dp(1));
  }
  ui_.pointer().record({ui_.id("bar"), box, ui::kSolid});
  ui_.open_group(ui::Role::group, "bar_group", ui_.tr("Places"), box);
  const float add = ui_.dp(60);
  if (rail) {
    const float x = (box.left + box.right) / 2;
    const float y = box.top + ui_.window().top + ui_.dp(52);
    const ui::Box at{x - add / 2, y - add / 2, x + add / 2, y + add / 2};
    draw_add(at);
  }
  const float inset = ui_.whole_window().bottom - ui_.window().bottom;
  for (std::size_t i = 0; i < kPlaces.size(); ++i) {
    const PlaceLook& look = kPlaces[i];
    const auto at = static_cast<float>(i);
    const float each = rail ? ui_.dp(80) : box.width() / kPlaces.size();
    const ui::Box cell =
        rail ? ui::Box{box.left, box.top + ui_.dp(110) + at * each, box.right, box.top + ui_.dp(110) + (at + 1) * each}
             : ui::Box{box.left + at * each, box.top, box.left + (at + 1) * each, box.bottom - inset};
    const bool here = look.place == place_ && pages_.empty();
    ui::Node node;
    node.id = ui_.id(look.id);
    node.role = ui::Role::tab;
    node.name = ui_.tr(look.label);
    node.selected = look.place == place_;
    node.box = cell;
    node.actions = {"press"};
    const ui::Touch touch = ui_.touch(std::move(node));
    if (touch.pressed) intents_.emplace_back(GoTo{look.place});
    const float middle = (cell.left + cell.right) / 2;
    const float label = paint.line_height(Face::caption);
    const float top = (cell.top + cell.bottom - ui_.dp(32) - label - ui_.dp(2)) / 2;
    const float part = ui_.motion().to(touch.id, here ? 1.0F : 0.0F, 0.2F);
    const ui::Hue& hue = t.hue(look.hue);
    const float half = std::min(ui_.dp(28), cell.width() / 2 - ui_.dp(2)) * (0.6F + 0.4F * part);
    if (part > 0.01F) {
      paint.fill({middle - half, top, middle + half, top + ui_.dp(32)}, ui::faded(hue.tint, part), ui_.dp(16));
    } else if (touch.hovered || touch.held) {
      paint.fill({middle - ui_.dp(26), top, middle + ui_.dp(26), top + ui_.dp(32)}, ui::faded(t.ink, 0.05F),
                 ui_.dp(16));
    }
    paint.icon(look.icon, middle, top + ui_.dp(16), ui_.dp(24), here ? hue.strong : t.soft_ink, here);
    paint.cut(Face::caption, middle, top + ui_.dp(34), cell.width() - ui_.dp(2), here ? hue.strong : t.soft_ink,
              ui_.tr(look.label), ui::Align::centre);
    if (touch.ring)
      ui_.focus_ring({cell.left + ui_.dp(4), cell.top + ui_.dp(4), cell.right - ui_.dp(4), cell.bottom - ui_.dp(4)},
                     ui_.dp(14));
  }
  ui_.close_group();
  if (!rail) {
    const float x = box.right - ui_.dp(20) - add / 2;
    const float y = box.top - ui_.dp(16) - add / 2;
    draw_add({x - add / 2, y - add / 2, x + add / 2, y + add / 2});
  }
  static_cast<void>(stage);
}

void App::draw_add(const ui::Box& box) {
  ui::Paint& paint = ui_.paint();
  const ui::Theme& t = ui_.theme();
  ui::Node node;
  node.id = ui_.id("add");
  node.role = ui::Role::button;
  node.name = ui_.tr("Add");
  node.box = box;
  node.actions = {"press"};
  const ui::Touch touch = ui_.touch(std::move(node));
  if (touch.pressed) intents_.emplace_back(OpenSheet{.kind = SheetKind::add});
  const float radius = ui_.dp(20);
  paint.shadow(box, radius, std::max(t.shadow, 0.3F) * 1.6F);
  if (t.dark) {
    paint.fill(box, t.accent, radius);
  } else {
    paint.gradient(box, t.glow, t.accent, radius);
  }
  if (touch.held || touch.hovered) paint.fill(box, ui::faded(t.ink, touch.held ? 0.16F : 0.08F), radius);
  paint.icon(Icon::plus, (box.left + box.right) / 2, (box.top + box.bottom) / 2, ui_.dp(28), t.on_accent);
  if (touch.ring) ui_.focus_ring(box, radius);
}

void App::draw_sheet(Stage& stage) {
  if (!sheet_.screen) return;
  refresh(sheet_);
  const std::string title(sheet_.screen->title(strings_));
  ui::Sheet sheet(ui_, "sheet", title, sheet_state_);
  if (sheet) {
    Stage inside{.ui = ui_,
                 .format = *format_,
                 .out = intents_,
                 .area = stage.area,
                 .today = stage.today,
                 .now = stage.now,
                 .wide = stage.wide,
                 .page = true,
                 .error = act_error_};
    if (sheet_.failure) {
      ui::error_note(ui_, sheet_.failure->message);
    } else {
      if (went_on_ && sheet_.screen->unsaved()) {
        ui::note(ui_, ui_.tr("Here is what you had begun."));
        if (ui::link(ui_, "afresh", ui_.tr("Start afresh"))) {
          // By value: opening it again replaces the one that is kept.
          const OpenSheet again = open_sheet_;
          open_sheet(again, true);
          refresh(sheet_);
        }
        ui_.space(4);
      }
      sheet_.screen->draw(inside);
      if (!act_error_.empty()) {
        ui_.space(10);
        ui::error_note(ui_, act_error_);
      }
    }
  } else {
    keep_sheet();
    sheet_ = {};
    act_error_.clear();
  }
}

void App::keep_sheet() {
  constexpr std::size_t kMostKept = 8;
  if (!sheet_.screen || sheet_saved_ || !sheet_.screen->unsaved()) return;
  kept_.push_back({open_sheet_, std::move(sheet_.screen)});
  if (kept_.size() > kMostKept) kept_.erase(kept_.begin());
}

void App::open_sheet(const OpenSheet& sheet, bool afresh) {
  if (!afresh) keep_sheet();
  const auto kept = std::find_if(kept_.begin(), kept_.end(), [&](const Kept& old) {
    return old.what.kind == sheet.kind && old.what.ref == sheet.ref && old.what.item == sheet.item;
  });
  went_on_ = kept != kept_.end() && !afresh;
  sheet_ = {.screen = went_on_ ? std::move(kept->screen) : make_sheet(sheet), .stale = true, .failure = {}};
  if (kept != kept_.end()) kept_.erase(kept);
  open_sheet_ = sheet;
  sheet_saved_ = false;
  sheet_state_ = {.open = true};
  act_error_.clear();
}

void App::draw_lock() {
  const ui::Box window = ui_.window();
  const float width = std::min(window.width() - ui_.dp(48), ui_.dp(380));
  const float left = (window.left + window.right - width) / 2;
  ui_.push_column({left, left + width, window.top + std::max(ui_.dp(40), window.height() * 0.22F)});
  const ui::Scope scope(ui_, "lock");
  const ui::Box sign = ui_.take(ui_.dp(88));
  const float x = (sign.left + sign.right) / 2;
  ui_.paint().circle(x, sign.top + ui_.dp(44), ui_.dp(44), ui_.theme().none.tint);
  ui_.paint().icon(Icon::lock_key, x, sign.top + ui_.dp(44), ui_.dp(40), ui_.theme().accent);
  ui_.space(20);
  const bool asks = closed_because_ && closed_because_->code == ErrorCode::locked;
  ui::paragraph(ui_, asks || !closed_because_ ? ui_.tr("Locked") : ui_.tr("Kindling can't open its home"), Face::title,
                ui_.theme().ink, ui::Align::centre);
  ui_.space(8);
  if (asks || !closed_because_) {
    ui::paragraph(ui_, ui_.tr("Your passphrase opens it. Nobody else has it."), Face::body, ui_.theme().soft_ink,
                  ui::Align::centre);
    ui_.space(20);
    const auto event =
        ui::text_field(ui_, "passphrase", passphrase_,
                       {.label = ui_.tr("Passphrase"),
                        .limit = 1000,
                        .secret = true,
                        .error = wrong_passphrase_ ? ui_.tr("That isn't it; try again") : std::string_view()});
    ui_.space(14);
    const bool press = ui::button(ui_, "unlock", ui_.tr("Unlock"), {.icon = Icon::lock_open});
    if (press || event == ui::FieldEvent::entered) intents_.emplace_back(Unlock{passphrase_.text()});
  } else {
    ui::paragraph(ui_, closed_because_->message, Face::body, ui_.theme().soft_ink, ui::Align::centre);
    ui_.space(20);
    if (ui::button(ui_, "again", ui_.tr("Try again"))) intents_.emplace_back(Unlock{});
  }
  ui_.pop_column();
}

void App::draw_hidden() {
  // It could be any empty list of any program.
  const ui::Box window = ui_.window();
  ui_.push_column({window.left + ui_.dp(24), window.right - ui_.dp(24), window.top + ui_.dp(32)});
  ui::heading(ui_, ui_.tr("Notes"), 1, Face::title);
  ui_.space(16);
  ui::paragraph(ui_, ui_.tr("No notes yet."), Face::body, ui_.theme().soft_ink);
  ui_.pop_column();
  ui::Node node;
  node.id = ui_.id("hidden");
  node.role = ui::Role::button;
  node.name = ui_.tr("Show again");
  node.box = ui_.whole_window();
  node.actions = {"press"};
  if (ui_.touch(std::move(node)).pressed) {
    hidden_ = false;
    ui_.draw_again();
  }
}

void App::take_shortcuts() {
  if (ui_.take_key(Key::h, true)) {
    intents_.emplace_back(HideNow{});
    return;
  }
  if (!home_ || hidden_ || first_run_.screen) return;
  if (ui_.take_key(Key::l, true)) intents_.emplace_back(LockNow{});
  if (ui_.take_key(Key::z, true)) intents_.emplace_back(Undo{});
  if (ui_.covered()) return;
  if (ui_.take_key(Key::k, true) || ui_.take_key(Key::f, true))
    intents_.emplace_back(OpenPage{{.kind = PageKind::search}});
  if (ui_.take_key(Key::n, true)) intents_.emplace_back(OpenSheet{.kind = SheetKind::add});
  if (ui_.take_key(Key::comma, true)) intents_.emplace_back(OpenPage{{.kind = PageKind::settings}});
  if (ui_.take_key(Key::question, false, true) || ui_.take_key(Key::question)) {
    intents_.emplace_back(OpenSheet{.kind = SheetKind::shortcuts});
  }
  static constexpr std::array<Key, 5> kDigits{Key::d1, Key::d2, Key::d3, Key::d4, Key::d5};
  for (std::size_t i = 0; i < kDigits.size(); ++i) {
    if (ui_.take_key(kDigits[i], true)) intents_.emplace_back(GoTo{kPlaces[i].place});
  }
  if (ui_.take_key(Key::escape)) intents_.emplace_back(GoBack{});
}

void App::go_back() {
  if (sheet_state_.open) {
    sheet_state_.open = false;
  } else if (!pages_.empty()) {
    leave_pages(pages_.size() - 1);
    ui_.clear_focus();
  }
}

void App::leave_pages(std::size_t left) {
  while (pages_.size() > left) {
    pages_.back().screen->leave(intents_);
    pages_.pop_back();
  }
}

void App::lock() {
  pages_.clear();
  sheet_ = {};
  kept_.clear();
  first_run_ = {};
  toast_.reset();
  for (const PlaceLook& look : kPlaces) places_[index_of(look.place)] = {.screen = make_place(look.place)};
  home_.reset();
  closed_because_.reset();
  wrong_passphrase_ = false;
}

void App::handle(const Intent& intent) {
  if (const auto* to = std::get_if<GoTo>(&intent)) {
    place_ = to->place;
    leave_pages(0);
  } else if (const auto* page = std::get_if<OpenPage>(&intent)) {
    pages_.push_back({.screen = make_page(page->page), .stale = true, .failure = {}});
    sheet_state_.open = false;
    ui_.clear_focus();
  } else if (std::holds_alternative<GoBack>(intent)) {
    go_back();
  } else if (const auto* sheet = std::get_if<OpenSheet>(&intent)) {
    open_sheet(*sheet, false);
  } else if (std::holds_alternative<CloseSheet>(intent)) {
    sheet_state_.open = false;
  } else if (std::holds_alternative<HideNow>(intent)) {
    hidden_ = !hidden_;
    toast_.reset();
  } else if (std::holds_alternative<LockNow>(intent)) {
    if (home_->keys().holder() != KeyHolder::passphrase) {
      toast_ = ui::Toast{.text = std::string(strings_("Set a passphrase in Settings first; then it can be locked")),
                         .action = {}};
      return;
    }
    lock();
  } else if (std::holds_alternative<Refresh>(intent)) {
    (pages_.empty() ? places_[index_of(place_)] : pages_.back()).stale = true;
    if (sheet_state_.open) sheet_.stale = true;
  } else if (const auto* unlock = std::get_if<Unlock>(&intent)) {
    open_home(unlock->passphrase);
    wrong_passphrase_ = !home_ && !unlock->passphrase.empty();
  } else if (const auto* say = std::get_if<Say>(&intent)) {
    toast_ = ui::Toast{.text = say->text, .action = {}};
  } else {
    act(intent);
  }
}

void App::act(const Intent& intent) {
  if (!home_) return;
  Outcome outcome = carry_out(*home_, intent, *format_);
  if (outcome.error) {
    act_error_ = outcome.error->message;
    // Next to its cause where a sheet is open; else where it can't be missed.
    if (!sheet_state_.open) toast_ = ui::Toast{.text = outcome.error->message, .action = {}, .error = true};
    return;
  }
  act_error_.clear();
  if (outcome.changed) {
    if (sheet_state_.open) {
      // What was written is kept now.
      sheet_state_.open = false;
      sheet_saved_ = true;
    }
    read_settings();
    make_stale();
    if (settings_.first_run_done) first_run_ = {};
  }
  if (!outcome.item.empty()) (pages_.empty() ? places_[index_of(place_)] : pages_.back()).screen->given(outcome.item);
  if (!outcome.words.empty()) {
    toast_ =
        ui::Toast{.text = outcome.words, .action = outcome.undoable ? std::string(strings_("Undo")) : std::string()};
  }
}

bool App::show(std::string_view screen) {
  // Who asks for a screen by name has seen the first ones.
  first_run_ = {};
  if (screen == "first-run") {
    first_run_ = {.screen = make_first_run(), .stale = true, .failure = {}};
    return true;
  }
  if (screen == "locked") return lock(), true;
  for (const PlaceLook& look : kPlaces) {
    if (look.id == screen) return handle(GoTo{look.place}), true;
  }
  for (const NamedPage& page : kPages) {
    if (page.name == screen) return handle(OpenPage{{.kind = page.kind}}), true;
  }
  for (const NamedSheet& sheet : kSheets) {
    if (sheet.name == screen) return handle(OpenSheet{.kind = sheet.kind}), true;
  }
  if (screen == "hidden") return handle(HideNow{}), true;
  return false;
}

std::vector<std::string_view> App::screen_names() {
  std::vector<std::string_view> names;
  for (const PlaceLook& look : kPlaces) names.push_back(look.id);
  for (const NamedPage& page : kPages) names.push_back(page.name);
  for (const NamedSheet& sheet : kSheets) names.push_back(sheet.name);
  for (const std::string_view name : {"hidden", "locked", "first-run"}) names.emplace_back(name);
  return names;
}

std::string App::window_title() const {
  if (settings_.discreet_title || hidden_) return std::string(strings_("Notes"));
  return "Kindling";
}

ui::Colour App::background_colour() const { return ui::theme(look().theme).background; }

}  // namespace kindling::app
