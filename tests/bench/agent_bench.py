#!/usr/bin/env python3
"""The agent's figures, on a bus of its own with a scripted notification service: what it costs to wait, and how late real reminders come.

  dbus-run-session -- agent_bench.py KINDLING SECONDS REMINDERS      one JSON document

Waiting is measured for SECONDS, with nothing due. REMINDERS come one after the other, each two seconds after it was put off."""

import datetime
import json
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
SERVICE = HERE.parent / "agent" / "notification_service.py"


def memory(process):
    with open(f"/proc/{process}/smaps_rollup", encoding="ascii") as file:
        return next(int(line.split()[1]) for line in file if line.startswith("Pss:")) / 1024


def switches(process):
    with open(f"/proc/{process}/status", encoding="ascii") as file:
        return sum(int(line.split()[1]) for line in file if "ctxt_switches" in line)


def processor_time(process):
    with open(f"/proc/{process}/stat", encoding="ascii") as file:
        fields = file.read().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def waiting(process, seconds):
    time.sleep(2)  # what starting up leaves to do
    before, used = switches(process), processor_time(process)
    time.sleep(seconds)
    return switches(process) - before, (processor_time(process) - used) * 1000


def shown(log):
    return [event for event in map(json.loads, log.read_text(encoding="utf-8").splitlines()) if event["event"] == "shown"]


def lateness(kindling, env, log, count):
    def run(*words):
        return json.loads(subprocess.run([kindling, *words, "--json"], env=env, check=True, capture_output=True, text=True).stdout)

    yesterday = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)).strftime("%Y-%m-%d")
    late = []
    for number in range(count):
        reminder = run("reminder", "add", "Hug", "--at", "00:00", "--repeat", "FREQ=DAILY", "--from", yesterday)["id"]
        due = datetime.datetime.fromtimestamp(int(time.time()) + 2, datetime.timezone.utc)
        run("reminder", "snooze", reminder, "--until", due.strftime("%Y-%m-%dT%H:%M:%SZ"))
        while len(shown(log)) <= number:
            if time.time() > due.timestamp() + 20:
                sys.exit("a reminder didn't come")
            time.sleep(0.01)
        late.append((shown(log)[-1]["at"] - due.timestamp()) * 1000)
        run("reminder", "remove", reminder)
    return late


def dunst():
    """What a notification service costs that waits as the agent does; nothing where it doesn't run."""
    if not shutil.which("Xvfb") or not shutil.which("dunst"):
        return None
    reader, writer = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writer), "-nolisten", "tcp"], pass_fds=(writer,), stderr=subprocess.DEVNULL)
    os.close(writer)
    with os.fdopen(reader) as answer:
        display = ":" + answer.readline().strip()
    peer = subprocess.Popen(["dunst"], env={**os.environ, "DISPLAY": display}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    woken, _ = waiting(peer.pid, 20)
    figures = None if peer.poll() is not None else {"pss": memory(peer.pid), "woken_a_minute": woken * 3}
    for process in (peer, screen):
        process.terminate()
        process.wait()
    return figures


def main():
    kindling, seconds, count = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
    with tempfile.TemporaryDirectory(prefix="kindling-agent-bench-") as folder:
        log = pathlib.Path(folder) / "log"
        log.touch()
        env = {**os.environ, "KINDLING_HOME": folder + "/home", "XDG_CONFIG_HOME": folder + "/config", "TZ": "UTC"}
        service = subprocess.Popen([sys.executable, SERVICE, log], stdin=subprocess.PIPE)
        while "named" not in log.read_text():
            time.sleep(0.02)
        agent = subprocess.Popen([kindling, "agent", "run"], env=env)
        woken, used = waiting(agent.pid, seconds)
        pss = memory(agent.pid)
        late = lateness(kindling, env, log, count)
        agent.terminate()
        agent.wait()
        service.stdin.close()
        service.wait()
        peer = dunst()
    print(json.dumps({"pss": pss, "woken": woken, "used_ms": used, "late_ms": statistics.median(late), "latest_ms": max(late), "earliest_ms": min(late), "dunst": peer}))


if __name__ == "__main__":
    main()
