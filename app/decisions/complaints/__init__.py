"""Complaints about decisions: received, checked, answered or forwarded, and what came of them."""
