"""How certain a word of a sentence is."""

from dateline.reading.hedging.status import hedges
from dateline.reading.text.sentences import tokens


def status_of(text, word):
    at = text.index(word)
    return hedges(tokens(text), text=text).at(at, at + len(word)).status
