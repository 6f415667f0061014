// How a page for a therapist is set: as plain text, and as one HTML file without a script or anything from elsewhere.
// Pure; any thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/services/therapist_page.hpp"

namespace kindling {

// `notes` come first, where there are any. REQUIRES: valid UTF-8.
[[nodiscard]] std::string page_text(const std::vector<PageEntry>& entries, std::string_view notes);
[[nodiscard]] std::string page_html(const std::vector<PageEntry>& entries, std::string_view notes);

}  // namespace kindling
