// One run of the command line: what holds for every command (home, clock, zone, form of the output) and the home, which
// is opened only when a command asks for it. What a command prints is collected and written once it has succeeded. One
// thread.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "core/kindling.hpp"
#include "platform/cli/arguments.hpp"
#include "platform/cli/text_output.hpp"
#include "platform/common/held_signals.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/common/private_folder.hpp"
#include "platform/common/system_clock.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling::cli {

enum class HomeNeed {
  make,    // made where there is none
  exists,  // fails with not_found where there is none
};

class Session {
 public:
  // Reads the global options and the environment. Fails with invalid for a zone or an instant that isn't one, with
  // usage for --demo with --home.
  [[nodiscard]] static Result<std::unique_ptr<Session>> make(const Arguments& globals);

  Session(const Session&) = delete;
  Session& operator=(const Session&) = delete;
  ~Session();

  [[nodiscard]] bool json() const noexcept { return json_; }
  [[nodiscard]] const Arguments& globals() const noexcept { return globals_; }
  [[nodiscard]] const Style& style() const noexcept { return style_; }
  [[nodiscard]] Instant now() const { return clock_->now(); }
  [[nodiscard]] const Clock& clock() const noexcept { return *clock_; }
  [[nodiscard]] const TimeZones& zones() const noexcept { return zones_; }
  [[nodiscard]] const TimeZone& zone() const noexcept { return *zone_; }  // the device's
  [[nodiscard]] FileStore& files() noexcept { return files_; }
  [[nodiscard]] Random& random();

  // --home, else KINDLING_HOME, else the XDG data directory; with --demo the folder of the invented home, which is made
  // the first time that it is asked for and goes with the session.
  [[nodiscard]] Result<std::string> home_folder();
  [[nodiscard]] Result<Kindling*> home(HomeNeed need = HomeNeed::make);
  // The same for a command with a --passphrase-file of its own: that is tried where no other was named.
  [[nodiscard]] Result<Kindling*> home_beside(const Arguments& arguments, HomeNeed need);
  [[nodiscard]] Result<const Catalogue*> catalogue();

  void print(std::string_view text) { output_ += text; }
  // The one document of a run.
  void print_json(std::string_view document) { (output_ = document) += '\n'; }
  [[nodiscard]] std::string take_output() noexcept { return std::move(output_); }

 private:
  explicit Session(const Arguments& globals);
  [[nodiscard]] Result<std::string> demo_folder();
  [[nodiscard]] Result<Kindling*> open_home(const std::string& own_passphrase_file, HomeNeed need);

  Arguments globals_;
  bool json_;
  Style style_;
  PosixFiles files_;
  TzifZones zones_;
  const TimeZone* zone_ = nullptr;
  std::unique_ptr<Clock> clock_;
  std::unique_ptr<SystemRandom> random_;
  std::unique_ptr<Catalogue> catalogue_;
  std::optional<HeldSignals> held_signals_;  // while there is a folder to remove
  std::optional<PrivateFolder> demo_;
  std::unique_ptr<Kindling> home_;
  std::string output_;
};

}  // namespace kindling::cli
