// What the window and its pictures are started with, and the home that they open by it: a person's own, or the
// demonstration's, which lives as long as this. One thread.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "core/kindling.hpp"
#include "platform/common/posix_files.hpp"
#include "platform/common/private_folder.hpp"
#include "platform/common/system_clock.hpp"
#include "platform/common/tzif_zones.hpp"

namespace kindling {

struct LaunchOptions {
  std::optional<std::string> home;             // the folder; else by the environment
  std::optional<std::string> now;              // RFC 3339: stand at this instant
  std::optional<std::string> zone;             // IANA; else by the environment, else the system's
  std::optional<std::string> passphrase_file;  // what opens a locked home; else by the environment
  bool demo = false;                           // the demonstration home
  bool empty = false;                          // with demo: a new home with nothing in it
};

class Launch {
 public:
  [[nodiscard]] static Result<std::unique_ptr<Launch>> make(const LaunchOptions& options);
  Launch(const Launch&) = delete;
  Launch& operator=(const Launch&) = delete;
  ~Launch();

  // As app::Shell::open.
  [[nodiscard]] Result<std::unique_ptr<Kindling>> open(const std::string& passphrase);
  [[nodiscard]] const std::string& folder() const noexcept { return folder_; }
  [[nodiscard]] const Clock& clock() const noexcept { return *clock_; }
  [[nodiscard]] bool clock_stands() const noexcept { return clock_stands_; }
  [[nodiscard]] FileStore& files() noexcept { return files_; }

 private:
  Launch() = default;
  [[nodiscard]] Result<void> read_passphrase(const std::optional<std::string>& file);

  std::unique_ptr<Clock> clock_;
  bool clock_stands_ = false;
  SystemRandom random_;
  TzifZones zones_;
  PosixFiles files_;
  std::unique_ptr<Catalogue> catalogue_;
  std::string zone_;
  std::string folder_;
  std::string passphrase_;  // of the file, until it was tried
  std::optional<PrivateFolder> demo_;
};

}  // namespace kindling
