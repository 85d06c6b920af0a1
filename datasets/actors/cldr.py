"""Write states_cldr.jsonl: every state and territory with its names in stance's languages.

The names are those of Unicode CLDR as the pinned package gives them
(pip install Babel==2.19.0). Regional locales (es_MX, zh_Hant, ps_PK, ...) count as
variants of their language; Dari (prs) is CLDR's fa_AF. Names typed in by hand belong in
states.jsonl, whose lines add to these by id.
"""

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path

from babel import Locale
from babel.localedata import locale_identifiers

LANGUAGES = ["en", "fa", "prs", "ar", "he", "ps", "ur", "tr", "ru", "uk", "fr", "es", "zh"]
DARI = "fa_AF"

# In CLDR, but no ISO 3166 country (EU and UN are bodies) ...
NOT_ISO = {"AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"}
# ... or a territory nobody governs from within.
NO_GOVERNMENT = {"AQ", "BV", "GS", "HM", "IO", "TF", "UM"}
# CLDR names these two with their status ("Hong Kong SAR China"), in words both share.
SPECIAL_REGIONS = ("HK", "MO")

PARENTHESES = re.compile(r"\s*[(（]([^()（）]*)[)）]")
# Typographic apostrophes, Hebrew's geresh and gershayim, and Persian's half space.
PLAIN_MARKS = str.maketrans("’ʼ׳״\u200c", "'''\" ")
SPELLED_OUT = {
    "en": [(r"\bSt\.? ", "Saint "), (r" & ", " and ")],
    "fr": [(r"\bSt\.? ", "Saint "), (r" & ", " et ")],
    "ru": [(r"\bо-ва\b", "острова"), (r"\bо-в\b", "остров"), (r"\bСв\. ", "Святой ")],
}


def locales_of(language):
    """Return CLDR's locales for a language, the plain one first."""
    if language == "prs":
        return [DARI]
    found = []
    for identifier in locale_identifiers():
        parts = identifier.split("_")
        foreign_script = any(len(p) == 4 and p not in ("Hans", "Hant") for p in parts[1:])
        if parts[0] == language and identifier != DARI and not foreign_script:
            found.append(identifier)
    return sorted(found, key=lambda identifier: (identifier != language, identifier))


def common_prefix(a, b):
    """Return how many characters two names share at their start, in whole words."""
    n = 0
    while n < min(len(a), len(b)) and a[n] == b[n]:
        n += 1
    if a.isascii() or " " in a:  # a script that puts spaces between words
        while n and a[n - 1].isalnum():
            n -= 1
    return n


def without_status(territories, code):
    """Return a special region's name less the words that both regions' names share."""
    name, other = (PARENTHESES.sub("", territories[c]) for c in SPECIAL_REGIONS)
    if code != SPECIAL_REGIONS[0]:
        name, other = other, name
    start = common_prefix(name, other)
    end = common_prefix(name[::-1], other[::-1])
    name = name[start : len(name) - end].strip(" ،,")
    return re.sub(r" \w$", "", name)  # a particle that belongs to the words cut off


def forms(name, alternative):
    """Return the forms of a CLDR name that news text may use, and the ambiguous one it avoids.

    "Congo - Kinshasa" gives "Congo-Kinshasa" and the ambiguous "Congo". alternative says
    that words in parentheses are another name ("Myanmar (Burma)") rather than an
    explanation ("Virgin Islands (US)").
    """
    head, dash, tail = re.sub(r"\s[-–]\s", "\0", name).partition("\0")
    if dash:
        return [f"{head}-{tail}"], head
    bare = PARENTHESES.sub("", name)
    if bare == name:
        return [name], None
    return [bare, *PARENTHESES.findall(name)] if alternative else [bare, name], None


def spellings(name, language):
    """Return the name with abbreviations spelled out and in plainer spellings."""
    full = name
    for pattern, words in SPELLED_OUT.get(language, []):
        full = re.sub(pattern, words, full)
    out = [full, name]
    out += [n.translate(PLAIN_MARKS) for n in out]
    out += [n.replace("\u0654", "") for n in out]  # the hamza of اتحادیهٔ, often left out
    out += [n.replace("（", "(").replace("）", ")") for n in out]
    return out


def collect():
    """Return CLDR's names as {language: {code: [name, ...]}}, each name under one code only."""
    english = Locale("en").territories
    codes = [c for c in sorted(english) if len(c) == 2 and c.isalpha()]
    codes = [c for c in codes if c not in NOT_ISO | NO_GOVERNMENT]
    names = {}
    ambiguous_anywhere = set()
    for language in LANGUAGES:
        found = {code: [] for code in codes}
        owners = defaultdict(set)
        for identifier in locales_of(language):
            territories = Locale.parse(identifier).territories
            for code in codes:
                name = territories.get(code)
                if not name:
                    continue
                if code in SPECIAL_REGIONS:
                    name = without_status(territories, code)
                kept, ambiguous = forms(name, english[code].endswith(")"))
                if ambiguous:
                    owners[ambiguous].update((code, None))
                for form in kept:
                    for spelling in spellings(form, language):
                        owners[spelling].add(code)
                        if spelling not in found[code]:
                            found[code].append(spelling)
        shared = {name for name, owned_by in owners.items() if len(owned_by) > 1}
        ambiguous_anywhere |= shared  # "Congo", which only some languages' CLDR tells apart
        names[language] = found
    for by_code in names.values():
        for code, found in by_code.items():
            kept = [n for n in found if n not in ambiguous_anywhere]
            # the explanation in parentheses stays only where the bare name says too little
            by_code[code] = [n for n in kept if PARENTHESES.sub("", n) in (n, *ambiguous_anywhere)]
    return names


def rows():
    """Yield one actor for each state or territory."""
    names = collect()
    for code in names["en"]:
        aliases = {language: names[language][code] for language in LANGUAGES}
        name = aliases["en"][0]
        aliases["en"] = aliases["en"][1:]
        yield {
            "id": f"state.{code}",
            "type": "state",
            "name": name,
            "aliases": {language: a for language, a in aliases.items() if a},
            "speaks_for": f"state.{code}",
        }


def main():
    """Write the file."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument(
        "-o", "--output", type=Path, default=Path(__file__).with_name("states_cldr.jsonl")
    )
    args = parser.parse_args()
    with args.output.open("w", encoding="utf-8") as out:
        for row in rows():
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
