"""A year of a municipality, done through the services and computed again from the law."""
