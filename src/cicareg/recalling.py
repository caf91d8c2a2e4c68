"""Answer a question about a register: as before where nothing has changed, else anew, and remember it."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TypeVar

from cicareg.inspecting import Inspection, Memory, Progress, inspected
from cicareg.layout import ROOT
from cicareg.storage.cache import Answer, Cache, opened
from cicareg.storage.damage import DAMAGE
from cicareg.storage.fingerprint import fingerprint
from cicareg.storage.stats import changed, joined, settled, template_stats
from cicareg.storage.worktree import Listed, Worktree, look

T = TypeVar("T")
Make = Callable[[Inspection], Answer]


def recalled(root: Path, memory: Path | None, question: str, make: Make, progress: Progress) -> tuple[Answer, bool]:
    """Answer a question from a memory, else by `make`; tell also whether the answer is one given before.

    The question must name everything that the answer depends on besides the files of the register.
    """
    with opened(memory, fingerprint(root) if memory else None) as cache:
        if cache is None:
            return make(inspected(root, progress)), False
        return _recalled(root, cache, question, make, progress)


def worked(root: Path, memory: Path | None, use: Callable[[Inspection], T], progress: Progress) -> T:
    """Use an inspection of a register that remembers the last one, and remember this one."""
    with opened(memory, fingerprint(root) if memory else None) as cache:
        if cache is None:
            return use(inspected(root, progress))
        try:
            moment, before = cache.moment(), cache.stats()
            listed, stats, files, _ = _seen(root, before)
        except DAMAGE as error:
            cache.discard(error)
            return use(inspected(root, progress))
        inspection = Inspection(root, Worktree(root, listed), listed.findings(), progress, Memory(cache, files))
        used = use(inspection)
        if cache.usable and inspection.is_checked:
            _keep(cache, inspection, settled(stats, before, moment), {}, same=not files)
        return used


def _seen(root: Path, before: Mapping[str, str]) -> tuple[Listed, dict[str, str], frozenset[str], bool]:
    """Give what the folders hold now, which record files may differ from before, and whether only these may."""
    listed = look(root)
    stats = {**joined(listed.stats), "": repr(listed.unfit), **template_stats(root)}
    touched = changed(stats, before)
    files = frozenset(path for path in touched if path.startswith(f"{ROOT}/"))
    return listed, stats, files, touched == files


def _recalled(root: Path, cache: Cache, question: str, make: Make, progress: Progress) -> tuple[Answer, bool]:
    try:
        moment, before = cache.moment(), cache.stats()
        listed, stats, files, only = _seen(root, before)
        inspection = Inspection(root, Worktree(root, listed), listed.findings(), progress, Memory(cache, files))
        same = bool(before) and only and not inspection.fresh
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
