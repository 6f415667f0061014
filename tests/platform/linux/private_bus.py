"""Buses of a test's own, so that no test meets the session of who runs it."""

import os
import re
import subprocess
import sys
import tempfile

LAUNCHERS = ("/usr/libexec/at-spi-bus-launcher", "/usr/lib/at-spi2-core/at-spi-bus-launcher")


def rerun_on_private_bus(services=None):
    """Starts this program again on a session bus of its own, unless it is on one already; never returns then. `services` are the
    programs, by the names for which the bus starts them."""
    if os.environ.get("KINDLING_PRIVATE_BUS") == "1":
        return
    with tempfile.TemporaryDirectory(prefix="kindling-bus-") as folder:
        os.chmod(folder, 0o700)
        environment = {name: value for name, value in os.environ.items()
                       if name not in ("DISPLAY", "WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE", "DBUS_SESSION_BUS_ADDRESS")}
        environment.update(KINDLING_PRIVATE_BUS="1", XDG_RUNTIME_DIR=folder, HOME=folder, GSETTINGS_BACKEND="memory")
        # A bus without a folder of services starts nothing by itself.
        known = ""
        if services:
            place = os.path.join(folder, "services")
            os.mkdir(place)
            for name, program in services.items():
                with open(os.path.join(place, name + ".service"), "w", encoding="utf-8") as out:
                    out.write(f"[D-BUS Service]\nName={name}\nExec={program}\n")
            known = f"<servicedir>{place}</servicedir>"
        configuration = os.path.join(folder, "session.conf")
        with open(configuration, "w", encoding="utf-8") as out:
            out.write('<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" '
                      '"http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd"><busconfig><type>session</type>'
                      f"<listen>unix:tmpdir={folder}</listen>{known}<auth>EXTERNAL</auth><policy context=\"default\">"
                      '<allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>')
        done = subprocess.run(["dbus-run-session", f"--config-file={configuration}", "--", sys.executable, "-B", *sys.argv],
                              env=environment, check=False)
    sys.exit(done.returncode)


def start_accessibility_bus(switched_on):
    """The accessibility bus and its registry, as a desktop starts them."""
    launcher = next((path for path in LAUNCHERS if os.path.exists(path)), None)
    if launcher is None:
        print("SKIPPED: at-spi-bus-launcher isn't installed (Debian: at-spi2-core)")
        sys.exit(77)
    return subprocess.Popen([launcher, "--launch-immediately", f"--a11y={int(switched_on)}"],
                            stderr=subprocess.DEVNULL)


class Program:
    """One run of a sample: its lines, and an orderly end."""

    def __init__(self, path, **environment):
        self.process = subprocess.Popen([path], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                                        env={**os.environ, **environment})

    def line(self):
        return self.process.stdout.readline().strip()

    def end(self):
        """Its exit code, and what it and its libraries complained of."""
        self.process.stdin.close()
        code = self.process.wait(20)
        complaints = [line for line in self.process.stderr.read().splitlines() if re.search(r"\S", line)]
        self.process.stdout.close()
        self.process.stderr.close()
        return code, complaints
