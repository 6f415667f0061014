#include "core/services/search_service.hpp"

#include <algorithm>

#include "core/base/text.hpp"
#include "core/domain/check_in.hpp"
#include "core/domain/keepsake.hpp"
#include "core/domain/plan.hpp"
#include "core/domain/ritual.hpp"
#include "core/services/library_service.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string folded = fold_case(text);
  for (std::size_t start = 0; (start = folded.find_first_not_of(" \t\n\r", start)) != std::string::npos;) {
    const std::size_t end = std::min(folded.find_first_of(" \t\n\r", start), folded.size());
    words.push_back(folded.substr(start, end - start));
    start = end;
  }
  return words;
}

bool holds_all(std::string_view text, const std::vector<std::string>& words) {
  const std::string folded = fold_case(text);
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return folded.find(word) != std::string::npos; });
}

// What a person wrote in one thing: its texts by the names of their fields.
template <class Entity>
std::vector<std::pair<std::string, std::string>> texts_of(Entity entity) {
  std::vector<std::pair<std::string, std::string>> texts;
  auto collect = [&texts](FieldNumber field, std::string_view name, auto& member) {
    using Member = std::remove_cvref_t<decltype(member)>;
    if (!is_sealed(Entity::kKind, field)) return;
    if constexpr (std::is_same_v<Member, std::string>) texts.emplace_back(name, member);
    if constexpr (std::is_same_v<Member, std::vector<std::string>>) {
      for (const std::string& line : member) texts.emplace_back(name, line);
    }
  };
  describe(collect, entity);
  return texts;
}

template <class Entity>
void find_in(Space& space, const std::vector<std::string>& words, std::vector<SearchHit>& hits) {
  for (const Entity& entity : load_all<Entity>(space.tables())) {
    const auto texts = texts_of(entity);
    std::string all;
    for (const auto& [name, text] : texts) all += text + "\n";
    if (!holds_all(all, words)) continue;
    SearchHit& hit = hits.emplace_back();
    hit.subject = {space.kind(), Entity::kKind, entity.id.bytes};
    const auto where = std::find_if(texts.begin(), texts.end(),
                                    [&](const auto& entry) { return holds_all(entry.second, {words.front()}); });
    if (where != texts.end()) hit.field = where->first;
    const auto name =
        std::find_if(texts.begin(), texts.end(), [](const auto& entry) { return entry.first == "title"; });
    hit.title = name != texts.end() ? name->second : where != texts.end() ? where->second : "";
  }
}

}  // namespace

Result<std::vector<SearchHit>> SearchService::search(std::string_view text, std::size_t limit) {
  if (auto checked = check_title(text, "a search"); !checked) return checked.error();
  const auto words = words_of(text);
  std::vector<SearchHit> hits;
  find_in<Reminder>(context_.self, words, hits);
  find_in<Reminder>(context_.couple, words, hits);
  find_in<Ritual>(context_.couple, words, hits);
  find_in<Plan>(context_.couple, words, hits);
  find_in<Idea>(context_.self, words, hits);
  find_in<CheckIn>(context_.self, words, hits);
  find_in<PromptAnswer>(context_.self, words, hits);
  find_in<Memory>(context_.self, words, hits);
  find_in<Appreciation>(context_.self, words, hits);
  for (Space* space : {&context_.self, &context_.couple}) {
    if (auto status = space->take_status(); !status) return status.error();
  }
  // Ids begin with their time: the greater, the newer.
  std::stable_sort(hits.begin(), hits.end(),
                   [](const SearchHit& a, const SearchHit& b) { return a.subject.id > b.subject.id; });
  if (hits.size() > limit) hits.resize(limit);
  return hits;
}

}  // namespace kindling
