"""Colours, dashes and words: what every drawing says the same way."""
