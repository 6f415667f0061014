#!/usr/bin/env python3
"""Reminders, rituals, settings and what is notified."""

from harness import CliTest, main


class Reminders(CliTest):
    def test_every_option_is_kept(self):
        made = self.json("reminder", "add", "Call", "--at", "20:15", "--repeat", "FREQ=WEEKLY;BYDAY=FR", "--from",
                         "2026-12-01", "--cue", "after dinner", "--kind", "talk", "--in", "America/New_York", "--window",
                         "20:00-21:00", "--for", "both")
        self.assertEqual((made["at"], made["from"], made["kind"], made["zone"], made["window"], made["for"], made["paused"]),
                         ("20:15", "2026-12-04", "talk", "America/New_York", "20:00-21:00", "both", False))
        self.assertEqual(made["next"]["date"], "2026-12-04")
        self.assertEqual(self.json("reminder", "show", made["id"]), made)
        self.assertEqual(self.json("reminder", "list"), [made])

    def test_defaults(self):
        made = self.json("reminder", "add", "Kiss", "--at", "08:00")
        self.assertEqual((made["repeat"], made["from"], made["cue"], made["kind"], made["zone"], made["window"], made["for"]),
                         (None, "2026-11-23", None, "affection", None, None, "me"))

    def test_prefixes_of_four_and_more_characters(self):
        made = self.add_hug()
        for length in (4, 6, len(made["id"])):
            self.assertEqual(self.json("reminder", "show", made["id"][:length])["id"], made["id"])
        self.assertEqual(self.json("reminder", "show", made["id"].upper()[:8])["id"], made["id"])
        self.fails(4, "reminder", "show", made["id"][:3])
        self.fails(3, "ritual", "rest", made["id"], "--until", "2026-12-01")

    def test_editing_changes_what_is_named(self):
        made = self.add_hug("--cue", "shoes")
        changed = self.json("reminder", "edit", made["id"], "--at", "08:30", "--title", "Long hug", "--cue", "", "--in", "Europe/Paris")
        self.assertEqual((changed["id"], changed["title"], changed["at"], changed["cue"], changed["zone"], changed["repeat"]),
                         (made["id"], "Long hug", "08:30", None, "Europe/Paris", made["repeat"]))
        self.assertIsNone(self.json("reminder", "edit", made["id"], "--in", "")["zone"])
        self.assertIsNone(self.json("reminder", "edit", made["id"], "--repeat", "")["repeat"])
        self.assertEqual(self.json("reminder", "edit", made["id"], "--window", "08:00-09:00")["window"], "08:00-09:00")
        self.assertIsNone(self.json("reminder", "edit", made["id"], "--no-window")["window"])
        self.fails(4, "reminder", "edit", made["id"], "--for", "both")

    def test_next_leaves_out_what_is_done_or_skipped(self):
        made = self.json("reminder", "add", "Hug", "--at", "20:00", "--repeat", "FREQ=DAILY")
        coming = self.json("reminder", "next", made["id"], "--count", "3")
        self.assertEqual([one["date"] for one in coming], ["2026-11-22", "2026-11-23", "2026-11-24"])
        self.has_fields(coming[0], "date local at")
        self.assertEqual(self.json("reminder", "done", made["id"])["next"]["date"], "2026-11-23")
        self.json("reminder", "skip", made["id"], "--date", "2026-11-23")
        coming = self.json("reminder", "next", made["id"], "--count", "2")
        self.assertEqual([one["date"] for one in coming], ["2026-11-24", "2026-11-25"])
        self.assertEqual([r["state"] for r in self.json("today")["reminders"]], ["done"])

    def test_pause_resume_remove(self):
        made = self.json("reminder", "add", "Hug", "--at", "20:00", "--repeat", "FREQ=DAILY")
        paused = self.json("reminder", "pause", made["id"])
        self.assertEqual((paused["paused"], paused["next"]), (True, None))
        self.assertEqual(self.json("upcoming"), [])
        self.assertFalse(self.json("reminder", "resume", made["id"])["paused"])
        self.assertEqual(self.json("reminder", "remove", made["id"])["id"], made["id"])
        self.fails(3, "reminder", "show", made["id"])
        self.json("undo")
        self.assertEqual(self.json("reminder", "show", made["id"])["title"], "Hug")

    def test_in_words(self):
        made = self.json("reminder", "add", "Hug", "--when", "weekdays at 07:45")
        self.assertEqual((made["at"], made["repeat"], made["from"]), ("07:45", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "2026-11-23"))
        once = self.json("reminder", "add", "Call", "--when", "Friday at 7pm")
        self.assertEqual((once["at"], once["repeat"], once["from"]), ("19:00", None, "2026-11-27"))
        split = self.json("reminder", "add", "Walk", "--when", "every other Friday", "--at", "18:00")
        self.assertEqual((split["at"], split["repeat"]), ("18:00", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"))
        changed = self.json("reminder", "edit", made["id"], "--when", "first Saturday of the month at 10:30")
        self.assertEqual((changed["at"], changed["repeat"], changed["from"]), ("10:30", "FREQ=MONTHLY;BYDAY=1SA", "2026-12-05"))
        told = self.fails(4, "reminder", "add", "Hug", "--when", "twice a week")
        self.assertGreaterEqual(told.count('"'), 4)
        self.fails(4, "reminder", "add", "Hug", "--when", "weekdays at 8", "--repeat", "FREQ=DAILY")
        self.fails(4, "reminder", "add", "Hug", "--when", "weekdays at 8", "--at", "09:00")
        self.fails(4, "reminder", "edit", made["id"], "--when", "Friday at 7pm", "--from", "2026-11-28")
        self.fails(2, "reminder", "add", "Hug", "--when", "weekdays")
        self.fails(2, "reminder", "add", "Hug")

    def test_a_part_of_a_series(self):
        made = self.json("reminder", "add", "Hug", "--at", "20:00", "--repeat", "FREQ=DAILY")
        one = self.json("reminder", "edit", made["id"], "--only", "2026-11-24", "--at", "21:00", "--title", "Long hug")
        self.assertNotEqual(one["id"], made["id"])
        self.assertEqual((one["title"], one["repeat"], one["next"]["local"]), ("Long hug", None, "2026-11-24T21:00"))
        dates = lambda: [o["date"] for o in self.json("reminder", "next", made["id"], "--count", "3")]
        self.assertEqual(dates(), ["2026-11-22", "2026-11-23", "2026-11-25"])
        self.assertEqual(self.json("reminder", "remove", made["id"], "--only", "2026-11-23")["id"], made["id"])
        self.assertEqual(dates(), ["2026-11-22", "2026-11-25", "2026-11-26"])
        later = self.json("reminder", "edit", made["id"], "--following", "2026-11-26", "--when", "weekends at 10")
        self.assertEqual((later["at"], later["from"]), ("10:00", "2026-11-28"))
        self.assertEqual(dates(), ["2026-11-22", "2026-11-25"])
        self.assertEqual(len(self.json("reminder", "list")), 3)
        for _ in range(3):
            self.json("undo")
        self.assertEqual(dates(), ["2026-11-22", "2026-11-23", "2026-11-24"])
        self.assertEqual(len(self.json("reminder", "list")), 1)
        self.assertIn("Removed", self.ok("reminder", "remove", made["id"], "--following", "2026-11-25").out)
        self.assertEqual(dates(), ["2026-11-22", "2026-11-23", "2026-11-24"])
        self.fails(4, "reminder", "edit", made["id"], "--only", "2026-11-22", "--following", "2026-11-22")
        self.fails(4, "reminder", "remove", made["id"], "--only", "2027-01-01")

    def test_done_taken_back(self):
        made = self.json("reminder", "add", "Hug", "--at", "20:00", "--repeat", "FREQ=DAILY")
        self.json("reminder", "done", made["id"])
        self.assertEqual(self.json("reminder", "undone", made["id"])["next"]["date"], "2026-11-22")
        self.fails(4, "reminder", "undone", made["id"])

    def test_one_of_several_a_day(self):
        made = self.json("reminder", "add", "Hug", "--at", "12:00", "--repeat", "FREQ=DAILY;BYHOUR=12,20")
        times = lambda: [o["local"] for o in self.json("reminder", "next", made["id"], "--count", "2")]
        self.json("reminder", "done", made["id"], "--date", "2026-11-23", "--time", "20:00")
        self.json("reminder", "skip", made["id"], "--time", "20:00")
        self.assertEqual(times(), ["2026-11-22T12:00", "2026-11-23T12:00"])
        self.json("reminder", "undone", made["id"], "--time", "20:00")
        self.assertEqual(times(), ["2026-11-22T12:00", "2026-11-22T20:00"])
        self.fails(4, "reminder", "undone", made["id"], "--time", "12:00")
        self.fails(4, "reminder", "done", made["id"], "--time", "13:00")

    def test_when_in_words_for_people(self):
        self.assertIn("Weekdays, 07:45", self.ok("reminder", "add", "Hug", "--when", "weekdays at 07:45").out)
        self.assertIn("Once, on Friday 27 November, 19:00", self.ok("reminder", "add", "Call", "--when", "Friday at 7pm").out)

    def test_snooze(self):
        made = self.json("reminder", "add", "Hug", "--at", "10:00", "--repeat", "FREQ=DAILY")
        self.json("reminder", "snooze", made["id"], "--for", "2h")
        first = self.json("upcoming", "--days", "1")[0]
        self.assertEqual((first["at"], first["snoozed"]), ("2026-11-22T11:00:00+01:00", True))
        self.json("reminder", "snooze", made["id"], "--until", "12:30")
        self.assertEqual(self.json("upcoming", "--days", "1")[0]["at"], "2026-11-22T12:30:00+01:00")
        self.fails(2, "reminder", "snooze", made["id"], "--for", "2h", "--until", "12:30")
        self.fails(4, "reminder", "snooze", made["id"], "--for", "soon")

    def test_a_floating_one_travels(self):
        made = self.json("reminder", "add", "Hug", "--at", "20:00", "--repeat", "FREQ=DAILY")
        there = self.json("reminder", "next", made["id"], "--count", "1", "--zone", "Asia/Tokyo")[0]
        self.assertEqual((there["local"], there["at"]), ("2026-11-22T20:00", "2026-11-22T20:00:00+09:00"))


class Notified(CliTest):
    def test_quiet_hours_across_midnight(self):
        late = self.json("reminder", "add", "Late", "--at", "23:00", "--repeat", "FREQ=DAILY")
        self.json("reminder", "add", "Noon", "--at", "12:00", "--repeat", "FREQ=DAILY")
        quiet = self.json("quiet", "set", "22:00-07:00")
        self.has_fields(quiet, "id start end")
        self.assertEqual(self.json("quiet", "show"), quiet)
        self.assertNotIn(late["id"], [one["id"] for one in self.json("upcoming")])
        self.assertIsNone(self.json("quiet", "off"))
        self.assertIsNone(self.json("quiet", "show"))
        self.assertIn(late["id"], [one["id"] for one in self.json("upcoming")])

    def test_what_comes_together_is_merged(self):
        first = self.json("reminder", "add", "One", "--at", "12:00")
        second = self.json("reminder", "add", "Two", "--at", "12:03")
        upcoming = self.json("upcoming", "--days", "1")
        self.assertEqual([one["id"] for one in upcoming], [first["id"]])
        self.assertEqual([one["id"] for one in upcoming[0]["merged"]], [second["id"]])

    def test_a_budget_and_a_limit(self):
        self.json("reminder", "add", "Often", "--at", "12:00", "--repeat", "FREQ=HOURLY", "--kind", "talk")
        self.assertEqual(self.json("budget", "set", "talk", "3")["talk"], 3)
        self.assertLessEqual(len(self.json("upcoming", "--days", "7")), 6)
        self.assertEqual(len(self.json("upcoming", "--limit", "2")), 2)
        self.assertEqual(self.json("budget", "set", "talk", "default")["talk"], 14)

    def test_day_start(self):
        self.assertEqual(self.json("day-start", "set", "03:00")["day_start"], "03:00")
        self.assertEqual(self.json("day-start", "show")["day_start"], "03:00")
        self.assertEqual(self.json("today", "--now", "2026-11-23T02:00:00+01:00")["date"], "2026-11-22")


class Settings(CliTest):
    def test_nothing_taken_back_comes_again(self):
        self.json("settings", "set", "--theme", "dark", "--own-name", "Anna")
        self.json("undo")
        after = self.json("settings", "set", "--text-scale", "120")
        self.assertNotIn("Anna", after.values())
        self.assertNotIn("dark", after.values())

    def test_what_the_window_keeps(self):
        fresh = self.json("settings", "show")
        self.assertEqual((fresh["own_name"], fresh["theme"], fresh["text_scale"], fresh["lock_after"], fresh["discreet_title"]),
                         (None, "system", 100, None, False))
        changed = self.json("settings", "set", "--own-name", "Mia", "--theme", "dark", "--text-scale", "130", "--clock", "h12",
                            "--week-start", "sunday", "--discreet-title", "yes", "--lock-after", "15")
        self.assertEqual((changed["own_name"], changed["theme"], changed["text_scale"], changed["clock"], changed["week_start"],
                          changed["discreet_title"], changed["lock_after"]), ("Mia", "dark", 130, "h12", "sunday", True, 15))
        self.assertEqual(self.json("settings", "show"), changed)
        self.assertIn("dark", self.ok("settings", "show").out)
        self.assertIsNone(self.json("settings", "set", "--lock-after", "never")["lock_after"])
        self.json("undo")
        self.json("undo")
        self.assertEqual(self.json("settings", "show"), fresh)

    def test_refusals(self):
        for words in (["--theme", "pink"], ["--text-scale", "84"], ["--lock-after", "121"], ["--own-name", "x" * 61],
                      ["--discreet-title", "perhaps"]):
            self.fails(4, "settings", "set", *words)


class Rituals(CliTest):
    def test_life_of_a_ritual(self):
        made = self.json("ritual", "add", "Tea", "--kind", "bedtime", "--at", "22:00", "--minutes", "15", "--step", "Kettle",
                         "--step", "Talk")
        self.assertEqual((made["steps"], made["due_today"], made["done_today"]), (["Kettle", "Talk"], True, False))
        done = self.json("ritual", "done", made["id"])
        self.assertTrue(done["done_today"])
        self.assertTrue(0 < self.json("ritual", "list")[0]["strength"] <= 1)
        rested = self.json("ritual", "rest", made["id"], "--until", "2026-11-30")
        self.assertEqual(rested["resting_until"], "2026-11-30")
        self.assertEqual(self.json("ritual", "show", made["id"])["id"], made["id"])
        self.assertEqual(self.json("ritual", "remove", made["id"])["id"], made["id"])
        self.assertEqual(self.json("ritual", "list"), [])
        self.fails(4, "ritual", "rest", "abcd", "--until", "soon")


    def test_editing_and_taking_back(self):
        made = self.json("ritual", "add", "Tea", "--kind", "bedtime", "--at", "22:00", "--step", "Kettle")
        changed = self.json("ritual", "edit", made["id"], "--title", "Tea at ten", "--when", "every Friday at 10pm", "--minutes", "20",
                            "--no-steps")
        self.assertEqual((changed["title"], changed["repeat"], changed["at"], changed["minutes"], changed["steps"]),
                         ("Tea at ten", "FREQ=WEEKLY;BYDAY=FR", "22:00", 20, []))
        self.json("undo")
        self.assertEqual(self.json("ritual", "show", made["id"]), made)
        self.json("ritual", "done", made["id"])
        self.assertFalse(self.json("ritual", "undone", made["id"])["done_today"])
        self.assertFalse(self.json("ritual", "skip", made["id"])["due_today"])
        self.assertTrue(self.json("ritual", "undone", made["id"])["due_today"])
        self.fails(4, "ritual", "edit", made["id"], "--when", "tomorrow at 9")
        self.fails(4, "ritual", "edit", made["id"], "--when", "every day at 9", "--repeat", "FREQ=DAILY")
        self.fails(4, "ritual", "edit", made["id"], "--when", "every day at 9", "--at", "10:00")

    def test_the_first_day(self):
        made = self.json("ritual", "add", "Tea", "--kind", "other", "--at", "22:00", "--repeat", "FREQ=WEEKLY;INTERVAL=2",
                         "--from", "2026-11-20")
        self.assertFalse(made["due_today"])
        self.assertTrue(self.json("ritual", "show", made["id"], "--now", "2026-12-04T12:00:00+01:00")["due_today"])


class Comfort(CliTest):
    def test_ceilings_are_private_and_kept(self):
        before = self.json("comfort", "show")
        self.has_fields(before, "touch talk time")
        self.assertEqual(self.json("comfort", "set", "touch", "1")["touch"], 1)
        self.json("comfort", "set", "prompt", "2")
        self.json("comfort", "set", "date", "0")
        after = self.json("comfort", "show")
        self.assertEqual((after["touch"], after["talk"], after["time"]), (1, 2, 0))
        self.assertTrue(all(i["comfort"] <= 1 for i in self.json("idea", "list", "--kind", "gesture")))
        self.assertTrue(all(i["comfort"] == 0 for i in self.json("idea", "list", "--kind", "date", "--max-comfort", "6")))


if __name__ == "__main__":
    main()
