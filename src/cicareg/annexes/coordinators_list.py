"""The list of coordinators as the annex that is sent out: plain data for the template `list.html`."""

from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import Any

from cicareg.annexes.translations import Translations, translations
from cicareg.annexes.voice import Data, Voice
from cicareg.errors import CicaregError, UsageError
from cicareg.listed import Holder, Listing, PostLine
from cicareg.questions.listing import as_decided, lists, on_day
from cicareg.questions.posts import top
from cicareg.records.meeting import Meeting
from cicareg.terms import parse_term
from cicareg.words import Words

_SERVING = frozenset({"in-force", "not-stated", "acting"})


def annex_data(voice: Voice, meeting_id: str) -> Data:
    """Give what the template of the annexed list prints, as it stood after the meeting's decisions.

    Raises CicaregError where a name, a case form or a readable record is missing: an annex with a gap
    that nobody sees is worse than none.
    """
    registry, words, lang = voice.registry, voice.words, voice.lang
    listing = as_decided(registry, lang, meeting_id, gaps=voice.naming.gaps)
    if meeting_id not in lists(registry):
        known = ", ".join(sorted(lists(registry))) or "none on record"
        raise UsageError(f"{meeting_id} neither appointed anybody nor annexed a list", hint=f"these did: {known}")
    _refuse_unreadable(listing)
    if all(post.status == "not-recorded" or not post.holders for post in listing.posts):
        raise CicaregError(f"nothing is on record of who held a post after {meeting_id}", hint="cicareg list --on DATE")
    meeting = registry.get(Meeting, meeting_id)
    if meeting is None:
        raise CicaregError(f"no meeting {meeting_id} on record")
    said = voice.meeting(meeting_id)
    translated = lang in top(registry).organs[meeting.record.organ].unofficial
    shown = translations(listing, translated)
    place, day = said["place"], said["date"]["text"]
    return {
        "organ": {**said["organ"], "name": shown.mark(said["organ"]["name"], translated)},
        "as_of": None,
        "place": place,
        "date": day,
        "place_and_date": f"{place}, {day}" if place else day,
        **_rows(listing, shown, words),
    }


def serving_data(voice: Voice, day: date) -> Data:
    """Give the same of those who serve on a day: no organ decided this list."""
    listing = on_day(voice.registry, voice.lang, day, gaps=voice.naming.gaps)
    _refuse_unreadable(listing)
    posts = tuple(
        post._replace(holders=tuple(holder for holder in post.holders if holder.status in _SERVING))
        for post in listing.posts
    )
    if not any(post.holders for post in posts):
        raise CicaregError(f"nothing is on record of who held a post on {day}", hint="cicareg list shows what is")
    shown = translations(listing)
    said = voice.day(day)
    return {
        "organ": None,
        "as_of": said,
        "place": "",
        "date": said["text"],
        "place_and_date": "",
        **_rows(listing._replace(posts=posts), shown, voice.words),
    }


def _rows(listing: Listing, shown: Translations, words: Words) -> Data:
    return {
        "dimensions": [_dimension(posts, shown, words) for posts in _groups(listing)],
        "columns": words.columns.model_dump(),
        "translation_note": shown.note(words),
    }


def _refuse_unreadable(listing: Listing) -> None:
    unreadable = [post.area for post in listing.posts if post.status == "unreadable"]
    if unreadable:
        raise CicaregError(f"the records of {', '.join(unreadable)} have errors", hint="cicareg validate shows them")


def _groups(listing: Listing) -> list[list[PostLine]]:
    return [list(group) for _, group in groupby(listing.posts, key=lambda post: post.dimension)]


def _dimension(posts: list[PostLine], shown: Translations, words: Words) -> Mapping[str, Any]:
    return {
        "number": posts[0].number.partition(".")[0],
        "name": shown.mark(posts[0].dimension_name, posts[0].dimension_unofficial),
        "posts": [_post(post, shown, words) for post in posts],
    }


def _post(post: PostLine, shown: Translations, words: Words) -> Mapping[str, Any]:
    return {
        "number": "" if post.is_dimension else post.number.partition(".")[2],
        "name": "" if post.is_dimension else shown.mark(post.name, post.unofficial),
        "coordinators": [_holder(h, shown, words) for h in post.of("coordinator")],
        "co_coordinators": [_holder(h, shown, words) for h in post.of("co-coordinator")],
    }


def _holder(holder: Holder, shown: Translations, words: Words) -> Mapping[str, Any]:
    name = shown.mark(holder.name, holder.unofficial)
    term = words.span(parse_term(holder.term)) if holder.term else ""
    added = words.statuses.acting if holder.status == "acting" else term
    return {"name": name, "term": term, "text": f"{name} ({added})" if added else name}
