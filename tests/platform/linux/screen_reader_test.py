#!/usr/bin/env python3
"""A screen reader's part, played against a small application on a private bus: finds its widgets by role and name, reads
them, presses, writes and moves them, and hears what changes. KINDLING_SAMPLE names the application."""

import os
import time
import unittest

import private_bus

private_bus.rerun_on_private_bus()

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

from accessible import all_below, application, has  # noqa: E402

SAMPLE = os.environ["KINDLING_SAMPLE"]
EVENTS = ("object:state-changed", "object:text-changed", "object:text-caret-moved", "object:text-selection-changed",
          "object:children-changed", "object:property-change", "window:create", "window:activate")
ROLE, STATE = Atspi.Role, Atspi.StateType
HEARD = []
NOTE = "Dear Noor, don't forget \N{TULIP} tulips.\nSee you at 3.5 o'clock. Bye"


def hear(event):
    try:
        name = event.source.get_name()
    except GLib.GError:
        name = "gone"
    value = event.any_data if isinstance(event.any_data, str) else ""
    HEARD.append((event.type, name, event.detail1, event.detail2, value))


def until(what, seconds=10.0):
    """Runs the main loop until `what` gives something true, and gives it."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        while GLib.MainContext.default().iteration(False):
            pass
        try:
            found = what()
        except GLib.GError:
            found = None
        if found:
            return found
        time.sleep(0.005)
    raise AssertionError(f"waited in vain; heard {HEARD}")


def heard(kind, name, *details):
    """Waits for an event of that type from the node of that name, with these details at least."""
    until(lambda: any(event[:2] == (kind, name) and event[2:2 + len(details)] == details for event in HEARD))


class ScreenReader(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.launcher = private_bus.start_accessibility_bus(switched_on=True)
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        until(lambda: bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 1000, None))
        Atspi.init()
        cls.listener = Atspi.EventListener.new(hear)
        for kind in EVENTS:
            cls.listener.register(kind)

    @classmethod
    def tearDownClass(cls):
        for kind in EVENTS:
            cls.listener.deregister(kind)
        cls.launcher.terminate()
        cls.launcher.wait(10)

    def setUp(self):
        HEARD.clear()
        self.program = private_bus.Program(SAMPLE)
        self.addCleanup(self.stop)
        self.application = until(lambda: application("kindling-sample"))
        self.assertEqual([self.program.line(), self.program.line()], ["possible", "on"])

    def stop(self):
        code, complaints = self.program.end()
        self.assertEqual((code, complaints), (0, []))
        until(lambda: application("kindling-sample") is None)

    def node(self, role, name):
        return until(lambda: next((n for n in all_below(self.application) if n.get_role() == role and n.get_name() == name), None))

    def asked(self, *words):
        self.assertEqual(self.program.line(), " ".join(map(str, words)))

    def test_gives_the_tree_in_reading_order(self):
        self.assertEqual(self.application.get_role(), ROLE.APPLICATION)
        self.assertEqual([(n.get_role_name(), n.get_name()) for n in all_below(self.application)], [
            ("application", "kindling-sample"), ("frame", "Kindling"), ("heading", "How are you?"), ("push button", "Save"),
            ("text", "Note"), ("password text", "Passphrase"), ("slider", "Energy"), ("toggle button", "Reminders"),
            ("panel", "A walk by the river"), ("push button", "Not today"), ("push button", "Send"), ("list", "Week"),
            ("list item", "Monday"), ("list item", "Tuesday"), ("list item", "Wednesday")])
        save = self.node(ROLE.PUSH_BUTTON, "Save")
        self.assertEqual(save.get_description(), "Keeps the note")
        self.assertEqual(save.get_parent().get_name(), "Kindling")
        self.assertEqual(save.get_index_in_parent(), 1)
        self.assertEqual(self.node(ROLE.HEADING, "How are you?").get_attributes()["level"], "1")
        self.assertEqual(self.application.get_toolkit_name(), "Kindling")

    def test_says_states(self):
        heading = self.node(ROLE.HEADING, "How are you?")
        self.assertTrue(has(heading, STATE.FOCUSED) and has(heading, STATE.SHOWING))
        send = self.node(ROLE.PUSH_BUTTON, "Send")
        self.assertFalse(has(send, STATE.ENABLED) or has(send, STATE.SENSITIVE))
        toggle = self.node(ROLE.TOGGLE_BUTTON, "Reminders")
        self.assertTrue(has(toggle, STATE.CHECKABLE) and not has(toggle, STATE.CHECKED))
        note = self.node(ROLE.TEXT, "Note")
        self.assertTrue(has(note, STATE.EDITABLE) and has(note, STATE.MULTI_LINE))
        self.assertTrue(has(self.application.get_child_at_index(0), STATE.ACTIVE))

    def test_says_where_things_are(self):
        save = self.node(ROLE.PUSH_BUTTON, "Save")
        for coordinates, x, y in ((Atspi.CoordType.WINDOW, 20, 80), (Atspi.CoordType.SCREEN, 1020, 580), (Atspi.CoordType.PARENT, 20, 80)):
            box = save.get_extents(coordinates)
            self.assertEqual((box.x, box.y, box.width, box.height), (x, y, 300, 40))
        self.assertTrue(save.contains(25, 85, Atspi.CoordType.WINDOW))
        self.assertFalse(save.contains(25, 121, Atspi.CoordType.WINDOW))
        frame = self.application.get_child_at_index(0)
        self.assertEqual(frame.get_accessible_at_point(1025, 585, Atspi.CoordType.SCREEN).get_name(), "Save")
        self.assertIsNone(frame.get_accessible_at_point(5, 5, Atspi.CoordType.WINDOW))

    def test_presses_a_button_and_hears_the_toast(self):
        save = self.node(ROLE.PUSH_BUTTON, "Save")
        self.assertEqual([save.get_action_name(i) for i in range(save.get_n_actions())], ["press"])
        self.assertTrue(save.do_action(0))
        self.asked(0, 3, 0, 0, 0, 0)
        heard("object:children-changed:add", "Kindling", 9)
        heard("object:state-changed:showing", "Saved 1", 1)
        toast = self.node(ROLE.NOTIFICATION, "Saved 1")
        HEARD.clear()
        self.assertTrue(save.do_action(0))
        heard("object:property-change:accessible-name", "Saved 2")
        heard("object:state-changed:showing", "Saved 2", 1)
        self.assertEqual(toast, self.node(ROLE.NOTIFICATION, "Saved 2"))

    def test_presses_nothing_that_is_disabled_or_not_there(self):
        # The bridge says yes to everything; what counts is that nothing but the last arrives.
        self.node(ROLE.PUSH_BUTTON, "Send").do_action(0)
        self.node(ROLE.PUSH_BUTTON, "Save").do_action(1)
        self.node(ROLE.PUSH_BUTTON, "Save").do_action(0)
        self.asked(0, 3, 0, 0, 0, 0)

    def test_does_the_second_action(self):
        card = self.node(ROLE.PUSH_BUTTON, "Not today")
        self.assertEqual(card.get_action_name(1), "snooze")
        self.assertTrue(card.do_action(1))
        self.asked(0, 9, 1, 0, 0, 0)

    def test_turns_a_toggle(self):
        toggle = self.node(ROLE.TOGGLE_BUTTON, "Reminders")
        toggle.do_action(0)
        heard("object:state-changed:checked", "Reminders", 1)
        self.assertTrue(has(toggle, STATE.CHECKED))
        self.assertEqual(toggle.get_attributes()["xml-roles"], "switch")

    def test_greets_a_listener_with_the_window_and_the_focus(self):
        heard("window:create", "Kindling")
        heard("window:activate", "Kindling")
        heard("object:state-changed:focused", "How are you?", 1)

    def test_moves_the_focus(self):
        heard("object:state-changed:focused", "How are you?", 1)
        HEARD.clear()
        note = self.node(ROLE.TEXT, "Note")
        self.assertTrue(note.grab_focus())
        self.asked(1, 4, 0, 0, 0, 0)
        heard("object:state-changed:focused", "Note", 1)
        self.assertEqual([event[:3] for event in HEARD if event[0] == "object:state-changed:focused"],
                         [("object:state-changed:focused", "How are you?", 0), ("object:state-changed:focused", "Note", 1)])
        self.assertFalse(self.node(ROLE.HEADING, "How are you?").grab_focus())

    def test_asks_for_what_is_off_the_screen(self):
        self.assertTrue(self.node(ROLE.PUSH_BUTTON, "Save").scroll_to(Atspi.ScrollType.ANYWHERE))
        self.asked(5, 3, 0, 0, 0, 0)

    def test_moves_a_slider(self):
        slider = self.node(ROLE.SLIDER, "Energy")
        self.assertEqual((slider.get_minimum_value(), slider.get_maximum_value(), slider.get_current_value(), slider.get_minimum_increment()),
                         (0, 10, 3, 1))
        self.assertEqual(slider.get_attributes()["valuetext"], "a little tired")
        self.assertTrue(slider.set_current_value(7))
        self.asked(4, 6, 0, 0, 0, 7)
        heard("object:property-change:accessible-value", "Energy")
        until(lambda: slider.get_current_value() == 7)
        slider.clear_cache()
        self.assertEqual(slider.get_attributes()["valuetext"], "lively")
        slider.set_current_value(99)
        self.asked(4, 6, 0, 0, 0, 10)

    def test_reads_text_by_character_word_sentence_and_line(self):
        note = self.node(ROLE.TEXT, "Note")
        self.assertEqual(Atspi.Text.get_character_count(note), len(NOTE))
        self.assertEqual(Atspi.Text.get_text(note, 0, -1), NOTE)
        self.assertEqual(Atspi.Text.get_text(note, 24, 33), "\N{TULIP} tulips.")
        self.assertEqual(Atspi.Text.get_character_at_offset(note, 24), ord("\N{TULIP}"))

        def at(offset, granularity):
            found = Atspi.Text.get_string_at_offset(note, offset, granularity)
            self.assertEqual(found.content, NOTE[found.start_offset:found.end_offset])
            return found.content

        unit = Atspi.TextGranularity
        self.assertEqual([at(i, unit.CHAR) for i in (0, 24, len(NOTE))], ["D", "\N{TULIP}", ""])
        self.assertEqual([at(i, unit.WORD) for i in (0, 4, 5, 13, 24, 26, len(NOTE))],
                         ["Dear ", "Dear ", "Noor, ", "don't ", "forget \N{TULIP} ", "tulips.\n", "Bye"])
        self.assertEqual([at(i, unit.SENTENCE) for i in (0, 34, 52, len(NOTE))], [NOTE[:34], "See you at 3.5 o'clock. ", "See you at 3.5 o'clock. ", "Bye"])
        self.assertEqual([at(i, unit.LINE) for i in (3, 33, 34)], [NOTE[:34], NOTE[:34], NOTE[34:]])

        def old(function, offset, boundary):
            found = function(note, offset, boundary)
            return found.content

        edge = Atspi.TextBoundaryType
        self.assertEqual(old(Atspi.Text.get_text_at_offset, 6, edge.WORD_START), "Noor, ")
        self.assertEqual(old(Atspi.Text.get_text_before_offset, 6, edge.WORD_START), "Dear ")
        self.assertEqual(old(Atspi.Text.get_text_after_offset, 6, edge.WORD_START), "don't ")
        self.assertEqual(old(Atspi.Text.get_text_at_offset, 6, edge.WORD_END), " Noor")
        self.assertEqual(old(Atspi.Text.get_text_at_offset, 40, edge.LINE_START), NOTE[34:])

    def test_follows_the_caret_and_the_selection(self):
        note = self.node(ROLE.TEXT, "Note")
        self.assertEqual(Atspi.Text.get_caret_offset(note), 5)
        self.assertEqual(Atspi.Text.get_n_selections(note), 0)
        self.assertTrue(Atspi.Text.set_caret_offset(note, 9))
        self.asked(3, 4, 0, 9, 9, 0)
        heard("object:text-caret-moved", "Note", 9)
        self.assertEqual(Atspi.Text.get_caret_offset(note), 9)
        self.assertTrue(Atspi.Text.add_selection(note, 5, 9))
        self.asked(3, 4, 0, 9, 5, 0)
        heard("object:text-selection-changed", "Note")
        chosen = Atspi.Text.get_selection(note, 0)
        self.assertEqual((chosen.start_offset, chosen.end_offset), (5, 9))
        self.assertTrue(Atspi.Text.remove_selection(note, 0))
        until(lambda: Atspi.Text.get_n_selections(note) == 0)

    def test_writes_text_and_hears_what_changed(self):
        note = self.node(ROLE.TEXT, "Note")
        self.assertTrue(Atspi.EditableText.set_text_contents(note, "Dear Noor"))
        self.asked(2, 4, 0, 0, 0, 0)
        heard("object:text-changed:delete", "Note", 9, len(NOTE) - 9, NOTE[9:])
        HEARD.clear()
        self.assertTrue(Atspi.EditableText.insert_text(note, 4, "est \N{TULIP}", 9))
        heard("object:text-changed:insert", "Note", 4, 5, "est \N{TULIP}")
        self.assertEqual(Atspi.Text.get_text(note, 0, -1), "Dearest \N{TULIP} Noor")
        self.assertTrue(Atspi.EditableText.delete_text(note, 7, 9))
        until(lambda: Atspi.Text.get_text(note, 0, -1) == "Dearest Noor")

    def test_two_quick_insertions_add_up(self):
        note = self.node(ROLE.TEXT, "Note")
        Atspi.EditableText.set_text_contents(note, "")
        Atspi.EditableText.insert_text(note, 0, "b", 1)
        Atspi.EditableText.insert_text(note, 0, "a", 1)
        until(lambda: Atspi.Text.get_text(note, 0, -1) == "ab")

    def test_a_secret_shows_bullets_and_can_only_be_replaced(self):
        secret = self.node(ROLE.PASSWORD_TEXT, "Passphrase")
        self.assertEqual(Atspi.Text.get_text(secret, 0, -1), "\N{BULLET}" * 3)
        Atspi.EditableText.insert_text(secret, 0, "x", 1)
        Atspi.EditableText.delete_text(secret, 0, 1)
        Atspi.EditableText.set_text_contents(secret, "tulip")
        self.asked(2, 5, 0, 0, 0, 0)
        heard("object:text-changed:insert", "Passphrase", 3, 2, "\N{BULLET}" * 2)
        self.assertEqual(Atspi.Text.get_text(secret, 0, -1), "\N{BULLET}" * 5)

    def test_what_goes_is_defunct(self):
        button, card = self.node(ROLE.PUSH_BUTTON, "Not today"), self.node(ROLE.PANEL, "A walk by the river")
        save = self.node(ROLE.PUSH_BUTTON, "Save")
        button.do_action(0)
        heard("object:children-changed:remove", "Kindling", 6)
        until(lambda: has(button, STATE.DEFUNCT) and has(card, STATE.DEFUNCT))
        self.assertEqual(save, self.node(ROLE.PUSH_BUTTON, "Save"))
        self.assertNotIn("Not today", [node.get_name() for node in all_below(self.application)])
        self.assertEqual(self.node(ROLE.PUSH_BUTTON, "Send").get_index_in_parent(), 6)

    def test_follows_another_order(self):
        week = self.node(ROLE.LIST, "Week")
        rows = {name: self.node(ROLE.LIST_ITEM, name) for name in ("Monday", "Tuesday", "Wednesday")}
        self.node(ROLE.PUSH_BUTTON, "Not today").do_action(1)
        heard("object:children-changed:remove", "Week", 1)
        until(lambda: [row.get_name() for row in all_below(week)][1:] == ["Wednesday", "Monday", "Tuesday"])
        now = [week.get_child_at_index(index) for index in range(3)]
        self.assertEqual(now[:2], [rows["Wednesday"], rows["Monday"]])
        self.assertEqual([row.get_index_in_parent() for row in now], [0, 1, 2])
        # What can't be pressed any more is another object; readers ask an object once for what it can do.
        self.assertNotEqual(now[2], rows["Tuesday"])
        self.assertIsNone(now[2].get_action_iface())
        until(lambda: has(rows["Tuesday"], STATE.DEFUNCT))


class Switch(unittest.TestCase):
    """The sample beside a bus without, or before, assistive technology."""

    def test_nothing_happens_without_a_bus(self):
        program = private_bus.Program(SAMPLE, DBUS_SESSION_BUS_ADDRESS="", XDG_RUNTIME_DIR="/nowhere")
        self.assertEqual(program.line(), "impossible")
        self.assertEqual(program.end(), (0, []))

    def test_refused_by_the_environment(self):
        program = private_bus.Program(SAMPLE, NO_AT_BRIDGE="1")
        self.assertEqual(program.line(), "impossible")
        self.assertEqual(program.end(), (0, []))

    def test_ends_while_switched_off(self):
        program = private_bus.Program(SAMPLE)
        self.assertEqual(program.line(), "possible")
        self.assertEqual(program.end(), (0, []))

    def test_comes_when_it_is_switched_on_later(self):
        program = private_bus.Program(SAMPLE)
        self.assertEqual(program.line(), "possible")
        launcher = private_bus.start_accessibility_bus(switched_on=False)
        bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        until(lambda: bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None, 0, 1000, None))
        bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.freedesktop.DBus.Properties", "Set",
                      GLib.Variant("(ssv)", ("org.a11y.Status", "ScreenReaderEnabled", GLib.Variant("b", True))), None, 0, -1, None)
        self.assertEqual(program.line(), "on")
        self.assertEqual(program.end(), (0, []))
        launcher.terminate()
        launcher.wait(10)


if __name__ == "__main__":
    unittest.main()
