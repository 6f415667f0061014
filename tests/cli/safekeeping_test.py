#!/usr/bin/env python3
"""Export, import, backup, restore, lock and doctor; and the limits of what may be written."""

import csv
import json
import os
import stat
import zipfile

from harness import CliTest, main


class Exchange(CliTest):
    def fill(self):
        self.add_hug()
        self.json("ritual", "add", "Tea", "--kind", "bedtime", "--at", "22:00")
        self.json("plan", "add", "Ramen night", "--start", "2026-11-27T19:00", "--task", "Noodles")
        self.json("checkin", "add", "--valence", "2", "--energy", "1", "--note", "Slow Sunday")
        self.json("memory", "add", "The lake")

    def test_json_round_trip(self):
        self.fill()
        file = self.path / "all.json"
        report = self.json("export", "json", file)
        self.has_fields(report, "format file bytes")
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.assertEqual(json.loads(file.read_text()), json.loads(self.ok("export", "json", "-").out))
        packed = self.path / "all.zip"
        with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.write(file, "kindling.json")
        for source, home in ((file, "one"), (packed, "two")):
            done = self.json("--home", self.path / home, "import", source)
            self.assertGreaterEqual(done["imported"], 5)
            self.assertEqual(self.json("--home", self.path / home, "reminder", "list"), self.json("reminder", "list"))
        self.assertEqual(self.json("--home", self.path / "one", "import", file)["imported"], 0)

    def test_csv_as_folder_and_zip(self):
        self.fill()
        folder, packed = self.path / "csv", self.path / "csv.zip"
        self.json("export", "csv", folder)
        self.json("export", "csv", packed)
        names = sorted(p.name for p in folder.iterdir())
        with zipfile.ZipFile(packed) as archive:
            self.assertEqual(sorted(archive.namelist()), names)
        for file in folder.iterdir():
            with open(file, newline="", encoding="utf-8-sig") as opened:
                rows = list(csv.reader(opened))
            self.assertGreaterEqual(len(rows), 2, file.name)
        self.fails(4, "export", "csv", folder)
        self.fails(2, "export", "csv", "-")

    def test_ics(self):
        self.fill()
        text = self.ok("export", "ics", "-").out
        self.assertTrue(text.startswith("BEGIN:VCALENDAR"))
        self.assertIn("BEGIN:VALARM", text)
        self.assertIn("Ramen night", text)
        self.assertNotIn("Ramen night", self.ok("export", "ics", "-", "--discreet").out)
        self.assertEqual(self.run_it("export", "ics", "-", "--json").code, 2)

    def test_daylio(self):
        file = self.path / "daylio.csv"
        file.write_text('full_date,date,weekday,time,mood,activities,note_title,note\n'
                        '2026-11-20,November 20,Friday,20:30,good,"walk | tea","","A walk"\n'
                        '2026-11-21,November 21,Saturday,08:00,dreamy,"","",""\n')
        self.fails(4, "import", file)
        self.assertEqual(self.json("checkin", "list"), [])
        self.assertEqual(self.json("import", file, "--mood", "dreamy=3,-2")["imported"], 2)
        self.assertEqual([c["valence"] for c in self.json("checkin", "list")][1], 3)
        self.fails(4, "import", file, "--mood", "dreamy=9,0")

    def test_rubbish_is_refused(self):
        file = self.path / "rubbish"
        for content in (b"", b"{", b"[]", b"\x00\xff\xfe", b"PK\x03\x04rubbish", b"a,b\n1,2\n", b'{"kindling": 1e999}'):
            file.write_bytes(content)
            ran = self.run_it("import", file)
            self.assertIn(ran.code, (4, 6), content)
        file.write_text("BEGIN:VEVENT\nEND:VEVENT\n")
        told = self.fails(4, "import", file)
        self.assertIn("JSON export of Kindling", told)
        self.assertIn("CSV export of Daylio", told)
        self.assertEqual(self.json("history"), [])


