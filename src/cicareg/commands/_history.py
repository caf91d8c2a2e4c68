"""What `history` tells: the timeline of one thing."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from cicareg.errors import CicaregError
from cicareg.layout import ROOT

if TYPE_CHECKING:
    from cicareg.commands._register import Register
    from cicareg.questions.identify import Identity
    from cicareg.storage.versions import Scope
    from cicareg.timeline import Timeline, Why

# By kind the folder of the file that is all about a thing, if there is one, and those of files that may mention it.
_FOLDERS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "area": ("coordinators", ("meetings",)),
    "state": ("", ("coordinators", "meetings")),
    "document": ("documents", ("meetings",)),
    "meeting": ("meetings", ("coordinators",)),
}


def timelines(register: "Register", typed: str, *, published: bool) -> "Iterator[Timeline]":
    """Yield the timeline of each thing that is meant; where it may be published, nothing restricted is told."""
    from cicareg.questions.identify import identify

    register.warn()
    for identity in identify(register.registry, typed, _FOLDERS):
        hidden = _restricted(register) if published else {}
        if identity.id in hidden:
            raise CicaregError(f"{identity.id} is restricted: it is told on the screen only", hint="--format text")
        yield _veiled(_timeline(register, identity), [title for titles in hidden.values() for title in titles])


def _restricted(register: "Register") -> "Mapping[str, tuple[str, ...]]":
    """Give the documents that are restricted, each with what messages call it."""
    from cicareg.questions.naming import any_name
    from cicareg.records.document import Document

    found = {entry.id: entry.record for entry in register.registry.of(Document) if entry.record.restricted}
    return {id_: tuple(any_name(name) for name in (d.short, d.title) if name) for id_, d in found.items()}


def _veiled(shown: "Timeline", titles: "Iterable[str]") -> "Timeline":
    """Put a word in the place of some titles."""
    events = shown.events
    for title in titles:
        events = tuple(event._replace(said=event.said.replace(title, "[restricted]")) for event in events)
    return shown._replace(events=events)


def _timeline(register: "Register", identity: "Identity") -> "Timeline":
    from cicareg.retracing import retraced
    from cicareg.timeline import Timeline
    from cicareg.tracing.timelines import Subject, events, remarks

    scope = scope_of(identity.kind, identity.id)
    found = retraced(register.root, register.registry, scope)
    told_of(register, tracked=found.tracked, lacking=found.lacking)
    subject = Subject(identity.kind, identity.id, next(iter(scope.files), ""), identity.kind in ("document", "meeting"))
    return Timeline(
        identity.kind,
        identity.id,
        identity.label,
        events(register.registry, found.trail, subject.concerns, found.commits),
        found.tracked,
        tuple(remarks(found.trail, found.commits)),
    )


def explained(register: "Register", typed: str) -> "Why":
    """Explain the one entry that is meant."""
    from cicareg.retracing import retraced
    from cicareg.tracing.naming import entry_of, record_of
    from cicareg.tracing.whys import Known, why

    register.warn()
    kind, id_, _ = record_of(register.registry, typed)
    scope = scope_of(kind, id_)._replace(folders=())
    found = retraced(register.root, register.registry, scope)
    entry = entry_of(register.registry, found.trail.entries, typed)
    told_of(register, tracked=found.tracked, lacking=found.lacking)
    return why(Known(register.registry, register.report, found.trail, found.commits, found.tracked), entry)


def scope_of(kind: str, id_: str) -> "Scope":
    """Give the files that may tell of a thing."""
    from cicareg.storage.versions import Scope

    own, others = _FOLDERS[kind]
    files = frozenset({f"{ROOT}/{own}/{id_}.yaml"}) if own else frozenset[str]()
    return Scope(files, tuple(f"{ROOT}/{folder}" for folder in others), id_)


def told_of(register: "Register", *, tracked: bool, lacking: bool) -> None:
    """Say on stderr where the commits are not all there is to know."""
    if not tracked:
        register.say("cicareg: the register is not in a git repository: nothing tells who recorded what when")
    elif lacking:
        register.say(
            "cicareg: this clone lacks the older history: an older commit may have recorded what it begins with"
        )
        register.say("  git fetch --unshallow")
