"""Printing for many: choose, issue each sheet in its turn, stop, and take what was made."""
