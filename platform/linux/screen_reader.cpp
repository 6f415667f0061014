#include "platform/linux/screen_reader.hpp"

#include <atk-bridge.h>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>

#include "platform/linux/accessibility_switch.hpp"
#include "platform/linux/accessible_tree.hpp"

namespace kindling {

class ScreenReader::Worker {
 public:
  Worker(std::string application_name, std::function<void()> wake)
      : name_(std::move(application_name)), wake_(std::move(wake)), thread_([this] { run(); }) {}

  ~Worker() {
    stop_.set();
    {
      const std::lock_guard lock(mutex_);
      if (context_ != nullptr) g_main_context_wakeup(context_);
    }
    thread_.join();
  }
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  [[nodiscard]] bool is_on() const noexcept { return is_on_.load(std::memory_order_relaxed); }

  void hand_over(ui::Tree tree, const Window& window) {
    const std::lock_guard lock(mutex_);
    next_.emplace(std::move(tree), window);
    if (context_ != nullptr) g_main_context_wakeup(context_);
  }

  std::vector<ui::Request> take_requests() {
    const std::lock_guard lock(mutex_);
    return std::exchange(requests_, {});
  }

 private:
  using Shown = std::pair<ui::Tree, Window>;

  void run() {
    if (!wait_for_accessibility(stop_)) return;
    GMainContext* context = g_main_context_new();
    {
      const std::lock_guard lock(mutex_);
      context_ = context;
    }
    is_on_.store(true, std::memory_order_relaxed);
    wake();
    // GLib's default context is left to whoever else uses GLib in this process.
    g_main_context_push_thread_default(context);
    serve(context);
    g_main_context_pop_thread_default(context);
    const std::lock_guard lock(mutex_);
    // The context itself stays for what the bridge keeps of it.
    context_ = nullptr;
  }

  void serve(GMainContext* context) {
    AccessibleTree tree(name_, [this](ui::Request request) { add(std::move(request)); });
    bool is_bridged = false;
    while (!stop_.is_set()) {
      if (auto shown = take_shown()) {
        tree.show(std::move(shown->first), shown->second);
        // Only now: whoever looks finds the window.
        if (!is_bridged) {
          if (atk_bridge_adaptor_init(nullptr, nullptr) != 0) return;
          atk_bridge_set_event_context(context);
          is_bridged = true;
        }
      }
      g_main_context_iteration(context, TRUE);
      if (is_bridged) tree.greet_listeners();
    }
    // The bridge stays until the process ends, and its connection with it. Its clean-up (2.46) removes a source of ours
    // by number from GLib's default context, where that number may be another's.
    tree.close();
    constexpr int kSteps = 100;  // a reader that goes on asking doesn't hold up the end
    for (int step = 0; step < kSteps && g_main_context_pending(context) != 0; ++step) {
      g_main_context_iteration(context, FALSE);
    }
  }

  std::optional<Shown> take_shown() {
    const std::lock_guard lock(mutex_);
    return std::exchange(next_, std::nullopt);
  }

  void add(ui::Request request) {
    {
      const std::lock_guard lock(mutex_);
      if (request.kind != ui::Request::Kind::action) {
        std::erase_if(requests_, [&](const ui::Request& earlier) {
          return earlier.kind == request.kind && earlier.node == request.node;
        });
      }
      requests_.push_back(std::move(request));
    }
    wake();
  }

  void wake() const {
    if (wake_) wake_();
  }

  const std::string name_;
  const std::function<void()> wake_;
  StopSignal stop_;
  std::atomic<bool> is_on_{false};
  std::mutex mutex_;
  GMainContext* context_ = nullptr;
  std::optional<Shown> next_;
  std::vector<ui::Request> requests_;
  std::thread thread_;  // the last: it uses what is above
};

std::unique_ptr<ScreenReader> ScreenReader::start(std::string application_name, std::function<void()> wake) {
  if (!accessibility_is_possible()) return nullptr;
  return std::unique_ptr<ScreenReader>(
      new ScreenReader(std::make_unique<Worker>(std::move(application_name), std::move(wake))));
}

ScreenReader::ScreenReader(std::unique_ptr<Worker> worker) : worker_(std::move(worker)) {}
ScreenReader::~ScreenReader() = default;

void ScreenReader::show(const ui::Tree& tree, const Window& window) {
  if (!worker_->is_on() || tree.nodes.empty()) return;
  if (shown_revision_ == tree.revision && shown_window_ == window) return;
  shown_revision_ = tree.revision;
  shown_window_ = window;
  worker_->hand_over(tree, window);
}

std::vector<ui::Request> ScreenReader::take_requests() { return worker_->take_requests(); }

bool ScreenReader::is_on() const noexcept { return worker_->is_on(); }

}  // namespace kindling
