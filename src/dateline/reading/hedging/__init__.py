"""Who says so, and how certain it is."""
