"""What has not come about, or not yet: told by the words around a verb."""

from __future__ import annotations

import pytest

from tests.reading.hedged import status_of


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("The raft was stopped before it could reach Malta.", "reach", "denied"),
        ("The raft was stopped before it could reach Malta.", "stopped", "asserted"),
        ("They turned back before reaching Malta.", "reaching", "denied"),
        ("They rested before reaching Malta.", "reaching", "asserted"),
        ("The queen visits Malta next week.", "visits", "planned"),
        ("The queen travels to Malta in the coming days.", "travels", "planned"),
        ("The queen visited Malta and rests next week.", "visited", "asserted"),
        ("The next ship sails to Malta.", "sails", "asserted"),
        ("He was charged with shipping rifles to Malta.", "shipping", "alleged"),
        ("Three men were arrested for flying arms to Malta.", "flying", "alleged"),
        ("He paid for flying to Malta.", "flying", "asserted"),
        ("A planned visit to Malta was called off.", "visit", "denied"),
        ("The king ruled out sending troops to Malta.", "sending", "denied"),
        ("The king called at Malta and sent troops.", "sent", "asserted"),
        ("The king declined to visit Malta.", "visit", "denied"),
        ("The trade has declined, and the king flew to Malta.", "flew", "asserted"),
        ("The king decided against flying to Malta.", "flying", "denied"),
        ("The king dropped plans to fly to Malta.", "fly", "denied"),
        ("Ice kept the raft from reaching Malta.", "reaching", "denied"),
        ("The king kept his aides from Chad and flew to Malta.", "flew", "asserted"),
        ("The king was too ill to fly to Malta.", "fly", "denied"),
        ("The river was too low for barges to reach Basel.", "reach", "denied"),
        ("The king was only too glad to fly to Malta.", "fly", "asserted"),
        ("The king, too, agreed and flew to Malta.", "flew", "asserted"),
        ("The raft nearly reached Malta.", "reached", "denied"),
        ("Nearly 90 rafts reached Malta.", "reached", "asserted"),
        ("The trip to Malta is off.", "trip", "denied"),
        ("The trip to Malta fell through.", "trip", "denied"),
        ("The trip to Malta is in doubt.", "trip", "possible"),
        ("The trip to Malta is in the works.", "trip", "planned"),
        ("The trip to Malta is off the coast road.", "trip", "asserted"),
        ("The king did not rule out flying to Malta.", "flying", "possible"),
        ("The king refused to rule out flying to Malta.", "flying", "possible"),
        ("The king ruled out that the raft left Malta.", "left", "denied"),
        ("The king did not deny that the raft left Malta.", "left", "unconfirmed"),
        ("Nothing suggests the raft left Malta.", "left", "denied"),
        ("The king stopped short of saying the raft left Malta.", "left", "unconfirmed"),
        ("There is no indication that the raft left Malta.", "left", "denied"),
        ("When rafts leave Malta, the king will rest.", "leave", "planned"),
        ("As soon as the raft leaves Malta, the king will rest.", "leaves", "planned"),
        ("When the raft left Malta, guards said the king will rest.", "left", "asserted"),
        ("When rafts leave Malta, the king rests.", "leave", "asserted"),
        ("The raft was days away from reaching Malta.", "reaching", "possible"),
    ],
)
def test_what_the_words_around_a_verb_say_of_it(text, word, status):
    assert status_of(text, word) == status


@pytest.mark.parametrize(
    ("text", "word", "status"),
    [
        ("In a note, the navy said the ship left Malta.", "left", "reported"),
        ("The ship left Malta, the navy, which owns it, said.", "left", "reported"),
        ("According to Ana Roa, who runs the port, the ship left Malta.", "left", "reported"),
        ("The men, it is understood, fled to Malta.", "fled", "reported"),
        ("It emerged on Friday that the ship had left Malta.", "left", "reported"),
        ("The guild claims Mana flies rifles to Malta.", "flies", "alleged"),
        ("Ministers of member states met in Malta.", "met", "asserted"),
        ("A jet, reported by papers as old, crashed in Malta.", "crashed", "asserted"),
        ("The queen blamed the guild for the fire, and sent nurses to Malta.", "sent", "asserted"),
        ("The army did not, as papers wrote, send troops to Malta.", "send", "denied"),
        ("Perhaps the ships left Malta.", "left", "possible"),
        ("Troops will be sent to Malta unless talks succeed.", "sent", "possible"),
        ("The judge ordered him deported to Malta.", "deported", "planned"),
        ("The men who may be charged flew to Malta.", "flew", "asserted"),
        ("Chad refused to allow protests against the import of rice.", "import", "planned"),
    ],
)
def test_words_reach_what_they_are_of_and_no_further(text, word, status):
    assert status_of(text, word) == status
