"""Kvoter: what is left of every quota, on any day."""
