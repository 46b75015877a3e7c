"""
Drafts: articles a second from text to story, beside spaCy's blank pipeline, and time as a sentence grows.

    python benchmarks/bench_draft.py [DOCS.jsonl] [--articles 150] [--words 16000]

Without DOCS the articles are made below, 2 kB each, from sentences with places, ships, goods and days drawn by a fixed
seed: nearly every sentence tells of an event, which news does not. DOCS has one {"text"} a line, each cut to 2 kB.
Each tool reads them in a process of its own. The peer is `spacy.blank("en")` with its sentencizer and an entity
ruler that is given the very names of the articles: words, sentences and a list of names, no build of a sentence and
nothing placed; the ratio tells the price of the rest. Times are processor time, which a busy machine changes
little; the start is the processor time of a new process up to the end of its first article, memory the largest
resident set.

The second table reads sentences that never end. Twice the words should take twice the time; where the ratio is above
3, the status is 1.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

WORST = 3
PLACES = (
    "Alexandria", "Antwerp", "Bari", "Batumi", "Beirut", "Bergen", "Busan", "Cape Town", "Casablanca",
    "Colombo", "Dakar", "Djibouti", "Durban", "Egypt", "Ghana", "Gdansk", "Genoa", "Haifa", "Hamburg",
    "Iceland", "India", "Istanbul", "Izmir", "Jakarta", "Karachi", "Kenya", "Lagos", "Limassol", "Lisbon",
    "Malta", "Marseille", "Mombasa", "Mumbai", "Norway", "Odesa", "Oman", "Oslo", "Peru", "Piraeus", "Poland",
    "Rotterdam", "Santos", "Singapore", "Tunis", "Valencia", "Vietnam",
)  # fmt: skip
SHIPS = ("Aurora", "Blue Heron", "Corvina", "Edelweiss", "Juniper", "Morning Tide", "Northern Lark", "Sea Lavender")
GOODS = (
    "wheat",
    "diesel",
    "frozen fish",
    "steel pipes",
    "timber",
    "fertiliser",
    "used tyres",
    "cement",
    "tents",
    "coffee",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
BODIES = (
    "the port authority",
    "the coastguard",
    "the ministry of transport",
    "the owner",
    "a customs officer",
    "the union",
)
SENTENCES = (
    "The freighter {ship} left {a} for {b} on {day} with {n},000 tonnes of {goods}, {body} said.",
    "{Body} denied that {goods} had been shipped from {a} to {b}.",
    "Two trucks carrying {goods} may cross from {a} into {b} next week, according to {body}.",
    "The {ship} is expected to call at {a} on {day} and to go on to {b}.",
    "Nobody was hurt, and work on the quay went on until the evening.",
    "“We never sent anything to {a},” a spokesman for {body} told reporters in {b} on {day}.",
    "Prices of {goods} in {a} have risen by {n} per cent since the spring.",
    "{Body} would not say whether the cargo had reached {a}, although lists seen by the paper name {b}.",
    "About {n}00 people were flown from {a} to {b} after the storm, and some of them later returned by bus.",
    "The containers, which were loaded in {a}, were taken off the {ship} at {b} and sent on by rail.",
    "It was the third delay this year, and {body} said that there would be others.",
    "Officials in {a} allegedly bought {goods} from a trader in {b} for ${n} million.",
    "Rain had closed the road for four days before the harbour of {a} opened again on {day}.",
)
ENDLESS = {
    "ways": "the {ship} sailed from {a} to {b} with {goods} and then ",
    "clauses": "which {body} said had been sent to {a} because the cargo that was bound for {b} ",
    "names": "{a}, {b} and ",
    "denials": "“it never left {a}, ” {body} denied that {goods} may reach {b} but ",
}

ONE = """
import json, resource, sys, time
texts = json.load(sys.stdin)
{setup}
read(texts[0])
times, finds = [time.process_time()], 0
for text in texts[1:]:
    finds += read(text)
    times.append(time.process_time())
unit = 2**20 if sys.platform == "darwin" else 2**10
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
print(json.dumps([times, memory, finds]))
"""
READ = """
from dateline.reading.text.article import parse
from dateline.reading.draft import draft
from dateline.reading.places.geoparse import geoparse
from dateline.reading.amounts.measures import with_measures
def read(text):
    article = parse(text, published="2025-03-12")
    story = with_measures(draft(article, mentions=geoparse(article)), article.sentences)
    return len(story.events)
"""
PEER = f"""
import spacy
reader = spacy.blank("en")
reader.add_pipe("sentencizer")
reader.add_pipe("entity_ruler").add_patterns([dict(label="PLACE", pattern=name) for name in {PLACES!r}])
def read(text):
    doc = reader(text)
    return len(list(doc.sents)) and len(doc.ents)
