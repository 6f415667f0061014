"""Figures of the window beside its peers: each on a display (Xvfb), a session bus and in a home folder of its own, seen from
outside as by another client of the display.

A frame counts from the moment the display has it: DAMAGE tells of every drawing, and the picture is then read back. CPU is the
whole process's, by its own clock in nanoseconds. Wake-ups are the voluntary context switches of all its threads.
bench.py calls this; it needs no Python package."""

import contextlib
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import time

from display_client import Client

FRAME = 1000 / 60  # ms, where no screen sets the pace
LONGEST_START = 20  # s
SIZE = "420x860"  # of a window that was never resized
QUARTER = 15 * 60  # s: then the window looks whether the day or the greeting changed
BREATH = 3  # s, in which a program that has shown itself ends what it still does
TOAST = 7  # s, more than one stays
REACH = 24  # pixels into a row's height
TAPS = 10
PEERS = ("keepassxc", "gnome-clocks")


class Desktop:
    """A display, a session bus and folders for one program, gone afterwards."""

    def __init__(self, folder):
        runtime = folder / "run"
        runtime.mkdir(mode=0o700, parents=True)
        self.folder = folder
        self.environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "TMPDIR": str(folder), "XDG_RUNTIME_DIR": str(runtime),
                            "LC_ALL": "C.UTF-8", "TZ": "Europe/Berlin", "KINDLING_RENDERER": "software", "KINDLING_SCALE": "1"}
        self.ends = contextlib.ExitStack()
        try:
            self.serve()
        except BaseException:
            self.ends.close()
            raise

    def serve(self):
        # Without -noreset it starts afresh whenever its last client goes.
        display = self.server("Xvfb", "-noreset", "-nolisten", "tcp", "-screen", "0", "1400x1200x24", "-displayfd", "{}")
        self.environment["DISPLAY"] = ":" + display
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.server("dbus-daemon", "--session", "--nofork", "--print-address={}")
        self.client = Client(":" + display)
        self.ends.callback(self.client.close)

    def server(self, *words):
        """Starts a server that writes its name into a pipe; gives the name."""
        read, write = os.pipe()
        server = subprocess.Popen([word.format(write) for word in words], pass_fds=[write], env=self.environment,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.ends.callback(server.wait)
        self.ends.callback(server.terminate)
        os.close(write)
        with os.fdopen(read) as answer:
            return answer.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.ends.close()


class Program:
    """A program with a window, from its start to its end; `first`, `first_cpu` and `queued` are milliseconds."""

    def __init__(self, desktop, command):
        self.client = desktop.client
        self.client.settle()
        began = time.perf_counter()
        self.process = subprocess.Popen(command, env=desktop.environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                                        stderr=subprocess.DEVNULL)
        self.window = None
        try:
            self.wait_for_window(began)
        except BaseException:
            self.stop()
            raise

    def wait_for_window(self, began):
        while time.perf_counter() < began + LONGEST_START and self.process.poll() is None:
            at = self.client.drawing(0.1)
            if at is None:
                continue
            cpu, queued = self.cpu(), self.queued_for_core()
            self.window = self.client.drawn_window()
            if self.window is not None:
                self.first, self.first_cpu, self.queued = (at - began) * 1000, cpu * 1000, queued * 1000
                return
        raise NoAnswer("shows no window here")

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.stop()

    def stop(self):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def cpu(self):
        """Seconds of all its threads, by the clock of its process (clock_getcpuclockid)."""
        try:
            return time.clock_gettime((~self.process.pid << 3) | 2)
        except OSError:
            return 0.0

    def queued_for_core(self):
        """Seconds for which others had the processor that its first thread wanted: on an idle machine next to none."""
        try:
            return int(pathlib.Path(f"/proc/{self.process.pid}/schedstat").read_text().split()[1]) / 1e9
        except (OSError, IndexError):
            return 0.0

    def wake_ups(self):
        """{thread: how often it went to sleep}"""
        switches = {}
        for task in pathlib.Path(f"/proc/{self.process.pid}/task").iterdir():
            with contextlib.suppress(OSError):
                lines = (task / "status").read_text().splitlines()
                switches[task.name] = next(int(line.split()[1]) for line in lines if line.startswith("voluntary_ctxt_switches"))
        return switches

    def memory(self):
        """MiB, with its share of what others have too."""
        lines = pathlib.Path(f"/proc/{self.process.pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


class NoAnswer(Exception):
    """Says what the program didn't do."""


class Activity:
    """What a program does from now on."""

    def __init__(self, program):
        self.program, self.start = program, time.perf_counter()
        self.cpu, self.wakes = program.cpu(), program.wake_ups()

    def figures(self):
        """(percent of a core, wake-ups a minute)"""
        seconds = time.perf_counter() - self.start
        wakes = sum(count - self.wakes.get(thread, 0) for thread, count in self.program.wake_ups().items())
        return (self.program.cpu() - self.cpu) / seconds * 100, wakes / seconds * 60


# --- What is measured

def starts(desktop, command, runs, before=None):
    """Medians of several starts after one that doesn't count: milliseconds, of which CPU; MiB when all is quiet again; and milliseconds that
    it waited for a processor."""
    with Program(desktop, command):
        desktop.client.settle()
    times, cpu, queued = [], [], []
    for run in range(runs):
        if before:
            before()
        with Program(desktop, command) as program:
            times.append(program.first)
            cpu.append(program.first_cpu)
            queued.append(program.queued)
            if run == runs - 1:
                time.sleep(BREATH)
                memory = program.memory()
    return statistics.median(times), statistics.median(cpu), memory, statistics.median(queued)


def start_peers(folder, runs):
    """{peer: (milliseconds, CPU, MiB), or why not}"""
    found = {}
    for peer in PEERS:
        try:
            with Desktop(folder / peer) as desktop:
                found[peer] = starts(desktop, [peer], runs)
        except (OSError, NoAnswer) as problem:
            found[peer] = f"{peer} {problem}"
    return found


def beside(value, peers, which, unit):
    """The peers' figures, and how many times ours they are."""
    said = []
    for peer, figures in peers.items():
        if isinstance(figures, str):
            said.append(figures)
            continue
        times = f" ({figures[which] / value:.1f}×)" if value > 0 else ""
        said.append(f"{peer} {figures[which]:.{0 if unit == 'ms' else 1}f} {unit}{times}")
    return ", ".join(said)


def demonstration_home(kindling, desktop):
    """A copy of the home that --demo makes: that one goes with its window, and doesn't sync."""
    with Program(desktop, [kindling, "--demo"]):
        desktop.client.settle()
        made = next(desktop.folder.glob("kindling-demo*"))
        shutil.copytree(made, desktop.folder / "demo")
    return desktop.folder / "demo"


def step_over_quarter(seconds):
    """Waits where the next seconds would have a quarter of an hour in them."""
    left = QUARTER - time.time() % QUARTER
    if left < seconds:
        time.sleep(left + BREATH)


def idle(folder, commands, seconds):
    """All beside each other, each on its own desktop: {name: (percent, wake-ups a minute), or why not}"""
    figures = {}
    with contextlib.ExitStack() as ends:
        programs = {}
        for name, command in commands.items():
            try:
                desktop = ends.enter_context(Desktop(folder / f"idle-{name}"))
                programs[name] = ends.enter_context(Program(desktop, command))
            except (OSError, NoAnswer) as problem:
                figures[name] = f"{name} {problem}"
        print(f"leaving {', '.join(programs)} alone for {seconds:g} s …", file=sys.stderr)
        time.sleep(BREATH)
        step_over_quarter(seconds)
        activities = {name: Activity(program) for name, program in programs.items()}
        time.sleep(seconds)
        for name, activity in activities.items():
            try:
                figures[name] = activity.figures()
            except OSError:
                figures[name] = f"{name} has ended by itself"
    return figures


def naive_loop(desktop, command, seconds):
    """The same app when it draws every frame because the display asks sixty times a second: (percent of a core,
    wake-ups a minute, frames a second)"""
    with Program(desktop, command) as program:
        time.sleep(BREATH)
        desktop.client.settle()
        activity, frames, start = Activity(program), 0, time.perf_counter()
        for tick in range(round(seconds * 60)):
            desktop.client.ask_to_draw(program.window)
            due = start + (tick + 1) / 60
            while (left := due - time.perf_counter()) > 0:
                frames += desktop.client.drawing(left) is not None
        return *activity.figures(), frames / (time.perf_counter() - start)


def places(desktop, kindling, words):
    """{name: (left, top, width, height)} of what can be tapped on Today, by the same screen drawn without a window"""
    tree = desktop.folder / "tree.json"
    subprocess.run([kindling, "shot", "today", *words, "--out", str(desktop.folder / "shot.png"), "--tree", str(tree), "--size", SIZE],
                   env=desktop.environment, check=True, capture_output=True)
    found, todo = {}, [json.loads(tree.read_text())]
    while todo:
        node = todo.pop(0)
        box = node["rectangle"]
        if node.get("actions"):
            found.setdefault((node["role"], node["name"]), (box["x"], box["y"], box["width"], box["height"]))
        todo = node.get("children", []) + todo
    return found


class Finger:
    """Taps, and sees when more looks different than what pressing alone had changed."""

    def __init__(self, program):
        self.client, self.window = program.client, program.window

    def rows(self):
        self.client.settle()
        return self.now()

    def now(self):
        pixels = self.client.picture(self.window, 0, self.window.height)
        size = len(pixels) // self.window.height
        return [pixels[start:start + size] for start in range(0, len(pixels), size)]

    def tap(self, x, y):
        """(milliseconds, drawings) from letting go until it shows"""
        self.client.point(self.window.x + x, self.window.y + y)
        resting = self.rows()
        self.client.button(True)
        pressed = self.rows()
        start, drawings = time.perf_counter(), 0
        self.client.button(False)
        while (at := self.client.drawing(TOAST)) is not None:
            drawings += 1
            if any(row != was == rest for row, was, rest in zip(self.now(), pressed, resting)):
                self.client.settle()
                return (at - start) * 1000, drawings
        raise NoAnswer("doesn't answer a tap")


def medians(taps):
    return [statistics.median(figure) for figure in zip(*taps)]


def tap_places(desktop, kindling, words):
    """From a place on the bar to the next."""
    bar = [box for (role, _), box in places(desktop, kindling, words).items() if role == "tab"]
    with Program(desktop, [kindling, *words]) as program:
        finger, taps = Finger(program), []
        for turn in range(TAPS):
            left, top, width, height = bar[(turn + 1) % len(bar)]
            taps.append(finger.tap(left + width // 2, top + height // 2))
    return medians(taps)


def tap_done(desktop, kindling, words):
    """Ticks and unticks the first thing of today, which is kept at once, to the toast that says so."""
    found = places(desktop, kindling, words)
    bar = min(box[1] for (role, _), box in found.items() if role == "tab")
    seen = [box for (role, _), box in found.items() if role == "checkbox" and box[1] + 2 * REACH <= bar]
    if not seen:
        raise NoAnswer("shows nothing to tick without scrolling")
    left, top, width, _ = seen[0]
    with Program(desktop, [kindling, *words]) as program:
        finger, taps = Finger(program), []
        for _ in range(TAPS):
            taps.append(finger.tap(left + width // 8, top + REACH))
            time.sleep(TOAST)
    return medians(taps)


def sync_time(folder):
    """Milliseconds to make a page durable there."""
    times = []
    with open(folder / "sync", "wb") as file:
        for _ in range(40):
            start = time.perf_counter()
            file.write(bytes(4096))
            file.flush()
            os.fdatasync(file.fileno())
            times.append((time.perf_counter() - start) * 1000)
    (folder / "sync").unlink()
    return statistics.median(times)


# --- The table

class Bench:
    """One run of all of it on a desktop: the figures go into the table as they come."""

    def __init__(self, table, kindling, twenty_years, desktop, runs, idle_seconds):
        self.table, self.kindling, self.desktop, self.runs, self.idle_seconds = table, kindling, desktop, runs, idle_seconds
        self.folder = desktop.folder.parent
        self.twenty_years = twenty_years
        self.demo = ["--home", str(demonstration_home(kindling, desktop))]
        self.empty = ["--home", str(desktop.folder / "empty")]

    def starts(self, forget):
        print(f"starting {self.runs} windows of each kind …", file=sys.stderr)
        peers = start_peers(self.folder, self.runs)
        for name, words, budget, cpu_budget in (("empty home", self.empty, 120, 100), ("demonstration", self.demo, 120, 100),
                                                ("20 years", self.twenty_years, 200, None)):
            wall, cpu, memory, queued = starts(self.desktop, [self.kindling, *words], self.runs)
            self.table.add(f"window, {name}: start to first frame", wall, "ms", budget,
                           peer=f"{beside(wall, peers, 0, 'ms')}; others had the processor for {queued:.0f} ms")
            self.table.add(f"window, {name}: CPU till then", cpu, "ms", cpu_budget, peer=beside(cpu, peers, 1, "ms"))
            self.table.add(f"window, {name}: memory (PSS)", memory, "MiB", 60, peer=beside(memory, peers, 2, "MiB"))
        cold, *_ = starts(self.desktop, [self.kindling, *self.demo], self.runs, before=lambda: forget(self.files()))
        self.table.add("window, demonstration, cold cache", cold, "ms", 200)
        made, *_ = starts(self.desktop, [self.kindling, "--demo"], self.runs)
        self.table.add("window --demo, which makes its home first", made, "ms")

    def files(self):
        home = pathlib.Path(self.demo[1])
        return [*home.glob("*.db*"), home / "key", self.kindling, f"{self.kindling}-window"]

    def idle(self):
        commands = {"kindling": [self.kindling, *self.demo], **{peer: [peer] for peer in PEERS}}
        figures = idle(self.folder, commands, self.idle_seconds)
        if isinstance(figures["kindling"], str):
            raise NoAnswer(figures["kindling"])
        percent, wakes = figures.pop("kindling")
        *naive, frames = naive_loop(self.desktop, commands["kindling"], min(self.idle_seconds, 10))
        figures[f"drawn {frames:.0f} times a second"] = naive
        self.table.add("window, idle: share of a core", percent, "%", 0.1, peer=beside(percent, figures, 0, "%"))
        self.table.add("window, idle: wake-ups a minute", wakes, "", 1, peer=beside(wakes, figures, 1, "a minute"))

    def taps(self):
        print(f"tapping {TAPS} times on the bar and on a thing done …", file=sys.stderr)
        for name, words in (("demonstration", self.demo), ("20 years", self.twenty_years)):
            taken, frames = tap_places(self.desktop, self.kindling, words)
            self.table.add(f"a tap on the bar to the new place, {name}", taken, "ms", round(2 * FRAME, 1), peer=f"{frames:g} frames")
        sync = sync_time(pathlib.Path(self.demo[1]))
        try:
            taken, frames = tap_done(self.desktop, self.kindling, self.demo)
        except NoAnswer as problem:
            print(f"the window {problem}: no figure for a thing done", file=sys.stderr)
            return
        self.table.add("a thing ticked to the toast that says so", taken, "ms", round(2 * FRAME + sync, 1),
                       peer=f"{frames:g} frames; a sync takes {sync:.1f} ms")


def measure(table, kindling, twenty_years, folder, runs, idle_seconds, forget):
    """`twenty_years` are the words that open that home; `forget` drops files from the page cache."""
    with Desktop(folder / "kindling") as desktop:
        bench = Bench(table, kindling, twenty_years, desktop, runs, idle_seconds)
        bench.starts(forget)
        bench.idle()
        bench.taps()
