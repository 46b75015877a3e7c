"""Sphinx' settings; `make docs` builds with warnings as errors."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

HERE = Path(__file__).parent
sys.path.insert(0, str(HERE))

from generate import command_reference, layers_reference, story_reference  # noqa: E402

project = "Dateline"
author = "The Dateline contributors"
copyright = author  # noqa: A001
release = version = metadata.version("dateline")
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = "Dateline"
autodoc_typehints = "signature"
autodoc_member_order = "bysource"
napoleon_google_docstring = False
myst_heading_anchors = 3
nitpicky = False

(HERE / "reference" / "command.md").write_text(command_reference(), encoding="utf-8")
(HERE / "reference" / "layers.md").write_text(layers_reference(), encoding="utf-8")
(HERE / "reference" / "story.md").write_text(story_reference(), encoding="utf-8")
