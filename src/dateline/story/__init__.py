"""The document in the middle: its types, its file, its lint and its telling."""
