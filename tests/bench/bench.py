#!/usr/bin/env python3
"""Figures of whole commands on a home of twenty years, beside their peers in the same run: medians, ratios and budgets.

  bench.py --build build/bench [--json FILE] [--runs 40] [--home FOLDER] [--idle 60] [--waiting 600] [--real 50] [--window]

--window leaves out all but the window's own figures (window_bench.py).

Wall time is from starting the process to its end. Memory is the highest resident set, never below this script's own, which the
kernel counts until the program is loaded. A cold start drops the files of home and program from the page cache first."""

import argparse
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True  # only build/ is written into
import window_bench

NOW = "2026-11-22T10:00:00+01:00"


def run(command, env=None, stdin=None):
    """Runs a command; gives (milliseconds, highest resident KiB, exit code)."""
    with open(os.devnull, "wb") as null:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=null, stderr=subprocess.PIPE, stdin=stdin or subprocess.DEVNULL, env=env)
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        elapsed = (time.perf_counter() - start) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[0]} failed: {error.decode(errors='replace').strip()}")
    return elapsed, usage.ru_maxrss, process.returncode


def median_of(command, runs, env=None, before=None):
    times, memory = [], 0
    for _ in range(runs):
        if before:
            before()
        elapsed, resident, _ = run(command, env)
        times.append(elapsed)
        memory = max(memory, resident)
    return statistics.median(times), memory


def forget(paths):
    """Drops files from the page cache."""
    for path in paths:
        descriptor = os.open(path, os.O_RDONLY)
        os.fsync(descriptor)
        os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
        os.close(descriptor)


def count_syncs(command):
    with tempfile.NamedTemporaryFile("r") as log:
        subprocess.run(["strace", "-f", "-o", log.name, "-e", "trace=fsync,fdatasync,sync_file_range", *command],
                       stdout=subprocess.DEVNULL, check=True)
        return sum("sync(" in line for line in log)


class Table:
    def __init__(self):
        self.rows = []

    def add(self, what, value, unit, budget=None, at_most=True, peer=None):
        holds = None if budget is None else (value <= budget if at_most else value >= budget)
        self.rows.append({"what": what, "value": round(value, 3), "unit": unit, "budget": budget, "at_most": at_most, "holds": holds, "peer": peer})

    def show(self):
        width = max(len(row["what"]) for row in self.rows)
        for row in self.rows:
            budget = "" if row["budget"] is None else f"{'≤' if row['at_most'] else '≥'} {row['budget']:g} {'holds' if row['holds'] else 'MISSED'}"
            peer = "" if row["peer"] is None else row["peer"]
            print(f"{row['what']:<{width}}  {row['value']:>10.2f} {row['unit']:<4}  {budget:<16}  {peer}".rstrip())


def make_home(build, folder):
    if not (folder / "self.db").exists():
        print("making the home of twenty years …", file=sys.stderr)
        print(subprocess.run([build / "bin/kindling_make_home", folder], check=True, capture_output=True, text=True).stdout.strip(), file=sys.stderr)


def peers(folder):
    """The same look at today with other programs: calcurse and taskwarrior, with a modest year of entries."""
    calcurse, tasks = folder / "calcurse", folder / "task"
    calcurse.mkdir(exist_ok=True)
    tasks.mkdir(exist_ok=True)
    with open(calcurse / "apts", "w") as file:
        for day in range(1, 29):
            for month in range(1, 13):
                file.write(f"{month:02}/{day:02}/2026 @ 10:00 -> {month:02}/{day:02}/2026 @ 11:00 |Entry\n")
    (calcurse / "todo").write_text("")
    rc = folder / "taskrc"
    rc.write_text(f"data.location={tasks}\nconfirmation=off\nverbose=nothing\n")
    env = dict(os.environ, TASKRC=str(rc), TASKDATA=str(tasks))
    lines = "".join(json.dumps({"description": f"Entry {i}", "status": "pending", "due": "20261122T100000Z"}) + "\n" for i in range(200))
    if not (tasks / "pending.data").exists():
        subprocess.run(["task", "import", "-"], input=lines, text=True, env=env, check=True, capture_output=True)
    return ["calcurse", "-D", str(calcurse), "-a"], ["task", "list"], env


