"""The month in words: runs, payments with their reasons, and the municipality's choices."""
