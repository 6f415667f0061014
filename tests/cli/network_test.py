#!/usr/bin/env python3
"""No command asks for a way to the internet: each runs under a filter that kills whoever makes an internet socket."""

import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import no_internet  # noqa: E402
from harness import BINARY, CliTest, main  # noqa: E402

CALENDAR = "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN", "BEGIN:VEVENT", "UID:1", "DTSTAMP:20261101T000000Z",
                        "DTSTART:20261127T180000Z", "DTEND:20261127T200000Z", "SUMMARY:Choir", "END:VEVENT", "END:VCALENDAR", ""])


class Network(CliTest):
    def quietly(self, *words):
        done = no_internet.run([BINARY, *map(str, words)], env=self.environment(), input=b"")
        self.assertFalse(no_internet.was_killed(done.returncode), f"{words} asked for an internet socket")
        self.assertEqual(done.returncode, 0, f"{words}: {done.stderr.decode()}")
        return done.stdout.decode()

    def test_the_filter_can_tell(self):
        self.assertTrue(no_internet.kills("AF_INET"))
        self.assertTrue(no_internet.kills("AF_INET6"))
        self.assertFalse(no_internet.kills("AF_UNIX"))

    def test_a_whole_life_needs_no_internet(self):
        calendar = self.path / "mine.ics"
        calendar.write_text(CALENDAR)
        self.quietly("reminder", "add", "Hug before work", "--at", "07:45", "--repeat", "FREQ=DAILY", "--cue", "when I put on my shoes")
        self.quietly("checkin", "add", "--valence", "2", "--energy", "-1", "--share", "mood")
        self.quietly("ritual", "add", "Tea at ten", "--kind", "bedtime", "--at", "22:00")
        self.quietly("plan", "add", "Ramen night", "--start", "2026-11-27T19:00", "--for", "2h")
        self.quietly("memory", "add", "Missed the last tram")
        self.quietly("appreciate", "You warmed the car")
        self.quietly("comfort", "set", "touch", "2")
        self.quietly("programme", "start", "four-first-steps")
        for words in ("today", "upcoming", "checkin list", "reminder list", "ritual list", "idea list", "idea draw", "plan list",
                      f"plan free --calendar {calendar}", "prompt decks", "prompt draw", "say starts", "say replies", "programme show",
                      "article list", "ladder list", "comfort show", "memory list", "appreciation list", "trend", "drift", "history",
                      "undo", "quiet show", "budget show", "notifications show", "settings show", "lock status", "doctor",
                      "doctor --rebuild", "agent status", "help", "help crisis --country all", "help therapist", "help man",
                      "completion bash", "search Tea"):
            self.quietly(*words.split())
        self.quietly("export", "json", self.path / "all.json")
        self.quietly("export", "ics", self.path / "all.ics")
        self.quietly("import", self.path / "all.json")
        self.quietly("calendar", "write", self.path)
        self.quietly("backup", self.path / "k.backup")
        self.quietly("--home", self.path / "other", "restore", self.path / "k.backup")
        self.quietly("shot", "today", "--out", self.path / "today.png")


if __name__ == "__main__":
    if not no_internet.is_possible():
        raise SystemExit(77)
    main()
