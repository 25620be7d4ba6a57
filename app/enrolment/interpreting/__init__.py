"""Who carried the words over in a talk, or why nobody did: the same questions everywhere."""
