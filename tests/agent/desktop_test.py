#!/usr/bin/env python3
"""The agent beside a notification service from Debian, on a bus and a screen of the test's own: something really appears."""

import datetime
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "platform" / "linux"))
from private_bus import rerun_on_private_bus  # noqa: E402

BINARY = os.environ.get("KINDLING_BIN", "")
PATIENCE = 30.0
SERVICES = {"dunst": ["dunst"], "notification-daemon": ["/usr/lib/notification-daemon/notification-daemon"]}


def wait_until(holds, what):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if holds():
            return
        time.sleep(0.1)
    raise AssertionError(f"{what} didn't happen")


class DesktopTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kindling-desktop-")
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        reader, writer = os.pipe()
        screen = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-screen", "0", "640x480x24", "-nolisten", "tcp"],
                                  pass_fds=(writer,), stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop, screen)
        os.close(writer)
        with os.fdopen(reader) as answer:
            display = ":" + answer.readline().strip()
        self.env = {**os.environ, "DISPLAY": display, "KINDLING_HOME": str(self.path / "home"),
                    "XDG_CONFIG_HOME": str(self.path / "config"), "XDG_CACHE_HOME": str(self.path / "cache"), "TZ": "UTC",
                    "LC_ALL": "C.UTF-8"}

    @staticmethod
    def stop(process):
        process.terminate()
        process.wait(PATIENCE)

    def start(self, words):
        process = subprocess.Popen(words, env=self.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(self.stop, process)

    def json(self, *words):
        done = subprocess.run([BINARY, *words, "--json"], env=self.env, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def picture(self):
        """The screen's pixels, without the head of the file that they come in and its list of colours."""
        dump = subprocess.run(["xwd", "-root", "-silent"], env=self.env, capture_output=True, check=True).stdout
        head, colours = (int.from_bytes(dump[at:at + 4], "big") for at in (0, 76))
        return dump[head + 12 * colours:]

    def colours(self):
        pixels = self.picture()
        return len({pixels[i:i + 4] for i in range(0, len(pixels) - 4, 4)})

    def shows_it(self, service):
        self.start(service)
        wait_until(lambda: self.json("agent", "status")["notifications"], "the service's start")
        self.assertLessEqual(self.colours(), 2)
        self.start([BINARY, "agent", "run"])
        wait_until(lambda: self.json("agent", "status")["running"], "the agent's start")
        now = datetime.datetime.now(datetime.timezone.utc)
        yesterday = (now - datetime.timedelta(days=1)).strftime("%Y-%m-%d")
        reminder = self.json("reminder", "add", "Hug", "--at", "00:00", "--repeat", "FREQ=DAILY", "--from", yesterday)["id"]
        until = (now + datetime.timedelta(seconds=2)).strftime("%Y-%m-%dT%H:%M:%SZ")
        self.json("reminder", "snooze", reminder, "--until", until)
        wait_until(lambda: self.colours() > 8, "a notification on the screen")
        # Done elsewhere, it goes away.
        self.json("reminder", "done", reminder, "--date", yesterday)
        wait_until(lambda: self.colours() <= 2, "its end")


def test_of(words):
    def test(self):
        self.shows_it(words)
    return test


for name, program in SERVICES.items():
    if shutil.which(program[0]):
        setattr(DesktopTest, "test_shows_and_withdraws_through_" + name.replace("-", "_"), test_of(program))

if __name__ == "__main__":
    if not BINARY:
        raise SystemExit("KINDLING_BIN names the binary to test")
    if not shutil.which("Xvfb") or not any(shutil.which(program[0]) for program in SERVICES.values()):
        print("SKIPPED: this needs Xvfb and dunst or notification-daemon")
        sys.exit(77)
    rerun_on_private_bus()
    unittest.main()
