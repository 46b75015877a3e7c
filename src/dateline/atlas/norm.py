"""One spelling for many: the form under which names are kept in the gazetteer and looked up in it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["NORM_VERSION", "norm"]

NORM_VERSION = 1  # kept in the compiled gazetteer; reader and data must agree

# Letters that Unicode does not decompose, and signs that are written in more than one way.
_FOLD = str.maketrans(
    {
        "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ə": "a",
        "ħ": "h",        "ŋ": "n", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ŧ": "t", "ĸ": "k",
        "'": None, "’": None, "‘": None, "ʼ": None, "ʻ": None, "`": None, "´": None, "ʿ": None, "ʾ": None, "′": None,
        "ʹ": None, "ʺ": None, "“": None, "”": None, '"': None, ".": None,
        "&": " and ",
    }
)  # fmt: skip
_BREAKS = re.compile(r"[\W_]+")
_SHORT = {"saint": "st", "sainte": "ste", "mount": "mt", "fort": "ft"}
_PLAIN = re.compile(r"[a-z0-9]+(?: [a-z0-9]+)*").fullmatch


def norm(name: str) -> str:
    """
    Fold a name to the form in which the gazetteer keeps it.

    Parameters
    ----------
    name
        A name as written in a text.

    Returns
    -------
    norm
        Lower case, without accents, stops and apostrophes; hyphens and other signs become one space; *Saint*, *Mount*
        and *Fort* become *st*, *mt*, *ft*; a leading *the* is dropped. Empty for a name without letters or digits.
        Folding twice changes nothing.

    Examples
    --------
    >>> norm("Côte d’Ivoire"), norm("U.S."), norm("Saint-Étienne"), norm("The Hague")
    ('cote divoire', 'us', 'st etienne', 'hague')
    """
    text = name.casefold()
    if text.isascii() and text.isalpha():  # most names are one plain word
        return _SHORT.get(text, text)
    if not _PLAIN(text):
        text = text.translate(_FOLD)
        if not text.isascii():
            text = unicodedata.normalize("NFKD", text)
            text = "".join(c for c in text if not unicodedata.combining(c)).casefold().translate(_FOLD)
        text = _BREAKS.sub(" ", text).strip()
    words = [_SHORT.get(word, word) for word in text.split()]
    while len(words) > 1 and words[0] == "the":
        del words[0]
    return " ".join(words)
