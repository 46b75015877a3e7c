"""Words, sentences, articles: what every other room reads."""
