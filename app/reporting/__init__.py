"""The worklist: what must be done, and by when."""
