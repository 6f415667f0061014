#!/usr/bin/env python3
"""The real window, used as one uses it who can't see it: found by role and name, pressed, written into and heard over AT-SPI on a
private bus, with no pixel and no coordinate. What is done so must be in the home. KINDLING_BIN names the program; its window is
beside it."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).parent.parent / "platform" / "linux"))

import private_bus  # noqa: E402
from display import SLOW, Display  # noqa: E402

TOOLS = ("Xvfb", "dbus-run-session")
SKIPPED = 77
missing = [tool for tool in TOOLS if shutil.which(tool) is None]
if missing:
    print(f"skipped: {', '.join(missing)} is missing", file=sys.stderr)
    sys.exit(SKIPPED)
private_bus.rerun_on_private_bus()

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from accessible import all_below, application, has  # noqa: E402

BINARY = os.environ["KINDLING_BIN"]
PASSED_ON = ("PATH", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS", "DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "GSETTINGS_BACKEND")
EVENTS = ("object:state-changed:focused", "object:state-changed:checked", "object:state-changed:showing", "object:text-changed",
          "object:text-caret-moved")
USABLE = {"Action", "EditableText", "Value"}
ROLE, STATE = Atspi.Role, Atspi.StateType
HEARD = []


def hear(event):
    try:
        name = event.source.get_name()
    except GLib.GError:
        name = "gone"
    HEARD.append((event.type, name, event.detail1))


def until(question, what, seconds=10.0):
    """Listens until `question` has an answer that isn't None or False, and gives it."""
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
            raise AssertionError(f"waited in vain for {what}; heard {HEARD}")
        time.sleep(0.01)


def heard(kind, name, detail=1):
    until(lambda: (kind, name, detail) in HEARD, f"{kind} of {name}")


def do(node, action="press"):
    names = [node.get_action_name(index) for index in range(node.get_n_actions())]
    node.do_action(names.index(action))


def write(field, words):
    Atspi.EditableText.set_text_contents(field, words)
    until(lambda: Atspi.Text.get_text(field, 0, -1) == words, f"{words} to be written")


class ScreenReaderTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.display = Display()
        cls.addClassCleanup(cls.display.close)
        cls.launcher = private_bus.start_accessibility_bus(switched_on=True)
        cls.addClassCleanup(cls.end_bus)
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        until(lambda: bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 1000, None), "the bus")
        Atspi.init()
        Atspi.set_timeout(int(5000 * SLOW), int(15000 * SLOW))
        cls.listener = Atspi.EventListener.new(hear)
        for kind in EVENTS:
            cls.listener.register(kind)

    @classmethod
    def end_bus(cls):
        cls.launcher.terminate()
        cls.launcher.wait()

    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kindling-reader-")
        self.addCleanup(folder.cleanup)
        self.home = str(pathlib.Path(folder.name) / "home")
        kept = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
        self.environment = {**kept, "HOME": folder.name, "TZ": "Europe/Berlin", "LC_ALL": "C.UTF-8", "DISPLAY": self.display.name,
                            "KINDLING_RENDERER": "software"}
        HEARD.clear()
        self.window = subprocess.Popen([BINARY, "--home", self.home], env=self.environment, stderr=subprocess.PIPE, text=True)
        self.addCleanup(self.window.stderr.close)
        self.addCleanup(self.window.kill)
        self.addCleanup(self.stop)
        self.application = until(lambda: application("Kindling"), "the window")

    def stop(self):
        self.window.terminate()
        code = self.window.wait(20 * SLOW)
        self.assertEqual(code, 0, self.window.stderr.read())
        until(lambda: application("Kindling") is None, "the window to go")

    # --- What a person and a script do

    def kindling(self, *words):
        done = subprocess.run([BINARY, "--home", self.home, *words, "--json"], env=self.environment, capture_output=True, text=True,
                              timeout=60)
        self.assertEqual(done.returncode, 0, done.stderr)
        return json.loads(done.stdout)

    def kept(self, kind):
        """The only one of its kind in the home, once it is there."""
        made = until(lambda: self.kindling(kind, "list"), f"a {kind} in the home")
        self.assertEqual(len(made), 1)
        return made[0]

    def nodes(self):
        self.application.clear_cache()
        return all_below(self.application)

    def first(self, fits, what, seconds=10.0):
        return until(lambda: next((node for node in self.nodes() if fits(node)), None), what, seconds)

    def node(self, role, name, seconds=10.0):
        return self.first(lambda node: node.get_role() == role and node.get_name() == name, f"{role.value_nick} {name}", seconds)

    def gone(self, role, name):
        until(lambda: not any(node.get_role() == role and node.get_name() == name for node in self.nodes()), f"{name} to go")

    def press(self, name):
        do(self.node(ROLE.PUSH_BUTTON, name))

    def skip_first_run(self):
        self.press("Skip")
        self.node(ROLE.PAGE_TAB, "Today")

    def add(self, kind):
        """The sheet of that kind, by way of the Add button."""
        self.press("Add")
        choice = "Add something"
        self.node(ROLE.DIALOG, choice)
        self.press(kind)
        return self.first(lambda node: node.get_role() == ROLE.DIALOG and node.get_name() != choice, f"a sheet for {kind}")

    # --- Journeys

    def test_a_new_user_gets_through_the_first_run(self):
        self.node(ROLE.HEADING, "Small things keep a fire going")
        self.press("Next")
        self.node(ROLE.HEADING, "What you write stays here")
        self.press("Next")
        ritual = self.node(ROLE.CHECK_BOX, "Find me first")
        do(ritual, "tick")
        until(lambda: has(ritual, STATE.CHECKED), "the tick")
        self.press("Begin")
        self.assertTrue(has(self.node(ROLE.PAGE_TAB, "Today"), STATE.SELECTED))
        self.assertEqual(self.kept("ritual")["title"], "Find me first")

    def test_checks_in(self):
        self.skip_first_run()
        grid = self.node(ROLE.PANEL, "How you feel")
        self.assertEqual(grid.get_attributes()["xml-roles"], "grid")
        for words in ("in between", "content"):
            do(grid, "More pleasant")
            until(lambda: grid.get_description().startswith(words), words)
        self.press("Save")
        heard("object:state-changed:showing", "Noted. Thank you for looking.")
        made = self.kept("checkin")
        self.assertEqual((made["valence"], made["energy"]), (2, 0))

    def test_quick_presses_all_count(self):
        self.skip_first_run()
        grid = self.node(ROLE.PANEL, "How you feel")
        for action in ("More pleasant", "More pleasant", "More pleasant", "More energy"):
            do(grid, action)
        until(lambda: "pleasant 3, energy 1" in grid.get_description(), "the place")
        self.press("Save")
        made = self.kept("checkin")
        self.assertEqual((made["valence"], made["energy"]), (3, 1))

    def test_adds_a_reminder(self):
        self.skip_first_run()
        self.add("Reminder")
        write(self.node(ROLE.ENTRY, "What would you like to be reminded of?"), "Tea for two")
        write(self.node(ROLE.ENTRY, "When?"), "every Friday at 07:45")
        self.press("Add reminder")
        heard("object:state-changed:showing", "Reminder added")
        made = self.kept("reminder")
        self.assertEqual((made["title"], made["at"], made["repeat"]), ("Tea for two", "07:45", "FREQ=WEEKLY;BYDAY=FR"))

    def test_marks_a_ritual_done_that_came_meanwhile(self):
        self.skip_first_run()
        self.kindling("ritual", "add", "Pancakes", "--kind", "meal", "--at", "09:30")
        ritual = self.node(ROLE.CHECK_BOX, "Pancakes", seconds=2)
        self.assertFalse(has(ritual, STATE.CHECKED))
        do(ritual, "tick")
        heard("object:state-changed:checked", "Pancakes")
        until(lambda: self.kept("ritual")["done_today"], "the ritual to be done")

    def test_plans_a_date(self):
        self.skip_first_run()
        self.add("Plan a date")
        write(self.node(ROLE.ENTRY, "What will it be?"), "A walk by the river")
        self.press("From")
        for wheel, number in (("Hour", 18), ("Minute", 30)):
            slider = self.node(ROLE.SLIDER, wheel)
            self.assertTrue(slider.set_current_value(number))
            until(lambda: slider.get_current_value() == number, f"{wheel} {number}")
        self.press("Propose this date")
        self.gone(ROLE.DIALOG, "Plan a date")
        made = self.kept("plan")
        self.assertEqual(made["title"], "A walk by the river")
        self.assertRegex(made["start"], "T18:30")

    # --- What a reader needs on the way

    def test_follows_the_focus(self):
        self.skip_first_run()
        for role, name in ((ROLE.PUSH_BUTTON, "Add"), (ROLE.PAGE_TAB, "Talk"), (ROLE.PANEL, "How you feel")):
            node = self.node(role, name)
            self.assertTrue(node.grab_focus())
            heard("object:state-changed:focused", name)
            self.assertTrue(has(node, STATE.FOCUSED))
        self.add("Reminder")
        heard("object:state-changed:focused", "What would you like to be reminded of?")

    def test_hears_what_is_written(self):
        self.skip_first_run()
        self.add("Reminder")
        field, words = self.node(ROLE.ENTRY, "What would you like to be reminded of?"), "Bring \N{TULIP} tulips"
        self.assertTrue(has(field, STATE.EDITABLE))
        write(field, words)
        heard("object:text-changed:insert", field.get_name(), 0)
        heard("object:text-caret-moved", field.get_name(), len(words))
        self.assertEqual(Atspi.Text.get_character_count(field), len(words))
        self.assertEqual(Atspi.Text.get_caret_offset(field), len(words))
        self.assertTrue(Atspi.Text.set_caret_offset(field, 6))
        until(lambda: Atspi.Text.get_caret_offset(field) == 6, "the caret")
        self.assertEqual(Atspi.Text.get_character_at_offset(field, 6), ord("\N{TULIP}"))

    def test_whatever_can_be_used_has_a_name(self):
        self.all_named()
        self.skip_first_run()
        for place in ("Talk", "Feel", "Touch", "Time", "Today"):
            tab = self.node(ROLE.PAGE_TAB, place)
            do(tab)
            until(lambda: has(tab, STATE.SELECTED), place)
            self.all_named()
        for kind in ("Check in", "Reminder", "Plan a date", "Appreciation", "Memory", "Ritual"):
            title = self.add(kind).get_name()
            self.all_named()
            self.press("Close")
            self.gone(ROLE.DIALOG, title)

    def all_named(self):
        usable = until(lambda: [node for node in self.nodes() if USABLE & set(node.get_interfaces())], "something to use")
        nameless = [node.get_role_name() for node in usable if node.get_state_set().contains(STATE.SHOWING) and not node.get_name().strip()]
        self.assertEqual(nameless, [])


if __name__ == "__main__":
    unittest.main()
