"""Make text safe to show: what a terminal would obey, or the eye would miss, becomes visible."""

import re

# Control characters (but the line feed), bidirectional and zero-width characters, lone surrogates.
_UNSEEN = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e0fff]"
)


def visible(text: str) -> str:
    r"""Replace each character that is not plainly printable by its escape, such as \x1b."""
    return _UNSEEN.sub(lambda match: match[0].encode("unicode_escape").decode("ascii"), text)


def visible_line(text: str) -> str:
    r"""Do the same for a text that must stay on one line: a line feed becomes \n."""
    return visible(text).replace("\n", "\\n")
