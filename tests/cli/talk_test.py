#!/usr/bin/env python3
"""Talk: full wordings, invitations, own cards, favourites, and practice."""

from harness import CliTest, main


class Talk(CliTest):
    def compose(self, request, fact="when we eat in front of the TV"):
        return self.json("say", "compose", "--feeling", "lonely", "--fact", fact, "--need", "closeness", "--request", request)

    def test_composes_three_wordings_and_looks_at_the_request(self):
        made = self.compose("eat at the table tonight")
        self.has_fields(made, "flags gentle wordings request_hint")
        self.assertEqual(len(set(made["wordings"])), 3)
        self.assertEqual(made["wordings"][0], made["gentle"])
        self.assertTrue(all(wording.endswith("?") for wording in made["wordings"]))
        self.assertEqual(made["request_hint"], "none")
        self.assertEqual(self.compose("stop working late")["request_hint"], "negative")
        self.assertEqual(self.compose("be more attentive")["request_hint"], "vague")
        words = self.ok("say", "compose", "--feeling", "lonely", "--fact", "when I call", "--need", "closeness", "--request",
                        "be more attentive").out
        self.assertIn("Or:", words)
        self.assertIn("About the request:", words)
        self.assertIsNone(self.json("undo"), "nothing of it is kept")

    def test_offers_no_wording_where_there_is_fear(self):
        words = self.ok("say", "compose", "--feeling", "afraid of you", "--fact", "when you hit me", "--need", "safety",
                        "--request", "talk").out
        self.assertIn("help crisis", words)
        self.assertNotIn("Or:", words)

    def test_invites_to_a_talk_that_reminds_of_itself(self):
        plan = self.json("say", "invite", "--at", "2026-11-22T20:00", "--about", "the holidays")
        self.assertEqual((plan["title"], plan["state"]), ("Talk: the holidays", "proposed"))
        self.assertEqual([one["title"] for one in self.json("upcoming", "--days", "2")], ["Talk: the holidays"])
        self.assertIn("Can we talk", self.ok("say", "invite", "--at", "2026-11-23T20:00").out)
        self.assertEqual(self.json("plan", "list")[1]["title"], "Time to talk")
        self.fails(4, "say", "invite", "--at", "2026-11-20T20:00")
        self.fails(4, "say", "invite", "--at", "tonight")
        self.fails(2, "say", "invite")

    def test_keeps_cards_of_ones_own(self):
        card = self.json("prompt", "add", "Where do we go when it rains?", "--depth", "3")
        self.has_fields(card, "id deck text depth own favourite")
        self.assertEqual((card["deck"], card["depth"], card["own"]), ("own", 3, True))
        self.assertEqual(self.json("prompt", "draw", "--deck", "own")["id"], card["id"])
        changed = self.json("prompt", "edit", card["id"][:8], "--deck", "play", "--text", "Where to, in the rain?")
        self.assertEqual((changed["deck"], changed["text"], changed["depth"]), ("play", "Where to, in the rain?", 3))
        self.assertEqual([one["id"] for one in self.json("prompt", "cards")], [card["id"]])
        self.assertNotIn(card["id"], [one["id"] for one in self.json("idea", "list")])
        self.json("prompt", "answer", card["id"], "Under the bridge")
        self.assertEqual(self.json("prompt", "answers")[0]["prompt"], card["id"])
        exported = str(self.path / "all.json")
        self.ok("export", "json", exported)
        self.json("prompt", "remove", card["id"])
        self.assertEqual(self.json("prompt", "cards"), [])
        self.ok("undo")
        self.assertEqual(len(self.json("prompt", "cards")), 1)
        self.ok("--home", str(self.path / "other"), "import", exported)
        brought = self.json("--home", str(self.path / "other"), "prompt", "cards")
        self.assertEqual([(one["text"], one["deck"], one["depth"]) for one in brought], [("Where to, in the rain?", "play", 3)])
        for wrong in (["add", ""], ["add", "x" * 201], ["add", "Deck?", "--deck", "weather"], ["add", "Deep?", "--depth", "6"],
                      ["add", "Hidden?", "--deck", "intimacy"]):
            self.fails(4, "prompt", *wrong)
        self.fails(3, "prompt", "remove", "zzzzzz")

    def test_keeps_favourites(self):
        prompt = self.json("prompt", "draw")
        self.assertFalse(prompt["favourite"])
        self.assertTrue(self.json("prompt", "favourite", prompt["id"])["favourite"])
        self.assertEqual([one["id"] for one in self.json("prompt", "favourites")], [prompt["id"]])
        self.json("prompt", "favourite", prompt["id"], "--off")
        self.assertEqual(self.json("prompt", "favourites"), [])

    def test_goes_deeper_where_it_is_asked_to(self):
        for _ in range(4):
            self.assertGreaterEqual(self.json("prompt", "draw", "--min-depth", "4")["depth"], 4)

    def test_practises_answers_and_keeps_nothing(self):
        moments = self.json("say", "practice")
        self.assertGreaterEqual(len(moments), 16)
        for moment in moments:
            self.has_fields(moment, "id category text choices feedback replies")
            self.assertEqual(len(moment["choices"]), len(moment["feedback"]))
        self.assertEqual({one["category"] for one in self.json("say", "practice", "--about", "hard-moment")}, {"hard-moment"})
        self.assertIn("You could also say", self.ok("say", "practice").out)
        self.fails(3, "say", "practice", "--about", "weather")
        self.assertIsNone(self.json("undo"))


if __name__ == "__main__":
    main()
