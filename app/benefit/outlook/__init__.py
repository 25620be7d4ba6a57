"""Hva blir det til: what days away would mean, before anybody registers them."""
