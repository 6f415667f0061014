// Check-ins: in Self; what is shared of one is copied to the couple's space. One thread.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/domain/check_in.hpp"
#include "core/services/context.hpp"

namespace kindling {

struct AddCheckIn {
  int valence = 0;
  int energy = 0;
  std::vector<std::string> feelings;
  std::string note;
  std::string need;
  Share share = Share::none;
  std::optional<Instant> at;  // else now; not in the future
};

class CheckInService {
 public:
  explicit CheckInService(const Context& context) : context_(context) {}

  [[nodiscard]] Result<Changes> add(const AddCheckIn& command);
  // Takes it away, with what the partner was shown of it.
  [[nodiscard]] Result<Changes> remove(const EntityRef& check_in);
  // Shows the partner more or less of it from now on. What they have read already can't be called back.
  [[nodiscard]] Result<Changes> set_share(const EntityRef& check_in, Share share);
  // Own ones between two local dates, both included, oldest first.
  [[nodiscard]] Result<std::vector<CheckIn>> list(std::optional<LocalDate> from, std::optional<LocalDate> to);
  // What the partner shared of theirs between two dates, both included, oldest first.
  [[nodiscard]] Result<std::vector<CheckIn>> of_partner(std::optional<LocalDate> from, std::optional<LocalDate> to);
  [[nodiscard]] Result<CheckIn> get(const EntityRef& check_in);
  // The newest of today, by the settings' start of day.
  [[nodiscard]] Result<std::optional<CheckIn>> of_today();

  // Brings the shared twins in step with what was decided; runs after each act and when a home is opened.
  [[nodiscard]] Result<void> publish_pending();

 private:
  const Context& context_;
};

}  // namespace kindling
