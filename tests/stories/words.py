"""A text, and the spans of what is quoted from it."""

from __future__ import annotations

import hashlib
import re

from dateline.story.model import Article, Evidence, Mention, Operator, Quantity, Statement, When


class Words:
    """A text, and the spans of quotes in it."""

    def __init__(self, text: str, *, chrome: tuple[str, ...] = ()) -> None:
        self.text = "\n\n".join([*chrome[:1], text, *chrome[1:]])
        self.body = (self.text.index(text), self.text.index(text) + len(text))

    def at(self, quote: str) -> tuple[int, int]:
        """Where the words first stand."""
        start = self.text.index(quote)
        return start, start + len(quote)

    def evidence(self, *quotes: str) -> tuple[Evidence, ...]:
        """Each quote with its span."""
        return tuple(Evidence(quote, self.at(quote)) for quote in quotes)

    def say(self, quote: str, *who: str) -> tuple[Statement, ...]:
        """One statement of each of these, in the same words."""
        return tuple(Statement(key, quote, self.at(quote)) for key in who)

    def operator(self, kind, quote: str) -> tuple[Operator, ...]:
        """The word that makes it less than a fact."""
        return (Operator(kind, quote, self.at(quote)),)

    def amount(self, quote: str, value: float | None, unit: str | None, *, bound=None, high=None) -> Quantity:
        """A number as the words hedge it."""
        return Quantity(value=value, high=high, bound=bound, unit=unit, at=self.at(quote))

    def when(self, quote: str, **known) -> When:
        """A time, in the words and as known."""
        return When(quote, self.at(quote), **known)

    def mention(self, quote: str, place: str | None, *, stands_for: str | None = None, nth: int = 0) -> Mention:
        """The nth occurrence of a name."""
        starts = [match.start() for match in re.finditer(re.escape(quote), self.text)]
        sense = "associative" if stands_for else "literal"
        return Mention(quote, (starts[nth], starts[nth] + len(quote)), place, sense, stands_for)

    def article(self, name: str, title: str, **known) -> Article:
        """The article, its sentences cut at full stops."""
        after = self.text.find(title)
        start = after + len(title) if after >= 0 else self.body[0]
        found = re.finditer(r"\S.*?[.!?](?=\s|$)", self.text[start : self.body[1]], re.DOTALL)
        sentences = tuple((start + match.start(), start + match.end()) for match in found)
        sha256 = hashlib.sha256(self.text.encode()).hexdigest()
        return Article(title=title, file=f"{name}.txt", sha256=sha256, sentences=sentences, **known)


def mentions(words: Words, names: dict[str, str]) -> tuple[Mention, ...]:
    """Every occurrence of every name, in the order of the text."""
    found = [
        Mention(name, (match.start(), match.end()), place, "literal")
        for name, place in names.items()
        for match in re.finditer(rf"\b{re.escape(name)}\b", words.text[: words.body[1]])
        if match.start() >= words.body[0]
    ]
    return tuple(sorted(found, key=lambda mention: mention.at))
