"""Words of closed classes: what they are wherever they stand, and which of them vary."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from dateline.reading.text.forms import AUXILIARIES

if TYPE_CHECKING:
    from dateline.reading.grammar.syntax import Tag

__all__ = ["ALWAYS", "CLOSED", "CURRENCIES", "WINDS"]

CURRENCIES: Final = frozenset("$€£¥")
WINDS: Final = (
    "north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest",
    "north-east", "north-west", "south-east", "south-west", "north-northeast", "north-northwest", "east-northeast",
    "east-southeast", "south-southeast", "south-southwest", "west-southwest", "west-northwest",
)  # fmt: skip
"""The directions, as British and American papers write them."""

CLOSED: Final[dict[str, Tag]] = {}
for _tag, _listed in (
    ("determiner", "the a an this these those some any no neither every each all both another either his her its their"
     " my our your several many few such most other half"),
    ("pronoun", "he she it they we i you him them me us himself herself itself themselves nobody everyone someone"
     " anyone everybody somebody something anything nothing"),
    ("preposition", "of in on at from into onto for with by via through across over past along around against between"
     " among near off under above below towards toward within without during aboard inside outside beyond behind"
     " beside beneath underneath alongside atop amidst amongst"
     " despite except amid upon about like unlike worth per throughout up down including"),
    ("conjunction", "and or but nor"),
    ("subordinator", "that whether if because although though while when where unless until since before after as once"
     " than so how why lest whereas"),
    ("relative", "who which whom whose"),
    ("number", "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
     " fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred"
     " thousand million billion dozen"),
    ("not", "not n't n’t never"),
    ("adverb", "also then later now here there back away home out very too just still again ahead even only ever"
     " already soon northward southward eastward westward together forward abroad overseas"
     " ashore aground inland overboard offshore onward onwards upstream downstream uphill downhill upriver"
     " downriver today yesterday tomorrow tonight"
     " meanwhile however instead perhaps almost nearly aside alone"),
    ("adverb", " ".join(WINDS)),
):  # fmt: skip
    for _word in _listed.split():
        CLOSED.setdefault(_word, _tag)  # type: ignore[arg-type]
# Words that are one thing wherever they stand: looked up first, since every second word of a text is one.
_VARIES: Final = frozenset(
    "that her before after since until as than up down off over most more less least no like each such per all"
    " both outside another many some several past so".split()
)
ALWAYS: Final[dict[str, Tag]] = {
    word: tag for word, tag in CLOSED.items() if tag != "adverb" and word not in AUXILIARIES and word not in _VARIES
}
ALWAYS.update(dict.fromkeys(',.;:!?()[]“”„«»‘"—–-…/&%*$€£¥', "mark"))
