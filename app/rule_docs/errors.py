"""What keeps the pages from being made."""

from collections.abc import Sequence


class RuleDocsError(Exception):
    """Texts, labels or examples do not hold together. One line for each problem."""

    def __init__(self, problems: Sequence[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = tuple(problems)
