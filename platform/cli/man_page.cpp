#include "platform/cli/completion.hpp"
#include "platform/cli/help_text.hpp"

namespace kindling::cli {
namespace {

// Text as roff reads it as it is written.
std::string roff(std::string_view text) {
  std::string escaped;
  bool at_line_start = true;
  for (const char c : text) {
    if (at_line_start && (c == '.' || c == '\'')) escaped += "\\&";
    if (c == '\\')
      escaped += "\\e";
    else if (c == '-')
      escaped += "\\-";
    else if (c == '"')
      escaped += "\\(dq";
    else
      escaped += c;
    at_line_start = c == '\n';
  }
  std::string ascii;
  for (std::size_t at = 0; at < escaped.size();) {
    if (std::string_view(escaped).substr(at).starts_with("…")) {
      ascii += "\\&...";
      at += std::string_view("…").size();
    } else {
      ascii += escaped[at++];
    }
  }
  return ascii;
}

std::string item(const Parameter& parameter) {
  std::string text = ".TP\n.B " + roff(parameter.name);
  if (!parameter.by_place() && !parameter.value.empty()) text += " \\fI" + roff(parameter.value) + "\\fR";
  return text + "\n" + roff(parameter.help) + ".\n";
}

std::string commands() {
  std::string text;
  walk_commands(all_commands(), {}, [&text](const Command& command, const std::string& path) {
    if (command.run == nullptr && !command.children.empty()) {
      text += ".SS " + roff(command.name) + "\n" + roff(command.summary) + ".\n";
      if (!command.details.empty()) text += ".PP\n" + roff(command.details) + "\n";
      return;
    }
    const bool on_its_own = path.find(' ') == std::string::npos;
    text += on_its_own ? ".SS " + roff(command.name) + "\n" : ".PP\n";
    text += ".B " + roff(usage_line(command, path)) + "\n.br\n" + roff(command.summary) + ".\n";
    if (command.parameters.empty()) return;
    text += ".RS\n";
    for (const Parameter& parameter : command.parameters) text += item(parameter);
    text += ".RE\n";
    if (!command.details.empty()) text += ".PP\n" + roff(command.details) + "\n";
  });
  return text;
}

constexpr std::string_view kEnd = R"(.SH EXIT STATUS
0 done; 1 it failed (disk, network); 2 wrong usage; 3 no such thing; 4 invalid input; 5 locked; 6 the data is of a
newer version. An error is one line on standard error; with \fB\-\-json\fR an object with its code and message follows.
Nothing is changed by a command that fails.
.SH ENVIRONMENT
.TP
.B KINDLING_HOME
The folder of the data, unless \fB\-\-home\fR names one; else \fI$XDG_DATA_HOME/kindling\fR or
\fI~/.local/share/kindling\fR.
.TP
.B KINDLING_NOW
Act as if it were this instant (RFC 3339), unless \fB\-\-now\fR says otherwise.
.TP
.B KINDLING_PASSPHRASE_FILE
A file whose first line opens a locked home. Without it and \fB\-\-passphrase\-file\fR the passphrase is asked for on
the terminal, or read as a line of standard input.
.TP
.B KINDLING_RENDERER
What draws the window: \fIsoftware\fR or \fIgpu\fR; else a graphics processor where there is one.
.TP
.B KINDLING_SCALE
How much larger the window and all in it is drawn, from 0.5 to 4.
.TP
.B NO_COLOR
No colours, also on a terminal.
.TP
.B TZ
The zone of this device, unless \fB\-\-zone\fR names one.
.SH EXAMPLES
.nf
kindling reminder add "Hug before work" \-\-at 07:45 \-\-repeat "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
kindling checkin add \-\-valence 2 \-\-energy \-1 \-\-feeling calm \-\-note "Slow Sunday"
kindling plan add "Ramen night" \-\-start 2026\-11\-27T19:00 \-\-for 2h \-\-task "Buy noodles"
kindling today
.fi
.SH SEE ALSO
\fBkindling help crisis\fR, if you are afraid.
)";

}  // namespace

std::string man_page() {
  std::string text =
      ".TH KINDLING 1 \"\" \"Kindling\" \"User Commands\"\n.SH NAME\nkindling \\- small, kind things for two people, "
      "kept "
      "on this device\n.SH SYNOPSIS\n.B kindling\n[\\fIOPTIONS\\fR] \\fICOMMAND\\fR\n.SH DESCRIPTION\nReminders, "
      "check\\-ins, rituals, ideas, plans, prompts and memories of a couple, in files that nobody else can read. "
      "Without "
      "a command it shows today.\n.SH OPTIONS\nBefore or after the command.\n";
  for (const Parameter& parameter : global_parameters()) text += item(parameter);
  text += ".SH COMMANDS\n" + commands();
  for (const std::string_view topic : {"times", "ids", "rules", "privacy"}) {
    std::string title(topic);
    for (char& c : title) c = static_cast<char>(c - 'a' + 'A');
    text += ".SH " + title + "\n.nf\n" + roff(topic_text(topic)) + ".fi\n";
  }
  return text += kEnd;
}

}  // namespace kindling::cli
