#include "platform/common/zip_writer.hpp"

#include <unzip.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <memory>
#include <set>
#include <string_view>
#include <utility>

#include "core/base/text.hpp"
#include "platform/common/zip_memory.hpp"

namespace kindling {
namespace {

constexpr std::size_t kNameLimit = 255;
constexpr uLong kUtf8Names = 1U << 11U;          // general purpose bit 11
constexpr uLong kMadeByUnix = (3U << 8U) | 20U;  // so that external_fa holds a Unix mode
constexpr uLong kPlainFile = 0100600UL << 16U;   // readable by its owner alone
constexpr uInt kLargestPiece = 16U * 1024U * 1024U;

struct CloseUnzip {
  void operator()(void* file) const noexcept { unzClose(file); }
};

bool is_allowed(std::string_view name) {
  if (name.empty() || name.size() > kNameLimit || !is_valid_utf8(name)) return false;
  const auto is_bad = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == '\\' || c == ':' || c == 0x7F; };
  if (std::any_of(name.begin(), name.end(), is_bad)) return false;
  while (true) {
    const std::size_t slash = name.find('/');
    const std::string_view part = name.substr(0, slash);
    if (part.empty() || part == "." || part == "..") return false;
    if (slash == std::string_view::npos) return true;
    name.remove_prefix(slash + 1);
  }
}

Error bad_name() { return invalid("a name in the archive isn't a plain relative path, or comes twice"); }
Error too_large(const ZipLimits& limits) {
  return invalid("the archive holds more than " + std::to_string(limits.total_bytes / (1024 * 1024)) + " MiB");
}
Error too_many(const ZipLimits& limits) {
  return invalid("the archive holds more than " + std::to_string(limits.entries) + " files");
}
Error damaged() { return invalid("the archive is damaged or no zip archive"); }

// minizip takes an end record at the very start for none, so it opens no archive without files.
bool is_empty_archive(ByteView bytes) {
  constexpr std::array<std::uint8_t, 4> kEndRecord{'P', 'K', 5, 6};
  constexpr std::size_t kEndRecordSize = 22;
  return bytes.size() == kEndRecordSize && std::equal(kEndRecord.begin(), kEndRecord.end(), bytes.begin()) &&
         std::all_of(bytes.begin() + kEndRecord.size(), bytes.end(), [](std::uint8_t byte) { return byte == 0; });
}

zip_fileinfo info_for(LocalDateTime modified) {
  constexpr LocalDate kEarliest{std::chrono::year(1980) / 1 / 1};
  constexpr LocalDate kLatest{std::chrono::year(2107) / 12 / 31};
  modified = std::clamp(modified, LocalDateTime(kEarliest), LocalDateTime(kLatest));
  const auto date = calendar(date_of(modified));
  const std::chrono::hh_mm_ss clock(modified - LocalDateTime(date_of(modified)));
  zip_fileinfo info{};
  info.tmz_date.tm_year = static_cast<uInt>(static_cast<int>(date.year()));
  info.tmz_date.tm_mon = static_cast<unsigned>(date.month()) - 1;
  info.tmz_date.tm_mday = static_cast<unsigned>(date.day());
  info.tmz_date.tm_hour = static_cast<uInt>(clock.hours().count());
  info.tmz_date.tm_min = static_cast<uInt>(clock.minutes().count());
  info.tmz_date.tm_sec = static_cast<uInt>(clock.seconds().count());
  info.external_fa = kPlainFile;
  return info;
}

LocalDateTime time_from(const tm_unz& time) {
  const std::chrono::year_month_day date{std::chrono::year(static_cast<int>(time.tm_year)),
                                         std::chrono::month(time.tm_mon + 1), std::chrono::day(time.tm_mday)};
  // Archives made without a clock have month 0: 1980 says as much.
  if (!date.ok()) return LocalDateTime(LocalDate(std::chrono::year(1980) / 1 / 1));
  return LocalDateTime(LocalDate(date)) + std::chrono::hours(std::min(time.tm_hour, 23U)) +
         std::chrono::minutes(std::min(time.tm_min, 59U)) + std::chrono::seconds(std::min(time.tm_sec, 59U));
}

bool add_entry(zipFile archive, const ZipEntry& entry) {
  const zip_fileinfo info = info_for(entry.modified);
  if (zipOpenNewFileInZip4_64(archive, entry.name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr, Z_DEFLATED,
                              Z_DEFAULT_COMPRESSION, 0, -MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY, nullptr, 0,
                              kMadeByUnix, kUtf8Names, 0) != ZIP_OK) {
    return false;
  }
  bool written = true;
  for (ByteView rest = entry.content; !rest.empty() && written;) {
    const auto count = static_cast<uInt>(std::min<std::size_t>(rest.size(), kLargestPiece));
    written = zipWriteInFileInZip(archive, rest.data(), count) == ZIP_OK;
    rest = rest.subspan(count);
  }
  return zipCloseFileInZip(archive) == ZIP_OK && written;
}

// The current entry's bytes, of at most `limit` whatever size the archive declares. minizip checks the checksum only
// where all of that size was read, so what ends early is damaged as well.
Result<Bytes> unpack(unzFile archive, std::uint64_t declared, std::uint64_t limit, const ZipLimits& limits) {
  if (unzOpenCurrentFile(archive) != UNZ_OK) return damaged();
  Bytes content;
  std::array<std::uint8_t, 32 * 1024> piece;
  while (true) {
    const int count = unzReadCurrentFile(archive, piece.data(), static_cast<unsigned>(piece.size()));
    if (count < 0) {
      unzCloseCurrentFile(archive);
      return damaged();
    }
    if (count == 0) break;
    if (content.size() + static_cast<std::size_t>(count) > limit) {
      unzCloseCurrentFile(archive);
      return too_large(limits);
    }
    content.insert(content.end(), piece.begin(), piece.begin() + count);
  }
  if (unzCloseCurrentFile(archive) != UNZ_OK || content.size() != declared) return damaged();
  return content;
}

}  // namespace

