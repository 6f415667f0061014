// The objects that stand for the nodes of the screen on the accessibility bus: one for each NodeId, kept as long as
// successive trees have it, and told of each change by the event that readers wait for. Owns the objects; lives on the
// thread that runs the bridge. Private to the screen reader's sources.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "app/ui/semantics.hpp"
#include "platform/linux/accessible_object.hpp"
#include "platform/linux/screen_reader.hpp"

namespace kindling {

class AccessibleTree {
 public:
  // `ask` takes what readers want to be done. Becomes what atk_get_root gives: one at a time.
  AccessibleTree(const std::string& application_name, std::function<void(ui::Request)> ask);
  ~AccessibleTree();
  AccessibleTree(const AccessibleTree&) = delete;
  AccessibleTree& operator=(const AccessibleTree&) = delete;

  // Makes the objects say what `tree` says, then sends the events of what has changed.
  void show(ui::Tree tree, const ScreenReader::Window& window);

  // Where somebody has begun to listen since the last call: tells the window and the focus, which came before.
  void greet_listeners() const;
  // Says good-bye for the window.
  void close();

  void ask(ui::Request request) const { ask_(std::move(request)); }
  [[nodiscard]] const ScreenReader::Window& window() const noexcept { return window_; }

 private:
  struct Changed {
    AtkObject* object = nullptr;
    Spoken before;
    bool is_new = false;
  };

  AtkObject* object_for(const ui::Node& node, std::vector<AtkObject*>& gone, bool& is_new);
  // Lays out `tree` in the objects and returns what they said before, parents first; gone ones go to `gone`.
  std::vector<Changed> lay_out(ui::Tree tree, std::vector<AtkObject*>& gone);
  static void tell(const std::vector<Changed>& changes, const std::vector<AtkObject*>& gone);

  std::function<void(ui::Request)> ask_;
  ScreenReader::Window window_;
  AtkObject* root_;
  std::unordered_map<ui::NodeId, AtkObject*> objects_;
};

}  // namespace kindling
