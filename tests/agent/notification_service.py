#!/usr/bin/env python3
"""A scripted notification service (org.freedesktop.Notifications) for tests, on the bus of its environment.

  notification_service.py LOG [--no-actions] [--delay SECONDS] [--own-numbers] [--no-name-yet]

Each call is written to LOG as one JSON line. What is written to its standard input, one command a line, is done:
  act ID KEY     the owner presses an action
  close ID       the owner closes it
  drop           gives up its name, as a service that ends
  take           takes it again"""

import json
import sys

import gi

gi.require_version("Gio", "2.0")
from gi.repository import Gio, GLib  # noqa: E402

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
INTERFACE = """<node><interface name="org.freedesktop.Notifications">
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/><arg type="a{sv}" direction="in"/>
<arg type="i" direction="in"/><arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
</interface></node>"""


class Service:
    def __init__(self, log, words):
        self.log = open(log, "a", buffering=1, encoding="utf-8")
        self.actions = "--no-actions" not in words
        self.own_numbers = "--own-numbers" in words
        self.delay = float(words[words.index("--delay") + 1]) if "--delay" in words else 0
        self.last = 0
        self.owned = 0
        self.bus = Gio.bus_get_sync(Gio.BusType.SESSION, None)
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.bus.register_object(PATH, node.interfaces[0], self.called, None, None)
        if "--no-name-yet" not in words:
            self.take()
        GLib.io_add_watch(sys.stdin, GLib.IO_IN | GLib.IO_HUP, self.told)

    def take(self):
        self.owned = Gio.bus_own_name_on_connection(self.bus, NAME, Gio.BusNameOwnerFlags.NONE, lambda *_: self.write(event="named"), None)

    def write(self, **what):
        self.log.write(json.dumps(what, ensure_ascii=False) + "\n")

    def emit(self, name, *arguments):
        signature = "(uu)" if name == "NotificationClosed" else "(us)"
        self.bus.emit_signal(None, PATH, NAME, name, GLib.Variant(signature, arguments))

    def called(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        words = parameters.unpack()
        if method == "GetCapabilities":
            can = ["body", "body-markup", "persistence"] + (["actions"] if self.actions else [])
            self.write(event="capabilities")
            return invocation.return_value(GLib.Variant("(as)", (can,)))
        if method == "GetServerInformation":
            return invocation.return_value(GLib.Variant("(ssss)", ("scripted", "kindling", "1", "1.2")))
        if method == "CloseNotification":
            self.write(event="withdrawn", id=words[0])
            self.emit("NotificationClosed", words[0], 3)
            return invocation.return_value(None)
        app, replaces, icon, title, body, actions, hints, stays = words
        number = replaces
        if replaces == 0 or self.own_numbers:
            self.last += 1
            number = self.last
        self.write(event="shown", id=number, replaces=replaces, app=app, icon=icon, title=title, body=body,
                   actions=actions, hints={k: v for k, v in hints.items()}, stays=stays, at=GLib.get_real_time() / 1e6)

        def answer():
            invocation.return_value(GLib.Variant("(u)", (number,)))
            return False

        if self.delay:
            GLib.timeout_add(int(self.delay * 1000), answer)
        else:
            answer()
        return None

    def told(self, source, condition):
        line = source.readline()
        if not line:
            LOOP.quit()
            return False
        words = line.split()
        if words[0] == "act":
            self.emit("ActionInvoked", int(words[1]), words[2])
            self.emit("NotificationClosed", int(words[1]), 2)
        elif words[0] == "close":
            self.emit("NotificationClosed", int(words[1]), 2)
        elif words[0] == "drop":
            Gio.bus_unown_name(self.owned)
            self.write(event="dropped")
        elif words[0] == "take":
            self.take()
        return True


if __name__ == "__main__":
    LOOP = GLib.MainLoop()
    SERVICE = Service(sys.argv[1], sys.argv[2:])
    LOOP.run()
