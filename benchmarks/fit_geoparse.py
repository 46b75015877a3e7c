"""
Fit the weights of the geoparser's cues on annotated news, and tell how well they do on documents held out.

    python benchmarks/fit_geoparse.py CORPUS.jsonl[=WEIGHT] … [--write]

A corpus holds one JSON object a line: {"doc_id", "outlet", "text", "home", "gold": [{"start", "end", "kind"}, …]};
outlet, home and kind may be missing. A document counts twice, with its home and without, where it has one. Logistic
regression with a penalty on the squared weights, a larger one on cues of two things at once; cues that occur fewer
than three times are left out. With --write the weights go into
src/dateline/reading/tables/weights.toml: numbers and names of cues, no word of a text.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path
from typing import Any

import annotated
import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

from dateline.reading.places import around, cues, longer, names, scene, sense, unknown

WEIGHTS = Path(__file__).resolve().parents[1] / "src" / "dateline" / "reading" / "tables" / "weights.toml"
PENALTY = {"names": 0.2, "sense": 0.2}
SINGLE, PAIRED = 1.5, 0.6  # how much of it cues of one thing and of two may take
ROUNDS = 3  # what a name is elsewhere in a text depends on the weights: fit, look again, fit
HEAD = """# How much each cue counts for a stretch of text being a place name (names), for the literal sense (sense).
# Made by benchmarks/fit_geoparse.py on annotated news; what the figures mean: docs/explanation/geoparser.md.
"""


class Sample:
    """Cues, answers, weights and documents of all that was looked at."""

    def __init__(self) -> None:
        self.cues: list[list[str]] = []
        self.right: list[bool] = []
        self.weight: list[float] = []
        self.document: list[int] = []
        self.span: list[tuple[int, int]] = []
        self.by_hand: list[float] = []
        self.found: list[scene.Found] = []

    def add(self, found: list[str], span: tuple[int, int], *, right: bool, weight: float, document: int) -> None:
        """Keep one; rules that are set by hand are not fitted, but count."""
        by_hand = cues.rules()["weights"]
        self.by_hand.append(sum(by_hand.get(cue, 0.0) for cue in found))
        self.cues.append(sorted({cue for cue in found if not cue.startswith("rule: ")}))
        self.right.append(right)
        self.weight.append(weight)
        self.document.append(document)
        self.span.append(span)

    def matrix(self, vocabulary: dict[str, int], keep: np.ndarray) -> csr_matrix:
        """Give the kept rows, a column for each cue and a first one of ones."""
        ends, columns = [0], []
        for n in np.flatnonzero(keep):
            columns.append(0)
            columns += [vocabulary[cue] for cue in self.cues[n] if cue in vocabulary]
            ends.append(len(columns))
        return csr_matrix((np.ones(len(columns)), columns, ends), shape=(len(ends) - 1, len(vocabulary) + 1))


def _is_paired(cue: str) -> bool:
    return cue.startswith(("between", "two before")) or " | " in cue or ", noun" in cue


def fit(sample: Sample, keep: np.ndarray, penalty: float) -> dict[str, float]:
    """Fit one table of weights on the kept rows; where a rule set by hand decides, nothing is learned."""
    keep = keep & (np.array(sample.by_hand) == 0)
    count = Counter(cue for n in np.flatnonzero(keep) for cue in sample.cues[n])
    vocabulary = {cue: n for n, cue in enumerate(sorted(cue for cue, times in count.items() if times >= 3), 1)}
    rows = sample.matrix(vocabulary, keep)
    sign = np.where(np.array(sample.right)[keep], 1.0, -1.0)
    weight = np.array(sample.weight)[keep]
    stiff = np.array([1 / (penalty * (PAIRED if _is_paired(cue) else SINGLE)) for cue in vocabulary])

    def loss(b: np.ndarray) -> tuple[float, np.ndarray]:
        z = (rows @ b) * sign
        slope = -np.asarray(rows.T @ (weight * sign / (1 + np.exp(z)))).ravel()
        slope[1:] += b[1:] * stiff
        return float((weight * np.logaddexp(0, -z)).sum() + 0.5 * (stiff * b[1:] ** 2).sum()), slope

    best = minimize(loss, np.zeros(len(vocabulary) + 1), jac=True, method="L-BFGS-B", options={"maxiter": 300}).x
    return {"": float(best[0]), **{cue: float(best[n]) for cue, n in vocabulary.items()}}


def scores(sample: Sample, table: dict[str, float]) -> np.ndarray:
    """Sum the weights of each row."""
    summed = [table[""] + sum(table.get(cue, 0.0) for cue in row) for row in sample.cues]
    return np.array(summed) + np.array(sample.by_hand)


def use(tables: dict[str, dict[str, float]]) -> None:
    """Let the geoparser read with these weights."""
    by_hand = cues.rules()["weights"]
    scene.weights = cues.weights = lambda name: tables[name] | by_hand  # type: ignore[assignment]
    for module in (around, cues, longer, names, scene, sense, unknown):
        for function in vars(module).values():
            if hasattr(function, "cache_clear") and function not in {cues.rules, cues.word_class}:
                function.cache_clear()  # sums of the weights before


def look(documents: list[dict[str, Any]]) -> tuple[Sample, Sample]:
    """Gather what the geoparser sees, for names and for senses."""
    names, senses = Sample(), Sample()
    for n, document in enumerate(documents):
        gold = {(g["start"], g["end"]): g.get("kind") for g in document["gold"]}
        home = scene.home_of(document["home"]) if document["home"] else None
        spans, groups, _ = scene.judged_spans(document["text"], home)
        for span in spans:
            at = (span.start, span.end)
            names.add(span.told(), at, right=at in gold, weight=document["weight"], document=n)
        taken: list[Any] = []
        for span in spans:
            if (span.start, span.end) in gold and (not taken or span.start >= taken[-1].end):
                taken.append(span)
        for one in scene._place(document["text"], taken, groups):
            kind = gold[one.start, one.end]
            if kind:
                found = [cue for cues, _ in scene.cues_for_sense(document["text"], one) for cue in cues]
                senses.add(found, (one.start, one.end), right=kind == "literal", weight=1.0, document=n)
                senses.found.append(one)
    return names, senses


def agreed(documents: list[dict[str, Any]], senses: Sample, score: np.ndarray) -> np.ndarray:
    """Let the scores of each document's mentions agree, as the geoparser does."""
    for one, value in zip(senses.found, score, strict=True):
        one.sense_score = value
    for n in set(senses.document):
        mine = [one for one, at in zip(senses.found, senses.document, strict=True) if at == n]
        scene._agree(documents[n]["text"], mine)
    return np.array([one.sense_score for one in senses.found])


