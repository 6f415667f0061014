#!/usr/bin/env python3
"""Backups that make themselves: chosen, made, told of, killed; and folders that can't be written."""

import os
import random
import shutil
import signal
import stat
import subprocess
import time

from harness import BINARY, CliTest, main

PHRASE = b"a fine long phrase\n"
MONDAY = "2026-11-23T09:00:00+01:00"
NOBODY = 65534


class AutoBackup(CliTest):
    def setUp(self):
        super().setUp()
        self.backups = self.path / "backups"

    def names(self):
        return sorted(f.name for f in self.backups.iterdir())

    def test_one_a_day_that_restores(self):
        self.add_hug()
        self.assertFalse(self.json("backup", "auto", "status")["on"])
        self.assertIn("none made by itself", self.ok("doctor").out)
        made = self.json("backup", "auto", self.backups, stdin=PHRASE)
        self.has_fields(made, "made file operations broken bytes encrypted verified kept removed")
        self.assertTrue(made["encrypted"])
        self.assertEqual(self.names(), ["kindling-2026-11-22.backup"])
        file = self.backups / self.names()[0]
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertNotIn(b"Hug", file.read_bytes())
        for kept in self.home.iterdir():
            self.assertNotIn(PHRASE.strip(), kept.read_bytes(), kept.name)
        self.assertEqual(self.json("backup", "auto", "run"), {"made": False})
        self.assertTrue(self.json("backup", "auto", "run", "--now", MONDAY)["made"])
        status = self.json("backup", "auto", "status", "--now", MONDAY)
        self.has_fields(status, "on folder here encrypted due newest kept last_success last_failure warning")
        self.assertEqual((status["kept"], status["newest"], status["warning"]), (2, "2026-11-23", None))
        other = self.path / "other"
        self.json("--home", other, "restore", self.backups / "kindling-2026-11-23.backup", stdin=PHRASE)
        self.assertEqual(self.json("--home", other, "reminder", "list")[0]["title"], "Hug before work")
        # The folder came along, and what opens the backups didn't.
        restored = self.json("--home", other, "backup", "auto", "status")
        self.assertEqual((restored["on"], restored["here"]), (True, False))
        self.fails(4, "--home", other, "backup", "auto", "run")
        self.assertFalse(self.json("backup", "auto", "off")["on"])
        self.fails(4, "backup", "auto", "run")
        self.assertEqual(len(self.names()), 2)

    def test_is_never_open_unless_it_was_said(self):
        self.add_hug()
        self.fails(4, "backup", "auto", self.backups)
        self.fails(4, "backup", "auto", self.backups, stdin=b"short\n")
        self.assertFalse(self.backups.exists())
        secret = self.path / "secret"
        secret.write_bytes(PHRASE)
        self.fails(2, "backup", "auto", self.backups, "--unencrypted", "--passphrase-file", secret)
        self.fails(4, "backup", "auto", self.home / "within", "--unencrypted")
        self.assertFalse(self.json("backup", "auto", self.backups, "--unencrypted")["encrypted"])
        self.assertIn(b"Hug", (self.backups / self.names()[0]).read_bytes())
        self.assertIn("not encrypted", self.ok("doctor").out)

    def test_words_and_files_are_told_apart(self):
        self.add_hug()
        self.fails(2, "backup")
        self.fails(2, "backup", "auto")
        self.fails(2, "backup", "auto", "off", "more")
        for words in (("backup", "--json", "one"), ("--json", "backup", "two"), ("backup", "three", "--json"),
                      ("backup", "--home", self.home, "--json", "four"), ("backup", "--json", "./auto")):
            done = subprocess.run([BINARY, *map(str, words)], cwd=self.path, env=self.environment(),
                                  capture_output=True, timeout=120)
            self.assertEqual(done.returncode, 0, done.stderr)
            self.assertTrue((self.path / words[-1 if words[-1] != "--json" else 1]).is_file())
        self.assertFalse(self.json("--json", "backup", "--json", "auto", "status")["on"])
        self.assertIn("kindling backup FILE", self.ok("backup", "--help").out)
        self.assertIn("--unencrypted", self.ok("help", "backup", "auto").out)

    def test_says_what_is_wrong(self):
        self.add_hug()
        self.json("backup", "auto", self.backups, "--unencrypted")
        away = self.path / "away"
        self.backups.rename(away)
        told = self.fails(3, "backup", "auto", "run", "--force", "--now", MONDAY)
        self.assertIn("connect its disk", told)
        self.assertFalse(self.backups.exists())
        self.assertIn("failed: the folder for automatic backups isn't there", self.ok("doctor", "--now", MONDAY).out)
        self.assertIn("failed", self.json("doctor", "--now", MONDAY)["backup"]["warning"])
        away.rename(self.backups)
        self.assertTrue(self.json("backup", "auto", "run", "--now", "2026-11-23T11:00:00+01:00")["made"])
        self.assertIsNone(self.json("doctor", "--now", "2026-11-23T11:00:00+01:00")["backup"]["warning"])
        late = self.json("backup", "auto", "status", "--now", "2026-11-29T11:00:00+01:00")
        self.assertIn("the newest automatic backup is of 2026-11-23", late["warning"])
        self.assertTrue(late["due"])

    def test_a_folder_that_cannot_be_written(self):
        self.add_hug()
        self.json("backup", "auto", self.backups, "--unencrypted")
        before = {f.name: f.read_bytes() for f in self.backups.iterdir()}
        as_nobody, program = {}, BINARY
        if os.geteuid() == 0:  # to whom every folder is open
            as_nobody = {"user": NOBODY, "group": NOBODY, "extra_groups": []}
            program = shutil.copy(BINARY, self.path / "kindling")  # its own place may be closed to others
            for place in (self.path, self.home, self.backups, *self.home.iterdir(), *self.backups.iterdir()):
                os.chown(place, NOBODY, NOBODY)
        os.chmod(self.backups, 0o500)
        self.addCleanup(os.chmod, self.backups, 0o700)
        done = subprocess.run([program, "backup", "auto", "run", "--now", MONDAY], env=self.environment(), timeout=120,
                              capture_output=True, text=True, **as_nobody)
        self.assertEqual(done.returncode, 1, done.stderr)
        self.assertIn("check that it belongs to you and its permissions", done.stderr)
        self.assertEqual({f.name: f.read_bytes() for f in self.backups.iterdir()}, before)
        self.assertIn("failed", self.json("backup", "auto", "status", "--now", MONDAY)["warning"])

    def test_killed_at_any_moment_it_leaves_whole_ones(self):
        self.add_hug()
        self.json("memory", "add", "long " * 1_900)
        self.json("backup", "auto", self.backups, "--unencrypted")
        chance = random.Random(11)
        for day in range(23, 31):
            now = f"2026-11-{day}T09:00:00+01:00"
            run = subprocess.Popen([BINARY, "backup", "auto", "run", "--force", "--now", now], env=self.environment(),
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(chance.uniform(0, 0.4))
            run.send_signal(signal.SIGKILL)
            run.wait(60)
        (self.backups / "kindling-2026-11-30.backup.part.Ab12Cd").write_bytes(b"half")
        self.assertTrue(self.json("backup", "auto", "run", "--force", "--now", "2026-11-30T10:00:00+01:00")["made"])
        for name in self.names():
            self.assertRegex(name, r"\Akindling-2026-11-\d\d\.backup\Z")
            self.json("--home", self.path / "other", "restore", self.backups / name, "--yes")
        self.assertEqual(len(self.json("--home", self.path / "other", "memory", "list")), 1)


if __name__ == "__main__":
    main()
