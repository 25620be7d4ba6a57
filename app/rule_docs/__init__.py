"""Regelsidene: one Norwegian page per provision, made from texts, parameters, settings and code.

`introportal rule-docs` writes them to docs/rules; `make check` compares them.
"""
