"""Numbers, quantities, measures, dates."""
