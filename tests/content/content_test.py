"""Judges the words of assets/content: what its README promises beyond the form of each field, which is checked while
Kindling is built.

    python3 tests/content/content_test.py                    all of it
    python3 tests/content/content_test.py --only prompt.play what is wrong with the pieces whose id starts so
"""
import collections
import itertools
import json
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CONTENT = ROOT / "assets" / "content"

# How many of each there are at least.
DUE = {
    "prompt.daily-life": 200, "prompt.inner-world": 200, "prompt.dreams": 150, "prompt.memories": 150,
    "prompt.play": 150, "prompt.appreciation": 120, "prompt.home": 100, "prompt.stress": 80, "prompt.intimacy": 50,
    "gesture.words": 80, "gesture.care": 80, "gesture.touch": 60, "gesture.surprise": 40, "gesture.afar": 40,
    "date.home": 130, "date.out": 130, "date.novel": 60, "date.nature": 40, "date.afar": 40,
    "cooking": 60, "getaway": 40, "ritual": 60, "reply": 80, "start": 100, "article": 40,
    "rung.beside": 15, "rung.hands": 15, "rung.arms": 15, "rung.faces": 15, "rung.resting": 15, "rung.skin": 15,
    "rung.whole": 15, "session.four-first-steps": 28, "session.small-touches": 21,
    "practice.good-news": 8, "practice.hard-moment": 8,
}

# A near duplicate shares half of its three-word runs (Jaccard index of title and text), or seven in ten of the words
# that carry meaning where there are four of them or more.
MOST_RUNS_SHARED = 0.5
MOST_WORDS_SHARED = 0.7

# No more of a kind than one in 33 opens with the same two words.
LARGEST_OPENING_SHARE = 0.03

# Flesch-Kincaid grades (Kincaid et al. 1975): the median of each kind, and of any one text of forty words or more.
HIGHEST_MEDIAN_GRADE = 7.0
HIGHEST_GRADE = 11.0
LONGEST_SENTENCE = 40  # words

WHO_THEY_ARE = """he she him his her hers himself herself man men woman women boy girl boys girls guy guys lady ladies
gentleman gentlemen husband wife spouse fiancé fiancée married boyfriend girlfriend mother father mum mom dad son
daughter brother sister king queen waitress actress housewife manly feminine masculine""".split()

CLINIC_AND_SELF_HELP = """trauma|traumatic|toxic|triggered|boundaries|attachment|avoidant|codependent|narcissist
|narcissistic|therapy|disorder|symptom|symptoms|dysfunction|dysfunctional|diagnosis|pathological|libido|foreplay
|intercourse|bonding|deepen|vulnerability|mindful|mindfulness|self care|inner child|validate|validated|empower|holistic
|wellness|journey|soulmate|soulmates|better half|love language|love languages|quality time|reconnect|affirmation
|affirmations|gratitude|communicate|communication|communicating|relationship goals""".replace("\n", "").split("|")

PRESSURE_AND_BABY_TALK = """hubby|wifey|bae|sweetie|cuddle bug|snuggle bunny|honey bunny|date nite|you owe them
|earn a kiss|reward them|make them|whether they like it or not|don't take no|prove that you love|if you loved"""
PRESSURE_AND_BABY_TALK = PRESSURE_AND_BABY_TALK.replace("\n", "").split("|")

# An article may say when to see someone; a harsh start is harsh.
FREE_OF_CLINIC_RULE = ("article.help",)

EMPTY_WORDS = set("""a an the and or but if of to in on at by for with from as is are was were be been do does did have
has had it its that this these those you your yours me my mine i we us our they them their what which who when where how
why would will could can one ones each other than then so no not any some there into out up down about just only still
yet even more most most very all both two tell say make made get goes go let's""".split())


def load():
    items = []
    for path in sorted(CONTENT.rglob("*.json")):
        document = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(document, dict) or document.get("kind") not in {due.split(".")[0] for due in DUE}:
            continue
        for item in document["items"]:
            items.append({**item, "kind": document["kind"], "file": path.relative_to(CONTENT).as_posix()})
    return items


ITEMS = load()


def words(text):
    return re.findall(r"[\w]+(?:'\w+)*", text.lower())


def seen_text(item):
    """Everything a reader sees of it but the harsh example."""
    parts = [item["title"], item["text"], item.get("cue", ""), item.get("ahead", "")]
    for field in ("steps", "materials", "body", "timeline", "choices", "feedback", "replies"):
        parts += [entry["text"] if isinstance(entry, dict) else entry for entry in item.get(field, [])]
    parts += [item.get(field, "") for field in ("feeling", "fact", "need", "request")]
    return " . ".join(parts)


