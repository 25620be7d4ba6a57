"""Stacks of scanned paper: received, read, each page put where it belongs or into the tray."""
