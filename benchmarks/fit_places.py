"""
Fit what each feature is worth to a candidate place, on annotated news, and tell how well it does on documents held out.

    python benchmarks/fit_places.py CORPUS.jsonl[=WEIGHT] …

A corpus holds one JSON object a line: {"doc_id", "text", "home", "gold": [{"start", "end", "lon", "lat"}, …]}. A name
counts by its mentions when some candidate of it lies within 161 km of the point given; a document counts twice, with
its home and without, where it has one. A softmax over the candidates of each name, with a penalty on the squared
weights. What is printed goes into FEATURES of src/dateline/reading/places/resolve.py.
"""

from __future__ import annotations

import argparse
import math
from typing import Any, NamedTuple

import annotated
import numpy as np
from scipy.optimize import minimize

from dateline.atlas.index import open_index
from dateline.reading.places import resolve, scene

PENALTY = 1.0
ROUNDS = 3  # what the other names say depends on the weights: fit, look again, fit
NEAR = math.cos(161 / 6371)
OWN = [key for key in resolve.FEATURES if key not in resolve.RELATED]


class Case(NamedTuple):
    """One name of a document: its candidates' features, which of them are right, how much it counts."""

    features: np.ndarray
    right: np.ndarray
    weight: float
    corpus: str
    document: int


def unit(lon: float, lat: float) -> np.ndarray:
    """Point to unit vector."""
    a, b = math.radians(lon), math.radians(lat)
    return np.array([math.cos(b) * math.cos(a), math.cos(b) * math.sin(a), math.sin(b)])


def look(documents: list[dict[str, Any]], weights: dict[str, float]) -> list[Case]:
    """Gather the cases, each other name counting as these weights have it."""
    index = open_index()
    cases = []
    for n, document in enumerate(documents):
        home = scene.home_of(document["home"]) if document["home"] else None
        spans, groups, _ = scene.judged_spans(document["text"], home)
        taken = {span.entry.norm for span in scene._choose(spans) if span.entry is not None}
        for norm, group in groups.items():
            group.sure = float(norm in taken)
        weighed = [group for group in groups.values() if group.ranked]
        if not weighed:
            continue
        table = resolve.settle(resolve.Table(weighed, home, weights), rounds=2)
        columns = {}
        for key in OWN:
            columns[key] = resolve.Table(weighed, home, dict.fromkeys(weights, 0.0) | {key: 1.0}).own
        for key, column in zip(resolve.RELATED, table.relations().sums(table.likely()), strict=True):
            columns[key] = columns.get(key, 0.0) + column  # a country and a division hold what lies in them
        matrix = np.array([columns[key] for key in weights]).T
        points = np.array([unit(*index.point(int(row))) for row in table.rows])
        at = {group.entry.norm: n for n, group in enumerate(weighed)}
        entries = {(span.start, span.end): span.entry.norm for span in spans if span.sort == "name" and span.entry}
        gold: dict[str, list[np.ndarray]] = {}
        for g in document["gold"]:
            norm = entries.get((g["start"], g["end"]))
            if norm in at and g["lon"] is not None:
                gold.setdefault(norm, []).append(unit(g["lon"], g["lat"]))
        for norm, wanted in gold.items():
            low, high = table.bounds[at[norm]], table.bounds[at[norm] + 1]
            right = (points[low:high] @ np.mean(wanted, axis=0)) > NEAR - 1e-4
            if right.any() and not right.all():
                weight = document["weight"] * len(wanted)
                cases.append(Case(matrix[low:high], right, weight, document["set"], n))
    return cases


def fit(cases: list[Case], start: np.ndarray) -> np.ndarray:
    """Fit the weights on these cases."""
    features = np.concatenate([case.features for case in cases])
    right = np.concatenate([case.right for case in cases])
    sizes = [len(case.right) for case in cases]
    first = np.cumsum([0, *sizes[:-1]])
    owner = np.repeat(np.arange(len(cases)), sizes)
    weight = np.array([case.weight for case in cases])

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        score = features @ b
        score -= np.maximum.reduceat(score, first)[owner]
        e = np.exp(score)
        whole, good = np.add.reduceat(e, first), np.add.reduceat(e * right, first)
        slope = (e / whole[owner] - e * right / good[owner]) * weight[owner]
        value = (weight * (np.log(whole) - np.log(good))).sum() + 0.5 / PENALTY * (b**2).sum()
        return float(value), features.T @ slope + b / PENALTY

    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 500}).x


def accuracy(cases: list[Case], b: np.ndarray) -> dict[str, np.ndarray]:
    """Weight of the cases that come out right, and of all, for each corpus."""
    count: dict[str, np.ndarray] = {}
    for case in cases:
        hit = case.right[int(np.argmax(case.features @ b))]
        count.setdefault(case.corpus, np.zeros(2))
        count[case.corpus] += (case.weight * hit, case.weight)
    return count


def main() -> None:
    """Fit and tell."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+")
    args = parser.parse_args()
    documents, fold = annotated.read(args.corpora)
    weights = dict(resolve.FEATURES)
    for _ in range(ROUNDS):
        cases = look(documents, weights)
        start = np.array(list(weights.values()))
        held: dict[str, np.ndarray] = {}
        for n in range(annotated.FOLDS):
            b = fit([case for case in cases if fold[case.document] != n], start)
            for corpus, count in accuracy([case for case in cases if fold[case.document] == n], b).items():
                held[corpus] = held.get(corpus, np.zeros(2)) + count
        print("before:", {k: round(a / b, 4) for k, (a, b) in accuracy(cases, start).items()})
        print("held out:", {k: round(a / b, 4) for k, (a, b) in held.items()})
        weights = dict(zip(weights, fit(cases, start).tolist(), strict=True))
    for key, value in weights.items():
        print(f'    "{key}": {value:.2f},')


if __name__ == "__main__":
    main()
