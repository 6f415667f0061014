// Sentences for calling a date off, to be said or sent by whoever does: nobody sends them for them. Each says so, is
// sorry without a reason that has to be given, and leaves a door open. Pure; any thread.
#pragma once

#include <span>
#include <string_view>

namespace kindling {

struct KindRefusal {
  std::string_view about;  // what it is good for, in a few words
  std::string_view sentence;
};
[[nodiscard]] std::span<const KindRefusal> kind_refusals() noexcept;

}  // namespace kindling
