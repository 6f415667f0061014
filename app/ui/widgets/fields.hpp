// Where a person writes, and where they say how they feel. One thread.
#pragma once

#include <string_view>

#include "app/ui/text_edit.hpp"
#include "app/ui/ui.hpp"

namespace kindling::ui {

struct FieldOptions {
  std::string_view label;
  std::string_view placeholder = {};
  int lines = 1;            // more: it wraps and grows to twice as many before it scrolls
  std::size_t limit = 200;  // characters
  bool secret = false;      // a passphrase: bullets, no copying
  std::string_view error = {};
  bool show_label = true;
};
enum class FieldEvent : std::uint8_t { none, changed, entered };  // entered: Enter in one line, Ctrl+Enter in several
// Selection by pointer, double click and keyboard, clipboard, input methods, movement by word, undo.
FieldEvent text_field(Ui& ui, std::string_view name, TextEdit& edit, const FieldOptions& options);

// The mood grid: pleasant to the right, energy upwards, both -4..4. One press or drag sets both; arrows move by one.
// True where it changed; `set` tells whether a mood was chosen at all. `words` says the mood.
bool mood_grid(Ui& ui, std::string_view name, int& valence, int& energy, bool& set, std::string_view words,
               float height);
// Its colour there.
[[nodiscard]] Colour mood_colour(const Theme& theme, int valence, int energy);

}  // namespace kindling::ui
