"""Other ways to find names: what the geoparser asks of one, and one that asks spaCy."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Protocol

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from collections.abc import Iterable

__all__ = ["PLACE_LABELS", "Recognizer", "SpacyRecognizer"]

PLACE_LABELS: Final = frozenset(("GPE", "LOC", "FAC", "NORP"))
"""The labels of spaCy's English models that name places and their people."""


class Recognizer(Protocol):
    """Finds the place names of a text; what they mean and stand for is decided afterwards, as for Dateline's own."""

    def __call__(self, text: str, /) -> Iterable[tuple[int, int]]:
        """Give the spans of the names, ``[start, end)``; of two that overlap the first is kept."""


class SpacyRecognizer:
    """
    Take the place names that a spaCy pipeline finds.

    Parameters
    ----------
    model
        A loaded pipeline, or the name of an installed one ("en_core_web_sm").
    labels
        The entity labels that name places.

    Raises
    ------
    DatelineError
        spaCy or the named pipeline is not installed.

    Examples
    --------
    >>> import spacy
    >>> pipeline = spacy.blank("en")
    >>> pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Lagos"}])
    >>> SpacyRecognizer(pipeline)("Ships wait off Lagos.")
    [(15, 20)]
    """

    def __init__(self, model: Any, /, *, labels: Iterable[str] = PLACE_LABELS) -> None:  # noqa: ANN401 - optional types
        self._labels = frozenset(labels)
        self._pipeline = _loaded(model) if isinstance(model, str) else model

    def __call__(self, text: str, /) -> list[tuple[int, int]]:
        """Give the spans of the entities that name places, without a leading article or a possessive."""
        found = []
        for entity in self._pipeline(text).ents:
            if entity.label_ in self._labels:
                start, end = entity.start_char, entity.end_char
                if text[start : start + 4].lower() == "the ":
                    start += 4
                if text[end - 2 : end] in {"'s", "’s"}:
                    end -= 2
                found.append((start, end))
        return found


def _loaded(name: str) -> Any:  # noqa: ANN401 - a spaCy Language, which may not be installed
    try:
        import spacy
    except ImportError:
        msg = "spaCy is not installed; pip install 'dateline[spacy]', or leave the recogniser out"
        raise DatelineError(msg) from None
    try:
        return spacy.load(name)
    except OSError:
        msg = f"spaCy has no pipeline {name!r}; python -m spacy download {name}, or give a loaded one"
        raise DatelineError(msg) from None
