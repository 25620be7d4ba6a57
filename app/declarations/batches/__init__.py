"""Printing for many at once: whom a start-up day needs sheets for, making them, taking them."""
