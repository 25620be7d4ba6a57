"""What the municipality decides of its own accord against a participant: stop, or no more
self-certification. Considered in an advance notice, decided, laid down, lifted.
"""
