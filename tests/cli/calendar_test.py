#!/usr/bin/env python3
"""The calendar that goes out and comes in, as khal, python-icalendar and a Radicale server read it."""

import base64
import http.client
import os
import pathlib
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "core" / "codec"))

from harness import CliTest, main  # noqa: E402
from khal_agreement import instants_by_icalendar, khal_list  # noqa: E402

SPRING = "2026-03-20T09:00:00+01:00"  # a Friday; the clocks go forward on the 29th in Berlin, on the 8th in New York


class Calendar(CliTest):
    def setUp(self):
        super().setUp()
        self.calendar = self.path / "calendar"

    def files(self):
        return sorted(f for f in self.calendar.iterdir() if not f.name.startswith("."))

    def plan(self, title, start, *more):
        return self.json("plan", "add", title, "--start", start, *more)["id"]

    def ritual(self, title, *more):
        return self.json("ritual", "add", title, "--kind", "other", *more, "--now", SPRING)["id"]

    def expand(self, start, zone, rule=None, without=()):
        """The instants that our own engine gives, of all but some days."""
        given = self.json("expand", "--start", start, "--rule", rule or "FREQ=DAILY;COUNT=1", "--zone", zone,
                          "--from", "2026-01-01T00:00", "--to", "2027-01-01T00:00", "--limit", "400")
        return sorted(one["utc"] for one in given if one["local"][:10] not in without)

    filled = None  # a home that was filled once, and what it means

    def fill(self):
        """Plans and rituals around the changes of the clocks; what each means, by UID."""
        if Calendar.filled is None:
            kept = tempfile.TemporaryDirectory(prefix="kindling-cli-")
            unittest.addModuleCleanup(kept.cleanup)
            means = self.fill_anew()
            shutil.copytree(self.home, pathlib.Path(kept.name) / "home")
            Calendar.filled = kept, means
        else:
            shutil.copytree(pathlib.Path(Calendar.filled[0].name) / "home", self.home)
        return Calendar.filled[1]

    def fill_anew(self):
        # Rituals float: UTC stands for the reader's own zone.
        means = {}
        for start, zone in (("2026-03-28T19:00", "Europe/Berlin"), ("2026-03-29T19:00", "Europe/Berlin"),
                            ("2026-10-24T23:30", "Europe/Berlin"), ("2026-10-25T09:00", "Europe/Berlin"),
                            ("2026-03-08T08:00", "America/New_York"), ("2026-11-01T12:00", "America/New_York"),
                            ("2026-04-05T20:00", "Australia/Lord_Howe"), ("2026-06-01T06:30", "Asia/Kolkata")):
            made = self.plan("Ramen, and more; über alles", start, "--zone", zone, "--for", "90m")
            means[made + "@kindling"] = self.expand(start, zone)
        self.json("plan", "accept", made)
        daily = self.ritual("Tea", "--at", "22:00", "--repeat", "FREQ=DAILY;COUNT=40", "--step", "Kettle")
        self.json("ritual", "rest", daily, "--until", "2026-03-22", "--now", SPRING)
        self.json("ritual", "skip", daily, "--date", "2026-03-29", "--now", SPRING)
        rested = ("2026-03-20", "2026-03-21", "2026-03-22", "2026-03-29")
        means[daily + "@kindling"] = self.expand("2026-03-20T22:00", "UTC", "FREQ=DAILY;COUNT=40", rested)
        weekly = self.ritual("Walk", "--at", "08:15", "--repeat", "FREQ=WEEKLY;BYDAY=SA,SU;COUNT=70")
        means[weekly + "@kindling"] = self.expand("2026-03-21T08:15", "UTC", "FREQ=WEEKLY;BYDAY=SA,SU;COUNT=70")
        monthly = self.ritual("Look back", "--at", "19:30", "--repeat", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=9")
        means[monthly + "@kindling"] = self.expand("2026-03-29T19:30", "UTC", "FREQ=MONTHLY;BYDAY=-1SU;COUNT=9")
        return means

    def same(self, found, means):
        self.assertEqual({uid: sorted(times) for uid, times in found.items()}, means)


class Folder(Calendar):
    def test_writes_what_changed_alone(self):
        ramen = self.plan("Ramen night", "2026-11-27T19:00")
        tea = self.ritual("Tea", "--at", "22:00")
        made = self.json("calendar", "write", self.calendar)
        self.assertEqual((made["things"], made["written"], made["removed"], made["kept"]), (1, 1, 0, False))
        self.assertEqual([f.name for f in self.files()], [ramen + "@kindling.ics"])
        self.assertEqual(self.json("calendar", "write", self.calendar, "--rituals", tea[:6])["written"], 1)
        before = {f: f.stat().st_mtime_ns for f in self.files()}
        self.json("plan", "accept", ramen)
        self.assertEqual(self.json("calendar", "write", self.calendar, "--rituals", "all")["written"], 1)
        changed = [f.name for f in self.files() if f.stat().st_mtime_ns != before[f]]
        self.assertEqual(changed, [ramen + "@kindling.ics"])
        self.assertIn("STATUS:CONFIRMED", (self.calendar / changed[0]).read_text())
        (self.calendar / "theirs.ics").write_text("theirs")
        self.json("plan", "remove", ramen)
        self.assertEqual(self.json("calendar", "write", self.calendar, "--rituals", "none")["removed"], 2)
        self.assertEqual([f.name for f in self.files()], ["theirs.ics"])

    def test_is_kept_and_forgotten(self):
        self.plan("Ramen night", "2026-11-27T19:00")
        tea = self.ritual("Tea", "--at", "22:00")
        self.assertIsNone(self.json("calendar", "status"))
        self.fails(4, "calendar", "write")
        self.assertTrue(self.json("calendar", "write", self.calendar, "--rituals", tea, "--discreet", "--keep")["kept"])
        self.assertEqual(self.json("calendar", "status"),
                         {"folder": str(self.calendar), "rituals": [tea], "discreet": True})
        self.plan("Opera", "2026-11-28T19:00")
        self.assertEqual(self.json("calendar", "write")["written"], 1)
        for file in self.files():
            text = file.read_text()
            self.assertIn("SUMMARY:Together", text)
            for word in ("Ramen", "Opera", "Tea"):
                self.assertNotIn(word, text)
        self.assertIn("without words", self.ok("calendar", "status").out)
        self.assertIsNone(self.json("calendar", "off"))
        self.assertEqual(len(self.files()), 3)

    def test_refuses_what_is_no_choice(self):
        self.plan("Ramen night", "2026-11-27T19:00")
        self.fails(3, "calendar", "write", self.calendar, "--rituals", "abcdef")
        self.fails(4, "calendar", "write", self.calendar, "--rituals", "all,none")
        self.fails(2, "calendar", "write", "--discreet")
        self.assertFalse(self.calendar.exists())
        (self.path / "file").write_text("x")
        self.assertIn(self.run_it("calendar", "write", self.path / "file").code, (1, 4))

    def test_export_takes_the_rituals_that_are_named(self):
        self.plan("Ramen night", "2026-11-27T19:00")
        tea = self.ritual("Tea", "--at", "22:00")
        self.ritual("Walk", "--at", "08:00")
        for given, count in ((), 3), (("--rituals", "none"), 1), (("--rituals", tea), 2), (("--rituals", "all"), 3):
            self.assertEqual(self.ok("export", "ics", "-", *given).out.count("BEGIN:VEVENT"), count)


class Import(Calendar):
    def test_our_own_changes_nothing(self):
        self.fill()
        self.add_hug()
        file = self.path / "own.ics"
        for discreet in ((), ("--discreet",)):
            self.json("export", "ics", file, *discreet)
            before = self.json("export", "json", self.path / "before.json")["bytes"]
            done = self.json("import", file)
            self.assertEqual(done["imported"], 0)
            self.assertEqual(done["skipped"], 12)
            self.assertEqual(self.json("export", "json", self.path / "after.json")["bytes"], before)

    def test_a_foreign_one_comes_in_once(self):
        file = self.path / "theirs.ics"
        file.write_text("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:concert-1\r\n"
                        "DTSTART;TZID=Europe/London:20261204T193000\r\nDTEND;TZID=Europe/London:20261204T220000\r\n"
                        "SUMMARY:Concert\r\nSTATUS:CONFIRMED\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")
        self.assertEqual(self.json("import", file)["imported"], 1)
        plans = self.json("plan", "list")
        self.assertEqual([(p["title"], p["state"]) for p in plans], [("Concert", "accepted")])
        self.assertEqual(self.json("import", "-", stdin=file.read_bytes())["imported"], 0)
        self.assertEqual(self.json("plan", "list"), plans)
        self.json("undo")
        self.assertEqual(self.json("plan", "list"), [])
        self.assertEqual(self.json("import", file)["imported"], 1)

    def test_rubbish_is_refused(self):
        file = self.path / "bad.ics"
        file.write_text("BEGIN:VCALENDAR\n" * 40)
        self.fails(4, "import", file)
        file.write_text("BEGIN:VCALENDAR\nEND:VCALENDAR\n")
        self.assertEqual(self.json("import", file)["imported"], 0)


class Readers(Calendar):
    def test_khal_and_icalendar_read_the_same_instants(self):
        means = self.fill()
        self.json("calendar", "write", self.calendar, "--rituals", "all")
        self.assertEqual(len(self.files()), len(means))
        found = {}
        for file in self.files():
            found.update(instants_by_icalendar(file.read_bytes()))
        self.same(found, means)
        self.json("export", "ics", self.path / "all.ics")
        self.same(instants_by_icalendar((self.path / "all.ics").read_bytes()), means)
        self.assertIsNotNone(shutil.which("khal"), "khal isn't installed; ./dev test installs it")
        self.same(khal_list(self.calendar, self.path), means)


class Server:
    """Radicale on the loopback, with a store of its own; anybody may write."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        config = folder / "radicale.ini"
        config.write_text(f"[server]\nhosts = 127.0.0.1:{self.port}\n[auth]\ntype = none\n"
                          f"[storage]\nfilesystem_folder = {folder / 'radicale'}\n[logging]\nlevel = warning\n")
        self.log = open(folder / "radicale.log", "wb")
        program = shutil.which("radicale")
        if program is None:
            raise AssertionError("radicale isn't installed; ./dev test installs it")
        self.process = subprocess.Popen([program, "--config", str(config)], stdout=self.log, stderr=self.log,
                                        env={"PATH": os.environ["PATH"], "HOME": str(folder)})
        deadline = time.monotonic() + 90
        while True:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return
            except OSError:
                if time.monotonic() > deadline or self.process.poll() is not None:
                    self.close()
                    raise
                time.sleep(0.1)

    def close(self):
        self.process.terminate()
        self.process.wait(30)
        self.log.close()

    def ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request(method, path, body, {"Authorization": "Basic " + base64.b64encode(b"anna:x").decode(),
                                                "Content-Type": "text/calendar; charset=utf-8"})
        answer = connection.getresponse()
        text = answer.read()
        connection.close()
        return answer.status, text


class CalDav(Calendar):
    def test_a_server_takes_each_file_and_gives_it_back(self):
        means = self.fill()
        self.json("calendar", "write", self.calendar, "--rituals", "all")
        server = Server(self.path)
        self.addCleanup(server.close)
        self.assertEqual(server.ask("MKCALENDAR", "/anna/kindling/")[0], 201)
        found = {}
        for file in self.files():
            place = "/anna/kindling/" + file.name.replace("@", "%40")
            self.assertEqual(server.ask("PUT", place, file.read_bytes())[0], 201, file.read_text())
            status, text = server.ask("GET", place)
            self.assertEqual(status, 200)
            found.update(instants_by_icalendar(text))
            for line in ("BEGIN:VALARM", "LAST-MODIFIED:"):
                self.assertIn(line, text.decode())
        self.same(found, means)
        status, everything = server.ask("GET", "/anna/kindling/")
        self.assertEqual(status, 200)
        self.same(instants_by_icalendar(everything), means)

        # What is cancelled goes in over what was there, and is told as such.
        plan = self.json("plan", "list")[0]["id"]
        self.json("plan", "cancel", plan)
        self.assertEqual(self.json("calendar", "write", self.calendar, "--rituals", "all")["written"], 1)
        place = f"/anna/kindling/{plan}%40kindling.ics"
        sent = (self.calendar / f"{plan}@kindling.ics").read_bytes()
        self.assertIn(server.ask("PUT", place, sent)[0], (201, 204))
        kept = server.ask("GET", place)[1].decode()
        for line in ("STATUS:CANCELLED", "SEQUENCE:1"):
            self.assertIn(line, kept)
        # And what the server kept is no news to us.
        file = self.path / "back.ics"
        file.write_bytes(server.ask("GET", "/anna/kindling/")[1])
        self.assertEqual(self.json("import", file)["imported"], 0)


if __name__ == "__main__":
    main()
