#include "platform/sdl/launch.hpp"

#include "app/demo/demo_home.hpp"
#include "assets/content.hpp"
#include "platform/common/home_place.hpp"
#include "platform/common/system_zone.hpp"

namespace kindling {

Launch::~Launch() = default;

Result<std::unique_ptr<Launch>> Launch::make(const LaunchOptions& options) {
  if (options.demo && options.home) {
    return Error{ErrorCode::usage, "--demo has a home of its own; leave out either --demo or --home"};
  }
  std::unique_ptr<Launch> launch(new Launch);
  if (const auto now = options.now ? options.now : environment("KINDLING_NOW")) {
    const auto instant = parse_instant(*now);
    if (!instant) return invalid("--now: " + instant.error().message);
    launch->clock_ = std::make_unique<FixedClock>(*instant);
    launch->clock_stands_ = true;
  } else {
    launch->clock_ = std::make_unique<SystemClock>();
  }
  launch->zone_ = options.zone.value_or(system_zone_name());
  if (launch->zones_.find(launch->zone_) == nullptr) {
    if (options.zone) return invalid("--zone: there is no such time zone; write one like Europe/Berlin");
    launch->zone_ = "UTC";
  }
  auto catalogue = Catalogue::load(packed_content());
  if (!catalogue) return catalogue.error();
  launch->catalogue_ = std::make_unique<Catalogue>(std::move(*catalogue));
  if (!options.demo) {
    auto place = home_place(options.home);
    if (!place) return place.error();
    launch->folder_ = *place;
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

Result<std::unique_ptr<Kindling>> Launch::open(const std::string& passphrase) {
  HomeOptions options;
  options.folder = folder_;
  options.zone = zone_;
  options.passphrase = passphrase;
  options.durable = !demo_;
  return Kindling::open(options, Ports{*clock_, random_, zones_, files_}, *catalogue_);
}

}  // namespace kindling