def f1(documents: list[dict[str, Any]], names: Sample, score: np.ndarray) -> dict[str, tuple[float, float, float]]:
    """Precision, recall and F1 of exact spans for each corpus."""
    said: dict[int, list[tuple[int, int]]] = {}
    for n in np.argsort(-score, kind="stable"):
        if score[n] <= scene._THRESHOLD:
            break
        start, end = names.span[n]
        taken = said.setdefault(names.document[n], [])
        if all(end <= low or start >= high for low, high in taken):
            taken.append((start, end))
    count: dict[str, np.ndarray] = {}
    for n, document in enumerate(documents):
        gold = {(g["start"], g["end"]) for g in document["gold"]}
        mine = set(said.get(n, ()))
        count.setdefault(document["set"], np.zeros(3))
        count[document["set"]] += (len(gold & mine), len(mine), len(gold))
    return {name: (float(a / b), float(a / c), float(2 * a / (b + c))) for name, (a, b, c) in count.items()}


def main() -> None:
    """Fit, tell, and write where asked to."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpora", nargs="+")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    documents, fold = annotated.read(args.corpora)

    def best(keep: np.ndarray) -> tuple[dict[str, dict[str, float]], Sample, Sample]:
        tables = {name: dict(cues.weights(name)) for name in PENALTY}
        names, senses = look(documents)
        for _ in range(ROUNDS):
            tables["names"] = fit(names, keep[names.document], PENALTY["names"])
            use(tables)
            names, senses = look(documents)
        tables["sense"] = fit(senses, keep[senses.document], PENALTY["sense"])
        return tables, names, senses

    held = right = count = 0.0
    total = None
    for n in range(annotated.FOLDS):
        tables, names, senses = best(fold != n)
        if total is None:
            total = np.zeros(len(names.cues))
        mine = fold[names.document] == n
        total[mine] = scores(names, tables["names"])[mine]
        held = fold[senses.document] == n
        right += ((agreed(documents, senses, scores(senses, tables["sense"])) > 0) == np.array(senses.right))[
            held
        ].sum()
        count += held.sum()
    print("held out:", {k: tuple(round(x, 3) for x in v) for k, v in f1(documents, names, total).items()})
    print("sense, held out:", round(right / max(count, 1), 3))
    tables, names, _ = best(np.ones(len(documents), dtype=bool))
    fitted = f1(documents, names, scores(names, tables["names"]))
    print("fitted:", {k: tuple(round(x, 3) for x in v) for k, v in fitted.items()})
    if args.write:
        lines = [HEAD]
        for name, table in tables.items():
            lines.append(f"[{name}]")
            kept = {cue: round(value, 2) for cue, value in sorted(table.items()) if abs(value) >= 0.05 or not cue}
            lines += [f"{json.dumps(cue, ensure_ascii=False)} = {value}" for cue, value in kept.items()]
            lines.append("")
        WEIGHTS.write_text("\n".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
