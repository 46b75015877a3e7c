"""Words behind "and" that may be a noun or a verb: "will close the plant *and ship the* machinery"."""

from __future__ import annotations

from typing import Final

from dateline.reading.grammar.besides import follows_verbs
from dateline.reading.text.forms import lemmas
from dateline.reading.text.nouns import noun_share
from dateline.reading.text.wordlists import words as listed

__all__ = ["ACROSS", "INSTEAD", "WHITHER", "is_verb_behind_and"]

ACROSS: Final = frozenset(("through", "via", "across"))
INSTEAD: Final = frozenset("instead then later eventually finally immediately".split())
WHITHER: Final = frozenset(
    "straight directly back home north south east west ashore inland abroad overseas overnight nonstop".split()
)


def is_verb_behind_and(low: list[str], n: int, prior: str, forms: frozenset[str], *, finite: bool) -> bool | None:
    """
    Whether a word behind a conjunction is a verb, by what follows it and by the modal before.

    Parameters
    ----------
    low
        The words of the sentence in lower case.
    n
        Which of them is judged.
    prior
        The word before it that counts, adverbs passed over.
    forms
        Which forms of a verb it can be, by Penn tag.
    finite
        Whether the clause has had its finite verb.

    Returns
    -------
    is_verb
        None where these words do not tell.
    """
    word = low[n]
    following = low[n + 1] if n + 1 < len(low) else ""
    seldom = word in _FACED or noun_share(lemmas(word)["VERB"][0]) < 0.05
    if seldom and "VB" in forms and (prior != "or" or "to" in low[max(0, n - 9) : n]):
        return True  # "had to leave or *face* jail", "they left but *say* no …"
    if (following in _GOALS or following == "by") and word in listed("frames", "travels", "verbs") and (
        low[n - 1] in INSTEAD or not _MODALS.isdisjoint(low[max(0, n - 14) : n])
    ):  # fmt: skip
        return True  # "will skip Lima *and instead head to* Cusco"
    if "VB" in forms and following in _OBJECTS and not _MODALS.isdisjoint(low[max(0, n - 20) : n]):
        return True  # "will close the plant *and ship the* machinery to Lima"
    if "VBZ" in forms and finite and following in _ARTICLES:
        return True  # "trucks milk to Leeds and *ships the* powder abroad"
    if forms & {"VBD", "VBZ", "VB"} and follows_verbs(following) and following != "of":
        return noun_share(lemmas(word)["VERB"][0]) < 0.6
    return None


_FACED: Final = frozenset(("face", "risk"))
_GOALS: Final = ACROSS | {"to", "for", "into", "toward", "towards", "from"}
_MODALS: Final = frozenset("will would can could may might must should to".split())
_ARTICLES: Final = frozenset(("the", "a", "an"))
_OBJECTS: Final = _ARTICLES | {"them", "it", "him"}
