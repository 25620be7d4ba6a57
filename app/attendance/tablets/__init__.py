"""Shared tablets: participants say that they are away with a code, without an account."""
