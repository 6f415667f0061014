"""Checks our expansion of recurrence rules against python-dateutil, and our instants against zoneinfo.

Usage: dateutil_agreement.py PATH_TO_recurrence_vectors [RULES [SEED]]

Rules where dateutil is known to leave RFC 5545 are left out, each for the reason given in `reason_to_skip`.
"""

import datetime as dt
import itertools
import signal
import subprocess
import sys
import warnings

try:
    from dateutil import rrule
    import zoneinfo
except ImportError:
    print("python3-dateutil isn't installed")
    sys.exit(77)

LIMIT = 150
PATIENCE = 0.1  # seconds of CPU time for a rule


class TookTooLong(Exception):
    pass


def give_up(*_):
    raise TookTooLong


def parts_of(rule):
    return dict(part.split("=", 1) for part in rule.split(";"))


def reason_to_skip(parts):
    """Why dateutil's answer says nothing about ours; None where it does."""
    names_day = any(name in parts for name in ("BYDAY", "BYMONTHDAY", "BYYEARDAY"))
    if "BYWEEKNO" in parts and not names_day:
        return "BYWEEKNO alone: dateutil gives all seven days, RFC 5545 takes the weekday from DTSTART"
    if "BYSETPOS" in parts and parts["FREQ"] == "WEEKLY":
        return "BYSETPOS in WEEKLY: dateutil counts DTSTART's week from DTSTART, RFC 5545 from the start of the week"
    days = parts.get("BYDAY", "").split(",")
    if any(len(day) > 2 for day in days) and any(len(day) == 2 for day in days):
        return "numbered and plain days in one BYDAY: dateutil wants both to hold, RFC 5545 either"
    return None


def until_of(parts, end):
    """The rule's own end or that of the window: without one, dateutil looks for a match up to the year 9999."""
    text = parts.get("UNTIL")
    if text is None:
        return end
    if len(text) == 8:  # dateutil reads a date as its midnight, we as the whole day
        text += "T235959"
    return min(end, dt.datetime.strptime(text, "%Y%m%dT%H%M%S"))


def expected(start, parts, days):
    end = start + dt.timedelta(days=days) - dt.timedelta(seconds=1)
    bounded = dict(parts, UNTIL=until_of(parts, end).strftime("%Y%m%dT%H%M%S"))
    text = ";".join(f"{name}={value}" for name, value in bounded.items())
    try:
        return list(itertools.islice(rrule.rrulestr(text, dtstart=start), LIMIT))
    except ValueError as error:
        if "empty" in str(error):  # INTERVAL and a BY part never meet
            return []
        raise


def instant_of(time, zone):
    # fold=0: the first of two in an overlap, the offset before in a gap (PEP 495), as RFC 5545 has it.
    return int(time.replace(tzinfo=zone, fold=0).timestamp())


def check(line):
    start_text, zone_name, rule, days, ours_text = line.rstrip("\n").split("\t")
    parts = parts_of(rule)
    start = dt.datetime.fromisoformat(start_text)
    ours = [pair.split("=") for pair in ours_text.split()]
    zone = zoneinfo.ZoneInfo(zone_name)
    for nominal, seconds in ours:
        wanted = instant_of(dt.datetime.fromisoformat(nominal), zone)
        if wanted != int(seconds):
            return f"instant of {nominal} in {zone_name}: ours {seconds}, zoneinfo {wanted}"
    reason = reason_to_skip(parts)
    if reason:
        return reason
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE)
        times = expected(start, parts, int(days))
    except TookTooLong:
        return "too slow: dateutil steps through every second of the days that a rule leaves out"
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    theirs = [time.isoformat(timespec="seconds" if time.second else "minutes") for time in times]
    if theirs != [nominal for nominal, _ in ours]:
        return f"differs: {start_text} {rule}\n  ours     {ours_text[:300]}\n  dateutil {theirs[:8]}"
    return None


def main():
    signal.signal(signal.SIGVTALRM, give_up)
    warnings.simplefilter("ignore", DeprecationWarning)  # COUNT beside the UNTIL that we add
    size = sys.argv[2] if len(sys.argv) > 2 else "700"
    seed = sys.argv[3] if len(sys.argv) > 3 else "1"
    lines = subprocess.run([sys.argv[1], size, seed], check=True, capture_output=True, text=True).stdout.splitlines()
    agreed, skipped, failed = 0, {}, []
    for line in lines:
        outcome = check(line)
        if outcome is None:
            agreed += 1
        elif ": dateutil " in outcome:
            skipped[outcome] = skipped.get(outcome, 0) + 1
        else:
            failed.append(outcome)
    print(f"{agreed} rules agree, {len(failed)} fail")
    for reason, count in skipped.items():
        print(f"{count} left out: {reason}")
    for outcome in failed[:10]:
        print(outcome)
    return 1 if failed or agreed < len(lines) // 2 else 0


if __name__ == "__main__":
    sys.exit(main())
