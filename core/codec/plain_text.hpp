// HTML as notes of other apps hold it, to plain text. Pure functions.
#pragma once

#include <string>
#include <string_view>

namespace kindling {

// Line breaks for <br>, <p>, <div>, <li>, <tr> and headings, "- " before list items, other tags left out, entities
// resolved (amp, lt, gt, quot, apos, nbsp and numbers), white space at both ends and more than one blank line removed.
// A "<" that begins no tag stays, so that plain text with "<3" survives. Never longer than twice the input.
[[nodiscard]] std::string plain_text_from_html(std::string_view html);

}  // namespace kindling
