"""The texts for signing, and the work on them, in words."""
