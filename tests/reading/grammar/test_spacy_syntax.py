"""A spaCy pipeline behind the protocol: what its trees say comes out as phrases, prepositions and predicates."""

import pytest

from dateline.errors import DatelineError
from dateline.reading.grammar.spacy_syntax import spacy_syntax

spacy = pytest.importorskip("spacy")


def tree(rows):
    """A pipeline that gives one tree, written as rows of word, part of speech, tag, dependency, head."""
    cells = [row.split() for row in rows.strip().splitlines()]
    words = [cell[0] for cell in cells]

    def pipeline(text):
        from spacy.tokens import Doc

        assert text.replace(" ", "").startswith(words[0])
        spaces = [n + 1 < len(words) and cells[n + 1][1] != "PUNCT" and words[n + 1] != "'s" for n in range(len(words))]
        return Doc(
            spacy.blank("en").vocab,
            words=words,
            spaces=spaces,
            pos=[cell[1] for cell in cells],
            tags=[cell[2] for cell in cells],
            deps=[cell[3] for cell in cells],
            heads=[int(cell[4]) for cell in cells],
            lemmas=[word.lower() for word in words],
        )

    text = str(pipeline(words[0]))
    return spacy_syntax(pipeline)(text, (0, len(text)))


SAID = """
Two      NUM   CD   nummod   1
ships    NOUN  NNS  nsubj    2
left     VERB  VBD  ccomp    12
Spain    PROPN NNP  poss     5
's       PART  POS  case     3
coast    NOUN  NN   dobj     2
for      ADP   IN   prep     2
Malta    PROPN NNP  pobj     6
and      CCONJ CC   cc       7
Tunis    PROPN NNP  conj     7
,        PUNCT ,    punct    12
Ruiz     PROPN NNP  nsubj    12
said     VERB  VBD  ROOT     12
.        PUNCT .    punct    12
"""


def test_a_saying_hangs_in_what_it_says():
    """Of "X left, Y said" leaving is the root and saying a parenthesis in it, whichever the tree has on top."""
    found = tree(SAID)
    leave, say = found.predicates
    assert (leave.relation, leave.parent, leave.form) == ("root", None, "finite")
    assert (say.relation, say.parent) == ("parenthetic", 0)
    assert [found.said(*found_words(found, n)) for n in leave.subject + leave.objects[0] + say.subject] == [
        "Two ships",
        "coast",
        "Ruiz",
    ]


def found_words(found, number):
    phrase = found.phrases[number]
    return phrase.first, phrase.last


def test_owners_and_coordinated_objects_keep_apart():
    found = tree(SAID)
    coast = next(phrase for phrase in found.phrases if found.words[phrase.head].low == "coast")
    assert found.said(*found_words(found, coast.owner)) == "Spain"
    (prep,) = found.preps
    assert (prep.prep, [found.said(*found_words(found, n)) for n in prep.objects]) == ("for", ["Malta", "Tunis"])
    assert prep.governor == 0
    assert found.said(prep.first, prep.last) == "for Malta and Tunis"


PLANNED = """
Warships  NOUN  NNS  nsubjpass 5
docked    VERB  VBN  acl       0
in        ADP   IN   prep      1
Busan     PROPN NNP  pobj      2
are       AUX   VBP  auxpass   5
expected  VERB  VBN  ROOT      5
to        PART  TO   aux       7
sail      VERB  VB   xcomp     5
before    ADP   IN   prep      7
returning VERB  VBG  pcomp     8
.         PUNCT .    punct     5
"""


def test_subjects_are_shared_where_the_words_share_them():
    """The participle, the infinitive and the adverbial all have the warships as their subject, taken over."""
    found = tree(PLANNED)
    by_lemma = {found.words[predicate.word].low: predicate for predicate in found.predicates}
    assert [by_lemma[word].form for word in ("docked", "expected", "sail", "returning")] == [
        "participle",
        "finite",
        "infinitive",
        "gerund",
    ]
    assert [by_lemma[word].relation for word in ("docked", "expected", "sail", "returning")] == [
        "participle",
        "root",
        "infinitive",
        "adverbial",
    ]
    for word in ("docked", "sail", "returning"):
        assert [found.said(*found_words(found, n)) for n in by_lemma[word].subject] == ["Warships"]
        assert by_lemma[word].inherited
    assert by_lemma["expected"].passive
    assert found.words[by_lemma["returning"].marker].low == "before"


def test_spans_count_in_the_article_not_in_the_sentence():
    text = "Before. Two ships left Spain's coast for Malta and Tunis, Ruiz said."
    words = [row.split() for row in SAID.strip().splitlines()]

    def pipeline(sentence):
        from spacy.tokens import Doc

        assert sentence == text[8:]
        spaces = [True] * 3 + [False] + [True] * 5 + [False, True, True, False, False]
        return Doc(
            spacy.blank("en").vocab,
            words=[row[0] for row in words],
            spaces=spaces,
            pos=[row[1] for row in words],
            tags=[row[2] for row in words],
            deps=[row[3] for row in words],
            heads=[int(row[4]) for row in words],
        )

    found = spacy_syntax(pipeline)(text, (8, len(text)), names=[(text.index("Malta"), text.index("Malta") + 5)])
    assert all(text[word.start : word.end] == word.text for word in found.words)
    assert [word.tag for word in found.words if word.text == "Malta"] == ["name"]


def test_a_pipeline_that_is_not_there_or_cannot_parse_is_one_line():
    with pytest.raises(DatelineError, match="'no_such_pipeline' is not installed"):
        spacy_syntax("no_such_pipeline")
    with pytest.raises(DatelineError, match="finds no dependencies"):
        spacy_syntax(spacy.blank("en"))("A ship left.", (0, 12))


def test_a_draft_reads_from_the_tree_that_a_pipeline_gives():
    """The same frames over spaCy's tree: two legs of one saying, both reported."""
    from dateline.reading.draft import draft
    from dateline.reading.places.geoparse import geoparse
    from dateline.reading.text.article import parse

    text = "Two ships left Spain's coast for Malta and Tunis, Ruiz said."
    asked = []

    def pipeline(sentence):
        from spacy.tokens import Doc

        asked.append(sentence)
        rows = [row.split() for row in SAID.strip().splitlines()]
        spaces = [True] * 3 + [False] + [True] * 5 + [False, True, True, False, False]
        return Doc(
            spacy.blank("en").vocab,
            words=[row[0] for row in rows],
            spaces=spaces,
            pos=[row[1] for row in rows],
            tags=[row[2] for row in rows],
            deps=[row[3] for row in rows],
            heads=[int(row[4]) for row in rows],
            lemmas=["leave" if row[0] == "left" else row[0].lower() for row in rows],
        )

    article = parse(text)
    story = draft(article, mentions=geoparse(article), syntax=spacy_syntax(pipeline))
    assert asked == [text]
    assert {leg.status for event in story.events for leg in event.legs} == {"reported"}
