// Pieces of content for tests, one line each.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "core/library/catalogue.hpp"

namespace kindling {

inline Content piece(std::string id, ContentKind kind = ContentKind::date, int comfort = 0, int novelty = 1) {
  Content content;
  content.id = std::move(id);
  content.kind = kind;
  content.category = kind == ContentKind::prompt ? "play" : kind == ContentKind::gesture ? "care" : "home";
  content.title = "Title of " + content.id;
  content.text = "Text of " + content.id;
  content.comfort = comfort;
  content.novelty = novelty;
  return content;
}

// "date.home.0" and so on, novelty 1, 2, 3 in turn.
inline std::vector<Content> pieces(int count) {
  std::vector<Content> made;
  for (int i = 0; i < count; ++i)
    made.push_back(piece("date.home." + std::to_string(i), ContentKind::date, 0, 1 + i % 3));
  return made;
}

inline std::vector<const Content*> pointers(const std::vector<Content>& contents) {
  std::vector<const Content*> all;
  for (const Content& content : contents) all.push_back(&content);
  return all;
}

inline std::vector<Candidate> candidates_of(const std::vector<const Content*>& contents) {
  std::vector<Candidate> all;
  for (const Content* content : contents) all.push_back({content->id, content->novelty, content->repeat_days});
  return all;
}

// What was shown, as a service would keep it.
class ShownMarks {
 public:
  void show(const Content& content, LocalDate date) {
    Shown& mark = marks_[content.id];
    mark.last = date;
    ++mark.times;
  }
  void show(const Candidate& candidate, LocalDate date) {
    Shown& mark = marks_[candidate.id];
    mark.last = date;
    ++mark.times;
  }
  // Of a Content or a Candidate.
  template <class Piece>
  [[nodiscard]] Shown operator()(const Piece& piece) const {
    const auto found = marks_.find(piece.id);
    return found == marks_.end() ? Shown{} : found->second;
  }

 private:
  std::map<std::string, Shown> marks_;
};

}  // namespace kindling
