#include "core/services/drift_steps.hpp"

#include <algorithm>

namespace kindling {
namespace {

constexpr std::size_t kMost = 3;

std::string_view article_for(Signal signal) {
  switch (signal) {
    case Signal::mood: return "article.mood.a-low-patch";
    case Signal::check_ins: return "article.closeness.how-flatmates-happen";
    case Signal::rituals: return "article.rituals.missed-days";
    case Signal::touch: return "article.touch.touch-went-quiet";
    case Signal::together: break;
  }
  return "article.time.no-evening-free";
}

}  // namespace

Result<std::vector<DriftStep>> drift_steps(LibraryService& library, const std::vector<Signal>& signals) {
  std::vector<Content> articles;
  for (const Signal signal : signals) {
    auto found = library.find(article_for(signal));
    if (!found) return found.error();
    articles.push_back(std::move(found->content));
  }
  // The first of each page comes before the second of any.
  std::vector<DriftStep> steps;
  for (std::size_t number = 0; number < kMost; ++number) {
    for (const Content& article : articles) {
      if (number >= article.steps.size() || steps.size() == kMost) continue;
      steps.push_back({article.steps[number], article.id, article.title});
    }
  }
  return steps;
}

}  // namespace kindling