"""


def filled(sentence: str, chance: random.Random) -> str:
    """Fill the gaps of a sentence by chance."""
    a, b = chance.sample(PLACES, 2)
    body = chance.choice(BODIES)
    gaps = {"a": a, "b": b, "body": body, "Body": body[0].upper() + body[1:], "ship": chance.choice(SHIPS)}
    return sentence.format(**gaps, goods=chance.choice(GOODS), day=chance.choice(DAYS), n=chance.randint(2, 60))


def made(count: int) -> list[str]:
    """Make articles of 2 kB, the same ones every time."""
    chance = random.Random(20250312)  # noqa: S311 - no secret
    articles = []
    for _ in range(count):
        text = f"{chance.choice(PLACES).upper()}, March 12 — "
        while len(text) < 2000:
            text += filled(chance.choice(SENTENCES), chance) + chance.choice((" ", " ", "\n\n"))
        articles.append(text.strip())
    return articles


def endless(sentence: str, words: int) -> str:
    """Make one sentence of so many words."""
    chance = random.Random(words)  # noqa: S311 - no secret
    run: list[str] = []
    while len(run) < words:
        run += filled(sentence, chance).split()
    return " ".join(run[:words])


def measure(setup: str, texts: list[str]) -> tuple[list[float], float, int] | str:
    """Return the seconds of a new process up to each text read, its MB and its finds; or why there are none."""
    call = [sys.executable, "-c", ONE.format(setup=setup)]
    run = subprocess.run(call, input=json.dumps(texts), capture_output=True, text=True, check=False)  # noqa: S603
    if run.returncode:
        return (run.stderr.strip().splitlines() or ["failed"])[-1]
    times, memory, finds = json.loads(run.stdout)
    return times, memory, finds


def given(docs: str, count: int) -> list[str]:
    """Read so many articles of 2 kB from a file; shorter ones are left out."""
    lines = Path(docs).read_text(encoding="utf-8").splitlines()
    texts = [json.loads(line)["text"][:2000] for line in lines]
    return [text for text in texts if len(text) > 1900][:count]


def articles(texts: list[str]) -> bool:
    """Print a row for each tool and their ratio; whether Dateline read the articles."""
    count = len(texts) - 1  # the first one is the start
    print(f"{count} articles of {sum(map(len, texts)) / len(texts):,.0f} characters; processor time")
    print(f"{'':22}{'articles/s':>12}{'start s':>10}{'memory MB':>12}{'finds':>12}")
    rows = {}
    for name, setup, unit in (("dateline", READ, "events"), ("spacy.blank", PEER, "names")):
        got = measure(setup, texts)
        if isinstance(got, str):
            print(f"{name:22}not measured: {got}")
            continue
        times, memory, finds = got
        rows[name] = (speed, start, size) = (count / (times[-1] - times[0]), times[0], memory)
        print(f"{name:22}{speed:12,.0f}{start:10.2f}{size:12.0f}{finds:8,} {unit}")
    if len(rows) > 1:
        speed, start, size = (ours / peer for ours, peer in zip(rows["dateline"], rows["spacy.blank"], strict=True))
        print(f"{'dateline : spacy.blank':22}{speed:12.2f}{start:10.2f}{size:12.2f}")
    return "dateline" in rows


def doubling(most: int) -> bool:
    """Print how the time grows as a sentence doubles; whether no step took more than three times the last."""
    sizes = [1000]
    while sizes[-1] * 2 <= most:
        sizes.append(sizes[-1] * 2)
    print("\none sentence, s of processor time (ratio to half its words)")
    print(f"{'':12}" + "".join(f"{f'{size:,} words':>18}" for size in sizes))
    holds = True
    for name, sentence in ENDLESS.items():
        got = measure(READ, [*made(1), *(endless(sentence, size) for size in sizes)])
        if isinstance(got, str):
            print(f"{name:12}not read: {got}")
            return False
        took = [after - before for before, after in pairwise(got[0])]
        ratios = [after / before for before, after in pairwise(took)]
        cells = [f"{took[0]:10.2f}        ", *(f"{s:10.2f} ({r:5.2f})" for s, r in zip(took[1:], ratios, strict=True))]
        print(f"{name:12}{''.join(cells)}", flush=True)
        holds = holds and max(ratios, default=0) <= WORST
    return holds


def main() -> int:
    """Print both tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", nargs="?", metavar="DOCS")
    parser.add_argument("--articles", type=int, default=150)
    parser.add_argument("--words", type=int, default=16000)
    args = parser.parse_args()
    count = args.articles + 1
    read = articles(given(args.docs, count) if args.docs else made(count))
    return 0 if doubling(args.words) and read else 1


if __name__ == "__main__":
    sys.exit(main())
