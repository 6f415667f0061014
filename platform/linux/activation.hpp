// The program under its name on the session bus, org.kindling.Kindling, as org.freedesktop.Application: how a desktop
// starts it, brings it to the front and asks for one of its actions. It has a thread of its own that sleeps between
// calls; the application's thread owns the object and never waits for the bus. Without a bus nobody calls, and that is
// no error; while another has the name, this one waits for it.
#pragma once

#include <functional>
#include <memory>
#include <string>

namespace kindling {

class Activation {
 public:
  // `called` is called from the other thread, and not after the destructor, with the screen that is wanted: empty for
  // the window as it is, "sheet-check-in" and "sheet-plan" for the actions "check-in" and "plan-date", "settings" for a
  // backup file, as it says there how to bring one back, and whatever text an action's parameter begins with.
  [[nodiscard]] static std::unique_ptr<Activation> start(std::function<void(std::string screen)> called);
  ~Activation();
  Activation(const Activation&) = delete;
  Activation& operator=(const Activation&) = delete;

 private:
  class Service;
  explicit Activation(std::unique_ptr<Service> service);
  std::unique_ptr<Service> service_;
};

}  // namespace kindling
