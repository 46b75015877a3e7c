"""Sentences parsed: words tagged, phrases, predicates with their arguments."""
