// What is on the screen, in words: one node for each thing that a person can read or use, in reading order. Widgets
// write it while they draw; tests press things by name in it, screen readers read it, `kindling shot --tree` prints it
// (tree_json.hpp). What is spoken and what is drawn come from the same call, so that they can't drift apart. One
// thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kindling::ui {

// Names a widget from frame to frame. Never 0.
using NodeId = std::uint32_t;

// ARIA's roles, as far as they are used here.
enum class Role : std::uint8_t {
  window,
  group,
  heading,
  text,
  image,
  button,
  toggle,  // ARIA "switch"
  checkbox,
  radio,
  tab,
  list,
  list_item,
  slider,
  text_field,
  progress,
  grid,
  dialog,
  status,  // told when it comes: toasts, errors
};
[[nodiscard]] std::string_view aria_name(Role role) noexcept;

// In physical pixels of the window, from its top left corner.
struct Box {
  float left = 0, top = 0, right = 0, bottom = 0;
  [[nodiscard]] float width() const noexcept { return right - left; }
  [[nodiscard]] float height() const noexcept { return bottom - top; }
  [[nodiscard]] bool empty() const noexcept { return right <= left || bottom <= top; }
};

// Where the caret of a text field is, in Unicode code points of `value`.
struct Editing {
  std::size_t caret = 0;
  std::size_t selection = 0;  // the other end; equal to caret where nothing is selected
  bool multiline = false;
  bool secret = false;  // a passphrase: value holds one bullet a character
};

struct Range {
  double least = 0, most = 0, now = 0, step = 1;
};

struct Node {
  NodeId id = 0;
  int parent = -1;  // index in Tree::nodes, which is smaller than the node's own; -1 for the window
  Role role = Role::group;
  std::string name;
  std::string value;  // what a text field holds, what a slider says: "calm, a little tired"
  std::string hint;   // how to use it, where that isn't plain
  Box box;            // as laid out; `visible` tells whether any of it is on the screen
  bool visible = true;
  bool enabled = true;
  bool focusable = false;
  bool focused = false;
  bool modal = false;
  std::optional<bool> checked;   // of toggles, checkboxes, radios
  std::optional<bool> selected;  // of tabs and chips
  std::optional<bool> expanded;
  int level = 0;  // of headings, 1 the highest
  std::optional<Range> range;
  std::optional<Editing> editing;
  // What may be done to it besides focusing: the first is what a press does, others are the swipe's and the menu's.
  std::vector<std::string> actions;
};

struct Tree {
  std::vector<Node> nodes;     // parents before children, siblings in reading order; the first is the window
  NodeId focus = 0;            // 0: nothing
  std::uint64_t revision = 0;  // changes whenever anything above does

  [[nodiscard]] const Node* find(NodeId id) const noexcept;
  // The first enabled, visible node with that name, of that role where one is given.
  [[nodiscard]] const Node* find(std::string_view name, std::optional<Role> role = std::nullopt) const noexcept;
};

// What a test, a screen reader or a shortcut asks of a node; it is carried out by the widget in the next frame.
struct Request {
  enum class Kind : std::uint8_t { action, focus, set_text, set_caret, set_number, show } kind = Kind::action;
  NodeId node = 0;
  std::size_t action = 0;                // index into Node::actions
  std::string text;                      // for set_text
  std::size_t caret = 0, selection = 0;  // for set_caret, in code points
  double number = 0;                     // for set_number
};

// The tree of the frame that is being drawn. A parent's calls enclose its children's.
class Semantics {
 public:
  void begin_frame();
  // Ends the frame; what `tree` gives is this one then. Its revision differs where its content does.
  void end_frame(NodeId focus);

  // Adds a node under the open one and returns its index. REQUIRES: between begin_frame and end_frame; id is new in it.
  std::size_t add(Node node);
  // As add, and what is added until `close` is its child.
  std::size_t open(Node node);
  void close();
  [[nodiscard]] Node& at(std::size_t index) { return next_.nodes[index]; }
  [[nodiscard]] std::size_t last() const noexcept { return next_.nodes.size() - 1; }

  // The last whole frame's.
  [[nodiscard]] const Tree& tree() const noexcept { return tree_; }

  // Leaves out what was added before, but for the window: a sheet or a dialog lies over it.
  void cover();

  // To be carried out in the frame that is being drawn.
  void ask(Request request) { requests_.push_back(std::move(request)); }
  // Takes a request of that kind to `id`, once a frame: what is asked of it again waits for the next one, and what
  // nobody takes is forgotten.
  [[nodiscard]] std::optional<Request> take(NodeId id, Request::Kind kind);
  // Some wait for the next frame.
  [[nodiscard]] bool has_requests() const noexcept { return !requests_.empty(); }

 private:
  [[nodiscard]] bool was_taken(NodeId id, Request::Kind kind) const;

  Tree tree_;
  Tree next_;
  std::vector<int> open_;
  std::vector<Request> requests_;
  std::vector<std::pair<NodeId, Request::Kind>> taken_;  // in this frame
};

}  // namespace kindling::ui
