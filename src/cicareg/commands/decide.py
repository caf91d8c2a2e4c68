"""Record a decision of a meeting."""

import inspect
from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any

import typer

from cicareg.changes.verbs import BY_KEY, NEEDED, OF_DOCUMENTS, OF_NEW, OF_PERSONS, VERBS, WORDS, Word
from cicareg.commands import _act_options as opt
from cicareg.commands import _asking, _means, _offers
from cicareg.commands._acting import How, perform
from cicareg.commands._desk import Desk
from cicareg.errors import Exit, UsageError

if TYPE_CHECKING:
    from cicareg.changes.decide import Decide
    from cicareg.registry import Registry

GROUP = "Record what was decided", 21
_OFFERED = {
    "DOCUMENT": _offers.documents,
    "STATE": _offers.states_by_code,
    "AREA": _offers.areas,
    "AREA|DIMENSION": _offers.subjects,
}


def run(
    ctx: typer.Context,
    decision: Annotated[
        str | None,
        typer.Argument(
            metavar="MEETING/N", help="The paragraph, such as soc-2023-08-22/4.", autocompletion=_offers.decisions
        ),
    ] = None,
    place: opt.Place = None,
    dry_run: opt.DryRun = False,
    no_commit: opt.NoCommit = False,
    message: opt.Message = None,
    yes: opt.Yes = False,
    **said: Any,
) -> Exit:
    """Record what a paragraph of a meeting decided.

    It has one verb with what belongs to it, or a text. A meeting that is not on record is added from the citation,
    a document with --kind and --title, where known also --area and --organ. Appointments to areas are for `appoint`
    and `extend`.

    \b
    Examples:
      cicareg decide soc-2025-12-17/1 --recommends modalities --to mc --that-it adopt --dry-run
      cicareg decide soc-2025-12-17/2 --approves plan-2026 --kind annual-plan --title "Annual Plan 2026" --dry-run
      cicareg decide soc-2025-12-17/3 --calls-on members --by 2026-10-01 --for road-map --dry-run
      cicareg decide soc-2025-12-17/4 --reviews human --outcome noted --dry-run

    \b
    Exit code:
      4  refused: a rule, the state of the clone, a hook of git
    """
    desk: Desk = ctx.obj
    verb = _verb(said)
    complete = decision is not None and _is_complete(verb, said)

    def make(registry: "Registry") -> "Decide":
        from cicareg.changes.decide import Decide
        from cicareg.commands import _decisions, _questions

        own = [word for word in WORDS if word.key not in VERBS or word.many]
        given = {word.field: _meant(registry, word, said[word.field]) for word in own}
        what = said[BY_KEY[verb].field] if verb and not BY_KEY[verb].many else None
        cited = _questions.decision(registry, decision)
        known = Decide(decision=cited, verb=verb, what=what, place=place, **given)
        known = known if complete or not _asking.is_person() else _decisions.asked_for(registry, known)
        if known.verb == "calls-on" and not known.text and not known.for_:
            raise UsageError("--calls-on: what is asked for is missing", hint="--text TEXT, or --for DOCUMENT")
        return known

    return perform(desk, "decide", make, How(dry_run, no_commit, yes, message, complete))


def _verb(said: Mapping[str, Any]) -> str | None:
    given = [verb for verb in VERBS if said[BY_KEY[verb].field]]
    if len(given) > 1:
        raise UsageError(f"a paragraph has one verb, not {' and '.join(f'--{verb}' for verb in given)}")
    return next(iter(given), None)


def _is_complete(verb: str | None, said: Mapping[str, Any]) -> bool:
    """Tell whether nothing has to be asked for; of a document that may be new, a person may be asked."""
    if verb is None:
        return bool(said["text"])
    if verb == "calls-on":
        return bool(said["text"] or said["for_"])
    if verb in OF_PERSONS:
        return all(said[key] for key in NEEDED)
    return verb not in OF_DOCUMENTS or all(said[key] for key in OF_NEW[:2]) or not _asking.is_person()


def _meant(registry: "Registry", word: Word, given: Any) -> Any:
    """Give what was typed as the register calls it."""
    from cicareg.commands import _questions

    if word.many:
        meant = {"AREA": _means.areas, "AREA|DIMENSION": _means.subjects}.get(word.sort)
        return meant(registry, given) if meant else tuple(given or ())
    if word.sort == "STATE" and given:
        return _means.state(registry, given)
    return _questions.optional_day(given) if word.sort == "DATE" else given


def _parameter(word: Word) -> inspect.Parameter:
    """Make the option of a word."""
    offered = _offers.words(*word.choices) if word.choices else _OFFERED.get(word.sort)
    option = typer.Option(f"--{word.key}", metavar=word.sort or None, help=word.help, autocompletion=offered)
    kind = list[str] | None if word.many else str | None if word.sort else bool
    default = None if word.sort else False
    return inspect.Parameter(
        word.field, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=Annotated[kind, option]
    )


def _sign() -> None:
    """Give `run` the options of all words: what makes the command line looks at its signature."""
    own = inspect.signature(run).parameters.values()
    words = [_parameter(word) for word in WORDS]
    kept = [each.replace(kind=inspect.Parameter.KEYWORD_ONLY) for each in own if each.name != "said"]
    run.__dict__["__signature__"] = inspect.Signature([*kept[:2], *words, *kept[2:]])
    run.__annotations__.update({word.name: word.annotation for word in words})


_sign()
