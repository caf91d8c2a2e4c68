"""What is wrong with a text before any meaning is read from it."""

from typing import NamedTuple


class Fault(NamedTuple):
    """A fault of a text; line and column are 1-based code points, the end is exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int
    message: str


class FaultError(Exception):
    """The text cannot be read to its end, because of one fault; `earlier` ones had been stepped over."""

    def __init__(self, fault: Fault, earlier: tuple[Fault, ...] = ()) -> None:
        """Keep the fault, and those before it."""
        super().__init__(fault.message)
        self.fault = fault
        self.earlier = earlier


def fault_at(text: str, offset: int, message: str, length: int = 1) -> Fault:
    """Make a fault at an offset of the text."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Fault(line, column, line, column + length, message)