class Backups(CliTest):
    def secret(self, text):
        file = self.path / "secret"
        file.write_text(text + "\n")
        return file

    def test_restore_on_a_home_with_data_asks(self):
        hug = self.add_hug()
        file = self.path / "k.backup"
        made = self.json("backup", file)
        self.assertFalse(made["encrypted"])
        self.assertEqual(stat.S_IMODE(file.stat().st_mode), 0o600)
        self.json("memory", "add", "Later")
        self.fails(4, "restore", file)
        self.assertEqual(len(self.json("memory", "list")), 1)
        self.json("restore", file, "--yes")
        self.assertEqual(self.json("memory", "list"), [])
        self.assertEqual(self.json("reminder", "list")[0]["id"], hug["id"])

    def test_encrypted(self):
        self.add_hug()
        file, other = self.path / "k.backup", self.path / "other"
        self.assertTrue(self.json("backup", file, "--passphrase-file", self.secret("a fine long phrase"))["encrypted"])
        self.assertNotIn(b"Hug", file.read_bytes())
        self.fails(5, "--home", other, "restore", file)
        self.json("--home", other, "restore", file, stdin=b"a fine long phrase\n")
        self.assertEqual(len(self.json("--home", other, "reminder", "list")), 1)
        self.fails(4, "backup", file, "--encrypt", stdin=b"short\n")

    def test_a_damaged_one_changes_nothing(self):
        self.add_hug()
        file = self.path / "k.backup"
        self.json("backup", file)
        content = file.read_bytes()
        for damaged in (content[:len(content) // 2], content[:-1], b"rubbish", b""):
            file.write_bytes(damaged)
            self.assertEqual(self.run_it("restore", file, "--yes").code, 4)
        self.assertEqual(len(self.json("reminder", "list")), 1)

    # Each try of a passphrase takes a good part of a second and 256 MiB, so there are few of them.
    def test_lock_and_unlock(self):
        self.add_hug()
        right, newer = self.secret("a fine long phrase"), self.path / "newer"
        newer.write_text("another fine phrase")
        self.assertEqual(self.json("lock", "status"), {"locked": False, "holder": "key-file"})
        self.fails(4, "lock", "set", stdin=b"short\n")
        self.fails(4, "lock", "set")
        self.assertTrue(self.json("lock", "set", stdin=b"a fine long phrase\n")["locked"])
        self.assertTrue(self.json("lock", "status")["locked"])
        self.fails(5, "today")
        self.assertEqual(self.run_it("today", stdin=b"not this phrase\n").code, 5)
        self.assertEqual(len(self.json("reminder", "list", stdin=b"a fine long phrase\n")), 1)
        self.json("lock", "set", "--passphrase-file", newer, env=self.environment(KINDLING_PASSPHRASE_FILE=str(right)))
        self.assertEqual(self.run_it("today", "--passphrase-file", right).code, 5)
        self.assertFalse(self.json("lock", "remove", "--passphrase-file", newer)["locked"])
        self.assertEqual(len(self.json("reminder", "list")), 1)

    def test_doctor(self):
        self.add_hug()
        well = self.json("doctor")
        self.has_fields(well, "sound home bytes key spaces counts next_reminder backup agent store")
        self.assertTrue(well["sound"])
        self.assertEqual(well["counts"]["reminders"], 1)
        self.assertEqual(well["next_reminder"]["title"], "Hug before work")
        self.assertEqual({s["name"]: s["integrity"] for s in well["spaces"]}, {"self": "ok", "couple": "ok"})
        rebuilt = self.json("doctor", "--rebuild")
        self.assertEqual([s["tables"] for s in rebuilt["spaces"]], ["equal", "equal"])
        self.fails(3, "--home", self.path / "nowhere", "doctor")

    def test_a_home_that_is_no_home_is_left_alone(self):
        self.add_hug()
        for file in list(self.home.glob("*-wal")) + list(self.home.glob("*-shm")):
            file.unlink()
        files = list(self.home.glob("*.db"))
        for file in files:
            file.write_bytes(b"not a database, but somebody's file" * 100)
        before = {f.name: f.read_bytes() for f in files}
        self.assertEqual(self.run_it("today").code, 1)
        self.assertEqual({f.name: f.read_bytes() for f in files}, before)


class Limits(CliTest):
    def test_lengths(self):
        self.json("reminder", "add", "ü" * 200, "--at", "07:00")
        self.fails(4, "reminder", "add", "ü" * 201, "--at", "07:00")
        self.json("memory", "add", "日" * 10_000)
        self.fails(4, "memory", "add", "日" * 10_001)
        self.fails(4, "say", "check", "a" * 10_001)

    def test_invalid_utf8(self):
        for words in (["memory", "add", b"caf\xe9"], [b"\xff"], ["--home", b"/tmp/\xff", "today"],
                      ["checkin", "add", "--valence", "1", "--energy", "1", "--note", b"\xc0\x80"]):
            code, out, err = self.run_raw(*words)
            self.assertEqual((code, out), (4, b""), words)
            self.assertEqual(len(err.splitlines()), 1)

    def test_control_characters(self):
        for text in ("a\x01b", "a\x1bb", "a\x7fb", "a\u0085b", "line\nbreak"):
            self.fails(4, "reminder", "add", text, "--at", "07:00")
        self.fails(4, "memory", "add", "a\x1b[31mb")
        self.fails(4, "checkin", "add", "--valence", "1", "--energy", "1", "--feeling", "a\nb")

    def test_a_home_that_cannot_be_written(self):
        if os.geteuid() == 0:
            self.skipTest("root writes everywhere")
        self.add_hug()
        os.chmod(self.home, 0o500)
        self.addCleanup(os.chmod, self.home, 0o700)
        self.fails(1, "memory", "add", "x")


if __name__ == "__main__":
    main()
