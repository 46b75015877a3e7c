"""A story as geodata: layers with geometry, KML, tables of a database."""
