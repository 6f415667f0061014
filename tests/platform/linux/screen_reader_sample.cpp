// A small application without a picture: shows a hand-made tree to screen readers and does what they ask, until its
// standard input ends. Prints one line for each request. Driven by screen_reader_test.py.
#include <poll.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <string>
#include <utility>

#include "platform/linux/screen_reader.hpp"

namespace {

using namespace kindling;

enum Id : ui::NodeId {
  window = 1,
  heading,
  save,
  note,
  secret,
  energy,
  reminders,
  card,
  remove_card,
  toast,
  send,
  week,
  monday,
  tuesday,
  wednesday
};

struct Model {
  std::string note = "Dear Noor, don't forget \xF0\x9F\x8C\xB7 tulips.\nSee you at 3.5 o'clock. Bye";
  std::size_t caret = 5, selection = 5;
  std::string secret = "abc";
  double energy = 3;
  bool reminders = false;
  bool has_card = true;
  bool is_turned = false;
  int saved = 0;
  ui::NodeId focus = heading;
  ui::Semantics semantics;

  void draw();
  void draw_week();
  void obey(const ui::Request& request);
};

std::string bullets(std::size_t count) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += "\xE2\x80\xA2";
  return text;
}

ui::Node node(ui::NodeId id, ui::Role role, std::string name, float top) {
  ui::Node made;
  made.id = id;
  made.role = role;
  made.name = std::move(name);
  made.box = {20, top, 320, top + 40};
  return made;
}

ui::Node control(ui::NodeId id, ui::Role role, std::string name, float top, std::string action) {
  ui::Node made = node(id, role, std::move(name), top);
  made.focusable = true;
  if (!action.empty()) made.actions = {std::move(action)};
  return made;
}

void Model::draw() {
  semantics.begin_frame();
  ui::Node frame = node(window, ui::Role::window, "Kindling", 0);
  frame.box = {0, 0, 400, 700};
  semantics.open(frame);
  ui::Node title = node(heading, ui::Role::heading, "How are you?", 20);
  title.level = 1;
  semantics.add(title);
  ui::Node button = control(save, ui::Role::button, "Save", 80, "press");
  button.hint = "Keeps the note";
  semantics.add(button);
  ui::Node field = control(::note, ui::Role::text_field, "Note", 140, "");
  field.value = note;
  field.editing = ui::Editing{caret, selection, true, false};
  semantics.add(field);
  ui::Node hidden = control(::secret, ui::Role::text_field, "Passphrase", 200, "");
  hidden.value = bullets(secret.size());
  hidden.editing = ui::Editing{secret.size(), secret.size(), false, true};
  semantics.add(hidden);
  ui::Node slider = control(::energy, ui::Role::slider, "Energy", 260, "");
  slider.range = ui::Range{0, 10, energy, 1};
  slider.value = energy > 5 ? "lively" : "a little tired";
  semantics.add(slider);
  ui::Node toggle = control(::reminders, ui::Role::toggle, "Reminders", 320, "press");
  toggle.checked = reminders;
  semantics.add(toggle);
  if (has_card) {
    semantics.open(node(card, ui::Role::group, "A walk by the river", 380));
    ui::Node remove = control(remove_card, ui::Role::button, "Not today", 385, "press");
    remove.actions.emplace_back("snooze");
    semantics.add(remove);
    semantics.close();
  }
  ui::Node disabled = control(send, ui::Role::button, "Send", 440, "press");
  disabled.enabled = false;
  semantics.add(disabled);
  draw_week();
  if (saved > 0) semantics.add(node(toast, ui::Role::status, "Saved " + std::to_string(saved), 640));
  semantics.close();
  semantics.end_frame(focus);
}

// Turned, its order is another, Tuesday can't be pressed any more, and Monday comes twice, which no frame should do.
void Model::draw_week() {
  semantics.open(node(week, ui::Role::list, "Week", 500));
  const ui::Node first = control(monday, ui::Role::list_item, "Monday", 500, "press");
  ui::Node second = control(tuesday, ui::Role::list_item, "Tuesday", 510, "press");
  const ui::Node third = control(wednesday, ui::Role::list_item, "Wednesday", 520, "press");
  if (is_turned) {
    second.actions.clear();
    for (const ui::Node& row : {third, first, second, first}) semantics.add(row);
  } else {
    for (const ui::Node& row : {first, second, third}) semantics.add(row);
  }
  semantics.close();
}

void Model::obey(const ui::Request& request) {
  using Kind = ui::Request::Kind;
  std::printf("%d %u %zu %zu %zu %g\n", static_cast<int>(request.kind), request.node, request.action, request.caret,
              request.selection, request.number);
  switch (request.kind) {
    case Kind::action:
      if (request.node == save) ++saved;
      if (request.node == ::reminders) reminders = !reminders;
      if (request.node == remove_card && request.action == 0) has_card = false;
      if (request.node == remove_card && request.action == 1) is_turned = true;
      break;
    case Kind::focus: focus = request.node; break;
    case Kind::set_text:
      if (request.node == ::note) note = request.text;
      if (request.node == ::secret) secret = request.text;
      caret = selection = std::min(caret, request.text.size());
      break;
    case Kind::set_caret:
      caret = request.caret;
      selection = request.selection;
      break;
    case Kind::set_number: energy = request.number; break;
    case Kind::show: break;
  }
}

}  // namespace

int main() {
  const int woken = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  const auto reader = ScreenReader::start("kindling-sample", [woken] {
    const std::uint64_t one = 1;
    if (write(woken, &one, sizeof one) < 0) std::perror("wake");
  });
  std::setvbuf(stdout, nullptr, _IOLBF, 0);
  std::puts(reader ? "possible" : "impossible");
  Model model;
  bool was_on = false;
  for (;;) {
    model.draw();
    if (reader) {
      reader->show(model.semantics.tree(), {1000, 500, true});
      if (reader->is_on() && !was_on) std::puts("on");
      was_on = reader->is_on();
    }
    pollfd waiting[2]{{woken, POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    poll(waiting, 2, -1);
    if (waiting[1].revents != 0) break;
    std::uint64_t count = 0;
    if (read(woken, &count, sizeof count) < 0) continue;
    for (const ui::Request& request : reader->take_requests()) model.obey(request);
  }
  return 0;
}
