"""What is wrong with a text before any meaning is read from it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """A fault of a text; line and column are 1-based code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str


class FaultError(Exception):
    """The text cannot be read at all, because of one fault."""

    def __init__(self, fault: Fault) -> None:
        """Keep the fault."""
        super().__init__(fault.message)
        self.fault = fault


def fault_at(text: str, offset: int, message: str, length: int = 1) -> Fault:
    """Make a fault at an offset of the text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Fault(line, column, line, column + length, message)
