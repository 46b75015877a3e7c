"""What lies below the marks: land and water, names around a story, whose data it is."""
