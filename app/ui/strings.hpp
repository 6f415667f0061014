// The words on the screens, in the language at hand. English is the source: a sentence is its own key, and
// assets/strings/en.json lists them all with notes for translators. A pseudo-language lengthens and accents them, so
// that pictures show what a long language would do. One thread; owned by the app.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <unordered_map>

namespace kindling::ui {

enum class Language : std::uint8_t { english, pseudo };

struct Argument {
  std::string_view name;
  std::string_view value;
};

class Strings {
 public:
  explicit Strings(Language language = Language::english) : language_(language) {}

  void use(Language language) { language_ = language; }
  [[nodiscard]] Language language() const noexcept { return language_; }

  // `english` must be a literal, which the catalogue lists. The view lives as long as this object.
  [[nodiscard]] std::string_view operator()(std::string_view english) const;
  // With "{name}" replaced by its value.
  [[nodiscard]] std::string operator()(std::string_view english, std::initializer_list<Argument> arguments) const;
  // By the plural rule of the language; "{n}" is the number.
  [[nodiscard]] std::string count(std::int64_t n, std::string_view one, std::string_view other) const;

 private:
  Language language_;
  mutable std::unordered_map<std::string_view, std::string> stretched_;
};

}  // namespace kindling::ui
