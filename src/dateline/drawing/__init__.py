"""From a story to layers and to one page. Drawing never reads text."""
