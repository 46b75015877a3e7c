"""From words to a draft story. Reading never draws."""
