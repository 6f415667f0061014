#include "core/services/therapist_page.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>

#include "core/base/text.hpp"
#include "core/domain/check_in.hpp"
#include "core/domain/entity_types.hpp"
#include "core/domain/keepsake.hpp"
#include "core/domain/mood_words.hpp"
#include "core/recurrence/schedule.hpp"
#include "core/services/therapist_page_form.hpp"
#include "core/storage/repository.hpp"

namespace kindling {
namespace {

constexpr std::size_t kMostPath = 1'000;  // bytes

LocalDate date_at(const Context& context, Instant at, const std::string& zone = {}) {
  const TimeZone* there = zone.empty() ? nullptr : context.zones.find(zone);
  return date_of(to_local(std::chrono::floor<std::chrono::seconds>(at), there == nullptr ? context.zone : *there));
}

// Turns a kept thing into what stands on the page.
class EntryMaker {
 public:
  EntryMaker(const Context& context, LibraryService& library) : context_(context), library_(library) {}

  PageEntry operator()(const CheckIn& check_in) const {
    std::string head = "Check-in: " + std::string(mood_words(check_in.valence, check_in.energy));
    for (const std::string& feeling : check_in.feelings) head += ", " + feeling;
    std::string text = check_in.note;
    if (!check_in.need.empty()) text += (text.empty() ? "" : "\n") + std::string("Would be good: ") + check_in.need;
    return {ref_of(check_in), date_at(context_, check_in.at, check_in.zone), std::move(head), std::move(text)};
  }
  PageEntry operator()(const Memory& memory) const { return {ref_of(memory), memory.date, "Memory", memory.text}; }
  PageEntry operator()(const Appreciation& one) const {
    return {ref_of(one), date_at(context_, one.at), "Appreciation", one.text};
  }
  PageEntry operator()(const PromptAnswer& answer) const {
    const auto question = library_.find(answer.prompt);
    return {ref_of(answer), date_at(context_, answer.at), question ? question->content.text : "A question",
            answer.text};
  }

 private:
  template <class Entity>
  static EntityRef ref_of(const Entity& entity) {
    return {SpaceKind::self, Entity::kKind, entity.id.bytes};
  }

  const Context& context_;
  LibraryService& library_;
};

// Calls visit with the type of a kind that may stand on the page; false for any other.
template <class Visit>
bool with_type(EntityKind kind, Visit&& visit) {
  switch (kind) {
    case EntityKind::check_in: visit(EntityType<CheckIn>{}); return true;
    case EntityKind::memory: visit(EntityType<Memory>{}); return true;
    case EntityKind::appreciation: visit(EntityType<Appreciation>{}); return true;
    case EntityKind::prompt_answer: visit(EntityType<PromptAnswer>{}); return true;
    default: return false;
  }
}

Error no_such_kind() {
  return invalid("a check-in, a memory, an appreciation or an answer of your own can go on the page");
}

Result<void> check_path(const std::string& path, const FileStore& files) {
  if (path.empty() || path.size() > kMostPath || !is_valid_utf8(path) || path.find('\n') != std::string::npos ||
      path.find('\0') != std::string::npos)
    return invalid("a file's name was wanted, such as /home/me/page.txt, of at most 1000 characters");
  const std::size_t slash = path.find_last_of('/');
  if (slash != std::string::npos && slash > 0 && !files.exists(path.substr(0, slash)))
    return invalid("there is no such folder; give one that is there");
  if (files.exists(path)) return invalid("there is a file of that name already; give another name");
  return {};
}

}  // namespace

Result<PageFormat> page_format_of(std::string_view path) {
  const std::string name = fold_case(path.substr(path.find_last_of('/') + 1));
  const auto ends = [&](std::string_view ending) { return name.size() > ending.size() && name.ends_with(ending); };
  if (ends(".txt")) return PageFormat::text;
  if (ends(".html") || ends(".htm")) return PageFormat::html;
  return invalid("the page is a file that ends with .txt or .html; give such a name");
}

Result<std::vector<PageEntry>> TherapistPage::entries(EntityKind kind, std::size_t limit) {
  std::vector<PageEntry> found;
  const EntryMaker entry(context_, library_);
  const bool known = with_type(kind, [&](auto type) {
    using Entity = typename decltype(type)::type;
    for (const Entity& one : load_all<Entity>(context_.self.tables(), {}, Order::descending, limit))
      found.push_back(entry(one));
  });
  if (!known) return no_such_kind();
  if (auto status = context_.self.take_status(); !status) return status.error();
  return found;
}

Result<PageEntry> TherapistPage::entry(const EntityRef& ref) {
  std::optional<Result<PageEntry>> found;
  if (ref.space == SpaceKind::self) {
    with_type(ref.kind, [&](auto type) {
      using Entity = typename decltype(type)::type;
      const auto entity = require<Entity>(context_.self.tables(), ref);
      found = entity ? Result<PageEntry>(EntryMaker(context_, library_)(*entity)) : Result<PageEntry>(entity.error());
    });
  }
  if (auto status = context_.self.take_status(); !status) return status.error();
  if (!found) return no_such_kind();
  return std::move(*found);
}

Result<std::string> TherapistPage::compose(const PageChoice& choice, PageFormat format) {
  if (auto checked = check_note(choice.notes, "the notes"); !checked) return checked.error();
  if (choice.entries.size() > kMostPageEntries)
    return invalid("at most 500 entries go on a page; choose those that matter most");
  const std::string notes(trim(choice.notes));
  if (choice.entries.empty() && notes.empty())
    return invalid("the page is empty; choose an entry or write a note of your own");
  std::vector<PageEntry> entries;
  for (const EntityRef& ref : choice.entries) {
    const bool again = std::any_of(entries.begin(), entries.end(), [&](const auto& one) { return one.ref == ref; });
    if (again) continue;
    auto found = entry(ref);
    if (!found) return found.error();
    entries.push_back(std::move(*found));
  }
  std::stable_sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  return format == PageFormat::text ? page_text(entries, notes) : page_html(entries, notes);
}

Result<std::size_t> TherapistPage::write(const PageChoice& choice, const std::string& path, FileStore& files) {
  const auto format = page_format_of(path);
  if (!format) return format.error();
  if (auto checked = check_path(path, files); !checked) return checked.error();
  const auto page = compose(choice, *format);
  if (!page) return page.error();
  const auto made = files.create(path, bytes_of(*page));
  if (!made) return made.error();
  if (!*made) return invalid("there is a file of that name already; give another name");
  return page->size();
}

}  // namespace kindling
