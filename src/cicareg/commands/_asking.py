"""Ask the person at the terminal for what is missing; where nobody sits there, say what to type."""

import sys
from collections.abc import Callable, Mapping
from typing import TypeVar

from cicareg.commands._desk import tell
from cicareg.errors import CicaregError, UsageError
from cicareg.visible import visible

T = TypeVar("T")
_TRIES = 5


def is_person() -> bool:
    """Tell whether a person sits at the terminal, who can read a question and answer it."""
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stderr))


def asked(
    given: T | None, option: str, question: str, take: Callable[[str], T], choices: Mapping[str, str] | None = None
) -> T:
    """Give what was given, else ask for it; `take` makes the value of an answer, and refuses it with a sentence.

    `choices` are answers, each with what it means. They are shown with numbers, any of which may be typed, but for
    answers that are numbers themselves.
    """
    if given is not None:
        return given
    if not is_person():
        raise UsageError(f"{option} is missing", hint="at a terminal, whatever is missing is asked for")
    numbered = _numbered(choices or {})
    wide = max(map(len, numbered), default=0)
    for number, said in numbered.items():
        tell(f"  {number:>{wide}}  {said[1]}")
    for _ in range(_TRIES):
        answer = _answer(f"{question}: ")
        if not answer:
            continue
        try:
            return take(numbered[answer][0] if answer in numbered else answer)
        except CicaregError as error:
            tell(f"  {error.message}")
            if error.hint:
                tell(f"  {error.hint}")
    raise UsageError(f"{option} is missing", hint="--help shows an example")


def _numbered(choices: Mapping[str, str]) -> Mapping[str, tuple[str, str]]:
    """Give for each number to be typed the answer that it stands for, and what is shown."""
    if any(answer[0].isdigit() for answer in choices):
        return {answer: (answer, said) for answer, said in choices.items()}
    return {
        str(number): (answer, f"{answer}  {said}") for number, (answer, said) in enumerate(choices.items(), start=1)
    }


def agreed(question: str) -> bool:
    """Ask a question that is answered by yes or no; anything but yes is no."""
    return _answer(f"{question} [y/N] ").casefold() in {"y", "yes"}


def _answer(question: str) -> str:
    """Give one line that the person types; the end of the input is an interruption."""
    sys.stderr.write(visible(question))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        tell("")
        raise KeyboardInterrupt
    return line.strip()
