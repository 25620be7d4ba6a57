"""How rows are kept: base class, column types, engine hooks. Knows no feature."""
