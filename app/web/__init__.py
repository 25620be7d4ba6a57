"""The web platform: access, transactions, forms, errors, headers. Knows no feature."""
