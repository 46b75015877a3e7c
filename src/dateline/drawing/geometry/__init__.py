"""Where lines run: nodes, flows, ways by sea and land, whole turns of the world."""
