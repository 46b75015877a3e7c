"""
Measure the geoparser's speed, start and memory beside geotext and flashgeotext, in one run on the same articles.

    python benchmarks/bench_geoparse.py [DOCS.jsonl] [--articles 400]

Without DOCS the articles are made from the stories of the tests, cut and joined to 2 kB each. Articles a second count
processor time after a first article has been read; the first reading of new names is in it. The peers find cities and
countries only and place nothing: the figures tell the price of the rest.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
from pathlib import Path

STORIES = Path(__file__).resolve().parents[1] / "tests" / "stories"
ONE = """
import json, resource, sys, time
start = time.perf_counter()
{setup}
texts = json.load(sys.stdin)
read(texts[0])
cold = time.perf_counter() - start
begin = time.process_time()
for text in texts:
    read(text)
work = time.process_time() - begin
begin = time.process_time()
for text in texts:
    read(text)
again = time.process_time() - begin
unit = 2**20 if sys.platform == "darwin" else 2**10
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / unit
print(json.dumps([len(texts) / work, len(texts) / again, cold, memory]))
"""
TOOLS = {
    "dateline": "from dateline.reading.places.scene import read_scene as read",
    "geotext 0.4": "from geotext import GeoText as read",
    "flashgeotext 0.5": "from flashgeotext.geotext import GeoText\nread = GeoText().extract",
}


def made(count: int) -> list[str]:
    """Make articles of 2 kB from the tests' stories, in an order that is always the same."""
    chance = random.Random(7)  # noqa: S311 - no secret
    parts = [
        part.strip()
        for path in sorted(STORIES.glob("*.txt"))
        for part in path.read_text(encoding="utf-8").split("\n\n")
        if len(part) > 80
    ]
    articles = []
    for _ in range(count):
        text = ""
        while len(text) < 2000:
            text += chance.choice(parts) + "\n\n"
        articles.append(text[:2000])
    return articles


def main() -> int:
    """Print one row for each tool."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", nargs="?", help='JSON lines with a "text" each')
    parser.add_argument("--articles", type=int, default=400)
    args = parser.parse_args()
    if args.docs:
        lines = Path(args.docs).read_text(encoding="utf-8").splitlines()
        texts = [json.loads(line)["text"] for line in lines if line.strip()][: args.articles]
    else:
        texts = made(args.articles)
    print(f"{len(texts)} articles of {sum(map(len, texts)) / len(texts):,.0f} characters")
    print(f"{'':20}{'articles/s':>12}{'second time':>14}{'start s':>10}{'memory MB':>12}")
    for name, setup in TOOLS.items():
        call = [sys.executable, "-c", ONE.format(setup=setup)]
        run = subprocess.run(call, input=json.dumps(texts), capture_output=True, text=True, check=False)  # noqa: S603
        if run.returncode:
            print(f"{name:20}{'not installed' if 'ModuleNotFoundError' in run.stderr else run.stderr.strip()[-80:]}")
            continue
        fresh, again, cold, memory = json.loads(run.stdout)
        print(f"{name:20}{fresh:12,.0f}{again:14,.0f}{cold:10.2f}{memory:12.0f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
