"""The class list of one session, made for a phone, and the lock after the deadline."""