Result<Bytes> zip(std::span<const ZipEntry> entries, const ZipLimits& limits) {
  if (entries.size() > limits.entries) return too_many(limits);
  std::set<std::string_view> names;
  std::uint64_t total = 0;
  for (const ZipEntry& entry : entries) {
    if (!is_allowed(entry.name) || !names.insert(entry.name).second) return bad_name();
    total += entry.content.size();
  }
  if (total > limits.total_bytes) return too_large(limits);
  ZipMemory memory;
  memory.writing = true;
  zlib_filefunc64_def functions = zip_memory_functions(memory);
  const zipFile archive = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
  if (archive == nullptr) return failed("the archive could not be begun");
  const bool added =
      std::all_of(entries.begin(), entries.end(), [&](const ZipEntry& entry) { return add_entry(archive, entry); });
  if (zipClose(archive, nullptr) != ZIP_OK || !added) return failed("the archive could not be packed");
  return std::move(memory.written);
}

Result<std::vector<ZipEntry>> unzip(ByteView bytes, const ZipLimits& limits) {
  if (is_empty_archive(bytes)) return std::vector<ZipEntry>{};
  ZipMemory memory;
  memory.read_only = bytes;
  zlib_filefunc64_def functions = zip_memory_functions(memory);
  const std::unique_ptr<void, CloseUnzip> archive(unzOpen2_64("", &functions));
  unz_global_info64 global{};
  if (archive == nullptr || unzGetGlobalInfo64(archive.get(), &global) != UNZ_OK) return damaged();
  if (global.number_entry > limits.entries) return too_many(limits);
  std::vector<ZipEntry> entries;
  std::set<std::string> names;
  std::uint64_t total = 0;
  for (ZPOS64_T i = 0; i < global.number_entry; ++i) {
    if ((i == 0 ? unzGoToFirstFile(archive.get()) : unzGoToNextFile(archive.get())) != UNZ_OK) return damaged();
    unz_file_info64 info{};
    std::array<char, kNameLimit + 1> name{};
    if (unzGetCurrentFileInfo64(archive.get(), &info, name.data(), name.size(), nullptr, 0, nullptr, 0) != UNZ_OK) {
      return damaged();
    }
    if (info.size_filename > kNameLimit) return bad_name();
    const std::string_view path(name.data(), info.size_filename);
    if (path.ends_with('/') && is_allowed(path.substr(0, path.size() - 1))) continue;
    if (!is_allowed(path) || !names.emplace(path).second) return bad_name();
    if ((info.flag & 1U) != 0) return invalid("the archive is encrypted; unpack it first");
    Result<Bytes> content = unpack(archive.get(), info.uncompressed_size, limits.total_bytes - total, limits);
    if (!content) return std::move(content).error();
    total += content->size();
    entries.push_back({std::string(path), *std::move(content), time_from(info.tmu_date)});
  }
  return entries;
}

}  // namespace kindling
