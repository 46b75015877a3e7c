"""Still pictures of a story: static maps, and the card for sharing."""
