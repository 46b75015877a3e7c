"""The world, offline: what names mean, where land is, how ships go."""
