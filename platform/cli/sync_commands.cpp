#include <unistd.h>

#include <array>
#include <iostream>
#include <thread>

#include "core/services/sync_service.hpp"
#include "core/sync/store_probe.hpp"
#include "platform/cli/families.hpp"
#include "platform/cli/json_output.hpp"
#include "platform/cli/passphrase.hpp"
#include "platform/cli/subjects.hpp"
#include "platform/cli/terminal.hpp"
#include "platform/common/qr_code.hpp"
#include "platform/common/store_place.hpp"

namespace kindling::cli {
namespace {

constexpr std::chrono::seconds kPause{20};  // between two rounds of --watch
constexpr std::chrono::hours kThoroughEvery{24};

SyncService service_of(Session& session, Kindling& home) {
  return SyncService(home.context(), session.files(), home.folder(), home.keys().home_key());
}

// What a command does with the home's sync. Nothing is made where there is no home.
template <class Act>
Result<void> with_sync(Session& session, HomeNeed need, Act&& act) {
  const auto home = session.home(need);
  if (!home) return home.error();
  SyncService sync = service_of(session, **home);
  return act(**home, sync);
}

Result<std::unique_ptr<RemoteStore>> store_of(Session& session, SyncService& sync) {
  const auto setting = sync.store();
  if (setting.where.empty()) return not_found("no store is set; `kindling store set folder:PATH` says where");
  return open_store({setting.where, setting.user, setting.password}, session.clock(), session.random());
}

// Only what was said for this, never the machine's or the settings' own names.
SyncService::ShownNames shown_names(const Arguments& arguments) {
  return {arguments.has("--name") ? arguments.text("--name") : "your partner",
          arguments.has("--device") ? arguments.text("--device") : "a device"};
}

// --- The store

Result<void> set_store(Session& session, const Arguments& arguments) {
  const auto where = whole_place(arguments.text("PLACE"));
  if (!where) return where.error();
  SyncService::StoreSetting setting{*where, arguments.text("--user"), {}};
  if (!setting.user.empty()) std::getline(std::cin, setting.password);
  return with_sync(session, HomeNeed::make, [&](Kindling&, SyncService& sync) -> Result<void> {
    if (auto set = sync.set_store(setting); !set) return set.error();
    if (session.json()) return session.print_json(store_json(setting.where)), Result<void>();
    session.print("The store is set. `kindling store check` tries what it really does.\n");
    return {};
  });
}

Result<void> check_store(Session& session, const Arguments&) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    const auto store = store_of(session, sync);
    if (!store) return store.error();
    const StoreReport report = probe_store(**store, session.clock(), session.random());
    if (session.json()) return session.print_json(store_report_json(report)), Result<void>();
    session.print(report.summary() + "\n");
    Columns rows;
    for (const StoreFinding& finding : report.findings) {
      rows.add({finding.trait, std::string(name_of(finding.verdict)), finding.sentence});
      if (!finding.advice.empty()) rows.add({"", "", finding.advice});
    }
    session.print(rows.text("  "));
    return {};
  });
}

// --- Pairing

Result<void> print_pairing(Session& session, SyncService& sync) {
  const auto view = sync.pairing();
  if (!view) return view.error();
  if (session.json()) return session.print_json(pairing_json((*session.home())->context(), *view)), Result<void>();
  const std::string who = view->partner_name + (view->partner_device.empty() ? "" : " (" + view->partner_device + ")");
  switch (view->step) {
    case PairingStep::none: session.print("Nobody is paired. `kindling pair offer` begins.\n"); break;
    case PairingStep::offered: session.print("Waiting for your partner to join with the code.\n"); break;
    case PairingStep::joining:
      session.print(who.empty() ? "Waiting for the other device.\n" : "Waiting for " + who + " to confirm.\n");
      break;
    case PairingStep::confirm:
      session.print(who + " wants to share with you. If that's right: `kindling pair confirm`.\n");
      break;
    case PairingStep::paired: session.print("Paired with " + who + ".\n"); break;
    case PairingStep::paused: session.print("Paired with " + who + "; sync is paused.\n"); break;
  }
  if (!view->safety_number.empty())
    session.print("Safety number, the same on both sides:\n  " + view->safety_number + "\n");
  if (view->used_twice)
    session.print("The code was used by somebody else, too: compare the safety numbers before you go on.\n");
  return {};
}

