#!/usr/bin/env python3
"""The window and the reminders beside it ask for no way to the internet: they run under a filter that kills whoever makes an
internet socket. KINDLING_BIN and KINDLING_WINDOW name the two programs."""

import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))

import no_internet  # noqa: E402
from display import SLOW, Display  # noqa: E402

BINARY = os.environ.get("KINDLING_BIN", "")
WINDOW = os.environ.get("KINDLING_WINDOW", "")
SKIPPED = 77
SCREENS = ("today", "talk", "feel", "touch", "time", "settings", "help", "ladder", "sheet-if-then", "sheet-check-in", "articles")


class Network(unittest.TestCase):
    def setUp(self):
        self.display = Display()
        self.addCleanup(self.display.close)
        folder = tempfile.TemporaryDirectory(prefix="kindling-network-")
        self.addCleanup(folder.cleanup)
        kept = {k: os.environ[k] for k in ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS") if k in os.environ}
        self.environment = {**kept, "HOME": folder.name, "KINDLING_HOME": folder.name + "/home", "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8",
                            "DISPLAY": self.display.name, "NO_AT_BRIDGE": "1", "KINDLING_RENDERER": "software",
                            "XDG_RUNTIME_DIR": folder.name}
        os.chmod(folder.name, 0o700)

    def kindling(self, *words):
        return subprocess.run([BINARY, *words], env=self.environment, capture_output=True, text=True, timeout=60 * SLOW)

    def shows_a_window(self):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "."], env=self.environment, capture_output=True, text=True)
        return bool(found.stdout.strip())

    def test_the_window_opens_every_kind_of_screen_without(self):
        self.assertTrue(no_internet.kills("AF_INET"))
        self.kindling("reminder", "add", "Hug", "--at", "07:45")
        window = no_internet.start([WINDOW], env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.addCleanup(window.stderr.close)
        self.addCleanup(window.wait)
        self.addCleanup(window.kill)
        end = time.monotonic() + 20 * SLOW
        while not self.shows_a_window():
            self.assertIsNone(window.poll(), "it ended")
            self.assertLess(time.monotonic(), end, "it took too long")
            time.sleep(0.05)
        for screen in SCREENS:
            self.kindling("open", screen)
            time.sleep(0.1 * SLOW)
            self.assertIsNone(window.poll(), f"{screen}: it died, of an internet socket: {no_internet.was_killed(window.returncode or 0)}")
        window.terminate()
        self.assertFalse(no_internet.was_killed(window.wait(20 * SLOW)))


if __name__ == "__main__":
    if not no_internet.is_possible() or any(shutil.which(tool) is None for tool in ("Xvfb", "xdotool")):
        raise SystemExit(SKIPPED)
    unittest.main()
