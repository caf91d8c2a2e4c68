"""Answer a question about a register: as before where nothing has changed, else anew, and remember it."""

from collections.abc import Callable, Mapping
from pathlib import Path

from cicareg.inspecting import Inspection, Memory, Progress, inspected
from cicareg.layout import ROOT
from cicareg.storage.cache import Answer, Cache, opened
from cicareg.storage.damage import DAMAGE
from cicareg.storage.fingerprint import fingerprint
from cicareg.storage.stats import changed, joined, settled, template_stats
from cicareg.storage.worktree import Worktree, look

Make = Callable[[Inspection], Answer]


def recalled(root: Path, memory: Path | None, question: str, make: Make, progress: Progress) -> tuple[Answer, bool]:
    """Answer a question from a memory, else by `make`; tell also whether the answer is one given before.

    The question must name everything that the answer depends on besides the files of the register.
    """
    with opened(memory, fingerprint(root) if memory else None) as cache:
        if cache is None:
            return make(inspected(root, progress)), False
        return _recalled(root, cache, question, make, progress)


def _recalled(root: Path, cache: Cache, question: str, make: Make, progress: Progress) -> tuple[Answer, bool]:
    try:
        moment, before = cache.moment(), cache.stats()
        listed = look(root)
        stats = {**joined(listed.stats), "": repr(listed.unfit), **template_stats(root)}
        touched = changed(stats, before)
        files = frozenset(path for path in touched if path.startswith(f"{ROOT}/"))
        inspection = Inspection(root, Worktree(root, listed), listed.findings(), progress, Memory(cache, files))
        same = bool(before) and touched == files and not inspection.fresh
        known = cache.answer(question) if same else None
    except DAMAGE as error:
        cache.discard(error)
        return make(inspected(root, progress)), False
    answer = known or make(inspection)
    if cache.usable and (same or inspection.is_checked):
        news = {} if known else {question: answer}
        _keep(cache, inspection, settled(stats, before, moment), news, same=same)
    return answer, known is not None


def _keep(
    cache: Cache, inspection: Inspection, stats: Mapping[str, str | None], answers: Mapping[str, Answer], *, same: bool
) -> None:
    """Remember how the files are now, and what was answered; where nothing is new, nothing is written."""
    if not stats and not answers:
        return
    try:
        if not inspection.is_steady():
            return
        if not same:
            cache.forget_answers()
        cache.set_stats(stats)
        for question, answer in answers.items():
            cache.add_answer(question, answer)
        cache.commit()
    except DAMAGE as error:
        cache.discard(error)
