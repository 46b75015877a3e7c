"""The record of each mark, what it is called, and the story made ready for its page."""
