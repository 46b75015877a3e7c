"""
The build of sentences by a spaCy pipeline of the user's, behind the one protocol of `dateline.reading.grammar.syntax`.

Any English pipeline with a tagger, a parser and lemmas will do; none is shipped and none is fetched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

from dateline.errors import DatelineError
from dateline.reading.grammar.syntax import Parse, Phrase, Predicate, PrepPhrase, Word

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from dateline.reading.grammar.syntax import Form, Relation, Syntax, Tag
    from dateline.story.model import Span

__all__ = ["spacy_syntax"]


class Node(Protocol):
    """What is asked of a spaCy token."""

    i: int
    idx: int
    text: str
    lemma_: str
    pos_: str
    tag_: str
    dep_: str
    head: Any
    children: Any
    left_edge: Any
    right_edge: Any


_TAGS: Final[dict[str, Tag]] = {
    "NOUN": "noun",
    "PROPN": "name",
    "PRON": "pronoun",
    "VERB": "verb",
    "AUX": "auxiliary",
    "ADJ": "adjective",
    "ADV": "adverb",
    "INTJ": "adverb",
    "DET": "determiner",
    "NUM": "number",
    "ADP": "preposition",
    "CCONJ": "conjunction",
    "SCONJ": "subordinator",
}
_NOMINAL: Final = frozenset(("NOUN", "PROPN", "PRON", "NUM"))
_INSIDE: Final = frozenset(
    ("det", "amod", "compound", "nummod", "nmod", "quantmod", "advmod", "predet", "neg", "punct")
)
_MODIFIERS: Final = frozenset(
    ("compound", "nmod", "amod", "det", "poss", "nummod", "quantmod", "predet", "aux", "expl")
)
_SUBJECTS: Final = frozenset(("nsubj", "nsubjpass", "nsubj:pass"))
_OBJECTS: Final = frozenset(("dobj", "obj", "dative", "iobj", "oprd"))
_SAYING: Final = frozenset(("ccomp", "parataxis"))
_RELATIONS: Final[dict[str, Relation]] = {
    "ccomp": "complement",
    "csubj": "complement",
    "xcomp": "infinitive",
    "advcl": "adverbial",
    "pcomp": "adverbial",
    "relcl": "relative",
    "acl": "participle",
    "conj": "coordinate",
    "parataxis": "parenthetic",
}


def spacy_syntax(pipeline: str | Callable[[str], Any], /) -> Syntax:
    """
    Let a spaCy pipeline find the build of sentences.

    Parameters
    ----------
    pipeline
        The pipeline, or the name of an installed one ("en_core_web_sm").

    Raises
    ------
    DatelineError
        When spaCy, or a pipeline of this name, is not installed, or it has no parser.
    """
    nlp = _load(pipeline) if isinstance(pipeline, str) else pipeline

    def parse(text: str, span: Span, /, *, names: Sequence[Span] = ()) -> Parse:
        doc = nlp(text[span[0] : span[1]])
        if not doc.has_annotation("DEP"):
            msg = "this spaCy pipeline finds no dependencies; use one with a parser"
            raise DatelineError(msg)
        return _Reader([cast("Node", token) for token in doc], text, span[0], tuple(names)).parse()

    return parse


def _load(name: str) -> Callable[[str], Any]:
    try:
        import spacy
    except ModuleNotFoundError:
        msg = f"spaCy pipeline {name!r}: spaCy is not installed; install dateline[spacy]"
        raise DatelineError(msg) from None
    try:
        return cast("Callable[[str], Any]", spacy.load(name))
    except OSError:
        msg = f"spaCy pipeline {name!r} is not installed; install it, or give the pipeline itself"
        raise DatelineError(msg) from None


@dataclass(slots=True)
class _Reader:
    """The tokens of a sentence and what has been made of them."""

    nodes: list[Node]
    text: str
    start: int
    names: tuple[Span, ...]
    phrase_of: dict[int, int] = field(default_factory=dict)
    prep_of: dict[int, int] = field(default_factory=dict)
    verb_of: dict[int, int] = field(default_factory=dict)

    def parse(self) -> Parse:
        words = tuple(self._word(node) for node in self.nodes)
        heads = [node for node in self.nodes if self._is_head(node)]
        self.phrase_of = {node.i: n for n, node in enumerate(heads)}
        preps = [node for node in self.nodes if self._opens_prep(node)]
        self.prep_of = {node.i: n for n, node in enumerate(preps)}
        verbs = [node for node in self.nodes if self._is_predicate(node)]
        self.verb_of = {node.i: n for n, node in enumerate(verbs)}
        phrases = tuple(self._phrase(node) for node in heads)
        prep_phrases = tuple(self._prep(node) for node in preps)
        predicates = _inherit(tuple(self._predicate(node) for node in verbs))
        return Parse(self.text, words, phrases, prep_phrases, self._parenthetic(predicates, verbs))

    # -------------------------------------------------------------------------------------------------- words

    def _word(self, node: Node) -> Word:
        start = self.start + node.idx
        end = start + len(node.text)
        low = node.text.lower().replace("’", "'")
        if any(first <= start and end <= last for first, last in self.names):
            tag: Tag = "name"
        elif low in {"not", "n't", "never"}:
            tag = "not"
        elif node.tag_ == "TO" or (low == "to" and node.pos_ == "PART"):
            tag = "to"
        elif node.tag_ == "POS":
            tag = "possessive"
        elif node.tag_ in {"WP", "WDT", "WP$"}:
            tag = "relative"
        else:
            tag = _TAGS.get(node.pos_, "mark")
        return Word(node.text, start, end, low, (node.lemma_ or node.text).lower(), tag)

    # ------------------------------------------------------------------------------------------------ phrases

    def _is_head(self, node: Node) -> bool:
        return node.pos_ in _NOMINAL and (node.dep_ not in _MODIFIERS or node.dep_ == "poss")

    def _phrase(self, node: Node) -> Phrase:
        left = [child for child in node.children if child.i < node.i and child.dep_ in _INSIDE]
        owner = next((child for child in node.children if child.dep_ == "poss" and child.i in self.phrase_of), None)
        first = min([node.i, *(child.left_edge.i for child in left)])
        if owner is not None:
            first = max(owner.right_edge.i + 1, min([node.i, *(c.left_edge.i for c in left if c.i > owner.i)]))
        beside = self._joined(node)
        appositive = node.dep_ == "appos" and node.head.i in self.phrase_of
        following = [child.i for child in node.children if child.i in self.prep_of and child.i > node.i]
        return Phrase(
            first=first,
            last=node.i + 1,
            head=node.i,
            owner=None if owner is None else self.phrase_of[owner.i],
            preps=tuple(self.prep_of[i] for i in sorted(following)),
            beside=beside if len(beside) > 1 else (),
            same_as=self.phrase_of[node.head.i] if appositive else None,
            governor=self._governor(node),
        )

    def _joined(self, node: Node) -> tuple[int, ...]:
        """The phrases that "and" joins to one, itself among them."""
        top = node
        while top.dep_ == "conj" and top.head.i in self.phrase_of:
            top = top.head
        found, left = [], [top]
        while left:
            here = left.pop()
            found.append(self.phrase_of[here.i])
            left += [child for child in here.children if child.dep_ == "conj" and child.i in self.phrase_of]
        return tuple(sorted(found))

    # ------------------------------------------------------------------------------------------ prepositions

    def _opens_prep(self, node: Node) -> bool:
        if node.dep_ not in {"prep", "agent", "dative", "case"} or node.pos_ not in {"ADP", "SCONJ", "VERB", "ADV"}:
            return False
        return not self._is_second_word(node)

    def _is_second_word(self, node: Node) -> bool:
        """Whether a preposition belongs to the one right before it: "according to", "out of"."""
        outer = node.head
        return (
            outer.i == node.i - 1
            and outer.dep_ in {"prep", "agent"}
            and not any(child.dep_ == "pobj" for child in outer.children)
        )

    def _prep(self, node: Node) -> PrepPhrase:
        inner, name = node, node.text.lower()
        following = next((child for child in node.children if self._is_second_word(child)), None)
        if following is not None:
            inner, name = following, f"{name}_{following.text.lower()}"
        objects = [child for child in inner.children if child.dep_ in {"pobj", "obj"} and child.i in self.phrase_of]
        joined = tuple(n for child in objects for n in self._joined(child))
        is_of_phrase = node.head.i in self.phrase_of and node.head.i < node.i
        return PrepPhrase(
            prep=name,
            first=node.i,
            last=node.right_edge.i + 1,
            objects=joined,
            of=self.phrase_of[node.head.i] if is_of_phrase else None,
            governor=self._governor(node),
        )

    def _governor(self, node: Node) -> int | None:
        """The nearest predicate above."""
        here = node
        while here.head.i != here.i:
            here = here.head
            if here.i in self.verb_of:
                return self.verb_of[here.i]
        return None

    # -------------------------------------------------------------------------------------------- predicates

    def _is_predicate(self, node: Node) -> bool:
        if node.dep_ in {"aux", "auxpass", "aux:pass", "amod", "compound", "prep", "cop"}:
            return False
        return node.pos_ == "VERB" or (node.pos_ == "AUX" and node.dep_ not in {"case", "mark"})

    def _predicate(self, node: Node) -> Predicate:
        said_of = next((c for c in node.children if c.dep_ in {"acomp", "attr"}), None) if node.pos_ == "AUX" else None
        auxiliaries = [c for c in node.children if c.dep_ in {"aux", "auxpass", "aux:pass", "neg"}]
        group = [node.i, *(c.i for c in auxiliaries)]
        subjects = [c for c in node.children if c.dep_ in _SUBJECTS and c.i in self.phrase_of]
        objects = [c for c in node.children if c.dep_ in _OBJECTS and c.i in self.phrase_of]
        particle = next((c.text.lower() for c in node.children if c.dep_ in {"prt", "compound:prt"}), None)
        passive = any(c.dep_ in {"auxpass", "nsubjpass", "agent", "aux:pass", "nsubj:pass"} for c in node.children)
        form = _form(node, auxiliaries)
        main = node if said_of is None else cast("Node", said_of)
        hung = node.head if node.dep_ in {"relcl", "acl"} and node.head.i in self.phrase_of else None
        return Predicate(
            word=main.i,
            lemma=(main.lemma_ or main.text).lower(),
            form=form,
            passive=passive or (form == "participle" and node.tag_ == "VBN"),
            group=(min(group), max(group) + 1),
            particle=particle,
            subject=tuple(n for c in subjects for n in self._joined(c)),
            objects=tuple(self._joined(c) for c in objects),
            preps=tuple(
                n for i, n in sorted(self.prep_of.items()) if self._governor(self.nodes[i]) == self.verb_of[node.i]
            ),
            parent=self._governor(node),
            relation=_relation(node),
            marker=_marker(node),
            of=None if hung is None else self.phrase_of[hung.i],
            clause=(node.left_edge.i, node.right_edge.i + 1),
        )

    def _parenthetic(self, predicates: tuple[Predicate, ...], verbs: Sequence[Node]) -> tuple[Predicate, ...]:
        """Turn "X left, Y said" round: what is said stands first and is the root, the saying hangs in it."""
        made = list(predicates)
        for n, node in enumerate(verbs):
            if node.dep_ not in _SAYING or node.head.i not in self.verb_of or node.i > node.head.i:
                continue
            if any(c.dep_ == "mark" for c in node.children):
                continue
            outer = self.verb_of[node.head.i]
            made[n] = made[n]._replace(parent=made[outer].parent, relation=made[outer].relation)
            made[outer] = made[outer]._replace(parent=n, relation="parenthetic")
        return tuple(made)


def _form(node: Node, auxiliaries: Iterable[Node]) -> Form:
    tags = {c.tag_ for c in auxiliaries}
    if tags & {"MD", "VBD", "VBZ", "VBP"} or node.tag_ in {"VBD", "VBZ", "VBP", "MD"}:
        return "finite"
    if "TO" in tags:
        return "infinitive"
    if node.tag_ == "VBG" or "VBG" in tags:
        return "gerund"
    return "participle" if node.tag_ == "VBN" else "infinitive"


def _relation(node: Node) -> Relation:
    relation = _RELATIONS.get(node.dep_, "root")
    if node.dep_ == "acl" and any(c.tag_ == "TO" for c in node.children):
        return "infinitive"
    return relation if relation != "coordinate" or node.head.pos_ in {"VERB", "AUX"} else "root"


def _marker(node: Node) -> int | None:
    """The word that opens a clause."""
    if node.dep_ == "pcomp":
        return node.head.i  # type: ignore[no-any-return]
    for child in node.children:
        if child.i < node.i and (child.dep_ == "mark" or child.tag_ in {"WP", "WDT", "WRB", "WP$"}):
            return child.i  # type: ignore[no-any-return]
    return None


def _inherit(predicates: tuple[Predicate, ...]) -> tuple[Predicate, ...]:
    """Give a predicate without a subject the one that it shares: of what it hangs on, of an object, of its parent."""
    made = list(predicates)

    def settle(n: int, depth: int = 0) -> tuple[int, ...]:
        own = made[n]
        if own.subject and own.of is None:
            return own.subject
        taken: tuple[int, ...] = ()
        if own.of is not None:
            taken = (own.of,)
        elif own.parent is not None and own.parent != n and depth < len(made):
            parent = made[own.parent]
            shared = own.relation == "infinitive" and parent.objects
            taken = parent.objects[-1] if shared else settle(own.parent, depth + 1)
        if taken:
            made[n] = own._replace(subject=taken, inherited=True)
        return taken

    for n in range(len(made)):
        settle(n)
    return tuple(made)
