// What could be done where the last weeks look different from the usual: small steps of the library's articles, by the
// signs that are lower. One thread.
#pragma once

#include <string>
#include <vector>

#include "core/insight/drift.hpp"
#include "core/services/library_service.hpp"

namespace kindling {

struct DriftStep {
  std::string text;
  std::string article;  // the id of the page that it stands on
  std::string title;    // that page's
};

// Two or three of them: those of one sign's page, or one or two of each page where there are more signs.
[[nodiscard]] Result<std::vector<DriftStep>> drift_steps(LibraryService& library, const std::vector<Signal>& signals);

}  // namespace kindling
