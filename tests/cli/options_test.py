#!/usr/bin/env python3
"""Global options, the environment, exit codes and errors."""

import json
import os
import shutil
import sqlite3
import subprocess

from harness import BINARY, CliTest, main

SECRET = "zanzibarsecret"


class GlobalOptions(CliTest):
    def test_before_and_after_the_command(self):
        other = self.path / "other"
        self.ok("--home", other, "memory", "add", "One")
        self.ok("memory", "--home", other, "add", "Two")
        self.ok("memory", "add", "Three", f"--home={other}")
        self.assertEqual(len(self.json("memory", "list", "--home", other)), 3)
        texts = {m["text"] for m in json.loads(self.ok("--json", "memory", "list", "--home", other).out)}
        self.assertEqual(texts, {"One", "Two", "Three"})
        self.assertFalse(self.home.exists())

    def test_home_of_ideas_is_at_home(self):
        self.assertTrue(all(i["place"] != "out" for i in self.json("idea", "list", "--home", "--kind", "date")))
        other = self.path / "other"
        self.json("idea", "draw", "--home", other)
        self.json("idea", "draw", "--home", "--home", other)
        self.json("idea", "add", "Map evening", "--home", "--home", other)
        self.assertTrue(other.exists())

    def test_where_the_home_is(self):
        self.ok("today", env=self.environment(KINDLING_HOME=None, XDG_DATA_HOME=str(self.path / "data")))
        self.assertTrue((self.path / "data" / "kindling").is_dir())
        self.ok("today", env=self.environment(KINDLING_HOME=None))
        self.assertTrue((self.path / ".local" / "share" / "kindling").is_dir())
        self.fails(1, "today", env=self.environment(KINDLING_HOME=None, HOME=None))

    def test_now_and_zone(self):
        self.assertEqual(self.json("today")["date"], "2026-11-22")
        late = self.json("today", "--now", "2027-01-01T23:30:00Z")
        self.assertEqual(late["date"], "2027-01-02")
        self.assertEqual(self.json("today", "--now", "2027-01-01T23:30:00Z", "--zone", "UTC")["date"], "2027-01-01")
        self.assertEqual(self.json("today", "--zone", "Asia/Tokyo")["zone"], "Asia/Tokyo")
        self.fails(4, "today", "--now", "tomorrow")
        self.fails(4, "today", "--zone", "Mars/Olympus")
        self.assertIn("KINDLING_NOW", self.fails(4, "today", env=self.environment(KINDLING_NOW="never")))
        tokyo = self.environment(KINDLING_ZONE="Asia/Tokyo")
        self.assertEqual(self.json("today", env=tokyo)["zone"], "Asia/Tokyo")
        self.assertEqual(self.json("today", "--zone", "UTC", env=tokyo)["zone"], "UTC")
        self.assertIn("KINDLING_ZONE", self.fails(4, "today", env=self.environment(KINDLING_ZONE="Mars/Olympus")))

    def test_a_command_s_own_zone_is_not_the_device_s(self):
        plan = self.json("plan", "add", "Call", "--start", "2026-11-27T19:00", "--zone", "Asia/Tokyo")
        self.assertEqual((plan["zone"], plan["at"]), ("Asia/Tokyo", "2026-11-27T11:00:00+01:00"))

    def test_version_help_and_language(self):
        self.assertRegex(self.ok("--version").out, r"\Akindling \d+\.\d+\.\d+\n\Z")
        self.assertEqual(self.json("--version")["name"], "kindling")
        self.assertIn("Usage", self.ok("--help").out)
        self.assertIn("--repeat", self.ok("reminder", "add", "--help").out)
        self.assertIn("snooze", self.ok("reminder", "-h").out)
        self.assertIn("text", self.json("reminder", "--help"))
        self.ok("today", "--lang", "de-DE")
        self.assertFalse((self.path / ".local").exists())

    def test_colour_only_on_a_terminal(self):
        if shutil.which("script") is None:
            self.skipTest("script(1) isn't there")
        command = f"script -qec '{BINARY} today' /dev/null"
        def seen(**env):
            return os.popen(" ".join(f"{k}='{v}'" for k, v in self.environment(TERM="xterm", **env).items()) + " " + command).read()
        self.assertIn("\x1b[", seen())
        self.assertNotIn("\x1b[", seen(NO_COLOR="1"))


