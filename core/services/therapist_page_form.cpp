#include "core/services/therapist_page_form.hpp"

namespace kindling {
namespace {

constexpr std::string_view kTitle = "Notes for our talk";
constexpr std::string_view kOwnNotes = "What I would like to say";

// No script, nothing from elsewhere, and a policy that says so to the program that shows it.
constexpr std::string_view kHtmlHead = R"(<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Notes for our talk</title>
<style>
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 1em/1.5 sans-serif; }
h2 { margin: 1.6em 0 .2em; font-size: 1em; }
p { margin: .2em 0; white-space: pre-wrap; overflow-wrap: anywhere; }
</style>
</head>
<body>
)";

// Text in which no character means anything to a browser.
std::string escaped(std::string_view text) {
  std::string safe;
  for (const char c : text) {
    switch (c) {
      case '&': safe += "&amp;"; break;
      case '<': safe += "&lt;"; break;
      case '>': safe += "&gt;"; break;
      case '"': safe += "&quot;"; break;
      case '\'': safe += "&#39;"; break;
      default: safe += c;
    }
  }
  return safe;
}

std::string head_of(const PageEntry& entry) { return to_string(entry.date) + "  " + entry.head; }

}  // namespace

std::string page_text(const std::vector<PageEntry>& entries, std::string_view notes) {
  std::string text = std::string(kTitle) + "\n";
  if (!notes.empty()) (((text += "\n") += kOwnNotes) += "\n\n").append(notes) += "\n";
  for (const PageEntry& entry : entries) {
    text += "\n" + head_of(entry) + "\n";
    if (!entry.text.empty()) text += entry.text + "\n";
  }
  return text;
}

std::string page_html(const std::vector<PageEntry>& entries, std::string_view notes) {
  std::string html(kHtmlHead);
  html += "<h1>" + std::string(kTitle) + "</h1>\n";
  if (!notes.empty()) html += "<h2>" + std::string(kOwnNotes) + "</h2>\n<p>" + escaped(notes) + "</p>\n";
  for (const PageEntry& entry : entries) {
    html += "<h2>" + escaped(head_of(entry)) + "</h2>\n";
    if (!entry.text.empty()) html += "<p>" + escaped(entry.text) + "</p>\n";
  }
  return html + "</body>\n</html>\n";
}

}  // namespace kindling
