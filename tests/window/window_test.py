#!/usr/bin/env python3
"""The real window on a display of its own (Xvfb): what a person types and clicks is in the home, what the command line writes is on
the screen, and while nothing happens it sleeps. KINDLING_BIN and KINDLING_WINDOW name the two programs."""

import hashlib
import json
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import unittest

from display import SLOW, Display

BINARY = os.environ.get("KINDLING_BIN", "")
WINDOW = os.environ.get("KINDLING_WINDOW", "")
TOOLS = ("Xvfb", "xdotool", "xwd", "xwininfo", "xprop")
SKIPPED = 77
SAVE_BELOW = 62  # dp


def until(question, seconds=10.0):
    """The first answer that isn't None or False."""
    end = time.monotonic() + seconds * SLOW
    while True:
        answer = question()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError("it took too long")
        time.sleep(0.02)


class WindowTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.close)

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kindling-window-")
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        self.home = self.path / "home"
        kept = {k: os.environ[k] for k in ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if k in os.environ}
        self.environment = {**kept, "HOME": str(self.path), "KINDLING_HOME": str(self.home), "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8",
                            "DISPLAY": self.display.name, "NO_AT_BRIDGE": "1", "KINDLING_RENDERER": "software"}
        # A home with something in it doesn't begin with the first run's cards.
        self.kindling("reminder", "add", "Hug", "--at", "07:45")
        # The display is still the one of the test before, and so is its pointer.
        self.x("mousemove", "1390", "1190")

    # --- What a person and a script do

    def x(self, *words):
        return subprocess.run(["xdotool", *words], env=self.environment, capture_output=True, text=True, timeout=30, check=True).stdout

    def kindling(self, *words):
        done = subprocess.run([BINARY, *words, "--json"], env=self.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def start(self, *words, program=None, **changes):
        self.window = subprocess.Popen([program or WINDOW, *words], env={**self.environment, **changes}, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.window.stderr.close)
        self.addCleanup(self.stop)
        self.id = until(self.find)
        self.still()
        return self.window

    def find(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "kindling"], env=self.environment, capture_output=True,
                               text=True, timeout=30).stdout.split()
        return found[0] if found else None

    def topmost(self):
        listed = subprocess.run(["xwininfo", "-root", "-children"], env=self.environment, capture_output=True, text=True, check=True).stdout
        named = [line.split()[0] for line in listed.splitlines() if '"kindling" "kindling"' in line]
        return str(int(named[0], 16))

    def stop(self):
        if self.window.poll() is None:
            self.window.kill()
        self.window.wait()

    def close(self):
        self.window.send_signal(signal.SIGTERM)
        self.assertEqual(self.window.wait(timeout=20 * SLOW), 0)

    def picture(self):
        """What the window shows, as a fingerprint."""
        taken = subprocess.run(["xwd", "-silent", "-id", self.id], env=self.environment, capture_output=True, timeout=30, check=True)
        return hashlib.sha256(taken.stdout).hexdigest()

    def pictures(self):
        """All that it shows within a second and a half: a caret blinks."""
        taken = set()
        end = time.monotonic() + 1.5
        while time.monotonic() < end:
            taken.add(self.picture())
        return taken

    def still(self):
        """Waits until the picture doesn't change any more, and gives it."""
        last = self.picture()
        end = time.monotonic() + 10 * SLOW
        while time.monotonic() < end:
            time.sleep(0.25)
            now = self.picture()
            if now == last:
                return now
            last = now
        raise AssertionError("the picture never stops changing")

    def click(self, x, y):
        self.x("mousemove", "--window", self.id, str(x), str(y), "click", "1")
        time.sleep(0.2)

    def key(self, *names):
        self.x("key", *names)
        time.sleep(0.1)

    def focus(self):
        self.x("windowfocus", "--sync", self.id)
        self.still()

    def place_of(self, name, screen="today"):
        """Where a named thing is in the window, by the same frame drawn without it: left, top, width, height."""
        tree = self.path / "tree.json"
        done = subprocess.run([WINDOW, "shot", screen, "--out", str(self.path / "shot.png"), "--tree", str(tree), "--size", "420x860"],
                              env=self.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        todo = [json.loads(tree.read_text())]
        while todo:
            node = todo.pop(0)
            if node["name"] == name:
                box = node["rectangle"]
                return box["x"], box["y"], box["width"], box["height"]
            todo = node.get("children", []) + todo
        self.fail(f"there is no {name}")

    # --- Tests

    def test_it_is_named_and_sized(self):
        self.start()
        self.assertIn('"kindling", "kindling"', subprocess.run(["xprop", "-id", self.id, "WM_CLASS"], env=self.environment,
                                                               capture_output=True, text=True).stdout)
        self.assertEqual(self.x("getwindowname", self.id).strip(), "Kindling")
        self.assertIn("WIDTH=420\nHEIGHT=860", self.x("getwindowgeometry", "--shell", self.id))
        self.close()

    def test_a_check_in_by_clicks_is_kept(self):
        left, top, width, height = self.place_of("How you feel")
        self.start()
        before = self.still()
        self.click(left + width * 7 // 9, top + height * 3 // 9)
        self.assertNotEqual(self.still(), before)
        # What saves it has come below the grid, on the right.
        self.click(left + width * 3 // 4, top + height + SAVE_BELOW)
        made = until(lambda: self.kindling("checkin", "list"))
        self.assertEqual(len(made), 1)
        self.assertGreater(made[0]["valence"], 0)
        self.assertGreater(made[0]["energy"], 0)
        self.close()
        self.assertEqual(self.kindling("checkin", "list"), made)

    def test_what_is_typed_is_found(self):
        self.start()
        self.focus()
        self.key("ctrl+k")
        time.sleep(0.5)
        before = self.pictures()
        self.x("type", "--delay", "30", "hug")
        time.sleep(0.5)
        self.assertTrue(before.isdisjoint(self.pictures()))
        self.close()

    def test_a_change_by_the_command_line_shows_within_a_second(self):
        self.start()
        before = self.still()
        self.kindling("checkin", "add", "--valence", "3", "--energy", "2")
        began = time.monotonic()
        until(lambda: self.picture() != before, seconds=1)
        self.assertLess(time.monotonic() - began, SLOW)
        self.close()

    def test_a_second_start_raises_the_first_and_ends(self):
        self.start()
        other = subprocess.Popen([WINDOW], env=self.environment)
        self.assertEqual(other.wait(timeout=10 * SLOW), 0)
        self.assertIsNone(self.window.poll())
        elsewhere = subprocess.Popen([WINDOW, "--home", str(self.path / "elsewhere")], env=self.environment)
        self.addCleanup(elsewhere.wait)
        self.addCleanup(elsewhere.kill)
        until(lambda: self.topmost() != self.id)
        self.assertIsNone(elsewhere.poll(), "another home has a window of its own")
        # One that has just come raises itself once more.
        time.sleep(SLOW)
        self.assertEqual(subprocess.run([WINDOW], env=self.environment).returncode, 0)
        until(lambda: self.topmost() == self.id)
        elsewhere.terminate()
        self.assertEqual(elsewhere.wait(timeout=10 * SLOW), 0)
        self.close()

    def test_its_size_is_remembered(self):
        self.start()
        self.x("windowsize", "--sync", self.id, "1000", "700")
        self.still()
        self.close()
        self.start()
        self.assertIn("WIDTH=1000\nHEIGHT=700", self.x("getwindowgeometry", "--shell", self.id))
        self.close()

    def test_large_pixels(self):
        self.start(KINDLING_SCALE="1.5")
        self.assertIn("WIDTH=630", self.x("getwindowgeometry", "--shell", self.id))
        self.close()

    def test_it_is_as_large_as_the_desktop_wants_things(self):
        def say(*words):
            subprocess.run(["xprop", "-root", *words], env=self.environment, check=True)

        say("-f", "RESOURCE_MANAGER", "8s", "-set", "RESOURCE_MANAGER", "Xcursor.size:\t24\nXft.dpi:\t120\n")
        self.addCleanup(say, "-remove", "RESOURCE_MANAGER")
        self.start()
        self.assertIn("WIDTH=525", self.x("getwindowgeometry", "--shell", self.id))
        self.close()

    def test_a_demonstration_goes_with_its_terminal(self):
        folder = self.path / "temporary"
        folder.mkdir()
        self.start("--demo", TMPDIR=str(folder))
        self.assertEqual(len(list(folder.iterdir())), 1)
        self.window.send_signal(signal.SIGHUP)
        self.assertEqual(self.window.wait(timeout=20 * SLOW), 0)
        self.assertEqual(list(folder.iterdir()), [])

    def test_while_nothing_happens_it_sleeps(self):
        # Its clock stands, so that no quarter of an hour ends meanwhile.
        self.start("--now", "2026-11-22T18:20:00+01:00")
        time.sleep(1)
        status = pathlib.Path(f"/proc/{self.window.pid}")

        def measure():
            switches = 0
            for task in (status / "task").iterdir():
                for line in (task / "status").read_text().splitlines():
                    if line.startswith("voluntary_ctxt_switches"):
                        switches += int(line.split()[1])
            fields = (status / "stat").read_text().rsplit(")", 1)[1].split()
            return switches, (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

        switches, seconds = measure()
        time.sleep(10)
        later_switches, later_seconds = measure()
        print(f"idle for 10 s: {later_switches - switches} wake-ups, {later_seconds - seconds:.3f} s of a core", file=sys.stderr)
        self.assertLessEqual(later_switches - switches, 2)
        self.assertLessEqual(later_seconds - seconds, 0.02)
        self.close()

    def test_the_command_opens_it_and_says_where_it_cannot(self):
        beside = self.path / "bin"
        beside.mkdir()
        (beside / "kindling-window").symlink_to(WINDOW)
        self.start(program=BINARY, PATH=f"{beside}:{self.environment['PATH']}")
        self.close()
        blind = {k: v for k, v in self.environment.items() if k != "DISPLAY"}
        done = subprocess.run([WINDOW], env=blind, capture_output=True, text=True, timeout=30)
        self.assertEqual(done.returncode, 1)
        self.assertRegex(done.stderr, r"\Akindling: there is no display[^\n]+\n\Z")
        done = subprocess.run([BINARY], env=blind, capture_output=True, text=True, timeout=30)
        self.assertEqual(done.returncode, 0)
        self.assertRegex(done.stderr, r"\Akindling: there is no display[^\n]+\n\Z")
        self.assertTrue(done.stdout)


if __name__ == "__main__":
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print(f"skipped: {', '.join(missing)} is missing", file=sys.stderr)
        sys.exit(SKIPPED)
    unittest.main()