class Window(CliTest):
    def start(self, script, *words):
        """Beside a copy of the program lies a script in the window's place."""
        folder = self.path / "bin"
        folder.mkdir()
        shutil.copy(BINARY, folder / "kindling")
        window = folder / "kindling-window"
        window.write_text("#!/bin/sh\n" + script)
        window.chmod(0o755)
        return subprocess.run([folder / "kindling", *words], env=self.environment(), capture_output=True, text=True, timeout=120)

    def test_it_is_told_what_holds_for_every_command(self):
        words = ["--passphrase-file", "secret", "--zone", "UTC", "shot", "today", "--out", "x.png", "--pseudo"]
        ran = self.start(f"printf '%s\\n' \"$@\" > '{self.path}/words'\n", *words)
        self.assertEqual(ran.returncode, 0, ran.stderr)
        told = (self.path / "words").read_text().splitlines()
        self.assertEqual(told, ["shot", "--out", "x.png", "--pseudo", "--zone", "UTC", "--passphrase-file", "secret", "--", "today"])

    def test_its_own_sentence_is_found_among_what_libraries_say(self):
        ran = self.start("echo 'dbus[1]: noise' >&2; echo 'kindling: --size: write it as 390x844' >&2; echo more >&2; exit 4\n",
                         "shot", "today", "--out", "x.png")
        self.assertEqual((ran.returncode, ran.stderr), (4, "kindling: --size: write it as 390x844\n"))


class ExitCodes(CliTest):
    def test_one_for_what_failed(self):
        self.home.mkdir()
        (self.home / "key").mkdir()
        self.fails(1, "today")
        (self.path / "file").write_text("a file where a folder should be")
        self.assertIn(self.run_it("today", "--home", self.path / "file" / "home").code, (1, 4))

    def test_two_for_wrong_usage(self):
        for words in (["remember"], ["reminder"], ["reminder", "sing"], ["reminder", "add", "Hug"], ["reminder", "add"],
                      ["today", "--loud"], ["today", "now"], ["reminder", "add", "Hug", "--at"], ["search"],
                      ["reminder", "add", "Hug", "--at", "07:45", "--at", "08:00"], ["reminder", "snooze", "abcd"],
                      ["memory", "add", "one", "two"], ["checkin", "add", "--valence", "1"], ["--frobnicate"]):
            self.fails(2, *words)
        self.assertFalse(self.home.exists())

    def test_three_for_sharing_where_there_is_no_home(self):
        for words in (["store", "check"], ["sync"], ["devices"], ["device", "revoke", "abcd"], ["pause"], ["unpair"]):
            self.fails(3, *words)
        self.assertFalse(self.home.exists())

    def test_three_for_what_is_not_there(self):
        self.fails(3, "reminder", "show", "abcdef")
        self.ok("today")
        for words in (["reminder", "show", "abcdef"], ["ritual", "done", "abcdef"], ["plan", "accept", "abcdef"],
                      ["idea", "show", "abcdef"], ["prompt", "answer", "abcdef", "x"], ["import", self.path / "none"],
                      ["restore", self.path / "none"], ["help", "nothing"], ["plan", "free", "--calendar", self.path / "no.ics"],
                      ["--home", self.path / "nowhere", "doctor"], ["--home", self.path / "nowhere", "export", "json", "-"]):
            self.fails(3, *words)
        self.assertFalse((self.path / "nowhere").exists())

    def test_four_for_invalid_input(self):
        self.ok("today")
        for words in (
            ["checkin", "add", "--valence", "5", "--energy", "0"], ["checkin", "add", "--valence", "x", "--energy", "0"],
            ["checkin", "add", "--valence", "1", "--energy", "-5"],
            ["checkin", "add", "--valence", "1", "--energy", "1", "--share", "some"],
            ["checkin", "add", "--valence", "1", "--energy", "1", "--at", "2027-01-01T00:00:00Z"],
            ["reminder", "add", "Hug", "--at", "25:00"], ["reminder", "add", "", "--at", "07:00"],
            ["reminder", "add", "Hug", "--at", "07:00", "--repeat", "FREQ=SOMETIMES"],
            ["reminder", "add", "Hug", "--at", "07:00", "--kind", "nag"], ["reminder", "add", "Hug", "--at", "07:00", "--in", "Nowhere"],
            ["reminder", "add", "Hug", "--at", "07:00", "--from", "2026-02-30"],
            ["reminder", "add", "Hug", "--at", "07:00", "--window", "07:00"],
            ["reminder", "add", "Hug", "--at", "07:00", "--for", "them"], ["reminder", "show", "abc"],
            ["ritual", "add", "Tea", "--kind", "tea", "--at", "22:00"], ["ritual", "add", "Tea", "--kind", "meal", "--at", "22"],
            ["plan", "add", "Call", "--start", "tomorrow"], ["plan", "add", "Call", "--start", "2026-11-27T19:00", "--for", "long"],
            ["plan", "add", "Call", "--start", "2026-11-27T19:00", "--zone", "Nowhere"],
            ["idea", "list", "--kind", "prompt"], ["idea", "list", "--max-cost", "huge"], ["idea", "list", "--max-comfort", "7"],
            ["idea", "mark", "abcd", "perhaps"], ["comfort", "set", "touch", "7"], ["comfort", "set", "nose", "1"],
            ["quiet", "set", "22-7"], ["budget", "set", "affection", "many"], ["day-start", "set", "09:00"],
            ["upcoming", "--days", "0"], ["upcoming", "--limit", "61"], ["expand", "--start", "2026-01-01T00:00", "--rule", "FREQ"],
            ["expand", "--start", "x", "--rule", "FREQ=DAILY"], ["say", "check", ""], ["search", " "], ["memory", "add", ""],
            ["export", "xml", "-"], ["completion", "tcsh"], ["trend", "--weeks", "-1"], ["history", "--limit", "0"],
            ["import", self.path / "x", "--mood", "fine"],
        ):
            with self.subTest(words=words):
                self.fails(4, *words)
        self.assertEqual(self.json("history"), [])

    def test_six_for_a_newer_home(self):
        self.ok("today")
        for file in list(self.home.iterdir()):
            if file.suffix == ".db":
                with sqlite3.connect(file) as database:
                    database.execute("PRAGMA user_version = 9999")
                database.close()
        self.fails(6, "today")


