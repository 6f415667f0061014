#include "core/talk/kind_refusals.hpp"

#include <array>

namespace kindling {

std::span<const KindRefusal> kind_refusals() noexcept {
  static constexpr std::array<KindRefusal, 4> kAll{
      {{"Another evening",
        "I can't manage it after all, and I'm sorry. I was looking forward to it. Could we find another evening?"},
       {"Too tired",
        "I'm too worn out to be good company this time. I'd rather give it a proper evening. May we move it to next "
        "week?"},
       {"Something came up",
        "Something has come up that I can't shift. You matter to me more than it does. When else would suit you?"},
       {"A smaller one", "Could we make it smaller: half an hour and a cup of tea, and the rest another day?"}}};
  return kAll;
}

}  // namespace kindling
