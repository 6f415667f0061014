#!/usr/bin/env python3
"""The desktop's look from a scripted settings portal on a private bus. KINDLING_SAMPLE names the program."""

import os
import threading
import unittest

import private_bus

private_bus.rerun_on_private_bus()

import gi  # noqa: E402

from gi.repository import Gio, GLib  # noqa: E402

SAMPLE = os.environ["KINDLING_SAMPLE"]
NAME, PATH, INTERFACE = "org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop", "org.freedesktop.portal.Settings"
APPEARANCE, GNOME = "org.freedesktop.appearance", "org.gnome.desktop.interface"
DESCRIPTION = f"""<node><interface name="{INTERFACE}">
<method name="ReadAll"><arg type="as" direction="in"/><arg type="a{{sa{{sv}}}}" direction="out"/></method>
<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal></interface></node>"""


class Portal:
    """Answers ReadAll with `settings` as long as it has the name."""

    def __init__(self, settings, delay=0.0):
        self.settings, self.delay = settings, delay
        self.loop = GLib.MainLoop(GLib.MainContext())
        self.ready = threading.Event()
        self.thread = threading.Thread(target=self.serve)
        self.thread.start()
        self.ready.wait(10)

    def serve(self):
        context = self.loop.get_context()
        context.push_thread_default()
        address = Gio.dbus_address_get_for_bus_sync(Gio.BusType.SESSION, None)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.register_object(PATH, Gio.DBusNodeInfo.new_for_xml(DESCRIPTION).interfaces[0], self.answer, None, None)
        self.bus.call_sync("org.freedesktop.DBus", "/", "org.freedesktop.DBus", "RequestName", GLib.Variant("(su)", (NAME, 0)), None, 0, -1, None)
        self.ready.set()
        self.loop.run()
        self.bus.close_sync(None)
        context.pop_thread_default()

    def answer(self, _bus, _sender, _path, _interface, _member, arguments, call):
        asked = arguments.unpack()[0]
        reply = GLib.Variant("(a{sa{sv}})", ({space: keys for space, keys in self.settings.items() if space in asked},))
        timer = GLib.timeout_source_new(int(self.delay * 1000))
        timer.set_callback(lambda *_: call.return_value(reply) and False)
        timer.attach(self.loop.get_context())

    def change(self, space, key, value, path=PATH):
        self.bus.emit_signal(None, path, INTERFACE, "SettingChanged", GLib.Variant("(ssv)", (space, key, value)))
        self.bus.flush_sync(None)

    def leave(self):
        self.loop.quit()
        self.thread.join()


def number(value):
    return GLib.Variant("u", value)


def truth(value):
    return GLib.Variant("b", value)


class DesktopSettings(unittest.TestCase):
    def start(self, **environment):
        program = private_bus.Program(SAMPLE, **environment)
        self.addCleanup(lambda: self.assertEqual(program.end(), (0, [])))
        return program

    def look(self, program):
        """The next look; a slow machine may have stopped waiting for the first."""
        line = program.line()
        return program.line() if line.startswith("nothing") else line

    def waited(self, program):
        word, milliseconds = program.line().split()
        self.assertEqual(word, "nothing")
        return int(milliseconds)

    def portal(self, settings, delay=0.0):
        portal = Portal(settings, delay)
        self.addCleanup(portal.leave)
        return portal

    def test_reads_what_the_portal_says(self):
        self.portal({APPEARANCE: {"color-scheme": number(1), "contrast": number(1)}, GNOME: {"enable-animations": truth(False)}})
        self.assertEqual(self.look(self.start()), "dark=1 contrast=1 motion=1")

    def test_no_preference_and_unknown_values_are_no_values(self):
        self.portal({APPEARANCE: {"color-scheme": number(0), "contrast": GLib.Variant("s", "much")}, GNOME: {"enable-animations": truth(True)}})
        self.assertEqual(self.look(self.start()), "dark=- contrast=- motion=0")

    def test_the_portals_own_reduced_motion_comes_before_gnomes(self):
        self.portal({APPEARANCE: {"color-scheme": number(2), "reduced-motion": number(1)}, GNOME: {"enable-animations": truth(True)}})
        self.assertEqual(self.look(self.start()), "dark=0 contrast=- motion=1")

    def test_reads_a_variant_in_a_variant(self):
        self.portal({APPEARANCE: {"color-scheme": GLib.Variant("v", number(1))}})
        self.assertEqual(self.look(self.start()), "dark=1 contrast=- motion=-")

    def test_follows_changes(self):
        portal = self.portal({APPEARANCE: {"color-scheme": number(2)}})
        program = self.start()
        self.assertEqual(self.look(program), "dark=0 contrast=- motion=-")
        portal.change(APPEARANCE, "accent-color", GLib.Variant("(ddd)", (0, 0, 0)))
        portal.change(APPEARANCE, "color-scheme", number(2))
        portal.change(APPEARANCE, "color-scheme", number(1))
        self.assertEqual(program.line(), "dark=1 contrast=- motion=-")
        portal.change(APPEARANCE, "contrast", number(1))
        self.assertEqual(program.line(), "dark=1 contrast=1 motion=-")
        portal.change(GNOME, "enable-animations", truth(False))
        self.assertEqual(program.line(), "dark=1 contrast=1 motion=1")

    def test_a_slow_portal_is_not_waited_for_but_heard(self):
        self.portal({APPEARANCE: {"color-scheme": number(1)}}, delay=0.6)
        program = self.start()
        self.assertGreaterEqual(self.waited(program), 149)
        self.assertEqual(program.line(), "dark=1 contrast=- motion=-")

    def test_without_a_portal_there_is_nothing_until_one_comes(self):
        program = self.start()
        self.assertLess(self.waited(program), 149)
        self.portal({APPEARANCE: {"color-scheme": number(1)}})
        self.assertEqual(program.line(), "dark=1 contrast=- motion=-")

    def test_without_a_bus_there_is_nothing_at_once(self):
        for address in ("", "unix:path=/nowhere/bus", "nonsense"):
            program = self.start(DBUS_SESSION_BUS_ADDRESS=address, XDG_RUNTIME_DIR="/nowhere")
            self.assertLess(self.waited(program), 149)


if __name__ == "__main__":
    unittest.main()
