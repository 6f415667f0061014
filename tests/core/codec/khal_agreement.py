"""Asks python-icalendar and khal what they read from a calendar of ours, and compares the instants.

khal_agreement.py WRITE_ICS_SAMPLE: the argument is the program that writes the calendar and the instants it means.
Ends with 77 ("skipped") where khal or python-icalendar isn't installed. khal's files stay in a temporary folder.
"""

import collections
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SKIPPED = 77
FORMAT = "%Y-%m-%dT%H:%M:%SZ"


def expected_instants(path):
    instants = collections.defaultdict(list)
    for line in path.read_text().splitlines():
        uid, instant = line.split()
        instants[uid].append(instant)
    return instants


def instants_by_icalendar(text):
    """Each event's starts through the VTIMEZONE of the file itself, not through the zones that Python knows."""
    import icalendar
    import pytz
    from dateutil import rrule

    calendar = icalendar.Calendar.from_ical(text)
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    instants = {}
    for event in calendar.walk("VEVENT"):
        start = event["DTSTART"]
        zone = zones.get(start.params.get("TZID"), pytz.utc)
        wall = start.dt.replace(tzinfo=None)
        walls = [wall]
        if "RRULE" in event:
            rule = event["RRULE"].to_ical().decode()
            head, _, until = rule.partition("UNTIL=")
            if until:  # dateutil compares wall times here, so UNTIL becomes one
                until, _, tail = until.partition(";")
                limit = icalendar.vDatetime.from_ical(until).astimezone(zone).replace(tzinfo=None)
                rule = f"{head}UNTIL={limit:%Y%m%dT%H%M%S}" + (";" + tail if tail else "")
            walls = list(rrule.rrulestr(rule, dtstart=wall))
        excluded = event.get("EXDATE", [])
        for one in excluded if isinstance(excluded, list) else [excluded]:
            walls = [w for w in walls if w not in [d.dt.replace(tzinfo=None) for d in one.dts]]
        instants[str(event["UID"])] = [zone.localize(w).astimezone(pytz.utc).strftime(FORMAT) for w in walls]
    return instants


def khal(events, folder, *arguments):
    """What khal says, with `events` as its only calendar: a folder of .ics files. Its own files go to `folder`."""
    config = folder / "config"
    config.write_text(
        f"[calendars]\n[[test]]\npath = {events}\n[sqlite]\npath = {folder / 'khal.db'}\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ntimeformat = %H:%M\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ndatetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
        "[default]\ndefault_calendar = test\n"
    )
    environment = dict(os.environ, HOME=str(folder), TZ="UTC", LC_ALL="C.UTF-8")
    for name in ("CONFIG", "DATA", "CACHE", "STATE"):
        environment[f"XDG_{name}_HOME"] = str(folder / name.lower())
    return subprocess.run(["khal", "--config", str(config), *arguments], env=environment, check=True, capture_output=True, text=True).stdout


def khal_list(events, folder):
    """The starts of 2026 that khal reads from a folder of .ics files; floating times count as UTC."""
    listed = khal(events, folder, "list", "--notstarted", "--format", "{uid}|{start-date}T{start-time}:00Z", "--day-format", "",
                  "2026-01-01", "2027-01-01")
    instants = collections.defaultdict(list)
    for line in listed.splitlines():
        if "|" in line:
            uid, instant = line.split("|")
            instants[uid].append(instant)
    return instants


def instants_by_khal(calendar, folder):
    events = folder / "events"
    events.mkdir()
    khal(events, folder, "import", "--batch", "-a", "test", str(calendar))
    return khal_list(events, folder)


def differences(who, found, expected):
    wrong = 0
    for uid in sorted(set(found) | set(expected)):
        if sorted(found.get(uid, [])) != sorted(expected.get(uid, [])):
            wrong += 1
            print(f"{who} reads {uid} as {found.get(uid)}, meant was {expected.get(uid)}")
    return wrong


def main():
    try:
        import icalendar  # noqa: F401
    except ImportError:
        print("python-icalendar isn't installed")
        return SKIPPED
    if shutil.which("khal") is None:
        print("khal isn't installed")
        return SKIPPED
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        calendar, meant = folder / "sample.ics", folder / "instants.txt"
        subprocess.run([sys.argv[1], str(calendar), str(meant)], check=True)
        expected = expected_instants(meant)
        wrong = differences("python-icalendar", instants_by_icalendar(calendar.read_bytes()), expected)
        wrong += differences("khal", instants_by_khal(calendar, folder), expected)
        print(f"{sum(map(len, expected.values()))} instants of {len(expected)} events compared, {wrong} events differ")
        return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
