"""Shared kernel: standard library only, no framework, no clock of its own."""