def frames(table, build, home):
    """Frames of every screen on the home of twenty years: what building costs, and drawing by the processor."""
    bench = subprocess.run([build / "bin/kindling_frames_bench", home, NOW], check=True, capture_output=True, text=True)
    screens = json.loads(bench.stdout)
    slowest = max(screens, key=lambda name: screens[name]["frame_ms"])
    table.add("a frame, slowest screen: CPU to build", screens[slowest]["frame_ms"], "ms", 1, peer=slowest)
    table.add("history of 10,000 rows: a frame", screens["history"]["frame_ms"], "ms", 1)
    slowest = max(screens, key=lambda name: screens[name]["draw_ms"])
    table.add("390x844 by the own rasteriser, slowest", screens[slowest]["draw_ms"], "ms", peer=slowest)


def words_for(home):
    """What opens the home of twenty years on its last day."""
    return ["--home", str(home), "--now", NOW, "--zone", "Europe/Berlin"]


def commands(table, kindling, home, work, runs):
    """Whole commands, from start to end."""
    base = [kindling, *words_for(home)]
    today, memory = median_of([*base, "today"], runs)
    calcurse, task, env = peers(work)
    calcurse_ms, _ = median_of(calcurse, runs)
    task_ms, _ = median_of(task, runs, env)
    peer = f"calcurse -a {calcurse_ms:.1f} ms, task list {task_ms:.1f} ms"
    table.add("today, 20 years", today, "ms", 10, peer=peer)
    table.add("today, 20 years: memory", memory / 1024, "MiB", 30)
    files = [*home.glob("*.db*"), home / "key", kindling]
    cold, _ = median_of([*base, "today"], max(5, runs // 4), before=lambda: forget(files))
    table.add("today, 20 years, cold cache", cold, "ms", 50)
    small = work / "small"
    fresh = [kindling, "--home", str(small)]
    run([*fresh, "today"])
    table.add("today, empty home", median_of([*fresh, "today"], runs)[0], "ms")
    check_in = [*fresh, "checkin", "add", "--valence", "2", "--energy", "-1"]
    run(check_in)
    table.add("one check-in: syncs", count_syncs(check_in), "", 1)
    table.add("one check-in", median_of(check_in, runs)[0], "ms")
    table.add("upcoming --days 14, 20 years", median_of([*base, "upcoming", "--days", "14"], runs)[0], "ms")
    table.add("ritual list, 20 years", median_of([*base, "ritual", "list"], runs)[0], "ms")
    table.add("search, 20 years", median_of([*base, "search", "rain"], 5)[0] / 1000, "s")
    table.add("export json, 20 years", median_of([*base, "export", "json", str(work / "out.json")], 3)[0] / 1000, "s", 3)
    table.add("export json: size", (work / "out.json").stat().st_size / 1e6, "MB")
    table.add("backup, 20 years", median_of([*base, "backup", str(work / "k.backup")], 3)[0] / 1000, "s")
    table.add("rebuild from the log, 20 years", median_of([*base, "doctor", "--rebuild"], 3)[0] / 1000, "s", 10)
    table.add("home of 20 years: size", sum(f.stat().st_size for f in home.glob("*.db*")) / 1e6, "MB")


def computations(table, build):
    """What needs no home, inside one process."""
    inner = json.loads(subprocess.run([build / "bin/kindling_bench"], check=True, capture_output=True, text=True).stdout)
    rules = inner["recurrence"]
    table.add("10,000 rules × 365 days, zones", rules["ms"], "ms", 50, peer=f"libical {rules['libical_ms']:.0f} ms")
    table.add("10,000 rules: times libical", rules["ratio"], "×", 100, at_most=False)
    table.add("10,000 events: read and find slots", inner["calendar"]["total_ms"], "ms", 100)
    planner = inner["planner"]
    table.add("planning 10,000 rules, 14 days", planner["many_ms"], "ms", 60)
    table.add("planning 200 rules", planner["few_ms"], "ms", 2)
    table.add("one look at 200 reminders", planner["step_ms"], "ms")
    table.add(f"{planner['delivered']} reminders on a virtual clock: latest", planner["late_ms"], "ms", 50)
    table.add("of these too early", int(planner["early"]), "", 0)
    drift(table, inner["drift"])


def drift(table, rows):
    """How the watch over the last weeks does on lives made by chance (core/insight/drift.hpp): a table of its own, and its budgets."""
    print("\nA lasting drop of one deviation of a signal's own days (of time together: of its weeks), the others as usual")
    print(f"{'':<36}{'false alarms':>13}{'found within':>14}")
    print(f"{'':<36}{'a year':>13}{'2 weeks':>9}{'3':>6}{'4':>6}{'6':>6}{'median':>10}")
    for row in rows:
        found = "".join(f"{100 * share:>{width}.0f} %" for share, width in zip(row["found"], (7, 4, 4, 4)))
        days = f"{row['days']} days" if row["days"] >= 0 else "-"
        print(f"{row['what']:<36}{row['false_alarms_a_year']:>13.2f}{found}{days:>10}")
    print()
    everything = next(row for row in rows if row["what"] == "all of them")
    table.add("drift: false alarms a year", everything["false_alarms_a_year"], "", 1)
    table.add("drift: found within four weeks", 100 * everything["found"][2], "%", 80, at_most=False)


def agent(table, kindling, idle, count):
    """The program that brings reminders, and Debian's remind, which waits for its own."""
    here = pathlib.Path(__file__).resolve().parent
    done = subprocess.run(["dbus-run-session", "--", "/usr/bin/python3", here / "agent_bench.py", kindling, str(idle), str(count)],
                          capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"the agent's bench failed: {done.stderr.strip()}")
    figures = json.loads(done.stdout)
    dunst = figures["dunst"]
    beside = f"remind -z {remind_memory():.1f} MiB" + (f", dunst {dunst['pss']:.1f} MiB" if dunst else "")
    table.add("agent: memory (PSS)", figures["pss"], "MiB", 6, peer=beside)
    table.add(f"agent: wake-ups in {idle:g} s of waiting", figures["woken"], "", 0, peer=f"dunst {dunst['woken_a_minute']:g} a minute" if dunst else None)
    table.add("agent: CPU in that time", figures["used_ms"], "ms")
    table.add(f"{count} real reminders: median lateness", figures["late_ms"], "ms", 50)
    table.add("latest of them", figures["latest_ms"], "ms")
    table.add("earliest of them (never early)", figures["earliest_ms"], "ms", 0, at_most=False)


def remind_memory():
    with tempfile.NamedTemporaryFile("w", suffix=".rem") as file:
        file.write("REM 1 Jan 2035 AT 10:00 MSG Entry\n")
        file.flush()
        peer = subprocess.Popen(["remind", "-z", file.name], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1)
        with open(f"/proc/{peer.pid}/smaps_rollup", encoding="ascii") as rollup:
            pss = next(int(line.split()[1]) for line in rollup if line.startswith("Pss:")) / 1024
        peer.kill()
        peer.wait()
    return pss


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--build", type=pathlib.Path, required=True)
    parser.add_argument("--json", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--home", type=pathlib.Path)
    parser.add_argument("--idle", type=float, default=60, help="for so many seconds the window is left alone")
    parser.add_argument("--waiting", type=float, default=600, help="for so many seconds the agent is left alone")
    parser.add_argument("--real", type=int, default=50, help="so many real reminders are waited for")
    parser.add_argument("--window", action="store_true", help="only the window's figures")
    options = parser.parse_args()
    build = options.build.resolve()
    kindling = str(build / "bin/kindling")
    work = pathlib.Path(tempfile.mkdtemp(prefix="kindling-bench-"))
    home = options.home or work / "home"
    table = Table()
    try:
        make_home(build, home)
        if not options.window:
            commands(table, kindling, home, work, options.runs)
            computations(table, build)
            frames(table, build, home)
            agent(table, kindling, options.waiting, options.real)
        window_bench.measure(table, kindling, words_for(home), work, max(7, options.runs // 4), options.idle, forget)
        table.show()
        if options.json:
            options.json.write_text(json.dumps(table.rows, indent=2, ensure_ascii=False) + "\n")
    finally:
        shutil.rmtree(work, ignore_errors=True)


if __name__ == "__main__":
    main()
