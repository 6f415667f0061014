// A home without the façade: two spaces under one key with the services that keep things, on any VFS. For tests that
// look at storage through what people do.
#pragma once

#include <memory>
#include <string>

#include "core/services/check_in_service.hpp"
#include "core/services/history_service.hpp"
#include "core/services/keepsake_service.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/settings_service.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {

class BareHome {
 public:
  struct Options {
    std::string folder;
    std::string vfs = {};
  };

  // Opens or makes it, and brings shared twins in step as the façade does.
  static Result<std::unique_ptr<BareHome>> open(const Options& options, const SecretKey& key, const Clock& clock,
                                                Random& random) {
    auto self = Space::open({options.folder + "/self.db", SpaceKind::self, options.vfs}, key, clock, random);
    if (!self) return self.error();
    auto couple = Space::open({options.folder + "/couple.db", SpaceKind::couple, options.vfs}, key, clock, random);
    if (!couple) return couple.error();
    std::unique_ptr<BareHome> home(new BareHome(std::move(*self), std::move(*couple), clock, random));
    if (auto published = home->check_ins.publish_pending(); !published) return published.error();
    return home;
  }

 private:
  BareHome(std::unique_ptr<Space> self_space, std::unique_ptr<Space> couple_space, const Clock& clock, Random& random)
      : self(std::move(self_space)), couple(std::move(couple_space)), context{*self,  *couple, clock,
                                                                              random, zones,   *zones.find("UTC")} {}

 public:
  TzifZones zones;
  std::unique_ptr<Space> self;
  std::unique_ptr<Space> couple;
  Context context;
  ReminderService reminders{context};
  RitualService rituals{context};
  PlanService plans{context};
  CheckInService check_ins{context};
  KeepsakeService keepsakes{context};
  SettingsService settings{context};
  HistoryService history{context};
};

// All that a home says, as text without ids: equal texts, equal homes. Empty where reading fails.
[[nodiscard]] std::string describe_home(BareHome& home);

}  // namespace kindling
