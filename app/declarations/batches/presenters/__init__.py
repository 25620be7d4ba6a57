"""Printing for many in words."""
