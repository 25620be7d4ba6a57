"""The participant's own pages, in her language."""