Result<void> offer(Session& session, const Arguments& arguments) {
  return with_sync(session, HomeNeed::make, [&](Kindling& home, SyncService& sync) -> Result<void> {
    const auto offered = sync.offer(shown_names(arguments));
    if (!offered) return offered.error();
    if (session.json()) return session.print_json(pairing_offer_json(home.context(), *offered)), Result<void>();
    if (const auto code = make_qr_code(offered->code)) {
      const bool is_terminal = isatty(STDOUT_FILENO) != 0;
      session.print(terminal_text(*code, is_terminal ? QrInk::colours : QrInk::plain));
    }
    session.print("Show this to your partner, or read these twelve words to them:\n\n  ");
    for (std::size_t i = 0; i < offered->words.size(); ++i)
      session.print(offered->words[i] + (i % 4 == 3 ? "\n  " : " "));
    session.print(
        "\nThey type `kindling pair join` and the words within ten minutes; both of you then run `kindling "
        "sync`.\n");
    return {};
  });
}

Result<void> join(Session& session, const Arguments& arguments) {
  std::string code;
  for (const std::string& word : arguments.all("CODE")) code += (code.empty() ? "" : " ") + word;
  return with_sync(session, HomeNeed::make, [&](Kindling&, SyncService& sync) -> Result<void> {
    if (auto joined = sync.join(code, shown_names(arguments)); !joined) return joined.error();
    return print_pairing(session, sync);
  });
}

Result<void> confirm(Session& session, const Arguments& arguments) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    const auto view = sync.pairing();
    if (!view) return view.error();
    if (!arguments.has("--yes") && view->step == PairingStep::confirm) {
      if (isatty(STDIN_FILENO) == 0) return invalid("pairing asks whether that's the right one; --yes says so");
      std::cerr << "Share with " << view->partner_name << " (" << view->partner_device << ")? [y/N] ";
      std::string answer;
      std::getline(std::cin, answer);
      if (answer != "y" && answer != "Y") return invalid("nothing was shared");
    }
    if (auto confirmed = sync.confirm(); !confirmed) return confirmed.error();
    return print_pairing(session, sync);
  });
}

Result<void> status(Session& session, const Arguments&) {
  return with_sync(session, HomeNeed::make, [&](Kindling&, SyncService& sync) { return print_pairing(session, sync); });
}

Result<void> cancel(Session& session, const Arguments&) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    if (auto cancelled = sync.cancel(); !cancelled) return cancelled.error();
    return print_pairing(session, sync);
  });
}

// --- Rounds

std::string words_of(const ExchangeReport& report) {
  if (report.trouble) return "The store: " + report.trouble->message + ".";
  std::string words = report.taken + report.published == 0 ? "Nothing new." : "In step.";
  if (report.waiting > 0) words += " Some of it is still on its way.";
  if (report.damaged > 0) words += " Something on the store is damaged; nothing of yours was touched.";
  if (report.store_emptied) words += " The store had lost what was on it; it has it again.";
  if (report.forked) words += " A copy of a home writes there, too; both are kept.";
  return words;
}

Result<ExchangeReport> run_round(SyncService& sync, RemoteStore& store, bool thorough) {
  const auto round = sync.round(thorough);
  if (!round) return round.error();
  while (const auto request = (*round)->next()) (*round)->answer(perform(store, *request));
  const ExchangeReport report = (*round)->report();
  if (auto noted = sync.note_round(report); !noted) return noted.error();
  return report;
}

Result<void> sync_now(Session& session, const Arguments& arguments) {
  return with_sync(session, HomeNeed::exists, [&](Kindling& home, SyncService& sync) -> Result<void> {
    auto store = store_of(session, sync);
    if (!store) return store.error();
    while (true) {
      const auto last = sync.last_round();
      const bool thorough = !last || session.now() - *last > kThoroughEvery || arguments.has("--thorough");
      const auto report = run_round(sync, **store, thorough);
      if (!report) return report.error();
      if (!arguments.has("--watch")) {
        if (report->trouble) return *report->trouble;
        if (session.json()) {
          session.print_json(sync_json(home.context(), *report, sync.last_round(), sync.has_waiting()));
        } else {
          session.print(words_of(*report) + "\n");
        }
        return {};
      }
      std::this_thread::sleep_for(kPause);
    }
  });
}

