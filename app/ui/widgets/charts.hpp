// Pictures of numbers and moods: a ring, a line, a month, a year in pixels. Each is one thing to a screen reader, with
// its summary as value; the arrow keys, a finger or the mouse read single values of it, in the same words that are
// drawn. They take the column's next room. One thread; the words belong to the caller.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/ui/ui.hpp"
#include "core/base/time.hpp"

namespace kindling::ui {

// Which value of a chart is being read; an index. Kept by whoever draws it.
using Reading = std::optional<std::size_t>;

// How much of a whole. `part` 0..1; `centre` is drawn inside, `spoken` is the value in words.
struct RingLook {
  Step hue = Step::none;
  float size = 96;  // dp
  std::string_view centre = {};
};
void progress_ring(Ui& ui, std::string_view name, std::string_view label, float part, std::string_view spoken,
                   const RingLook& look = {});

// --- A line from left to right; where a value is missing, it is broken.
struct LineValue {
  std::optional<float> value;
  std::string words;  // "Week of 16 November: content"
  std::string tick;   // below the axis; left out where there is no room for it
};
struct LineLook {
  float least = -4, most = 4;
  std::string_view high = {}, low = {};  // words at the ends of the axis
  std::string_view summary = {};         // above it while no value is read
  Step hue = Step::feel;
  float height = 150;  // dp, of the plot
};
void line_chart(Ui& ui, std::string_view name, std::string_view label, std::span<const LineValue> values,
                const LineLook& look, Reading& reading);

// --- Means side by side, as pillars that are filled from below.
struct BarValue {
  std::optional<float> value;  // none: an empty pillar
  std::string words;           // "Sundays: calm, 14 check-ins"
  std::string tick;            // below it; left out where there is no room
};
void mean_bars(Ui& ui, std::string_view name, std::string_view label, std::span<const BarValue> values,
               const LineLook& look, Reading& reading);

// --- The mood grid with a bubble where somebody was: pleasant to the right, energy upwards.
struct Bubble {
  int valence = 0, energy = 0;  // -4..4
  int count = 0;
  std::string words;  // "calm: 12 check-ins"
};
struct PlaneLook {
  std::string_view summary = {};
  float height = 260;  // dp, at most
};
// `bubbles` as they are to be read, the first first.
void mood_plane(Ui& ui, std::string_view name, std::string_view label, std::span<const Bubble> bubbles,
                const PlaneLook& look, Reading& reading);

// --- Days
struct MoodDay {
  LocalDate date;
  bool known = false;
  int valence = 0, energy = 0;  // -4..4, as on the mood grid
  std::string words;            // "Friday 27 November: calm"
};

// The months as rows, their days as columns. `days` are those of one year, from the first on; `months` are twelve short
// names. True where a day was pressed: it is `reading` then.
struct YearLook {
  std::span<const std::string> months;
  std::string_view summary = {};
  std::optional<std::size_t> today = std::nullopt;  // later days are left empty
};
bool year_in_pixels(Ui& ui, std::string_view name, std::string_view label, std::span<const MoodDay> days,
                    const YearLook& look, Reading& reading);

// A month's sheet: weeks as rows. `days` are those of one month, from the first on; `weekdays` are seven short names
// from the first day of the week on. True where a day was pressed: it is `chosen` then, or nothing where it was before.
struct MonthLook {
  std::span<const std::string> weekdays;
  std::size_t blanks = 0;  // days of the first week before the month begins
  std::string_view summary = {};
  std::optional<std::size_t> today = std::nullopt;
};
bool month_of_moods(Ui& ui, std::string_view name, std::string_view label, std::span<const MoodDay> days,
                    const MonthLook& look, Reading& chosen);

// What the colours mean, as squares with words that flow into lines.
struct LegendEntry {
  std::optional<Colour> colour;  // nothing: the outline of a day without a check-in
  std::string_view words;
};
void legend(Ui& ui, std::span<const LegendEntry> entries);

// How a chart is read, shared by all of them: its node, the keys and the actions that go from value to value. `across`
// is what left and right move by, `down` what up and down do (0: they leave the chart).
struct ChartKeys {
  int across = 1;
  int down = 0;
};
Touch touch_chart(Ui& ui, Node node, std::size_t count, const ChartKeys& keys, Reading& reading);

}  // namespace kindling::ui
