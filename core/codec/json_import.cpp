#include "core/codec/json_import.hpp"

#include <optional>
#include <vector>

#include "core/codec/json_export.hpp"
#include "core/codec/json_shape.hpp"
#include "core/codec/json_thing.hpp"
#include "core/domain/entity_types.hpp"

namespace kindling {
namespace {

using Json = nlohmann::json;

Error foreign() { return invalid("this is no export of Kindling; one begins with {\"kindling\":1"); }

std::optional<EntityKind> kind_of_list(std::string_view name) {
  for (const EntityTraits& traits : all_entity_traits()) {
    if (traits.plural == name) return traits.kind;
  }
  return std::nullopt;
}

// The tree of one thing, within bounds.
class TreeBuilder {
 public:
  [[nodiscard]] bool open(Json&& container) {
    Json* added = add(std::move(container), 0);
    if (added != nullptr) stack_.push_back(added);
    return added != nullptr;
  }
  // True where that was the last one open.
  [[nodiscard]] bool close() {
    stack_.pop_back();
    return stack_.empty();
  }
  [[nodiscard]] bool value(Json&& value, std::size_t size) { return add(std::move(value), size) != nullptr; }
  [[nodiscard]] bool key(std::string&& name) {
    bytes_ += name.size();
    key_ = std::move(name);
    return bytes_ <= kJsonThing;
  }
  [[nodiscard]] bool active() const { return !stack_.empty(); }
  [[nodiscard]] Json take() {
    values_ = bytes_ = 0;
    return std::move(root_);
  }

 private:
  Json* add(Json&& value, std::size_t size) {
    bytes_ += size;
    if (++values_ > kJsonValues || bytes_ > kJsonThing) return nullptr;
    if (stack_.empty()) {
      root_ = std::move(value);
      return &root_;
    }
    Json& parent = *stack_.back();
    if (parent.is_object()) return &(parent[key_] = std::move(value));
    parent.push_back(std::move(value));
    return &parent.back();
  }

  Json root_;
  std::vector<Json*> stack_;
  std::string key_;
  std::size_t values_ = 0;
  std::size_t bytes_ = 0;
};

// nlohmann's SAX interface: false ends the parsing, and `error` says why.
class ExportReader {
 public:
  ExportReader(const TimeZones& zones, const VisitThing& visit) : zones_(zones), visit_(visit) {}

  JsonSummary summary;
  std::optional<Error> error;

  [[nodiscard]] bool complete() const { return version_seen_; }

  bool null() { return scalar(nullptr, 0); }
  bool boolean(bool value) { return scalar(value, 0); }
  bool number_integer(std::int64_t value) { return scalar(value, 0); }
  bool number_unsigned(std::uint64_t value) { return scalar(value, 0); }
  bool number_float(double value, const std::string&) { return scalar(value, 0); }
  bool string(std::string& value) {
    const std::size_t size = value.size();
    return scalar(std::move(value), size);
  }
  bool binary(Json::binary_t&) { return fail(foreign()); }

  bool start_object(std::size_t) {
    if (skipped_ > 0) return skip();
    if (tree_.active() || where_ == Where::list) return tree_.open(Json::object()) || fail_thing(too_large());
    if (where_ == Where::outside) return enter(Where::document);
    if (where_ == Where::space) return list_ ? fail(not_a_list()) : skip();
    if (!space_) return skip();
    return version_seen_ ? enter(Where::space) : fail(foreign());
  }
  bool end_object() {
    if (skipped_ > 0) return unskip();
    if (tree_.active()) return !tree_.close() || finish_thing();
    where_ = where_ == Where::space ? Where::document : Where::outside;
    return true;
  }
  bool start_array(std::size_t) {
    if (skipped_ > 0) return skip();
    if (tree_.active()) return tree_.open(Json::array()) || fail_thing(too_large());
    if (where_ == Where::space) return list_ ? enter(Where::list) : skip();
    if (where_ == Where::document && !space_) return skip();
    return fail(where_ == Where::list ? not_an_object() : foreign());
  }
  bool end_array() {
    if (skipped_ > 0) return unskip();
    if (tree_.active()) return !tree_.close() || finish_thing();
    return enter(Where::space);
  }
  bool key(std::string& name) {
    if (skipped_ > 0) return true;
    if (tree_.active()) return tree_.key(std::move(name)) || fail_thing(too_large());
    if (where_ == Where::document) {
      is_version_ = name == "kindling";
      is_known_ = is_version_ || name == "exported_at" || name == "device_zone";
      space_.reset();
      for (const SpaceKind space : {SpaceKind::self, SpaceKind::couple}) {
        if (name == name_of(space)) space_ = space;
      }
    } else {
      list_ = kind_of_list(name);
      number_ = 0;
    }
    return true;
  }
  bool parse_error(std::size_t position, const std::string&, const Json::exception&) {
    return fail(invalid("the file isn't valid JSON at byte " + std::to_string(position) +
                        "; use it as it was exported, or export it again"));
  }

