#!/usr/bin/env python3
"""The agent as a person meets it: the real programs on a bus of the test's own, with a scripted notification service."""

import datetime
import json
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "platform" / "linux"))
from private_bus import rerun_on_private_bus  # noqa: E402

BINARY = os.environ.get("KINDLING_BIN", "")
PATIENCE = 20.0


class Service:
    """The scripted notification service."""

    def __init__(self, folder, *words):
        self.log = folder / "notifications.log"
        self.log.touch()
        self.process = subprocess.Popen([sys.executable, str(HERE / "notification_service.py"), str(self.log), *words],
                                        stdin=subprocess.PIPE, text=True)

    def tell(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def events(self, name):
        return [event for event in map(json.loads, self.log.read_text(encoding="utf-8").splitlines()) if event["event"] == name]

    def wait(self, name, count=1):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            found = self.events(name)
            if len(found) >= count:
                return found
            time.sleep(0.02)
        raise AssertionError(f"no {count} of '{name}' came: {self.log.read_text()}")

    def stop(self):
        self.process.stdin.close()
        self.process.wait(10)


class AgentTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="kindling-agent-")
        self.addCleanup(folder.cleanup)
        self.path = pathlib.Path(folder.name)
        self.env = {**os.environ, "KINDLING_HOME": str(self.path / "home"), "XDG_CONFIG_HOME": str(self.path / "config"),
                    "TZ": "UTC", "LC_ALL": "C.UTF-8"}
        self.agents = []
        self.service = None
        self.addCleanup(self.stop_all)

    def stop_all(self):
        for agent in self.agents:
            if agent.poll() is None:
                agent.terminate()
                self.assertEqual(agent.wait(PATIENCE), 0)
            agent.stderr.close()
        if self.service:
            self.service.stop()

    def start_service(self, *words):
        self.service = Service(self.path, *words)
        if "--no-name-yet" not in words:
            self.service.wait("named")
        return self.service

    def start_agent(self):
        agent = subprocess.Popen([BINARY, "agent", "run"], env=self.env, stderr=subprocess.PIPE, text=True)
        self.agents.append(agent)
        end = time.monotonic() + PATIENCE
        while not self.json("agent", "status")["running"]:
            self.assertIsNone(agent.poll(), "the agent ended")
            self.assertLess(time.monotonic(), end, "the agent didn't start")
            time.sleep(0.05)
        return agent

    def run_it(self, *words):
        done = subprocess.run([BINARY, *words], env=self.env, capture_output=True, text=True, timeout=60)
        self.assertEqual(done.returncode, 0, f"{words}: {done.stderr}")
        return done.stdout

    def json(self, *words):
        return json.loads(self.run_it(*words, "--json"))

    def add(self, title, seconds):
        """A reminder that comes in so many seconds."""
        yesterday = (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(days=1)).strftime("%Y-%m-%d")
        reminder = self.json("reminder", "add", title, "--at", "00:00", "--repeat", "FREQ=DAILY", "--from", yesterday)["id"]
        until = datetime.datetime.now(datetime.timezone.utc) + datetime.timedelta(seconds=seconds)
        self.json("reminder", "snooze", reminder, "--until", until.strftime("%Y-%m-%dT%H:%M:%SZ"))
        return reminder, until.replace(microsecond=0).timestamp()

    def test_brings_it_on_time_in_neutral_words_and_marks_it_done(self):
        service = self.start_service()
        self.start_agent()
        _, due = self.add("Hug at the door", 3)
        shown = service.wait("shown")[0]
        self.assertGreaterEqual(shown["at"], due)
        self.assertLess(shown["at"], due + 2)
        self.assertEqual(shown["title"], "Kindling · a small thing")
        self.assertEqual(shown["body"], "")
        self.assertEqual(shown["actions"], ["default", "Open", "done", "Done", "later", "Later"])
        self.assertEqual(shown["hints"], {"urgency": 1, "category": "x-kindling.reminder", "desktop-entry": "org.kindling.Kindling"})
        service.tell(f"act {shown['id']} done")
        end = time.monotonic() + PATIENCE
        while not any("done" in entry["name"] for entry in self.json("history")):
            self.assertLess(time.monotonic(), end)
            time.sleep(0.05)

    def test_comes_back_later_and_says_more_where_that_was_chosen(self):
        service = self.start_service()
        self.json("notifications", "set", "--words", "full")
        self.start_agent()
        reminder, _ = self.add("Hug <at> the door & kiss", 2)
        shown = service.wait("shown")[0]
        self.assertEqual(shown["title"], "Hug <at> the door & kiss")
        service.tell(f"act {shown['id']} later")
        end = time.monotonic() + PATIENCE
        while True:
            coming = self.json("upcoming", "--days", "1")
            if coming and coming[0]["id"] == reminder and coming[0].get("snoozed", True):
                at = datetime.datetime.fromisoformat(coming[0]["at"]).timestamp()
                if 600 < at - time.time() < 1000:
                    break
            self.assertLess(time.monotonic(), end, coming)
            time.sleep(0.1)

    def test_takes_away_what_was_done_elsewhere(self):
        service = self.start_service()
        self.start_agent()
        reminder, _ = self.add("Hug", 2)
        shown = service.wait("shown")[0]
        self.json("reminder", "done", reminder, "--date", self.json("today")["date"])
        self.assertEqual(service.wait("withdrawn")[0]["id"], shown["id"])

    def test_works_with_a_service_that_knows_no_actions_and_counts_by_itself(self):
        service = self.start_service("--no-actions", "--own-numbers")
        self.start_agent()
        reminder, _ = self.add("Hug", 2)
        shown = service.wait("shown")[0]
        self.assertEqual(shown["actions"], [])
        self.json("reminder", "done", reminder, "--date", self.json("today")["date"])
        self.assertEqual(service.wait("withdrawn")[0]["id"], shown["id"])

    def test_waits_for_a_service_that_comes_late(self):
        service = self.start_service("--no-name-yet")
        self.start_agent()
        self.assertFalse(self.json("agent", "status")["notifications"])
        self.add("Hug", 1)
        time.sleep(2.5)
        self.assertEqual(service.events("shown"), [])
        service.tell("take")
        self.assertEqual(len(service.wait("shown")), 1)
        time.sleep(1)
        self.assertEqual(len(service.events("shown")), 1)

    def test_outlives_a_restart_of_the_service(self):
        service = self.start_service()
        self.start_agent()
        self.add("Hug", 2)
        first = service.wait("shown")[0]
        service.tell("drop")
        service.wait("dropped")
        self.add("Kiss", 1)
        time.sleep(2.5)
        service.tell("take")
        shown = service.wait("shown", 3)
        self.assertIn(first["id"], [event["id"] for event in shown[1:]], "what the old service showed is shown again")
        self.assertEqual(len({event["id"] for event in shown}), 2)

    def test_is_on_time_while_the_service_is_slow(self):
        service = self.start_service("--delay", "6")
        self.start_agent()
        self.add("Hug", 2)
        service.wait("shown")
        _, due = self.add("Kiss", 2)
        shown = service.wait("shown", 2)
        self.assertLess(shown[1]["at"], due + 2)

    def test_neither_doubles_nor_loses_where_it_is_killed_before_it_knew_that_it_was_shown(self):
        service = self.start_service("--delay", "5")
        agent = self.start_agent()
        self.add("Hug", 2)
        first = service.wait("shown")[0]
        agent.send_signal(signal.SIGKILL)
        agent.wait()
        self.start_agent()
        again = service.wait("shown", 2)[1]
        self.assertEqual(again["id"], first["id"], "it stands in the place of the first")
        time.sleep(1)
        self.assertEqual(len(service.events("shown")), 2)

    def test_brings_what_was_missed_once(self):
        service = self.start_service()
        agent = self.start_agent()
        self.add("Hug", 2)
        agent.send_signal(signal.SIGKILL)
        agent.wait()
        time.sleep(2.5)
        self.start_agent()
        self.assertEqual(len(service.wait("shown")), 1)
        self.agents[-1].terminate()
        self.agents[-1].wait()
        self.run_it("agent", "run", "--once")
        self.assertEqual(len({event["id"] for event in service.events("shown")}), 1)

    def test_brings_at_once_what_came_while_the_computer_slept(self):
        service = self.start_service()
        agent = self.start_agent()
        self.add("Hug", 2)
        # To a process a suspended machine is time that passed while it didn't run.
        agent.send_signal(signal.SIGSTOP)
        time.sleep(4)
        self.assertEqual(service.events("shown"), [])
        woken = time.time()
        agent.send_signal(signal.SIGCONT)
        self.assertLess(service.wait("shown")[0]["at"] - woken, 2)
        time.sleep(1)
        self.assertEqual(len(service.events("shown")), 1)

    def test_runs_once_for_a_home(self):
        self.start_service()
        self.start_agent()
        again = subprocess.run([BINARY, "agent", "run"], env=self.env, capture_output=True, text=True, timeout=60)
        self.assertEqual(again.returncode, 1)
        self.assertRegex(again.stderr, r"\Akindling: the agent runs already; [^\n]+\n\Z")

    def test_says_truthfully_what_will_happen(self):
        self.assertIn("No notification service", self.json("agent", "status")["summary"])
        self.start_service()
        self.assertIn("Nothing reminds you", self.json("agent", "status")["summary"])
        installed = self.json("agent", "install")
        self.assertTrue(installed["installed"] and installed["running"], installed)
        entry = self.path / "config" / "autostart" / "org.kindling.Kindling.Agent.desktop"
        self.assertIn("agent run", entry.read_text())
        removed = self.json("agent", "remove")
        self.assertFalse(removed["installed"] or removed["running"], removed)
        self.assertFalse(entry.exists())
        self.json("agent", "test")
        self.assertEqual(self.service.wait("shown")[0]["title"], "Kindling · a small test")

    def test_says_that_it_cannot_open_a_locked_home(self):
        self.start_service()
        (self.path / "passphrase").write_text("a long enough passphrase")
        self.run_it("lock", "set", "--passphrase-file", str(self.path / "passphrase"))
        status = self.json("agent", "status")
        self.assertTrue(status["locked"])
        self.assertIn("locked", status["summary"])

    def test_brings_reminders_of_a_locked_home_to_whom_the_passphrase_was_handed(self):
        service = self.start_service()
        self.add("Hug", 4)
        (self.path / "passphrase").write_text("a long enough passphrase")
        self.run_it("lock", "set", "--passphrase-file", str(self.path / "passphrase"))
        agent = subprocess.Popen([BINARY, "--passphrase-file", "/dev/stdin", "agent", "run"], env=self.env, stdin=subprocess.PIPE,
                                 stderr=subprocess.PIPE, text=True)
        self.agents.append(agent)
        agent.stdin.write("a long enough passphrase")
        agent.stdin.close()
        self.assertEqual(service.wait("shown")[0]["title"], "Kindling · a small thing")


if __name__ == "__main__":
    if not BINARY:
        raise SystemExit("KINDLING_BIN names the binary to test")
    rerun_on_private_bus()
    unittest.main()
