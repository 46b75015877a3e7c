"""The parts of the page: map, legend, table, strip of time, and what the script is told."""
