"""Two demo municipalities with people who do not exist, made through the services.

The same seed and the same day give the same data. Never in production.
"""
