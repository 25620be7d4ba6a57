"""Oversikt: reductions over time, and which papers about absence are missing."""
