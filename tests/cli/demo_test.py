#!/usr/bin/env python3
"""--demo: a home of an invented couple for one run, and nothing of it left afterwards."""

import os
import signal
import stat
import subprocess
import time

from harness import BINARY, CliTest, main

NOW = "2026-11-26T18:30:00+01:00"  # a Thursday


class Demo(CliTest):
    def setUp(self):
        super().setUp()
        self.temporary = self.path / "temporary"
        self.temporary.mkdir()

    def environment(self, **changes):
        return super().environment(**{"TMPDIR": str(self.temporary), "KINDLING_NOW": NOW, **changes})

    def left(self):
        return sorted(p.name for p in self.path.rglob("*") if p != self.temporary)

    def test_today_is_full_and_nothing_is_left(self):
        today = self.json("--demo", "today")
        for field in ("affection", "reminders", "rituals", "prompt", "next_plan", "on_this_day"):
            self.assertTrue(today[field], field)
        self.assertEqual(today["date"], "2026-11-26")
        self.assertEqual(today["next_plan"]["start"], "2026-11-27T19:00")
        self.assertIn("Jon", self.ok("today", "--demo").out)
        self.assertEqual(self.left(), [])

    def test_now_and_zone_are_kept(self):
        self.assertEqual(self.json("--demo", "today", "--now", "2028-02-29T08:00:00+01:00")["date"], "2028-02-29")
        self.assertEqual(self.json("--demo", "today", "--zone", "Asia/Tokyo")["date"], "2026-11-27")
        self.ok("--demo", "today", env=self.environment(KINDLING_NOW=None))
        self.fails(4, "--demo", "today", "--now", "1900-01-01T00:00:00Z")
        self.assertEqual(self.left(), [])

    def test_the_same_moment_is_the_same_home(self):
        self.assertEqual(self.ok("--demo", "export", "json", "-").out, self.ok("--demo", "export", "json", "-").out)

    def test_each_run_starts_anew(self):
        before = len(self.json("--demo", "memory", "list"))
        self.json("--demo", "memory", "add", "The kettle sang in tune")
        self.assertEqual(len(self.json("--demo", "memory", "list")), before)
        self.assertEqual(before, 12)

    def test_the_real_home_is_not_touched(self):
        self.ok("memory", "add", "Ours")
        before = {p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in self.home.iterdir()}
        self.ok("--demo", "memory", "add", "Theirs")
        self.ok("--demo", "doctor", "--rebuild")
        self.assertEqual({p.name: (p.stat().st_mtime_ns, p.read_bytes()) for p in self.home.iterdir()}, before)
        self.assertEqual([m["text"] for m in self.json("memory", "list")], ["Ours"])

    def test_other_words_about_a_home_are_refused(self):
        self.fails(2, "--demo", "--home", self.path / "other", "today")
        self.assertEqual(self.left(), [])

    def test_what_needs_no_home_makes_none(self):
        self.ok("--demo", "say", "check", "You never listen", env=self.environment(TMPDIR="/nowhere"))
        self.fails(1, "--demo", "today", env=self.environment(TMPDIR="/nowhere"))

    def test_sound_and_private(self):
        report = self.json("--demo", "doctor", "--rebuild")
        self.assertTrue(report["sound"])
        self.assertEqual({space["tables"] for space in report["spaces"]}, {"equal"})
        self.assertTrue(report["home"].startswith(str(self.temporary)))
        self.json("--demo", "lock", "status")
        self.assertEqual(self.left(), [])

    def test_nothing_is_left_when_it_fails_or_is_stopped(self):
        self.fails(3, "--demo", "reminder", "show", "zzzzzz")
        for wanted in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # It has opened the home and waits for a passphrase that doesn't come.
            run = subprocess.Popen([BINARY, "--demo", "lock", "set"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.DEVNULL, env=self.environment())
            deadline = time.monotonic() + 20
            while not any(self.temporary.iterdir()) and time.monotonic() < deadline:
                time.sleep(0.002)
            self.assertEqual([stat.S_IMODE(os.stat(f).st_mode) for f in self.temporary.iterdir()], [0o700])
            run.send_signal(wanted)
            run.stdin.close()
            self.assertEqual(run.wait(20), -wanted)
            self.assertEqual(self.left(), [])

    def test_nothing_is_left_when_the_reader_has_gone(self):
        reading, writing = os.pipe()
        os.close(reading)
        subprocess.run([BINARY, "--demo", "export", "json", "-"], stdout=writing, stderr=subprocess.DEVNULL,
                       env=self.environment(), check=False)
        os.close(writing)
        self.assertEqual(self.left(), [])

    def test_it_is_told_in_the_help(self):
        self.assertIn("--demo", self.ok("--help").out)
        self.assertIn("--demo", self.ok("help", "man").out.replace("\\-", "-"))


if __name__ == "__main__":
    main()
