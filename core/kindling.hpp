// The façade: one home, opened, with all its services. What the app and the command line use. One thread; several
// processes may have the same home open. Everything that it was given by reference must outlive it.
#pragma once

#include <memory>
#include <string>

#include "core/library/catalogue.hpp"
#include "core/ports/clock.hpp"
#include "core/ports/file_store.hpp"
#include "core/ports/random.hpp"
#include "core/ports/time_zones.hpp"
#include "core/services/card_service.hpp"
#include "core/services/check_in_service.hpp"
#include "core/services/delivery_service.hpp"
#include "core/services/history_service.hpp"
#include "core/services/insight_service.hpp"
#include "core/services/keepsake_service.hpp"
#include "core/services/library_service.hpp"
#include "core/services/plan_service.hpp"
#include "core/services/programme_service.hpp"
#include "core/services/question_service.hpp"
#include "core/services/reminder_service.hpp"
#include "core/services/ritual_service.hpp"
#include "core/services/search_service.hpp"
#include "core/services/settings_service.hpp"
#include "core/services/today_service.hpp"
#include "core/storage/key_ring.hpp"

namespace kindling {

struct Ports {
  const Clock& clock;
  Random& random;
  const TimeZones& zones;
  FileStore& files;
};

struct HomeOptions {
  std::string folder;
  std::string zone = "UTC";        // IANA id of the device's zone
  std::string vfs;                 // SQLite's, for tests
  std::string passphrase;          // where the home is locked; empty otherwise
  bool must_exist = false;         // fail with not_found instead of making a new home
  bool durable = true;             // false: doesn't wait for the disk; for a home that is thrown away
  PassphraseCost passphrase_cost;  // what a new passphrase's lock costs
};

class Kindling {
 public:
  // Opens the home, or makes it. Fails with locked where the passphrase is missing or wrong, with newer for a home of a
  // newer version.
  [[nodiscard]] static Result<std::unique_ptr<Kindling>> open(const HomeOptions& options, const Ports& ports,
                                                              const Catalogue& catalogue);

  Kindling(const Kindling&) = delete;
  Kindling& operator=(const Kindling&) = delete;
  ~Kindling();

  [[nodiscard]] const Context& context() const noexcept;
  [[nodiscard]] KeyRing& keys() noexcept;
  [[nodiscard]] const std::string& folder() const noexcept;
  // Whether somebody else has written to the home since the last call; the first one may be
  // wrong to say so.
  [[nodiscard]] bool changed_elsewhere();
  [[nodiscard]] FileStore& files() noexcept;

  [[nodiscard]] ReminderService& reminders() noexcept;
  [[nodiscard]] RitualService& rituals() noexcept;
  [[nodiscard]] PlanService& plans() noexcept;
  [[nodiscard]] CheckInService& check_ins() noexcept;
  [[nodiscard]] KeepsakeService& keepsakes() noexcept;
  [[nodiscard]] LibraryService& library() noexcept;
  [[nodiscard]] SettingsService& settings() noexcept;
  [[nodiscard]] InsightService& insight() noexcept;
  [[nodiscard]] HistoryService& history() noexcept;
  [[nodiscard]] SearchService& search() noexcept;
  [[nodiscard]] TodayService& today() noexcept;
  [[nodiscard]] DeliveryService& delivery() noexcept;
  [[nodiscard]] QuestionService& questions() noexcept;
  [[nodiscard]] ProgrammeService& programme() noexcept;
  [[nodiscard]] CardService& cards() noexcept;

 private:
  struct Parts;
  explicit Kindling(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace kindling
