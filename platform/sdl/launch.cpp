#include "platform/sdl/launch.hpp"

#include <utility>

#include "app/demo/demo_home.hpp"
#include "assets/content.hpp"
#include "platform/common/circumstances.hpp"
#include "platform/common/home_place.hpp"
#include "platform/common/passphrase_file.hpp"

namespace kindling {

Launch::~Launch() = default;

Result<std::unique_ptr<Launch>> Launch::make(const LaunchOptions& options) {
  if (options.demo && options.home) {
    return Error{ErrorCode::usage, "--demo has a home of its own; leave out either --demo or --home"};
  }
  std::unique_ptr<Launch> launch(new Launch);
  auto circumstances = read_circumstances(options.now, options.zone, launch->zones_);
  if (!circumstances) return circumstances.error();
  launch->clock_ = std::move(circumstances->clock);
  launch->clock_stands_ = circumstances->clock_stands;
  launch->zone_ = circumstances->zone->name();
  auto catalogue = Catalogue::load(packed_content());
  if (!catalogue) return catalogue.error();
  launch->catalogue_ = std::make_unique<Catalogue>(std::move(*catalogue));
  if (!options.demo) {
    auto place = home_place(options.home);
    if (!place) return place.error();
    launch->folder_ = *place;
    if (auto read = launch->read_passphrase(options.passphrase_file); !read) return read.error();
    return launch;
  }
  auto folder = PrivateFolder::make("kindling-demo");
  if (!folder) return folder.error();
  launch->folder_ = folder->path();
  launch->demo_.emplace(std::move(*folder));
  if (options.empty) return launch;
  HomeOptions home;
  home.folder = launch->folder_;
  home.zone = launch->zone_;
  if (auto made = make_demo_home(home, launch->zones_, launch->files_, *launch->catalogue_, launch->clock_->now());
      !made) {
    return made.error();
  }
  return launch;
}

Result<void> Launch::read_passphrase(const std::optional<std::string>& file) {
  const auto named = file ? file : environment("KINDLING_PASSPHRASE_FILE");
  const auto holder = KeyRing::holder_of(files_, folder_);
  if (!named || !holder || *holder != KeyHolder::passphrase) return {};
  auto read = read_passphrase_file(files_, *named);
  if (!read) return read.error();
  passphrase_ = std::move(*read);
  return {};
}

Result<std::unique_ptr<Kindling>> Launch::open(const std::string& passphrase) {
  HomeOptions options;
  options.folder = folder_;
  options.zone = zone_;
  // That of the file opens the home once: who locks it then has to type.
  const std::string of_file = std::exchange(passphrase_, {});
  options.passphrase = passphrase.empty() ? of_file : passphrase;
  options.durable = !demo_;
  return Kindling::open(options, Ports{*clock_, random_, zones_, files_}, *catalogue_);
}

}  // namespace kindling
