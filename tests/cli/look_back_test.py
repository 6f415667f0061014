#!/usr/bin/env python3
"""The quiet notice by its signals, a year looked back on, and the page for a therapist."""

import datetime
import os
import stat

from harness import CliTest, main

TODAY = datetime.datetime.fromisoformat("2026-11-22T09:00:00+01:00")


class Drift(CliTest):
    def live(self, days, valence):
        for day in days:
            self.ok("checkin", "add", "--valence", valence, "--energy", "0", "--at", (TODAY - datetime.timedelta(days=day)).isoformat())

    def test_fields_of_nothing(self):
        drift = self.json("drift")
        self.assertEqual(set(drift), {"baseline", "notice", "signals"})
        self.assertIsNone(drift["notice"])
        self.assertEqual([s["signal"] for s in drift["signals"]], ["mood", "check_ins", "rituals", "touch", "together"])
        for signal in drift["signals"]:
            self.assertEqual(signal, {"signal": signal["signal"], "weeks": 0, "usual": None, "recent": None, "below": False})
        self.assertIn("too little", self.ok("drift").out)

    def test_a_lower_mood_is_told_once_and_dismissed_for_a_season(self):
        self.live(range(110, 28, -2), 3)
        self.live(range(27, 0, -1), -3)
        drift = self.json("drift")
        notice = drift["notice"]
        self.has_fields(notice, "since weeks drop signals text steps articles")
        self.assertEqual(notice["signals"], ["mood"])
        self.assertIn("may mean nothing", notice["text"])
        self.assertTrue(2 <= len(notice["steps"]) <= 3)
        self.assertEqual(set(notice["articles"]), {"article.mood.a-low-patch"})
        mood = drift["signals"][0]
        self.assertTrue(mood["below"])
        self.assertLess(mood["recent"], mood["usual"])
        self.assertIn("Only you see this", self.ok("drift").out)
        self.assertEqual(len(self.json("today")["notices"]), 1)
        later = self.environment(KINDLING_NOW="2026-11-30T09:00:00+01:00")
        self.assertEqual(self.json("today", env=later)["notices"], [])
        self.assertIsNone(self.json("drift", "--dismiss")["notice"])
        self.assertEqual(self.json("today")["notices"], [])


class LookBack(CliTest):
    def test_a_year(self):
        self.ok("memory", "add", "the long walk", "--date", "2026-05-01")
        self.ok("memory", "add", "an older one", "--date", "2024-05-01")
        self.ok("appreciate", "You warmed the car")
        self.ok("checkin", "add", "--valence", "2", "--energy", "0")
        ritual = self.json("ritual", "add", "Tea at ten", "--kind", "bedtime", "--at", "22:00")["id"]
        self.ok("ritual", "done", ritual)
        year = self.json("lookback")
        self.assertEqual(set(year), {"year", "moments", "appreciations", "evenings", "rituals", "moods"})
        self.assertEqual([m["text"] for m in year["moments"]], ["the long walk"])
        self.assertEqual(year["rituals"], [{"id": ritual, "title": "Tea at ten", "held": "mostly"}])
        self.assertEqual(year["moods"], [{"date": "2026-11-22", "valence": 2.0, "energy": 0.0}])
        self.assertEqual([m["text"] for m in self.json("lookback", "--year", "2024")["moments"]], ["an older one"])
        text = self.ok("lookback").out
        for words in ("the long walk", "You warmed the car", "Tea at ten: there most of the time", "For you alone"):
            self.assertIn(words, text)
        self.assertIn("Nothing was kept", self.ok("lookback", "--year", "2001").out)
        self.fails(4, "lookback", "--year", "2027")
        self.fails(4, "lookback", "--year", "soon")


class TherapistPage(CliTest):
    def setUp(self):
        super().setUp()
        self.memory = self.json("memory", "add", "the long walk", "--date", "2026-05-01")["id"]
        self.ok("memory", "add", "the quarrel", "--date", "2026-05-02")
        self.check_in = self.json("checkin", "add", "--valence", "-2", "--energy", "0", "--note", "alone <again>")["id"]

    def test_entries(self):
        entries = self.json("therapist-page", "entries")
        self.assertEqual({e["kind"] for e in entries}, {"check-in", "memory"})
        for entry in entries:
            self.has_fields(entry, "id kind date head text")
        self.assertEqual([e["text"] for e in self.json("therapist-page", "entries", "--kind", "memory")], ["the quarrel", "the long walk"])
        self.assertEqual(len(self.json("therapist-page", "entries", "--kind", "memory", "--limit", "1")), 1)

    def test_what_is_previewed_is_written(self):
        chosen = ["--entry", self.memory[:6], "--entry", self.check_in, "--note", "We talk past each other."]
        for name, flags in (("page.txt", []), ("page.html", ["--html"])):
            shown = self.ok("therapist-page", "preview", *chosen, *flags).out
            self.assertNotIn("the quarrel", shown)
            file = self.path / name
            told = self.json("therapist-page", "write", file, *chosen)
            self.assertEqual(file.read_text(), shown)
            self.assertEqual(told["bytes"], file.stat().st_size)
            self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertIn("alone &lt;again&gt;", (self.path / "page.html").read_text())
        self.assertEqual(sorted(p.name for p in self.path.iterdir()), ["home", "page.html", "page.txt"])

    def test_refusals_write_nothing(self):
        (self.path / "there.txt").write_text("mine")
        self.fails(4, "therapist-page", "write", self.path / "there.txt", "--entry", self.memory)
        self.assertEqual((self.path / "there.txt").read_text(), "mine")
        os.symlink(self.path / "there.txt", self.path / "link.txt")
        self.fails(4, "therapist-page", "write", self.path / "link.txt", "--entry", self.memory)
        self.fails(4, "therapist-page", "write", self.path / "page.pdf", "--entry", self.memory)
        self.fails(4, "therapist-page", "write", self.path / "away" / "page.txt", "--entry", self.memory)
        self.fails(4, "therapist-page", "write", self.path / "page.txt")
        self.fails(3, "therapist-page", "write", self.path / "page.txt", "--entry", "zzzzzz")
        self.fails(4, "therapist-page", "preview")
        self.fails(4, "therapist-page", "entries", "--kind", "plan")
        self.assertEqual(sorted(p.name for p in self.path.iterdir()), ["home", "link.txt", "there.txt"])

    def test_it_leaves_no_trace_in_the_home(self):
        before = self.json("history")
        self.ok("therapist-page", "write", self.path / "page.txt", "--entry", self.memory)
        self.assertEqual(self.json("history"), before)


if __name__ == "__main__":
    main()
