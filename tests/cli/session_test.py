#!/usr/bin/env python3
"""A session of use, as a person would expect it, with and without --json."""

from harness import CliTest, main

TODAY = "date zone affection reminders rituals checkin prompt next_plan on_this_day notices"


class Session(CliTest):
    def test_a_first_day(self):
        reminder = self.json("reminder", "add", "Hug before work", "--at", "07:45", "--repeat",
                             "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", "--cue", "when I put on my shoes", "--kind", "affection")
        self.has_fields(reminder, "id title at repeat from cue kind zone window for paused next")
        self.assertEqual(reminder["at"], "07:45")
        self.assertEqual(reminder["kind"], "affection")
        self.assertEqual(reminder["cue"], "when I put on my shoes")
        self.assertIsNone(reminder["zone"])
        self.assertEqual(reminder["next"]["local"], "2026-11-23T07:45")
        self.assertEqual(reminder["next"]["at"], "2026-11-23T07:45:00+01:00")

        mood = self.json("checkin", "add", "--valence", "2", "--energy", "-1", "--feeling", "calm", "--note", "Slow Sunday")
        self.has_fields(mood, "id at zone valence energy feelings note need share by")
        self.assertEqual((mood["valence"], mood["energy"], mood["feelings"]), (2, -1, ["calm"]))
        self.assertEqual((mood["share"], mood["by"], mood["zone"]), ("none", "me", "Europe/Berlin"))
        self.assertEqual(mood["at"], "2026-11-22T09:00:00+01:00")

        ritual = self.json("ritual", "add", "Tea at ten", "--kind", "bedtime", "--at", "22:00", "--minutes", "15")
        self.has_fields(ritual, "id title kind at repeat minutes steps strength")
        self.assertEqual((ritual["kind"], ritual["at"], ritual["minutes"]), ("bedtime", "22:00", 15))

        idea = self.json("idea", "draw", "--home", "--max-minutes", "90", "--max-cost", "low")
        self.has_fields(idea, "id title text kind minutes cost place comfort last_shown")
        self.assertLessEqual(idea["minutes"], 90)
        self.assertIn(idea["cost"], ("free", "low"))
        self.assertEqual(idea["place"], "home")

        plan = self.json("plan", "add", "Ramen night", "--start", "2026-11-27T19:00", "--zone", "Europe/Berlin", "--for",
                         "2h", "--task", "Buy noodles")
        self.has_fields(plan, "id title start zone at utc end minutes state idea place tasks note")
        self.assertEqual(plan["utc"], "2026-11-27T18:00:00Z")
        self.assertEqual(plan["at"], "2026-11-27T19:00:00+01:00")
        self.assertEqual(plan["end"], "2026-11-27T21:00:00+01:00")
        self.assertEqual(plan["state"], "proposed")
        self.assertEqual([t["title"] for t in plan["tasks"]], ["Buy noodles"])

        upcoming = self.json("upcoming", "--days", "7")
        self.assertLessEqual(len(upcoming), 60)
        for one in upcoming:
            self.has_fields(one, "at id title kind merged")
        self.assertIn(reminder["id"], [one["id"] for one in upcoming])
        self.assertEqual([one["at"] for one in upcoming], sorted(one["at"] for one in upcoming))

        today = self.json("today")
        self.has_fields(today, TODAY)
        self.assertEqual((today["date"], today["zone"]), ("2026-11-22", "Europe/Berlin"))
        self.assertEqual([r["title"] for r in today["rituals"]], ["Tea at ten"])
        self.assertEqual(today["checkin"]["id"], mood["id"])
        self.assertEqual(today["next_plan"]["id"], plan["id"])

        undone = self.json("undo")
        self.assertEqual((undone["id"], undone["undone"], undone["kind"]), (plan["id"], True, "plan"))
        self.assertEqual(self.json("plan", "list"), [])
        history = self.json("history")
        self.has_fields(history[0], "id at action name title kind undone")
        self.assertTrue(history[0]["undone"])
        self.assertEqual([one["kind"] for one in history], ["plan", "ritual", "check-in", "reminder"])

        shifted = self.json("expand", "--start", "2027-03-13T02:30", "--zone", "America/New_York", "--rule",
                            "FREQ=DAILY;COUNT=3")
        self.assertEqual([one["utc"] for one in shifted],
                         ["2027-03-13T07:30:00Z", "2027-03-14T07:30:00Z", "2027-03-15T06:30:00Z"])
        self.assertEqual([one["local"] for one in shifted],
                         ["2027-03-13T02:30", "2027-03-14T03:30", "2027-03-15T02:30"])

        text = "You never listen to me and you're always on your phone"
        said = self.json("say", "check", text)
        self.assertTrue(said["flags"])
        for flag in said["flags"]:
            self.has_fields(flag, "start length kind suggestion")
            self.assertLessEqual(flag["start"] + flag["length"], len(text.encode()))
        self.assertTrue(said["gentle"])

        backup = self.path / "k.backup"
        self.json("backup", backup)
        other = self.path / "other"
        self.json("--home", other, "restore", backup)
        there = self.json("--home", other, "today")
        self.assertEqual([r["id"] for r in there["rituals"]], [ritual["id"]])
        self.assertEqual(there["checkin"]["id"], mood["id"])

    def test_the_same_for_people(self):
        self.assertIn("Sunday, 22 November 2026", self.ok("today").out)
        added = self.ok("reminder", "add", "Hug before work", "--at", "07:45", "--repeat", "FREQ=DAILY")
        self.assertIn("Hug before work", added.out)
        self.assertIn("tomorrow 07:45", added.out)
        self.ok("checkin", "add", "--valence", "2", "--energy", "-1")
        self.ok("ritual", "add", "Tea at ten", "--kind", "bedtime", "--at", "22:00")
        for words in (["today"], ["upcoming"], ["history"], ["trend"], ["drift"], ["reminder", "list"], ["ritual", "list"],
                      ["plan", "list"], ["plan", "free"], ["prompt", "decks"], ["comfort", "show"], ["budget", "show"],
                      ["quiet", "show"], ["memory", "list"], ["appreciation", "list"], ["prompt", "answers"],
                      ["idea", "list"], ["search", "hug"], ["doctor"], ["lock", "status"]):
            ran = self.ok(*words)
            self.assertTrue(ran.out.endswith("\n"), words)
            self.assertNotIn("\x1b", ran.out, words)
        self.assertIn("Undone", self.ok("undo").out)

    def test_without_a_command_it_shows_today(self):
        ran = self.ok()
        self.assertIn("Sunday, 22 November 2026", ran.out)
        self.assertRegex(ran.err, r"\Akindling: [^\n]+\n\Z")

    def test_undo_at_the_beginning_is_null(self):
        self.assertIsNone(self.json("undo"))
        self.assertEqual(self.ok("undo").out, "Nothing to undo.\n")
        self.assertEqual(self.json("history"), [])

    def test_undo_goes_back_step_by_step(self):
        first = self.add_hug()
        second = self.json("memory", "add", "The rain at the lake", "--date", "2024-11-22")
        self.assertEqual(self.json("today")["on_this_day"][0]["id"], second["id"])
        self.assertEqual(self.json("undo")["id"], second["id"])
        self.assertEqual(self.json("undo")["id"], first["id"])
        self.assertIsNone(self.json("undo"))
        self.assertEqual(self.json("reminder", "list"), [])

    def test_two_zones_one_plan(self):
        self.json("plan", "add", "Call", "--start", "2026-11-27T19:00", "--zone", "America/New_York")
        plan = self.json("--zone", "Asia/Tokyo", "plan", "list")[0]
        self.assertEqual((plan["start"], plan["zone"]), ("2026-11-27T19:00", "America/New_York"))
        self.assertEqual((plan["at"], plan["utc"]), ("2026-11-28T09:00:00+09:00", "2026-11-28T00:00:00Z"))


if __name__ == "__main__":
    main()
