"""Trigger frames and their slots: who moved, gave, stayed, and where."""
