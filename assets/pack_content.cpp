// Build tool: reads the library's files, checks them and writes them as one C++ source with the packed bytes.
//
//   kindling_pack_content OUTPUT.cpp FILE.json...
#include <algorithm>
#include <fstream>
#include <iostream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "core/codec/content_json.hpp"
#include "core/library/content_pack.hpp"

namespace {

using kindling::Content;

// A string literal with octal escapes: compilers read it a hundred times faster than a list of numbers.
void write_literal(std::ostream& out, kindling::ByteView bytes) {
  constexpr std::size_t kLine = 100;
  constexpr std::string_view kDigits = "01234567";
  for (std::size_t start = 0; start < bytes.size(); start += kLine) {
    out << "    \"";
    for (const std::uint8_t byte : bytes.subspan(start, std::min(kLine, bytes.size() - start))) {
      const bool is_plain = byte >= ' ' && byte < 127 && byte != '"' && byte != '\\' && byte != '?';
      if (is_plain) {
        out << static_cast<char>(byte);
      } else {
        out << '\\' << kDigits[byte >> 6U] << kDigits[(byte >> 3U) & 7U] << kDigits[byte & 7U];
      }
    }
    out << "\"\n";
  }
}

bool read_into(std::vector<Content>& items, const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) {
    std::cerr << path << ": cannot be read\n";
    return false;
  }
  auto read = kindling::read_content_json(text);
  if (!read) {
    std::cerr << path << ": " << read.error().message << "\n";
    return false;
  }
  for (Content& item : *read) items.push_back(std::move(item));
  return true;
}

bool check_ids(const std::vector<Content>& items) {
  std::vector<std::string> ids;
  for (const Content& item : items) ids.push_back(item.id);
  std::sort(ids.begin(), ids.end());
  const auto twice = std::adjacent_find(ids.begin(), ids.end());
  if (twice != ids.end()) std::cerr << "the id " << *twice << " is given twice; every piece needs one of its own\n";
  if (ids.size() > kindling::kMostOfKind) std::cerr << "at most " << kindling::kMostOfKind << " pieces fit\n";
  return twice == ids.end() && ids.size() <= kindling::kMostOfKind;
}

std::string source_of(kindling::ByteView bytes) {
  std::ostringstream out;
  out << "#include \"assets/content.hpp\"\n\nnamespace {\n\nconstexpr char kPacked[] =\n";
  write_literal(out, bytes);
  out << "    ;\n\n}  // namespace\n\nkindling::ByteView kindling::packed_content() {\n"
         "  return bytes_of({kPacked, sizeof(kPacked) - 1});\n}\n";
  return out.str();
}

// The tool runs anew whenever the core changes; a file that stays as it was needs no compiling.
bool write_if_changed(const std::string& path, const std::string& source) {
  std::ifstream old(path, std::ios::binary);
  const std::string before((std::istreambuf_iterator<char>(old)), std::istreambuf_iterator<char>());
  if (old && before == source) return true;
  std::ofstream out(path, std::ios::binary);
  out << source;
  out.close();
  if (!out) std::cerr << path << ": cannot be written\n";
  return static_cast<bool>(out);
}

}  // namespace

int main(int count, char** arguments) {
  const std::vector<std::string> paths(arguments + std::min(count, 1), arguments + count);
  if (paths.size() < 2) {
    std::cerr << "usage: kindling_pack_content OUTPUT.cpp FILE.json...\n";
    return 2;
  }
  std::vector<Content> items;
  for (auto path = paths.begin() + 1; path != paths.end(); ++path) {
    if (!read_into(items, *path)) return 1;
  }
  if (!check_ids(items)) return 1;
  return write_if_changed(paths.front(), source_of(kindling::pack(items))) ? 0 : 1;
}