def syllables(word):
    groups = len(re.findall(r"[aeiouyà-ÿ]+", word))
    if word.endswith("e") and not word.endswith(("le", "ee")) and groups > 1:
        groups -= 1
    return max(groups, 1)


def sentences(text):
    return [sentence for sentence in (words(part) for part in re.split(r"[.?:;](?:\s|$)", text)) if sentence]


def grade(text):
    parts = sentences(text)
    count = sum(len(part) for part in parts)
    if not count:
        return 0.0
    return 0.39 * count / len(parts) + 11.8 * sum(syllables(word) for part in parts for word in part) / count - 15.59


def sayers(phrases, items, text_of=seen_text):
    found = []
    for item in items:
        text = f" {' '.join(words(text_of(item).replace('-', ' ')))} "
        found += [f"{item['id']}: {phrase}" for phrase in phrases if f" {phrase} " in text]
    return found


def runs_of(item):
    said = words(f"{item['title']} {item['text']}")
    return {tuple(said[i:i + 3]) for i in range(len(said) - 2)}


def meaning_of(item):
    return {word for word in words(f"{item['title']} {item['text']}") if word not in EMPTY_WORDS}


def close_pairs(sets, least_shared, least_size=1):
    """Pairs (id, id, share) with a Jaccard index of `least_shared` or more, found by what they have in common."""
    holders = collections.defaultdict(list)
    shared = collections.Counter()
    for name, members in sets.items():
        if len(members) < least_size:
            continue
        for member in members:
            if len(holders[member]) < 400:
                shared.update((other, name) for other in holders[member])
                holders[member].append(name)
    pairs = []
    for (one, other), count in shared.items():
        index = count / (len(sets[one]) + len(sets[other]) - count)
        if index >= least_shared:
            pairs.append(f"{other} and {one} ({index:.2f})")
    return pairs


def by(key, items):
    groups = collections.defaultdict(list)
    for item in items:
        groups[key(item)].append(item)
    return groups


