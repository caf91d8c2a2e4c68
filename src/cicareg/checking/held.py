"""A register of texts, checked with nothing remembered: one that stands nowhere yet, or stood once."""

from collections.abc import Iterable, Mapping
from functools import cached_property

from cicareg.checking.again import Readings
from cicareg.checking.whole import check_all
from cicareg.errors import CicaregError, Exit
from cicareg.finding import Finding, Report
from cicareg.registry import Registry


class Held:
    """A register of texts, checked when it is asked for; what was read once is not read again in what follows it."""

    def __init__(self, readings: Readings, beside: Iterable[Finding] = ()) -> None:
        """Take what reading gives, and findings about what is no file of it."""
        self._readings, self._beside = readings, tuple(beside)
        self._next: tuple[Mapping[str, bytes], Held] | None = None

    @cached_property
    def known(self) -> Registry:
        """Give its records."""
        return Registry(dict(self._readings))

    @cached_property
    def report(self) -> Report:
        """Give what its check gives."""
        return check_all(self.known, self._beside).report

    def text(self, path: str) -> str | None:
        """Give the text of a file, None where there is none; one that cannot be read is refused."""
        if path not in self._readings:
            return None
        text = self._readings[path].text
        if text is None:
            raise CicaregError(f"{path} cannot be read", hint="cicareg validate says why", code=Exit.REFUSED)
        return text

    def foreseen(self, files: Mapping[str, bytes]) -> tuple[Registry, Report]:
        """Give records and report with some files as they would be."""
        following = self.after(files)
        return following.known, following.report

    def after(self, files: Mapping[str, bytes]) -> "Held":
        """Give the register with some files as they are next."""
        if self._next is None or self._next[0] != files:
            self._next = files, Held(self._readings.laid_over(files), self._beside)
        return self._next[1]
