"""Municipalities, users, sign-in and sessions."""