class ContentTest(unittest.TestCase):
    maxDiff = None

    def test_there_are_as_many_as_are_due(self):
        counts = collections.Counter()
        for item in ITEMS:
            counts[item["kind"]] += 1
            counts[f"{item['kind']}.{item['category']}"] += 1
        short = {due: counts[due] for due, least in DUE.items() if counts[due] < least}
        self.assertEqual(short, {}, "fewer than are due")

    def test_each_lies_in_the_file_of_its_category(self):
        wrong = [item["id"] for item in ITEMS if pathlib.PurePath(item["file"]).stem != item["category"]]
        self.assertEqual(wrong, [])

    def test_ids_are_unique(self):
        counts = collections.Counter(item["id"] for item in ITEMS)
        self.assertEqual([name for name, count in counts.items() if count > 1], [])

    def test_nothing_is_said_or_called_the_same_twice(self):
        seen, twice = {}, []
        for item in ITEMS:
            for said in filter(None, (item["title"], item["text"])):
                other = seen.setdefault(" ".join(words(said)), item["id"])
                if other != item["id"]:
                    twice.append(f"{item['id']} and {other}")
        self.assertEqual(twice, [])

    def test_no_two_are_nearly_the_same(self):
        runs = {item["id"]: runs_of(item) for item in ITEMS}
        self.assertEqual(close_pairs(runs, MOST_RUNS_SHARED), [])
        meanings = {item["id"]: meaning_of(item) for item in ITEMS}
        self.assertEqual(close_pairs(meanings, MOST_WORDS_SHARED, least_size=4), [])

    def test_it_says_nothing_of_who_the_two_are(self):
        self.assertEqual(sayers(WHO_THEY_ARE, ITEMS), [])

    def test_it_sounds_like_no_clinic_and_no_self_help(self):
        items = [item for item in ITEMS if not item["id"].startswith(FREE_OF_CLINIC_RULE)]
        self.assertEqual(sayers(CLINIC_AND_SELF_HELP, items), [])

    def test_it_has_no_baby_talk_no_counting_and_no_pressure(self):
        self.assertEqual(sayers(PRESSURE_AND_BABY_TALK, ITEMS), [])

    def test_it_is_written_in_plain_characters(self):
        wrong = [f"{item['id']}: {mark}" for item in ITEMS
                 for mark in re.findall(r"[!\"<>{}\[\]|*_#]|[\u2000-\u2fff]|[\U00010000-\U0010ffff]",
                                        seen_text(item) + item.get("harsh", ""))]
        self.assertEqual(wrong, [])

    def test_openings_vary(self):
        worn = []
        for kind, items in by(lambda item: item["kind"], ITEMS).items():
            if len(items) < 60:
                continue
            openings = collections.Counter(" ".join(words(item["text"])[:2]) for item in items)
            worn += [f"{kind}: '{opening} …' opens {count} of {len(items)}" for opening, count in openings.items()
                     if count > LARGEST_OPENING_SHARE * len(items)]
        self.assertEqual(worn, [])

    def test_it_reads_easily(self):
        hard = []
        for kind, items in by(lambda item: item["kind"], ITEMS).items():
            grades = sorted(grade(item["text"]) for item in items)
            if grades[len(grades) // 2] > HIGHEST_MEDIAN_GRADE:
                hard.append(f"{kind}: median grade {grades[len(grades) // 2]:.1f}")
        for item in ITEMS:
            for text in [item["text"], *item.get("body", [])]:
                if len(words(text)) >= 40 and grade(text) > HIGHEST_GRADE:
                    hard.append(f"{item['id']}: grade {grade(text):.1f}")
                hard += [f"{item['id']}: a sentence of {len(part)} words" for part in sentences(text)
                         if len(part) > LONGEST_SENTENCE]
        self.assertEqual(hard, [])

    def test_practice_explains_each_choice_and_asks_for_more(self):
        wrong = []
        for item in (item for item in ITEMS if item["kind"] == "practice"):
            if len(set(item["choices"])) != len(item["choices"]) or len(item["choices"]) != len(item["feedback"]):
                wrong.append(f"{item['id']}: each choice is another and has its line")
            if not any("?" in reply for reply in item["replies"]):
                wrong.append(f"{item['id']}: none of the good replies asks for more")
            if sayers(["wrong", "bad answer", "mistaken", "well done", "points for", "correct"], [item],
                      lambda one: " ".join(one["feedback"])):
                wrong.append(f"{item['id']}: it marks instead of saying what may happen")
        said = collections.Counter(reply for item in ITEMS for reply in item.get("replies", []))
        wrong += [reply for reply, count in said.items() if count > 1]
        self.assertEqual(wrong, [])

    def test_they_wait_as_long_as_their_kind_promises(self):
        waits = {"prompt": (365, 365), "reply": (30, 30), "start": (30, 30), "gesture": (7, 60), "rung": (7, 60),
                 "article": (90, 365), "session": (0, 0), "practice": (30, 30)}
        wrong = []
        for item in ITEMS:
            least, most = waits.get(item["kind"], (0, 365))
            if not least <= item["repeat_days"] <= most:
                wrong.append(item["id"])
        self.assertEqual(wrong, [])


    def test_cooking_fits_an_evening_and_has_work_for_both(self):
        wrong = []
        for item in ITEMS:
            if item["kind"] != "cooking":
                continue
            if not 15 <= item["minutes"] <= 90:
                wrong.append(f"{item['id']}: {item['minutes']} minutes")
            hands = collections.Counter(step["who"] for step in item["steps"])
            if not 4 <= len(item["steps"]) <= 9 or abs(hands["one"] - hands["other"]) > 2 or not hands["both"]:
                wrong.append(f"{item['id']}: {dict(hands)}")
        self.assertEqual(wrong, [])

    def test_what_has_to_be_booked_says_what_and_when(self):
        wrong = []
        for item in ITEMS:
            if item["kind"] == "getaway":
                days = [entry["days"] for entry in item["timeline"]]
                if days != sorted(set(days), reverse=True) or days[0] < item["lead_days"]:
                    wrong.append(f"{item['id']}: {days} days before, {item['lead_days']} to book")
            elif item["kind"] in ("date", "cooking") and bool(item["lead_days"]) != bool(item.get("ahead")):
                wrong.append(item["id"])
        self.assertEqual(wrong, [])


def report(prefix):
    """What is wrong with some, for whoever writes them."""
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(ContentTest)
    result = unittest.TestResult()
    suite.run(result)
    for _, text in itertools.chain(result.failures, result.errors):
        for line in sorted(set(re.findall(r"^-  ?\[?['\"](.*)['\"]\]?,?$", text, re.MULTILINE))):
            if prefix in line:
                print(line)
    kind_counts = collections.Counter(f"{i['kind']}.{i['category']}" for i in ITEMS if i["id"].startswith(prefix))
    print({name: f"{count} of {DUE.get(name, '?')}" for name, count in kind_counts.items()})


if __name__ == "__main__":
    if "--only" in sys.argv:
        report(sys.argv[sys.argv.index("--only") + 1])
    else:
        unittest.main()
