#include "platform/cli/session.hpp"

#include "app/demo/demo_home.hpp"
#include "assets/content.hpp"
#include "platform/cli/passphrase.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/circumstances.hpp"
#include "platform/common/home_place.hpp"

namespace kindling::cli {

Session::Session(const Arguments& globals)
    : globals_(globals), json_(globals.has("--json")), style_{!globals.has("--json") && output_is_coloured()} {}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::make(const Arguments& globals) {
  if (globals.has("--demo") && globals.has("--home"))
    return Error{ErrorCode::usage, "--demo has a home of its own; leave out either --demo or --home"};
  std::unique_ptr<Session> session(new Session(globals));
  auto found = read_circumstances(globals.optional_text("--now"), globals.optional_text("--zone"), session->zones_);
  if (!found) return found.error();
  session->clock_ = std::move(found->clock);
  session->zone_ = found->zone;
  return session;
}

Random& Session::random() {
  if (!random_) random_ = std::make_unique<SystemRandom>();
  return *random_;
}

Result<std::string> Session::home_folder() {
  if (globals_.has("--demo")) return demo_folder();
  return home_place(globals_.optional_text("--home"));
}

Result<std::string> Session::demo_folder() {
  if (demo_) return demo_->path();
  const auto content = catalogue();
  if (!content) return content.error();
  held_signals_.emplace();
  auto folder = PrivateFolder::make("kindling-demo");
  if (!folder) return folder.error();
  HomeOptions options;
  options.folder = folder->path();
  options.zone = zone_->name();
  if (auto made = make_demo_home(options, zones_, files_, **content, clock_->now()); !made) return made.error();
  demo_.emplace(std::move(*folder));
  return demo_->path();
}

Result<const Catalogue*> Session::catalogue() {
  if (!catalogue_) {
    auto loaded = Catalogue::load(packed_content());
    if (!loaded) return loaded.error();
    catalogue_ = std::make_unique<Catalogue>(std::move(*loaded));
  }
  return catalogue_.get();
}

Result<Kindling*> Session::home(HomeNeed need) { return open_home({}, need); }

Result<Kindling*> Session::home_beside(const Arguments& arguments, HomeNeed need) {
  return open_home(arguments.text("--passphrase-file"), need);
}

Result<Kindling*> Session::open_home(const std::string& own_passphrase_file, HomeNeed need) {
  if (home_) return home_.get();
  const auto folder = home_folder();
  if (!folder) return folder.error();
  std::string passphrase;
  if (const auto holder = KeyRing::holder_of(files_, *folder); holder && *holder == KeyHolder::passphrase) {
    auto given = current_passphrase(*this, own_passphrase_file);
    if (!given) return given.error();
    passphrase = std::move(*given);
  }
  const auto content = catalogue();
  if (!content) return content.error();
  HomeOptions options;
  options.folder = *folder;
  options.zone = zone_->name();
  options.passphrase = passphrase;
  options.durable = !demo_;
  options.must_exist = need == HomeNeed::exists;
  auto opened = Kindling::open(options, Ports{*clock_, random(), zones_, files_}, **content);
  if (!opened) return opened.error();
  home_ = std::move(*opened);
  return home_.get();
}

}  // namespace kindling::cli
