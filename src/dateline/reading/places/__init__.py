"""Names of places: found, told apart, put on the earth."""
