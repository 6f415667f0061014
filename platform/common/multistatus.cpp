#include "platform/common/multistatus.hpp"

#include <charconv>
#include <memory>
#include <optional>
#include <string_view>
#include <type_traits>
#include <utility>

#include "core/base/text.hpp"
#include "core/sync/store_names.hpp"
#include "platform/common/expat_library.hpp"
#include "platform/common/http_date.hpp"

namespace kindling {
namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kTextLimit = 4096;
constexpr char kSeparator = '|';

Error not_understood() {
  return failed("the store's server lists its files in a way that can't be understood; check the store's address");
}

// Walks through the document. What a `propstat` says counts once its status is known to be a good one.
class Reader {
 public:
  explicit Reader(const ExpatLibrary& expat) : expat_(expat), parser_(make(expat)) {}

  Result<std::vector<MultistatusEntry>> read(ByteView document) {
    if (parser_ == nullptr || document.size() > kMultistatusLimit) return not_understood();
    expat_.set_user_data(parser_.get(), this);
    expat_.set_element_handler(
        parser_.get(), [](void* self, const char* name, const char**) { static_cast<Reader*>(self)->open(name); },
        [](void* self, const char* name) { static_cast<Reader*>(self)->close(name); });
    expat_.set_character_data_handler(parser_.get(), [](void* self, const char* text, int size) {
      static_cast<Reader*>(self)->add({text, static_cast<std::size_t>(size)});
    });
    expat_.set_start_doctype_decl_handler(parser_.get(), [](void* self, const char*, const char*, const char*, int) {
      static_cast<Reader*>(self)->stop();
    });
    const std::string_view text = text_of(document);
    if (expat_.parse(parser_.get(), text.data(), static_cast<int>(text.size()), XML_TRUE) != XML_STATUS_OK ||
        has_stopped_ || !is_multistatus_)
      return not_understood();
    return std::move(entries_);
  }

 private:
  struct Free {
    const ExpatLibrary* expat;
    void operator()(XML_Parser parser) const { expat->parser_free(parser); }
  };
  using Parser = std::unique_ptr<std::remove_pointer_t<XML_Parser>, Free>;

  static Parser make(const ExpatLibrary& expat) {
    return Parser(expat.parser_create_ns(nullptr, kSeparator), Free{&expat});
  }

  void stop() {
    has_stopped_ = true;
    expat_.stop_parser(parser_.get(), XML_FALSE);
  }

  // The name of an element of WebDAV; empty for others.
  static std::string_view dav(std::string_view name) {
    constexpr std::string_view kNamespace = "DAV:|";
    return name.starts_with(kNamespace) ? name.substr(kNamespace.size()) : std::string_view();
  }

  void open(const char* full_name) {
    if (has_stopped_) return;
    const std::string_view name = dav(full_name);
    if (++depth_ > kDeepest) return stop();
    if (depth_ == 1) {
      is_multistatus_ = name == "multistatus";
      if (!is_multistatus_) stop();
    } else if (depth_ == 2 && name == "response") {
      entry_ = MultistatusEntry();
      is_good_ = true;
    } else if (depth_ == 3 && name == "propstat") {
      is_folder_ = false;
      size_ = 0;
      changed_.reset();
      is_propstat_good_ = true;
    } else if (name == "collection") {
      is_folder_ = true;
    }
    text_.clear();
  }

  void close(const char* full_name) {
    if (has_stopped_) return;
    const std::string_view name = dav(full_name);
    if (depth_ == 3 && name == "href")
      entry_.href = std::string(trim(text_));
    else if (depth_ == 3 && name == "status")
      is_good_ = says_ok();
    else if (depth_ == 4 && name == "status")
      is_propstat_good_ = says_ok();
    else if (depth_ == 5 && name == "getcontentlength")
      take_size();
    else if (depth_ == 5 && name == "getlastmodified")
      changed_ = parse_http_date(trim(text_));
    else if (depth_ == 3 && name == "propstat" && is_propstat_good_) {
      entry_.is_folder = entry_.is_folder || is_folder_;
      if (size_ != 0) entry_.size = size_;
      if (changed_) entry_.changed = changed_;
    } else if (depth_ == 2 && name == "response" && is_good_) {
      if (entries_.size() == kMultistatusEntries) return stop();
      entries_.push_back(std::move(entry_));
    }
    --depth_;
    text_.clear();
  }

  void add(std::string_view text) {
    if (has_stopped_) return;
    if (text_.size() + text.size() > kTextLimit) return stop();
    text_ += text;
  }

  // "HTTP/1.1 200 OK"
  [[nodiscard]] bool says_ok() const {
    const std::string_view text = trim(text_);
    const std::size_t space = text.find(' ');
    return space != std::string_view::npos && text.substr(space + 1, 1) == "2";
  }

  void take_size() {
    const std::string_view text = trim(text_);
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), size_);
    if (error != std::errc() || end != text.data() + text.size()) size_ = 0;
  }

  const ExpatLibrary& expat_;
  const Parser parser_;
  std::vector<MultistatusEntry> entries_;
  MultistatusEntry entry_;
  std::string text_;
  std::uint64_t size_ = 0;
  std::optional<Instant> changed_;
  int depth_ = 0;
  bool is_folder_ = false;
  bool is_good_ = true;
  bool is_propstat_good_ = true;
  bool is_multistatus_ = false;
  bool has_stopped_ = false;
};

// The decoded path that an href names on `folder`'s server; none where it can't be told. `is_foreign` is set where it
// is another server's.
std::optional<std::string> path_of(std::string_view href, const WebAddress& folder, bool& is_foreign) {
  std::string_view path = href;
  std::optional<WebAddress> address;
  if (href.starts_with("//")) {
    is_foreign = true;
    return std::nullopt;
  }
  if (!href.starts_with("/")) {
    address = parse_servers_address(href);
    if (!address) return std::nullopt;
    is_foreign = !address->has_origin_of(folder);
    if (is_foreign) return std::nullopt;
    path = address->path;
  }
  if (!path.starts_with('/') || path.find_first_of("?#") != std::string_view::npos) return std::nullopt;
  return decode_web_path(path);
}

}  // namespace

Result<std::vector<MultistatusEntry>> read_multistatus(ByteView document) {
  const auto expat = ExpatLibrary::load();
  if (!expat) return expat.error();
  return Reader(**expat).read(document);
}

Result<FolderListing> listing_of(const std::vector<MultistatusEntry>& entries, const WebAddress& folder) {
  const auto base = decode_web_path(folder.path);
  if (!base || base->empty()) return not_understood();
  const std::string_view without_slash(base->data(), base->size() - 1);
  FolderListing listing;
  bool lists_itself = false;
  for (const MultistatusEntry& entry : entries) {
    bool is_foreign = false;
    const auto path = path_of(entry.href, folder, is_foreign);
    if (is_foreign)
      return failed(
          "the store's server lists files of another server, which aren't touched; check the store's address");
    if (!path) continue;
    if (*path == *base || *path == without_slash) {
      lists_itself = true;
      continue;
    }
    if (entry.is_folder || !path->starts_with(*base)) continue;
    const std::string_view name = std::string_view(*path).substr(base->size());
    if (is_store_name(name)) listing.files.push_back({std::string(name), entry.size});
    if (is_temporary_store_name(name)) listing.temporaries.push_back({std::string(name), entry.changed});
  }
  if (!lists_itself)
    return failed(
        "the store's server lists another folder than the one asked for; set the address that it uses itself");
  return listing;
}

}  // namespace kindling
