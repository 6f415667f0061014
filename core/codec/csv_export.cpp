#include "core/codec/csv_export.hpp"

#include <algorithm>

#include "core/codec/csv.hpp"
#include "core/codec/field_text.hpp"
#include "core/codec/json_export.hpp"
#include "core/domain/entity_types.hpp"
#include "core/domain/record.hpp"

namespace kindling {
namespace {

template <class T>
concept HasFieldText = requires(const T& value) {
  field_text(value);
};

std::string cell(const std::string& value) { return value; }
std::string cell(bool value) { return value ? "true" : "false"; }
std::string cell(int value) { return std::to_string(value); }
std::string cell(std::chrono::minutes value) { return std::to_string(value.count()); }
template <HasFieldText T>
std::string cell(const T& value) {
  return field_text(value);
}
template <class T>
std::string cell(const std::optional<T>& value) {
  return value ? cell(*value) : std::string();
}
template <class T>
std::string cell(const std::vector<T>& values) {
  std::string joined;
  for (std::size_t i = 0; i < values.size(); ++i) joined += (i > 0 ? "; " : "") + cell(values[i]);
  return joined;
}

struct Row {
  std::vector<std::string> names{"id"};
  std::vector<std::string> cells;

  void add(std::string_view name, std::string value) {
    names.emplace_back(name);
    cells.push_back(std::move(value));
  }
};

Row row_of(SpaceKind space, const EntityState& state) {
  Row row;
  row.cells.push_back(to_string(state.id));
  with_entity_type(state.kind, [&](auto type) {
    Record record;
    record.id = state.id;
    record.fields = state.fields;
    auto entity = from_record<typename decltype(type)::type>(record);
    auto write = [&row](FieldNumber, std::string_view name, auto& member) { row.add(name, cell(member)); };
    describe(write, entity);
  });
  for (const CountField& field : kCountFields) {
    if (field.kind != state.kind) continue;
    std::int64_t total = 0;
    for (const auto& [number, count] : state.counts) total += number == field.field ? count : 0;
    row.add(field.name, std::to_string(total));
  }
  if (state.kind == EntityKind::check_in) {
    // The long note comes after the short need.
    const auto note = std::find(row.names.begin(), row.names.end(), "note") - row.names.begin();
    std::swap(row.names[static_cast<std::size_t>(note)], row.names[static_cast<std::size_t>(note) + 1]);
    std::swap(row.cells[static_cast<std::size_t>(note)], row.cells[static_cast<std::size_t>(note) + 1]);
  } else {
    row.add("space", std::string(name_of(space)));
  }
  return row;
}

std::string value_text(SetField::Value kind, const FieldValue& value) {
  if (kind == SetField::Value::instant) {
    Instant until;
    from_field(value, until);
    return field_text(until);
  }
  if (kind == SetField::Value::last_day) {
    LocalDate to;
    from_field(value, to);
    return field_text(to);
  }
  std::string title;
  from_field(value, title);
  return title;
}

}  // namespace

void CsvExport::add(SpaceKind space, const EntityState& state) {
  const Row row = row_of(space, state);
  std::string& text = texts_[state.kind];
  if (text.empty()) text = csv_row(row.names);
  text += csv_row(row.cells);
  for (const SetField& set : kSetFields) {
    if (set.kind != state.kind) continue;
    for (const EntityState::Member& member : state.members) {
      if (member.field != set.field) continue;
      const std::string value = value_text(set.value, member.value);
      if (set.key != SetField::Key::number) {
        days_ += csv_row(std::vector<std::string>{to_string(state.id), std::string(traits_of(state.kind)->name),
                                                  std::string(set.name), to_string(date_of_key(member.key)),
                                                  std::to_string(ordinal_of_key(member.key)), value});
        continue;
      }
      const bool done = std::any_of(state.members.begin(), state.members.end(), [&](const auto& other) {
        return set.done && other.field == *set.done && other.key == member.key;
      });
      std::vector<std::string> cells{to_string(state.id), std::to_string((member.key[0] << 8) | member.key[1]), value,
                                     done ? "true" : "false"};
      if (!set.days_before) {
        items_ += csv_row(cells);
        continue;
      }
      const auto found = std::find_if(state.members.begin(), state.members.end(), [&](const auto& other) {
        return other.field == *set.days_before && other.key == member.key;
      });
      std::optional<int> days;
      if (found != state.members.end()) from_field(found->value, days);
      cells.push_back(cell(days));
      tasks_ += csv_row(cells);
    }
  }
}

std::vector<CsvFile> CsvExport::finish() {
  std::vector<CsvFile> files;
  for (auto& [kind, text] : texts_) files.push_back({std::string(traits_of(kind)->plural) + ".csv", std::move(text)});
  if (!days_.empty())
    files.push_back(
        {"days.csv", csv_row(std::vector<std::string>{"id", "kind", "what", "date", "ordinal", "until"}) + days_});
  if (!tasks_.empty())
    files.push_back(
        {"tasks.csv", csv_row(std::vector<std::string>{"id", "number", "title", "done", "days_before"}) + tasks_});
  if (!items_.empty())
    files.push_back({"items.csv", csv_row(std::vector<std::string>{"id", "number", "title", "done"}) + items_});
  return files;
}

}  // namespace kindling
