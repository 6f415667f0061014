#include <array>

#include "platform/cli/help_text.hpp"

namespace kindling::cli {
namespace {

struct Topic {
  std::string_view name;
  std::string_view text;
};

constexpr std::string_view kTimes = R"text(Instants carry an offset: 2026-11-27T19:00:00+01:00, or Z for UTC.
Wall times are what the clock on the wall shows: 2026-11-27T19:00. Times of day: 07:45.
Dates: 2026-11-27. Lengths: 90m, 2h, 1h30m, 3d. A stretch of the day: 22:00-07:00, which crosses midnight.
A reminder without --in floats: it comes at 07:45 wherever you are. With --in it is bound to that zone.
Where the clocks go forward over a time, it is shifted forward; where they go back, the first of the two counts.
--now acts as if it were another instant, --zone as if this device were elsewhere.
)text";

constexpr std::string_view kIds =
    R"text(Every thing has an id. The first characters are enough, at least 4, as long as they name one thing only.
Lists show the first six. Ideas and prompts that come with Kindling have names as ids, such as date.home.candle-map.
)text";

constexpr std::string_view kRules = R"text(--repeat and expand take a recurrence rule of RFC 5545:
  FREQ=DAILY                          every day
  FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR    on working days
  FREQ=WEEKLY;INTERVAL=2;BYDAY=SU     every other Sunday
  FREQ=MONTHLY;BYDAY=1FR              the first Friday of each month
  FREQ=YEARLY                         once a year
COUNT=10 ends it after ten, UNTIL=20271231 on that day. Dates that don't exist, such as 30 February, are left out.
)text";

constexpr std::string_view kPrivacy =
    R"text(All you write is sealed on the disk: titles, notes, moods. No word of it can be read in the files.
The key lies beside it, readable by you alone. `kindling lock set` puts a passphrase around it; there is no way back in
without that passphrase. Nothing leaves this device unless you set a store: no account, no telemetry. Check-ins, memories, marks
and your comfort ceiling are yours alone. An export, a calendar that `kindling calendar write` makes, and a backup without --encrypt can be
read by whoever has the file. Backups that make themselves are sealed, unless you say --unencrypted.
)text";

constexpr std::string_view kShells = R"text(Completion is installed with Kindling. To try it from a build:
  bash:  eval "$(kindling completion bash)"
  zsh:   kindling completion zsh > _kindling, in a folder of $fpath
  fish:  kindling completion fish | source
`kindling help man` prints the manual page. NO_COLOR is honoured; --json is for scripts, and its fields stay as they
are.
)text";

constexpr std::string_view kTherapist =
    R"text(A couples or sex therapist is a good idea early, not only when all else failed.
What to look for: training in couples work (not only single clients), a registration you can look up, a first talk in
which both of you feel heard and neither is blamed, and a plain answer about cost and length.
Questions for a first call: have you worked with couples for long, and in what way; do you see us together, apart, or
both; what would the first three times be like; what does one cost, and what if one of us wants to stop?
Pain, bleeding, loss of desire after a medicine, or anything else that may have a physical cause: see a doctor first.
Where one of you is afraid of the other, joint sessions aren't the place: `kindling help crisis`.
)text";

constexpr auto kTopics = std::to_array<Topic>({{"times", kTimes},
                                               {"ids", kIds},
                                               {"rules", kRules},
                                               {"privacy", kPrivacy},
                                               {"shells", kShells},
                                               {"therapist", kTherapist}});

}  // namespace

std::string_view topic_text(std::string_view topic) noexcept {
  for (const Topic& one : kTopics) {
    if (one.name == topic) return one.text;
  }
  return {};
}

std::string topic_names() {
  std::string names;
  for (const Topic& topic : kTopics) (names += topic.name) += ", ";
  return names + "crisis";
}

}  // namespace kindling::cli