 private:
  enum class Where { outside, document, space, list };

  bool enter(Where where) {
    where_ = where;
    return true;
  }
  bool skip() {
    if (skipped_++ == 0) ++summary.ignored;
    return true;
  }
  bool unskip() {
    --skipped_;
    return true;
  }
  bool fail(Error why) {
    error = std::move(why);
    return false;
  }
  // An error within the thing that is being read.
  bool fail_thing(const Error& why) {
    return fail({why.code, "in " + std::string(name_of(*space_)) + ", number " + std::to_string(number_ + 1) +
                               " of the " + std::string(traits_of(*list_)->plural) +
                               " can't be taken in: " + why.message});
  }
  static Error too_large() {
    return invalid("it is too large; a thing has at most " + std::to_string(kJsonThing) + " bytes and " +
                   std::to_string(kJsonValues) + " values");
  }
  static Error not_a_list() { return invalid("things of one kind are a list in square brackets"); }
  static Error not_an_object() { return invalid("each thing of a list stands in curly brackets"); }

  bool scalar(Json&& value, std::size_t size) {
    if (skipped_ > 0) return true;
    if (tree_.active()) return tree_.value(std::move(value), size) || fail_thing(too_large());
    switch (where_) {
      case Where::outside: return fail(foreign());
      case Where::list: return fail(not_an_object());
      case Where::space:
        if (list_) return fail(not_a_list());
        ++summary.ignored;
        return true;
      case Where::document: break;
    }
    if (space_) return fail(foreign());
    if (is_version_) return check_version(value);
    if (!is_known_) ++summary.ignored;
    return true;
  }
  bool check_version(const Json& value) {
    if (!value.is_number_unsigned() || value.get<std::uint64_t>() == 0) return fail(foreign());
    if (value.get<std::uint64_t>() > kJsonExportVersion)
      return fail(
          {ErrorCode::newer, "this export was made by a newer version of Kindling; update Kindling to import it"});
    version_seen_ = true;
    return true;
  }
  bool finish_thing() {
    auto thing = codec::read_json_thing(*list_, tree_.take(), zones_);
    if (!thing) return fail_thing(thing.error());
    if (*space_ == SpaceKind::couple && is_private(*list_))
      return fail_thing(invalid("things of this kind are private; they stand in self"));
    summary.ignored += thing->ignored;
    ++summary.things[*space_ == SpaceKind::self ? 0 : 1];
    if (auto visited = visit_(*space_, std::move(thing->state)); !visited) return fail(visited.error());
    ++number_;
    return true;
  }

  const TimeZones& zones_;
  const VisitThing& visit_;
  TreeBuilder tree_;
  Where where_ = Where::outside;
  bool version_seen_ = false;
  bool is_version_ = false;
  bool is_known_ = false;
  std::optional<SpaceKind> space_;
  std::optional<EntityKind> list_;
  std::size_t number_ = 0;
  std::size_t skipped_ = 0;
};

}  // namespace

Result<JsonSummary> read_json_export(std::string_view json, const TimeZones& zones, const VisitThing& visit) {
  if (json.size() > kJsonFile)
    return invalid("the file has more than " + std::to_string(kJsonFile >> 20U) + " MiB; no export is that large");
  const JsonLimits limits{.depth = kJsonDepth, .text = kJsonText};
  if (auto shape = check_json_shape(json, limits); !shape) return shape.error();
  ExportReader reader(zones, visit);
  try {
    const bool parsed = Json::sax_parse(json.begin(), json.end(), &reader);
    if (reader.error) return *reader.error;
    if (!parsed || !reader.complete()) return foreign();
  } catch (const std::exception&) {
    return invalid("the file isn't valid JSON; use it as it was exported, or export it again");
  }
  return reader.summary;
}

}  // namespace kindling
