"""Why this krone: a payment line by line, in the language of whoever gets it."""
