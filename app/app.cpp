#include "app/app.hpp"

#include <imgui.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "app/chrome.hpp"
#include "app/screen_names.hpp"
#include "core/services/safety_service.hpp"

namespace kindling::app {
namespace {

using ui::Key;

constexpr float kRailFrom = 600;  // dp
constexpr float kTwoPanesFrom = 840;
constexpr float kRail = 88;

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
  if (shell_.folders != nullptr) documents_ = shell_.folders->documents();
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
  open_home({});
}

App::~App() { ImGui::DestroyContext(context_); }

void App::open_home(const std::string& passphrase) {
  auto opened = shell_.open(passphrase);
  if (!opened) {
    closed_because_ = opened.error();
    return;
  }
  home_ = std::move(*opened);
  if (shell_.background != nullptr) shell_.background->home_opened(passphrase);
  closed_because_.reset();
  lock_draft_ = {};
  last_input_.reset();
  navigator_.make_stale();
  read_settings();
  if (settings_.first_run_done) return;
  // Who began by the command line needs no introduction.
  if (const auto done = home_->history().history(1); done && done->empty()) navigator_.begin_first_run();
}

void App::read_settings() {
  if (!home_) return;
  auto settings = home_->settings().get();
  if (!settings) return;
  settings_ = *settings;
  only_for_me_ = SafetyService(home_->context()).only_for_me();
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
  home_changed();
}

void App::home_changed() {
  // Its Undo would take back what somebody else did.
  if (toast_) toast_->action.clear();
  read_settings();
  navigator_.make_stale();
}

void App::background() { keep(); }

void App::keep() {
  if (!home_ || navigator_.first_run() != nullptr) return;
  Intents last;
  navigator_.keep(last);
  for (const Intent& intent : last) act(intent);
}

const ImDrawData& App::draw_data() const {
  ImGui::SetCurrentContext(context_);
  return *ImGui::GetDrawData();
}

bool App::locks_itself() const {
  return home_ && settings_.lock_after.value_or(0) > 0 && home_->keys().holder() == KeyHolder::passphrase;
}

double App::idle_seconds() const {
  if (!last_input_) return 0;
  const Moment now = moment();
  return std::max(now.frame - last_input_->frame, std::chrono::duration<double>(now.wall - last_input_->wall).count());
}

ui::FrameOutput App::frame(const ui::FrameInput& input, std::span<const ui::Event> events) {
  ImGui::SetCurrentContext(context_);
  const ui::Look look = this->look();
  if (fonts_.prepare(input.scale, look.text_scale)) shell_.upload(*ImGui::GetIO().Fonts);
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {input.width, input.height};
  io.DeltaTime = 1.0F / 60;
  ImGui::NewFrame();
  const double lock_after = settings_.lock_after.value_or(0) * 60.0;
  // Before the input counts: the first touch after a night belongs to the lock.
  frame_time_ = input.time;
  if (locks_itself() && idle_seconds() >= lock_after) lock();
  if (home_ && (!last_input_ || std::any_of(events.begin(), events.end(), is_input))) last_input_ = moment();
  ui_.begin_frame(input, events, look, window_title(), *ImGui::GetBackgroundDrawList());
  if (locks_itself()) ui_.wake_in(std::max(0.1, lock_after - idle_seconds()));
  ui_.paint().fill(ui_.whole_window(), ui_.theme().background);
  if (hidden_) {
    if (draw_hidden(ui_)) {
      hidden_ = false;
      ui_.draw_again();
    }
  } else if (!home_) {
    const bool asks = !closed_because_ || closed_because_->code == ErrorCode::locked;
    draw_lock(ui_, intents_, lock_draft_, asks ? std::string() : closed_because_->message);
  } else {
    Stage stage{.ui = ui_, .format = *format_, .out = intents_, .country = surroundings_.country, .error = act_error_};
    stage.now = home_->context().local_now();
    stage.today = date_of(stage.now - settings_.day_start.since_midnight);
    if (navigator_.first_run() != nullptr) {
      draw_first_run(stage);
    } else {
      draw(stage);
    }
  }
  take_shortcuts();
  ui::FrameOutput out = ui_.end_frame();
  out.again = out.again || !intents_.empty() || !sheet_intents_.empty() || fonts_.lacks_letters();
  handle_all();
  ImGui::Render();
  return out;
}

void App::draw(Stage& stage) {
  if (navigator_.leave_what_is_gone(*home_, *format_)) {
    ui_.clear_focus();
    if (!toast_) toast_ = ui::Toast{.text = std::string(strings_("It isn't there any more")), .action = {}};
  }
  const ui::Box window = ui_.window();
  const ui::Box whole = ui_.whole_window();
  const bool on_page = navigator_.pages() > 0;
  const bool rail = window.width() >= ui_.dp(kRailFrom);
  // A page in a narrow window has it all.
  const bool low_bar = !rail && !on_page;
  const float bar = std::max(ui_.dp(72), ui_.text_dp(56)) + (whole.bottom - window.bottom);
  stage.area = window;
  if (rail) stage.area.left += ui_.dp(kRail);
  if (low_bar) {
    stage.area.bottom = whole.bottom;
    stage.covered = bar;
  }
  stage.wide = stage.area.width() >= ui_.dp(kTwoPanesFrom - kRail);
  stage.page = on_page;
  read_background();
  if (background_) stage.background = &*background_;
  stage.only_for_me = only_for_me_;
  stage.opens_folders = shell_.folders != nullptr;
  stage.documents = documents_;
  // What a sheet couldn't do is said there.
  if (navigator_.sheet_is_open()) stage.error.clear();
  draw_shown(stage, navigator_.current(), navigator_.current_name());
  if (!on_page) draw_avatar(stage, settings_.own_name, navigator_.current().screen->scrolled());
  Bar look{.rail = rail, .place = navigator_.place(), .on_page = on_page};
  if (rail) {
    look.box = {window.left, 0, window.left + ui_.dp(kRail), whole.bottom};
    // A question that the screen asks lies over it too.
    const bool asked = ui_.covered();
    ui_.set_inert(asked);
    draw_bar(ui_, intents_, look);
    ui_.set_inert(false);
    if (asked) ui_.paint().fill(look.box, ui_.theme().scrim);
  } else if (low_bar) {
    look.box = {0, whole.bottom - bar, whole.right, whole.bottom};
    draw_bar(ui_, intents_, look);
  }
  draw_sheet(stage);
  draw_toast(low_bar ? whole.bottom - bar : window.bottom);
}

// Only where it is shown: asking takes a moment.
void App::read_background() {
  const bool wanted = shell_.background != nullptr && navigator_.current().screen->shows_background();
  if (!wanted) {
    background_.reset();
  } else if (!background_) {
    background_ = shell_.background->state();
  }
}

void App::turn_background(bool on) {
  if (shell_.background == nullptr) return;
  if (auto turned = shell_.background->turn(on); !turned)
    toast_ = ui::Toast{.text = turned.error().message, .action = {}, .error = true};
  background_.reset();
}

void App::send_test() {
  if (shell_.background == nullptr) return;
  const auto sent = shell_.background->test();
  toast_ = sent ? ui::Toast{.text = std::string(strings_("Sent: it should be on your screen now")), .action = {}}
                : ui::Toast{.text = sent.error().message, .action = {}, .error = true};
  background_.reset();
}

void App::open_folder(const std::string& path) {
  if (shell_.folders == nullptr) return;
  if (auto opened = shell_.folders->open(path); !opened)
    toast_ = ui::Toast{.text = opened.error().message, .action = {}, .error = true};
}

void App::draw_first_run(Stage& stage) {
  stage.area = ui_.window();
  stage.wide = stage.area.width() >= ui_.dp(kTwoPanesFrom);
  draw_shown(stage, *navigator_.first_run(), "first_run");
  draw_toast(stage.area.bottom);
}

void App::draw_shown(Stage& stage, Shown& shown, std::string_view name) {
  shown.refresh(*home_, *format_);
  const ui::Scope scope(ui_, name);
  if (!shown.failure) {
    shown.screen->draw(stage);
  } else if (draw_failure(stage, shown.failure->message)) {
    navigator_.make_stale();
  }
}

void App::draw_toast(float bottom) {
  if (ui::toast(ui_, toast_, bottom)) intents_.emplace_back(Undo{toast_acts_});
}

void App::draw_sheet(const Stage& below) {
  Shown* shown = navigator_.sheet();
  if (shown == nullptr) return;
  shown->refresh(*home_, *format_);
  ui::Sheet sheet(ui_, "sheet", shown->screen->title(strings_), navigator_.sheet_state());
  if (!sheet) {
    navigator_.drop_sheet();
    act_error_.clear();
    return;
  }
  if (std::exchange(navigator_.sheet_state().asks_for_help, false)) {
    // What was begun waits, as with any other way out.
    intents_.emplace_back(CloseSheet{});
    intents_.emplace_back(OpenPage{{.kind = PageKind::help}});
  }
  if (shown->failure) {
    ui::error_note(ui_, shown->failure->message);
    return;
  }
  if (navigator_.went_on()) {
    ui::note(ui_, ui_.tr("Here is what you had begun."));
    if (ui::link(ui_, "afresh", ui_.tr("Start afresh"))) {
      navigator_.start_afresh();
      shown->refresh(*home_, *format_);
    }
    ui_.space(4);
  }
  const auto before = static_cast<std::ptrdiff_t>(intents_.size());
  Stage inside = below;
  inside.error = act_error_;
  inside.covered = 0;
  inside.page = true;
  shown->screen->draw(inside);
  std::move(intents_.begin() + before, intents_.end(), std::back_inserter(sheet_intents_));
  intents_.erase(intents_.begin() + before, intents_.end());
  if (!act_error_.empty()) {
    ui_.space(10);
    ui::error_note(ui_, act_error_);
  }
}

void App::take_shortcuts() {
  if (ui_.take_key(Key::h, true)) {
    intents_.emplace_back(HideNow{});
    return;
  }
  if (!home_ || hidden_ || navigator_.first_run() != nullptr) return;
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
  static constexpr std::array<std::pair<Key, Place>, 5> kDigits{{{Key::d1, Place::today},
                                                                 {Key::d2, Place::talk},
                                                                 {Key::d3, Place::feel},
                                                                 {Key::d4, Place::touch},
                                                                 {Key::d5, Place::time}}};
  for (const auto& [key, place] : kDigits) {
    if (ui_.take_key(key, true)) intents_.emplace_back(GoTo{place});
  }
  if (ui_.take_key(Key::escape)) intents_.emplace_back(GoBack{});
}

void App::lock() {
  keep();
  navigator_.forget();
  toast_.reset();
  home_.reset();
  if (shell_.background != nullptr) shell_.background->home_closed();
  closed_because_.reset();
  lock_draft_ = {};
}

void App::handle_all() {
  for (const Intent& intent : std::exchange(intents_, {})) handle(intent);
  for (const Intent& intent : std::exchange(sheet_intents_, {})) {
    if (!handle(intent)) break;
  }
}

bool App::handle(const Intent& intent) {
  if (const auto* to = std::get_if<GoTo>(&intent)) {
    act_error_.clear();
    navigator_.go_to(to->place, intents_);
  } else if (const auto* page = std::get_if<OpenPage>(&intent)) {
    act_error_.clear();
    navigator_.open(page->page);
    ui_.clear_focus();
  } else if (std::holds_alternative<GoBack>(intent)) {
    act_error_.clear();
    if (navigator_.back(intents_)) ui_.clear_focus();
  } else if (const auto* sheet = std::get_if<OpenSheet>(&intent)) {
    navigator_.open(*sheet);
    act_error_.clear();
  } else if (std::holds_alternative<CloseSheet>(intent)) {
    navigator_.close_sheet();
  } else if (std::holds_alternative<Saved>(intent)) {
    navigator_.sheet_saved();
  } else if (std::holds_alternative<HideNow>(intent)) {
    hidden_ = !hidden_;
    toast_.reset();
  } else if (std::holds_alternative<LockNow>(intent)) {
    if (!home_) return true;
    if (home_->keys().holder() == KeyHolder::passphrase) return lock(), true;
    toast_ = ui::Toast{.text = std::string(strings_("Set a passphrase in Settings first; then it can be locked")),
                       .action = {}};
  } else if (std::holds_alternative<Refresh>(intent)) {
    navigator_.current().stale = true;
    if (navigator_.sheet_is_open()) navigator_.sheet()->stale = true;
  } else if (const auto* unlock = std::get_if<Unlock>(&intent)) {
    open_home(unlock->passphrase);
    lock_draft_.was_wrong = !home_ && !unlock->passphrase.empty();
  } else if (const auto* say = std::get_if<Say>(&intent)) {
    toast_ = ui::Toast{.text = say->text, .action = {}};
  } else if (const auto* background = std::get_if<TurnBackground>(&intent)) {
    turn_background(background->on);
  } else if (std::holds_alternative<SendTest>(intent)) {
    send_test();
  } else if (const auto* folder = std::get_if<OpenFolder>(&intent)) {
    open_folder(folder->path);
  } else {
    return act(intent);
  }
  return true;
}

bool App::act(const Intent& intent) {
  if (!home_) return true;
  Outcome outcome = carry_out(*home_, intent, *format_);
  if (outcome.error) {
    act_error_ = outcome.error->message;
    // Next to its cause where a sheet is open; else where it can't be missed.
    if (!navigator_.sheet_is_open()) toast_ = ui::Toast{.text = act_error_, .action = {}, .error = true};
    return false;
  }
  act_error_.clear();
  if (outcome.changed) {
    toast_.reset();
    home_changed();
    if (settings_.first_run_done) navigator_.end_first_run();
  }
  if (!outcome.item.empty()) navigator_.current().screen->given(outcome.item);
  if (!outcome.words.empty()) {
    const std::string action = outcome.acts > 0 ? std::string(strings_("Undo")) : std::string();
    toast_ = ui::Toast{.text = outcome.words, .action = action};
    toast_acts_ = outcome.acts;
  }
  return true;
}

bool App::show(std::string_view screen) {
  // Who asks for a screen by name has seen the first ones.
  navigator_.end_first_run();
  if (screen == "first-run") return navigator_.begin_first_run(), true;
  if (screen == "locked") return lock(), true;
  const auto way = way_to(screen);
  if (way) handle(*way);
  return way.has_value();
}

std::string App::window_title() const {
  if (settings_.discreet_title || hidden_) return std::string(strings_("Notes"));
  return "Kindling";
}

ui::Colour App::background_colour() const { return ui::theme(look().theme).background; }

}  // namespace kindling::app
