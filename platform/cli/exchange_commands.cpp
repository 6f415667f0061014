#include <algorithm>
#include <array>
#include <cstdlib>

#include "core/base/text.hpp"
#include "core/services/exchange_service.hpp"
#include "platform/cli/calendar_choice.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/zip_writer.hpp"

namespace kindling::cli {
namespace {

struct Written {
  std::size_t files = 1;
  std::size_t bytes = 0;
};

Result<ExchangeService> service_of(Session& session, HomeNeed need) {
  const auto home = session.home(need);
  if (!home) return home.error();
  const auto content = session.catalogue();
  if (!content) return content.error();
  return ExchangeService((*home)->context(), **content);
}

Result<void> report(Session& session, std::string_view format, const std::string& file, const Written& written) {
  if (session.json()) {
    session.print_json(object_json({{"format", std::string(format)},
                                    {"file", file},
                                    {"files", static_cast<std::int64_t>(written.files)},
                                    {"bytes", static_cast<std::int64_t>(written.bytes)}}));
  } else {
    session.print("Written: " + count_words(written.files, "file", "files") + ", " + std::to_string(written.bytes) +
                  " bytes. It isn't encrypted; keep it where only you read it.\n");
  }
  return {};
}

Result<Written> write_zip(Session& session, const std::string& file, const std::vector<NamedText>& texts) {
  std::vector<ZipEntry> entries;
  for (const NamedText& text : texts) {
    const ByteView bytes = bytes_of(text.text);
    entries.push_back({text.name, Bytes(bytes.begin(), bytes.end()), local_of(session, session.now())});
  }
  const auto packed = zip(entries);
  if (!packed) return packed.error();
  if (auto written = session.files().write(file, *packed); !written) return written.error();
  return Written{1, packed->size()};
}

// All files or, where one can't be written, none.
Result<Written> write_folder(Session& session, const std::string& folder, const std::vector<NamedText>& texts) {
  FileStore& files = session.files();
  if (!files.list(folder).empty())
    return invalid("the folder for the CSV files isn't empty; name a new one, or a file that ends with .zip");
  if (auto made = files.make_folder(folder); !made) return made.error();
  Written written{0, 0};
  for (const NamedText& text : texts) {
    if (auto one = files.write(folder + "/" + text.name, bytes_of(text.text)); !one) {
      for (std::size_t i = 0; i < written.files; ++i) static_cast<void>(files.remove(folder + "/" + texts[i].name));
      return one.error();
    }
    ++written.files;
    written.bytes += text.text.size();
  }
  return written;
}

Result<void> write_text(Session& session, std::string_view format, const std::string& file, const std::string& text) {
  if (file == "-") {
    session.print(text);
    if (!text.ends_with('\n')) session.print("\n");
    return {};
  }
  if (auto written = session.files().write(file, bytes_of(text)); !written) return written.error();
  return report(session, format, file, {1, text.size()});
}

Result<void> export_all(Session& session, const Arguments& arguments) {
  const std::string& format = arguments.text("FORMAT");
  const std::string& file = arguments.text("FILE");
  if (format != "json" && format != "csv" && format != "ics") return invalid("FORMAT: it is json, csv or ics");
  if (file.empty()) return invalid("FILE: it names a file, or - for standard output");
  if (file == "-" && format == "csv")
    return Error{ErrorCode::usage, "CSV is several files; name a folder, or a file that ends with .zip"};
  if (file == "-" && format == "ics" && session.json())
    return Error{ErrorCode::usage, "a calendar on standard output isn't JSON; leave --json out or name a file"};
  auto service = service_of(session, HomeNeed::exists);
  if (!service) return service.error();
  ProgressBar bar("Exporting");
  const auto show = [&bar](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
  if (format == "csv") {
    const auto texts = service->export_csv(show);
    if (!texts) return texts.error();
    const auto written =
        file.ends_with(".zip") ? write_zip(session, file, *texts) : write_folder(session, file, *texts);
    if (!written) return written.error();
    return report(session, format, file, *written);
  }
  if (format == "json") {
    const auto text = service->export_json(show);
    if (!text) return text.error();
    return write_text(session, format, file, *text);
  }
  const auto home = session.home(HomeNeed::exists);
  if (!home) return home.error();
  const auto choice = read_calendar_choice(**home, arguments, true);
  if (!choice) return choice.error();
  const auto text = service->export_ics(*choice, show);
  if (!text) return text.error();
  return write_text(session, format, file, *text);
}

Result<MoodNames> mood_names(const std::vector<std::string>& named) {
  MoodNames moods;
  for (const std::string& one : named) {
    const std::size_t equals = one.rfind('=');
    const std::size_t comma = equals == std::string::npos ? equals : one.find(',', equals);
    if (equals == 0 || comma == std::string::npos) return invalid("--mood: it is written NAME=3,1 (valence, energy)");
    const auto valence = whole_number(std::string_view(one).substr(equals + 1, comma - equals - 1));
    const auto energy = whole_number(std::string_view(one).substr(comma + 1));
    if (!valence || !energy || std::max(std::labs(*valence), std::labs(*energy)) > kMoodLimit)
      return invalid("--mood: valence and energy are whole numbers from -4 to 4");
    moods[one.substr(0, equals)] = {static_cast<int>(*valence), static_cast<int>(*energy)};
  }
  return moods;
}

// The bytes to import, held once: they may be a hundred megabytes.
Result<Bytes> read_import(Session& session, const std::string& file) {
  if (file == "-") return read_all_input(ExchangeService::kImportLimit);
  auto bytes = session.files().read(file, ExchangeService::kImportLimit);
  if (!bytes) return bytes.error();
  if (!text_of(*bytes).starts_with("PK\x03\x04")) return bytes;
  auto entries = unzip(*bytes);
  if (!entries) return entries.error();
  ZipEntry* found = nullptr;
  for (ZipEntry& entry : *entries) {
    if (!entry.name.ends_with(".json")) continue;
    if (found != nullptr) return invalid("the archive holds several JSON files; an export of Kindling has one");
    found = &entry;
  }
  if (found == nullptr) return invalid("the archive holds no JSON export of Kindling");
  return std::move(found->content);
}

bool looks_like_json(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  return first != std::string_view::npos && (text[first] == '{' || text[first] == '[');
}

bool looks_like_calendar(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text = trim(text.substr(0, 1'000));
  return fold_case(text.substr(0, text.find_first_of(" \r\n"))) == "begin:vcalendar";
}

Result<void> import_all(Session& session, const Arguments& arguments) {
  const auto moods = mood_names(arguments.all("--mood"));
  if (!moods) return moods.error();
  const auto bytes = read_import(session, arguments.text("FILE"));
  if (!bytes) return bytes.error();
  const std::string_view text = text_of(*bytes);
  auto service = service_of(session, HomeNeed::make);
  if (!service) return service.error();
  ProgressBar bar("Importing");
  const auto show = [&bar](std::uint64_t done, std::uint64_t total) { bar.show(done, total); };
  const auto imported = looks_like_json(text)       ? service->import_json(text, show)
                        : looks_like_calendar(text) ? service->import_ics(text, show)
                                                    : service->import_daylio(text, *moods, show);
  if (!imported) return imported.error();
  if (session.json()) {
    session.print_json(object_json({{"imported", static_cast<std::int64_t>(imported->imported)},
                                    {"skipped", static_cast<std::int64_t>(imported->skipped)},
                                    {"renewed", static_cast<std::int64_t>(imported->renewed)},
                                    {"ignored", static_cast<std::int64_t>(imported->ignored)}}));
    return {};
  }
  session.print("Brought in: " + count_words(imported->imported, "thing", "things") + ".");
  if (imported->skipped > 0)
    session.print((looks_like_calendar(text) ? " Left out, here already, a series or no plan: "
                                             : " Left out, here already or unreadable: ") +
                  std::to_string(imported->skipped) + ".");
  session.print(" `kindling undo` takes it back.\n");
  return {};
}

constexpr auto kExport = std::to_array<Parameter>({
    {"FORMAT", "", "json (all of it), csv (one file a kind) or ics (a calendar with alarms)", true, false,
     "json|csv|ics"},
    {"FILE", "", "where to; - is standard output; csv: a new folder, or a file that ends with .zip", true},
    {"--rituals", "WHICH", "ics: all (as it is without it), none, or the ids of rituals with commas between them",
     false, true, "all|none"},
    {"--discreet", "", "ics: neutral titles, no words of yours"},
});
constexpr auto kImport = std::to_array<Parameter>({
    {"FILE", "",
     "a JSON export of Kindling, also zipped, a calendar (iCalendar), or a CSV export of Daylio; - is standard input",
     true},
    {"--mood", "NAME=V,E", "what a mood's name in Daylio means on the two scales; may be given several times", false,
     true},
});
constexpr auto kCommands = std::to_array<Command>({
    {"export", "take everything out", kExport, export_all, {}},
    {"import",
     "bring an export, a calendar or a mood diary in",
     kImport,
     import_all,
     {},
     "Of a calendar each single event becomes a plan, once, by its UID; what Kindling itself wrote changes nothing."},
});

}  // namespace

std::span<const Command> exchange_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
