// A page to take to a therapist: entries that its owner chose one by one, and notes of their own, as readable text or
// as one HTML file that needs nothing else. Nothing is chosen by itself, nothing of the choice is kept. One thread.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/ports/file_store.hpp"
#include "core/services/context.hpp"
#include "core/services/library_service.hpp"

namespace kindling {

enum class PageFormat { text, html };
template <>
struct EnumNames<PageFormat> {
  static constexpr std::array<std::string_view, 2> kNames{"text", "html"};
};

inline constexpr std::size_t kMostPageEntries = 500;

// Something that may be put on it: a check-in, a memory, an appreciation or the answer to a question.
struct PageEntry {
  EntityRef ref;
  LocalDate date;
  std::string head;  // "Check-in: calm, pleasant", "Memory", "Appreciation", the question
  std::string text;  // may be empty
};

// What goes on it, in the order of their dates whatever the order they were chosen in.
struct PageChoice {
  std::vector<EntityRef> entries;
  std::string notes;  // above the entries; may be empty
};

class TherapistPage {
 public:
  TherapistPage(const Context& context, LibraryService& library) : context_(context), library_(library) {}

  // All that may be chosen of one kind, the newest first, at most `limit`. REQUIRES: one of the four kinds.
  [[nodiscard]] Result<std::vector<PageEntry>> entries(EntityKind kind, std::size_t limit);
  [[nodiscard]] Result<PageEntry> entry(const EntityRef& ref);

  // The file, to the last character. Fails with invalid where nothing was chosen and nothing written, with not_found
  // where an entry is gone.
  [[nodiscard]] Result<std::string> compose(const PageChoice& choice, PageFormat format);
  // Writes what `compose` gives, readable by its owner alone; the bytes that were written. Fails with invalid where
  // there is a file of that name, no such folder, or another ending than that of the format.
  [[nodiscard]] Result<std::size_t> write(const PageChoice& choice, const std::string& path, FileStore& files);

 private:
  const Context& context_;
  LibraryService& library_;
};

// By its ending: .txt, .html or .htm. Fails with invalid for another.
[[nodiscard]] Result<PageFormat> page_format_of(std::string_view path);

}  // namespace kindling
