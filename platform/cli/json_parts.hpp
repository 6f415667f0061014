// Shared by the files that make JSON: things as JSON values. Includes the JSON library; private to json_*.cpp.
#pragma once

#include <nlohmann/json.hpp>

#include "platform/cli/json_output.hpp"

namespace kindling::cli {

using Json = nlohmann::ordered_json;

[[nodiscard]] std::string dump(const Json& json);

[[nodiscard]] Json text_or_null(const std::string& text);
[[nodiscard]] Json instant(const Context& context, Instant at);  // in the device's zone, with offset
template <class Things, class Make>
[[nodiscard]] Json array_of(const Things& things, Make&& make) {
  Json array = Json::array();
  for (const auto& thing : things) array.push_back(make(thing));
  return array;
}

[[nodiscard]] Json to_json(const Context& context, const Occurrence& occurrence);
[[nodiscard]] Json to_json(const Context& context, const ReminderView& view);
[[nodiscard]] Json to_json(const RitualView& view, bool with_strength);
[[nodiscard]] Json to_json(const Context& context, const Plan& plan);
[[nodiscard]] Json to_json(const Context& context, const CheckIn& check_in);
[[nodiscard]] Json to_json(const Memory& memory);
[[nodiscard]] Json to_json(const Context& context, const AutoBackupStatus& status);
[[nodiscard]] Json idea_to_json(const Content& content);
[[nodiscard]] Json prompt_to_json(const Content& content);

}  // namespace kindling::cli
