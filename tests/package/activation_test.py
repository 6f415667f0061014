#!/usr/bin/env python3
"""The program under its name on the session bus, as a desktop uses it: started, brought to the front and asked for its actions, on a
bus and a display of the test's own. What is shown is read over AT-SPI. KINDLING_BIN and KINDLING_WINDOW name the programs."""

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

TESTS = pathlib.Path(__file__).resolve().parent.parent
sys.path[:0] = [str(TESTS / "platform" / "linux"), str(TESTS / "window")]

import private_bus  # noqa: E402
from display import SLOW, Display  # noqa: E402

BINARY, WINDOW = os.environ["KINDLING_BIN"], os.environ["KINDLING_WINDOW"]
ID, PATH = "org.kindling.Kindling", "/org/kindling/Kindling"
TOOLS = ("Xvfb", "dbus-run-session", "gdbus", "xdotool", "xwininfo")
SKIPPED = 77
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
if missing:
    print(f"skipped: {', '.join(missing)} is missing", file=sys.stderr)
    sys.exit(SKIPPED)
private_bus.rerun_on_private_bus(services={ID: WINDOW})

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

from accessible import all_below, application  # noqa: E402

PASSED_ON = ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "GSETTINGS_BACKEND")
CHECK_IN, PLAN = "How are you?", "Plan a date"


def until(question, what, seconds=15.0):
    end = time.monotonic() + seconds * SLOW
    while True:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            answer = question()
        except GLib.GError:  # what it looked at went meanwhile
            answer = None
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f"waited in vain for {what}")
        time.sleep(0.02)


def gdbus(*words):
    return subprocess.run(["gdbus", "call", "--session", "--timeout", str(int(20 * SLOW)), *words], capture_output=True, text=True, timeout=120)


def ask(method, *arguments):
    return gdbus("--dest", ID, "--object-path", PATH, "--method", f"org.freedesktop.Application.{method}", *arguments)


def bus(method, *arguments):
    done = gdbus("--dest", "org.freedesktop.DBus", "--object-path", "/org/freedesktop/DBus", "--method", f"org.freedesktop.DBus.{method}",
                 *arguments)
    return done.stdout.strip() if done.returncode == 0 else ""


class ActivationTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.close)
        launcher = private_bus.start_accessibility_bus(switched_on=True)
        cls.addClassCleanup(launcher.wait)
        cls.addClassCleanup(launcher.terminate)
        until(lambda: "true" in bus("NameHasOwner", "org.a11y.Bus"), "the accessibility bus")
        Atspi.init()
        Atspi.set_timeout(int(5000 * SLOW), int(15000 * SLOW))

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kindling-activation-")
        self.addCleanup(folder.cleanup)
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self.environment = {**kept, "HOME": folder.name, "KINDLING_HOME": str(pathlib.Path(folder.name) / "home"), "TZ": "Europe/Berlin",
                            "LC_ALL": "C.UTF-8", "DISPLAY": self.display.name, "KINDLING_RENDERER": "software"}
        # A home with something in it doesn't begin with the first run's cards.
        self.command("reminder", "add", "Hug", "--at", "07:45")
        self.addCleanup(self.nobody_is_left)

    # --- What a desktop and a person do

    def command(self, *words):
        done = subprocess.run([BINARY, *words], env=self.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done

    def start(self, *words, has_name=True):
        window = subprocess.Popen([BINARY, *words], env=self.environment)
        self.addCleanup(window.wait)
        self.addCleanup(window.kill)
        self.application = until(lambda: application("Kindling"), "the window")
        if has_name:
            until(self.owner, "the name")
        return window

    def end(self, process):
        process.terminate()
        self.assertEqual(process.wait(20 * SLOW), 0)
        until(lambda: application("Kindling") is None, "the window to go")

    def owner(self):
        return "true" in bus("NameHasOwner", ID)

    def owner_process(self):
        return int(bus("GetConnectionUnixProcessID", ID).strip("(),").split()[1])

    def nobody_is_left(self):
        until(lambda: not self.owner(), "the name to be given back")

    def shows(self, role, name):
        def found():
            self.application.clear_cache()
            return any(node.get_role() == role and node.get_name() == name for node in all_below(self.application))
        until(found, name)

    def sheet(self, name):
        self.shows(Atspi.Role.DIALOG, name)

    def sheets(self):
        self.application.clear_cache()
        return [node.get_name() for node in all_below(self.application) if node.get_role() == Atspi.Role.DIALOG]

    def done(self, answer):
        self.assertEqual((answer.returncode, answer.stdout.strip()), (0, "()"), answer.stderr)

    # --- Tests

    def test_the_actions_open_their_sheets(self):
        window = self.start()
        self.done(ask("ActivateAction", "check-in", "[]", "{}"))
        self.sheet(CHECK_IN)
        self.done(ask("ActivateAction", "plan-date", "[]", "{}"))
        self.sheet(PLAN)
        self.end(window)

    def test_a_screen_may_be_named(self):
        window = self.start()
        self.done(ask("ActivateAction", "show", "[<'settings'>]", "{}"))
        self.shows(Atspi.Role.HEADING, "Settings")
        self.done(ask("ActivateAction", "check-in", "[<'sheet-plan'>]", "{}"))
        self.sheet(PLAN)
        self.end(window)

    def test_what_it_does_not_know_changes_nothing(self):
        window = self.start()
        for arguments in (("dance", "[]"), ("show", "[<'kitchen'>]"), ("show", "[<'hidden'>]"), ("show", "[<'locked'>]"), ("show", "[<7>]"),
                          ("show", "[<'" + "x" * 5000 + "'>]")):
            self.done(ask("ActivateAction", *arguments, "{}"))
        self.assertNotEqual(ask("Dance").returncode, 0)
        elsewhere = gdbus("--dest", ID, "--object-path", "/elsewhere", "--method", "org.freedesktop.Application.Activate", "{}")
        self.assertNotEqual(elsewhere.returncode, 0)
        time.sleep(SLOW)
        self.assertEqual(self.sheets(), [])
        self.shows(Atspi.Role.PAGE_TAB, "Today")
        self.assertIsNone(window.poll())
        self.end(window)

    def test_activate_brings_it_to_the_front(self):
        def topmost():
            listed = subprocess.run(["xwininfo", "-root", "-children"], env=self.environment, capture_output=True, text=True, check=True).stdout
            return [line.split()[0] for line in listed.splitlines() if '"kindling" "kindling"' in line][0]

        window = self.start()
        first = until(topmost, "the window")
        other = subprocess.Popen([BINARY, "--home", self.environment["HOME"] + "/elsewhere"], env=self.environment)
        self.addCleanup(other.wait)
        self.addCleanup(other.kill)
        until(lambda: topmost() != first, "the window over it")
        time.sleep(SLOW)
        # That one's home isn't the desktop's.
        self.assertEqual(self.owner_process(), window.pid)
        self.done(ask("Activate", "{}"))
        until(lambda: topmost() == first, "the first window")
        other.terminate()
        self.assertEqual(other.wait(20 * SLOW), 0)
        window.terminate()
        self.assertEqual(window.wait(20 * SLOW), 0)

    def test_a_backup_shows_how_to_bring_it_back(self):
        window = self.start()
        self.done(ask("Open", "['file:///tmp/mine.kindling-backup']", "{}"))
        self.shows(Atspi.Role.HEADING, "Settings")
        self.end(window)

    def test_the_bus_starts_it_with_what_is_wanted(self):
        given = {name: self.environment[name] for name in self.environment if name not in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
        bus("UpdateActivationEnvironment", json.dumps(given).replace('"', "'"))
        self.assertFalse(self.owner())
        self.done(ask("ActivateAction", "check-in", "[]", "{}"))
        process = self.owner_process()
        self.addCleanup(self.kill, process)
        self.application = until(lambda: application("Kindling"), "the window")
        self.sheet(CHECK_IN)
        os.kill(process, signal.SIGTERM)
        until(lambda: application("Kindling") is None, "the window to go")

    @staticmethod
    def kill(process):
        try:
            os.kill(process, signal.SIGKILL)
        except ProcessLookupError:
            pass

    def test_the_command_opens_it_on_a_sheet_or_tells_the_one_that_is_open(self):
        window = self.start("open", "check-in")
        self.sheet(CHECK_IN)
        self.command("open", "plan")
        self.sheet(PLAN)
        backup = self.environment["HOME"] + "/mine.backup"
        self.command("backup", backup)
        self.command("open", backup)
        self.shows(Atspi.Role.HEADING, "Settings")
        self.command("open", "feel")
        self.shows(Atspi.Role.HEADING, "Feel")
        self.command("open")
        self.assertIsNone(window.poll())
        self.end(window)

    def test_the_command_refuses_what_there_is_not(self):
        for words, code in ((("open", "kitchen"), 4), (("open", "hidden"), 4), (("open", "/nowhere.backup"), 3), (("open", "--json"), 2)):
            done = subprocess.run([BINARY, *words], env=self.environment, capture_output=True, text=True, timeout=60)
            self.assertEqual((done.returncode, done.stdout), (code, ""), words)
            self.assertTrue(done.stderr.startswith("kindling: "), done.stderr)
        done = subprocess.run([WINDOW, "--show", "hidden"], env=self.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 4)
        self.assertRegex(done.stderr, r"\Akindling: no such screen[^\n]*sheet-check-in[^\n]*\n\Z")

    def test_a_home_of_its_own_leaves_the_name_to_others(self):
        window = self.start("--home", self.environment["HOME"] + "/elsewhere", has_name=False)
        time.sleep(SLOW)
        self.assertFalse(self.owner())
        self.end(window)

    def test_without_a_bus_it_opens_all_the_same(self):
        environment = {name: value for name, value in self.environment.items() if name not in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR")}
        environment["NO_AT_BRIDGE"] = "1"
        window = subprocess.Popen([BINARY, "open", "plan"], env=environment)
        self.addCleanup(window.wait)
        self.addCleanup(window.kill)
        until(lambda: subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "kindling"], env=environment, capture_output=True,
                                     text=True).stdout.strip(), "the window")
        window.terminate()
        self.assertEqual(window.wait(20 * SLOW), 0)


if __name__ == "__main__":
    unittest.main()
