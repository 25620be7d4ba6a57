"""Scanned paper in words: how far a stack has come, what it shows, why a page lies in the tray."""
