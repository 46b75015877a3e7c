"""Forms and lemmas of words."""

import subprocess
import sys

from dateline.reading.text.forms import verb_tags


def test_reading_never_brings_a_parser_along():
    """The dictionary's package would import spaCy where it is installed, which takes seconds."""
    code = (
        "import sys, dateline; dateline.read('The tanker sailed from Lagos to Rio.'); sys.exit('spacy' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603


def test_a_crew_is_nobodys_past():
    assert "VBD" not in verb_tags("crew")
