"""Patches of dark dots that hang together: strokes are long, dust is not."""

from dataclasses import dataclass


@dataclass(slots=True)
class Patch:
    """Dots that touch each other, also corner to corner."""

    left: int
    top: int
    right: int
    """The last column."""
    bottom: int
    dots: int

    @property
    def length(self) -> int:
        """Return the longer side of the rectangle around it, in dots."""
        return max(self.right - self.left, self.bottom - self.top) + 1


def patches(dark: bytes, width: int) -> list[Patch]:
    """Return the patches of a picture given row by row, in which dark dots are not zero."""
    left_over = bytearray(dark)
    found = []
    for start in range(len(left_over)):
        if not left_over[start]:
            continue
        row, column = divmod(start, width)
        patch = Patch(column, row, column, row, 0)
        left_over[start] = 0
        waiting = [start]
        while waiting:
            row, column = divmod(waiting.pop(), width)
            patch.dots += 1
            patch.left, patch.right = min(patch.left, column), max(patch.right, column)
            patch.top, patch.bottom = min(patch.top, row), max(patch.bottom, row)
            for near_row in (row - 1, row, row + 1):
                for near_column in range(max(0, column - 1), min(width, column + 2)):
                    near = near_row * width + near_column
                    if 0 <= near < len(left_over) and left_over[near]:
                        left_over[near] = 0
                        waiting.append(near)
        found.append(patch)
    return found
