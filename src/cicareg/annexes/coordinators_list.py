"""The list of coordinators as the annex that is sent out: plain data for the template `list.html`."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from cicareg.annexes.translations import Translations, translations
from cicareg.errors import CicaregError, UsageError
from cicareg.listed import Holder, Listing, PostLine
from cicareg.questions.listing import as_decided, lists
from cicareg.questions.naming import named
from cicareg.questions.posts import top
from cicareg.records.meeting import Meeting
from cicareg.registry import Registry
from cicareg.words import Words


def annex_data(registry: Registry, meeting_id: str, words: Words, lang: str) -> Mapping[str, Any]:
    """Give what the template of the annexed list prints, as it stood after the meeting's decisions.

    Raises CicaregError where a name, a case form or a readable record is missing: an annex with a gap
    that nobody sees is worse than none.
    """
    listing = as_decided(registry, lang, meeting_id)
    if meeting_id not in lists(registry):
        known = ", ".join(sorted(lists(registry))) or "none on record"
        raise UsageError(f"{meeting_id} neither appointed anybody nor annexed a list", hint=f"these did: {known}")
    unreadable = [post.area for post in listing.posts if post.status == "unreadable"]
    if unreadable:
        raise CicaregError(f"the records of {', '.join(unreadable)} have errors", hint="cicareg validate shows them")
    if all(post.status == "not-recorded" or not post.holders for post in listing.posts):
        raise CicaregError(f"nothing is on record of who held a post after {meeting_id}", hint="cicareg list --on DATE")
    meeting = registry.get(Meeting, meeting_id)
    if meeting is None:
        raise CicaregError(f"no meeting {meeting_id} on record")
    organ = top(registry).organs[meeting.record.organ]
    shown = translations(listing, lang in organ.unofficial)
    place = named(meeting.record.place, lang, f"the place of {meeting_id}") if meeting.record.place else ""
    day = words.day(meeting.record.date)
    return {
        "organ": {
            "name": shown.mark(named(organ.name, lang, f"organ {meeting.record.organ}"), lang in organ.unofficial),
            **organ.forms.get(lang, {}),
        },
        "place": place,
        "date": day,
        "place_and_date": f"{place}, {day}" if place else day,
        "dimensions": [
            {
                "number": posts[0].number.partition(".")[0],
                "name": shown.mark(posts[0].dimension_name, posts[0].dimension_unofficial),
                "posts": [_post(post, shown, words) for post in posts],
            }
            for posts in _groups(listing)
        ],
        "columns": words.columns.model_dump(),
        "translation_note": shown.note(words),
    }


def _groups(listing: Listing) -> list[list[PostLine]]:
    return [list(group) for _, group in groupby(listing.posts, key=lambda post: post.dimension)]


def _post(post: PostLine, shown: Translations, words: Words) -> Mapping[str, Any]:
    return {
        "number": "" if post.is_dimension else post.number.partition(".")[2],
        "name": "" if post.is_dimension else shown.mark(post.name, post.unofficial),
        "coordinators": [_holder(h, shown, words) for h in post.of("coordinator")],
        "co_coordinators": [_holder(h, shown, words) for h in post.of("co-coordinator")],
    }


def _holder(holder: Holder, shown: Translations, words: Words) -> Mapping[str, Any]:
    name = shown.mark(holder.name, holder.unofficial)
    added = words.statuses.acting if holder.status == "acting" else holder.term
    return {"name": name, "term": holder.term or "", "text": f"{name} ({added})" if added else name}
