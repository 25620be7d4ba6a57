"""Languages: which there are, how one is chosen, and how values are written in it."""