Result<void> devices(Session& session, const Arguments&) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    const auto all = sync.devices();
    if (session.json()) return session.print_json(devices_json(all)), Result<void>();
    Columns rows;
    for (const DeviceView& device : all) {
      rows.add({session.style().faint(short_id(device.stream)), device.person_name, device.device_name,
                device.is_this  ? "this one"
                : device.closed ? "revoked"
                                : ""});
    }
    session.print(rows.empty() ? "Nobody is paired, so there is only this device.\n" : rows.text());
    return {};
  });
}

Result<void> revoke(Session& session, const Arguments& arguments) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    if (auto revoked = sync.revoke(arguments.text("ID")); !revoked) return revoked.error();
    if (session.json()) return session.print_json(devices_json(sync.devices())), Result<void>();
    session.print(
        "From the next sync on nothing that it writes counts, and it can read nothing new. What it has read "
        "already can't be taken back.\n");
    return {};
  });
}

template <bool Paused>
Result<void> set_paused(Session& session, const Arguments&) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    if (auto set = sync.pause(Paused); !set) return set.error();
    return print_pairing(session, sync);
  });
}

Result<void> unpair(Session& session, const Arguments& arguments) {
  return with_sync(session, HomeNeed::exists, [&](Kindling&, SyncService& sync) -> Result<void> {
    if (!arguments.has("--yes"))
      return invalid(
          "`kindling export json FILE` keeps a copy of everything first, if you like; then `kindling unpair "
          "--yes` leaves, alone and at once. What your partner has already stays with them");
    if (auto left = sync.unpair(); !left) return left.error();
    return print_pairing(session, sync);
  });
}

constexpr Parameter kName{"--name", "NAME", "what your partner's device calls you; nothing is taken from the settings"};
constexpr Parameter kDevice{"--device", "NAME", "what it calls this device"};
constexpr Parameter kYes{"--yes", "", "without asking"};
constexpr auto kSetParameters = std::to_array<Parameter>({
    {"PLACE", "", "folder:PATH that something else syncs, or the https address of a WebDAV folder", true},
    {"--user", "NAME", "of a WebDAV login; its password is read from standard input"},
});
constexpr auto kStoreCommands = std::to_array<Command>({
    {"set", "where both of you meet", kSetParameters, set_store, {}},
    {"check", "what the store really does, in plain words", {}, check_store, {}},
});
constexpr auto kOffer = std::to_array<Parameter>({kName, kDevice});
constexpr auto kJoin = std::to_array<Parameter>({
    {"CODE", "", "the code, or its twelve words", true, true},
    kName,
    kDevice,
});
constexpr auto kConfirm = std::to_array<Parameter>({kYes});
constexpr auto kPairCommands = std::to_array<Command>({
    {"offer", "a code for your partner's device", kOffer, offer, {}},
    {"join", "with the code that your partner shows", kJoin, join, {}},
    {"confirm", "it is them: share from now on", kConfirm, confirm, {}},
    {"status", "who is paired", {}, status, {}},
    {"cancel", "end a pairing that isn't done", {}, cancel, {}},
});
constexpr auto kSync = std::to_array<Parameter>({
    {"--watch", "", "go on, round after round"},
    {"--thorough", "", "look at everything that should be on the store, not at what is new alone"},
});
constexpr auto kRevoke = std::to_array<Parameter>({{"ID", "", "its id, or the first characters of it", true}});
constexpr auto kDeviceCommands = std::to_array<Command>({
    {"revoke", "its word counts no more", kRevoke, revoke, {}},
});
constexpr auto kCommands = std::to_array<Command>({
    {"store", "where two homes meet: a folder or a WebDAV share that you already have", {}, nullptr, kStoreCommands},
    {"pair", "share with your partner, without any account", {}, nullptr, kPairCommands},
    {"sync", "bring both in step", kSync, sync_now, {}},
    {"devices", "whose devices share", {}, devices, {}},
    {"device", "one of them", {}, nullptr, kDeviceCommands},
    {"pause", "nothing goes out and nothing comes in", {}, set_paused<true>, {}},
    {"resume", "share again", {}, set_paused<false>, {}},
    {"unpair", "leave, alone and at once; what you both shared stays with you", kConfirm, unpair, {}},
});

}  // namespace

std::span<const Command> sync_commands() noexcept { return kCommands; }

}  // namespace kindling::cli
