"""Advance notice of a reduction: written, sent, answered by the participant, and followed up."""