class Errors(CliTest):
    def test_they_never_repeat_words(self):
        self.ok("today")
        for words in ([SECRET], ["reminder", SECRET], ["reminder", "add", SECRET], ["today", SECRET], ["today", "--" + SECRET],
                      ["today", f"--{SECRET}=x"], ["memory", "add", "a", SECRET],
                      ["reminder", "add", SECRET, "--at", SECRET], ["reminder", "add", SECRET * 20, "--at", "07:00"],
                      ["reminder", "add", "Hug", "--at", "07:00", "--kind", SECRET],
                      ["reminder", "add", "Hug", "--at", "07:00", "--repeat", f"FREQ={SECRET}"],
                      ["reminder", "add", "Hug", "--at", "07:00", "--repeat", f"FREQ=DAILY;{SECRET}=1"],
                      ["reminder", "add", "Hug", "--at", "07:00", "--in", SECRET], ["reminder", "show", SECRET],
                      ["idea", "show", SECRET], ["plan", "add", "x", "--start", SECRET], ["prompt", "answer", SECRET, "x"],
                      ["prompt", "draw", "--deck", SECRET], ["idea", "draw", "--search", SECRET], ["--zone", SECRET, "today"],
                      ["checkin", "add", "--valence", SECRET, "--energy", "1"], ["memory", "add", SECRET + "\x01"],
                      ["help", SECRET], ["import", "/nowhere/" + SECRET, "--mood", SECRET], ["today", f"--json={SECRET}"],
                      ["--home", "/dev/null/" + SECRET, "today"]):
            for globals_ in ([], ["--json"]):
                ran = self.run_it(*globals_, *words)
                self.assertNotEqual(ran.code, 0, words)
                self.assertNotIn(SECRET, ran.err.lower() + ran.out.lower(), words)

    def test_nothing_changes_when_a_command_fails(self):
        hug = self.add_hug()
        before = self.ok("export", "json", "-").out
        for words in (["reminder", "edit", hug["id"], "--title", "New", "--at", "99:99"],
                      ["reminder", "edit", hug["id"], "--title", "x" * 201],
                      ["reminder", "done", hug["id"], "--date", "2026-11-22"],
                      ["reminder", "snooze", hug["id"], "--until", "2020-01-01T00:00:00Z"],
                      ["plan", "add", "Call", "--start", "2026-11-27T19:00", "--task", "fine", "--task", "bad\x02"]):
            self.assertNotEqual(self.run_it(*words).code, 0, words)
        self.assertEqual(self.ok("export", "json", "-").out, before)
        self.assertEqual(len(self.json("history")), 1)

    def test_json_asked_for_after_the_mistake(self):
        ran = self.run_it("reminder", "sing", "--json")
        self.assertEqual((ran.code, len(ran.err.splitlines())), (2, 2))


if __name__ == "__main__":
    main()
