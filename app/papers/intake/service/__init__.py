"""Receiving stacks, putting their pages where they belong, and working on the tray."""
