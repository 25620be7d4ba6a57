"""Overlevering: a participant's case as a signed bundle, from one municipality to the next."""
