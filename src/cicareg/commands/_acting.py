"""What every act does: plan it, show it, ask, record it."""

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cicareg.commands import _progress
from cicareg.commands._asking import agreed, is_person
from cicareg.commands._desk import Desk, put, tell, width
from cicareg.errors import CicaregError, Exit, UsageError
from cicareg.look import Look

if TYPE_CHECKING:
    from cicareg.inspecting import Inspection
    from cicareg.planning import Planned
    from cicareg.registry import Registry
    from cicareg.storage.recording import Base, Plan

_AGAIN = 10
Make = Callable[["Registry"], Any]


@dataclass(frozen=True, slots=True)
class How:
    """How an act is made: shown only, written without a commit, without a question, with a note in the history.

    `complete` says that nothing has to be asked for.
    """

    dry_run: bool = False
    no_commit: bool = False
    yes: bool = False
    message: str | None = None
    complete: bool = True


class _Changed(Exception):  # noqa: N818  # no error: the person is asked again
    """The register is no longer what the person was shown."""


def perform(desk: Desk, name: str, make: Make, how: How) -> Exit:
    """Make an act: `make` gives the request, once it knows the register."""
    from cicareg.inspecting import inspected
    from cicareg.storage.recording import base_of, refuse_unready

    root = desk.root()
    asks = not how.dry_run and not (how.yes and how.complete)
    if asks:
        base_of(root)  # whoever cannot record shall not be asked
        if not how.yes and not is_person():
            hint = "--yes records it without a question, --dry-run only shows it"
            raise UsageError("nobody is at the terminal to be asked", hint=hint)
    if not how.complete:
        inspection = inspected(root, _progress)
        if asks:
            refuse_unready(root, inspection.blobs)
        request = make(inspection.registry)
        return _Acting(desk, root, name, lambda _: request, how).run()
    return _Acting(desk, root, name, make, how).run()


class _Acting:
    """One act on one register, from the plan to the record."""

    def __init__(self, desk: Desk, root: Path, name: str, make: Make, how: How) -> None:
        self._desk, self._root, self._name, self._make, self._how = desk, root, name, make, how
        self._operation = os.urandom(6).hex()
        self._shown = ""
        self._planned: Planned | None = None

    def run(self) -> Exit:
        """Show the act, ask, and record it; where the register changes meanwhile, again."""
        for _ in range(_AGAIN):
            if (self._how.dry_run or not self._how.yes) and not self._is_agreed():
                return Exit.OK
            try:
                return self._record()
            except _Changed as changed:
                for said in getattr(changed, "__notes__", ()):  # what an interrupted act has come to
                    tell(said)
                tell("cicareg: the register has changed meanwhile; this is what the act would do now:")
        raise CicaregError("the register changes all the time: nothing was recorded", code=Exit.REFUSED)

    def _is_agreed(self) -> bool:
        """Show the act and ask; with --dry-run only show it."""
        planned = self._plan(None)
        if not planned.change.edits:
            self._tell_known(planned)
            return False
        if self._how.dry_run:
            put("\nnothing was written (--dry-run)\n")
            return False
        if agreed("\nRecord this?"):
            return True
        put("nothing was recorded\n")
        return False

    def _record(self) -> Exit:
        from cicareg.storage.recording import put_files, record

        if self._how.no_commit:
            written = put_files(self._root, self._plan_on)
            if written.said:
                tell(written.said)
            return self._tell_written(written.plan, written.message) if written.plan else Exit.OK
        done = record(self._root, self._plan_on, changed=self._judge)
        if done is None or done.commit is None:
            return Exit.OK
        if done.said:
            tell(done.said)
        return _tell_recorded(f"\nrecorded as {done.commit[:10]} (operation {self._operation})\n")

    def _plan_on(self, base: "Base") -> "Plan | None":
        """Plan the act on what is committed; what a person agreed to must still be what would be done."""
        from cicareg.changes.messages import message
        from cicareg.changes.requests import act_named
        from cicareg.storage.recording import Plan

        planned = self._plan(base)
        if not planned.change.edits:
            self._tell_known(planned)
            return None
        note = self._how.message or ""
        text = message(planned.change, act_named(self._name), planned.request, self._operation, note)
        return Plan(planned.files, text)

    def _plan(self, base: "Base | None") -> "Planned":
        """Plan the act and show it where it was not shown so before; refused where it breaks a rule."""
        from cicareg.changes.requests import act_named
        from cicareg.planning import plan
        from cicareg.recalling import worked
        from cicareg.storage.place import memory_of
        from cicareg.storage.recording import refuse_unclean, refuse_unready

        def use(inspection: "Inspection") -> "Planned":
            planned = plan(inspection, act_named(self._name), self._make)
            if base is not None:
                refuse_unclean(self._root, base, inspection.blobs)
            elif not self._how.dry_run:
                refuse_unready(self._root, inspection.blobs)  # whoever cannot record shall not be asked
            return planned

        planned = worked(self._root, memory_of(self._root, os.environ), use, _progress)
        self._show(planned)
        return planned

    def _show(self, planned: "Planned") -> None:
        if not planned.change.edits:
            return
        from cicareg.formats.preview import preview

        text = preview(planned.preview, Look(width(), self._desk.wants_color()))
        if self._shown and text != self._shown:
            self._shown = ""
            raise _Changed
        if not self._shown:
            put(text)
            self._shown = text
        _refuse(planned)

    def _judge(self, files: Mapping[str, bytes]) -> None:
        """Refuse what a hook of git made of the files where the rules do."""
        from cicareg.planning import broken
        from cicareg.recalling import worked
        from cicareg.storage.place import memory_of

        def use(inspection: "Inspection") -> tuple[str, ...]:
            return broken(inspection, files)

        found = worked(self._root, memory_of(self._root, os.environ), use, _progress)
        if found:
            message = f"a hook of git changed the files so that they break the rules: {found[0]}"
            raise CicaregError(f"{message}; nothing was recorded", code=Exit.REFUSED)

    def _tell_known(self, planned: "Planned") -> None:
        put(f"{planned.change.subject}: this is on record already, nothing was changed\n")

    def _tell_written(self, plan: "Plan", message: Path) -> Exit:
        from cicareg.storage.recording import way_to_finish

        put("\nwritten, and not committed; until it is, no other act is made. To finish:\n")
        put("".join(f"  {line}\n" for line in way_to_finish(self._root, plan.files, message)))
        return Exit.OK


def _refuse(planned: "Planned") -> None:
    """Refuse an act that breaks a rule."""
    breaches, broken = planned.preview.breaches, planned.preview.broken
    rules = tuple(dict.fromkeys((*(verdict.rule for verdict in breaches), *broken)))
    if rules:
        hint = breaches[0].way_out if breaches else "put the other records right first: they rest on what this changes"
        message = f"this breaks {'a rule' if len(rules) == 1 else 'rules'} ({', '.join(rules)}): nothing was recorded"
        raise CicaregError(message, hint=hint, code=Exit.REFUSED)


def _tell_recorded(text: str) -> Exit:
    """Say that an act is recorded; where that cannot be written, the exit code still tells that it is."""
    try:
        put(text)
    except CicaregError:
        raise CicaregError("the act is recorded, but the output cannot be written", code=Exit.UNCONFIRMED) from None
    return Exit.OK
