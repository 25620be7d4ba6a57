"""Scanned paper that came back: which declarations it closes, and the pages that staff work on."""
