#!/usr/bin/env python3
"""Adds check-ins and reminders with the real program and kills it at random moments; what it acknowledged must be there.

KINDLING_BIN names the program. --kills N (300), --seed N (from the clock; it is printed), --home DIR (a new one).
Acknowledged is what came out whole on standard output: by then it is on the disk. At the end everything acknowledged is
there as it was given, nothing is there that was never asked for, nothing by halves, and `kindling doctor --rebuild` is content.
"""

import argparse
import json
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time


def command(program, home, *words):
    return [program, "--home", home, "--zone", "UTC", "--json", *words]


def run(program, home, *words):
    done = subprocess.run(command(program, home, *words), capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        sys.exit(f"kill_loop: {' '.join(words)} ended with {done.returncode}: {done.stderr.strip()}")
    return json.loads(done.stdout)


def act(number, random_source):
    """Words of a command, and what the thing that it makes must say."""
    name = f"act {number}"
    if random_source.random() < 0.5:
        at = f"{random_source.randrange(24):02}:{random_source.randrange(60):02}"
        who = random_source.choice(["me", "both"])
        words = ["reminder", "add", name, "--at", at, "--repeat", "FREQ=DAILY", "--cue", f"cue {number}", "--for", who]
        return words, {"title": name, "cue": f"cue {number}"}
    share = random_source.choice(["none", "mood", "all"])
    valence = random_source.randint(-4, 4)
    words = ["checkin", "add", f"--valence={valence}", "--energy=1", "--feeling", "calm", "--note", name, "--share", share]
    return words, {"note": name, "valence": valence, "energy": 1, "feelings": ["calm"], "share": share}


def attempt(program, home, words, delay):
    """Runs and kills after `delay` seconds. The acknowledged thing or None, and whether it was killed."""
    process = subprocess.Popen(command(program, home, *words), stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                               stdin=subprocess.DEVNULL)
    time.sleep(delay)
    process.send_signal(signal.SIGKILL)
    out, err = process.communicate()
    killed = process.returncode == -signal.SIGKILL
    if not killed and process.returncode != 0:
        sys.exit(f"kill_loop: {' '.join(words)} ended with {process.returncode}: {err.decode().strip()}")
    try:
        return json.loads(out), killed
    except ValueError:
        if not killed:
            sys.exit(f"kill_loop: no JSON came from {' '.join(words)}")
        return None, killed


def check(program, home, acknowledged, asked):
    troubles = []
    listed = {thing["id"]: thing for kind in ("reminder", "checkin") for thing in run(program, home, kind, "list")}
    for identity, expected in acknowledged.items():
        thing = listed.get(identity)
        if thing is None:
            troubles.append(f"{identity} was acknowledged and is gone")
    seen = set()
    for thing in listed.values():
        name = thing.get("title") or thing.get("note")
        if name not in asked:
            troubles.append(f"{thing['id']} was never asked for")
            continue
        if name in seen:
            troubles.append(f"{thing['id']} is there twice")
        seen.add(name)
        for field, value in asked[name].items():
            if thing.get(field) != value:
                troubles.append(f"{thing['id']} is there by halves: {field} is {thing.get(field)!r}, not {value!r}")
    doctor = run(program, home, "doctor", "--rebuild")
    if not doctor["sound"]:
        troubles.append("doctor isn't content")
    for space in doctor["spaces"]:
        if space["tables"] != "equal":
            troubles.append(f"the tables of {space['name']} weren't what its log comes to")
    return troubles, len(listed)


def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--kills", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=time.time_ns() % 1_000_000)
    arguments.add_argument("--home")
    options = arguments.parse_args()
    program = os.environ.get("KINDLING_BIN")
    if not program:
        sys.exit("kill_loop: set KINDLING_BIN to the program")
    print(f"kill_loop: seed {options.seed}", flush=True)
    random_source = random.Random(options.seed)
    with tempfile.TemporaryDirectory(prefix="kindling-kills-") as folder:
        home = options.home or os.path.join(folder, "home")
        typical = []
        asked, acknowledged = {}, {}
        number = 0
        # A few are let through, to know how long one takes.
        for _ in range(7):
            number += 1
            words, expected = act(number, random_source)
            started = time.monotonic()
            acknowledged[run(program, home, *words)["id"]] = expected
            typical.append(time.monotonic() - started)
            asked[expected.get("title") or expected["note"]] = expected
        typical_time = statistics.median(typical)
        kills = 0
        while kills < options.kills:
            number += 1
            words, expected = act(number, random_source)
            asked[expected.get("title") or expected["note"]] = expected
            thing, killed = attempt(program, home, words, random_source.uniform(0, 1.3 * typical_time))
            kills += killed
            if thing is not None:
                acknowledged[thing["id"]] = expected
            if number % 50 == 0:
                troubles, _ = check(program, home, acknowledged, asked)
                if troubles:
                    sys.exit("\n".join([f"kill_loop: seed {options.seed}, after {kills} kills", *troubles[:20]]))
        troubles, listed = check(program, home, acknowledged, asked)
        if troubles:
            sys.exit("\n".join([f"kill_loop: seed {options.seed}, after {kills} kills", *troubles[:20]]))
        print(f"kill_loop: {number} commands, {kills} killed, {len(acknowledged)} acknowledged, {listed} kept, none by "
              f"halves; one takes {1000 * typical_time:.0f} ms")


if __name__ == "__main__":
    main()
