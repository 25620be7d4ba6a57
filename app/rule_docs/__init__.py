"""Regelsidene: one Norwegian page per provision, made from texts, parameters, settings and code.

`introportal rule-docs` writes them to docs/rules; `make check` compares them. A new provision
needs a text in `texts`; a new parameter, setting or code needs a name or a meaning in `data`. The
command and the tests say which one is missing.
"""
