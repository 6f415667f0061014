#!/usr/bin/env python3
"""The catalogue of words: collects every literal that app/ hands to tr(…) or tr.count(…) and compares them with
assets/strings/en.json, a sorted list of {"text": …} with an optional "note" for translators. With --write it rewrites
the list and keeps the notes; without, it exits with 1 and names what differs.

English is the source, so a sentence is its own key. Words in a table come in two ways: tr(kDays[i]) takes all literals
of kDays in the same file, and tr(look.label) those of the file's constexpr tables that read like words."""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
CATALOGUE = ROOT / "assets" / "strings" / "en.json"
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
CALL = re.compile(r"(?<![\w.])(?:[\w>.-]*[.>])?(?:tr_?|strings_?)(?:\(\))?\s*(\.\s*count\s*)?\(")
TABLE = re.compile(r"constexpr[^;{=]*?\b(k[A-Z]\w*)\s*(?=[{=])")
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "'": "'"}


def without_comments(code):
    return re.sub(r'"(?:[^"\\]|\\.)*"|//[^\n]*|/\*.*?\*/', lambda m: m[0] if m[0].startswith('"') else " ", code, flags=re.S)


def unescaped(text):
    return re.sub(r"\\(.)", lambda m: ESCAPES[m[1]], text)


def closing(code, at):
    """Past the bracket that closes the one at `at`."""
    depth, i = 0, at
    while i < len(code):
        if code[i] == '"':
            i = LITERAL.match(code, i).end()
            continue
        depth += (code[i] in "([{") - (code[i] in ")]}")
        i += 1
        if depth == 0:
            return i
    raise ValueError("a bracket isn't closed")


def arguments(code):
    """The top-level arguments between brackets."""
    parts, depth, begin, i = [], 0, 0, 0
    while i < len(code):
        if code[i] == '"':
            i = LITERAL.match(code, i).end()
            continue
        depth += (code[i] in "([{") - (code[i] in ")]}")
        if code[i] == "," and depth == 0:
            parts.append(code[begin:i])
            begin = i + 1
        i += 1
    return parts + [code[begin:]]


def literals(code):
    """Adjacent ones are one; those compared with == aren't said."""
    code = re.sub(r'==\s*"(?:[^"\\]|\\.)*"', "", code)
    found, end = [], -1
    for match in LITERAL.finditer(code):
        if found and not code[end : match.start()].strip():
            found[-1] += unescaped(match[1])
        else:
            found.append(unescaped(match[1]))
        end = match.end()
    return found


def tables(code):
    return {m[1]: literals(code[m.end() : closing(code, code.index("{", m.end()))]) for m in TABLE.finditer(code) if "{" in code[m.end() :]}


def reads_like_words(text):
    return " " in text or text[:1].isupper()


def words_of(path):
    code = without_comments(path.read_text(encoding="utf-8"))
    known = None
    for call in CALL.finditer(code):
        given = arguments(code[call.end() : closing(code, call.end() - 1) - 1])
        for said in given[1:3] if call[1] else given[:1]:
            found = literals(said)
            if not found and "[[nodiscard]]" not in said and re.search(r"\bk[A-Z]\w*|[\w\])]\.\w+|\w+->\w+", said):
                known = tables(code) if known is None else known
                named = [known[name] for name in re.findall(r"\bk[A-Z]\w*", said) if name in known]
                found = sum(named, []) if named else [text for table in known.values() for text in table if reads_like_words(text)]
            yield from (text for text in found if text)


def main():
    sources = [p for p in sorted((ROOT / "app").rglob("*.cpp")) + sorted((ROOT / "app").rglob("*.hpp")) if "demo" not in p.parts]
    said = {text for path in sources if path.name not in ("strings.hpp", "strings.cpp") for text in words_of(path)}
    listed = json.loads(CATALOGUE.read_text(encoding="utf-8")) if CATALOGUE.exists() else []
    notes = {entry["text"]: entry["note"] for entry in listed if "note" in entry}
    if "--write" in sys.argv[1:]:
        entries = [{"text": text} | ({"note": notes[text]} if text in notes else {}) for text in sorted(said)]
        lines = ",\n".join("  " + json.dumps(entry, ensure_ascii=False) for entry in entries)
        CATALOGUE.write_text("[\n" + lines + "\n]\n", encoding="utf-8")
        print(f"strings: {len(said)} written, {len(set(notes) - said)} notes of gone ones left out")
        return
    texts = [entry["text"] for entry in listed]
    missing, gone = sorted(said - set(texts)), sorted(set(texts) - said)
    for text in missing:
        print(f"not listed: {text}")
    for text in gone:
        print(f"no longer said: {text}")
    if texts != sorted(set(texts)):
        print("the list isn't sorted, or names one twice")
    elif not missing and not gone:
        print(f"strings: {len(texts)}, all listed")
        return
    sys.exit("`./dev strings` rewrites assets/strings/en.json")


if __name__ == "__main__":
    main()
