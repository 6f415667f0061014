// libical as an independent judge of the iCalendar that we write. For tests only.
#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

namespace kindling {

struct LibicalVerdict {
  bool parsed = false;
  int errors = 0;        // lines and values that libical can't read
  bool allowed = false;  // icalrestriction_check: what RFC 5546 allows, and how often
  int longest_line = 0;  // octets, without the line's end
  // For each UID the starts that libical finds from 1 January `first_year` to the end of `last_year`, series expanded
  // (overrides are series of their own here). Floating and whole-day starts count as UTC.
  std::map<std::string, std::vector<std::chrono::sys_seconds>> starts;
  std::map<std::string, std::chrono::seconds> lengths;  // of the first occurrence
};

[[nodiscard]] LibicalVerdict judge_with_libical(const std::string& text, int first_year, int last_year);

}  // namespace kindling
