"""Reductions that are held: contested hours, and decisions whose effect is suspended."""
