#!/usr/bin/env python3
"""Plans, ideas, prompts, keepsakes, check-ins, search and gentle starts."""

import datetime

from harness import CliTest, main

ICS = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//test//EN\r
BEGIN:VEVENT\r
UID:1@test\r
DTSTART;TZID=Europe/Berlin:20261123T180000\r
DTEND;TZID=Europe/Berlin:20261123T230000\r
RRULE:FREQ=WEEKLY;COUNT=3\r
SUMMARY:Choir\r
END:VEVENT\r
END:VCALENDAR\r
"""


class Plans(CliTest):
    def add(self, *more):
        return self.json("plan", "add", "Ramen night", "--start", "2026-11-27T19:00", "--for", "2h", *more)

    def test_life_of_a_plan(self):
        plan = self.add("--place", "Kitchen", "--task", "Buy noodles", "--task", "Ask the sitter")
        self.assertEqual([t["number"] for t in plan["tasks"]], [1, 2])
        self.assertEqual(self.json("plan", "accept", plan["id"])["state"], "accepted")
        self.assertTrue(self.json("plan", "task", plan["id"], "1")["tasks"][0]["done"])
        moved = self.json("plan", "move", plan["id"], "--start", "2026-11-28T20:00", "--for", "90m")
        self.assertEqual((moved["start"], moved["minutes"], moved["state"]), ("2026-11-28T20:00", 90, "proposed"))
        self.assertEqual(self.json("plan", "decline", plan["id"])["state"], "declined")
        other = self.add()
        self.assertEqual(self.json("plan", "cancel", other["id"])["state"], "cancelled")
        third = self.add()
        done = self.json("plan", "done", third["id"], "--note", "It was good")
        self.assertEqual((done["state"], done["note"]), ("done", "It was good"))
        self.assertEqual(self.json("plan", "show", third["id"])["note"], "It was good")
        self.assertEqual(len(self.json("plan", "list")), 3)

    def test_small_edits_of_a_plan(self):
        plan = self.add("--task", "Buy noodles")
        changed = self.json("plan", "edit", plan["id"], "--title", "Ramen", "--place", "Kitchen", "--for", "90m")
        self.assertEqual((changed["title"], changed["place"], changed["minutes"], changed["start"]),
                         ("Ramen", "Kitchen", 90, plan["start"]))
        titles = lambda shown: [(t["number"], t["title"], t["done"]) for t in shown["tasks"]]
        self.assertEqual(titles(self.json("plan", "task-add", plan["id"], "Ask the sitter")),
                         [(1, "Buy noodles", False), (2, "Ask the sitter", False)])
        self.json("plan", "task", plan["id"], "2")
        self.assertFalse(self.json("plan", "task-undone", plan["id"], "2")["tasks"][1]["done"])
        self.assertEqual(titles(self.json("plan", "task-remove", plan["id"], "1")), [(2, "Ask the sitter", False)])
        self.fails(3, "plan", "task-remove", plan["id"], "1")
        self.assertEqual(self.json("plan", "remove", plan["id"])["id"], plan["id"])
        self.fails(3, "plan", "show", plan["id"])
        self.assertEqual(self.json("history")[0]["name"], "remove plan 'Ramen'")

    def test_free_time_beside_plans_and_calendars(self):
        def days(*more):
            slots = self.json("plan", "free", "--days", "7", *more)
            for slot in slots:
                self.has_fields(slot, "start end")
            return [slot["start"][:10] for slot in slots]
        self.assertEqual(len(days()), 7)
        self.add()
        self.assertNotIn("2026-11-27", days("--length", "3h"))
        calendar = self.path / "c.ics"
        calendar.write_text(ICS, newline="")
        self.assertNotIn("2026-11-23", days("--calendar", calendar))
        slots = self.json("plan", "free", "--days", "1", "--between", "08:00-12:00", "--length", "1h")
        self.assertEqual(slots[0]["start"], "2026-11-22T09:00:00+01:00")
        calendar.write_text("no calendar")
        self.fails(4, "plan", "free", "--calendar", calendar)

    def test_an_idea_becomes_a_plan(self):
        idea = self.json("idea", "draw", "--kind", "date")
        self.assertEqual(self.add("--idea", idea["id"])["idea"], idea["id"])
        self.fails(3, "plan", "add", "x", "--start", "2026-11-27T19:00", "--idea", "date.nothing.here")


    def test_an_idea_brings_its_tasks_and_its_list(self):
        trip = self.json("plan", "add", "Away", "--start", "2026-12-12T14:00", "--idea", "getaway.night.swap-keys")
        self.assertEqual([(t["title"], t["due"]) for t in trip["tasks"]],
                         [("Agree on the night with your friends", "2026-11-28"),
                          ("Write the page on what the house gets up to", "2026-12-10"),
                          ("Clean sheets, and a supper in the oven dish", "2026-12-11")])
        self.assertEqual([(i["title"], i["done"]) for i in trip["shopping"]],
                         [("clean sheets", False), ("a supper to leave", False), ("spare keys", False)])
        coming = [(u["at"][:16], u["title"]) for u in self.json("upcoming", "--days", "30")]
        self.assertIn(("2026-11-28T10:00", "Away: Agree on the night with your friends"), coming)
        self.assertIn(("2026-12-11T19:00", "Tomorrow: Away"), coming)
        self.assertIn(("2026-12-12T13:00", "Away"), coming)
        moved = self.json("plan", "move", trip["id"], "--start", "2026-12-19T14:00")
        self.assertEqual(moved["tasks"][0]["due"], "2026-12-05")
        bare = self.json("plan", "add", "x", "--start", "2026-12-12T14:00", "--idea", "getaway.night.swap-keys", "--bare")
        self.assertEqual((bare["tasks"], bare["shopping"], bare["minutes"]), ([], [], 120))

    def test_the_list_is_ticked_and_printed(self):
        plan = self.add("--item", "noodles", "--item", "eggs", "--task", "Ask the sitter")
        self.assertIsNone(plan["tasks"][0]["due"])
        ticked = self.json("plan", "item", plan["id"], "1")
        self.assertEqual([i["done"] for i in ticked["shopping"]], [True, False])
        self.json("plan", "item-add", plan["id"], "miso")
        self.assertEqual(self.ok("plan", "shopping", plan["id"]).out, "eggs\nmiso\n")
        self.assertEqual([i["title"] for i in self.json("plan", "shopping", plan["id"])], ["eggs", "miso"])
        self.json("plan", "item-undone", plan["id"], "1")
        self.json("plan", "item-remove", plan["id"], "2")
        self.assertEqual([i["number"] for i in self.json("plan", "shopping", plan["id"])], [1, 3])
        self.fails(3, "plan", "item", plan["id"], "2")

    def test_a_task_has_a_day_that_moves_along(self):
        plan = self.add()
        self.assertEqual(self.json("plan", "task-add", plan["id"], "Book", "--due", "2026-11-24")["tasks"][0]["due"],
                         "2026-11-24")
        self.fails(4, "plan", "task-add", plan["id"], "Late", "--due", "2026-11-28")
        self.json("plan", "move", plan["id"], "--start", "2026-11-29T19:00")
        self.assertEqual(self.json("plan", "show", plan["id"])["tasks"][0]["due"], "2026-11-26")
        self.assertIn("by Thu 26 Nov", self.ok("plan", "show", plan["id"]).out)

    def test_a_date_is_told_the_evening_and_the_hour_before_as_chosen(self):
        plan = self.add()
        told = lambda: [u["at"][:16] for u in self.json("upcoming", "--days", "14")]
        self.assertEqual(told(), ["2026-11-26T19:00", "2026-11-27T18:00"])
        chosen = self.json("notifications", "set", "--evening-before", "no")
        self.assertEqual((chosen["evening_before"], chosen["hour_before"], chosen["task_days"]), (False, True, True))
        self.assertEqual(told(), ["2026-11-27T18:00"])
        self.json("notifications", "set", "--evening-before", "yes", "--hour-before", "no")
        self.assertEqual(told(), ["2026-11-26T19:00"])
        self.json("plan", "cancel", plan["id"])
        self.assertEqual(told(), [])

    def test_calling_off_offers_words_and_again_makes_a_new_plan(self):
        plan = self.add("--item", "noodles")
        text = self.ok("plan", "cancel", plan["id"]).out
        self.assertIn("nobody sends it for you", text)
        again = self.json("plan", "again", plan["id"], "--start", "2026-12-04T19:00")
        self.assertNotEqual(again["id"], plan["id"])
        self.assertEqual((again["title"], again["state"], again["shopping"][0]["title"]), ("Ramen night", "proposed", "noodles"))


class Ideas(CliTest):
    def test_every_metadatum_narrows(self):
        cases = {("--setting", "outdoor"): lambda i: i["setting"] in ("outdoor", "either"),
                 ("--weather", "rain"): lambda i: i["weather"] in ("any", "rain"),
                 ("--daylight", "night"): lambda i: i["daylight"] in ("any", "night"),
                 ("--time", "morning"): lambda i: "morning" in i["time_of_day"],
                 ("--max-travel", "15"): lambda i: i["travel_minutes"] <= 15,
                 ("--max-lead", "0"): lambda i: i["lead_days"] == 0,
                 ("--nothing-needed",): lambda i: not i["materials"],
                 ("--new",): lambda i: i["novelty"] >= 2,
                 ("--max-noise", "quiet"): lambda i: i["noise"] == "quiet",
                 ("--step-free",): lambda i: i["step_free"]}
        everything = len(self.json("idea", "list", "--kind", "date"))
        for option, holds in cases.items():
            found = self.json("idea", "list", "--kind", "date", *option)
            self.assertTrue(0 < len(found) < everything, option)
            self.assertTrue(all(holds(idea) for idea in found), option)

    def test_what_comes_near_is_said(self):
        wishes = ["idea", "list", "--kind", "date", "--out", "--kids", "asleep", "--weather", "snow"]
        self.assertEqual(self.json(*wishes), [])
        self.assertGreater(len(self.json(*wishes, "--near")), 0)
        self.assertIn("These come near; left out:", self.ok(*wishes, "--near").out)

    def test_a_cooking_evening_says_who_does_what(self):
        idea = self.json("idea", "show", "cooking.quick.onigiri")
        self.assertLessEqual({step["who"] for step in idea["steps"]}, {"one", "other", "both"})
        self.assertEqual(idea["timeline"], [])
        boat = self.json("idea", "show", "getaway.weekend.narrowboat")
        self.assertEqual(boat["timeline"][0], {"days_before": 120, "text":
                         "Hire the boat, and ask for a lift or wide doors if you need them"})

    def test_filters(self):
        everything = self.json("idea", "list")
        self.assertLessEqual({i["kind"] for i in everything}, {"date", "cooking", "getaway", "gesture"})
        self.assertTrue(all(i["kind"] == "cooking" for i in self.json("idea", "list", "--kind", "cooking")))
        self.assertTrue(all(i["minutes"] <= 30 for i in self.json("idea", "list", "--max-minutes", "30")))
        self.assertTrue(all(i["afar"] for i in self.json("idea", "list", "--kind", "date", "--afar")))
        for more in (["--out"], ["--season", "winter"], ["--kids", "asleep"], ["--search", "a"]):
            self.json("idea", "list", *more)

    def test_nothing_comes_twice_while_unseen_ones_remain(self):
        cooking = self.json("idea", "list", "--kind", "cooking")
        drawn = [self.json("idea", "draw", "--kind", "cooking")["id"] for _ in range(min(len(cooking), 12))]
        self.assertEqual(len(set(drawn)), len(drawn))
        self.fails(3, "idea", "draw", "--search", "qqqqqq")

    def test_a_seed_gives_the_same(self):
        one = self.json("--home", self.path / "a", "idea", "draw", "--seed", "7")
        two = self.json("--home", self.path / "b", "idea", "draw", "--seed", "7")
        self.assertEqual(one["id"], two["id"])

    def test_own_ideas_and_marks(self):
        own = self.json("idea", "add", "Map evening", "--text", "Pins", "--kind", "date", "--cost", "free", "--minutes", "45",
                        "--home", "--comfort", "1", "--afar")
        self.assertEqual((own["title"], own["kind"], own["cost"], own["minutes"], own["place"], own["comfort"], own["own"]),
                         ("Map evening", "date", "free", 45, "home", 1, True))
        self.assertEqual(self.json("idea", "show", own["id"][:6])["id"], own["id"])
        self.assertEqual(self.json("idea", "mark", own["id"], "yes")["mark"], "yes")
        self.json("idea", "mark", own["id"], "hide")
        self.assertNotIn(own["id"], [i["id"] for i in self.json("idea", "list")])


class Prompts(CliTest):
    def test_draw_and_answer(self):
        decks = self.json("prompt", "decks")
        self.has_fields(decks[0], "name prompts least_depth most_depth")
        prompt = self.json("prompt", "draw", "--deck", decks[0]["name"], "--max-depth", "5")
        self.has_fields(prompt, "id deck text depth")
        self.assertEqual(prompt["deck"], decks[0]["name"])
        answer = self.json("prompt", "answer", prompt["id"], "The one with the boat")
        self.has_fields(answer, "id at prompt text")
        self.assertEqual(self.json("prompt", "answers"), [answer])
        self.fails(3, "prompt", "answer", self.json("idea", "draw")["id"], "x")


class Keepsakes(CliTest):
    def test_memories_and_appreciation(self):
        memory = self.json("memory", "add", "The lake\nand the rain", "--date", "2020-05-01")
        self.assertEqual((memory["date"], memory["text"]), ("2020-05-01", "The lake\nand the rain"))
        self.assertEqual(self.json("memory", "list"), [memory])
        noted = self.json("appreciate", "You made tea")
        self.has_fields(noted, "id at text")
        self.assertEqual(self.json("appreciation", "list"), [noted])
        hits = self.json("search", "LAKE rain")
        self.has_fields(hits[0], "id kind title")
        self.assertEqual(hits[0]["id"], memory["id"])
        self.assertEqual(self.json("search", "nowhere"), [])

    def test_changing_and_removing(self):
        self.assertIsNone(self.json("memory", "reminisce"))
        self.assertIsNone(self.json("appreciation", "open"))
        noticed = self.json("appreciate", "You warmed the car")
        self.assertEqual(self.json("appreciation", "open"), noticed)
        memory = self.json("memory", "add", "The lake", "--date", "2026-08-01")
        together = self.json("memory", "reminisce")
        self.assertEqual((together["memory"], len(together["questions"])), (memory, 2))
        self.assertEqual(self.json("memory", "reminisce", memory["id"]), together)
        self.fails(3, "memory", "reminisce", "zzzzzz")
        changed = self.json("memory", "edit", memory["id"], "--text", "The lake at night", "--date", "2026-08-02")
        self.assertEqual((changed["id"], changed["text"], changed["date"]), (memory["id"], "The lake at night", "2026-08-02"))
        self.fails(4, "memory", "edit", memory["id"], "--text", " ")
        self.assertEqual(self.json("memory", "remove", memory["id"]), changed)
        self.assertEqual(self.json("memory", "list"), [])
        self.fails(3, "memory", "remove", memory["id"])
        self.json("undo")
        self.assertEqual(self.json("memory", "list"), [changed])
        noted = self.json("appreciate", "You waited")
        self.assertEqual(self.json("appreciation", "remove", noted["id"]), noted)
        self.assertEqual(self.json("appreciation", "list"), [noticed])
        prompt = self.json("prompt", "draw", "--seed", "1")
        answer = self.json("prompt", "answer", prompt["id"], "Ours")
        self.assertEqual(self.json("prompt", "forget", answer["id"]), answer)
        self.assertEqual(self.json("prompt", "answers"), [])

    def test_words_that_look_like_syntax(self):
        for text in ("[x]", "{}", "%%", "a,b", "[a,b]", "-", "memory", "add", "++", "=", "\\n", "'", '"', "💛 ключ 日本"):
            self.assertEqual(self.json("memory", "add", text)["text"], text)
        for text in ("--json", "-5 degrees", "--", "--home=x"):
            self.assertEqual(self.ok("--json", "memory", "add", "--date", "2020-01-01", "--", text).json["text"], text)
        self.assertEqual(self.json("checkin", "add", "--valence", "1", "--energy", "1", "--note", "--json")["note"], "--json")


class CheckIns(CliTest):
    def test_all_of_a_check_in(self):
        made = self.json("checkin", "add", "--valence", "-4", "--energy=-3", "--feeling", "tired", "--feeling", "far away",
                         "--note", "Long week", "--need", "a quiet hour", "--share", "mood", "--at", "2026-11-21T22:00")
        self.assertEqual((made["valence"], made["energy"], made["feelings"], made["note"], made["need"], made["share"]),
                         (-4, -3, ["tired", "far away"], "Long week", "a quiet hour", "mood"))
        self.assertEqual(made["at"], "2026-11-21T22:00:00+01:00")
        later = self.json("checkin", "add", "--valence", "+1", "--energy", "0")
        self.assertEqual([c["id"] for c in self.json("checkin", "list")], [made["id"], later["id"]])
        self.assertEqual([c["id"] for c in self.json("checkin", "list", "--to", "2026-11-21")], [made["id"]])
        self.assertEqual([c["id"] for c in self.json("checkin", "list", "--from", "2026-11-22")], [later["id"]])

    def test_removing_one(self):
        made = self.json("checkin", "add", "--valence", "2", "--energy", "0", "--share", "all")
        self.assertEqual(self.json("checkin", "remove", made["id"])["id"], made["id"])
        self.assertEqual(self.json("checkin", "list"), [])
        self.fails(3, "checkin", "remove", made["id"])
        self.json("undo")
        self.assertEqual(self.json("checkin", "list"), [made])

    def test_looking_at_one_and_sharing_it_later(self):
        made = self.json("checkin", "add", "--valence", "2", "--energy", "0", "--note", "tea")
        self.assertEqual(self.json("checkin", "show", made["id"]), made)
        self.assertEqual(self.json("checkin", "share", made["id"], "mood"), {**made, "share": "mood"})
        self.assertEqual(self.json("history")[0]["action"], "change sharing of check-in")
        self.assertIn("can't be called back", self.ok("checkin", "share", made["id"], "none").out)
        self.assertEqual(self.json("checkin", "show", made["id"]), made)
        self.fails(2, "checkin", "share", made["id"])
        self.fails(4, "checkin", "share", made["id"], "some")
        self.fails(3, "checkin", "share", "zzzzzz", "all")

    def test_trend_by_weekday_hour_and_mood(self):
        self.json("checkin", "add", "--valence", "2", "--energy", "-1", "--at", "2026-11-20T08:30")  # a Friday
        self.json("checkin", "add", "--valence", "4", "--energy", "-1", "--at", "2026-11-20T08:40")
        week = self.json("trend", "--by", "weekday")
        self.has_fields(week, "by weeks checkins cells sentences")
        self.assertEqual((week["by"], week["weeks"], week["checkins"], week["sentences"]), ("weekday", 52, 2, []))
        self.assertEqual(week["cells"][4], {"weekday": "friday", "checkins": 2, "valence": 3.0, "energy": -1.0})
        self.assertEqual(week["cells"][0], {"weekday": "monday", "checkins": 0, "valence": None, "energy": None})
        hours = self.json("trend", "--by", "hour", "--weeks", "8")["cells"]
        self.assertEqual((len(hours), hours[8]["checkins"], hours[8]["valence"]), (24, 2, 3.0))
        moods = self.json("trend", "--by", "mood")
        self.assertEqual(moods["cells"], [{"valence": 2, "energy": -1, "checkins": 1}, {"valence": 4, "energy": -1, "checkins": 1}])
        self.assertIn("Friday".lower(), self.ok("trend", "--by", "weekday").out)
        self.assertIn("sentences", self.ok("help", "trend").out)
        self.fails(4, "trend", "--by", "year")

    def test_a_sentence_where_the_data_carry_it(self):
        for week in range(14):
            for day in range(7):
                date = datetime.date(2026, 8, 17) + datetime.timedelta(days=7 * week + day)
                if date > datetime.date(2026, 11, 21):
                    continue
                calm = day == 6
                self.ok("checkin", "add", "--valence", "3" if calm else str(day % 2), "--energy", "-3" if calm else "1",
                        "--at", f"{date}T18:00")
        said = self.json("trend", "--by", "weekday")["sentences"]
        self.assertEqual([s["text"] for s in said if s["weekday"] == "sunday"], ["Sundays tend to be calmer than your other days."])
        self.assertEqual(self.json("trend", "--by", "hour")["sentences"], [])

    def test_trend_and_drift(self):
        weeks = self.json("trend", "--weeks", "3")
        self.assertEqual(len(weeks), 3)
        self.has_fields(weeks[0], "week checkins valence energy baseline")
        self.assertIsNone(self.json("drift")["notice"])


class Say(CliTest):
    def test_check(self):
        text = "Über alles: you never listen to me"
        flags = self.json("say", "check", text)["flags"]
        self.assertEqual(len(flags), 1)
        found = text.encode()[flags[0]["start"]:flags[0]["start"] + flags[0]["length"]].decode()
        self.assertIn("never", found)
        self.assertEqual(self.json("say", "check", "I miss you. Can we talk?"),
                         {"flags": [], "gentle": "I miss you. Can we talk?"})
        self.assertFalse(self.home.exists())

    def test_compose(self):
        made = self.json("say", "compose", "--feeling", "lonely", "--fact", "we eat with the phones on the table", "--need",
                         "closeness", "--request", "put the phones away at dinner")
        self.assertEqual(made["flags"], [])
        self.assertIn("lonely", made["gentle"])
        self.assertTrue(made["gentle"].endswith("?"))
        self.fails(4, "say", "compose", "--feeling", "", "--fact", "x", "--need", "y", "--request", "z")
        self.fails(2, "say", "compose", "--feeling", "lonely")


    def test_replies(self):
        everything = self.json("say", "replies")
        self.has_fields(everything[0], "id situation text")
        self.assertEqual(list(dict.fromkeys(r["situation"] for r in everything)), ["apology", "pause", "validation", "good-news"])
        pauses = self.json("say", "replies", "--situation", "pause")
        self.assertEqual(pauses, [r for r in everything if r["situation"] == "pause"])
        self.assertTrue(self.ok("say", "replies", "--situation", "pause").out.startswith("pause\n  "))
        self.fails(3, "say", "replies", "--situation", "winning")


class Expand(CliTest):
    def expand(self, *words):
        return self.json("expand", *words)

    def test_windows_and_limits(self):
        self.assertEqual(len(self.expand("--start", "2026-01-01T08:00", "--rule", "FREQ=DAILY", "--limit", "5")), 5)
        self.assertEqual(len(self.expand("--start", "2026-01-01T08:00", "--rule", "FREQ=DAILY")), 1000)
        self.assertEqual(len(self.expand("--start", "2026-01-01T08:00", "--rule", "FREQ=DAILY;COUNT=1500")), 1500)
        window = self.expand("--start", "2026-01-01T08:00", "--rule", "FREQ=DAILY", "--from", "2026-02-01", "--to", "2026-02-03")
        self.assertEqual([one["local"] for one in window], ["2026-02-01T08:00", "2026-02-02T08:00"])
        self.assertEqual(self.expand("--start", "2026-02-28", "--rule", "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30"), [])

    def test_gap_and_overlap(self):
        autumn = self.expand("--start", "2026-10-25T02:30", "--rule", "FREQ=DAILY;COUNT=1", "--zone", "Europe/Berlin")
        self.assertEqual(autumn[0]["utc"], "2026-10-25T00:30:00Z")
        self.fails(4, "expand", "--start", "2026-10-25T02:30", "--rule", "FREQ=DAILY", "--zone", "Nowhere")
        self.assertFalse(self.home.exists())


if __name__ == "__main__":
    main()
