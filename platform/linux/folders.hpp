// Folders, as Linux desktops show them: by the file manager that answers on the session bus, else by xdg-open.
#pragma once

#include "app/model/folders.hpp"

namespace kindling {

class LinuxFolders final : public app::Folders {
 public:
  [[nodiscard]] Result<void> open(const std::string& path) override;
  // XDG_DOCUMENTS_DIR of the person's user-dirs.dirs, else Documents in their home folder.
  [[nodiscard]] std::string documents() const override;
};

// What user-dirs.dirs says of documents; empty where it says nothing that holds. `home` stands for $HOME.
[[nodiscard]] std::string documents_of(std::string_view user_dirs, const std::string& home);

}  // namespace kindling
