"""What is spoken of: ships, people, bodies, venues, and what a pronoun means."""
